import ArgumentParser
import CarrierEmulation
import Carriers
import Dispatch

/// Carriers: what there is, who takes an order and why, waybills, an emulated one to try things on.
struct CarrierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carrier", abstract: "Carriers, tariffs and waybills.",
    discussion: "Docs/Carriers.md says how a site sets a carrier up.",
    subcommands: [
      List.self, Tariffs.self, Choose.self, Waybills.self, Ask.self, Retry.self, Void.self,
      Trace.self, Journeys.self, Listen.self, Recognize.self, Balance.self, Emulate.self,
    ])

  struct Emulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Be a carrier on loopback: kdniao.", subcommands: [KDNiao.self])
  }

  struct KDNiao: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "kdniao", abstract: "Emulate KDNiao 快递鸟 until told to stop.",
      discussion: """
        Listens on 127.0.0.1 and prints one line when it is ready. A fault is KIND:INSTRUCTION:COUNT, \
        such as timeout-after:1007:3; kinds are timeout-before, timeout-after, error-before, \
        error-after, truncated, rate-limit, refuse, push-twice, push-reversed, push-lost. \
        POST /emulator/faults adds more, GET /emulator/ledger tells what was given out.
        """)

    @Option(help: "The port; 0 takes a free one.") var port: UInt16 = 0
    @Option(help: "The file its books are kept in; in memory when none is named.")
    var data: String?
    @Option(help: "The merchant.") var merchant = KDNiaoEmulatorOptions.testMerchant
    @Option(help: "The merchant's key; for tests only.") var key: String?
    @Option(help: "Something that goes wrong.") var fault: [String] = []
    @Option(help: "Where tracks are pushed to, on this machine.") var push: String?
    @Option(help: "Numbers a courier has at first.") var balance = 10_000
    @Option(help: "Calls a second a merchant may make; 0 for any number.") var rate = 20
    @Flag(help: "Refuse repeated orders with the old 105.") var oldRepeats = false

    func run() throws {
      let faults = try fault.map { text in
        guard let fault = KDNiaoFault(text) else {
          throw Failure(
            .usage, "--fault \(text): expected KIND, KIND:INSTRUCTION or KIND:INSTRUCTION:COUNT")
        }
        return fault
      }
      let options = KDNiaoEmulatorOptions(
        port: port, file: data,
        merchants: [merchant: key.map { Secret($0) } ?? KDNiaoEmulatorOptions.testKey],
        faults: faults, pushURL: push, balance: balance, callsPerSecond: rate,
        refusesRepeats: oldRepeats)
      // The program is synchronous; its one server runs beside the waiting main thread.
      let done = DispatchSemaphore(value: 0)
      let problem = Box()
      Task.detached {
        do { try await KDNiaoEmulator.run(options) { print($0) } } catch { problem.error = error }
        done.signal()
      }
      done.wait()
      if let error = problem.error { throw Failure(.unavailable, "\(error)") }
    }

    /// Written before the semaphore is signalled, read after it was waited for.
    private final class Box: @unchecked Sendable {
      var error: (any Error)?
    }
  }
}

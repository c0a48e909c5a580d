public import Carriers
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization
public import Warehouse

/// KDNiao on this machine: the same addresses, signatures, checks, codes and habits.
///
/// Things go wrong on demand. It listens on 127.0.0.1 only and calls nobody but a push address on
/// this machine.
///
/// Not documented and so made up: the words of most refusals, the shape of a 1127 answer, routing
/// marks and the look of the label.
public final class KDNiaoEmulator: Sendable {
  private let desk: EmulatorDesk
  private let server: HTTPServer
  private let running: Task<Void, any Error>
  private let isStopped = Atomic(false)
  /// Where it listens: `http://127.0.0.1:PORT`.
  public let address: String

  /// Starts an emulator; it serves until `stop`.
  public static func start(
    _ options: KDNiaoEmulatorOptions,
    clock: @escaping @Sendable () -> Timestamp = KDNiaoEmulator.wallClock, pace: Pace = .system
  ) async throws -> KDNiaoEmulator {
    if let url = options.pushURL, KDNiaoEndpoint(base: url) == nil || !url.hasPrefix("http://") {
      throw KDNiaoEmulatorProblem(
        description: "\(url): pushes go to this machine only, expected http://127.0.0.1:PORT/PATH")
    }
    let desk = try EmulatorDesk(options: options, clock: clock, pace: pace)
    let configuration = HTTPServer.Configuration(
      address: try .inet(ip4: "127.0.0.1", port: options.port),
      timeout: Double(options.hold) / 1000 + 10, logger: .disabled)
    let server = HTTPServer(config: configuration, handler: EmulatorHandler(desk: desk))
    let running = Task { try await server.run() }
    do {
      try await server.waitUntilListening()
    } catch {
      running.cancel()
      throw KDNiaoEmulatorProblem(description: "127.0.0.1:\(options.port): cannot listen there")
    }
    guard case .ip4(_, let port)? = await server.listeningAddress else {
      running.cancel()
      throw KDNiaoEmulatorProblem(description: "127.0.0.1:\(options.port): cannot listen there")
    }
    let emulator = KDNiaoEmulator(
      desk: desk, server: server, running: running, address: "http://127.0.0.1:\(port)")
    if options.pushURL != nil && options.pushesByItself { emulator.pushByItself() }
    return emulator
  }

  private init(
    desk: EmulatorDesk, server: HTTPServer, running: Task<Void, any Error>, address: String
  ) {
    self.desk = desk
    self.server = server
    self.running = running
    self.address = address
  }

  /// Stops serving; calls in flight get no answer.
  public func stop() async {
    isStopped.store(true, ordering: .relaxed)
    await server.stop(timeout: 0)
    running.cancel()
    _ = try? await running.value
    desk.close()
  }

  /// The endpoint a client is given.
  public var endpoint: KDNiaoEndpoint? { KDNiaoEndpoint(base: address) }

  /// How many numbers were given out.
  public var numbersUsed: Int {
    desk.office.withLock { $0.state.used.values.reduce(0, +) }
  }

  /// Makes something go wrong.
  public func inject(_ faults: KDNiaoFault...) {
    desk.office.withLock { $0.faults += faults }
  }

  /// Lets emulated time go on.
  public func advance(minutes: Int) {
    let entry = EmulatorEntry.advanced(milliseconds: Int64(minutes) * 60_000)
    _ = desk.office.withLock { desk.record(entry, &$0) }
  }

  /// The machine's time.
  public static let wallClock: @Sendable () -> Timestamp = {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// Sends due pushes on a thread of its own, the longer after failures the rarer.
  private func pushByItself() {
    let thread = Thread { [weak self, desk] in
      var pause = 0.2
      while self?.isStopped.load(ordering: .relaxed) == false {
        let counts = desk.deliverPushes(CurlTransport())
        pause = counts.failed == 0 ? 0.2 : min(pause * 2, 30)
        let until = Date().addingTimeInterval(pause)
        while Date() < until, self?.isStopped.load(ordering: .relaxed) == false {
          Thread.sleep(forTimeInterval: 0.1)
        }
      }
    }
    thread.start()
  }
}

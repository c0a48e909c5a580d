import Foundation
import Glibc
import Synchronization

/// An emulator of the real program: a printer or a carrier in a process of its own.
final class EmulatorProcess: Sendable {
  private struct State {
    var lines: [String] = []
    var rest: [UInt8] = []
  }

  private let process: Process
  private let state = Mutex(State())

  /// Starts it and waits for its first line.
  init(_ arguments: [String]) throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: Floors.program ?? "")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = Pipe()
    process.standardError = FileHandle.nullDevice
    output.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        handle.readabilityHandler = nil
        return
      }
      self?.take(Array(data))
    }
    try process.run()
    let until = Date().addingTimeInterval(20)
    while lines.isEmpty, Date() < until { usleep(1000) }
    guard !lines.isEmpty else { throw CocoaError(.executableLoad) }
  }

  /// What it has said, line by line.
  var lines: [String] { state.withLock { $0.lines } }

  /// Ends it.
  func stop() {
    // Threads of tests block SIGTERM, and what they start inherits that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func take(_ bytes: [UInt8]) {
    state.withLock { state in
      for byte in bytes {
        if byte == 0x0A {
          state.lines.append(String(decoding: state.rest, as: UTF8.self))
          state.rest = []
        } else {
          state.rest.append(byte)
        }
      }
    }
  }
}

/// `pickway printer emulate`: every label that came out, in the order it came.
struct PrinterProcess {
  /// A label on paper.
  struct Sheet: Decodable {
    /// The printer's counter.
    var label: Int
    /// The print job's name.
    var id: String?
    /// Equal for labels that are equal byte for byte.
    var digest: String
  }

  private struct Ready: Decodable { var address: String }

  private let process: EmulatorProcess
  /// Where it listens, as a printer's address.
  let address: String

  init() throws {
    process = try EmulatorProcess(["printer", "emulate"])
    address = try JSONDecoder().decode(Ready.self, from: Data((process.lines[0]).utf8)).address
  }

  /// The labels that came out so far.
  func sheets() throws -> [Sheet] {
    try process.lines.dropFirst().map {
      try JSONDecoder().decode(Sheet.self, from: Data($0.utf8))
    }
  }

  func stop() { process.stop() }
}

/// `pickway carrier emulate kdniao`: its own book of what it gave out.
struct CarrierProcess {
  /// An order in the book.
  struct Order: Decodable {
    var OrderCode: String
    var LogisticCode: String
    var Cancelled: Bool
  }

  /// The book.
  struct Ledger: Decodable {
    var numbersUsed: Int
    var orders: [Order]
  }

  private let process: EmulatorProcess
  /// Where it listens.
  let url: String

  init() throws {
    process = try EmulatorProcess(["carrier", "emulate", "kdniao"])
    let words = process.lines[0].split(separator: " ")
    url = words.first { $0.hasPrefix("http://") }.map { String($0.dropLast()) } ?? ""
  }

  /// What a client of it finds in its environment.
  var environment: [String: String] {
    [
      "PICKWAY_KDNIAO_URL": url, "PICKWAY_KDNIAO_ID": "test1000001",
      "PICKWAY_KDNIAO_KEY": "emulator-key-0001",
    ]
  }

  func stop() { process.stop() }
}

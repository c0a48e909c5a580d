import ArgumentParser
import Flows
import Foundation
import Glibc
import Storage
import Warehouse

/// Which store a command works on.
struct StoreOption: ParsableArguments {
  @Option(help: "The store file (default: PICKWAY_STORE, or pickway.sqlite here).")
  var store: String?

  var path: String {
    store ?? ProcessInfo.processInfo.environment["PICKWAY_STORE"] ?? "pickway.sqlite"
  }

  /// The folder of the store, where relative spool folders begin.
  var folder: String {
    URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
  }

  func open() throws -> SQLiteStore {
    try SQLiteStore.open(at: path)
  }
}

/// The machine's clock and source of texts that were never made before.
enum Machine {
  /// Milliseconds of a clock that never goes back.
  static func monotonic() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  @Sendable static func now() -> Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  @Sendable static func seed() -> String {
    let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    return String((0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
  }
}

extension Store {
  /// Carries out one command of a program; a refusal becomes a failure.
  @discardableResult
  func carryOut(_ command: Command, id: String = Machine.seed()) throws -> Receipt {
    let outcome = try commit(Commit(id: CommandID(id), command: command, at: Machine.now()))
    switch outcome {
    case .done(let receipt): return receipt
    case .refused(let refusal): throw Failure(.data, refusal.sentence)
    }
  }
}

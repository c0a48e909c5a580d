import ArgumentParser
import Foundation
import Storage
import Warehouse

/// Creates an empty store.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Create an empty store.")

  @OptionGroup var store: StoreOption

  func run() throws {
    _ = try SQLiteStore.create(at: store.path)
    print("created \(store.path)")
  }
}

/// Proves what is always true of a store.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove the invariants of a store; names each violation.")

  @OptionGroup var store: StoreOption

  func run() throws {
    let opened = try store.open()
    let violations = try opened.violations()
    for violation in violations { print(violation) }
    guard violations.isEmpty else {
      throw Failure(.data, "\(store.path): \(violations.count) violation(s)")
    }
    print("\(store.path): sound, \(try opened.head()) journal entries")
  }
}

/// Prints the journal, an entry a line.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Print the journal as JSON, an entry a line.")

  @OptionGroup var store: StoreOption
  @Option(help: "Begin behind this number.") var after = 0
  @Option(help: "Stop after this many entries.") var limit = Int.max

  func run() throws {
    let opened = try store.open()
    let encoder = lineEncoder()
    var number = after
    var left = limit
    while left > 0 {
      let entries = try opened.entries(after: number, limit: min(left, 1000))
      guard let last = entries.last else { return }
      for entry in entries { print(String(decoding: try encoder.encode(entry), as: UTF8.self)) }
      number = last.number
      left -= entries.count
    }
  }
}

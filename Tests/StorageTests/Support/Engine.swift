import Foundation
import Testing
import Warehouse

@testable import Storage

/// The stores the contract is held against.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case memory
  case sqlite

  var testDescription: String { rawValue }

  /// Runs a body on a new, empty store.
  func withStore<T>(_ body: (any Store) throws -> T) throws -> T {
    switch self {
    case .memory: return try body(MemoryStore())
    case .sqlite:
      return try withFolder { folder in
        let store = try SQLiteStore.create(at: folder + "/floor.store")
        let result = try body(store)
        try store.close()
        return result
      }
    }
  }
}

/// Runs a body with a folder of its own, which is gone afterwards.
func withFolder<T>(_ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("pickway-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

extension Store {
  /// Applies changes as a decision would, under a command of their own.
  func apply(_ changes: [Change], at: Timestamp = Floor.noon) throws {
    func ending(_ books: some Books) throws -> Ending<Void> {
      let entry = try books.takeNumbers(1)
      let id = "test-\(entry)"
      try books.apply(changes, Stamp(entry: entry, part: 0, at: at))
      try books.append(
        JournalEntry(
          number: entry, at: at, session: "", device: "", kind: "command", payload: "{}"),
        command: id)
      try books.keep(.done(.plain), of: id, entry: entry, at: at)
      return .commit(())
    }
    if let store = self as? SQLiteStore { try store.write { try ending($0) } }
    if let store = self as? MemoryStore { try store.write { try ending($0) } }
  }

  /// Commits a command of nobody's.
  @discardableResult
  func commit(
    _ id: CommandID, _ command: Command, author: Author? = nil, at: Timestamp = Floor.noon
  ) throws -> Outcome {
    try commit(Commit(id: id, command: command, author: author, at: at))
  }

  /// Imports records that must have no problems.
  @discardableResult
  func bring(
    _ kind: ImportKind, _ records: [ImportRecord], digest: String, at: Timestamp = Floor.noon
  ) throws -> ImportReport? {
    guard let ticket = try beginImport(kind, digest: digest, at: at) else { return nil }
    try stage(records, for: ticket)
    return try land(ticket)
  }
}

extension SQLiteStore {
  /// Runs any SQL, as a tool that damages the file would.
  func run(_ sql: String) throws {
    try write { books in
      _ = try books.transaction.rows(Statement(sql), [])
      return .commit(())
    }
  }

  /// The steps in which SQLite will carry out a statement.
  func plan(of statement: Statement) throws -> [String] {
    try write { books in
      let plan = Statement("EXPLAIN QUERY PLAN \(statement.sql)")
      return .commit(
        try books.transaction.rows(plan, []).map { row in
          var row = row
          row.skip(3)
          return try row.text()
        })
    }
  }
}

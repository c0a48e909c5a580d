import Foundation
import Warehouse

/// The records of a store kept by an engine, inside one of its transactions.
struct SQLBooks: Books {
  let transaction: any Transaction

  func takeNumbers(_ count: Int) throws -> Int {
    try transaction.figure(.takeNumbers, [.int(count)])
  }

  func append(_ entry: JournalEntry, command: CommandID) throws {
    try transaction.execute(
      .append,
      [
        .int(entry.number), .time(entry.at), .text(entry.session), .text(entry.device),
        .text(entry.kind), .text(entry.payload), .text(command),
      ])
  }

  func outcome(of id: CommandID) throws -> Outcome? {
    guard var row = try transaction.row(.outcome, [.text(id)]) else { return nil }
    return try JournalFormat.value(Outcome.self, from: try row.text())
  }

  func keep(_ outcome: Outcome, of id: CommandID, entry: Int, at: Timestamp) throws {
    try transaction.execute(
      .keepOutcome,
      [.text(id), .text(try JournalFormat.text(outcome)), .int(entry), .time(at)])
  }

  func save(_ flow: SavedFlow, session: Code<Session>) throws {
    try transaction.execute(
      Table.savedFlow.write,
      [
        .code(session), .text(flow.kind), .int(flow.version),
        .text(Data(flow.bytes).base64EncodedString()),
      ])
  }

  func saved(session: Code<Session>) throws -> SavedFlow? {
    guard var row = try transaction.row(.saved, [.code(session)]) else { return nil }
    let (kind, version) = (try row.text(), try row.int())
    guard let bytes = Data(base64Encoded: try row.text()) else {
      throw StoreTrouble(.corrupt, "The conversation of session \(session) cannot be read.")
    }
    return SavedFlow(kind: kind, version: version, bytes: Array(bytes))
  }

  func entries(after number: Int, limit: Int) throws -> [JournalEntry] {
    try transaction.rows(.entries, [.int(number), .int(limit)]).map { row in
      var row = row
      return try JournalEntry(&row)
    }
  }

  func head() throws -> Int { try transaction.figure(.head, []) }

  func violations() throws -> [Violation] {
    try Check.all.flatMap { check in
      try transaction.rows(check.statement, []).map { row in
        var row = row
        return Violation(
          check.rule, try row.text(), expected: try row.int(), found: try row.int())
      }
    }
  }

  func write(_ record: some Record) throws {
    try transaction.execute(type(of: record).table.write, record.values)
  }
}

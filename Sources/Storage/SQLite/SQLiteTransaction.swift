import GRDB

/// A transaction of SQLite that is under way; statements are prepared once a connection.
struct SQLiteTransaction: Transaction {
  let connection: GRDB.Database

  @discardableResult
  func execute(_ statement: Statement, _ values: [Value]) throws -> Int {
    try prepared(statement, values).execute()
    return connection.changesCount
  }

  func rows(_ statement: Statement, _ values: [Value]) throws -> [Row] {
    let prepared = try prepared(statement, values)
    let columns = 0..<prepared.columnCount
    let cursor = try GRDB.Row.fetchCursor(prepared)
    var rows: [Row] = []
    while let row = try cursor.next() {
      rows.append(Row(try columns.map { try Value(row[$0] as DatabaseValue) }))
    }
    return rows
  }

  private func prepared(_ statement: Statement, _ values: [Value]) throws -> GRDB.Statement {
    let prepared = try connection.cachedStatement(sql: statement.sql)
    prepared.setUncheckedArguments(StatementArguments(values.map(\.databaseValue)))
    return prepared
  }
}

extension Value: DatabaseValueConvertible {
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .string(let text): text.databaseValue
    }
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Value? { try? Value(value) }

  init(_ value: DatabaseValue) throws {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(Int(number))
    case .string(let text): self = .string(text)
    case .double, .blob:
      throw StoreTrouble(
        .corrupt, "The store holds a value that is neither a number nor a text.")
    }
  }
}

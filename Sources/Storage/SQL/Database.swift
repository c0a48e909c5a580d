/// An engine that keeps tables and runs transactions: SQLite now, PostgreSQL with the same SQL.
///
/// Statements are written once, in what both engines understand, and keep to these habits:
/// parameters are `$1`, `$2` ... and appear first in that order (SQLite numbers them as they
/// come); columns are BIGINT or TEXT; ids are made by us, never by the engine; names and codes
/// sort byte by byte (a PostgreSQL database is made with collation C). Calls do not nest.
protocol Database: Sendable {
  /// Runs a body on one moment's state of the tables.
  func read<T>(_ body: (any Transaction) throws -> T) throws -> T
  /// Runs a body as a transaction of the only writer: waits for its turn, undoes everything when
  /// the body throws, and has everything on the disk when it returns.
  func write<T>(_ body: (any Transaction) throws -> Ending<T>) throws -> T
  /// Does what transactions left to be done and nobody should wait for.
  func tend()
  /// Lets the engine go; nothing may be called afterwards.
  func close() throws
}

/// A transaction that is under way.
protocol Transaction {
  /// Runs a statement that answers nothing; returns how many rows it changed.
  @discardableResult
  func execute(_ statement: Statement, _ values: [Value]) throws -> Int
  /// Runs a statement and returns the rows it answers.
  func rows(_ statement: Statement, _ values: [Value]) throws -> [Row]
}

extension Transaction {
  /// The first row a statement answers.
  func row(_ statement: Statement, _ values: [Value]) throws -> Row? {
    try rows(statement, values).first
  }

  /// The first figure of the first row a statement answers; 0 when it answers none.
  func figure(_ statement: Statement, _ values: [Value]) throws -> Int {
    guard var row = try row(statement, values) else { return 0 }
    return try row.int()
  }

  /// The first record a statement answers.
  func record<R: Record>(_ statement: Statement, _ values: [Value]) throws -> R? {
    guard var row = try row(statement, values) else { return nil }
    return try R(&row)
  }

  /// The records a statement answers.
  func records<R: Record>(_ statement: Statement, _ values: [Value]) throws -> [R] {
    try rows(statement, values).map { row in
      var row = row
      return try R(&row)
    }
  }
}

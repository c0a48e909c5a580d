public import Warehouse

/// A store in one SQLite file (with its log and index beside it while it is open).
///
/// Any number of processes and threads may have the same file open.
public final class SQLiteStore: Store {
  let database: any Database

  /// Creates an empty store.
  ///
  /// - Throws: `exists` when there is something at the path already.
  public static func create(at path: String) throws(StoreTrouble) -> SQLiteStore {
    try atTheEdge {
      try SQLiteDatabase.create(path: path)
      return SQLiteStore(try SQLiteDatabase(path: path))
    }
  }

  /// Opens a store that is there, brings it up to date, and lands what an import had decided when
  /// its process ended.
  ///
  /// - Throws: `notAStore`, `newerVersion`, `corrupt`, `io` or `busy`; the file is untouched then.
  public static func open(at path: String) throws(StoreTrouble) -> SQLiteStore {
    try atTheEdge {
      try SQLiteDatabase.inspect(path: path)
      let store = SQLiteStore(try SQLiteDatabase(path: path))
      try store.imports.finishDecided()
      return store
    }
  }

  init(_ database: any Database) {
    self.database = database
  }

  /// Closes the store; it must not be used afterwards.
  public func close() throws(StoreTrouble) {
    try atTheEdge { try database.close() }
  }

  /// Carries out a command once, and tells what became of it.
  public func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    try atTheEdge { try write { try $0.perform(commit) } }
  }

  /// Answers a question on the facts of one moment.
  public func answer(_ query: Query) throws(StoreTrouble) -> Answer {
    try atTheEdge { try books { try Warehouse.answer(query, $0) } }
  }

  /// Reads facts of one moment; what the closure throws is passed on.
  public func read<T>(_ body: (any Facts) throws -> T) throws -> T {
    try books { try body($0) }
  }

  /// Up to `limit` lines of the journal after a number, in order.
  public func entries(
    after number: Int, limit: Int
  ) throws(StoreTrouble) -> [JournalEntry] {
    try atTheEdge { try books { try $0.entries(after: number, limit: limit) } }
  }

  /// The commands among the next `span` lines of the journal after a number, in order.
  public func commands(after number: Int, span: Int) throws(StoreTrouble) -> [JournalEntry] {
    try atTheEdge { try books { try $0.commands(after: number, span: span) } }
  }

  /// The number of the journal's last line.
  public func head() throws(StoreTrouble) -> Int {
    try atTheEdge { try books { try $0.head() } }
  }

  /// The conversation of a session as it was committed last.
  public func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow? {
    try atTheEdge { try books { try $0.saved(session: session) } }
  }

  /// Everything in the store that contradicts what is always true.
  public func violations() throws(StoreTrouble) -> [Violation] {
    try atTheEdge { try books { try $0.violations() } }
  }

  /// Brings the log into the file, now and then.
  public func tend() { database.tend() }

  private func books<T>(_ body: (SQLBooks) throws -> T) throws -> T {
    try database.read { try body(SQLBooks(transaction: $0)) }
  }

  func write<T>(_ body: (SQLBooks) throws -> Ending<T>) throws -> T {
    try database.write { try body(SQLBooks(transaction: $0)) }
  }
}

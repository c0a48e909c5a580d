import Foundation
public import Warehouse

/// A store that is kept in memory and gone with it: for tests, drills and simulations.
public final class MemoryStore: Store, @unchecked Sendable {
  // One at a time: the lock guards both.
  private let lock = NSLock()
  private let books = MemoryBooks()
  private var imports = MemoryImports()

  /// Makes an empty store.
  public init() {}

  /// Carries out a command once, and tells what became of it.
  public func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    try atTheEdge { try write { try $0.perform(commit) } }
  }

  /// Answers a question on the facts of one moment.
  public func answer(_ query: Query) throws(StoreTrouble) -> Answer {
    try atTheEdge { try lock.withLock { try Warehouse.answer(query, books) } }
  }

  /// Reads facts of one moment; what the closure throws is passed on.
  public func read<T>(_ body: (any Facts) throws -> T) throws -> T {
    try lock.withLock { try body(books) }
  }

  /// Up to `limit` lines of the journal after a number, in order.
  public func entries(
    after number: Int, limit: Int
  ) throws(StoreTrouble) -> [JournalEntry] {
    lock.withLock { books.entries(after: number, limit: limit) }
  }

  /// The number of the journal's last line.
  public func head() throws(StoreTrouble) -> Int {
    lock.withLock { books.head }
  }

  /// The conversation of a session as it was committed last.
  public func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow? {
    lock.withLock { books.flows[session] }
  }

  /// Everything in the store that contradicts what is always true.
  public func violations() throws(StoreTrouble) -> [Violation] {
    lock.withLock { books.violations() }
  }

  /// A store of its own with the same records, to see what would come of something.
  public func copy() -> MemoryStore {
    lock.withLock {
      let twin = MemoryStore()
      twin.books.take(from: books)
      twin.imports = imports
      return twin
    }
  }

  func write<T>(_ body: (MemoryBooks) throws -> Ending<T>) throws -> T {
    try lock.withLock { try books.transact(body) }
  }
}

extension MemoryStore {
  /// Begins an import; nil when a file of that kind and content landed before.
  public func beginImport(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) throws(StoreTrouble) -> ImportTicket? {
    lock.withLock { imports.begin(kind, digest: digest, at: at) }
  }

  /// Stages some more records.
  public func stage(
    _ records: [ImportRecord], for ticket: ImportTicket
  ) throws(StoreTrouble) {
    try atTheEdge { try lock.withLock { try imports.stage(records, for: ticket) } }
  }

  /// What keeps staged records from landing, by ordinal, at most `limit`.
  public func problems(
    of ticket: ImportTicket, limit: Int
  ) throws(StoreTrouble) -> [LandingProblem] {
    try atTheEdge {
      try lock.withLock { try imports.problems(of: ticket, limit: limit, in: books) }
    }
  }

  /// Decides and lands an import.
  public func land(_ ticket: ImportTicket) throws(StoreTrouble) -> ImportReport {
    try atTheEdge { try lock.withLock { try imports.land(ticket, in: books) } }
  }

  /// Gives up an import that is not decided.
  public func abandon(_ ticket: ImportTicket) throws(StoreTrouble) {
    try atTheEdge { try lock.withLock { try imports.abandon(ticket) } }
  }
}

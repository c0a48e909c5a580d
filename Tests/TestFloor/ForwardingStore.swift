public import Storage
public import Warehouse

/// A store that hands everything on to another; tests override what they want to go wrong.
public protocol ForwardingStore: Store {
  /// The store behind it.
  var store: any Store { get }
}

extension ForwardingStore {
  /// Hands the commit on.
  public func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    try store.commit(commit)
  }

  /// Hands the question on.
  public func answer(_ query: Query) throws(StoreTrouble) -> Answer { try store.answer(query) }

  /// Hands the reading on.
  public func read<T>(_ body: (any Facts) throws -> T) throws -> T { try store.read(body) }

  /// Hands the reading of the journal on.
  public func entries(
    after number: Int, limit: Int
  ) throws(StoreTrouble) -> [JournalEntry] {
    try store.entries(after: number, limit: limit)
  }

  /// Hands the question for the journal's end on.
  public func head() throws(StoreTrouble) -> Int { try store.head() }

  /// Hands the question for a conversation on.
  public func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow? {
    try store.saved(session: session)
  }

  /// Hands the check on.
  public func violations() throws(StoreTrouble) -> [Violation] { try store.violations() }

  /// Hands the beginning of an import on.
  public func beginImport(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) throws(StoreTrouble) -> ImportTicket? {
    try store.beginImport(kind, digest: digest, at: at)
  }

  /// Hands records on.
  public func stage(
    _ records: [ImportRecord], for ticket: ImportTicket
  ) throws(StoreTrouble) {
    try store.stage(records, for: ticket)
  }

  /// Hands the check of an import on.
  public func problems(
    of ticket: ImportTicket, limit: Int
  ) throws(StoreTrouble) -> [LandingProblem] {
    try store.problems(of: ticket, limit: limit)
  }

  /// Hands the landing of an import on.
  public func land(_ ticket: ImportTicket) throws(StoreTrouble) -> ImportReport {
    try store.land(ticket)
  }

  /// Hands the giving up of an import on.
  public func abandon(_ ticket: ImportTicket) throws(StoreTrouble) {
    try store.abandon(ticket)
  }
}

import Storage
import Warehouse

/// A store that says of itself that it contradicts what is always true.
struct UnsoundStore: Store {
  private let store: any Store

  init(_ store: any Store) {
    self.store = store
  }

  func violations() throws(StoreTrouble) -> [Violation] {
    [Violation(.negative, "bin:A-01 TEA", expected: 0, found: -1)]
  }

  func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome { try store.commit(commit) }
  func answer(_ query: Query) throws(StoreTrouble) -> Answer { try store.answer(query) }
  func read<T>(_ body: (any Facts) throws -> T) throws -> T { try store.read(body) }
  func entries(after number: Int, limit: Int) throws(StoreTrouble) -> [JournalEntry] {
    try store.entries(after: number, limit: limit)
  }
  func head() throws(StoreTrouble) -> Int { try store.head() }
  func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow? {
    try store.saved(session: session)
  }
  func beginImport(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) throws(StoreTrouble) -> ImportTicket? {
    try store.beginImport(kind, digest: digest, at: at)
  }
  func stage(_ records: [ImportRecord], for ticket: ImportTicket) throws(StoreTrouble) {
    try store.stage(records, for: ticket)
  }
  func problems(of ticket: ImportTicket, limit: Int) throws(StoreTrouble) -> [LandingProblem] {
    try store.problems(of: ticket, limit: limit)
  }
  func land(_ ticket: ImportTicket) throws(StoreTrouble) -> ImportReport {
    try store.land(ticket)
  }
  func abandon(_ ticket: ImportTicket) throws(StoreTrouble) { try store.abandon(ticket) }
}

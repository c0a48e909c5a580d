import Storage
import Synchronization
import Warehouse

/// A store that tells how long its commits took.
final class TimedStore<Inner: Store>: Store {
  /// One commit: when it began and how long it took, in nanoseconds.
  struct Commitment: Codable {
    var isPick: Bool
    var isNote: Bool
    var began: Int64
    var took: Int64
    /// The bytes of the conversation it saved.
    var saved: Int
  }

  let inner: Inner
  private let seen = Mutex<[Commitment]>([])

  init(_ inner: Inner) {
    self.inner = inner
  }

  var commits: [Commitment] { seen.withLock { $0 } }

  func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    let began = Clock.now
    let outcome = try inner.commit(commit)
    let took = Clock.now - began
    var isPick = false
    if case .pick = commit.command { isPick = true }
    let one = Commitment(
      isPick: isPick, isNote: commit.command == .note, began: began, took: took,
      saved: commit.saving?.bytes.count ?? 0)
    seen.withLock { $0.append(one) }
    return outcome
  }

  func answer(_ query: Query) throws(StoreTrouble) -> Answer { try inner.answer(query) }

  func read<T>(_ body: (any Facts) throws -> T) throws -> T { try inner.read(body) }

  func entries(after number: Int, limit: Int) throws(StoreTrouble) -> [JournalEntry] {
    try inner.entries(after: number, limit: limit)
  }

  func head() throws(StoreTrouble) -> Int { try inner.head() }

  func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow? {
    try inner.saved(session: session)
  }

  func violations() throws(StoreTrouble) -> [Violation] { try inner.violations() }

  func beginImport(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) throws(StoreTrouble) -> ImportTicket? {
    try inner.beginImport(kind, digest: digest, at: at)
  }

  func stage(_ records: [ImportRecord], for ticket: ImportTicket) throws(StoreTrouble) {
    try inner.stage(records, for: ticket)
  }

  func problems(of ticket: ImportTicket, limit: Int) throws(StoreTrouble) -> [LandingProblem] {
    try inner.problems(of: ticket, limit: limit)
  }

  func land(_ ticket: ImportTicket) throws(StoreTrouble) -> ImportReport { try inner.land(ticket) }

  func abandon(_ ticket: ImportTicket) throws(StoreTrouble) { try inner.abandon(ticket) }
}

import Storage
import Synchronization
import Warehouse

/// A drill's own store: remembers what was committed, and loses its link when a fault says so.
final class WatchedStore: Store {
  private let store: any Store
  private let state = Mutex(State())

  private struct State {
    var done: [(command: Command, outcome: Outcome, device: Code<Device>?)] = []
    var failing = 0
    /// A handheld that comes back asks again for what was done already.
    var known: Set<CommandID> = []
  }

  init(_ store: any Store) {
    self.store = store
  }

  /// What was committed since the last call.
  func take() -> [(command: Command, outcome: Outcome, device: Code<Device>?)] {
    state.withLock { state in
      let done = state.done
      state.done = []
      return done
    }
  }

  /// The next commits fail.
  func fail(times: Int) { state.withLock { $0.failing = times } }

  func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    let fails = state.withLock { state in
      guard state.failing > 0 else { return false }
      state.failing -= 1
      return true
    }
    if fails { throw StoreTrouble(.busy, "no link") }
    let outcome = try store.commit(commit)
    state.withLock { state in
      guard state.known.insert(commit.id).inserted else { return }
      state.done.append((commit.command, outcome, commit.device))
    }
    return outcome
  }

  func answer(_ query: Query) throws(StoreTrouble) -> Answer { try store.answer(query) }
  func read<T>(_ body: (any Facts) throws -> T) throws -> T { try store.read(body) }
  func entries(after number: Int, limit: Int) throws(StoreTrouble) -> [JournalEntry] {
    try store.entries(after: number, limit: limit)
  }
  func head() throws(StoreTrouble) -> Int { try store.head() }
  func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow? {
    try store.saved(session: session)
  }
  func violations() throws(StoreTrouble) -> [Violation] { try store.violations() }
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

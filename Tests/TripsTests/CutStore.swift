import Storage
import Synchronization
import TestFloor
import Warehouse

/// A store whose power goes right before or right after one of its commits.
final class CutStore: ForwardingStore {
  /// When the power goes.
  enum Moment: String, CaseIterable, Sendable {
    /// Nothing of the commit is there.
    case before
    /// All of it is there, and nobody was told.
    case after
  }

  private struct State {
    var moment: Moment?
    var commits = 0
    var wasCut = false
  }

  let store: any Store
  private let state = Mutex(State())

  init(_ store: any Store) {
    self.store = store
  }

  /// Cuts the power at a commit of a handheld, counted from 0.
  func cut(_ moment: Moment, at commit: Int) {
    state.withLock { $0 = State(moment: moment, commits: commit) }
  }

  /// Gives the power back; whether it had gone.
  func mend() -> Bool {
    state.withLock { state in
      defer { state = State() }
      return state.wasCut
    }
  }

  func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    let moment = state.withLock { state -> Moment? in
      guard !state.wasCut, commit.device != nil, let moment = state.moment else { return nil }
      state.commits -= 1
      guard state.commits < 0 else { return nil }
      state.wasCut = true
      return moment
    }
    switch moment {
    case nil: return try store.commit(commit)
    case .before: throw StoreTrouble(.io, "The power is gone.")
    case .after:
      _ = try store.commit(commit)
      throw StoreTrouble(.io, "The power is gone.")
    }
  }
}

import Storage
import TestFloor
import Warehouse

/// A store that loses power at its nth commit: before it has happened, or just after.
final class CutStore: ForwardingStore, @unchecked Sendable {
  let store: any Store
  private var left: Int
  private let after: Bool
  private(set) var commits = 0

  init(_ store: any Store, at commit: Int, after: Bool) {
    self.store = store
    left = commit
    self.after = after
  }

  func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
    commits += 1
    left -= 1
    if left < 0 || left == 0 && !after { throw StoreTrouble(.io, "power cut") }
    let outcome = try store.commit(commit)
    if left == 0 { throw StoreTrouble(.io, "power cut") }
    return outcome
  }
}

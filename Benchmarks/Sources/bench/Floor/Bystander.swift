import Foundation
import Simulation
import Storage
import Synchronization
import Warehouse

/// Somebody on the floor who commits small things all the while: feels how long locks are held.
final class Bystander: Sendable {
  private let store: SQLiteStore
  private let state = Mutex((over: false, times: [Int64](), trouble: ""))
  private let ended = DispatchSemaphore(value: 0)

  /// Begins to commit a note every two milliseconds.
  init(on path: String) throws {
    store = try SQLiteStore.open(at: path)
    let thread = Thread { [self] in
      var count = 0
      while !state.withLock({ $0.over }) {
        count += 1
        let note = Commit(
          id: "bystander-\(count)", command: .note, device: "BY",
          events: [JournalEvent(kind: "key", payload: "{}", at: DemoFloor.start)],
          at: DemoFloor.start)
        do {
          let took = try Clock.time { _ = try store.commit(note) }
          state.withLock { $0.times.append(took) }
        } catch {
          state.withLock { $0.trouble = "\(error)" }
          break
        }
        Clock.pause(milliseconds: 2)
      }
      ended.signal()
    }
    thread.start()
  }

  /// What commits took since the last time it was asked.
  func times() throws -> Durations {
    let (times, trouble) = state.withLock { state in
      defer { state.times = [] }
      return (state.times, state.trouble)
    }
    guard trouble.isEmpty else { throw Trouble(trouble) }
    return Durations(times)
  }

  /// Ends it and closes its store.
  func end() throws {
    state.withLock { $0.over = true }
    ended.wait()
    try store.close()
  }
}

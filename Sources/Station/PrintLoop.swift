import Dispatch
import Foundation
public import Storage
import Synchronization
public import Warehouse

/// Prints labels on a thread of its own, so that no slow printer keeps a person waiting.
public final class PrintLoop: Sendable {
  private let wakeups = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let stopping = Mutex(false)

  /// Starts printing what is queued in a store; see `PrintWorker` for the parameters.
  public init(
    store: any Store, claimant: String, folder: String, now: @escaping @Sendable () -> Timestamp
  ) {
    let thread = Thread { [wakeups, ended, self] in
      let worker = PrintWorker(store: store, claimant: claimant, folder: folder, now: now)
      while !self.stopping.withLock({ $0 }) {
        // Trouble with the store or a printer is left for the next turn: nothing is lost by it.
        let printed = (try? worker.work()) ?? 0
        // What was queued meanwhile, or did not fit into one turn, waits for nobody.
        if printed > 0 { continue }
        _ = wakeups.wait(timeout: .now() + .milliseconds(1000))
      }
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Says that something was queued.
  public func wake() {
    wakeups.signal()
  }

  /// Ends after the label in hand, or leaves it to its lease after two seconds.
  public func stop() {
    stopping.withLock { $0 = true }
    wakeups.signal()
    _ = ended.wait(timeout: .now() + .seconds(2))
  }
}

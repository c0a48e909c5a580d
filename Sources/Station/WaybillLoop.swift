import Dispatch
import Foundation
public import Storage
import Synchronization
public import Warehouse

/// Asks carriers on a thread of its own, so that no slow carrier keeps a person waiting.
public final class WaybillLoop: Sendable {
  private let wakeups = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let stopping = Mutex(false)

  /// Starts working on the waybill jobs of a store; see `WaybillWorker` for the parameters.
  ///
  /// - Parameter settled: is told when jobs were settled: labels may be queued.
  public init(
    store: any Store, claimant: String, connections: @escaping WaybillWorker.Connections,
    now: @escaping @Sendable () -> Timestamp, log: @escaping @Sendable (String) -> Void,
    settled: @escaping @Sendable () -> Void
  ) {
    let thread = Thread { [wakeups, ended, self] in
      let worker = WaybillWorker(
        store: store, claimant: claimant, connections: connections, now: now, log: log)
      while !self.stopping.withLock({ $0 }) {
        // Trouble with the store is left for the next turn: nothing is lost by it.
        if let count = try? worker.work(), count > 0 { settled() }
        _ = wakeups.wait(timeout: .now() + .milliseconds(300))
      }
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Ends after the call in hand, or leaves it to its lease after two seconds.
  public func stop() {
    stopping.withLock { $0 = true }
    wakeups.signal()
    _ = ended.wait(timeout: .now() + .seconds(2))
  }
}

import Synchronization
public import Warehouse

/// A clock that goes only when it is told to.
public final class VirtualClock: Sendable {
  private let time: Mutex<Timestamp>

  /// Makes a clock that stands at a moment.
  public init(at start: Timestamp) {
    time = Mutex(start)
  }

  /// The moment it stands at.
  public var now: Timestamp { time.withLock { $0 } }

  /// Sets the clock forward; it never goes back.
  public func advance(to moment: Timestamp) {
    time.withLock { $0 = max($0, moment) }
  }
}

import Synchronization
import Warehouse

/// The clock of a trip: it stands until the trip moves it forward.
final class TripClock: Sendable {
  private let time: Mutex<Timestamp>

  init(_ start: Timestamp) {
    time = Mutex(start)
  }

  var now: Timestamp { time.withLock { $0 } }

  func advance(to time: Timestamp) {
    self.time.withLock { $0 = max($0, time) }
  }
}

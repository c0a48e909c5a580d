import Synchronization

/// Holds calls to so many in any window of time; waits until there is room.
public final class RateLimiter: Sendable {
  /// How many calls a window takes.
  public let count: Int
  /// The length of the window in milliseconds.
  public let window: Int
  private let pace: Pace
  private let starts = Mutex<[Int]>([])

  /// Makes a limiter.
  public init(count: Int, window: Int = 1000, pace: Pace) {
    self.count = count
    self.window = window
    self.pace = pace
  }

  /// Waits for a place and takes it.
  public func take() {
    while true {
      let wait = starts.withLock { starts -> Int in
        let now = pace.now()
        starts.removeAll { $0 <= now - window }
        guard starts.count >= count, let first = starts.first else {
          starts.append(now)
          return 0
        }
        return first + window - now
      }
      if wait == 0 { return }
      pace.wait(wait)
    }
  }
}

import Glibc

/// Time and chance as parameters: a monotonic clock, a way to wait and a source of numbers.
public struct Pace: Sendable {
  /// Milliseconds on a clock that never goes back.
  public var now: @Sendable () -> Int
  /// Waits some milliseconds.
  public var wait: @Sendable (Int) -> Void
  /// Draws a number from a range.
  public var draw: @Sendable (ClosedRange<Int>) -> Int

  /// Makes a pace.
  public init(
    now: @escaping @Sendable () -> Int, wait: @escaping @Sendable (Int) -> Void,
    draw: @escaping @Sendable (ClosedRange<Int>) -> Int
  ) {
    self.now = now
    self.wait = wait
    self.draw = draw
  }

  /// The machine's own.
  public static let system = Pace(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    },
    wait: { milliseconds in
      var left = timespec(
        tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
      var rest = timespec()
      while nanosleep(&left, &rest) != 0 && errno == EINTR { left = rest }
    },
    draw: { Int.random(in: $0) })
}

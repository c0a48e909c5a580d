/// How long to wait before a call is tried again: doubling with jitter, up to a limit.
public struct Backoff: Hashable, Sendable {
  /// The first wait in milliseconds.
  public var first: Int
  /// The longest wait in milliseconds.
  public var longest: Int
  /// How often a call is made at most, the first time included.
  public var attempts: Int

  /// Makes a backoff.
  public init(first: Int = 400, longest: Int = 8000, attempts: Int = 4) {
    self.first = first
    self.longest = longest
    self.attempts = attempts
  }

  /// The wait before attempt `attempt`, from 2: between half and all of the doubled time.
  public func wait(before attempt: Int, draw: (ClosedRange<Int>) -> Int) -> Int {
    let full = min(longest, first << min(20, max(0, attempt - 2)))
    return draw(full / 2...max(full / 2, full))
  }
}

/// A moment on a clock that only runs forward, counted from wherever the caller likes.
///
/// The decoders never read a clock: real time and virtual time are passed in alike.
public struct Instant: InstantProtocol, Hashable, Codable, Sendable {
  /// Microseconds since the caller's own start.
  public var microseconds: Int64

  /// Makes the moment so many microseconds after the start.
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Makes the moment so many milliseconds after the start.
  public init(milliseconds: Int64) {
    microseconds = milliseconds * 1_000
  }

  /// The start of the caller's clock.
  public static let start = Instant(microseconds: 0)

  /// The moment `duration` later; what is finer than a microsecond is cut off.
  public func advanced(by duration: Duration) -> Instant {
    let (seconds, attoseconds) = duration.components
    return Instant(
      microseconds: microseconds + seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
  }

  /// The time from this moment to `other`, negative if `other` is earlier.
  public func duration(to other: Instant) -> Duration {
    .microseconds(other.microseconds - microseconds)
  }

  /// Whether the first moment comes before the second.
  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.microseconds < rhs.microseconds
  }

  func advanced(milliseconds: Int) -> Instant {
    Instant(microseconds: microseconds + Int64(milliseconds) * 1_000)
  }
}

/// What is kept of a badge besides who bears it: what the person likes, and wrong PINs.
public struct Standing: Hashable, Codable, Sendable {
  /// The badge.
  public var badge: Code<Operator>
  /// The language the person chose, `zh` or `en`; empty follows the terminal.
  public var language: String
  /// The tones the person chose; nil follows the terminal.
  public var tones: Tones?
  /// Wrong PINs since the last right one or the last lock.
  public var failures: Int
  /// Until when no PIN is taken.
  public var lockedUntil: Timestamp?
  /// The levels of the drills that were passed, in their order; nil is none.
  public var trainings: [Training]?

  /// Makes what is kept of a badge; without arguments nothing is.
  public init(
    badge: Code<Operator>, language: String = "", tones: Tones? = nil, failures: Int = 0,
    lockedUntil: Timestamp? = nil, trainings: [Training]? = nil
  ) {
    self.trainings = trainings
    self.badge = badge
    self.language = language
    self.tones = tones
    self.failures = failures
    self.lockedUntil = lockedUntil
  }
}

/// What became of a PIN.
public enum PINResult: Hashable, Codable, Sendable {
  /// It was right.
  case right
  /// It was wrong, and so many more may be tried.
  case wrong(left: Int)
  /// None is taken until then.
  case locked(until: Timestamp)
}

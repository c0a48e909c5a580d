/// What kept a carrier's answer from us.
public struct CarrierTrouble: Error, Hashable, Codable, Sendable {
  /// What became of the work that was asked for.
  public enum Outcome: String, Hashable, Codable, Sendable {
    /// It is surely not done: the request never reached the carrier, or it said so.
    case notDone
    /// Nobody here knows: only the same call under the same order code may follow.
    case unknown
  }

  /// What became of the work.
  public var outcome: Outcome
  /// Whether the same call may be tried again by itself.
  public var isRetryable: Bool
  /// What happened, one line without secrets or people's data.
  public var what: String

  /// Makes trouble.
  public init(_ outcome: Outcome, isRetryable: Bool = true, _ what: String) {
    self.outcome = outcome
    self.isRetryable = isRetryable
    self.what = what
  }
}

extension CarrierTrouble: CustomStringConvertible {
  /// What happened and what it means for the number.
  public var description: String {
    switch outcome {
    case .notDone: "\(what); nothing was ordered"
    case .unknown: "\(what); outcome unknown, to be asked again under the same order code"
    }
  }
}

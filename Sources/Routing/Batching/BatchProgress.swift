/// How far a batch solver has come.
public struct BatchProgress: Hashable, Sendable {
  /// The length of the best answer so far, in millimeters.
  public let length: Int
  /// Its lateness, in millimeters times priority.
  public let lateness: Int
  /// No answer walks less than this, in millimeters.
  public let lowerBound: Int
}

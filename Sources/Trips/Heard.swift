/// What a person hears of an input.
public enum Heard: String, Hashable, Sendable, CaseIterable {
  /// The tone of what worked.
  case good
  /// The tone of what was refused.
  case bad
  /// No tone.
  case nothing
}

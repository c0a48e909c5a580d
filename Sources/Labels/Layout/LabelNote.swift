/// Something a person should know about a label that was made.
public enum LabelNote: Sendable, Equatable {
  /// A text was too long for its box and was cut after `shown` of `total` characters.
  case truncated(element: String, shown: Int, total: Int)
  /// Characters no font can draw were printed as `?`.
  case replaced(element: String, characters: [Character])
}

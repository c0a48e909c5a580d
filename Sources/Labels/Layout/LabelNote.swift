/// Something a person should know about a label that was made.
public enum LabelNote: Sendable, Equatable, CustomStringConvertible {
  /// A text was too long for its box and was cut after `shown` of `total` characters.
  case truncated(element: String, shown: Int, total: Int)
  /// Characters no font can draw were printed as `?`.
  case replaced(element: String, characters: [Character])
  /// The data hold a field the kind of label does not know; it was left out.
  case unknownField(String)

  /// The note in one line.
  public var description: String {
    switch self {
    case .truncated(let element, let shown, let total):
      "\(element): \(shown) of \(total) characters fit"
    case .replaced(let element, let characters):
      "\(element): no font has \(String(characters)), printed as ?"
    case .unknownField(let field): "field '\(field)' is not known to this kind of label"
    }
  }
}

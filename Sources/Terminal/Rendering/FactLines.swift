import Flows

/// A fact in as many rows as it is given.
struct FactLines {
  /// The rows it would like, three at most.
  let natural: [Line]
  private let leading: String
  private let trailing: String
  private let columns: Int
  private let attributes: Attributes

  init(_ fact: Fact, language: Language, columns: Int, tab: Int? = nil) {
    let isDoubled =
      fact.weight == .headline && language == .zh && columns >= 40
      && Self.doubled(fact.leading[language], columns: columns) != nil
    leading =
      isDoubled
      ? Self.doubled(fact.leading[language], columns: columns) ?? "" : fact.leading[language]
    trailing = fact.trailing?[language] ?? ""
    self.columns = columns
    attributes =
      switch fact.weight {
      case .headline, .strong: .bold
      case .plain: []
      case .dim: .dim
      }
    if let tab, !trailing.isEmpty, Width.of(leading) + 2 <= tab {
      let space = String(repeating: " ", count: tab - Width.of(leading))
      natural = [Line(leading + space + trailing, attributes)]
    } else {
      natural = Self.wrapped(leading, trailing, columns, attributes)
    }
  }

  /// The rows for a height: wrapped, or cut with the trailing words in their place.
  func lines(_ rows: Int) -> [Line] {
    if rows >= natural.count { return natural }
    let cut = min(Width.of(trailing), max(0, columns - 6))
    let end = trailing.isEmpty ? [] : [Line.Span(Width.cut(trailing, columns: cut), attributes)]
    var lines = Width.wrap(leading, columns: columns, rows: rows).map { Line($0, attributes) }
    lines[lines.count - 1].trailing = end
    return lines
  }

  private static func wrapped(
    _ leading: String, _ trailing: String, _ columns: Int, _ attributes: Attributes
  ) -> [Line] {
    let room = Width.of(trailing)
    var lines = Width.wrap(leading, columns: columns).map { Line($0, attributes) }
    if room > 0 {
      let end = [Line.Span(Width.cut(trailing, columns: columns), attributes)]
      if let last = lines.last, last.width + 1 + room <= columns {
        lines[lines.count - 1].trailing = end
      } else {
        lines.append(Line([], trailing: end))
      }
    }
    guard lines.count > 3 else { return lines }
    var first = Width.wrap(leading, columns: columns, rows: 3).map { Line($0, attributes) }
    first[2].trailing = lines.last?.trailing ?? []
    return first
  }

  /// A text in fullwidth letters, where it then still fits.
  private static func doubled(_ text: String, columns: Int) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20: scalars.append("\u{3000}")
      case 0x21...0x7E: scalars.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
      default: scalars.append(scalar)
      }
    }
    let result = String(scalars)
    return Width.of(result) <= columns ? result : nil
  }
}

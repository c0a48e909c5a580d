/// One thing in a file that is not as it should be: where, what, and what was expected.
public struct ImportProblem: Error, Hashable, Sendable {
  /// The most characters of a value that are shown.
  static let shown = 40

  /// The file by its name.
  public let file: String
  /// Where it is.
  public let place: Place
  /// The field by its column's or member's name; nil if it concerns the row or the file.
  public let field: String?
  /// What was found, cleaned and cut to 40 characters; nil if nothing was.
  public let value: String?
  /// What should have been there.
  public let expected: Expectation

  /// Makes a problem; `value` is cleaned and cut here.
  public init(
    file: String, place: Place, field: String? = nil, value: String? = nil, expected: Expectation
  ) {
    self.file = file
    self.place = place
    self.field = field.map { Self.cut($0) }
    self.value = value.map { Self.cut($0) }
    self.expected = expected
  }

  /// One line in Chinese: `orders.csv:17: quantity "x": 应为不小于 1 的整数`.
  public var chinese: String {
    found(unnamed: "第 \(place.column ?? 0) 列") + ": 应为" + expected.zh
  }

  private func found(unnamed: String) -> String {
    var text = "\(file):\(place.line)"
    if place.unit == .characters, let column = place.column { text += ":\(column)" }
    if let field {
      text += ": " + (field.isEmpty ? unnamed : field)
      if let value { text += " \"\(value)\"" }
    } else if let value {
      text += ": \"\(value)\""
    }
    return text
  }

  private static func cut(_ raw: String) -> String {
    // Cleaning what cannot be shown anyway would take long for a very long value.
    let clean = Cleaned.trimmed(String(raw.prefix(4 * shown)))
      .replacing("\u{FFFD}", with: "?")
    return clean.count > shown ? clean.prefix(shown - 3) + "..." : clean
  }
}

extension ImportProblem: CustomStringConvertible {
  /// One line in English: `orders.csv:17: quantity "x": expected a whole number of 1 or more`.
  public var description: String {
    found(unnamed: "column \(place.column ?? 0)") + ": expected " + expected.en
  }
}

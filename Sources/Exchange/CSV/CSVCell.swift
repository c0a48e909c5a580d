/// What goes into one cell of a CSV file.
public enum CSVCell: Hashable, Sendable {
  /// A text, made safe for spreadsheets if the writer does so.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Whole units written as a decimal number: 1,250 at scale 3 is `1.25`.
  case units(Int, scale: Int)
  /// Nothing.
  case empty
}

extension CSVCell: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
  /// Makes a text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }

  /// Makes a whole number.
  public init(integerLiteral value: Int) {
    self = .integer(value)
  }
}

/// Where in a file something begins; both numbers count from 1.
public struct Place: Hashable, Sendable {
  /// What a column counts.
  public enum Unit: Hashable, Sendable {
    /// Fields of a row, as in CSV.
    case fields
    /// Characters of a line, as in JSON.
    case characters
  }

  /// The line.
  public let line: Int
  /// The column; nil if it is the row as a whole.
  public let column: Int?
  /// What the column counts.
  public let unit: Unit

  /// Makes a place.
  public init(line: Int, column: Int?, unit: Unit) {
    self.line = line
    self.column = column
    self.unit = unit
  }
}

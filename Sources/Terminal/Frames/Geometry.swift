/// Columns and rows of a terminal or a part of it.
public struct Size: Hashable, Codable, Sendable {
  /// Columns, from left to right.
  public var columns: Int
  /// Rows, from top to bottom.
  public var rows: Int

  /// Makes a size; columns first, as people say 80x24.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell of a frame, from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// The row, from the top.
  public var row: Int
  /// The column, from the left.
  public var column: Int

  /// Makes a position.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
public struct Area: Hashable, Sendable {
  /// The top row.
  public var row: Int
  /// The left column.
  public var column: Int
  /// How many rows.
  public var rows: Int
  /// How many columns.
  public var columns: Int

  /// Makes a rectangle.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The rectangle without its outermost cells.
  public var inner: Area {
    Area(row: row + 1, column: column + 1, rows: rows - 2, columns: columns - 2)
  }
}

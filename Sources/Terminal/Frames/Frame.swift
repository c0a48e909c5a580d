/// What a terminal shows: a grid of cells and where the cursor stands.
///
/// Every row is exactly as wide as the frame and a wide character is never split: a cell of width
/// 2 is always followed by its trailing half, and a trailing half always follows one
/// (`isWhole` checks it). Lines and shading are kept as box-drawing characters (`─ │ ┌ … ▒`); a
/// display sends them through the terminal's own line set, or as `+ - | :`.
public struct Frame: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// Where the cursor stands; nil hides it.
  public var cursor: Position?
  /// The cells, row by row.
  private(set) var cells: [Cell]

  /// Makes an empty frame.
  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a row and column inside the frame.
  public subscript(row: Int, column: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts one cell with its trailing half; what it covers by half is blanked.
  ///
  /// A cell outside the frame, or a wide one with no room for both halves, is left out.
  public mutating func set(_ cell: Cell, row: Int, column: Int) {
    let width = cell.width
    guard (0..<size.rows).contains(row), column >= 0, width > 0,
      column + width <= size.columns
    else { return }
    let index = row * size.columns + column
    if cells[index].isTrailing { cells[index - 1] = Cell(" ", cells[index - 1].attributes) }
    let last = index + width - 1
    if cells[last].width == 2 { cells[last + 1] = Cell(" ", cells[last].attributes) }
    cells[index] = cell
    if width == 2 { cells[last] = .trailing(cell.attributes) }
  }

  /// Puts a text from a column on, clipped to `columns` of them and to the frame.
  ///
  /// Control characters become `?`; a wide character that would be halved is left out with all
  /// that follows it; format characters, as for writing direction, are dropped.
  /// - Returns: The columns used.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, columns: Int = .max,
    _ attributes: Attributes = []
  ) -> Int {
    let limit = min(columns, size.columns - column)
    var used = 0
    var open: Cell?
    var place = column
    for scalar in text.unicodeScalars {
      let scalar = Width.shown(scalar)
      let width = Width.of(scalar)
      if width == 0 {
        if var cell = open, joins(scalar), cell.character.unicodeScalars.count < 4 {
          cell.character = Character(String(cell.character) + String(Character(scalar)))
          set(cell, row: row, column: place)
          open = cell
        }
        continue
      }
      if used + width > limit { break }
      var cell = Cell(Character(scalar), attributes)
      cell.width = width
      place = column + used
      set(cell, row: row, column: place)
      open = cell
      used += width
    }
    return used
  }

  /// Whether a scalar without width is kept: marks are, format characters and variation selectors
  /// are not, because terminals disagree on what they do to the width.
  private func joins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .format && !(0xFE00...0xFE0F).contains(scalar.value)
  }

  /// Fills a rectangle with a character of one column.
  public mutating func fill(
    _ area: Area, with character: Character = " ", _ attributes: Attributes = []
  ) {
    for row in area.row..<area.row + area.rows {
      for column in area.column..<area.column + area.columns {
        set(Cell(character, attributes), row: row, column: column)
      }
    }
  }

  /// Adds attributes to the cells of a rectangle.
  public mutating func add(_ attributes: Attributes, to area: Area) {
    change(area) { $0.formUnion(attributes) }
  }

  /// Exchanges foreground and background in a rectangle.
  public mutating func reverse(_ area: Area) {
    change(area) { $0.formSymmetricDifference(.reverse) }
  }

  private mutating func change(_ area: Area, _ body: (inout Attributes) -> Void) {
    for row in max(0, area.row)..<max(0, min(size.rows, area.row + area.rows)) {
      let columns = max(0, area.column)..<max(0, min(size.columns, area.column + area.columns))
      for column in columns {
        body(&cells[row * size.columns + column].attributes)
      }
    }
  }

  /// Draws a box round a rectangle, with a title in its upper edge.
  public mutating func box(_ area: Area, title: String = "", _ attributes: Attributes = []) {
    guard area.rows >= 2, area.columns >= 2 else { return }
    let bottom = area.row + area.rows - 1
    let right = area.column + area.columns - 1
    let edge = String(repeating: "─", count: area.columns - 2)
    put("┌" + edge + "┐", row: area.row, column: area.column, attributes)
    put("└" + edge + "┘", row: bottom, column: area.column, attributes)
    for row in area.row + 1..<max(area.row + 1, bottom) {
      put("│", row: row, column: area.column, attributes)
      put("│", row: row, column: right, attributes)
    }
    guard !title.isEmpty, area.columns > 8 else { return }
    put(
      " \(Width.cut(title, columns: area.columns - 6)) ", row: area.row, column: area.column + 2,
      columns: area.columns - 4, attributes)
  }

  /// Copies another frame into this one with its top left corner at a position.
  ///
  /// The cursor comes along when the other frame has one.
  public mutating func copy(_ other: Frame, row: Int, column: Int) {
    for y in 0..<other.size.rows {
      for x in 0..<other.size.columns {
        set(other[y, x], row: row + y, column: column + x)
      }
    }
    if let cursor = other.cursor {
      self.cursor = Position(row: cursor.row + row, column: cursor.column + column)
    }
  }

  /// Whether no wide character is split: each has its trailing half, and each half its character.
  public var isWhole: Bool {
    for row in 0..<size.rows {
      var expectsHalf = false
      for cell in self.row(row) {
        guard cell.isTrailing == expectsHalf else { return false }
        expectsHalf = cell.width == 2
      }
      if expectsHalf { return false }
    }
    return true
  }

  /// The frame with bare blanks between two words of equal attributes taking these attributes.
  func joiningWords() -> Frame {
    var frame = self
    for row in 0..<size.rows {
      var word: Int?
      for index in row * size.columns..<(row + 1) * size.columns where !cells[index].isBare {
        let attributes = cells[index].attributes
        if let word, word + 1 < index, cells[word].attributes == attributes,
          attributes.isDisjoint(with: [.reverse, .underline])
        {
          for blank in word + 1..<index { frame.cells[blank].attributes = attributes }
        }
        word = index
      }
    }
    return frame
  }

  /// The frame with every cell passed through a function that keeps widths.
  func mapped(_ transform: (Cell) -> Cell) -> Frame {
    var frame = self
    frame.cells = cells.map(transform)
    return frame
  }
}

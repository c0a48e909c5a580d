extension Emulator {
  /// Moves the cursor, kept on the screen.
  mutating func move(_ row: Int, _ column: Int) {
    self.row = min(max(0, row), size.rows - 1)
    self.column = min(max(0, column), size.columns - 1)
    wrapPending = false
  }

  /// Puts a character at the cursor and moves on.
  mutating func print(_ scalar: Unicode.Scalar) {
    let width = Width.of(scalar)
    guard width > 0 else { return join(scalar) }
    var cell = Cell(Character(scalar), attributes)
    cell.width = width
    if lineSets[activeSet], let line = Self.lineSet[scalar] {
      cell = Cell(line, attributes)
    }
    put(cell)
    last = cell
  }

  /// Puts the last character again, as often as asked.
  mutating func repeatLast(_ count: Int) {
    guard let last else { return }
    for _ in 0..<min(count, size.columns * size.rows) { put(last) }
  }

  private mutating func put(_ cell: Cell) {
    if wrapPending || column + cell.width > size.columns {
      guard wraps else { return }
      column = 0
      lineFeed()
    }
    if insertMode { insertCells(cell.width) }
    set(cell, row: row, column: column)
    if column + cell.width >= size.columns {
      column = size.columns - 1
      wrapPending = true
    } else {
      column += cell.width
    }
  }

  /// Puts a cell; the other half of a wide character it covers becomes a blank without attributes.
  private mutating func set(_ cell: Cell, row: Int, column: Int) {
    grid.set(cell, row: row, column: column)
  }

  /// Adds a mark to the character before the cursor.
  private mutating func join(_ scalar: Unicode.Scalar) {
    var place = wrapPending ? column : column - 1
    guard place >= 0 else { return }
    if grid[row, place].isTrailing { place -= 1 }
    guard place >= 0 else { return }
    var cell = grid[row, place]
    let text = String(cell.character) + String(Character(scalar))
    guard text.count == 1, let character = text.first else { return }
    cell.character = character
    grid.set(cell, row: row, column: place)
  }

  /// Goes down a row, scrolling at the end of the region.
  mutating func lineFeed() {
    wrapPending = false
    if row == bottom {
      scrollUp(1)
    } else if row < size.rows - 1 {
      row += 1
    }
  }

  /// Goes up a row, scrolling at the start of the region.
  mutating func reverseLineFeed() {
    wrapPending = false
    if row == top {
      scrollDown(1)
    } else if row > 0 {
      row -= 1
    }
  }

  /// The VT100 line set.
  private static let lineSet: [Unicode.Scalar: Character] = [
    "a": "▒", "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤",
    "v": "┴", "w": "┬", "x": "│", "`": "◆", "f": "°", "g": "±", "o": "⎺", "p": "⎻", "r": "⎼",
    "s": "⎽", "y": "≤", "z": "≥", "~": "·", "h": "#", "0": "█",
  ]
}

extension Emulator {
  /// Erases columns of a row; erased cells keep no attributes.
  mutating func erase(row: Int, columns: Range<Int>) {
    for column in columns.clamped(to: 0..<size.columns) {
      grid.set(.blank, row: row, column: column)
    }
  }

  /// Erases whole rows.
  mutating func erase(rows: Range<Int>) {
    for row in rows.clamped(to: 0..<size.rows) { erase(row: row, columns: 0..<size.columns) }
  }

  /// Scrolls the region up: rows leave at its top.
  mutating func scrollUp(_ count: Int) {
    deleteRows(count, at: top)
  }

  /// Scrolls the region down: rows leave at its bottom.
  mutating func scrollDown(_ count: Int) {
    insertRows(count, at: top)
  }

  /// Takes rows out of the region; empty ones come in at its bottom.
  mutating func deleteRows(_ count: Int, at first: Int) {
    guard (top...bottom).contains(first) else { return }
    for row in first...bottom { copyRow(from: row + count, to: row) }
  }

  /// Puts empty rows into the region; rows leave at its bottom.
  mutating func insertRows(_ count: Int, at first: Int) {
    guard (top...bottom).contains(first) else { return }
    for row in (first...bottom).reversed() {
      copyRow(from: row - count >= first ? row - count : bottom + 1, to: row)
    }
  }

  private mutating func copyRow(from source: Int, to target: Int) {
    guard source <= bottom else { return erase(row: target, columns: 0..<size.columns) }
    write(Array(grid.row(source)), row: target, from: 0)
  }

  /// Puts empty cells at the cursor; cells leave at the right end.
  mutating func insertCells(_ count: Int) {
    var cells = Array(grid.row(row))
    let count = min(count, size.columns - column)
    cells.insert(contentsOf: Array(repeating: .blank, count: count), at: column)
    write(Array(cells.prefix(size.columns)), row: row, from: 0)
  }

  /// Takes cells out at the cursor; empty ones come in at the right end.
  mutating func deleteCells(_ count: Int) {
    var cells = Array(grid.row(row))
    let count = min(count, size.columns - column)
    cells.removeSubrange(column..<column + count)
    cells.append(contentsOf: Array(repeating: .blank, count: count))
    write(cells, row: row, from: 0)
  }

  /// Writes cells to a row; a half left alone by the cut becomes a blank.
  private mutating func write(_ cells: [Cell], row: Int, from first: Int) {
    erase(row: row, columns: first..<size.columns)
    for (offset, cell) in cells.enumerated() where !cell.isTrailing && cell != .blank {
      let split =
        cell.width == 2 && !(offset + 1 < cells.count && cells[offset + 1].isTrailing)
      grid.set(split ? .blank : cell, row: row, column: first + offset)
    }
  }
}

/// The bytes that move the cursor, each in its shortest form.
enum PaintMove {
  /// From a place to a cell; `cells` are those of its row where they may be sent once more on the
  /// way.
  static func steps(
    from place: PaintPath.Place, to row: Int, _ column: Int, over cells: [Cell]? = nil,
    _ encoding: TerminalEncoding
  ) -> [UInt8] {
    guard let from = place.row else { return absolute(row, column) }
    var best = absolute(row, column)
    if let known = place.column {
      let down = vertical(row - from)
      best = shorter(best, down + along(from: known, to: column))
      if known < column, let cells, let again = again(cells[known..<column], place.pen, encoding) {
        best = shorter(best, down + again)
      }
    }
    return shorter(best, [0x0D] + vertical(row - from) + forward(column))
  }

  /// Some rows down by LF, or up by RI: both keep the column.
  static func vertical(_ rows: Int) -> [UInt8] {
    if rows >= 0 {
      return rows < 5 ? Array(repeating: 0x0A, count: rows) : Array("\u{1B}[\(rows)B".utf8)
    }
    return rows > -3
      ? Array(repeating: [0x1B, UInt8(ascii: "M")], count: -rows).flatMap { $0 }
      : Array("\u{1B}[\(-rows)A".utf8)
  }

  /// Along a row.
  static func along(from: Int, to: Int) -> [UInt8] {
    if to >= from { return forward(to - from) }
    let home = [0x0D] + forward(to)
    return from - to < home.count ? Array(repeating: 0x08, count: from - to) : home
  }

  /// Some columns to the right.
  static func forward(_ columns: Int) -> [UInt8] {
    columns == 0 ? [] : Array("\u{1B}[\(columns == 1 ? "" : String(columns))C".utf8)
  }

  /// To a cell, wherever the cursor is.
  static func absolute(_ row: Int, _ column: Int) -> [UInt8] {
    let place = (row == 0 ? "" : "\(row + 1)") + (column == 0 ? "" : ";\(column + 1)")
    return Array("\u{1B}[\(place)H".utf8)
  }

  /// The cells once more, where the pen at hand writes them.
  private static func again(
    _ cells: ArraySlice<Cell>, _ pen: PaintPen, _ encoding: TerminalEncoding
  ) -> [UInt8]? {
    guard !pen.isInLineSet, cells.first?.isTrailing == false else { return nil }
    var bytes: [UInt8] = []
    for cell in cells where !cell.isTrailing {
      let isPlain = cell.character.isASCII || cell.width == 2
      let isWritten = cell.isBare ? !pen.shows : cell.attributes == pen.attributes
      guard isPlain, isWritten else { return nil }
      bytes += encoding.bytes(of: cell)
    }
    return bytes
  }

  private static func shorter(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
    other.count < one.count ? other : one
  }
}

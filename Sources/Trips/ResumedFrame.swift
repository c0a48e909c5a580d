import Terminal

/// Whether a handheld has come back at the exact step: two frames, cell for cell.
///
/// Only the banner may differ, which says that the work was resumed: what stands from its own
/// column to the edge of the glass, where nothing else may have stood before.
struct ResumedFrame {
  /// Glasses with fewer rows keep no row for the banner; it would move the others.
  static let fewestRows = 12
  private static let words = ["已恢复", "Resumed"]

  private let before: Frame
  private let after: Frame

  init(before: Frame, after: Frame) {
    self.before = before
    self.after = after
  }

  /// The first row that differs, from 0; nil when none does.
  var difference: Int? {
    guard before.size == after.size else { return 0 }
    // It may come where nothing or another banner was, and it may be gone again.
    let banner = banner(in: after) ?? banner(in: before)
    let isBanner = banner.map { isFree($0, in: before) && isFree($0, in: after) } ?? false
    for row in 0..<before.size.rows {
      for column in 0..<before.size.columns
      where Self.seen(before[row, column]) != Self.seen(after[row, column]) {
        if isBanner, let banner, banner.row == row, banner.columns.contains(column) { continue }
        return row
      }
    }
    return before.cursor == after.cursor ? nil : before.cursor?.row ?? after.cursor?.row
  }

  /// A cell without what cannot be seen on it: a blank is neither bold nor colored.
  private static func seen(_ cell: Cell) -> Cell {
    guard cell.character == " ", cell.attributes.isDisjoint(with: [.reverse, .underline]) else {
      return cell
    }
    var cell = cell
    cell.attributes = []
    return cell
  }

  private typealias Place = (row: Int, columns: Range<Int>)

  /// Whether nothing, or another banner, stands where a banner came.
  private func isFree(_ place: Place, in frame: Frame) -> Bool {
    let cells = place.columns.map { frame[place.row, $0] }
    return cells.allSatisfy { $0.character == " " }
      || Self.words.contains { column(of: $0, in: cells[...]) == 0 }
  }

  /// Where the banner's place is, when the frame has one that says so.
  private func banner(in frame: Frame) -> Place? {
    for row in 0..<frame.size.rows {
      let cells = frame.row(row)
      guard let start = Self.words.compactMap({ column(of: $0, in: cells) }).first else { continue }
      let edge = (start..<frame.size.columns).first { Self.isEdge(frame[row, $0].character) }
      return (row, start..<(edge ?? frame.size.columns))
    }
    return nil
  }

  private func column(of word: String, in cells: ArraySlice<Cell>) -> Int? {
    let letters = Array(word)
    var shown: [(column: Int, character: Character)] = []
    for (column, cell) in cells.enumerated() where !cell.isTrailing {
      shown.append((column, cell.character))
    }
    guard shown.count >= letters.count else { return nil }
    return (0...shown.count - letters.count).first { start in
      zip(shown[start...], letters).allSatisfy { $0.character == $1 }
    }.map { shown[$0].column }
  }

  private static func isEdge(_ character: Character) -> Bool {
    character == "│" || character == "|"
  }
}

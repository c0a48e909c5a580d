/// A row that differs, with what its way needs to know of each column.
struct PaintRow {
  let index: Int
  let cells: [Cell]
  /// Whether a column must be written; for a wide character both or none.
  private(set) var differs: [Bool]
  /// The first column, from each on, that must be written; the count of columns where there is none.
  private(set) var next: [Int]
  /// How many characters of one column, from each on, are the same.
  private(set) var alike: [Int]
  /// The bytes of each character.
  private(set) var costs: [Int]
  /// From where on nothing is seen any more.
  let bare: Int

  /// The first column that must be written.
  var first: Int { next[0] }

  /// A row, or nil where nothing is to be seen of its difference.
  init?(_ index: Int, _ old: [Cell], _ new: [Cell], _ encoding: TerminalEncoding) {
    self.index = index
    let count = new.count
    var differs = (0..<count).map { old[$0] != new[$0] && !(old[$0].isBare && new[$0].isBare) }
    guard differs.contains(true) else { return nil }
    for column in 0..<count where new[column].width == 2 && column + 1 < count {
      let either = differs[column] || differs[column + 1]
      differs[column] = either
      differs[column + 1] = either
    }
    cells = new
    self.differs = differs
    next = Array(repeating: count, count: count + 1)
    alike = Array(repeating: 1, count: count + 1)
    costs = Array(repeating: 0, count: count)
    bare = (new.lastIndex { !$0.isBare } ?? -1) + 1
    for column in (0..<count).reversed() {
      let cell = new[column]
      next[column] = differs[column] && !cell.isTrailing ? column : next[column + 1]
      costs[column] =
        cell.isTrailing ? 0 : cell.character.isASCII ? 1 : encoding.bytes(of: cell).count
      if cell.width == 1, column + 1 < count, Self.same(cell, new[column + 1]) {
        alike[column] = alike[column + 1] + 1
      }
    }
  }

  private static func same(_ one: Cell, _ other: Cell) -> Bool {
    one == other || (one.isBare && other.isBare)
  }

  /// Whether every terminal draws a character as wide as we do.
  func isSure(_ column: Int) -> Bool {
    let character = cells[column].character
    return character.isASCII || CursesDisplay.lineSet[character] != nil
      || !Width.hasAmbiguousWidth(String(character))
  }

  /// The bytes of a character.
  func bytes(_ column: Int, _ encoding: TerminalEncoding) -> [UInt8] {
    encoding.bytes(of: cells[column])
  }
}

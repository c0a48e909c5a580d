/// The bytes that make one picture of the one before, on a terminal that speaks ECMA-48.
///
/// A slow link is what it is for: a cell that has not changed is sent only where that is cheaper
/// than stepping over it, moves take their shortest form, rows end by erasing, and the whole
/// screen is cleared where that costs less than changing it. Pure: pictures go in, bytes come out.
///
/// What it relies on is little: CUP, CUF, CR, LF and BS move, EL and ED erase with no attribute
/// set, SGR sets attributes; ECH and REP are used where the terminal's description has them. After
/// the last column of a row, and after a character that some terminals draw wider than others, the
/// column counts as unknown.
struct Painter {
  /// What the terminal has besides.
  struct Abilities: Hashable {
    /// Whether ECH erases a number of characters.
    var erases = false
    /// Whether REP repeats the character before.
    var repeats = false
    /// Begins and ends the line set; nil where there is none.
    var lineSet: (start: [UInt8], end: [UInt8])?
    /// Hides and shows the cursor; nil where it cannot be hidden.
    var cursor: (hide: [UInt8], show: [UInt8])?

    static func == (lhs: Abilities, rhs: Abilities) -> Bool {
      lhs.erases == rhs.erases && lhs.repeats == rhs.repeats
        && lhs.lineSet?.start == rhs.lineSet?.start && lhs.cursor?.hide == rhs.cursor?.hide
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(erases)
      hasher.combine(repeats)
    }
  }

  private let abilities: Abilities
  private let encoding: TerminalEncoding
  /// What is on the screen; nil before the first picture and after it was spoiled.
  private var shown: Frame?
  private var row = 0
  /// Where the cursor stands; nil when only its row is known.
  private var column: Int?
  private var isPlaced = false
  private var pen = Attributes()
  private var isInLineSet = false
  /// Whether the cursor is hidden; nil when nobody knows.
  private var isHidden: Bool?
  private var output: [UInt8] = []

  init(_ abilities: Abilities, encoding: TerminalEncoding) {
    self.abilities = abilities
    self.encoding = encoding
  }

  /// The screen is not as it was left: the next picture is sent whole.
  mutating func forget() {
    shown = nil
    isPlaced = false
    isHidden = nil
  }

  /// The bytes that show a picture.
  mutating func paint(_ frame: Frame) -> [UInt8] {
    guard let shown, shown.size == frame.size else {
      var painter = self
      painter.output = []
      if isInLineSet { painter.output += abilities.lineSet?.end ?? [] }
      painter.isInLineSet = false
      // Whatever scrolls is all of the screen, at whatever size it was before.
      painter.output += Array("\u{1B}[r\u{1B}[m".utf8)
      painter.pen = []
      painter.clear()
      painter.change(Frame(size: frame.size), to: frame)
      self = painter
      return take()
    }
    var changed = self
    changed.change(shown, to: frame)
    var cleared = self
    cleared.clear()
    cleared.change(Frame(size: frame.size), to: frame)
    self = cleared.output.count < changed.output.count ? cleared : changed
    return take()
  }

  private mutating func take() -> [UInt8] {
    defer { output = [] }
    return output
  }

  private mutating func clear() {
    draw(with: [])
    output += Array("\u{1B}[H\u{1B}[J".utf8)
    row = 0
    column = 0
    isPlaced = true
  }

  private mutating func change(_ old: Frame, to new: Frame) {
    for row in 0..<new.size.rows where old.row(row) != new.row(row) {
      change(row, Array(old.row(row)), Array(new.row(row)))
    }
    if isInLineSet { output += abilities.lineSet?.end ?? [] }
    isInLineSet = false
    // Left on, it would reach what others print.
    if !pen.isDisjoint(with: [.reverse, .underline]) { draw(with: []) }
    if let cursor = new.cursor {
      move(cursor.row, cursor.column, over: nil)
      if isHidden != false { output += abilities.cursor?.show ?? [] }
      isHidden = false
    } else if isHidden != true, let cursor = abilities.cursor {
      output += cursor.hide
      isHidden = true
    }
    shown = new
  }

  // MARK: - One row

  /// A part of a row that differs.
  private struct Run {
    var first: Int
    var end: Int
  }

  private mutating func change(_ row: Int, _ old: [Cell], _ new: [Cell]) {
    var runs = Self.runs(old, new)
    guard let last = runs.last else { return }
    let bare = new.lastIndex { !$0.isBare }.map { $0 + 1 } ?? 0
    // Where the row ends in blanks, erasing them costs three bytes and perhaps a reset.
    let blanks = max(0, last.end - max(bare, last.first))
    let outside = runs.dropLast().filter { $0.end > bare }.count
    let erasesEnd = bare < new.count && (blanks > 3 || outside > 0)
    if erasesEnd {
      runs = runs.filter { $0.first < bare }
      if let last = runs.indices.last { runs[last].end = min(runs[last].end, bare) }
    }
    for run in runs {
      move(row, run.first, over: new)
      write(new, run)
    }
    if erasesEnd {
      move(row, bare, over: new)
      draw(with: [])
      output += Array("\u{1B}[K".utf8)
    }
  }

  /// The parts that differ, each whole characters.
  private static func runs(_ old: [Cell], _ new: [Cell]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < new.count {
      let end = min(new.count, index + max(1, new[index].width))
      // Where a wide character was begun, what is left of it must be overwritten too.
      var differs = (index..<end).contains { old[$0] != new[$0] }
      if old[index].isTrailing, !new[index].isTrailing { differs = true }
      if differs {
        if let last = runs.last, last.end == index {
          runs[runs.count - 1].end = end
        } else {
          runs.append(Run(first: index, end: end))
        }
      }
      index = end
    }
    return runs
  }

  private mutating func write(_ cells: [Cell], _ run: Run) {
    var index = run.first
    while index < run.end {
      let cell = cells[index]
      let alike = cells[index..<run.end].prefix { $0 == cell && cell.width == 1 }.count
      if cell.isBare, abilities.erases, alike > 9, index + alike < run.end {
        draw(with: [])
        output += Array("\u{1B}[\(alike)X".utf8)
        index += alike
        move(row, index, over: nil)
        continue
      }
      put(cell, at: index, of: cells.count)
      if abilities.repeats, alike > 7, cell.character.isASCII, column != nil,
        index + alike < cells.count
      {
        output += Array("\u{1B}[\(alike - 1)b".utf8)
        column = index + alike
        index += alike
        continue
      }
      index += max(1, cell.width)
      if column == nil, index < run.end { move(row, index, over: nil) }
    }
  }

  private mutating func put(_ cell: Cell, at index: Int, of columns: Int) {
    draw(with: cell.attributes)
    let letter = abilities.lineSet == nil ? nil : CursesDisplay.lineSet[cell.character]
    if let lines = abilities.lineSet, (letter != nil) != isInLineSet {
      output += letter != nil ? lines.start : lines.end
      isInLineSet = letter != nil
    }
    output += letter.map { [$0] } ?? encoding.bytes(of: cell)
    let isSure =
      cell.character.isASCII || CursesDisplay.lineSet[cell.character] != nil
      || !Width.hasAmbiguousWidth(String(cell.character))
    let next = index + max(1, cell.width)
    column = next < columns && isSure ? next : nil
  }

  // MARK: - Moving

  /// Goes to a cell; `over` are the cells of its row, which may be sent again on the way.
  private mutating func move(_ toRow: Int, _ toColumn: Int, over cells: [Cell]?) {
    guard !isPlaced || row != toRow || column != toColumn else { return }
    var best = Self.absolute(toRow, toColumn)
    if isPlaced, row == toRow, let column {
      if column < toColumn {
        best = Self.shorter(best, Self.forward(toColumn - column))
        if let again = again(cells, from: column, to: toColumn), again.count <= best.count {
          best = again
        }
      } else {
        best = Self.shorter(best, Array(repeating: 0x08, count: column - toColumn))
      }
    }
    if isPlaced, row <= toRow, toRow - row < 5 {
      let feeds = [0x0D] + Array(repeating: UInt8(0x0A), count: toRow - row)
      best = Self.shorter(best, feeds + Self.forward(toColumn))
    }
    output += best
    row = toRow
    column = toColumn
    isPlaced = true
  }

  /// The cells between, where they are plain text in the attributes at hand.
  private func again(_ cells: [Cell]?, from: Int, to: Int) -> [UInt8]? {
    guard let cells, to - from <= 6, !isInLineSet else { return nil }
    var bytes: [UInt8] = []
    for cell in cells[from..<to] where !cell.isTrailing {
      let isPlain = cell.character.isASCII || cell.width == 2
      guard cell.attributes == pen, isPlain else { return nil }
      bytes += encoding.bytes(of: cell)
    }
    return cells[from].isTrailing ? nil : bytes
  }

  private static func shorter(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
    other.count < one.count ? other : one
  }

  private static func absolute(_ row: Int, _ column: Int) -> [UInt8] {
    let place = (row == 0 ? "" : "\(row + 1)") + (column == 0 ? "" : ";\(column + 1)")
    return Array("\u{1B}[\(place)H".utf8)
  }

  private static func forward(_ columns: Int) -> [UInt8] {
    columns == 0 ? [] : Array("\u{1B}[\(columns == 1 ? "" : String(columns))C".utf8)
  }

  // MARK: - Attributes

  private mutating func draw(with attributes: Attributes) {
    guard attributes != pen else { return }
    let all = Self.codes(attributes)
    let reset = all.isEmpty ? "" : ";" + all.joined(separator: ";")
    var best = reset
    let color = pen.intersection(.colors)
    if attributes.isSuperset(of: pen),
      color.isEmpty || attributes.intersection(.colors) == color
    {
      let more = Self.codes(attributes.subtracting(pen)).joined(separator: ";")
      if more.count < best.count { best = more }
    }
    output += Array("\u{1B}[\(best)m".utf8)
    pen = attributes
  }

  private static func codes(_ attributes: Attributes) -> [String] {
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    let color =
      attributes.contains(.bad)
      ? "31"
      : attributes.contains(.warn)
        ? "33" : attributes.contains(.good) ? "32" : attributes.contains(.accent) ? "36" : nil
    return codes + (color.map { [$0] } ?? [])
  }
}

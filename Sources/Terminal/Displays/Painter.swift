/// The bytes that make one picture of the one before, on a terminal that speaks ECMA-48.
///
/// A slow link is what it is for: rows go from top to bottom by the cheapest way that `PaintPath`
/// finds, and the whole screen is cleared where that costs less than changing it. Pure: pictures go
/// in, bytes come out.
///
/// What it relies on is little: CUP, CUF, RI, CR, LF and BS move, EL and ED erase in the ground
/// color, SGR sets attributes; ECH and REP are used where the terminal's description has them. After
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
  /// Where the cursor stands, and with which pen.
  private var place = PaintPath.Place(row: nil, column: nil, pen: PaintPen())
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
    place.row = nil
    place.column = nil
    isHidden = nil
  }

  /// The bytes that show a picture.
  mutating func paint(_ frame: Frame) -> [UInt8] {
    guard let shown, shown.size == frame.size else {
      if place.pen.isInLineSet { output += abilities.lineSet?.end ?? [] }
      // Whatever scrolls is all of the screen, at whatever size it was before.
      output += Array("\u{1B}[r\u{1B}[m".utf8)
      place.pen = PaintPen()
      clear()
      change(Frame(size: frame.size), to: frame)
      return take()
    }
    var changed = self
    changed.change(shown, to: frame)
    // Cleared, every character would have to come again.
    let whole = frame.cells.count { !$0.isBare && !$0.isTrailing } + 6
    guard changed.output.count > whole else {
      self = changed
      return take()
    }
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
    draw(with: PaintPen())
    output += Array("\u{1B}[H\u{1B}[J".utf8)
    (place.row, place.column) = (0, 0)
  }

  private mutating func change(_ old: Frame, to new: Frame) {
    let path = PaintPath(abilities, encoding, from: old, to: new)
    let end = path.bytes(from: place, into: &output)
    place = end
    if place.pen.isInLineSet {
      output += abilities.lineSet?.end ?? []
      place.pen.isInLineSet = false
    }
    // Left on, it would reach what others print.
    if place.pen.shows { draw(with: PaintPen()) }
    if let cursor = new.cursor {
      let steps = PaintMove.steps(
        from: place, to: cursor.row, cursor.column, over: Array(new.row(cursor.row)), encoding)
      output += steps
      (place.row, place.column) = (cursor.row, cursor.column)
      if isHidden != false { output += abilities.cursor?.show ?? [] }
      isHidden = false
    } else if isHidden != true, let cursor = abilities.cursor {
      output += cursor.hide
      isHidden = true
    }
    shown = new
  }

  private mutating func draw(with pen: PaintPen) {
    output += place.pen.change(to: pen, abilities)
    place.pen = pen
  }
}

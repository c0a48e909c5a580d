/// A terminal's screen, from the bytes a program sends it: a small VT100 and xterm.
///
/// It understands what ncurses emits for xterm, xterm-256color, vt100, linux and screen: moving,
/// erasing, inserting and deleting, scroll regions, attributes, the line set, repetition, the
/// alternate screen, UTF-8 and wide characters. What it does not know it skips. It is pure; the
/// answers it would send, as to a question for the cursor's place, are in `replies`.
public struct Emulator: Sendable {
  /// Columns and rows.
  public private(set) var size: Size
  /// How many bytes it was fed.
  public private(set) var byteCount = 0
  /// How many bells rang.
  public private(set) var bellCount = 0
  /// What the terminal would have sent back; take it with `takeReplies`.
  public private(set) var replies: [UInt8] = []
  /// Whether the alternate screen is shown, as while curses runs on an xterm.
  public private(set) var isAlternate = false

  var grid: Frame
  var row = 0
  var column = 0
  var cursorVisible = true
  /// The last column was written, and the next character goes to the next row.
  var wrapPending = false
  var attributes: Attributes = []
  var top = 0
  var bottom: Int
  var insertMode = false
  var wraps = true
  var lineSets: [Bool] = [false, false]
  var activeSet = 0
  var saved: Saved?
  var primary: Frame?
  var last: Cell?
  var parser = EmulatorParser()

  struct Saved: Sendable {
    var row: Int
    var column: Int
    var attributes: Attributes
    var lineSets: [Bool]
    var activeSet: Int
  }

  /// Makes an empty screen.
  public init(size: Size) {
    self.size = size
    grid = Frame(size: size)
    bottom = size.rows - 1
  }

  /// What is on the screen, with the cursor where it is visible.
  public var frame: Frame {
    var frame = grid
    frame.cursor = cursorVisible ? Position(row: row, column: column) : nil
    return frame
  }

  /// Takes bytes the program has sent.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      byteCount += 1
      if let action = parser.feed(byte) { perform(action) }
    }
  }

  /// Takes the answers the terminal would have sent.
  public mutating func takeReplies() -> [UInt8] {
    defer { replies = [] }
    return replies
  }

  /// Changes the size as a terminal's window does, keeping the upper left part.
  public mutating func resize(to size: Size) {
    var grid = Frame(size: size)
    grid.copy(self.grid, row: 0, column: 0)
    self.grid = grid
    self.size = size
    primary = primary.map { old in
      var new = Frame(size: size)
      new.copy(old, row: 0, column: 0)
      return new
    }
    top = 0
    bottom = size.rows - 1
    row = min(row, size.rows - 1)
    column = min(column, size.columns - 1)
    wrapPending = false
  }

  private mutating func perform(_ action: EmulatorParser.Action) {
    switch action {
    case .print(let scalar): print(scalar)
    case .control(let byte): control(byte)
    case .escape(let intermediate, let final): escape(intermediate, final)
    case .sequence(let sequence): self.sequence(sequence)
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bellCount += 1
    case 0x08: move(row, column - 1)
    case 0x09: move(row, min(size.columns - 1, (column / 8 + 1) * 8))
    case 0x0A...0x0C: lineFeed()
    case 0x0D: move(row, 0)
    case 0x0E: activeSet = 1
    case 0x0F: activeSet = 0
    default: break
    }
  }

  private mutating func escape(_ intermediate: UInt8?, _ final: UInt8) {
    switch (intermediate, final) {
    case (UInt8(ascii: "("), _): lineSets[0] = final == UInt8(ascii: "0")
    case (UInt8(ascii: ")"), _): lineSets[1] = final == UInt8(ascii: "0")
    case (nil, UInt8(ascii: "7")): save()
    case (nil, UInt8(ascii: "8")): restore()
    case (nil, UInt8(ascii: "D")): lineFeed()
    case (nil, UInt8(ascii: "E")):
      move(row, 0)
      lineFeed()
    case (nil, UInt8(ascii: "M")): reverseLineFeed()
    case (nil, UInt8(ascii: "c")): self = reset()
    case (nil, UInt8(ascii: "g")): bellCount += 1
    default: break
    }
  }

  private func reset() -> Emulator {
    var fresh = Emulator(size: size)
    fresh.byteCount = byteCount
    fresh.bellCount = bellCount
    fresh.replies = replies
    return fresh
  }

  mutating func answer(_ text: String) {
    replies.append(contentsOf: text.utf8)
  }

  mutating func save() {
    saved = Saved(
      row: row, column: column, attributes: attributes, lineSets: lineSets, activeSet: activeSet)
  }

  mutating func restore() {
    guard let saved else { return }
    attributes = saved.attributes
    lineSets = saved.lineSets
    activeSet = saved.activeSet
    move(saved.row, saved.column)
  }

  /// Shows or leaves the alternate screen.
  mutating func showAlternate(_ alternate: Bool) {
    guard alternate != isAlternate else { return }
    isAlternate = alternate
    if alternate {
      primary = grid
      grid = Frame(size: size)
    } else if let primary {
      grid = primary
      self.primary = nil
    }
  }
}

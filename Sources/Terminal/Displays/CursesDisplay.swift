import CTerminal
public import Flows
import Glibc
public import Warehouse

/// A terminal opened by ncurses, to which only what differs from the picture it shows is sent.
///
/// Terminals that speak ECMA-48, which is every one met since the VT100, are drawn on by a
/// `Painter`, in the encoding wanted; the others by curses itself, in the locale's.
///
/// Lines and shading go out through the terminal's own line set where terminfo names one. Under
/// linux, screen and tmux curses would send raw box-drawing characters, which a Chinese terminal
/// may draw two columns wide: there they are ASCII, unless the terminal was asked (`probe`) and
/// said one column.
@MainActor
public final class CursesDisplay: Display {
  /// How a terminal is opened.
  public struct Options: Sendable {
    /// The terminal's name, as in `TERM`.
    public var name: String
    /// Whether colours are used where there are any; false for `NO_COLOR`.
    public var color: Bool
    /// Whether a refusal flashes the screen where it would ring the bell.
    public var flashes: Bool
    /// Whether good scans ring once.
    public var ringsForGood: Bool
    /// How long to wait for the terminal's answer about the width of its lines, in milliseconds;
    /// 0 does not ask.
    public var probe: Int
    /// How characters are sent; nil as the locale says.
    public var encoding: TerminalEncoding?

    /// Makes options.
    public init(
      name: String, color: Bool = true, flashes: Bool = false, ringsForGood: Bool = false,
      probe: Int = 0, encoding: TerminalEncoding? = nil
    ) {
      self.encoding = encoding
      self.name = name
      self.color = color
      self.flashes = flashes
      self.ringsForGood = ringsForGood
      self.probe = probe
    }
  }

  /// The name the terminal was opened by: the one asked for, or `vt100`.
  public let name: String
  /// What lines and shading can be drawn with.
  public let charset: Charset
  /// Which attributes the terminal shows; the others are dropped.
  public let attributes: Attributes
  /// Bytes that were typed while the terminal was asked about its lines: the first of the input.
  public let early: [UInt8]
  /// When the next bell of a tone is due, in milliseconds of the monotonic clock.
  public private(set) var bellDue: Int64?

  /// Bytes of pictures sent so far.
  public private(set) var byteCount = 0
  /// Which tones are heard, and whether refusals flash.
  public var tones: Tones

  private var terminal: OpaquePointer?
  private var painter: Painter?
  private var beatsLeft = 0
  private var last: Frame?

  /// Opens a terminal on two descriptors, which stay the caller's.
  ///
  /// An unknown name is tried again as `vt100`. The locale must have been set before
  /// (`TerminalLocale.set`).
  /// - Returns: Nil when the terminal cannot move its cursor; the caller then uses a
  ///   `LineDisplay`.
  public init?(input: Int32 = 0, output: Int32 = 1, options: Options) {
    guard let (terminal, name) = Self.open(input: input, output: output, options: options) else {
      return nil
    }
    self.terminal = terminal
    self.name = name
    tones = options.flashes ? .flashing : options.ringsForGood ? .both : .bad
    attributes = Attributes(rawValue: UInt16(truncatingIfNeeded: ct_attributes(terminal)))
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count: Int32 = 0
    var narrow = ct_has_line_set(terminal) != 0
    if !narrow, options.probe > 0 {
      narrow =
        ct_probe_line_width(terminal, Int32(options.probe), &bytes, Int32(bytes.count), &count) != 0
    }
    let encoding = options.encoding ?? Self.encoding
    let lines = Self.strings(["smacs", "rmacs"], of: terminal)
    let hasLineSet = ct_has_line_set(terminal) != 0 && lines.allSatisfy { !$0.isEmpty }
    // Raw lines are characters, which only UTF-8 has one column wide.
    charset = narrow && (encoding == .utf8 || hasLineSet) ? .unicode : .ascii
    painter = Self.painter(on: terminal, lines: hasLineSet ? lines : [], encoding)
    if painter != nil {
      ct_clear(terminal)
      let enable = Self.strings(["enacs"], of: terminal).flatMap { $0 }
      _ = ct_send(terminal, enable, enable.count)
    }
    early = Array(bytes.prefix(Int(count)))
  }

  private static func open(
    input: Int32, output: Int32, options: Options
  ) -> (OpaquePointer, String)? {
    let color: Int32 = options.color ? 1 : 0
    if let terminal = ct_open(options.name, input, output, color) {
      return (terminal, options.name)
    }
    // A terminal that says it is dumb is believed.
    guard options.name != "dumb", let terminal = ct_open("vt100", input, output, color) else {
      return nil
    }
    return (terminal, "vt100")
  }

  /// What the locale's character set is.
  private static var encoding: TerminalEncoding {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return .ascii }
    return TerminalEncoding(name: String(cString: name)) ?? .ascii
  }

  private static func strings(_ names: [String], of terminal: OpaquePointer) -> [[UInt8]] {
    names.map { name in
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = ct_string(terminal, name, &bytes, Int32(bytes.count))
      return Array(bytes.prefix(Int(count)))
    }
  }

  /// The painter for a terminal; nil where curses must draw.
  private static func painter(
    on terminal: OpaquePointer, lines: [[UInt8]], _ encoding: TerminalEncoding
  ) -> Painter? {
    let able = Int(ct_abilities(terminal))
    guard able & CT_ECMA != 0 else { return nil }
    var abilities = Painter.Abilities()
    abilities.erases = able & CT_ERASES != 0
    abilities.repeats = able & CT_REPEATS != 0
    if lines.count == 2 { abilities.lineSet = (lines[0], lines[1]) }
    let cursor = strings(["civis", "cnorm"], of: terminal)
    if cursor.allSatisfy({ !$0.isEmpty }) {
      // The rest of it is about blinking.
      let show = Array("\u{1B}[?25h".utf8)
      let isPlain = String(decoding: cursor[1], as: UTF8.self).contains("\u{1B}[?25h")
      abilities.cursor = (cursor[0], isPlain ? show : cursor[1])
    }
    return Painter(abilities, encoding: encoding)
  }

  /// Columns and rows curses draws for; `resize` asks anew.
  public var size: Size {
    guard let terminal else { return last?.size ?? Size(columns: 0, rows: 0) }
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_size(terminal, &rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Asks the system for the size; call it on `SIGWINCH`.
  ///
  /// - Returns: Whether it changed; the screen must then be shown anew.
  public func resize() -> Bool {
    guard let terminal, ct_resize(terminal) != 0 else { return false }
    last = nil
    painter?.forget()
    return true
  }

  /// Shows a frame, sending the differences.
  public func show(_ frame: Frame) {
    guard let terminal else { return }
    let shown = appearance(of: frame)
    if painter != nil {
      let bytes = painter?.paint(shown) ?? []
      byteCount += bytes.count
      if !bytes.isEmpty { _ = ct_send(terminal, bytes, bytes.count) }
      last = shown
      return
    }
    for row in 0..<shown.size.rows {
      if let last, last.size == shown.size, last.row(row) == shown.row(row) { continue }
      put(shown.row(row), row: row, on: terminal)
    }
    if let cursor = shown.cursor {
      ct_cursor(terminal, Int32(cursor.row), Int32(cursor.column))
    } else {
      ct_cursor(terminal, -1, 0)
    }
    ct_refresh(terminal, 0)
    last = shown
  }

  /// Sends the whole picture again, as Ctrl-L asks for.
  public func redraw() {
    guard let terminal else { return }
    guard painter != nil else { return ct_refresh(terminal, 1) }
    painter?.forget()
    if let last { show(last) }
  }

  /// Stops the process as Ctrl-Z would, with the terminal given back; returns when it goes on.
  public func suspend() {
    guard let terminal else { return }
    ct_suspend(terminal)
    last = nil
    painter?.forget()
  }

  /// Rings: once for what worked, three times, 120 ms apart, for a refusal; with a flash of the
  /// screen where that is wanted.
  public func sound(_ sound: Sound) {
    guard let terminal else { return }
    switch sound {
    case .good:
      if tones.ringsForGood { ct_beep(terminal, 0) }
    case .bad:
      if tones.flashes { ct_beep(terminal, 1) }
      guard tones.ringsForBad else { return }
      ct_beep(terminal, 0)
      beatsLeft = 2
      bellDue = ct_now() + Self.beat
    }
  }

  /// Rings the next bell of a refusal when it is due.
  public func ringIfDue() {
    guard let terminal, let due = bellDue, ct_now() >= due else { return }
    ct_beep(terminal, 0)
    beatsLeft -= 1
    bellDue = beatsLeft > 0 ? due + Self.beat : nil
  }

  /// Gives the terminal back.
  public func close() {
    guard let terminal else { return }
    self.terminal = nil
    bellDue = nil
    ct_close(terminal)
  }

  private static let beat: Int64 = 120

  private func put(_ cells: ArraySlice<Cell>, row: Int, on terminal: OpaquePointer) {
    for (column, cell) in cells.enumerated() where !cell.isTrailing {
      let scalars = cell.character.unicodeScalars.map(\.value)
      let line = Self.lineSet[cell.character] ?? 0
      ct_put(
        terminal, Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(cell.width),
        UInt32(cell.attributes.rawValue), CChar(bitPattern: line))
    }
  }

  /// The VT100 line set's letters.
  nonisolated static let lineSet: [Character: UInt8] = [
    "─": UInt8(ascii: "q"), "│": UInt8(ascii: "x"), "┌": UInt8(ascii: "l"),
    "┐": UInt8(ascii: "k"), "└": UInt8(ascii: "m"), "┘": UInt8(ascii: "j"),
    "├": UInt8(ascii: "t"), "┤": UInt8(ascii: "u"), "┬": UInt8(ascii: "w"),
    "┴": UInt8(ascii: "v"), "┼": UInt8(ascii: "n"), "▒": UInt8(ascii: "a"),
  ]
}

extension CursesDisplay {
  /// The frame as this terminal shows it: its size, its attributes, its lines.
  ///
  /// Empty cells keep only attributes that can be seen on them, or those of the words they part:
  /// switching attributes off and on again costs more than the blank.
  public func appearance(of frame: Frame) -> Frame {
    var clipped = Frame(size: size)
    clipped.copy(frame.drawn(with: charset), row: 0, column: 0)
    if let cursor = clipped.cursor, size.rows > 0, size.columns > 0 {
      clipped.cursor = Position(
        row: min(max(0, cursor.row), size.rows - 1),
        column: min(max(0, cursor.column), size.columns - 1))
    }
    let known = attributes
    let shown = clipped.mapped { cell in
      var cell = cell
      cell.attributes.formIntersection(known)
      if cell.isBare { cell.attributes = [] }
      return cell
    }
    return shown.joiningWords()
  }
}

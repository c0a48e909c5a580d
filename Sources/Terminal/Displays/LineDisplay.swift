import CTerminal
public import Flows
public import Warehouse

/// A display for pipes and terminals that cannot move their cursor: each frame as plain lines.
///
/// A frame is printed only when its words differ from the last one's, without attributes and
/// without the empty rows, and ends in a line of dashes. A tone behind a frame that
/// was not printed prints it again: here only what is printed answers.
@MainActor
public final class LineDisplay: Display {
  /// The size frames are made for.
  public let size: Size
  /// Lines and shading are ASCII.
  public let charset = Charset.ascii
  /// Which tones are heard.
  public var tones: Tones
  private let output: Int32
  private let encoding: TerminalEncoding
  private var last: [String] = []
  /// Whether the frame shown last read as the one before, and was not printed.
  private var isSame = false
  private var isOpen = true
  private var isConcealed = false

  /// Makes a display that writes to a descriptor, which stays the caller's.
  ///
  /// - Parameters:
  ///   - output: Where it writes.
  ///   - size: The size frames are made for.
  ///   - bell: Whether a refusal rings the bell; not for pipes.
  ///   - encoding: How characters are written.
  public init(
    output: Int32, size: Size = Size(columns: 40, rows: 16), bell: Bool = false,
    encoding: TerminalEncoding = .utf8
  ) {
    self.output = output
    self.size = size
    self.encoding = encoding
    tones = bell ? .bad : .none
  }

  /// Prints the frame's rows.
  public func show(_ frame: Frame) {
    let lines = frame.drawn(with: charset).lines.filter { !$0.isEmpty }
    isSame = lines == last
    guard !isSame else { return }
    last = lines
    printLast()
  }

  private func printLast() {
    write(last.joined(separator: "\n") + "\n" + String(repeating: "-", count: 20) + "\n")
  }

  /// Rings once for what worked, three times for a refusal.
  public func sound(_ sound: Sound) {
    if isSame { printLast() }
    isSame = false
    switch sound {
    case .good: if tones.ringsForGood { write("\u{7}") }
    case .bad: if tones.ringsForBad || tones.flashes { write("\u{7}\u{7}\u{7}") }
    }
  }

  /// Lets the terminal echo what is typed, or not.
  public func conceal(_ secret: Bool) {
    guard secret != isConcealed else { return }
    isConcealed = secret
    _ = ct_echo(output, secret ? 0 : 1)
  }

  /// Ends it.
  public func close() {
    conceal(false)
    isOpen = false
  }

  private func write(_ text: String) {
    guard isOpen else { return }
    let bytes =
      encoding == .utf8
      ? Array(text.utf8) : text.flatMap { $0 == "\n" ? [0x0A] : encoding.bytes(of: Cell($0)) }
    if ct_write(output, bytes, bytes.count) != 0 { isOpen = false }
  }
}

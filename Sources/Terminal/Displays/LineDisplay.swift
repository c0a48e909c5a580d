import CTerminal
public import Flows

/// A display for pipes and terminals that cannot move their cursor: each frame as plain lines.
///
/// A frame is printed only when its words differ from the last one's, without attributes and
/// without the empty rows, and ends in a line of dashes.
@MainActor
public final class LineDisplay: Display {
  /// The size frames are made for.
  public let size: Size
  /// Lines and shading are ASCII.
  public let charset = Charset.ascii
  private let output: Int32
  private let bell: Bool
  private var last: [String] = []
  private var isOpen = true

  /// Makes a display that writes to a descriptor, which stays the caller's.
  ///
  /// - Parameter bell: Whether a refusal rings the bell; not for pipes.
  public init(output: Int32, size: Size = Size(columns: 40, rows: 16), bell: Bool = false) {
    self.output = output
    self.size = size
    self.bell = bell
  }

  /// Prints the frame's rows.
  public func show(_ frame: Frame) {
    let lines = frame.drawn(with: charset).lines.filter { !$0.isEmpty }
    guard lines != last else { return }
    last = lines
    write(lines.joined(separator: "\n") + "\n" + String(repeating: "-", count: 20) + "\n")
  }

  /// Rings the bell for a refusal.
  public func sound(_ sound: Sound) {
    switch sound {
    case .good: break
    case .bad: if bell { write("\u{7}") }
    }
  }

  /// Ends it.
  public func close() {
    isOpen = false
  }

  private func write(_ text: String) {
    guard isOpen else { return }
    let bytes = Array(text.utf8)
    if ct_write(output, bytes, bytes.count) != 0 { isOpen = false }
  }
}

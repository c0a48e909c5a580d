import Terminal
import Testing
import Trips

/// The real display on a pseudo-terminal, and what a terminal of its kind makes of the bytes.
@MainActor
final class CursesGlass {
  let display: CursesDisplay
  private let terminal: PseudoTerminal
  private var emulator: Emulator
  private var back: GBDecoder?

  init(_ name: String, _ encoding: TerminalEncoding, _ size: Size) throws {
    terminal = try PseudoTerminal(size: size)
    let follower = try #require(terminal.follower)
    display = try #require(
      CursesDisplay(
        input: follower, output: follower, options: .init(name: name, encoding: encoding)))
    emulator = Emulator(size: size)
    back = encoding == .utf8 ? nil : GBDecoder()
  }

  /// Shows a frame; what is seen then, as far as this kind of terminal can show it.
  func show(_ frame: Frame) -> Frame {
    display.show(frame)
    while let bytes = terminal.read(timeout: 0), !bytes.isEmpty {
      emulator.feed(back?.feed(bytes) ?? bytes)
    }
    return display.appearance(of: emulator.frame)
  }

  func close() { display.close() }
}

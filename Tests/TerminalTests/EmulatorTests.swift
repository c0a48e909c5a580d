import Foundation
import Terminal
import Testing

/// The emulator by itself, and against pyte.
struct EmulatorTests {
  static func screen(_ text: String, columns: Int = 10, rows: Int = 3) -> Emulator {
    var emulator = Emulator(size: Size(columns: columns, rows: rows))
    emulator.feed(Array(text.utf8))
    return emulator
  }

  @Test func wrapsOnlyWhenTheNextCharacterComes() {
    let full = Self.screen("0123456789")
    #expect(full.frame.cursor == Position(row: 0, column: 9))
    #expect(Self.screen("0123456789a").frame.lines == ["0123456789", "a", ""])
    #expect(Self.screen("012345678好").frame.lines == ["012345678", "好", ""])
    #expect(Self.screen("\u{1B}[?7l0123456789ab").frame.lines[1] == "")
  }

  @Test func scrollsItsRegionOnly() {
    let emulator = Self.screen("a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2;1H\n\nd")
    #expect(emulator.frame.lines == ["", "d", "c"])
  }

  @Test func editsRows() {
    #expect(Self.screen("abcdef\u{1B}[1;3H\u{1B}[2P").frame.lines[0] == "abef")
    #expect(Self.screen("abcdef\u{1B}[1;3H\u{1B}[2@").frame.lines[0] == "ab  cdef")
    #expect(Self.screen("abcdef\u{1B}[1;3H\u{1B}[2X").frame.lines[0] == "ab  ef")
    #expect(Self.screen("abcdef\u{1B}[1;3H\u{1B}[K").frame.lines[0] == "ab")
    #expect(Self.screen("a\u{1B}[3bz").frame.lines[0] == "aaaaz")
    #expect(Self.screen("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[L").frame.lines == ["", "a", "b"])
    #expect(Self.screen("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M").frame.lines == ["b", "c", ""])
    #expect(Self.screen("\u{1B}[4hx\u{1B}[1;1Hy").frame.lines[0] == "yx")
  }

  @Test func drawsLinesInBothSets() {
    #expect(Self.screen("\u{1B}(0lqk\u{1B}(Bq").frame.lines[0] == "┌─┐q")
    #expect(Self.screen("\u{1B})0\u{E}x\u{F}x").frame.lines[0] == "│x")
  }

  @Test func coveringHalfOfAWideCharacterBlanksTheOther() {
    #expect(Self.screen("好好\u{1B}[1;2Hx").frame.text(row: 0) == " x好      ")
  }

  @Test func keepsThePrimaryScreen() {
    let emulator = Self.screen("shell\u{1B}[?1049hcurses\u{1B}[?1049l")
    #expect(emulator.frame.lines[0] == "shell")
    #expect(!emulator.isAlternate)
  }

  @Test func answersForItsCursorAndCountsBellsAndBytes() {
    var emulator = Self.screen("ab\u{1B}[6n\u{7}\u{7}")
    #expect(emulator.takeReplies() == Array("\u{1B}[1;3R".utf8))
    #expect(emulator.takeReplies() == [])
    #expect(emulator.bellCount == 2)
    #expect(emulator.byteCount == 8)
  }

  @Test func skipsTitlesAndUnknownSequences() {
    #expect(Self.screen("\u{1B}]0;title\u{7}a\u{1B}[>4;2mb\u{1B}[5 qc").frame.lines[0] == "abc")
  }

  @Test func wholeAndDripAreTheSame() {
    let text = "拣\u{1B}[1;7m货\u{1B}[m\u{1B}[2;3Hé\u{1B}(0q\u{1B}(B\u{1B}[?25l"
    var drip = Emulator(size: Size(columns: 10, rows: 3))
    for byte in text.utf8 { drip.feed([byte]) }
    #expect(drip.frame == Self.screen(text).frame)
    #expect(drip.frame.cursor == nil)
  }
}

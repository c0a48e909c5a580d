import CTerminal
import Flows
import Testing

@testable import Terminal

/// What the painter sends shows the picture it was given, whatever stood there, and no more.
struct PainterTests {
  private static let abilities: [Painter.Abilities] = {
    var full = Painter.Abilities()
    full.erases = true
    full.repeats = true
    full.lineSet = (Array("\u{1B}(0".utf8), Array("\u{1B}(B".utf8))
    full.cursor = (Array("\u{1B}[?25l".utf8), Array("\u{1B}[?25h".utf8))
    return [Painter.Abilities(), full]
  }()

  @Test(arguments: 0..<2, [TerminalEncoding.utf8, .gbk, .gb18030])
  func anyPictureFollowsAnyOther(_ which: Int, _ encoding: TerminalEncoding) {
    var random = Seeded(11)
    for size in [Size(columns: 20, rows: 4), Size(columns: 26, rows: 20)] {
      var painter = Painter(Self.abilities[which], encoding: encoding)
      var emulator = Emulator(size: size)
      var back = GBDecoder()
      var last: Frame?
      for step in 0..<60 {
        var next = RandomFrames.frame(size, &random, base: step % 6 == 0 ? nil : last)
        if Self.abilities[which].lineSet == nil || encoding != .utf8 {
          next = next.drawn(with: .ascii)
        }
        let bytes = painter.paint(next)
        emulator.feed(encoding == .utf8 ? bytes : back.feed(bytes))
        let seen = Self.bared(emulator.frame)
        let wanted = Self.bared(Self.known(next, encoding))
        #expect(seen == wanted, "step \(step)\n\(wanted.golden)\n\(seen.golden)")
        if seen != wanted { return }
        #expect(painter.paint(next).isEmpty, "an equal picture was sent again")
        last = next
      }
    }
  }

  /// Blanks without what cannot be seen on them, and the cursor where there is one.
  private static func bared(_ frame: Frame) -> Frame {
    var frame = frame.mapped { cell in
      var cell = cell
      if cell.isBare { cell.attributes = [] }
      return cell
    }
    frame.cursor = nil
    return frame
  }

  /// The picture with question marks for what the encoding has not.
  private static func known(_ frame: Frame, _ encoding: TerminalEncoding) -> Frame {
    guard encoding != .utf8 else { return frame }
    var shown = frame
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        guard !cell.isTrailing else { continue }
        var back = GBDecoder()
        let text = String(decoding: back.feed(encoding.bytes(of: cell)), as: UTF8.self)
        guard text != String(cell.character) else { continue }
        shown.put(text, row: row, column: column, cell.attributes)
      }
    }
    return shown
  }

  @Test func aSpoiledScreenIsSentWhole() {
    var painter = Painter(Self.abilities[1], encoding: .utf8)
    var frame = Frame(size: Size(columns: 20, rows: 4))
    frame.put("拣货", row: 1, column: 0, .bold)
    _ = painter.paint(frame)
    painter.forget()
    var emulator = Emulator(size: frame.size)
    emulator.feed(Array("noise noise\r\nnoise".utf8))
    emulator.feed(painter.paint(frame))
    #expect(emulator.frame.text(row: 1).filter { $0 != " " } == "拣货")
    #expect(emulator.frame.text(row: 0).allSatisfy { $0 == " " })
  }

  @Test func chineseIsTwoBytesOfGBKAndForeignCharactersAreQuestionMarks() {
    var painter = Painter(Painter.Abilities(), encoding: .gbk)
    var frame = Frame(size: Size(columns: 20, rows: 4))
    frame.put("拣货\u{20000}x", row: 0, column: 0)
    let bytes = painter.paint(frame)
    let expected: [UInt8] = [0xBC, 0xF0, 0xBB, 0xF5] + Array("??x".utf8)
    #expect(bytes.indices.contains { bytes[$0...].starts(with: expected) }, "\(bytes)")
  }

  @Test func charactersOfUnknownWidthAreFollowedByAnAbsoluteMove() {
    var painter = Painter(Painter.Abilities(), encoding: .utf8)
    var frame = Frame(size: Size(columns: 20, rows: 4))
    frame.put("5×7", row: 0, column: 0)
    #expect(String(decoding: painter.paint(frame), as: UTF8.self).contains("×\u{1B}[;3H7"))
  }

  @Test func typedGBKBecomesUTF8HoweverItIsTorn() {
    let bytes: [UInt8] = [0x41, 0xBC, 0xF0, 0xBB, 0xF5, 0x0D, 0x95, 0x32, 0x82, 0x36, 0x42]
    var whole = GBDecoder()
    #expect(String(decoding: whole.feed(bytes), as: UTF8.self) == "A拣货\r\u{20000}B")
    var drip = GBDecoder()
    #expect(bytes.flatMap { drip.feed([$0]) } == Array("A拣货\r\u{20000}B".utf8))
    var cut = GBDecoder()
    #expect(cut.feed([0xBC, 0x0D]) == [0x0D])
  }

  @Test func encodingsHaveTheNamesThatLocalesGiveThem() {
    #expect(TerminalEncoding(locale: "zh_CN.GBK") == .gbk)
    #expect(TerminalEncoding(locale: "zh_CN.gb18030@x") == .gb18030)
    #expect(TerminalEncoding(locale: "C.UTF-8") == .utf8)
    #expect(TerminalEncoding(locale: "C") == nil)
    #expect(TerminalEncoding(name: "GB2312") == .gbk)
    #expect(TerminalEncoding(name: "latin-99") == nil)
  }
}

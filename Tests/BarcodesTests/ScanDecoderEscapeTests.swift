import Barcodes
import Testing

struct ScanDecoderEscapeTests {
  @Test(arguments: [
    "\u{1B}", "\u{1B}[A", "\u{1B}OA", "\u{1B}[15~", "\u{1B}[1;5C", "\u{1B}[[A", "\u{1B}[24;80R",
  ])
  func sequencesPassAtOnce(sequence: String) {
    var decoder = ScanDecoder()
    for byte in sequence.utf8 {
      #expect(decoder.feed(byte, at: .start) == [.bytes([byte])])
      #expect(decoder.deadline == nil)
    }
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[A", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[[A"])
  func aScanRightBehindASequenceIsWhole(sequence: String) {
    for code in ["6901234567892", "]C1A01", "A-01", "P01"] where sequence.count > 1 || code != "O" {
      let trace = Trace().typed(sequence + code + "\r", gap: 0)
      let text = code.hasPrefix("]C1") ? "A01" : code
      let expected = scan(text, code.hasPrefix("]C1") ? .gs1Code128 : nil)
      #expect(trace.decoded() == [bytes(sequence), expected])
    }
  }

  @Test func aSequenceEndsABurst() {
    let trace = Trace().typed("12\u{1B}[A34\r")
    #expect(trace.decoded() == [bytes("12\u{1B}[A34\r")])
  }

  @Test func aSlowSequenceStillPasses() {
    let trace = Trace().typed("\u{1B}").typed("[A", gap: 80, after: 80).typed("P01\r")
    #expect(trace.decoded() == [bytes("\u{1B}[A"), scan("P01")])
  }

  @Test(arguments: [
    ("P01\r", true), ("P01\n", true), ("P01\r\n", true), ("]C110AB\u{1D}21\r", true),
    ("]E06901234567892", true), ("P01", false), ("two\rlines\r", false), ("ab\r", false),
    ("a\tb\tc\r", false), ("", false), ("\u{1B}[Ax\r", false),
  ])
  func aPasteInTheShapeOfAScanIsOne(text: String, isScan: Bool) {
    let output = Trace().typed("\u{1B}[200~\(text)\u{1B}[201~", gap: 0).decoded()
    guard isScan else {
      #expect(output == [bytes("\u{1B}[200~\(text)\u{1B}[201~")])
      return
    }
    #expect(output.count == 3)
    #expect(output.first == bytes("\u{1B}[200~"))
    #expect(output.last == bytes("\u{1B}[201~"))
  }

  @Test func aPasteWithoutThePrefixIsTyped() {
    let profile = ScannerProfile(prefix: [0x02])
    let typed = Trace().typed("\u{1B}[200~P01\r\u{1B}[201~")
    #expect(typed.decoded(profile) == [bytes("\u{1B}[200~P01\r\u{1B}[201~")])
    let scanned = Trace().typed("\u{1B}[200~\u{02}P01\r\u{1B}[201~")
    #expect(
      scanned.decoded(profile) == [bytes("\u{1B}[200~"), scan("P01"), bytes("\u{1B}[201~")])
  }

  @Test func aLongPastePassesAndEnds() {
    var profile = ScannerProfile()
    profile.maxLength = 8
    let paste = "\u{1B}[200~" + String(repeating: "x", count: 100) + "\rabc\r\u{1B}[201~"
    let trace = Trace().typed(paste, gap: 0).typed("P01\r", after: 0)
    #expect(trace.decoded(profile) == [bytes(paste), scan("P01")])
  }

  @Test func aPasteThatNeverEndsIsGivenBack() {
    let trace = Trace().typed("\u{1B}[200~P01\r").typed("P02\r", after: 1_000)
    #expect(trace.decoded() == [bytes("\u{1B}[200~P01\r"), scan("P02")])
  }
}

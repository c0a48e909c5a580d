import Barcodes
import Testing

struct ScanDecoderTests {
  @Test(arguments: ["\r", "\n", "\t", "\r\n"])
  func aFastBurstEndedByASuffixIsOneScan(suffix: String) {
    let trace = Trace().typed("P01" + suffix)
    #expect(trace.decoded() == [scan("P01")])
  }

  @Test(arguments: [
    ("2\r", "too short"), ("12\r", "too short"), ("数\r", "three bytes, but one character"),
    ("\r", "Enter alone"), ("\t", "Tab alone"), ("\u{7F}", "Backspace"), ("abc", "no suffix"),
    ("ab\u{03}c\r", "Ctrl-C in between"),
  ])
  func whatIsNoScanIsGivenBackInOrder(typed: String, why: String) {
    #expect(Trace().typed(typed).decoded() == [bytes(typed)], "\(why)")
  }

  @Test(arguments: [(49, true), (50, false), (51, false)])
  func theGapDecidesBetweenScannerAndPerson(gap: Int, isScan: Bool) {
    let trace = Trace().typed("690123\r", gap: gap)
    #expect(trace.decoded() == [isScan ? scan("690123") : bytes("690123\r")])
  }

  @Test func enterLongAfterAFastWordIsTyped() {
    let trace = Trace().typed("hello", gap: 20).typed("\r", after: 90)
    #expect(trace.decoded() == [bytes("hello\r")])
  }

  @Test func aTypedKeyIsHeldForTheGapAndNoLonger() {
    var decoder = ScanDecoder()
    let time = Instant(milliseconds: 100)
    #expect(decoder.feed(UInt8(ascii: "7"), at: time) == [])
    #expect(decoder.deadline == Instant(milliseconds: 150))
    #expect(decoder.expire(at: Instant(microseconds: 149_999)) == [])
    #expect(decoder.expire(at: Instant(milliseconds: 150)) == [bytes("7")])
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: ["\r", "\n", "\t", "\u{7F}", "\u{08}", "\u{03}", "\u{1D}", "\u{1B}"])
  func keysThatBeginNoScanAreNotHeld(key: String) throws {
    var decoder = ScanDecoder()
    let byte = try #require(key.utf8.first)
    #expect(decoder.feed(byte, at: .start) == [bytes(key)])
    #expect(decoder.deadline == nil)
  }

  @Test func withAPrefixNoTypedKeyIsHeld() {
    var decoder = ScanDecoder(profile: ScannerProfile(prefix: [0x02]))
    for byte in "12]a数".utf8 {
      #expect(decoder.feed(byte, at: .start) == [.bytes([byte])])
      #expect(decoder.deadline == nil)
    }
  }

  @Test func lateBytesAfterAPrefixStayOneScan() {
    let profile = ScannerProfile(prefix: [0x02])
    let trace = Trace().typed("\u{02}A-01-02\r\n", gap: 900)
    #expect(trace.decoded(profile) == [scan("A-01-02")])
  }

  @Test func aPrefixedScanOfOneCharacterIsAScan() {
    let trace = Trace().typed("\u{02}7\r")
    #expect(trace.decoded(ScannerProfile(prefix: [0x02])) == [scan("7")])
  }

  @Test func anAbandonedPrefixIsGivenBack() {
    let profile = ScannerProfile(prefix: [0x02])
    let trace = Trace().typed("\u{02}12", gap: 10).typed("\r", after: 1_000)
    #expect(trace.decoded(profile) == [bytes("\u{02}12\r")])
  }

  @Test func aNewPrefixEndsATornScan() {
    let trace = Trace().typed("\u{02}123\u{02}456\r")
    let profile = ScannerProfile(prefix: [0x02])
    #expect(trace.decoded(profile) == [bytes("\u{02}123"), scan("456")])
  }

  @Test func aPrefixOfTwoIsToldFromOneOfThem() {
    var profile = ScannerProfile(prefix: Array("~~".utf8))
    #expect(Trace().typed("~~A1\r").decoded(profile) == [scan("A1")])
    #expect(Trace().typed("~A123\r").decoded(profile) == [bytes("~A123\r")])
    profile.acceptsBursts = true
    #expect(Trace().typed("~A123\r").decoded(profile) == [scan("~A123")])
    #expect(Trace().typed("~\r").decoded(profile) == [bytes("~\r")])
  }

  @Test func theIdentifierIsTakenOffAndOutlastsPauses() {
    let trace = Trace().typed("]C1").typed("0106901234567892\r", gap: 400, after: 400)
    #expect(trace.decoded() == [scan("0106901234567892", .gs1Code128)])
  }

  @Test func whereIdentifiersAreSentNothingElseIsAScan() {
    var profile = ScannerProfile()
    profile.requiresAIM = true
    #expect(Trace().typed("690123\r").decoded(profile) == [bytes("690123\r")])
    #expect(Trace().typed("]E0690123\r", gap: 300).decoded(profile) == [scan("690123", .ean13)])
    #expect(Trace().typed("]-x123\r").decoded(profile) == [bytes("]-x123\r")])
    #expect(Trace().typed("]E0\r").decoded(profile) == [bytes("]E0\r")])
  }

  @Test func aProfileWithoutSuffixEndsAScanByAPause() {
    var profile = ScannerProfile()
    profile.suffixes = []
    let trace = Trace().typed("690123").typed("P01").typed("x")
    #expect(trace.decoded(profile) == [scan("690123"), scan("P01"), bytes("x")])
  }

  @Test(arguments: ["{GS}", "~", "\u{1D}"])
  func theSubstituteBecomesGS(substitute: String) {
    var profile = ScannerProfile()
    profile.gsSubstitute = Array(substitute.utf8)
    let trace = Trace().typed("]d210AB\(substitute)2112\r")
    #expect(trace.decoded(profile) == [scan("10AB\u{1D}2112", .gs1DataMatrix)])
  }

  @Test func aSymbolWithoutGS1KeepsTheSubstitutesCharacters() {
    var profile = ScannerProfile()
    profile.gsSubstitute = Array("~".utf8)
    #expect(Trace().typed("]C0a~b\r").decoded(profile) == [scan("a~b", .code128)])
  }

  @Test func onlyTheLineFeedRightBehindIsPartOfTheSuffix() {
    let near = Trace().typed("P01\r").typed("\n", after: 49).typed("\n", after: 1)
    #expect(near.decoded() == [scan("P01"), bytes("\n")])
    let late = Trace().typed("P01\r").typed("\n", after: 50)
    #expect(late.decoded() == [scan("P01"), bytes("\n")])
  }

  @Test func separatorsAreDataInsideAScan() {
    let envelope = "[)>\u{1E}06\u{1D}P123\u{1E}\u{04}"
    #expect(Trace().typed(envelope + "\r").decoded() == [scan(envelope)])
  }

  @Test func chineseInASymbolIsKept() {
    #expect(Trace().typed("]Q1库位甲-01\r", gap: 3).decoded() == [scan("库位甲-01", .qrCode)])
  }

  @Test func textInAnotherEncodingIsTypedUnlessFramed() {
    let gbk: [UInt8] = [0xCA, 0xFD, 0xC1, 0xBF, 0x0D]
    #expect(Trace().typed(gbk).decoded() == [.bytes(gbk)])
    let framed = Trace().typed("]Q1A").typed(gbk, after: 5).decoded()
    #expect(framed == [scan("A\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", .qrCode)])
  }

  @Test func theRestOfATornCharacterDoesNotSpoilAScan() {
    let trace = Trace().typed([0x8F]).typed("P01\r", after: 1)
    #expect(trace.decoded() == [.bytes([0x8F]), scan("P01")])
  }

  @Test func moreThanAScanCanHoldPasses() {
    var profile = ScannerProfile()
    profile.maxLength = 10
    let trace = Trace().typed("12345678901234\r").typed("P01\r")
    #expect(trace.decoded(profile) == [bytes("12345678901234\r"), scan("P01")])
  }

  @Test func timeThatGoesBackStandsStill() {
    var decoder = ScanDecoder()
    var output: [ScannedInput] = []
    for (byte, time) in zip("P01\r".utf8, [500, 490, 100, 505] as [Int64]) {
      output += decoder.feed(byte, at: Instant(milliseconds: time))
    }
    #expect(output == [scan("P01")])
  }
}

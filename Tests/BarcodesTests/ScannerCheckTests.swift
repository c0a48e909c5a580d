import Testing

@testable import Barcodes

/// The profile that a few scans of a known code lead to.
struct ScannerCheckTests {
  private func check(_ arrivals: [String], gap: Int64 = 2) -> ScannerCheck {
    var check = ScannerCheck()
    var now: Int64 = 0
    for arrival in arrivals {
      now += 1000
      for byte in arrival.utf8 {
        check.feed([byte], at: now)
        now += gap
      }
    }
    return check
  }

  @Test(arguments: ["\r", "\n", "\t", "\r\n", ""])
  func theSuffixIsFound(_ suffix: String) throws {
    let check = check(Array(repeating: "6901234567892" + suffix, count: 3))
    #expect(check.arrivals.count == 3)
    let profile = try #require(check.proposal(expecting: "6901234567892"))
    #expect(profile.prefix.isEmpty)
    #expect(profile.suffixes.count == (suffix.isEmpty ? 0 : 1))
  }

  @Test(arguments: ["{GS}", "^]", "|", "<GS>", "\u{1D}"])
  func prefixIdentifierAndGSAreFound(_ gs: String) throws {
    let check = check(
      Array(repeating: "\u{2}]C1010952123454321310AB\(gs)21X\r", count: 3))
    let profile = try #require(
      check.proposal(expecting: "010952123454321310AB\u{1D}21X"))
    #expect(profile.prefix == [2])
    #expect(profile.requiresAIM)
    #expect(profile.gsSubstitute == (gs == "\u{1D}" ? [] : Array(gs.utf8)))
  }

  @Test(arguments: [KeyboardLayout.de, .fr])
  func theKeyboardIsFoundAndTurnedBack(_ layout: KeyboardLayout) throws {
    let code = "A-07-23/Z;yW01M"
    let arrived = layout.typed(code)
    #expect(arrived != code)
    #expect(layout.restored(arrived) == code)
    let profile = try #require(
      check(Array(repeating: arrived + "\r", count: 2)).proposal(expecting: code))
    #expect(profile.layout == layout)
    var decoder = ScanDecoder(profile: profile)
    #expect(
      decoder.feed(Array((arrived + "\r").utf8), at: .start)
        == [.scan(Scan(text: code))])
  }

  @Test func nothingIsProposedThatDoesNotReadEveryArrival() {
    #expect(check(["6901234567892\r", "69012\r"]).proposal(expecting: "6901234567892") == nil)
    #expect(check([]).proposal() == nil)
  }

  @Test func typedDigitsAreNeverAScanWhateverTheirPace() {
    // A person's fastest keys are farther apart than a scanner's slowest.
    for pace in stride(from: Int64(60), through: 400, by: 20) {
      var decoder = ScanDecoder()
      var scans = 0
      var typed: [UInt8] = []
      for (index, byte) in Array("12\r4711\r6901234567892\r".utf8).enumerated() {
        let at = Instant(milliseconds: Int64(index) * pace)
        for piece in decoder.expire(at: at) + decoder.feed(byte, at: at) {
          switch piece {
          case .scan: scans += 1
          case .bytes(let bytes): typed += bytes
          }
        }
      }
      #expect(scans == 0, "\(pace) ms")
      #expect(typed == Array("12\r4711\r6901234567892\r".utf8))
    }
  }
}

import Barcodes
import Testing

/// Feeds the same bytes whole, by drip, many at once and torn at random, as they may arrive.
struct ScanDecoderFeedingTests {
  static let samples: [(typed: String, input: ScannedInput)] = [
    ("P01\r", scan("P01")),
    ("6901234567892\r\n", scan("6901234567892")),
    ("]C10106901234567892\u{1D}10AB\t", scan("0106901234567892\u{1D}10AB", .gs1Code128)),
    ("]Q1https://例.cn/01/06901234567892\r", scan("https://例.cn/01/06901234567892", .qrCode)),
    ("SF1234567890123\n", scan("SF1234567890123")),
  ]

  @Test(arguments: samples) func whole(typed: String, input: ScannedInput) {
    var decoder = ScanDecoder()
    #expect(decoder.feed(typed.utf8, at: Instant(milliseconds: 5)) == [input])
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: samples) func byDrip(typed: String, input: ScannedInput) {
    #expect(Trace().typed(typed, gap: 49).decoded() == [input])
    let profile = ScannerProfile(prefix: [0x02])
    #expect(Trace().typed("\u{02}" + typed, gap: 999).decoded(profile) == [input])
  }

  @Test func manyAtOnce() {
    let order = (0..<200).map { Self.samples[$0 * 7 % Self.samples.count] }
    var decoder = ScanDecoder()
    let output = decoder.feed(order.flatMap { $0.typed.utf8 }, at: .start)
    #expect(output == order.map(\.input))
  }

  /// Bursts torn at any place come out the same whenever and however often the decoder is woken.
  @Test(arguments: 0..<50 as Range<UInt64>) func wakingMakesNoDifference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let trace = Self.randomTrace(&random)
    let expected = trace.decoded()
    var decoder = ScanDecoder()
    var output: [ScannedInput] = []
    var now = Instant.start
    for key in trace.keys {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let wake = Int64.random(in: now.microseconds...key.time.microseconds, using: &random)
        now = Instant(microseconds: wake)
        output += decoder.expire(at: now)
      }
      output += decoder.feed(key.byte, at: key.time)
      now = key.time
    }
    output += decoder.expire(at: now.advanced(by: .seconds(10)))
    #expect(joined(output) == expected)
  }

  /// Every byte comes out, in order: a scan stands for its text and its suffix.
  @Test(arguments: 0..<50 as Range<UInt64>) func noByteIsLost(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let trace = Self.randomTrace(&random)
    var flat: [UInt8] = []
    var isScanned = false
    for input in trace.decoded() {
      switch input {
      case .bytes(let bytes): flat += bytes
      case .scan(let scan):
        flat += Array(scan.text.utf8) + [0x0D]
        isScanned = true
      }
    }
    #expect(flat == trace.keys.map(\.byte))
    #expect(isScanned, "a trace without any scan proves little")
  }

  /// Random bytes under every kind of profile: none is lost, none is left behind.
  @Test(arguments: 0..<200 as Range<UInt64>) func randomBytesAreConserved(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var profile = ScannerProfile(prefix: [[], [0x02], Array("~~".utf8)][Int(seed % 3)])
    profile.requiresAIM = Bool.random(using: &random)
    profile.acceptsBursts = [nil, true, false][Int.random(in: 0..<3, using: &random)]
    profile.suffixes = [[], [.tab], [.carriageReturn, .lineFeed]][Int(seed % 2 + seed % 3) % 3]
    profile.minLength = .max
    profile.maxLength = 40
    let pieces = ["\u{1B}", "[200~", "[201~", "~", "]", "x", "\r", "\n", "\t", "数", "\u{1D}", "[A"]
    var trace = Trace()
    for _ in 0..<150 {
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      trace = trace.typed(
        piece, gap: 1, after: [0, 1, 60, 1_100].randomElement(using: &random) ?? 0)
    }
    // Only framed data can be a scan here; without a frame every byte must come back.
    let output = trace.decoded(profile)
    if case .bytes(let bytes)? = output.first, output.count == 1 {
      #expect(bytes == trace.keys.map(\.byte))
    } else {
      #expect(!profile.prefix.isEmpty, "\(output)")
    }
  }

  /// Typing, scans, cursor keys and pauses; the only suffix is CR, so that text can be rebuilt.
  static func randomTrace(_ random: inout SeededGenerator) -> Trace {
    let pieces = ["P01\r", "6901234567892\r", "1", "q", "\r", "\u{1B}[A", "\u{1B}", "数量", "ab\r"]
    var trace = Trace()
    for _ in 0..<60 {
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      let gap = [0, 1, 20, 49, 50, 120][Int.random(in: 0..<6, using: &random)]
      let pause = [0, 10, 49, 50, 300, 1_200][Int.random(in: 0..<6, using: &random)]
      trace = trace.typed(piece, gap: gap, after: pause)
    }
    return trace
  }
}

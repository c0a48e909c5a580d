import Flows
import Terminal
import Testing

/// Keys from bytes, whole, by drip and many at once.
struct KeyDecoderTests {
  static let esc = "\u{1B}"

  /// What terminals send, and what it means.
  static let table: [(String, [Key])] = [
    ("a", [.character("a")]), ("拣货", [.character("拣"), .character("货")]),
    ("é😀", [.character("é"), .character("😀")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\r\n", [.enter]), ("\r\u{0}", [.enter]),
    ("\n\n", [.enter, .enter]), ("\t", [.tab]), ("\u{8}\u{7F}", [.backspace, .backspace]),
    ("\u{1}\u{C}\u{1A}", [.control("a"), .control("l"), .control("z")]),
    ("\(esc)[A\(esc)[B\(esc)[C\(esc)[D", [.up, .down, .right, .left]),
    ("\(esc)OA\(esc)OB\(esc)OC\(esc)OD", [.up, .down, .right, .left]),
    ("\(esc)[1;5A", [.up]),
    // xterm, linux, rxvt, vt220 and vt100 function keys.
    ("\(esc)OP\(esc)OQ\(esc)OR\(esc)OS", [1, 2, 3, 4].map(Key.function)),
    ("\(esc)[[A\(esc)[[B\(esc)[[C\(esc)[[D\(esc)[[E", (1...5).map(Key.function)),
    ("\(esc)[11~\(esc)[12~\(esc)[13~\(esc)[14~\(esc)[15~", (1...5).map(Key.function)),
    ("\(esc)[17~\(esc)[18~\(esc)[19~\(esc)[20~\(esc)[21~", (6...10).map(Key.function)),
    ("\(esc)[23~\(esc)[24~", [.function(11), .function(12)]),
    ("\(esc)Ot\(esc)Ou\(esc)Ov\(esc)Ol\(esc)Ow\(esc)Ox", (5...10).map(Key.function)),
    ("\(esc)[15;2~", [.function(5)]),
    ("\(esc)1\(esc)9\(esc)0", [.function(1), .function(9), .function(10)]),
    ("\(esc)[H\(esc)[F\(esc)OH\(esc)OF", [.home, .end, .home, .end]),
    ("\(esc)[1~\(esc)[4~\(esc)[7~\(esc)[8~", [.home, .end, .home, .end]),
    ("\(esc)[3~\(esc)[5~\(esc)[6~", [.delete, .pageUp, .pageDown]),
    ("\(esc)[200~A-07\(esc)[201~", Array("A-07").map(Key.character)),
    // Answers and mouse reports are nobody's keys.
    ("\(esc)[12;40Rx", [.character("x")]), ("\(esc)[?1;2cx", [.character("x")]),
    ("\(esc)\(esc)[A", [.escape, .up]), ("\(esc)x", [.escape, .character("x")]),
    ("A-07-23-2\r", Array("A-07-23-2").map(Key.character) + [.enter]),
  ]

  @Test(arguments: table.indices)
  func sequencesMeanTheirKeysWhole(index: Int) {
    let (text, keys) = Self.table[index]
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(text.utf8), at: 0) == keys)
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: table.indices)
  func sequencesMeanTheirKeysByDrip(index: Int) {
    let (text, keys) = Self.table[index]
    var decoder = KeyDecoder(delay: 25)
    var seen: [Key] = []
    for (step, byte) in text.utf8.enumerated() {
      seen += decoder.feed([byte], at: Int64(step) * 20)
    }
    #expect(seen == keys)
  }

  @Test func everythingAtOnceInRandomPieces() {
    let bytes = Self.table.flatMap { Array($0.0.utf8) + [UInt8(ascii: "|")] }
    let keys = Self.table.flatMap { $0.1 + [.character("|")] }
    for seed in 0..<200 {
      var random = Seeded(UInt64(seed))
      var decoder = KeyDecoder()
      var seen: [Key] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...9, using: &random)
        seen += decoder.feed(rest.prefix(count), at: 0)
        rest = rest.dropFirst(count)
      }
      #expect(seen == keys)
    }
  }

  @Test func loneEscIsKnownAfterTheDelay() {
    var decoder = KeyDecoder(delay: 25)
    #expect(decoder.feed([0x1B], at: 100) == [])
    #expect(decoder.deadline == 125)
    #expect(decoder.expire(at: 124) == [])
    #expect(decoder.expire(at: 125) == [.escape])
    #expect(decoder.deadline == nil)
    #expect(decoder.feed(Array("OA".utf8), at: 180) == [.character("O"), .character("A")])
  }

  @Test func feedingLateExpiresFirst() {
    var decoder = KeyDecoder(delay: 100)
    #expect(decoder.feed([0x1B], at: 0) == [])
    #expect(decoder.feed(Array("5".utf8), at: 99) == [.function(5)])
    #expect(decoder.feed([0x1B], at: 1000) == [])
    #expect(decoder.feed(Array("5".utf8), at: 1100) == [.escape, .character("5")])
  }

  @Test func tornSequencesAreWaitedForAndThenDropped() {
    var decoder = KeyDecoder(delay: 25)
    #expect(decoder.feed(Array("\u{1B}[1".utf8), at: 0) == [])
    #expect(decoder.feed(Array("5~".utf8), at: 400) == [.function(5)])
    #expect(decoder.feed(Array("\u{1B}[1".utf8), at: 1000) == [])
    #expect(decoder.expire(at: 1500) == [])
    #expect(decoder.deadline == nil)
    #expect(decoder.feed(Array("5".utf8), at: 1501) == [.character("5")])
  }

  @Test func invalidBytesAreDropped() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0xFF, 0x61, 0xE6, 0x62, 0xC0, 0x80], at: 0) == [
        .character("a"), .character("b"),
      ])
  }
}

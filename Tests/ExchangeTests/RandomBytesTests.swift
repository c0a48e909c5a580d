import Testing

@testable import Exchange

/// Random bytes never stop a reader short or trap it, and chunk sizes change nothing.
struct RandomBytesTests {
  private static let pieces: [[UInt8]] =
    [
      "a", "1", ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "\t", " ", "[", "]", "{", "}", ":",
      "\"a\":1", "\\u", "\\ud83d", "\\", "螺丝", "true", "-1.5e3", "sep=;",
    ].map { Array($0.utf8) } + [[0xFF], [0xD6, 0xD0], [0xE4, 0xB8], [0x00], [0x81]]

  @Test(arguments: 0..<200 as Range<UInt64>, ["x.csv", "x.json", "x.jsonl", "x"])
  func readersComeToAnEnd(seed: UInt64, name: String) throws {
    var random = SeededGenerator(seed: seed)
    let opening = ["", "[", "{\"a\":", "a,b\n", "\u{FEFF}"].randomElement(using: &random) ?? ""
    var bytes = Array(opening.utf8)
    for _ in 0..<60 {
      bytes += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }
    let whole = try read(bytes, name: name)
    let source = TornSource(
      inner: MemorySource(bytes, name: name), random: random, largest: 1 + Int(seed % 9))
    let torn = try read(source)
    #expect(torn.records == whole.records)
    #expect(torn.problems.description == whole.problems.description)
    #expect(!whole.records.isEmpty || !whole.problems.isEmpty || name != "x.json")
  }
}

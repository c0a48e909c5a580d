import Terminal
import Testing

/// Frames stay whole whatever is put into them, and clip by columns.
struct FrameTests {
  @Test(arguments: 0..<100)
  func framesStayWhole(seed: Int) {
    var random = Seeded(UInt64(seed))
    let size = Size(
      columns: Int.random(in: 1...40, using: &random), rows: Int.random(in: 1...12, using: &random))
    var frame = Frame(size: size)
    for _ in 0..<10 {
      frame = RandomFrames.frame(size, &random, base: frame)
      #expect(frame.isWhole)
      for row in 0..<size.rows {
        #expect(Width.of(frame.text(row: row)) == size.columns)
      }
    }
  }

  @Test func clipsAtColumnsAndReportsThem() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    #expect(frame.put("乐事薯片", row: 0, column: 1, columns: 5) == 4)
    #expect(frame.text(row: 0) == " 乐事 ")
    #expect(frame.put("x", row: 0, column: 2) == 1)
    #expect(frame.text(row: 0) == "  x事 ")
    #expect(frame.put("箱", row: 0, column: 5) == 0)
  }

  @Test func cleansControlAndFormatCharacters() {
    var frame = Frame(size: Size(columns: 12, rows: 1))
    frame.put("a\u{1B}[7mb\tc\u{202E}d\u{7}", row: 0, column: 0)
    #expect(frame.lines == ["a?[7mb cd?"])
  }

  @Test func marksJoinTheirLetter() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    #expect(frame.put("e\u{301}x", row: 0, column: 0) == 2)
    #expect(frame[0, 0].character == "e\u{301}")
    #expect(frame[0, 1].character == "x")
  }

  @Test func goldenTellsAttributesAndCursor() {
    var frame = Frame(size: Size(columns: 6, rows: 2))
    frame.put("拣货", row: 0, column: 0, [.bold, .reverse])
    frame.put("x", row: 1, column: 5, .accent)
    frame.cursor = Position(row: 1, column: 0)
    #expect(frame.golden == "拣货  | 1-4 bold+reverse\n     x| 6-6 accent\n6x2 cursor 2,1\n")
  }

  @Test func showsFindsDoubledHeadlines() {
    var frame = Frame(size: Size(columns: 30, rows: 1))
    frame.put("Ａ－０７　２３", row: 0, column: 0)
    #expect(frame.shows("A-07 23"))
    #expect(!frame.shows("A-08"))
  }
}

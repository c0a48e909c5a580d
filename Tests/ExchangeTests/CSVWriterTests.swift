import Testing

@testable import Exchange

struct CSVWriterTests {
  private func written(
    _ rows: [[CSVCell]], neutralizesFormulas: Bool = true, delimiter: Unicode.Scalar = ","
  ) throws -> String {
    var writer = CSVWriter(
      MemorySink(), delimiter: delimiter, byteOrderMark: false,
      neutralizesFormulas: neutralizesFormulas)
    for row in rows { try writer.write(row) }
    try writer.finish()
    return String(decoding: writer.sink.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhereNeeded() throws {
    let text = try written([
      ["sku", "a,b", "say \"hi\"", "two\nlines", " edge ", "螺丝刀"],
      [.integer(-3), .units(1_250, scale: 3), .units(-5, scale: 2), .units(7, scale: 0)],
      ["k", .empty, ""], [.empty], [""], ["x"],
    ])
    let expected = [
      "sku,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge \",螺丝刀",
      "-3,1.25,-0.05,7", "k,,", "\"\"", "\"\"", "x", "",
    ]
    #expect(text == expected.joined(separator: "\r\n"))
    #expect(try written([["a;b", "a,b"]], delimiter: ";") == "\"a;b\";a,b\r\n")
  }

  @Test(arguments: [
    "=1+1", "+8613800000000", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x",
  ])
  func formulasAreMadePlainText(text: String) throws {
    let safe = try written([[.text(text)]])
    #expect(safe.contains("'" + text))
    #expect(!safe.hasPrefix(text))
    let raw = try written([[.text(text)]], neutralizesFormulas: false)
    #expect(!raw.contains("'"))
  }

  @Test(arguments: ["a=b", "1-2", "x@y", "'quoted", ""])
  func otherTextsAreLeftAlone(text: String) throws {
    let safe = try written([["k", .text(text)]])
    #expect(safe == "k,\(text)\r\n")
  }

  @Test func numbersAreNeverTakenForFormulas() throws {
    #expect(try written([[.integer(-2), .units(-250, scale: 2)]]) == "-2,-2.5\r\n")
  }

  @Test func excelIsToldTheEncoding() throws {
    var writer = CSVWriter(MemorySink())
    try writer.write(["a"])
    try writer.finish()
    #expect(writer.sink.bytes == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", ",", ";", "\"", "\n", "\r\n", " ", "螺", "\t", "0", "'", "=", "\u{1F4E6}"]
    var rows: [[String]] = []
    for number in 0..<30 {
      let cells = (0..<4).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
      }
      rows.append(["row \(number)"] + cells)
    }
    let header: [CSVCell] = ["key", "a", "b", "c", "d"]
    let text = try written(
      [header] + rows.map { $0.map { .text($0) } }, neutralizesFormulas: false)
    let (records, problems) = try read(text)
    #expect(problems.isEmpty, "\(problems)")
    #expect(values(records) == rows)
  }

  @Test func aLongFileIsHandedOnInPieces() throws {
    var writer = CSVWriter(CountingSink())
    for number in 0..<20_000 { try writer.write([.integer(number), "0123456789"]) }
    try writer.finish()
    #expect(writer.sink.largest < TextStream.chunk + 100)
    #expect(writer.sink.total > 300_000)
  }
}

private struct CountingSink: ByteSink {
  var largest = 0
  var total = 0

  mutating func write(_ bytes: [UInt8]) {
    largest = max(largest, bytes.count)
    total += bytes.count
  }
}

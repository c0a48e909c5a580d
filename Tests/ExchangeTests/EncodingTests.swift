import Testing

@testable import Exchange

struct EncodingTests {
  static let text = "商品编码,名称,note\nA1,螺丝刀,x\nA2,扳手 镕喆𠮷,y\n"
  static let expected = [["A1", "螺丝刀", "x"], ["A2", "扳手 镕喆𠮷", "y"]]

  @Test(arguments: ["UTF-8", "GB18030"]) func encodingsAreDetected(encoding: String) throws {
    let bytes = try #require(encoded(Self.text, as: encoding))
    let (records, problems) = try read(bytes)
    #expect(values(records) == Self.expected)
    #expect(records.first?.has("商品编码") == true)
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-8"])
  func marksAreObeyed(encoding: String) throws {
    let bytes = try #require(encoded("\u{FEFF}" + Self.text, as: encoding))
    let (records, problems) = try read(bytes)
    #expect(values(records) == Self.expected)
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func asciiBeforeTheFirstChineseDoesNotSettleAnything() throws {
    let ascii = String(repeating: "A1,screwdriver,x\n", count: 10_000)
    let bytes = try #require(encoded("sku,name,note\n" + ascii + "A2,扳手,y\n", as: "GB18030"))
    let (records, problems) = try read(bytes)
    #expect(records.count == 10_001)
    #expect(records.last.map { values([$0]) } == [["A2", "扳手", "y"]])
    #expect(problems.isEmpty, "\(problems)")
  }

  /// Two characters known to look like UTF-8 to careless detectors.
  @Test func theClassicTrapIsGB18030() throws {
    let bytes = try #require(encoded("name\n联通\n", as: "GB18030"))
    #expect(try values(read(bytes).records) == [["联通"]])
  }

  @Test func aDamagedCharacterIsOneProblem() throws {
    var bytes = Array("sku,name\nA1,螺丝刀扳手\nA2,钳子".utf8)
    bytes += [0xE9, 0x92]
    bytes += Array(",\nA2,钳子\nA3,锤子\n".utf8)
    let (records, problems) = try read(bytes)
    #expect(values(records) == [["A1", "螺丝刀扳手"], ["A2", "钳子"], ["A3", "锤子"]])
    #expect(problems.description.hasPrefix("orders.csv:3: "))
    #expect(problems.count == 1)
  }

  @Test func bytesInNoEncodingAreAProblemWithAPlace() throws {
    var bytes = try #require(encoded("sku,名称\nA1,螺丝刀\nA2,", as: "GB18030"))
    bytes += [0xFF, 0xFF, 0x0A]
    bytes += try #require(encoded("A3,锤子\n", as: "GB18030"))
    let (records, problems) = try read(bytes)
    #expect(values(records) == [["A1", "螺丝刀"], ["A3", "锤子"]])
    #expect(
      problems.description
        == "orders.csv:3: 名称 \"??\": expected text in UTF-8 or GB18030")
  }

  @Test(
    arguments: [
      (Array("ascii".utf8), .utf8), (Array("中a".utf8), .utf8),
      (Array("中a".utf8) + [0xE4, 0xB8], .utf8), ([0xD6, 0xD0], .gb18030), ([0xD6], .gb18030),
      (Array("中".utf8) + [0xD6, 0xD0, 0x41], .gb18030),
      (Array("中中中中".utf8) + [0xD6, 0x41], .utf8),
    ] as [([UInt8], TextEncoding)])
  func aStretchOfTextTellsItsEncoding(window: [UInt8], encoding: TextEncoding) {
    #expect(TextEncoding.detected(in: window) == encoding)
  }

  @Test func aGivenEncodingIsNotDoubted() throws {
    var options = ReadingOptions()
    options.encoding = .utf8
    let bytes = try #require(encoded("sku,name\nA1,螺丝刀\nA2,x\n", as: "GB18030"))
    let (records, problems) = try read(bytes, options: options)
    #expect(values(records) == [["A2", "x"]])
    #expect(problems.count == 1)
    #expect(problems.description.hasSuffix("expected text in UTF-8"))
    options.encoding = .gb18030
    #expect(try values(read(bytes, options: options).records) == [["A1", "螺丝刀"], ["A2", "x"]])
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xE4, 0xB8],
    ] as [[UInt8]])
  func whatIsNoUTF8IsFound(bad: [UInt8]) throws {
    var options = ReadingOptions()
    options.encoding = .utf8
    let bytes = Array("a\n\"".utf8) + bad + Array("\"\nx\n".utf8)
    let (records, problems) = try read(bytes, options: options)
    #expect(values(records) == [["x"]])
    #expect(problems.count == 1)
  }

  @Test func aCharacterCutOffAtTheEndIsFound() throws {
    let (records, problems) = try read(Array("name\n螺丝\n刀具".utf8.dropLast()))
    #expect(values(records) == [["螺丝"]])
    #expect(problems.description == "orders.csv:3: name \"刀?\": expected text in UTF-8")
  }

  @Test func longTextInGB18030HasFlatMemory() throws {
    let row = try #require(encoded("A1,螺丝刀,扳手\n", as: "GB18030"))
    let count = 30_000
    let bytes = try #require(encoded("编码,甲,乙\n", as: "GB18030"))
    let all = bytes + Array(repeatElement(row, count: count).joined())
    let stream = TextStream(MemorySource(all, name: "x.csv"), encoding: .automatic)
    let reader = CSVReader(stream, ReadingOptions())
    var problems = ImportProblems()
    var found = 0
    while let record = try reader.next(&problems) {
      if record.field("乙")?.value == .text("扳手") { found += 1 }
    }
    #expect(found == count)
    // What is gathered to find the encoding is two chunks, and UTF-8 takes three bytes for two.
    #expect(stream.highWater < 4 * TextStream.chunk)
  }
}

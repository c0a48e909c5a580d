import Testing

@testable import Exchange

struct JSONReaderTests {
  private static var orders: ReadingOptions {
    var options = ReadingOptions()
    options.collection = ["orders", "订单"]
    return options
  }

  @Test(arguments: [
    ("an array", "[{\"a\":1},{\"a\":\"x\"}]", [["1"], ["x"]]),
    ("an empty array", " [ ] ", []),
    (
      "a wrapped array", #"{"v":1,"orders":[{"a":1},{"a":2}],"end":{"x":[1]}}"#, [["1"], ["2"]]
    ),
    ("a wrapped array, in Chinese", "{\"订单\":[{\"a\":1}]}", [["1"]]),
    ("one object", "{\"a\":true,\"b\":null}", [["true", "null"]]),
    ("lines", "{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}", [["1"], ["2"], ["3"]]),
    ("a byte order mark", "\u{FEFF}[{\"a\":1}]", [["1"]]),
    ("numbers", "[{\"a\":-0,\"b\":1.50,\"c\":2e+3,\"d\":0}]", [["-0", "1.50", "2e+3", "0"]]),
    (
      "escapes", #"[{"a":"\"\\\/\b\f\n\r\té\ud83d\udce6"}]"#,
      [["\"\\/\u{08}\u{0C}\n\r\té\u{1F4E6}"]]
    ),
    ("names without regard to case", "[{\" A \":1}]", [["1"]]),
  ])
  func recordsAreRead(what: String, text: String, expected: [[String]]) throws {
    let (records, problems) = try read(text, name: "orders.json", options: Self.orders)
    #expect(values(records) == expected, "\(what)")
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func gb18030IsReadToo() throws {
    let bytes = try #require(encoded("[{\"名称\":\"螺丝刀\"}]", as: "GB18030"))
    #expect(try values(read(bytes, name: "orders.json").records) == [["螺丝刀"]])
  }

  @Test func nestedRecordsKeepTheirPlaces() throws {
    let text = """
      [
        {"no": "S1", "to": {"city": "深圳"}, "tags": ["急", 7, " "],
         "lines": [
          {"sku": "A", "qty": 2},
          {"sku": "螺丝", "qty": "many"}
        ]}
      ]
      """
    let (records, _) = try read(text, name: "orders.json")
    let order = try #require(records.first)
    var problems = ImportProblems()
    #expect(order.text("no", &problems) == "S1")
    #expect(order.record("to", &problems)?.text("city", &problems) == "深圳")
    #expect(order.list("tags", &problems) == ["急", "7"])
    let lines = try #require(order.records("lines", &problems))
    #expect(problems.isEmpty, "\(problems)")
    #expect(lines.map { $0.integer("qty", in: 1..., &problems) } == [2, nil])
    #expect(lines[1].code("bin", &problems) == nil)
    #expect(lines[0].records("parts", &problems) == nil)
    #expect(lines[0].records("parts", required: false, &problems) == [])
    #expect(order.text("to", &problems) == nil)
    #expect(order.records("tags", &problems) == nil)
    #expect(order.record("no", required: false, &problems) == nil)
    #expect(
      problems.description == """
        orders.json:5:26: lines[2].qty "many": expected a whole number of 1 or more
        orders.json:5:5: lines[2].bin: expected a code of 1 to 64 characters without spaces, \
        not in scientific notation
        orders.json:4:5: lines[1].parts: expected a list of objects
        orders.json:2:22: to "{...}": expected a text of 1 to 200 characters
        orders.json:2:46: tags "[...]": expected a list of objects
        orders.json:2:10: no "S1": expected an object
        """)
  }

  @Test func oneImportReadsBothFormats() throws {
    func quantities(_ text: String, _ name: String) throws -> [Int?] {
      let (records, _) = try read(text, name: name)
      var problems = ImportProblems()
      return records.map { $0.integer("qty", in: 1..., &problems) }
    }
    #expect(try quantities("sku,qty\nA,2\nB,x\n", "a.csv") == [2, nil])
    #expect(try quantities("[{\"qty\":2},{\"qty\":\"x\"}]", "a.json") == [2, nil])
    #expect(try quantities("[{\"qty\":2.0},{\"qty\":true}]", "upload") == [2, nil])
    #expect(try quantities(" \n{\"qty\":2}\n{\"qty\":[2]}", "upload") == [2, nil])
    #expect(try quantities("\nqty;x\n2;\nx;\n", "upload") == [2, nil])
  }

  /// The same file in chunks of any size gives the same records and the same problems.
  @Test(arguments: 0..<20 as Range<UInt64>) func chunksMakeNoDifference(seed: UInt64) throws {
    let text = #"""
      {"no":"S1","lines":[{"sku":"螺丝刀","qty":1.5e0},{"sku":"\ud83d\udce6","qty":2}]}
      {"no":"S2",,}
      {"no":"S3","note":"a\"b\\","ok":false}
      {"no":"S4"
      {"no":"S5","no":"S6"}
      """#
    let whole = try read(text, name: "orders.jsonl")
    let torn = try read(
      TornSource(
        inner: MemorySource(text.utf8, name: "orders.jsonl"),
        random: SeededGenerator(seed: seed), largest: [1, 2, 5, 40][Int(seed) % 4]))
    #expect(torn.records == whole.records)
    #expect(torn.problems.description == whole.problems.description)
    #expect(whole.records.map { $0.fields.first?.value } == [.text("S1"), .text("S3")])
    #expect(whole.problems.count == 3)
  }

  @Test func aLongArrayHasFlatMemory() throws {
    let source = GeneratedSource(
      name: "orders.json", rows: 20_000, head: "{\"orders\":[", tail: "{}]}",
      row: { "{\"no\":\"S\($0)\",\"lines\":[{\"sku\":\"A\",\"qty\":\($0 % 5)}]},\n" })
    let stream = TextStream(source, encoding: .automatic)
    let reader = JSONRecordReader(stream, Self.orders)
    var problems = ImportProblems()
    var count = 0
    while try reader.next(&problems) != nil { count += 1 }
    #expect(count == 20_001)
    #expect(problems.isEmpty, "\(problems)")
    #expect(stream.highWater < 2 * TextStream.chunk)
  }
}

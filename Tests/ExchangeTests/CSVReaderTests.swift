import Testing

@testable import Exchange

struct CSVReaderTests {
  @Test(arguments: [
    ("plain", "a,b\n1,2\n", [["1", "2"]]),
    ("no line end at the end", "a,b\n1,2", [["1", "2"]]),
    ("CR LF", "a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
    ("CR", "a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
    ("semicolons", "a;b\n1,5;2\n", [["1,5", "2"]]),
    ("tabs", "a\tb\n1, x\t2\n", [["1, x", "2"]]),
    ("commas before semicolons", "a,b,c;d\n1,2,3\n", [["1", "2", "3"]]),
    ("delimiters in quotes do not count", "\"a;b;c\",d\n1,2\n", [["1", "2"]]),
    ("a line that names the delimiter", "sep=;\na;b\n1;2\n", [["1", "2"]]),
    ("one column", "a\n1\n2\n", [["1"], ["2"]]),
    ("quotes", "a,b\n\"1,2\",\"3\"\"4\"\n", [["1,2", "3\"4"]]),
    ("only doubled quotes", "a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
    ("line ends in quotes", "a,b\n\"1\n2\r\n3\",4\n", [["1\n2\r\n3", "4"]]),
    ("spaces around quotes", "a,b\n \"1,2\" , \"3\" \n", [["1,2", "3"]]),
    ("a quote inside an unquoted field", "a,b\n5\" pipe,2\n", [["5\" pipe", "2"]]),
    ("empty fields", "a,b,c\n,,3\n\"\",2,\n", [["", "", "3"], ["", "2", ""]]),
    ("empty lines and rows", "\n\r\na,b\n\n1,2\n,\n  , \n\n\n", [["1", "2"]]),
    ("a byte order mark", "\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("a quoted header behind a mark", "\u{FEFF}\"a\",\"b\"\n1,2\n", [["1", "2"]]),
    ("Chinese", "商品编码,数量\n甲,２\n", [["甲", "２"]]),
    ("no rows", "a,b\n", []),
  ])
  func rowsAreRead(what: String, text: String, expected: [[String]]) throws {
    let (records, problems) = try read(text)
    #expect(values(records) == expected, "\(what)")
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func placesCountLinesAndFields() throws {
    let (records, _) = try read("a,b\n\n\"x\ny\",2\n\n\"3\",\"\r\n4\"\r\n5,6")
    #expect(records.map(\.place.line) == [3, 6, 8])
    #expect(records.map { $0.fields.map(\.place.line) } == [[3, 4], [6, 6], [8, 8]])
    #expect(records.first?.fields.map(\.place.column) == [1, 2])
  }

  @Test func namesAreTrimmedAndFoundWithoutRegardToCase() throws {
    let (records, _) = try read(" SKU ,\u{200B}数量\u{3000},Note\nA1,3,x\n")
    let record = try #require(records.first)
    #expect(record.fields.map(\.name) == ["SKU", "数量", "Note"])
    #expect(record.field("sku")?.value == .text("A1"))
    #expect(record.field(["quantity", "数量"])?.value == .text("3"))
    #expect(record.field("NOTE ")?.value == .text("x"))
    #expect(record.field("other") == nil)
  }

  @Test func theDelimiterCanBeGiven() throws {
    var options = ReadingOptions()
    options.delimiter = "|"
    let (records, _) = try read("a,x|b\n1|2\n", options: options)
    #expect(values(records) == [["1", "2"]])
  }

  @Test func missingColumnsAreReportedOnce() throws {
    let reader = CSVReader(MemorySource("\nsku,qty\nA,1\nB,2\n".utf8, name: "orders.csv"))
    var problems = ImportProblems()
    let isGood = try reader.hasFields(["sku", ["quantity", "数量"], "bin"], &problems)
    #expect(!isGood)
    #expect(
      problems.description == """
        orders.csv:2: expected a column named quantity in the header
        orders.csv:2: expected a column named bin in the header
        """)
    #expect(try reader.columns(&problems) == ["sku", "qty"])
    #expect(try reader.hasFields(["SKU", ["quantity", "QTY"]], &problems))
  }

  /// The same file in chunks of any size gives the same records and the same problems.
  @Test(arguments: 0..<40 as Range<UInt64>) func chunksMakeNoDifference(seed: UInt64) throws {
    let text = #"""
      \#u{FEFF}sku,名称,note\#r
      A1,螺丝刀,"two
      lines, ""quoted"""\#r
      A2,"bad "quote,x\#r
      A3,\#u{1F4E6} 箱,\#r
      \#r
      A4,too,many,fields\#r
      A5,扳手,last\#r"unclosed,b,c
      A6,末,end
      """#
    var bytes = Array(text.utf8)
    if seed % 2 == 1 {
      bytes = try #require(encoded(String(text.dropFirst()), as: "GB18030"))
    }
    let whole = try read(bytes)
    let torn = try read(
      TornSource(
        inner: MemorySource(bytes, name: "orders.csv"), random: SeededGenerator(seed: seed),
        largest: [1, 2, 3, 7, 64][Int(seed / 2) % 5]))
    #expect(torn.records == whole.records)
    #expect(torn.problems.description == whole.problems.description)
    #expect(
      values(whole.records) == [
        ["A1", "螺丝刀", "two\nlines, \"quoted\""], ["A3", "\u{1F4E6} 箱", ""],
        ["A5", "扳手", "last"], ["A6", "末", "end"],
      ])
  }

  @Test func aLongFileHasFlatMemory() throws {
    let source = GeneratedSource(
      name: "stock.csv", rows: 100_000, head: "sku,bin,qty\n", tail: "",
      row: { "SKU-\($0),A-\($0 % 99)-01,\($0 % 7)\n" })
    let stream = TextStream(source, encoding: .automatic)
    let reader = CSVReader(stream, ReadingOptions())
    var problems = ImportProblems()
    var count = 0
    var last: Record?
    while let record = try reader.next(&problems) {
      count += 1
      last = record
    }
    #expect(count == 100_000)
    #expect(problems.isEmpty)
    #expect(last?.place.line == 100_001)
    #expect(stream.highWater < 2 * TextStream.chunk)
  }

  @Test func aRowWithoutEndHasBoundedMemory() throws {
    for opening in ["x,", "\"x,"] {
      let source = GeneratedSource(
        name: "stock.csv", rows: 30_000, head: "a,b\n" + opening, tail: "\n1,2\n",
        row: { _ in "0123456789012345678901234567890123456789" })
      var options = ReadingOptions()
      options.maxRecordBytes = 100_000
      let stream = TextStream(source, encoding: .automatic)
      let reader = CSVReader(stream, options)
      var problems = ImportProblems()
      let record = try #require(try reader.next(&problems))
      #expect(values([record]) == [["1", "2"]])
      #expect(record.place.line == 3)
      #expect(problems.count == 1)
      #expect(stream.highWater < options.maxRecordBytes + 2 * TextStream.chunk)
    }
  }
}

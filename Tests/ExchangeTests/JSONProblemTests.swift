import Testing

@testable import Exchange

struct JSONProblemTests {
  @Test(arguments: [
    ("", "1:1: expected a list of objects or an object"),
    ("\n 12", "2:2: \"12\": expected a list of objects or an object"),
    ("[{\"a\":1}", "1:9: expected , or ]"),
    ("[{\"a\":1},]", "1:10: \"]\": expected an object\nx.json:1:10: \"]\": expected a JSON value"),
    ("[{\"a\":1} {\"a\":2}]", "1:10: \"{\": expected , or ]"),
    ("[{\"a\" 1}]", "1:7: \"1\": expected a colon"),
    ("[{a:1}]", "1:3: \"a\": expected a JSON value"),
    ("[{1:1}]", "1:3: \"1\": expected a name in quotes"),
    ("[{\"a\":1,}]", "1:9: \"}\": expected a name in quotes"),
    ("[{\"a\":'x'}]", "1:7: \"'\": expected a JSON value"),
    ("[{\"a\":NaN}]", "1:7: \"NaN\": expected a JSON value"),
    ("[{\"a\":01}]", "1:7: \"01\": expected a JSON number"),
    ("[{\"a\":1.}]", "1:7: \"1.\": expected a JSON number"),
    ("[{\"a\":-}]", "1:7: \"-\": expected a JSON number"),
    ("[{\"a\":1e}]", "1:7: \"1e\": expected a JSON number"),
    ("[{\"a\":12kg}]", "1:7: \"12kg\": expected a JSON number"),
    ("[{\"a\":\"x\ny\"}]", "1:7: \"x\": expected a closing quote"),
    ("[{\"a\":\"x\ty\"}]", "1:9: expected control characters as escapes"),
    ("[{\"a\":\"\\x\"}]", "1:8: \"\\x\": expected a JSON escape"),
    ("[{\"a\":\"\\u12G4\"}]", "1:8: expected four hexadecimal digits after \\u"),
    ("[{\"a\":\"中文\", \"b\" 2}]", "1:17: \"2\": expected a colon"),
    ("[{\"a\":1}] x", "1:11: \"x\": expected a JSON value"),
    ("[{\"a\":1}] 2", "1:11: \"2\": expected the end of the file"),
    ("[{\"a\":1}}", "1:9: \"}\": expected , or ]"),
  ])
  func brokenSyntaxIsPlaced(text: String, expected: String) throws {
    let (_, problems) = try read(text, name: "x.json")
    #expect(problems.description == "x.json:" + expected)
  }

  @Test(arguments: [
    ("{\"a\":1,\"A\":2}", "1:13: A: expected each name only once"),
    ("{\"a\":\"\\ud83dx\"}", "1:7: a \"x\": expected whole surrogate pairs"),
    ("{\"a\":\"\\udce6\"}", "1:7: a \"\": expected whole surrogate pairs"),
    ("7", "1:2: \"7\": expected an object"),
    ("[{\"b\":1}]", "1:2: \"[\": expected an object"),
  ])
  func flawedRecordsAreLeftOut(element: String, expected: String) throws {
    let (records, problems) = try read("[\(element), {\"a\":\"good\"}]", name: "x.json")
    #expect(problems.description == "x.json:" + expected)
    #expect(values(records) == [["good"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndCountsOnce(end: String) throws {
    let text = ["[", " {\"a\": 1},", "", "  oops]"].joined(separator: end)
    let (_, problems) = try read(text, name: "x.json")
    #expect(problems.description.hasPrefix("x.json:4:3: \"oops\": "))
  }

  @Test func depthIsLimited() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let text = "[{\"a\":\(deep)},{\"a\":[[1]]}]"
    let (records, problems) = try read(text, name: "x.json")
    #expect(problems.count == 1)
    #expect(problems.description.hasSuffix("expected at most 16 levels"))
    #expect(records.count == 1)
  }

  @Test func sizeIsLimited() throws {
    var options = ReadingOptions()
    options.maxRecordBytes = 1_000
    let many = Array(repeating: "\"0123456789\"", count: 500).joined(separator: ",")
    let long = String(repeating: "x", count: 70_000)
    let text = "[{\"a\":[\(many)]},{\"a\":\"\(long)\"},{\"a\":\"good\"}]"
    let (records, problems) = try read(text, name: "x.json", options: options)
    #expect(values(records) == [["good"]])
    #expect(problems.kept.map(\.expected.en).count == 2)
    #expect(problems.kept.first?.expected.en == "an object of at most 1000 bytes")
    #expect(problems.kept.last?.expected.en == "a text of at most 65536 bytes")
  }

  @Test func linesGoOnBehindAnError() throws {
    let text = "{\"a\":1}\n{\"a\":}\nnonsense\n{\"a\":2\n{\"a\":3}\n42\n{\"a\":4}\n"
    let (records, problems) = try read(text, name: "x.jsonl")
    #expect(values(records) == [["1"], ["3"], ["4"]])
    #expect(
      problems.description == """
        x.jsonl:2:6: "}": expected a JSON value
        x.jsonl:3:1: "nonsense": expected a JSON value
        x.jsonl:5:1: "{": expected , or }
        x.jsonl:6:1: "42": expected an object
        """)
  }
}

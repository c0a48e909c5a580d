import Testing

@testable import Exchange

struct CSVProblemTests {
  @Test(arguments: [
    (
      "a,b,c\n1,2\n1,2,3\n1,2,3,4\n", 1,
      """
      orders.csv:2: expected 3 fields as in the header, found 2
      orders.csv:4: expected 3 fields as in the header, found 4
      """
    ),
    (
      "a,b\n1,\"2\n3,4\n5,6\n", 2,
      """
      orders.csv:2: b "2": expected a closing quote
      """
    ),
    (
      "a,b\n\"1\"x,2\n3,4\n", 1,
      """
      orders.csv:2: a "1": expected a delimiter or the end of the line after the closing quote
      """
    ),
    (
      "a,b\n1,2,\"3\n4,5\n", 1,
      """
      orders.csv:2: column 3 "3": expected a closing quote
      """
    ),
    ("", 0, "orders.csv:1: expected a header row"),
    ("\n\n", 0, "orders.csv:3: expected a header row"),
    ("a,b, A \n1,2,3\n", 0, "orders.csv:1: A: expected each column name only once"),
    ("a,\"b\n1,2\n", 0, "orders.csv:1: column 2 \"b\": expected a closing quote"),
    (
      "PK\u{03}\u{04}\u{14}\u{00}rest\n", 0,
      "orders.csv:1: expected CSV text; save a workbook as CSV first"
    ),
  ])
  func brokenRowsAreReportedAndPassedOver(text: String, good: Int, expected: String) throws {
    let (records, problems) = try read(text)
    #expect(problems.description == expected)
    #expect(records.count == good)
  }

  @Test func problemsReadWellInChinese() throws {
    let (_, problems) = try read("a,b\n1\n1,2,\"3\n")
    #expect(
      problems.chinese == """
        orders.csv:2: 应为与表头一致的 2 个字段，实有 1 个
        orders.csv:3: 第 3 列 "3": 应为有右引号
        """)
  }

  @Test func beyondTheLimitOnlyTheNumberIsKept() throws {
    let reader = CSVReader(
      MemorySource(("a,b\n" + String(repeating: "1\n", count: 50)).utf8, name: "x.csv"))
    var problems = ImportProblems(limit: 2)
    #expect(try reader.next(&problems) == nil)
    #expect(problems.count == 50)
    #expect(problems.kept.map(\.place.line) == [2, 3])
    #expect(problems.description.hasSuffix("\nand 48 more"))
    #expect(problems.chinese.hasSuffix("\n另有 48 处问题"))
  }

  @Test func valuesAreCleanedAndCut() {
    let problem = ImportProblem(
      file: "x.csv", place: Place(line: 3, column: 1, unit: .fields), field: "na\u{1B}me",
      value: "\u{202E}" + String(repeating: "长", count: 60) + "\u{FFFD}",
      expected: Expectation(en: "less", zh: "更少"))
    #expect(
      problem.description
        == "x.csv:3: name \"" + String(repeating: "长", count: 37) + "...\": expected less")
  }

  @Test func aFileThatCannotBeOpenedSaysSo() {
    let error = #expect(throws: ExchangeError.self) {
      try RecordFile.open(path: "/nowhere/orders.csv")
    }
    #expect(
      error?.description == "/nowhere/orders.csv: cannot be opened: No such file or directory")
  }

  @Test func aFolderCannotBeRead() throws {
    let error = #expect(throws: ExchangeError.self) { try RecordFile.open(path: "/etc") }
    #expect(error?.description == "etc: cannot be read: Is a directory")
  }
}

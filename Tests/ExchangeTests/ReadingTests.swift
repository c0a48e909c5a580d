import Testing

@testable import Exchange

/// Readings of fields out of a CSV row of one column `x`, and what is said where they fail.
struct ReadingTests {
  /// Reads `value` as the only field and gives the reading and the problem behind the line number.
  private func reading<Value>(
    _ value: String, _ read: (Record, inout ImportProblems) -> Value?
  ) throws -> (value: Value?, problem: String) {
    let quoted = value.split(separator: "\"", omittingEmptySubsequences: false)
    let cell = "\"" + quoted.joined(separator: "\"\"") + "\""
    let (records, _) = try ExchangeTests.read("key,x\nk,\(cell)\n")
    let record = try #require(records.first)
    var problems = ImportProblems()
    let result = read(record, &problems)
    return (result, problems.description.replacing("orders.csv:2: ", with: ""))
  }

  @Test(arguments: [
    (" 12 ", 12), ("1", 1), ("+5", 5), ("7.00", 7), ("007", 7), ("9223372036854775807", Int.max),
  ])
  func integers(text: String, expected: Int) throws {
    let result = try reading(text) { $0.integer("x", in: 1..., &$1) }
    #expect(result.value == expected)
    #expect(result.problem == "")
  }

  @Test(arguments: [
    "x", "0", "-1", "1.5", "1,000", "1E3", "", "12kg", "9223372036854775808", "１", "--1", ".", "1.",
    "0x10", "+",
  ])
  func otherTextsAreNoCount(text: String) throws {
    let result = try reading(text) { $0.integer("x", in: 1..., &$1) }
    #expect(result.value == nil)
    #expect(result.problem == "x \"\(text)\": expected a whole number of 1 or more")
  }

  @Test func rangesAreNamed() throws {
    #expect(
      try reading("9") { $0.integer("x", in: -2...5, &$1) }.problem
        == "x \"9\": expected a whole number from -2 to 5")
    #expect(
      try reading("9") { $0.integer("x", in: Int.min...5, &$1) }.problem
        == "x \"9\": expected a whole number of 5 or less")
    #expect(
      try reading("a") { $0.units("x", scale: 3, in: 1...1_500, &$1) }.problem
        == "x \"a\": expected a number with at most 3 decimals from 0.001 to 1.5")
  }

  @Test(
    arguments: [
      ("1.25", 3, 1_250), ("1", 3, 1_000), ("0.001", 3, 1), ("1.2500", 3, 1_250), ("12", 0, 12),
      ("0.10", 2, 10), ("1.2345", 3, nil), ("1.", 3, nil), (".5", 3, nil), ("1.2.3", 3, nil),
      ("-1", 3, nil), ("9223372036854775.808", 3, nil),
    ] as [(String, Int, Int?)])
  func decimalsAreWholeUnits(text: String, scale: Int, units: Int?) throws {
    let result = try reading(text) { $0.units("x", scale: scale, &$1) }
    #expect(result.value == units)
    #expect(result.problem.isEmpty == (units != nil))
  }

  @Test(
    arguments: [
      ("2026-11-22", "2026-11-22"), ("2026/1/2", "2026-01-02"), ("20261122", "2026-11-22"),
      ("2028-02-29", "2028-02-29"), ("2026-1-2", "2026-01-02"), ("2026-02-29", nil),
      ("1900-02-29", nil), ("2026-13-01", nil), ("2026-00-10", nil), ("22/11/2026", nil),
      ("2026-11/22", nil), ("26-11-22", nil), ("2026-11-22 16:00", nil), ("2026-011-22", nil),
      ("20261131", nil), ("2026--1", nil), ("45000", nil),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) throws {
    let result = try reading(text) { $0.date("x", &$1) }
    #expect(result.value?.description == expected)
    let problem = "x \"\(text)\": expected a date such as 2026-11-22"
    #expect(result.problem == (expected == nil ? problem : ""))
  }

  @Test(
    arguments: [
      ("2026-11-22 16:00", "2026-11-22 16:00:00"), ("2026-11-22T16:00:30", "2026-11-22 16:00:30"),
      ("2026/11/22 6:05", "2026-11-22 06:05:00"), ("2026-11-22", nil), ("2026-11-22 24:00", nil),
      ("2026-11-22 16:60", nil), ("2026-11-22 16:00Z", nil), ("2026-11-22 16:00+08:00", nil),
      ("2026-11-22 16", nil), ("2026-11-22 16:5", nil), ("2026-11-22  16:00", nil),
    ] as [(String, String?)])
  func datesWithTimes(text: String, expected: String?) throws {
    let result = try reading(text) { $0.dateTime("x", &$1) }
    #expect(result.value?.description == expected)
    #expect(result.problem.isEmpty == (expected != nil))
  }

  @Test(
    arguments: [
      ("true", true), ("YES", true), ("y", true), ("1", true), ("是", true), ("False", false),
      ("no", false), ("N", false), ("0", false), ("否", false), ("maybe", nil), ("2", nil),
    ] as [(String, Bool?)])
  func yesAndNo(text: String, expected: Bool?) throws {
    let result = try reading(text) { $0.bool("x", &$1) }
    #expect(result.value == expected)
    #expect(result.problem == (expected == nil ? "x \"\(text)\": expected yes or no" : ""))
  }

  @Test func choicesMayHaveSeveralWords() throws {
    let choices: KeyValuePairs = ["each": 1, "件": 1, "case": 2]
    #expect(try reading(" Case ") { $0.choice("x", of: choices, &$1) }.value == 2)
    #expect(try reading("件") { $0.choice("x", of: choices, &$1) }.value == 1)
    #expect(
      try reading("box") { $0.choice("x", of: choices, &$1) }.problem
        == "x \"box\": expected one of each, 件, case")
  }

  @Test(arguments: [
    ("a|b", ["a", "b"]), (" a ; b ;; ", ["a", "b"]), ("甲；乙", ["甲", "乙"]), ("a", ["a"]), ("", []),
  ])
  func listsAreSplit(text: String, expected: [String]) throws {
    let result = try reading(text) { $0.list("x", &$1) }
    #expect(result.value == expected)
    #expect(result.problem == "")
  }

  @Test func textsAreCleanedAndLimited() throws {
    #expect(try reading(" a\tb\u{202E} ") { $0.text("x", &$1) }.value == "a b")
    #expect(try reading("四个字符") { $0.text("x", maxLength: 4, &$1) }.value == "四个字符")
    #expect(
      try reading("五个字符了") { $0.text("x", maxLength: 4, &$1) }.problem
        == "x \"五个字符了\": expected a text of 1 to 4 characters")
    #expect(
      try reading(" \u{200B}") { $0.text("x", &$1) }.problem
        == "x \"\": expected a text of 1 to 200 characters")
  }

  @Test(arguments: [
    ("6901234567892", true), ("A-01", true), ("6.90123E+12", false), ("7E+12", false),
    ("A 1", false), ("1E5", true), ("SHOE+12", true),
  ])
  func codesSurvivedTheSpreadsheet(text: String, isGood: Bool) throws {
    let result = try reading(text) { $0.code("x", &$1) }
    #expect(result.value == (isGood ? text : nil))
    #expect(result.problem.isEmpty == isGood)
  }

  @Test func whatIsNotRequiredMayBeMissingButNotBad() throws {
    let blank = try reading(" ") { $0.integer("x", in: 1..., required: false, &$1) }
    #expect(blank.value == nil)
    #expect(blank.problem == "")
    let missing = try reading(" ") { $0.date("y", required: false, &$1) }
    #expect(missing.problem == "")
    let bad = try reading("q") { $0.integer("x", in: 1..., required: false, &$1) }
    #expect(bad.problem == "x \"q\": expected a whole number of 1 or more")
    let absent = try reading("q") { $0.integer("y", in: 1..., &$1) }
    #expect(absent.problem == "y: expected a whole number of 1 or more")
  }

  @Test func problemsAreSaidInChineseToo() throws {
    let (records, _) = try ExchangeTests.read("数量\nx\n")
    var problems = ImportProblems()
    _ = try #require(records.first).integer(["quantity", "数量"], in: 1..., &problems)
    #expect(problems.description == "orders.csv:2: 数量 \"x\": expected a whole number of 1 or more")
    #expect(problems.chinese == "orders.csv:2: 数量 \"x\": 应为不小于 1 的整数")
  }
}

import Testing

@testable import Formats

@Suite struct JSONParserTests {
  private static func number(_ text: String) throws -> JSONNumber? {
    if case .number(let number) = try JSONParser.parse(Array(text.utf8)) { return number }
    return nil
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("632", 632_000), ("632.0", 632_000), ("35.09", 35_090),
    ("0.1", 100), ("0.3", 300), ("1e2", 100_000), ("1.5E-2", 15), ("-12.3456", -12_346),
    ("0.0004", 0), ("0.0005", 1), ("-0.0005", -1), ("0.00049999", 0), ("2.0005", 2_001),
    ("0.1000000000000000055511151231257827", 100), ("1e-400", 0), ("0e999999999", 0),
    ("0.00000000000000000000000000001", 0), ("123456789012", 123_456_789_012_000),
  ])
  func numbersAreExactDecimals(text: String, thousandths: Int) throws {
    #expect(try Self.number(text)?.scaled(places: 3) == thousandths)
  }

  @Test(arguments: ["1e400", "99999999999999999999", "-1e19", "1e1000000"])
  func hugeNumbersDoNotFit(text: String) throws {
    #expect(try Self.number(text)?.scaled(places: 3) == nil)
  }

  @Test(arguments: [("7", 7), ("7.0", 7), ("70e-1", 7), ("7.5", nil), ("1e-30", nil), ("0.0", 0)])
  func integersAreSeen(text: String, integer: Int?) throws {
    #expect(try Self.number(text)?.integer == integer)
  }

  @Test(arguments: [
    ("", "line 1, column 1: expected a value, found the end of the document"),
    ("[1,\n 2,]", "line 2, column 4: expected a value"),
    ("{\"a\":1,\"a\":2}", "line 1, column 8: expected the key \"a\" once"),
    ("NaN", "line 1, column 1: expected a value"),
    ("[Infinity]", "line 1, column 2: expected a value"),
    ("01", "line 1, column 3: expected no leading zero, found the end of the document"),
    ("1.", "line 1, column 3: expected a digit, found the end of the document"),
    ("{} x", "line 1, column 4: expected the end of the document"),
    ("\"a\u{1}\"", "line 1, column 3: expected no control character in a text"),
    ("nul", "line 1, column 4: expected null, found the end of the document"),
  ])
  func brokenDocumentsAreNamed(text: String, sentence: String) {
    let error = #expect(throws: FormatError.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(error?.description == sentence)
  }

  @Test func textsAreUnescaped() throws {
    let json = #""\u62e3\u9014 \ud83d\ude00 \"\\\/\n""#
    guard case .string(let text) = try JSONParser.parse(Array(json.utf8)) else {
      Issue.record("no text")
      return
    }
    #expect(text == "拣途 😀 \"\\/\n")
    for broken in [#""\ud83d""#, #""\ud83d\u0041""#, #""\x""#, #""\u12g4""#] {
      #expect(throws: FormatError.self) { try JSONParser.parse(Array(broken.utf8)) }
    }
    #expect(throws: FormatError.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
  }

  @Test func depthIsLimited() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: FormatError.self) { try JSONParser.parse(Array(deep.utf8)) }
  }

  @Test(arguments: [
    (0, "0"), (632_000, "632"), (35_090, "35.09"), (1, "0.001"), (-500, "-0.5"),
    (300, "0.3"), (1_000_000_007, "1000000.007"),
  ])
  func lengthsAreWrittenWithoutNoise(value: Int, text: String) throws {
    #expect(Thousandths.text(value) == text)
    #expect(try Self.number(text)?.scaled(places: 3) == value)
  }
}

import Testing

@testable import Exchange

struct CleanedTests {
  /// U+FDD0 and U+1FFFE, which cannot be written as literals.
  static let nonCharacters = String(decoding: [0xFDD0, 0xD83F, 0xDFFE] as [UInt16], as: UTF16.self)

  @Test(arguments: [
    ("plain text", "plain text"),
    ("a\u{00}b\u{1B}[31mc\u{7F}", "ab[31mc"),
    ("a\u{85}b\u{9B}c", "a bc"),
    ("a\tb\nc\r\nd\re\u{2028}f", "a b c d e f"),
    ("\u{202E}evil\u{202C} \u{2066}x\u{2069}\u{200E}\u{061C}", "evil x"),
    ("ze\u{200B}ro\u{FEFF}\u{2060}\u{AD}", "zero"),
    ("क्\u{200D}ष \u{200C}", "क्\u{200D}ष \u{200C}"),
    ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"),
    ("tag\u{E0041}" + nonCharacters, "tag"),
    ("广东省 深圳市", "广东省 深圳市"),
  ])
  func whatHidesIsTakenOut(raw: String, clean: String) {
    #expect(Array(Cleaned.text(raw).unicodeScalars) == Array(clean.unicodeScalars))
  }

  @Test(arguments: [
    ("  a b ", "a b"), ("\u{3000}甲\u{3000}", "甲"), ("\t\n", ""), ("", ""), ("\u{A0}x", "x"),
    ("\u{FEFF} x", "x"),
  ])
  func endsAreTrimmed(raw: String, trimmed: String) {
    #expect(Cleaned.trimmed(raw) == trimmed)
  }
}

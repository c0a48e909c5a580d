import Testing

@testable import Barcodes

/// A line and what reading it finds wrong: short name, identifier, offset and count.
struct BadLine: Sendable, CustomTestStringConvertible {
  let line: String
  let name: String
  let ai: String?
  let offset: Int
  let count: Int

  init(_ line: String, _ name: String, ai: String? = nil, _ offset: Int, _ count: Int) {
    self.line = line
    self.name = name
    self.ai = ai
    self.offset = offset
    self.count = count
  }

  var testDescription: String { line }
}

struct GS1ParserTests {
  let parser = GS1Parser()

  @Test(arguments: [
    "]C10106901234567892" + "10LOT-1\u{1D}" + "17261231",
    "]d20106901234567892" + "10LOT-1^17261231",
    "]Q3010690123456789210LOT-1{GS}17261231",
    "]J1010690123456789210LOT-1\\x1d17261231",
    "]e0010690123456789210LOT-1\\x1D17261231",
    "^010690123456789210LOT-1^17261231", "{GS}010690123456789210LOT-1{GS}17261231",
    "\u{1D}010690123456789210LOT-1\u{1D}17261231", "010690123456789210LOT-1\u{1D}17261231",
    "(01)06901234567892(10)LOT-1(17)261231",
    "https://id.gs1.org/01/06901234567892/10/LOT-1?17=261231",
    "]Q1https://example.com/shop/01/06901234567892/10/LOT-1?17=261231&utm=x#top",
  ])
  func everyFormSaysTheSame(line: String) throws {
    let message = try parser.parse(line)
    #expect(message.elementString == "^010690123456789210LOT-1^17261231")
    #expect(message.bracketed == "(01)06901234567892(10)LOT-1(17)261231")
    #expect(
      try message.link() == "https://id.gs1.org/01/06901234567892/10/LOT-1?17=261231")
    #expect(message["10"] == "LOT-1")
    #expect(message["21"] == nil)
  }

  @Test(arguments: [
    ("]E06901234567892", "06901234567892"), ("]E496385074", "00000096385074"),
    ("]I116901234567899", "16901234567899"), ("6901234567892", "06901234567892"),
    ("036000291452", "00036000291452"), ("96385074", "00000096385074"),
  ])
  func itemNumbersAreRead(line: String, gtin: String) throws {
    let message = try parser.parse(line)
    #expect(message.form == .item)
    #expect(message.elements.isEmpty)
    #expect(ScannedFacts(message, nearYear: 2026).gtin?.digits == gtin)
  }

  @Test func compositesBelongToTheItem() throws {
    // The lot needs an item: the symbol beside it is one.
    let message = try parser.parse("]E06901234567892|]e010LOT-1\u{1D}17261231")
    #expect(message.symbolText == "6901234567892|^10LOT-1^17261231")
    #expect(
      try message.link() == "https://id.gs1.org/01/06901234567892/10/LOT-1?17=261231")
    #expect(throws: GS1Problem.self) { try parser.parse("]E06901234567892|]e037000001") }
  }

  @Test(arguments: [("]Q1hello", "hello"), ("]d1^x", "\\^x"), ("]C0P01", "P01"), ("]d1", "")])
  func plainTextIsKept(line: String, text: String) throws {
    let message = try parser.parse(line)
    #expect(message.form == .plain)
    #expect(message.symbolText == text)
  }

  @Test(arguments: [
    BadLine("", "empty", 0, 0), BadLine("hello", "notGS1", 0, 5),
    BadLine("]", "symbologyForm", 0, 1),
    BadLine("]C", "symbologyForm", 0, 2), BadLine("]C1", "empty", 3, 0),
    BadLine("]E3690123456789212", "symbology", 0, 3), BadLine("991234", "notGS1", 0, 6),
    BadLine("]E0690123456789", "itemLength", 3, 12),
    BadLine("]E06901234567893", "itemCheckDigit", 15, 1),
    BadLine("]E069012345678x2", "itemDigits", 14, 1),
    BadLine("]E069012345678921", "itemLength", 3, 14),
    BadLine("]C10106901234567893", "checkDigit", ai: "01", 18, 1),
    BadLine("]C1010690123456789", "valueTooShort", ai: "01", 5, 13),
    BadLine("]C10506901234567892", "unknownAI", ai: "05", 3, 2),
    BadLine("]C13106000000", "unknownAI", ai: "3106", 3, 4),
    BadLine("]C1ab", "unknownAI", 3, 1), BadLine("]C110", "emptyValue", ai: "10", 5, 0),
    BadLine("{GS}0106901234567892{GS}17261331", "month", ai: "17", 28, 2),
    BadLine("(01)06901234567892(10)", "emptyValue", ai: "10", 22, 0),
    BadLine("(01)06901234567892(10)A\\(B#", "notSet82", ai: "10", 26, 1),
    BadLine("(01)06901234567892(10)A^B", "separatorInValue", ai: "10", 23, 1),
    BadLine("(01)069012345678921", "valueTooLong", ai: "01", 18, 1),
    BadLine("(01", "brackets", 0, 3),
    BadLine("(01)06901234567892(1", "brackets", 18, 2), BadLine("()1", "unknownAI", 1, 0),
    BadLine("(01)06901234567892(17)2613", "valueTooShort", ai: "17", 22, 4),
    BadLine("(8001)12340000034101", "nonzero", ai: "8001", 10, 5),
  ])
  func problemsSayWhatAndWhere(bad: BadLine) {
    let problem = #expect(throws: GS1Problem.self) { try parser.parse(bad.line) }
    #expect(problem?.code.name == bad.name)
    #expect(problem?.ai == bad.ai)
    #expect(problem?.offset == bad.offset)
    #expect(problem?.count == bad.count)
  }

  @Test func valuesEndWhereTheirLengthSays() throws {
    // Predefined: no separator needed, one does no harm. Others: only a separator ends them.
    #expect(try parser.parse("^010690123456789217261231").elementCount == 2)
    #expect(try parser.parse("^0106901234567892^17261231").elementCount == 2)
    #expect(try parser.parse("^010690123456789210A17261231").elementCount == 2)
    #expect(try parser.parse("^010690123456789210A^").elementCount == 2)
    #expect(throws: GS1Problem.self) { try parser.parse("^010690123456789210A^^17261231") }
    let lot = String(repeating: "L", count: 21)
    let problem = #expect(throws: GS1Problem.self) {
      try parser.parse("^0106901234567892" + "10" + lot)
    }
    #expect(problem?.code == .valueTooLong)
    #expect(problem?.offset == 39)
  }

  @Test func atMostSixtyFourElements() throws {
    let many = GS1Parser(rules: [])
    let sixtyFour = String(repeating: "^99A", count: 64)
    #expect(try many.parse(sixtyFour).elementCount == 64)
    let problem = #expect(throws: GS1Problem.self) { try many.parse(sixtyFour + "^99A") }
    #expect(problem?.code == .tooManyElements)
  }

  @Test func unknownIdentifiersAreAMatterOfPermission() throws {
    let open = GS1Parser(permits: .unknownAIs)
    #expect(throws: GS1Problem.self) { try parser.parse("(89)ABC") }
    #expect(try open.parse("(89)ABC")["89"] == "ABC")
    // The first digits tell the length of 3106 and its value, but not that of 89.
    #expect(try open.parse("^010690123456789231061234561012")["3106"] == "123456")
    #expect(throws: GS1Problem.self) { try open.parse("^89ABC") }
    #expect(throws: GS1Problem.self) { try open.parse("(310)123456") }
    #expect(throws: GS1Problem.self) { try open.parse("(89)A B") }
  }

  @Test func optionsHaveNames() {
    #expect(GS1Parser.Rules(names: "repeats,needs") == [.repeats, .needs])
    #expect(GS1Parser.Rules(names: "none") == [])
    #expect(GS1Parser.Rules(names: "all") == .all)
    #expect(GS1Parser.Rules(names: "any") == nil)
    #expect(GS1Parser.Permissions(names: "unknown,short-gtin") == [.unknownAIs, .shortGTINs])
    #expect(GS1Parser.Permissions(names: "") == [])
    #expect(GS1Parser.Permissions(names: "x") == nil)
  }

  @Test(arguments: ["]X0A", "]Q4A", "]d5A", "]C2A", "]e1A", "]E1A"])
  func otherSymbologiesAreRefused(line: String) {
    let problem = #expect(throws: GS1Problem.self) { try parser.parse(line) }
    #expect(problem?.code == .symbology)
  }

  @Test func scansTakeNothingForASeparatorButGS() throws {
    let scan = Scan(text: "010690123456789210A^17261231", symbology: .gs1Code128)
    let problem = #expect(throws: GS1Problem.self) { try parser.parse(scan) }
    #expect(problem?.code == .component(.notSet82))
    #expect(problem?.offset == 22)
    let right = Scan(text: "010690123456789210A\u{1D}17261231", symbology: .gs1Code128)
    #expect(try parser.parse(right).elementCount == 3)
  }
}

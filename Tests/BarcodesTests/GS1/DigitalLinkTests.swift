import Testing

@testable import Barcodes

struct DigitalLinkTests {
  let parser = GS1Parser(rules: [])

  @Test(arguments: [
    ("https://a.b/01/06901234567892", "^0106901234567892"),
    ("HTTP://A/01/06901234567892", "^0106901234567892"),
    ("https://a:8080/x/y/01/06901234567892/22/v1/10/L/21/S", "^010690123456789222v1^10L^21S"),
    ("https://a/01/06901234567892/10/A%2FB", "^010690123456789210A/B"),
    ("https://a/01/06901234567892/10/A+B", "^010690123456789210A+B"),
    ("https://a/01/06901234567892?10n=5&x&&17=261231&", "^010690123456789217261231"),
    ("https://a/01/10/01/06901234567892", "^0106901234567892"),
    ("https://a/8010/690123ABC/8011/7", "^8010690123ABC^80117"),
    ("https://a/414/6901234567892/254/G1", "^4146901234567892254G1"),
    ("https://a/01/06901234567892#?10=%zz", "^0106901234567892"),
  ])
  func linksAreRead(link: String, elements: String) throws {
    #expect(try parser.parse(link).elementString == elements)
  }

  @Test(arguments: [
    BadLine("ftp://a/01/06901234567892", "link.scheme", 0, 8),
    BadLine("Https://a/01/06901234567892", "link.scheme", 0, 8),
    BadLine("https:///01/06901234567892", "link.host", 8, 18),
    BadLine("https://a", "link.host", 8, 1),
    BadLine("https://a_b/01/06901234567892", "link.hostCharacter", 9, 1),
    BadLine("https://a/01/06901234567892{", "link.character", 27, 1),
    BadLine("https://a/x/y", "link.key", 9, 4),
    BadLine("https://a/01/06901234567892/", "link.key", 9, 19),
    BadLine("https://a/01/06901234567892/10/", "emptyValue", ai: "10", 31, 0),
    BadLine("https://a/01/06901234567892/21/S/10/L", "link.qualifiers", ai: "01", 10, 2),
    BadLine("https://a/01/06901234567892/10/L/10/L", "link.qualifiers", ai: "01", 10, 2),
    BadLine("https://a/01/06901234567892/10/L?10=L", "link.duplicate", ai: "10", 33, 2),
    BadLine("https://a/01/06901234567892?10=L", "link.path", ai: "10", 28, 2),
    BadLine("https://a/01/06901234567892?21=S", "link.attribute", ai: "21", 28, 2),
    BadLine("https://a/01/06901234567892?89=S", "unknownAI", ai: "89", 28, 2),
    BadLine("https://a/01/06901234567892?12345=S", "unknownAI", 28, 5),
    BadLine("https://a/01/06901234567892?17=", "emptyValue", ai: "17", 31, 0),
    BadLine("https://a/01/06901234567892?99=A%00", "link.null", ai: "99", 32, 3),
    BadLine("https://a/01/06901234567892?99=A+B", "notSet82", ai: "99", 32, 1),
    BadLine("https://a/01/06901234567892?99=%41%20B", "notSet82", ai: "99", 34, 3),
    BadLine("https://a/01/06901234567893", "checkDigit", ai: "01", 26, 1),
    BadLine("https://a/01/6901234567892", "valueTooShort", ai: "01", 13, 13),
    BadLine("]Q1https://a/x", "link.key", 12, 2),
  ])
  func badLinksSayWhatAndWhere(bad: BadLine) {
    let problem = #expect(throws: GS1Problem.self) { try parser.parse(bad.line) }
    #expect(problem?.code.name == bad.name)
    #expect(problem?.ai == bad.ai)
    #expect(problem?.offset == bad.offset)
    #expect(problem?.count == bad.count)
  }

  @Test func oldFormsAreAMatterOfPermission() throws {
    let named = "https://a/gtin/06901234567892/lot/L1"
    #expect(throws: GS1Problem.self) { try parser.parse(named) }
    let names = GS1Parser(permits: .linkNames)
    #expect(try names.parse(named).elementString == "^010690123456789210L1")
    #expect(throws: GS1Problem.self) { try names.parse("https://a/gtni/06901234567892") }
    let short = GS1Parser(permits: .shortGTINs)
    for digits in ["6901234567892", "036000291452", "96385074"] {
      let gtin = String(repeating: "0", count: 14 - digits.count) + digits
      #expect(try short.parse("https://a/01/\(digits)")["01"] == gtin)
      #expect(try short.parse("https://a/8004/6901X?01=\(digits)")["01"] == gtin)
    }
    let problem = #expect(throws: GS1Problem.self) {
      try short.parse("https://a/01/6901234567893")
    }
    #expect(problem?.offset == 25)
  }

  @Test func unknownIdentifiersAreNoAttributes() {
    let open = GS1Parser(permits: .unknownAIs)
    let problem = #expect(throws: GS1Problem.self) {
      try open.parse("https://a/01/06901234567892?89=S")
    }
    #expect(problem?.code == .link(.attribute))
    let wide = GS1Parser(permits: [.unknownAIs, .unknownAttributes])
    let message = try? wide.parse("https://a/01/06901234567892?89=S")
    #expect(message?["89"] == "S")
    #expect(throws: GS1Problem.self) { try message?.link() }
    #expect(
      (try? message?.link(permits: .unknownAttributes))
        == "https://id.gs1.org/01/06901234567892?89=S")
  }

  @Test(arguments: [
    ("(01)06901234567892(3103)000500(99)A+ B/", nil),
    (
      "(01)06901234567892(99)A+/(3103)000500",
      "https://id.gs1.org/01/06901234567892?3103=000500&99=A%2B%2F"
    ),
    ("(21)S(10)L(01)06901234567892", "https://id.gs1.org/01/06901234567892/10/L/21/S"),
    ("(00)106141411234567897(400)X(400)X", "https://id.gs1.org/00/106141411234567897?400=X"),
    ("(01)06901234567892(235)T", "https://id.gs1.org/01/06901234567892/235/T"),
    ("(10)L", nil), ("(01)06901234567892(254)L", nil),
  ])
  func linksAreMade(line: String, link: String?) throws {
    guard let message = try? parser.parse(line) else {
      #expect(link == nil)
      return
    }
    #expect((try? message.link()) == link)
    if let link { #expect(try parser.parse(link)["01"] == message["01"]) }
  }

  @Test func theStemMayEndWithASlash() throws {
    let message = try parser.parse("(01)06901234567892")
    #expect(try message.link(stem: "https://a/b/") == "https://a/b/01/06901234567892")
  }
}

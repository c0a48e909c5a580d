import Foundation
import Testing

@testable import Barcodes

struct ScanReportTests {
  let report = ScanReport(year: 2026)

  @Test(arguments: [
    (
      "]C10106901234567892" + "10L1\u{1D}17261231",
      #"{"ok":true,"symbology":"]C1","form":"elements","elements":["#
        + #"{"ai":"01","value":"06901234567892"},{"ai":"10","value":"L1"},"#
        + #"{"ai":"17","value":"261231"}],"data":"^010690123456789210L1^17261231","#
        + #""gtin":"06901234567892","lot":"L1","expiry":"2026-12-31"}"#
    ),
    (
      "(00)106141411234567897\r",
      #"{"ok":true,"form":"bracketed","elements":[{"ai":"00","value":"106141411234567897"}],"#
        + #""data":"^00106141411234567897","sscc":"106141411234567897"}"#
    ),
    (
      "]E06901234567892|]e03103000500",
      #"{"ok":true,"symbology":"]E0","form":"item","elements":[{"ai":"3103","value":"000500"}],"#
        + #""data":"6901234567892|^3103000500","gtin":"06901234567892","weightGrams":500,"#
        + #""measures":[{"ai":"3103","quantity":"weight","logistic":false,"value":0.500,"#
        + #""unit":"kg"}]}"#
    ),
    (
      "]Q1say \"\\\u{7}\"",
      #"{"ok":true,"symbology":"]Q1","form":"plain","elements":[],"#
        + #""text":"say \"\\\u0007\""}"#
    ),
    (
      "^0106901234567893",
      #"{"ok":false,"error":"AI (01): the check digit is wrong","code":"checkDigit","ai":"01","#
        + #""at":16,"length":1}"#
    ),
    (
      "",
      #"{"ok":false,"error":"expected data, found none","code":"empty","at":0,"length":0}"#
    ),
  ])
  func linesAreReported(line: String, json: String) {
    #expect(report.json(line) == json)
  }

  @Test func sentencesComeInChineseToo() {
    let chinese = ScanReport(year: 2026, language: .chinese)
    #expect(
      chinese.json("(10)L1")
        == #"{"ok":false,"error":"AI (10): 还需要(01)或(02)或(03)或(8006)或(8026)","#
        + #""code":"needs","ai":"10","at":1,"length":2}"#)
  }

  @Test func linksAreAddedOnRequest() {
    let linking = ScanReport(year: 2026, stem: "https://a")
    #expect(
      linking.json("(01)06901234567892").hasSuffix(#","link":"https://a/01/06901234567892"}"#))
    #expect(!linking.json("(400)A").contains("link"))
  }

  @Test func componentsAreCheckedAlone() {
    func text(_ check: ComponentCheck, _ value: String) -> String {
      String(decoding: report.bytes(component: check, Array(value.utf8)), as: UTF8.self)
    }
    #expect(text(.checkDigit, "6901234567892") == #"{"ok":true}"#)
    #expect(
      text(.date6, "261301")
        == #"{"ok":false,"error":"expected a month of 01 to 12","code":"month","at":2,"length":2}"#)
  }

  /// The report writes straight from the bytes; the facts as values must agree.
  @Test(arguments: [
    "(01)06901234567892(10)L1(21)S1(20)07(17)261200(15)260228(11)251231(13)260101(16)260601",
    "(01)06901234567892(3103)000195(400)PO7(422)156(3932)1561250(30)5(3110)000007",
    "(00)106141411234567897(02)06901234567892(37)24(3301)000125(7003)2612312359",
    "]E496385074", "(415)6901234567892(8020)X(3911)1561250",
  ])
  func theReportAgreesWithTheFacts(line: String) throws {
    let parser = GS1Parser(rules: [])
    let report = ScanReport(parser: parser, year: 2026)
    let facts = ScannedFacts(try parser.parse(line), nearYear: 2026)
    let json = try JSONSerialization.jsonObject(with: Data(report.json(line).utf8))
    let object = try #require(json as? [String: Any])
    func text(_ key: String) -> String? { object[key] as? String }
    #expect(text("gtin") == facts.gtin?.digits)
    #expect(text("contentGTIN") == facts.contentGTIN?.digits)
    #expect(text("sscc") == facts.sscc?.digits)
    #expect(text("lot") == facts.lot)
    #expect(text("serial") == facts.serial)
    #expect(text("variant") == facts.variant)
    #expect(text("order") == facts.order)
    #expect(text("origin") == facts.origin)
    #expect(text("expiry") == facts.expiry?.description)
    #expect(text("expiryTime") == facts.expiryTime)
    #expect(text("bestBefore") == facts.bestBefore?.description)
    #expect(text("sellBy") == facts.sellBy?.description)
    #expect(text("production") == facts.production?.description)
    #expect(text("packaging") == facts.packaging?.description)
    #expect(object["count"] as? Int == facts.count)
    #expect((object["measures"] as? [Any])?.count ?? 0 == facts.measures.count)
    for (key, fact) in [("price", facts.price), ("amount", facts.amount)] {
      let part = object[key] as? [String: Any]
      #expect(part?["ai"] as? String == fact?.ai)
      #expect(part?["currency"] as? String == fact?.currency)
    }
    let grams = (object["weightGrams"] as? NSNumber)?.stringValue
    #expect(grams == facts.weightGrams?.description)
  }

  @Test func anyBytesGiveAnObject() throws {
    let seeds = [
      "]C1010690123456789210L1\u{1D}17261231", "(01)06901234567892(10)L\\(1(17)261231",
      "https://a/01/06901234567892/10/L1?17=261231&99=%41#x", "]E06901234567892|]e010L1",
      "^8110106141416543213500110000310123196000", "]Q1hello {GS}", "(8001)12341234512398",
    ].map { Array($0.utf8) }
    var random = SeededGenerator(seed: 5)
    for round in 0..<4_000 {
      var line = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0...line.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: line.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 1 where place < line.count: line.remove(at: place)
        default: line.replaceSubrange(0..<place, with: line[..<place].shuffled(using: &random))
        }
      }
      let json = report.bytes(line)
      let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
      let ok = try #require(object?["ok"] as? Bool)
      if !ok {
        let offset = try #require(object?["at"] as? Int)
        #expect((0...line.count).contains(offset))
      }
    }
  }

  @Test(arguments: ["]C1", "^", "(10)", "https://a/01/", ""], ["0", "(", "/", "{GS}"])
  func veryLongLinesAreAnsweredToo(start: String, filler: String) {
    let line = start + String(repeating: filler, count: 100_000)
    #expect(report.bytes(Array(line.utf8)).starts(with: #"{"ok":false"#.utf8))
  }

  @Test func manyParametersAreNoMatter() {
    let line = "https://a/01/06901234567892?" + String(repeating: "a=b&", count: 20_000)
    #expect(report.json(line).hasSuffix(#""gtin":"06901234567892"}"#))
  }

  @Test func textThatIsNotUTF8IsAnError() {
    let line = Array("]Q1".utf8) + [0xFF, 0x41]
    #expect(
      report.json(line)
        == #"{"ok":false,"error":"expected UTF-8 text","code":"encoding","at":3,"length":2}"#)
    #expect(report.json(Array("]C110".utf8) + [0xC3]).contains(#""code":"notSet82""#))
  }
}

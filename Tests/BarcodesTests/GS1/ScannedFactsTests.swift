import Testing

@testable import Barcodes

struct ScannedFactsTests {
  func facts(_ line: String, year: Int = 2026) throws -> ScannedFacts {
    ScannedFacts(try GS1Parser(rules: []).parse(line), nearYear: year)
  }

  @Test func theFloorsFactsAreFound() throws {
    let facts = try facts(
      "(01)06901234567892(10)L1(21)S1(20)07(17)261200(15)260228(11)251231(13)260101(16)260601"
        + "(3103)000195(400)PO7(422)156(3932)1561250")
    #expect(facts.gtin?.digits == "06901234567892")
    #expect(facts.lot == "L1")
    #expect(facts.serial == "S1")
    #expect(facts.variant == "07")
    #expect(facts.expiry?.description == "2026-12-31")
    #expect(facts.bestBefore?.description == "2026-02-28")
    #expect(facts.production?.description == "2025-12-31")
    #expect(facts.packaging?.description == "2026-01-01")
    #expect(facts.sellBy?.description == "2026-06-01")
    #expect(facts.weightGrams?.description == "195")
    #expect(facts.grossWeightGrams == nil)
    #expect(facts.measures.first?.value.description == "0.195")
    #expect(facts.order == "PO7")
    #expect(facts.origin == "156")
    #expect(facts.price?.value.description == "12.50")
    #expect(facts.price?.currency == "156")
    #expect(facts.elements.count == 13)
  }

  @Test func unitsHaveTheirOwn() throws {
    let facts = try facts(
      "(00)106141411234567897(02)06901234567892(37)24(3301)000125(7003)2612312359")
    #expect(facts.sscc?.digits == "106141411234567897")
    #expect(facts.gtin == nil)
    #expect(facts.contentGTIN?.digits == "06901234567892")
    #expect(facts.count == 24)
    #expect(facts.grossWeightGrams?.description == "12500")
    #expect(facts.expiry?.description == "2026-12-31")
    #expect(facts.expiryTime == "23:59")
  }

  @Test(arguments: [
    ("3100", "000012", "12000"), ("3103", "000012", "12"), ("3104", "000012", "1.2"),
    ("3105", "000012", "0.12"), ("3105", "001200", "12"),
  ])
  func gramsAreExact(ai: String, digits: String, grams: String) throws {
    let facts = try facts("(01)06901234567892(\(ai))\(digits)")
    #expect(facts.weightGrams?.description == grams)
  }

  @Test(arguments: [
    (26, 2026, 2026), (76, 2026, 2076), (77, 2026, 1977), (99, 2026, 1999), (0, 2026, 2000),
    (25, 2075, 2125), (24, 2075, 2124), (26, 2075, 2026), (49, 1999, 2049), (50, 1999, 1950),
    (0, 2050, 2100), (1, 2050, 2001),
  ])
  func theCenturySlides(digits: Int, now: Int, year: Int) {
    #expect(GS1Date.year(ofTwoDigits: digits, nearYear: now) == year)
  }

  @Test func dayZeroIsTheLastOfTheMonth() throws {
    #expect(try facts("(17)280200").expiry?.description == "2028-02-29")
    #expect(try facts("(17)270200").expiry?.description == "2027-02-28")
    #expect(GS1Date(year: 2027, month: 2, day: 29) == nil)
    let earlier = try #require(GS1Date(year: 2026, month: 12, day: 31))
    let later = try #require(GS1Date(year: 2027, month: 1, day: 1))
    #expect(earlier < later)
  }

  @Test func measuresKnowTheirUnit() throws {
    for (ai, quantity, unit, isLogistic) in [
      ("3110", "length", "m", false), ("3370", "weightPerArea", "kg/m2", false),
      ("3295", "height", "yd", false), ("3460", "width", "yd", true), ("3540", "area", "ft2", true),
      ("3560", "weight", "ozt", false), ("3570", "volume", "floz", false),
      ("3620", "volume", "qt", true), ("3660", "volume", "yd3", false),
      ("3690", "volume", "yd3", true), ("3150", "volume", "l", false),
    ] {
      let measure = try #require(try facts("(\(ai))000001").measures.first)
      #expect(measure.quantity.rawValue == quantity, "\(ai)")
      #expect(measure.unit == unit, "\(ai)")
      #expect(measure.isLogistic == isLogistic, "\(ai)")
      // The table says so too.
      let title = try #require(GS1Element(ai: ai, value: "").title)
      #expect(title.hasSuffix(", log") == (isLogistic && quantity != "weight"), "\(ai)")
    }
  }

  @Test func factsOfSeveralScansAreJoinedInAnyOrder() throws {
    let parts = [
      try facts("]E06901234567892"), try facts("]C110L1"), try facts("]C117261231\u{1D}21S1"),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]] {
      var all = ScannedFacts()
      for index in order { all = try all.merging(parts[index]) }
      #expect(all.gtin?.digits == "06901234567892")
      #expect(all.lot == "L1")
      #expect(all.serial == "S1")
      #expect(all.expiry?.description == "2026-12-31")
      #expect(all.problem() == nil)
    }
    // By itself a lot is of nothing.
    #expect(parts[1].problem()?.code == .needs("01 02 03 8006 8026"))
    #expect(try parts[0].merging(parts[0]).elements.count == 1)
  }

  @Test func contradictionsAreNamed() throws {
    let item = try facts("]E06901234567892")
    let other = try facts("]C10116901234567899" + "10L2")
    let conflict = #expect(throws: FactConflict.self) { try item.merging(other) }
    #expect(conflict?.ai == "01")
    #expect(conflict?.title == "GTIN")
    #expect(conflict?.known == "06901234567892")
    #expect(conflict?.found == "16901234567899")
    let lots = #expect(throws: FactConflict.self) {
      try facts("]C110L1").merging(facts("]C110L2"))
    }
    #expect(lots?.title == "BATCH/LOT")
  }
}

import Testing
import Warehouse

@testable import Exchange

/// What a stop asks, as files bring it: columns of products, stock and orders, rules of site, zones
/// and bins.
struct StopImportTests {
  @Test func handlingOfProductsIsRead() throws {
    let text = "sku,name,grams,scanning,lots,catch_weight\nP1,ham,500,each,named,10\nP2,x,,整包,,\n"
    let records = try SmallHouse.records(.products, text, "p.csv")
    let handling = records.compactMap { record -> Handling? in
      guard case .product(let product) = record else { return nil }
      return product.handling
    }
    #expect(
      handling == [
        Handling(scanning: .each, lots: .named, catchWeight: 10), Handling(scanning: .pack),
      ])
  }

  @Test func orientationsAreRead() throws {
    let text = "sku,name,orientation\nP1,vase,upright\nP2,frame,平放\nP3,sock,any\nP4,tea,\n"
    let found = try SmallHouse.records(.products, text, "p.csv").compactMap { record in
      if case .product(let product) = record {
        product.handling.orientation?.rawValue ?? "-"
      } else {
        nil
      }
    }
    #expect(found == ["upright", "flat", "-", "-"])
    #expect(
      try SmallHouse.problems(.products, "sku,name,orientation\nP1,x,down\n", "p.csv")
        == "p.csv:2: orientation \"down\": expected one of any, upright, flat, 任意, 向上, 平放")
  }

  @Test(arguments: [
    (
      "P1,x,,often,,",
      "p.csv:2: scanning \"often\": expected one of each, once, pack, 逐件, 一次, 整包"
    ),
    ("P1,x,5,,who,", "p.csv:2: lots \"who\": expected one of book, named, 按账, 确认"),
    ("P1,x,5,,,51", "p.csv:2: catch_weight \"51\": expected a whole number from 1 to 50"),
    (
      "P1,x,,,,10",
      "p.csv:2: catch_weight \"10\": expected the weight of a piece in grams beside it"
    ),
  ]) func badHandlingIsNamed(_ row: String, _ expected: String) throws {
    let text = "sku,name,grams,scanning,lots,catch_weight\n\(row)\n"
    #expect(try SmallHouse.problems(.products, text, "p.csv") == expected)
  }

  @Test func unitsComeWithTheirStock() throws {
    let text = "bin,sku,quantity,units\nA-1,PEN,30,106900000000000017=24\n"
    let key = StockKey(holder: .bin("A-1"), sku: "PEN")
    #expect(
      try SmallHouse.records(.stock, text, "s.csv") == [
        .count(key, quantity: 30),
        .unit(HandlingUnit(code: "106900000000000017", goods: key, quantity: 24)),
      ])
  }

  @Test(arguments: [
    (
      "A-1,PEN,30,106900000000000018=24",
      "s.csv:2: units \"106900000000000018=24\": expected SSCC=pieces: 18 digits with a right check"
        + " digit, and 1 or more"
    ),
    (
      "A-1,PEN,3,106900000000000017=24",
      "s.csv:2: units \"106900000000000017=24\": expected units of no more than 3 pieces together"
    ),
  ]) func badUnitsAreNamed(_ row: String, _ expected: String) throws {
    #expect(
      try SmallHouse.problems(.stock, "bin,sku,quantity,units\n\(row)\n", "s.csv") == expected)
  }

  @Test func theRulesOfASiteComeBackFromItsDocument() throws {
    let site = Site(
      code: "S1", name: Name(zh: "仓", en: "House"),
      layout: FloorLayout(aisles: [.init(code: "A", x: 0)], crossAisles: [0, 10_000]),
      start: FloorPoint(x: 0, y: 0), drop: FloorPoint(x: 0, y: 0), slotsPerCart: 4,
      houseRules: HouseRules(zeroCheck: true, lots: .named, otherLot: .any, serials: .bench))
    let records: [ImportRecord] = [
      .site(site),
      .zone(
        Zone(code: "Z", name: Name(zh: "区", en: "Zone"), scanning: .each, zeroCheck: false)),
      .bin(
        Bin(
          code: "A-1", zone: "Z", kind: .pickFace, aisle: 0, y: 500, side: .left, level: 1,
          checkDigits: "417")),
    ]
    let read = try SmallHouse.run(
      .site, Array(SiteDocument(records).description.utf8), "site.json")
    #expect(read.summary.problems.isEmpty, "\(read.summary.problems)")
    #expect(read.records == records)
  }
}

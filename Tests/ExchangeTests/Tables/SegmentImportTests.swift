import Testing
import Warehouse

@testable import Exchange

/// Stretches with rules, and the order in which goods are picked.
struct SegmentImportTests {
  private static let house = Site(
    code: "S1", name: Name(zh: "仓", en: "House"),
    layout: FloorLayout(
      aisles: [.init(code: "A", x: 0), .init(code: "B", x: 3000), .init(code: "C", x: 6000)],
      crossAisles: [0, 10_000, 20_000],
      segments: [
        .init(lane: .aisle(1), from: 2000, to: 4000, rule: .closed),
        .init(lane: .aisle(2), from: 0, to: 10_000, rule: .noTurn),
        .init(lane: .crossAisle(1), from: 0, to: 2, rule: .right),
      ]), start: FloorPoint(x: 0, y: 0), drop: FloorPoint(x: 0, y: 0), slotsPerCart: 4,
    walkRules: WalkRules(zones: ["Z2", "Z1"], heavyFrom: 5000, fragileLast: true))

  @Test func aSiteComesBackFromBothForms() throws {
    let document = SiteDocument([.site(Self.house)]).description
    let read = try SmallHouse.run(.site, Array(document.utf8), "site.json")
    #expect(read.summary.problems.isEmpty, "\(read.summary.problems)")
    #expect(read.records == [.site(Self.house)])
    let cells = SiteRow.rows(of: .site(Self.house), aisles: Self.house.layout.aisles)
    #expect(cells.count == 7)
  }

  /// Aisle B is closed at both ends, so that its bin cannot be reached; A's can.
  @Test func aBinNobodyCanWalkToIsNamedWithItsLine() throws {
    let json = """
      {"code":"S","zh":"仓","en":"House","crossAisles":[0,10000],"slotsPerCart":4,
       "start":{"aisle":"A","y":0},"drop":{"aisle":"A","y":0},
       "aisles":[{"code":"A","x":0},{"code":"B","x":3000}],"zones":[{"code":"Z","en":"All"}],
       "segments":[{"aisle":"B","from":0,"to":900,"rule":"closed"},
        {"aisle":"B","from":9000,"to":10000,"rule":"closed"}],
       "bins":[
        {"code":"A-1","zone":"Z","kind":"pickFace","aisle":"A","y":500,"side":"left","level":1},
        {"code":"B-1","zone":"Z","kind":"pickFace","aisle":"B","y":5000,"side":"left","level":1}]}
      """
    let found = try SmallHouse.problems(.site, json, "site.json")
    #expect(
      found.hasPrefix("site.json:8:3: bins[2]: expected a bin that can be walked to"), "\(found)")
  }

  private static func problems(_ segment: String) throws -> [String] {
    let json = """
      {"code":"S","zh":"仓","en":"House","crossAisles":[0,10000],"slotsPerCart":4,
       "start":{"aisle":"A","y":0},"drop":{"aisle":"A","y":0},
       "aisles":[{"code":"A","x":0},{"code":"B","x":3000}],
       "segments":[{"aisle":"A","from":100,"to":900,"rule":"closed"},
      \(segment)]}
      """
    return try SmallHouse.problems(.site, json, "site.json").split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (#"{"aisle":"A","from":800,"to":1200,"rule":"up"}"#, "a stretch that no other segment crosses"),
    (#"{"aisle":"A","from":9000,"to":12000,"rule":"up"}"#, "expected a whole number from 9000"),
    (
      #"{"aisle":"Q","from":0,"to":900,"rule":"up"}"#, "aisle \"Q\": expected an aisle of this site"
    ),
    (#"{"aisle":"B","from":900,"to":900,"rule":"up"}"#, "an end behind the beginning"),
    (#"{"aisle":"B","from":0,"to":900,"rule":"left"}"#, "rule \"left\": expected one of closed"),
    (#"{"crossAisle":5,"from":"A","to":"B","rule":"left"}"#, "expected the y of a cross-aisle"),
    (#"{"crossAisle":0,"from":"B","to":"A","rule":"left"}"#, "an end behind the beginning"),
  ])
  func aBadStretchIsNamedWithItsLine(segment: String, expected: String) throws {
    let found = try Self.problems(segment)
    #expect(found.count == 1)
    #expect(found.first?.contains("site.json:5:") == true, "\(found)")
    #expect(found.first?.contains(expected) == true, "\(found)")
  }
}

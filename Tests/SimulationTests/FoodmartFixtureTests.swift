import Exchange
import Foundation
import TestFloor
import Testing
import Warehouse

@testable import Simulation

struct FoodmartFixtureTests {
  private static let small = """
    {"layout":{"kind":"aisles","aisles":[0.0,5.0],"crossAisles":[0,20,39]},
     "start":{"links":[{"aisle":1,"y":0,"length":5.59},{"aisle":0,"y":0,"length":2.5}]},
     "end":{"aisle":1,"y":39},"capacity":8,"_name":"x","orders":[
      {"id":"a","size":2,"stops":[{"aisle":1,"y":2.5},{"aisle":0,"y":7},{"aisle":1,"y":2.5}]},
      {"id":"b","size":1,"stops":[{"aisle":0,"y":7}],"due":3}]}
    """

  private func load(_ text: String) throws -> FoodmartFixture {
    try FoodmartFixture(Array(text.utf8))
  }

  @Test func pointsBecomeBinsWithProducts() throws {
    let fixture = try load(Self.small)
    guard case .site(let site)? = fixture.records(.site).first else {
      Issue.record("expected the site first")
      return
    }
    #expect(site.start == FloorPoint(x: 0, y: 0))
    #expect(site.drop == FloorPoint(x: 5_000, y: 39_000))
    #expect(site.slotsPerCart == 8)
    let bins = fixture.records(.site).compactMap { record in
      if case .bin(let bin) = record { "\(bin.code) \(bin.aisle) \(bin.y)" } else { nil }
    }
    #expect(bins == ["A-01-1 0 7000", "B-01-1 1 2500"])
    let stock = fixture.records(.stock).compactMap { record in
      if case .count(let key, let quantity) = record { "\(key.sku) \(quantity)" } else { nil }
    }
    #expect(stock == ["P0001 2", "P0002 2"])
    let orders = fixture.records(.orders).compactMap { record in
      if case .order(let order, let lines, _) = record {
        "\(order.number) \(order.remark) \(lines.map { "\($0.sku)x\($0.quantity)" })"
      } else {
        nil
      }
    }
    #expect(
      orders == [
        "FM0000 size=2 [\"P0001x1\", \"P0002x2\"]", "FM0001  [\"P0001x1\"]",
      ])
  }

  @Test(arguments: [
    ("\"capacity\":8", "\"capacity\":\"x\"", "no batch problem"),
    ("\"aisle\":1,\"y\":39", "\"aisle\":9,\"y\":39", "a point is in no aisle of the layout"),
  ])
  func whatIsNoProblemIsNamed(old: String, new: String, expected: String) {
    let error = #expect(throws: FixtureProblem.self) {
      try load(Self.small.replacing(old, with: new))
    }
    #expect(error?.description.hasPrefix(expected) == true)
  }

  @Test func oneOfManyProblemsIsChosenByItsLine() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/many.jsonl"
    let line = Self.small.replacing("\n", with: "")
    let text = line + "\n" + line.replacing("\"capacity\":8", with: "\"capacity\":3") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    guard case .site(let site)? = try FoodmartFixture(path: path, line: 2).records(.site).first
    else {
      Issue.record("expected the site first")
      return
    }
    #expect(site.slotsPerCart == 3)
    let error = #expect(throws: FixtureProblem.self) { try FoodmartFixture(path: path, line: 3) }
    #expect(error?.description == "many.jsonl: expected a line from 1 to 2, got 3")
  }

  /// food_1000 of the public data, imported and promised.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: publicData + "/batching/food_1000.json"),
      "needs batching/food_1000.json in PICKWAY_DATA"))
  func aPublicProblemBecomesAHouse() throws {
    let fixture = try FoodmartFixture(path: publicData + "/batching/food_1000.json")
    let folder = try TemporaryFolder()
    let figures = try FixtureFiles.write(fixture, to: folder.path)
    #expect(
      figures
        == FixtureFiles.Figures(bins: 264, products: 264, stock: 264, orders: 1_000, lines: 4_185))
    let facts = ImportedFacts(fixture.records(.site) + fixture.records(.products))
    for kind in ImportKind.allCases {
      let name = kind == .site ? "site.json" : "\(kind.rawValue).csv"
      let summary = try importFile(kind: kind, path: "\(folder.path)/\(name)", facts: facts)
      #expect(summary.problems.isEmpty, "\(summary.problems.description.prefix(500))")
    }
    var stock = Shelves(fixture)
    var filled = 0
    for case .order(_, let lines, _) in fixture.records(.orders) where stock.allocate(lines) {
      filled += 1
    }
    #expect(filled == 1_000)
  }
}

import Barcodes
import Exchange
import Foundation
import TestFloor
import Testing
import Warehouse

@testable import Simulation

struct FixtureTests {
  private static let files = ["site.json", "products.csv", "stock.csv", "orders.csv"]

  @Test func theCommittedDemoIsWhatTheGeneratorWrites() throws {
    let committed = packageRoot + "/Fixtures/Demo"
    if ProcessInfo.processInfo.environment["PICKWAY_RECORD"] == "1" {
      _ = try FixtureFiles.write(Fixture(), to: committed)
      Issue.record("Fixtures/Demo was written anew: look at it and run again without recording")
    }
    let folder = try TemporaryFolder()
    let figures = try FixtureFiles.write(Fixture(), to: folder.path)
    #expect(
      figures
        == FixtureFiles.Figures(bins: 1_266, products: 600, stock: 1_150, orders: 300, lines: 561))
    for name in Self.files {
      let isSame = try bytes("\(folder.path)/\(name)") == bytes("\(committed)/\(name)")
      #expect(isSame, "\(name) differs; PICKWAY_RECORD=1 swift test writes it anew")
    }
  }

  @Test func anotherSeedIsAnotherHouse() {
    let orders = Fixture(seed: 2).records(.orders)
    #expect(orders == Fixture(seed: 2).records(.orders))
    #expect(orders != Fixture(seed: 1).records(.orders))
    #expect(Fixture(seed: 2).records(.site) == Fixture(seed: 1).records(.site))
  }

  /// Written, read back and checked, a fixture is what it was, for any seed and size.
  @Test(
    arguments: [
      (FixtureSize.demo, 1), (.demo, 7),
      (.large(bins: 900, products: 700, stock: 2_000, orders: 90), 3),
      (.large(bins: 40, products: 60, stock: 200, orders: 60), 5),
    ] as [(FixtureSize, UInt64)])
  func theFilesAreImportedAsTheFixtureIs(size: FixtureSize, seed: UInt64) throws {
    let fixture = Fixture(size: size, seed: seed)
    let folder = try TemporaryFolder()
    let figures = try FixtureFiles.write(fixture, to: folder.path)
    let facts = ImportedFacts(fixture.records(.site) + fixture.records(.products))
    for kind in ImportKind.allCases {
      let isJSON = kind == .site && !fixture.isLarge
      var found: [ImportRecord] = []
      let summary = try importFile(
        kind: kind, path: "\(folder.path)/\(kind.rawValue).\(isJSON ? "json" : "csv")",
        facts: facts
      ) { found += $0 }
      #expect(summary.problems.isEmpty, "\(summary.problems.description.prefix(500))")
      let isSame = found == fixture.records(kind)
      #expect(isSame, "\(kind) of \(figures)")
    }
  }

  @Test func aLargeSiteIsWrittenAsATable() throws {
    let size = FixtureSize.large(bins: 10_100, products: 20, stock: 20, orders: 1)
    let folder = try TemporaryFolder()
    #expect(try FixtureFiles.write(Fixture(size: size), to: folder.path).bins == 10_366)
    let table = String(decoding: try bytes("\(folder.path)/site.csv"), as: UTF8.self)
    #expect(table.hasPrefix("\u{FEFF}record,code,zh,en,x,"))
    #expect(table.contains("bin,A-001-1,"))
    #expect(throws: (any Error).self) { try bytes("\(folder.path)/site.json") }
  }

  @Test func bothFormsOfASiteHaveOneDigest() throws {
    let fixture = Fixture()
    let records = fixture.records(.site)
    var table = try TableWriter(.site, MemorySink())
    for record in records { try table.write(record) }
    try table.finish()
    let document = Array(SiteDocument(records).description.utf8)
    let digests = try [("site.csv", table.sink.bytes), ("site.json", document)].map {
      try importFile(
        kind: .site, from: MemorySource($0.1, name: $0.0), facts: ImportedFacts()
      ).digest
    }
    #expect(digests[0] == digests[1])
  }

  @Test func codesAreShortUniqueAndValid() {
    let fixture = Fixture()
    var barcodes: Set<String> = []
    for case .product(let product) in fixture.records(.products) {
      for packaging in product.packagings {
        for barcode in packaging.barcodes {
          #expect(CheckDigit.isValid(barcode), "\(barcode)")
          #expect(barcode.count == (packaging.unit == "each" ? 13 : 14))
          #expect(barcodes.insert(barcode).inserted, "\(barcode)")
        }
      }
      #expect((1...20_000).contains(product.grams), "\(product)")
      #expect(product.size.length >= 10 && product.size.height >= 3, "\(product)")
    }
    for case .bin(let bin) in fixture.records(.site) { #expect(bin.code.rawValue.count <= 10) }
    var numbers: Set<Code<Order>> = []
    for case .order(let order, _, _) in fixture.records(.orders) {
      #expect(numbers.insert(order.number).inserted)
      #expect(order.number.rawValue.count <= 12)
    }
    for case .order(let order, _, _) in Fixture(
      size: .large(bins: 500, products: 500, stock: 900, orders: 20_000)
    )
    .records(.orders).suffix(3) {
      #expect(order.number.rawValue.count <= 12, "\(order.number)")
    }
  }

  @Test func lookAlikesStandNextToEachOther() {
    let names = Fixture().records(.products).compactMap { record in
      if case .product(let product) = record { product.name.zh } else { nil }
    }
    #expect(Set(names).count == names.count)
    #expect(names.contains("薯片 原味 70g"))
    #expect(names.contains("薯片 原味 104g"))
  }

  @Test func someLotsExpireSoonAndSomeHave() {
    let soon = Day(daysSince1970: Fixture.day.daysSince1970 + 14)
    let expiries = Fixture().records(.stock).compactMap { record in
      if case .count(let key, _) = record { key.expiry } else { nil }
    }
    #expect(expiries.count { $0 <= Fixture.day } == 13)
    #expect(expiries.count { $0 > Fixture.day && $0 <= soon } == 9)
  }

  /// Promised in any order, all but the named orders can be filled.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func onlyTheBackordersCannotBeFilled(seed: UInt64) throws {
    let fixture = Fixture(seed: seed)
    var orders = fixture.records(.orders)
    if seed == 3 { orders.reverse() }
    var stock = Shelves(fixture)
    var backorders: Set<Code<Order>> = []
    for case .order(let order, let lines, _) in orders {
      if !stock.allocate(lines) { backorders.insert(order.number) }
    }
    #expect(backorders == Set(fixture.backorders))
    #expect(backorders.count == 6)
  }

  @Test func ordersAreOnThreeTrucks() {
    var cutOffs: [String: Int] = [:]
    for case .order(let order, _, _) in Fixture().records(.orders) {
      cutOffs["\(order.carrier) \(order.cutOff.clock(utcOffset: 480))", default: 0] += 1
    }
    #expect(Set(cutOffs.keys) == ["YTO 16:00", "ZTO 17:00", "SF 18:30"])
    #expect(cutOffs.values.allSatisfy { $0 > 50 })
  }
}

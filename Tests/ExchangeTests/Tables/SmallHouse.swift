import TestFloor
import Warehouse

@testable import Exchange

/// A house of two bins, four products and a carrier, and imports into it.
enum SmallHouse {
  static let site = """
    {"code":"S1","zh":"仓","crossAisles":[0,10000],"start":{"aisle":"A","y":0},
     "drop":{"aisle":"B","y":10000},"slotsPerCart":6,
     "aisles":[{"code":"A","x":0},{"code":"B","x":3000}],"zones":[{"code":"Z","en":"All"}],
     "carriers":[{"code":"YTO","zh":"圆通速递"}],
     "bins":[
      {"code":"A-1","zone":"Z","kind":"pickFace","aisle":"A","y":1500,"side":"left","level":1},
      {"code":"B-1","zone":"Z","kind":"pickFace","aisle":"B","y":1500,"side":"右","level":2}]}
    """

  static let products = """
    sku,name_zh,tracking
    FOOD,薯片,lot|expiry
    SOAP,洗衣液,批号
    PEN,笔,
    BUDS,耳机,serial

    """

  /// What the house has.
  static let facts: ImportedFacts = {
    let found = (try? records(.site, Self.site, "site.json", facts: ImportedFacts())) ?? []
    let goods = (try? records(.products, Self.products, "p.csv", facts: ImportedFacts())) ?? []
    return ImportedFacts(found + goods)
  }()

  /// The records of a text.
  static func records(
    _ kind: ImportKind, _ text: String, _ name: String, facts: ImportedFacts = facts
  ) throws -> [ImportRecord] {
    try run(kind, Array(text.utf8), name, facts: facts).records
  }

  /// The records and the summary of a file.
  static func run(
    _ kind: ImportKind, _ bytes: [UInt8], _ name: String, facts: ImportedFacts = facts
  ) throws -> (records: [ImportRecord], summary: ImportSummary) {
    var records: [ImportRecord] = []
    let summary = try importFile(
      kind: kind, from: MemorySource(bytes, name: name), facts: facts
    ) { records += $0 }
    return (records, summary)
  }

  /// The problems of a text, a line each.
  static func problems(_ kind: ImportKind, _ text: String, _ name: String) throws -> String {
    try run(kind, Array(text.utf8), name).summary.problems.description
  }
}

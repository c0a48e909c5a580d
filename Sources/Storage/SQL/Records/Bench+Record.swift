import Warehouse

extension Table {
  static let bench = [benchRules, parcelPacking, learnedWeight]

  static let benchRules = Table("bench_rules", key: ["name"], ["document"])
  /// `entry` is the line of the journal that wrote the row last.
  static let parcelPacking = Table(
    "parcel_packing", key: ["parcel"],
    [
      "carton", "instead_of", "carton_reason", "materials", "material_grams", "is_full",
      "is_sealed", "grams", "expected", "least", "most", "source", "approver", "reason", "proven",
      "entry",
    ])
  static let learnedWeight = Table(
    "learned_weight", key: ["sku"], ["parcels", "pieces", "grams"])
}

/// Written with the number of its journal line behind these columns.
extension ParcelPacking: Record {
  static var table: Table { .parcelPacking }

  init(_ row: inout Row) throws {
    self.init(
      parcel: try row.code(), carton: try row.optionalCode(), insteadOf: try row.optionalCode(),
      cartonReason: try row.optional { try $0.raw() },
      materials: try JournalFormat.value([Used].self, from: try row.text()),
      materialGrams: try row.int(), isFull: try row.flag(), isSealed: try row.flag(),
      weight: try row.parcelWeight(), proven: try row.optional { try $0.time() })
  }

  var values: [Value] {
    get throws {
      [
        .code(parcel), .code(carton), .code(insteadOf), .text(cartonReason?.rawValue),
        .text(try JournalFormat.text(materials)), .int(materialGrams), .flag(isFull),
        .flag(isSealed), .int(weight?.grams), .int(weight?.expected), .int(weight?.least),
        .int(weight?.most), .text(weight?.source.rawValue), .code(weight?.approver),
        .text(weight?.reason?.rawValue), .time(proven),
      ]
    }
  }
}

extension Row {
  /// The weight a parcel was accepted with; nil when its columns are empty.
  fileprivate mutating func parcelWeight() throws -> ParcelWeight? {
    guard !isNull else {
      skip(7)
      return nil
    }
    return ParcelWeight(
      grams: try int(), expected: try int(), least: try int(), most: try int(), source: try raw(),
      approver: try optionalCode(), reason: try optional { try $0.raw() })
  }
}

extension LearnedWeight: Record {
  static var table: Table { .learnedWeight }

  init(_ row: inout Row) throws {
    self.init(
      sku: try row.code(), parcels: try row.int(), pieces: try row.int(), grams: try row.int())
  }

  var values: [Value] { [.code(sku), .int(parcels), .int(pieces), .int(grams)] }
}

import Warehouse

/// A product's own row; its ladder and barcodes have tables of their own.
extension Product: Record {
  static var table: Table { .product }

  init(_ row: inout Row) throws {
    self.init(
      sku: try row.code(), name: try row.name(), packagings: [], grams: try row.int(),
      size: try row.dimensions(),
      tracking: Tracking(lot: try row.flag(), expiry: try row.flag(), serial: try row.flag()),
      fragile: try row.flag(), handling: Handling(column: try row.text()))
  }

  var values: [Value] {
    [
      .code(sku), .text(name.zh), .text(name.en), .int(grams), .int(size.length),
      .int(size.width), .int(size.height), .flag(tracking.lot), .flag(tracking.expiry),
      .flag(tracking.serial), .flag(fragile), .text(handling.column),
    ]
  }

  /// Reads a product from its row joined with its rungs and their barcodes, in order.
  init?(_ rows: [Row]) throws {
    guard var first = rows.first else { return nil }
    try self.init(&first)
    var rung: Int?
    for row in rows {
      var row = row
      row.skip(Self.table.key.count + Self.table.rest.count)
      guard let number = try row.optional({ try $0.int() }) else { continue }
      let packaging = Packaging(unit: try row.text(), units: try row.int(), barcodes: [])
      if rung != number { packagings.append(packaging) }
      rung = number
      if let barcode = try row.optional({ try $0.text() }) {
        packagings[packagings.count - 1].barcodes.append(barcode)
      }
    }
  }
}

extension Holder {
  var kind: String {
    switch self {
    case .bin: "bin"
    case .tote: "tote"
    case .parcel: "parcel"
    case .outside: "outside"
    }
  }
}

extension StockKey {
  var values: [Value] {
    [.text(holder.kind), .text(holder.code), .code(sku), .text(lot), .day(expiry)]
  }
}

extension Stock: Record {
  static var table: Table { .stock }

  init(_ row: inout Row) throws {
    self.init(
      key: try row.stockKey(), quantity: try row.int(), allocated: try row.int(),
      frozen: try row.int(), since: try row.time())
  }

  var values: [Value] {
    key.values + [.int(quantity), .int(allocated), .int(frozen), .time(since)]
  }
}

import Warehouse

extension SerialNumber: Record {
  static var table: Table { .serialNumber }

  init(_ row: inout Row) throws {
    self.init(
      sku: try row.code(), number: try row.text(), holder: try row.holder(),
      list: try row.optionalCode(), pick: try row.int(), since: try row.time())
  }

  var values: [Value] {
    [
      .code(sku), .text(number), .text(holder.kind), .text(holder.code), .code(list), .int(pick),
      .time(since),
    ]
  }
}

extension HandlingUnit: Record {
  static var table: Table { .handlingUnit }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), goods: try row.stockKey(), quantity: try row.int(),
      state: try row.raw(), list: try row.optionalCode(), pick: try row.int())
  }

  var values: [Value] {
    [.code(code)] + goods.values + [.int(quantity), .raw(state), .code(list), .int(pick)]
  }
}

extension Handling {
  /// The way of handling as a column keeps it: empty when nothing is special.
  var column: String {
    guard self != Handling() else { return "" }
    return [
      scanning?.rawValue ?? "", lots?.rawValue ?? "", catchWeight.map(String.init) ?? "",
    ].joined(separator: " ") + (orientation.map { " \($0.rawValue)" } ?? "")
  }

  /// Reads a column.
  init(column: String) {
    let parts = column.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    self.init()
    // The fourth came later, and is there where it says something.
    guard parts.count == 3 || parts.count == 4 else { return }
    scanning = Scanning(rawValue: parts[0])
    lots = LotRule(rawValue: parts[1])
    catchWeight = Int(parts[2])
    if parts.count == 4 { orientation = Orientation(rawValue: parts[3]) }
  }
}

import Warehouse

extension Chore: Record {
  static var table: Table { .chore }

  init(_ row: inout Row) throws {
    self.init(
      number: try row.int(), kind: try row.raw(), state: try row.raw(),
      goods: try row.stockKey(), quantity: try row.int(), to: try row.optionalCode(),
      cause: try row.raw(), order: try row.optionalCode(), badge: try row.optionalCode(),
      since: try row.time(), difference: try row.optional { try $0.int() })
  }

  var values: [Value] {
    [.int(number), .raw(kind), .raw(state)] + goods.values + [
      .int(quantity), .code(to), .raw(cause), .code(order), .code(badge), .time(since),
      difference.map { .int($0) } ?? .null,
    ]
  }
}

/// What a short pick left behind stands in one column, as JSON: it is read and written as a whole.
extension Pick: Record {
  static var table: Table { .pick }

  init(_ row: inout Row) throws {
    self.init(
      list: try row.code(), number: try row.int(), line: try row.code(),
      from: try row.stockKey(), quantity: try row.int(), tote: try row.code(),
      grams: try row.int(), substitute: try row.optional { try $0.int() },
      short: try row.optional {
        try JournalFormat.value(ShortTrail.self, from: try $0.text())
      })
  }

  var values: [Value] {
    get throws {
      [.code(list), .int(number), .code(line)] + from.values + [
        .int(quantity), .code(tote), .int(grams), substitute.map { .int($0) } ?? .null,
        try short.map { .text(try JournalFormat.text($0)) } ?? .null,
      ]
    }
  }
}

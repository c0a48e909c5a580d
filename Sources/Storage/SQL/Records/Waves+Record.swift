import Warehouse

extension Wave: Record {
  static var table: Table { .wave }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), carrier: try row.code(), cutOff: try row.time(),
      state: try row.raw(), priority: try row.int())
  }

  var values: [Value] {
    [.code(code), .code(carrier), .time(cutOff), .raw(state), .int(priority)]
  }
}

extension WaveProgress {
  init(_ row: inout Row) throws {
    self.init(
      wave: try Wave(&row), orders: try row.int(), packed: try row.int(), held: try row.int(),
      lists: try row.int(), waiting: try row.int(), lines: try row.int(), open: try row.int(),
      short: try row.int(), pickers: try row.int(), caged: try row.int(),
      shipped: try row.int())
  }
}

/// A pick list's own row; its slots have a table of their own.
extension PickList: Record {
  static var table: Table { .list }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), wave: try row.code(), state: try row.raw(),
      revision: try row.int(), badge: try row.optionalCode(), cart: try row.optionalCode(),
      slots: [],
      walk: Walk(
        length: try row.int(), bound: try row.int(), proven: try row.flag(),
        byCode: try row.int(), path: try row.path(),
        after: try row.int()),
      way: try row.raw(), zone: try row.optionalCode(), after: try row.optionalCode())
  }

  var values: [Value] {
    [
      .code(code), .code(wave), .raw(state), .int(revision), .code(badge), .code(cart),
      .int(walk.length), .int(walk.bound), .flag(walk.proven), .int(walk.byCode),
      .text(walk.path.map { "\($0.x),\($0.y)" }.joined(separator: " ")),
      .int(walk.after), .raw(way), .code(zone), .code(after),
    ]
  }

  /// Reads lists from their rows joined with their slots, list by list.
  static func lists(_ rows: [Row]) throws -> [PickList] {
    var lists: [PickList] = []
    for row in rows {
      var row = row
      if let last = lists.last, row.begins(with: .code(last.code)) {
        row.skip(table.key.count + table.rest.count)
      } else {
        lists.append(try PickList(&row))
      }
      guard let number = try row.optional({ try $0.int() }) else { continue }
      lists[lists.count - 1].slots.append(
        Slot(number: number, order: try row.optionalCode(), tote: try row.optionalCode()))
    }
    return lists
  }
}

extension Row {
  /// The corner points of a walk: `x,y` by `x,y`, parted by blanks.
  mutating func path() throws -> [FloorPoint] {
    try text().split(separator: " ").compactMap { corner in
      let parts = corner.split(separator: ",")
      guard parts.count == 2, let x = Int(parts[0]), let y = Int(parts[1]) else { return nil }
      return FloorPoint(x: x, y: y)
    }
  }
}

extension PickLine: Record {
  static var table: Table { .pickLine }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), order: try row.code(), orderLine: try row.int(),
      from: try row.stockKey(), quantity: try row.int(), picked: try row.int(),
      state: try row.raw(), reason: try row.optional { try $0.raw() },
      list: try row.optionalCode(), slot: try row.int(), sequence: try row.int(),
      reached: try row.int(), skips: try row.int(), seeded: try row.int())
  }

  var values: [Value] {
    [.code(code), .code(order), .int(orderLine)] + from.values + [
      .int(quantity), .int(picked), .raw(state), .raw(reason), .code(list), .int(slot),
      .int(sequence), .int(reached), .int(skips), .int(seeded),
    ]
  }
}

import Warehouse

extension Order: Record {
  static var table: Table { .order }

  init(_ row: inout Row) throws {
    self.init(
      number: try row.code(), channel: try row.text(), carrier: try row.code(),
      cutOff: try row.time(), priority: try row.int(), remark: try row.text(),
      state: try row.raw(), note: try row.text(), wave: try row.optionalCode(),
      value: try row.int(), codFen: try row.int())
  }

  var values: [Value] {
    [
      .code(number), .text(channel), .code(carrier), .time(cutOff), .int(priority),
      .text(remark), .raw(state), .text(note), .code(wave), .int(value), .int(codFen),
    ]
  }
}

extension OrderLine: Record {
  static var table: Table { .orderLine }

  init(_ row: inout Row) throws {
    self.init(
      order: try row.code(), number: try row.int(), sku: try row.code(),
      quantity: try row.int(), packed: try row.int(), short: try row.int(),
      substitute: try row.optionalSKU(), replaces: try row.int())
  }

  var values: [Value] {
    [
      .code(order), .int(number), .code(sku), .int(quantity), .int(packed), .int(short),
      .text(substitute?.rawValue ?? ""), .int(replaces),
    ]
  }
}

extension Row {
  /// A product's code; nil when the column is empty.
  fileprivate mutating func optionalSKU() throws -> Code<Product>? {
    let text = try text()
    return text.isEmpty ? nil : Code(text)
  }
}

extension Receiver {
  init(_ row: inout Row) throws {
    self.init(
      name: try row.text(), phone: try row.text(), region: try row.text(),
      address: try row.text())
  }

  var values: [Value] { [.text(name), .text(phone), .text(region), .text(address)] }
}

extension Carrier: Record {
  static var table: Table { .carrier }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), name: try row.name(), kind: try row.raw(), lowWater: try row.int(),
      isPrivate: try row.flag(), isMultiPiece: try row.flag())
  }

  var values: [Value] {
    [
      .code(code), .text(name.zh), .text(name.en), .raw(kind), .int(lowWater), .flag(isPrivate),
      .flag(isMultiPiece),
    ]
  }
}

extension NumberRange: Record {
  static var table: Table { .numberRange }

  init(_ row: inout Row) throws {
    self.init(
      carrier: try row.code(), prefix: try row.text(), next: try row.int(),
      last: try row.int(), digits: try row.int())
  }

  var values: [Value] {
    [.code(carrier), .text(prefix), .int(next), .int(last), .int(digits)]
  }
}

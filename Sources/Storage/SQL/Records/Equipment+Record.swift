import Warehouse

extension Workstation: Record {
  static var table: Table { .workstation }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), printer: try row.optionalCode(), fallback: try row.optionalCode())
  }

  var values: [Value] { [.code(code), .code(printer), .code(fallback)] }
}

extension LabelPrinter: Record {
  static var table: Table { .printer }

  init(_ row: inout Row) throws {
    self.init(code: try row.code(), address: try row.text(), format: try row.text())
  }

  var values: [Value] { [.code(code), .text(address), .text(format)] }
}

extension CartonType: Record {
  static var table: Table { .carton }

  init(_ row: inout Row) throws {
    self.init(code: try row.code(), inside: try row.dimensions(), grams: try row.int())
    let most = try row.int()
    mostGrams = most == 0 ? nil : most
  }

  var values: [Value] {
    [
      .code(code), .int(inside.length), .int(inside.width), .int(inside.height), .int(grams),
      .int(mostGrams ?? 0),
    ]
  }
}

extension Row {
  mutating func dimensions() throws -> Dimensions {
    Dimensions(length: try int(), width: try int(), height: try int())
  }
}

extension Cart: Record {
  static var table: Table { .cart }

  init(_ row: inout Row) throws {
    self.init(code: try row.code(), slots: try row.int())
  }

  var values: [Value] { [.code(code), .int(slots)] }
}

extension Tote: Record {
  static var table: Table { .tote }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), order: try row.optionalCode(), list: try row.optionalCode(),
      bench: try row.optionalCode())
  }

  var values: [Value] { [.code(code), .code(order), .code(list), .code(bench)] }
}

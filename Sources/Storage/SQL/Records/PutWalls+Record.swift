import Warehouse

extension PutWall: Record {
  static var table: Table { .wall }

  init(_ row: inout Row) throws {
    self.init(code: try row.code(), slots: try row.int())
  }

  var values: [Value] { [.code(code), .int(slots)] }
}

extension WallSlot: Record {
  static var table: Table { .wallSlot }

  init(_ row: inout Row) throws {
    self.init(
      wall: try row.code(), number: try row.int(), order: try row.optionalCode(),
      tote: try row.optionalCode())
  }

  var values: [Value] { [.code(wall), .int(number), .code(order), .code(tote)] }
}

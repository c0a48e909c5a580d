import Warehouse

extension Notice: Record {
  static var table: Table { .notice }

  init(_ row: inout Row) throws {
    self.init(
      number: try row.int(), to: try row.code(), from: try row.text(), words: try row.text(),
      at: try row.time(), read: try row.optional { try $0.time() })
  }

  var values: [Value] {
    [
      .int(number), .code(to), .text(from), .text(words), .time(at),
      .time(read),
    ]
  }
}

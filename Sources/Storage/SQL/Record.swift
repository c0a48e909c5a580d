/// Something that is a row of a table.
protocol Record {
  /// The table it is kept in.
  static var table: Table { get }
  /// Reads it from the table's columns in their order.
  init(_ row: inout Row) throws
  /// Its columns in the table's order.
  var values: [Value] { get throws }
}

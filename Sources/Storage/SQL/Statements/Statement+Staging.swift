/// The tables files wait in: columns as they are staged, behind the import and the ordinal.
struct StagingTable: Sendable {
  let name: String
  let insert: Statement
  /// Empties a part of an import, given by the ordinals after one and up to another.
  let clear: Statement

  init(_ name: String, _ columns: [String], judged: Bool = false) {
    self.name = name
    let columns = ["import", "ordinal"] + columns
    let places = columns.indices.map { "$\($0 + 1)" }
    insert = Statement(
      "INSERT INTO \(name) (\((columns + (judged ? ["verdict"] : [])).joined(separator: ", ")))"
        + " VALUES (\(places.joined(separator: ", "))\(judged ? ", ''" : ""))")
    clear = Statement(
      "DELETE FROM \(name) WHERE import = $1 AND ordinal > $2 AND ordinal <= $3")
  }

  static let all = [record, bin, product, packaging, barcode, count, order, orderLine]

  static let record = StagingTable("staged_record", ["kind", "code", "payload"])
  static let bin = StagingTable("staged_bin", Table.bin.key + Table.bin.rest, judged: true)
  static let product = StagingTable(
    "staged_product", Table.product.key + Table.product.rest, judged: true)
  static let packaging = StagingTable(
    "staged_packaging", Table.packaging.key + Table.packaging.rest)
  static let barcode = StagingTable("staged_barcode", Table.barcode.key + Table.barcode.rest)
  static let count = StagingTable(
    "staged_count", Table.stock.key + ["quantity"], judged: true)
  static let order = StagingTable(
    "staged_order",
    ["number", "channel", "carrier", "cut_off", "priority", "remark", "value"]
      + Table.receiver.rest + ["cod"],
    judged: true)
  static let orderLine = StagingTable(
    "staged_order_line", Table.orderLine.key + ["sku", "quantity", "substitute"])
}

extension Statement {
  static let staging =
    StagingTable.all.map(\.insert) + StagingTable.all.map(\.clear) + [stagedRecords, isStaged]

  static let stagedRecords = Statement(
    """
    SELECT ordinal, payload FROM staged_record
    WHERE import = $1 AND ordinal > $2 AND ordinal <= $3 ORDER BY ordinal
    """)
  static let isStaged = Statement(
    "SELECT COUNT(*) FROM staged_record WHERE import = $1 AND kind = $2 AND code = $3")
}

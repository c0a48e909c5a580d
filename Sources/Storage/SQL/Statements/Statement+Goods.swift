extension Statement {
  static let goods = [
    product, productOfBarcode, tote, totes, totesOfOrder, addTote, removeTote,
  ]

  /// A product's row with its rungs and their barcodes, in order.
  private static func product(_ condition: String) -> Statement {
    Statement(
      """
      SELECT \(Table.product.columns("p")), k.rung, k.unit, k.units, b.barcode
      FROM product p LEFT JOIN packaging k ON k.sku = p.sku
        LEFT JOIN barcode b ON b.sku = k.sku AND b.rung = k.rung
      WHERE p.sku = \(condition) ORDER BY k.rung, b.place
      """)
  }

  static let product = product("$1")
  static let productOfBarcode = product("(SELECT sku FROM barcode WHERE barcode = $1)")

  static let tote = Table.tote.select("WHERE code = $1")
  static let totes = Table.tote.select("ORDER BY code")
  static let totesOfOrder = Table.tote.select("WHERE order_number = $1 ORDER BY code")
  /// A tote that is there keeps its order.
  static let addTote = Statement(
    "INSERT INTO tote (code) VALUES ($1) ON CONFLICT (code) DO NOTHING")
  static let removeTote = Statement("DELETE FROM tote WHERE code = $1")
}

extension Statement {
  static let stopFacts = [serial, serials, serialsIn, unserial, unit, unitsIn, unitsOf]

  static let serial = Table.serialNumber.select("WHERE sku = $1 AND number = $2")
  static let serials = Table.serialNumber.select("WHERE number = $1 ORDER BY sku")
  static let serialsIn = Table.serialNumber.select(
    "WHERE holder_kind = $1 AND holder = $2 ORDER BY sku, number")
  static let unserial = Statement("DELETE FROM serial_number WHERE sku = $1 AND number = $2")
  static let unit = Table.handlingUnit.select("WHERE code = $1")
  static let unitsIn = Table.handlingUnit.select(
    "WHERE holder_kind = 'bin' AND holder = $1 AND state = 'whole' ORDER BY code")
  static let unitsOf = Table.handlingUnit.select("WHERE list = $1 ORDER BY code")
}

extension Check {
  static let stopFacts = [
    // No more serial numbers lie somewhere than pieces.
    Check(
      .serials,
      """
      SELECT t.holder_kind || ':' || t.holder || ' ' || t.sku, CAST(SUM(t.pieces) AS BIGINT),
        CAST(SUM(t.numbers) AS BIGINT)
      FROM (
        SELECT holder_kind, holder, sku, quantity AS pieces, 0 AS numbers FROM stock
        UNION ALL SELECT holder_kind, holder, sku, 0, 1 FROM serial_number
      ) t GROUP BY t.holder_kind, t.holder, t.sku HAVING SUM(t.numbers) > SUM(t.pieces)
      ORDER BY t.holder_kind, t.holder, t.sku
      """),
    // A pick of which any piece has a number has one for each. Where the pieces of several orders
    // lie together, those of a stopped order may leave with any of the numbers.
    Check(
      .serials,
      """
      SELECT p.list || ' ' || CAST(p.number AS TEXT) || ' ' || p.sku, p.quantity, COUNT(*)
      FROM serial_number n JOIN pick p ON p.list = n.list AND p.number = n.pick AND p.sku = n.sku
        JOIN pick_list k ON k.code = p.list JOIN pick_line l ON l.code = p.line
        JOIN orders o ON o.number = l.order_number
      WHERE k.way NOT IN ('batch', 'bulk') AND o.state <> 'cancelled'
      GROUP BY p.list, p.number, p.sku, p.quantity HAVING COUNT(*) <> p.quantity
      ORDER BY p.list, p.number
      """),
    // What stands in a bin as a whole lies there.
    Check(
      .units,
      """
      SELECT \(words("t")), CAST(SUM(t.lies) AS BIGINT), CAST(SUM(t.held) AS BIGINT) FROM (
        SELECT holder_kind, holder, sku, lot, expiry, quantity AS lies, 0 AS held FROM stock
        UNION ALL SELECT holder_kind, holder, sku, lot, expiry, 0, quantity FROM handling_unit
        WHERE state = 'whole'
      ) t GROUP BY holder_kind, holder, sku, lot, expiry HAVING SUM(t.held) > SUM(t.lies)
      ORDER BY holder_kind, holder, sku, lot, expiry
      """),
    reference("serial_number", "sku", to: "product", "sku"),
    reference("serial_number", "list", to: "pick_list", "code"),
    reference("handling_unit", "sku", to: "product", "sku"),
  ]
}

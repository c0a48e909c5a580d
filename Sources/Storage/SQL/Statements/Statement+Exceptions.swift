extension Statement {
  static let exceptions = [
    chore, openChores, choresAt, lastChore, picks, unpick, openLinesFrom, teach,
  ]

  static let chore = Table.chore.select("WHERE number = $1")
  static let openChores = Table.chore.select(
    "WHERE kind = $1 AND state IN ('open', 'taken') ORDER BY number")
  static let choresAt = Table.chore.select(
    "WHERE holder_kind = $1 AND holder = $2 AND state IN ('open', 'taken') ORDER BY number")
  static let lastChore = Statement("SELECT COALESCE(MAX(number), 0) FROM chore")
  static let picks = Table.pick.select("WHERE list = $1 ORDER BY number")
  static let unpick = Statement("DELETE FROM pick WHERE list = $1 AND number = $2")
  static let openLinesFrom = Table.pickLine.select(
    """
    WHERE holder_kind = $1 AND holder = $2 AND sku = $3 AND lot = $4 AND expiry = $5
      AND state = 'open' ORDER BY code
    """)
  /// The code comes behind those its rung has.
  static let teach = Statement(
    """
    INSERT INTO barcode (barcode, sku, rung, place)
    SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT), COUNT(*) FROM barcode
    WHERE sku = $2 AND rung = $3
    """)
}

extension Check {
  static let exceptions = [
    Check(
      .frozen,
      """
      SELECT \(words("s")), 0, s.frozen FROM stock s WHERE s.frozen > 0 AND NOT EXISTS
        (SELECT 1 FROM chore c WHERE c.kind = 'count' AND c.state <> 'done'
          AND c.holder_kind = s.holder_kind AND c.holder = s.holder AND c.sku = s.sku
          AND c.lot = s.lot AND c.expiry = s.expiry)
      ORDER BY s.holder_kind, s.holder, s.sku, s.lot, s.expiry
      """),
    Check(
      .putBack,
      """
      SELECT \(words("t")), CAST(SUM(t.wanted) AS BIGINT), CAST(SUM(t.held) AS BIGINT) FROM (
        SELECT holder_kind, holder, sku, lot, expiry, quantity AS wanted, 0 AS held FROM chore
        WHERE kind = 'putBack' AND state <> 'done'
        UNION ALL SELECT s.holder_kind, s.holder, s.sku, s.lot, s.expiry, 0, s.quantity
        FROM stock s WHERE EXISTS
          (SELECT 1 FROM chore c WHERE c.kind = 'putBack' AND c.state <> 'done'
            AND c.holder_kind = s.holder_kind AND c.holder = s.holder AND c.sku = s.sku
            AND c.lot = s.lot AND c.expiry = s.expiry)
      ) t GROUP BY holder_kind, holder, sku, lot, expiry
      HAVING SUM(t.wanted) <> SUM(t.held) ORDER BY holder_kind, holder, sku, lot, expiry
      """),
    Check(
      .undo,
      """
      SELECT t.line, CAST(SUM(t.made) AS BIGINT), CAST(SUM(t.kept) AS BIGINT) FROM (
        SELECT line, 0 AS made, quantity AS kept FROM pick
        UNION ALL SELECT code, picked, 0 FROM pick_line
      ) t GROUP BY t.line HAVING SUM(t.kept) > SUM(t.made) ORDER BY t.line
      """),
    reference("chore", "sku", to: "product", "sku"),
    reference("chore", "goes_to", to: "bin", "code"),
    reference("chore", "order_number", to: "orders", "number"),
    reference("pick", "list", to: "pick_list", "code"),
  ]
}

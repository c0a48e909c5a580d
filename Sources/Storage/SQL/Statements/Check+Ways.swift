extension Check {
  static let ways = [
    Check(
      .seeded,
      """
      SELECT code, picked, seeded FROM pick_line WHERE seeded < 0 OR seeded > picked
      ORDER BY code
      """),
    // What lies together is what was picked and not yet given to its orders.
    Check(
      .together,
      """
      SELECT t.list || ' ' || t.sku, CAST(SUM(t.waiting) AS BIGINT), CAST(SUM(t.lies) AS BIGINT)
      FROM (
        SELECT k.code AS list, n.sku AS sku, n.picked - n.seeded AS waiting, 0 AS lies
        FROM pick_line n JOIN pick_list k ON k.code = n.list
        WHERE k.way IN ('batch', 'bulk')
        UNION ALL SELECT o.list, s.sku, 0, s.quantity
        FROM stock s JOIN tote o ON o.code = s.holder
        WHERE s.holder_kind = 'tote' AND o.list IS NOT NULL
      ) t GROUP BY t.list, t.sku HAVING SUM(t.waiting) <> SUM(t.lies) ORDER BY t.list, t.sku
      """),
    Check(
      .wallSlot,
      """
      SELECT w.wall || ' ' || CAST(w.number AS TEXT), 1, 0 FROM wall_slot w
      WHERE w.tote IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM tote t WHERE t.code = w.tote AND t.order_number = w.order_number)
      ORDER BY w.wall, w.number
      """),
    Check(
      .wallSlot,
      """
      SELECT order_number, 1, COUNT(*) FROM wall_slot WHERE order_number IS NOT NULL
      GROUP BY order_number HAVING COUNT(*) > 1 ORDER BY order_number
      """),
  ]
}

/// One thing that is always true as a statement that answers what contradicts it: the subject,
/// what the figure should be, and what it is.
struct Check: Sendable {
  let rule: Violation.Rule
  let statement: Statement

  init(_ rule: Violation.Rule, _ sql: String) {
    self.rule = rule
    statement = Statement(sql)
  }
}

extension Statement {
  static let checks = Check.all.map(\.statement)
}

/// A stock key in words: `bin:A-01-1 SKU`, with lot and expiry where there are any.
func words(_ alias: String) -> String {
  """
  \(alias).holder_kind || CASE WHEN \(alias).holder = '' THEN '' ELSE ':' END || \(alias).holder
  || ' ' || \(alias).sku
  || CASE WHEN \(alias).lot = '' THEN '' ELSE ' ' || \(alias).lot END
  || CASE WHEN \(alias).expiry = 0 THEN '' ELSE ' ' || CAST(\(alias).expiry AS TEXT) END
  """
}

private let key = "holder_kind, holder, sku, lot, expiry"

extension Check {
  static let all =
    stock + picking + packing + journal + references + ways + exceptions
    + stopFacts + waybills + door + printers + mentions + bench + journeys

  private static func booked(_ rule: Violation.Rule, _ kinds: String) -> Check {
    Check(
      rule,
      """
      SELECT \(words("t")), CAST(SUM(t.moved) AS BIGINT), CAST(SUM(t.booked) AS BIGINT) FROM (
        SELECT \(key), quantity AS booked, 0 AS moved FROM stock
        UNION ALL SELECT to_kind, to_holder, sku, lot, expiry, 0, quantity FROM movement
        UNION ALL SELECT from_kind, from_holder, sku, lot, expiry, 0, -quantity FROM movement
      ) t WHERE t.holder_kind IN (\(kinds))
      GROUP BY \(key) HAVING SUM(t.moved) <> SUM(t.booked) ORDER BY \(key)
      """)
  }

  private static let stock = [
    booked(.stock, "'bin'"),
    booked(.contents, "'tote', 'parcel'"),
    Check(
      .negative,
      """
      SELECT \(words("s")), 0, CASE WHEN s.quantity < 0 THEN s.quantity
        WHEN s.allocated < 0 THEN s.allocated ELSE s.frozen END
      FROM stock s WHERE s.quantity < 0 OR s.allocated < 0 OR s.frozen < 0 ORDER BY \(key)
      """),
    Check(
      .allocated,
      """
      SELECT \(words("t")), CAST(SUM(t.wanted) AS BIGINT), CAST(SUM(t.promised) AS BIGINT) FROM (
        SELECT \(key), allocated AS promised, 0 AS wanted FROM stock
        UNION ALL SELECT \(key), 0, quantity - picked FROM pick_line WHERE state = 'open'
      ) t GROUP BY \(key) HAVING SUM(t.wanted) <> SUM(t.promised) ORDER BY \(key)
      """),
    Check(
      .overAllocated,
      """
      SELECT \(words("s")), s.quantity, s.allocated FROM stock s
      WHERE s.allocated > s.quantity ORDER BY \(key)
      """),
  ]

  private static let picking = [
    Check(
      .picked,
      """
      SELECT code, quantity, picked FROM pick_line
      WHERE picked < 0 OR picked > quantity OR state = 'picked' AND picked <> quantity
      ORDER BY code
      """)
  ]

  private static let packing = [
    Check(
      .packed,
      """
      SELECT l.order_number || '/' || CAST(l.number AS TEXT), l.quantity, l.packed + l.short
      FROM order_line l JOIN orders o ON o.number = l.order_number
      WHERE l.packed < 0 OR l.short < 0 OR l.packed + l.short > l.quantity
        OR o.state IN ('packed', 'shipped') AND l.packed + l.short <> l.quantity
      ORDER BY l.order_number, l.number
      """),
    Check(
      .verified,
      """
      SELECT t.number || ' ' || t.sku, CAST(SUM(t.packed) AS BIGINT),
        CAST(SUM(t.inside) AS BIGINT)
      FROM (
        SELECT order_number AS number, sku, packed, 0 AS inside FROM order_line
        WHERE packed <> 0
        UNION ALL SELECT p.order_number, s.sku, 0, s.quantity
        FROM stock s JOIN parcel p ON p.code = s.holder
        WHERE s.holder_kind = 'parcel' AND p.state <> 'void'
      ) t GROUP BY t.number, t.sku HAVING SUM(t.packed) <> SUM(t.inside)
      ORDER BY t.number, t.sku
      """),
    Check(
      .waybill,
      """
      SELECT code, 1, 0 FROM parcel
      WHERE state IN ('closed', 'shipped') AND (waybill IS NULL OR waybill = '') ORDER BY code
      """),
    Check(
      .waybill,
      """
      SELECT waybill, 1, COUNT(*) FROM parcel WHERE waybill IS NOT NULL
      GROUP BY waybill HAVING COUNT(*) > 1 ORDER BY waybill
      """),
    Check(
      .label,
      """
      SELECT p.code, 1, 0 FROM parcel p
        JOIN workstation w ON w.code = p.workstation AND w.printer IS NOT NULL
      WHERE p.state IN ('closed', 'shipped')
        AND NOT EXISTS (SELECT 1 FROM print_job j WHERE j.parcel = p.code) ORDER BY p.code
      """),
    Check(
      .reprint,
      """
      SELECT parcel, 1, COUNT(*) FROM print_job WHERE reason = ''
      GROUP BY parcel HAVING COUNT(*) > 1 ORDER BY parcel
      """),
    Check(
      .reprint,
      """
      SELECT code, 1, attempts FROM print_job
      WHERE attempts < 0 OR state IN ('claimed', 'printed', 'unknown') AND attempts < 1
      ORDER BY code
      """),
  ]

  private static func journalled(_ table: String, _ subject: String) -> Check {
    Check(
      .journalled,
      """
      SELECT '\(table) ' || \(subject), 1, 0 FROM \(table) t WHERE NOT EXISTS
        (SELECT 1 FROM journal j WHERE j.number = t.entry AND j.kind IN ('command', 'import'))
      ORDER BY 1
      """)
  }

  private static let journal = [
    journalled("parcel", "t.code"), journalled("print_job", "t.code"),
    journalled("manifest", "t.code"), journalled("outbox", "t.code"),
    journalled("parcel_packing", "t.parcel"),
    journalled("movement", "CAST(t.entry AS TEXT) || '/' || CAST(t.part AS TEXT)"),
    Check(
      .outcome,
      """
      SELECT o.id, o.entry, 0 FROM outcome o WHERE o.entry <> 0 AND NOT EXISTS
        (SELECT 1 FROM journal j WHERE j.number = o.entry AND j.command = o.id) ORDER BY o.id
      """),
    Check(
      .outcome,
      """
      SELECT j.command, 1, 0 FROM journal j WHERE j.kind = 'command' AND NOT EXISTS
        (SELECT 1 FROM outcome o WHERE o.id = j.command AND o.entry = j.number)
      ORDER BY j.number
      """),
    Check(
      .journal,
      """
      SELECT 'lines', h.number, t.lines FROM journal_head h
        JOIN (SELECT COUNT(*) AS lines, COALESCE(MAX(number), 0) AS last,
          COALESCE(MIN(number), 1) AS start FROM journal) t ON TRUE
      WHERE h.number <> t.lines OR h.number <> t.last OR t.start <> 1
      """),
  ]

  /// What column of which table refers to which table, and when.
  static func reference(
    _ table: String, _ column: String, to target: String, _ key: String,
    when condition: String = "TRUE"
  ) -> Check {
    Check(
      .reference,
      """
      SELECT '\(table) refers to \(target) ' || t.\(column), 1, 0 FROM \(table) t
      WHERE t.\(column) IS NOT NULL AND \(condition)
        AND NOT EXISTS (SELECT 1 FROM \(target) o WHERE o.\(key) = t.\(column))
      GROUP BY t.\(column) ORDER BY t.\(column)
      """)
  }

  private static let references = [
    reference("bin", "zone", to: "zone", "code"),
    reference("workstation", "printer", to: "printer", "code"),
    reference("workstation", "fallback", to: "printer", "code"),
    reference("number_range", "carrier", to: "carrier", "code"),
    reference("work_session", "badge", to: "person", "badge"),
    reference("packaging", "sku", to: "product", "sku"),
    reference("barcode", "sku", to: "product", "sku"),
    reference("stock", "sku", to: "product", "sku"),
    reference("stock", "holder", to: "bin", "code", when: "t.holder_kind = 'bin'"),
    reference("stock", "holder", to: "tote", "code", when: "t.holder_kind = 'tote'"),
    reference("stock", "holder", to: "parcel", "code", when: "t.holder_kind = 'parcel'"),
    reference("tote", "order_number", to: "orders", "number"),
    reference("tote", "list", to: "pick_list", "code"),
    reference("wall_slot", "order_number", to: "orders", "number"),
    reference("wall_slot", "wall", to: "put_wall", "code"),
    reference("orders", "carrier", to: "carrier", "code"),
    reference("orders", "wave", to: "wave", "code"),
    reference("order_line", "order_number", to: "orders", "number"),
    reference("order_line", "sku", to: "product", "sku"),
    reference("receiver", "order_number", to: "orders", "number"),
    reference("wave", "carrier", to: "carrier", "code"),
    reference("pick_list", "wave", to: "wave", "code"),
    reference("pick_slot", "list", to: "pick_list", "code"),
    reference("pick_slot", "order_number", to: "orders", "number"),
    reference("pick_line", "order_number", to: "orders", "number"),
    reference("pick_line", "list", to: "pick_list", "code"),
    reference("parcel", "order_number", to: "orders", "number"),
    reference("parcel", "carrier", to: "carrier", "code"),
    reference("print_job", "parcel", to: "parcel", "code"),
    reference("saved_flow", "session", to: "work_session", "code"),
  ]
}

/// Part of an import: the ordinals after one and up to another.
private let part = "s.import = $1 AND s.ordinal > $2 AND s.ordinal <= $3"

/// Whether columns of two aliases are the same.
private func same(_ columns: [String], _ one: String, _ other: String) -> String {
  columns.map { "\(one).\($0) = \(other).\($0)" }.joined(separator: " AND ")
}

/// Whether two tables hold the same rows of one thing: as many, and each staged one.
private func sameRows(
  _ table: Table, of owner: String, _ staged: StagingTable, _ columns: [String]
) -> String {
  """
  (SELECT COUNT(*) FROM \(table.name) e WHERE e.\(owner))
    = (SELECT COUNT(*) FROM \(staged.name) t
      WHERE t.import = s.import AND t.ordinal = s.ordinal)
  AND NOT EXISTS (SELECT 1 FROM \(staged.name) t
    LEFT JOIN \(table.name) e ON \(same(columns, "e", "t"))
    WHERE t.import = s.import AND t.ordinal = s.ordinal AND e.\(columns[0]) IS NULL)
  """
}

extension Statement {
  /// What landing will do to each staged record of a part, written into its row.
  static let judging = [judgeBins, judgeProducts, judgeCounts, judgeOrders, verdicts]

  static let judgeBins = Statement(
    """
    UPDATE staged_bin AS s SET verdict = CASE
      WHEN NOT EXISTS (SELECT 1 FROM bin b WHERE b.code = s.code) THEN 'added'
      WHEN EXISTS (SELECT 1 FROM bin b WHERE b.code = s.code
        AND \(same(Table.bin.rest, "b", "s"))) THEN 'unchanged'
      ELSE 'changed' END
    WHERE \(part)
    """)

  static let judgeProducts = Statement(
    """
    UPDATE staged_product AS s SET verdict = CASE
      WHEN NOT EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku) THEN 'added'
      WHEN EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku
        AND \(same(Table.product.rest, "p", "s")))
        AND \(sameRows(
          .packaging, of: "sku = s.sku", .packaging, ["sku", "rung", "unit", "units"]))
        AND \(sameRows(
          .barcode, of: "sku = s.sku", .barcode, ["barcode", "sku", "rung", "place"]))
        THEN 'unchanged'
      ELSE 'changed' END
    WHERE \(part)
    """)

  static let judgeCounts = Statement(
    """
    UPDATE staged_count AS s SET verdict = CASE
      WHEN EXISTS (SELECT 1 FROM stock k WHERE \(same(Table.stock.key, "k", "s"))
        AND k.allocated > s.quantity) THEN 'skipped'
      WHEN EXISTS (SELECT 1 FROM stock k WHERE \(same(Table.stock.key, "k", "s"))
        AND k.quantity = s.quantity AND k.frozen = 0) THEN 'unchanged'
      WHEN EXISTS (SELECT 1 FROM stock k WHERE \(same(Table.stock.key, "k", "s")))
        THEN 'changed'
      WHEN s.quantity = 0 THEN 'unchanged'
      ELSE 'added' END
    WHERE \(part)
    """)

  /// Whether the order `o` is what the staged order `s` says.
  ///
  /// An order in work that was erased of its receiver is still the same.
  static let sameOrder = """
    \(same(["channel", "carrier", "cut_off", "priority", "remark", "value", "cod"], "o", "s"))
    AND \(sameRows(
      .orderLine, of: "order_number = s.number", .orderLine,
      ["order_number", "number", "sku", "quantity", "substitute"]))
    AND (EXISTS (SELECT 1 FROM receiver r WHERE r.order_number = s.number
        AND \(same(Table.receiver.rest, "r", "s")))
      OR o.state NOT IN ('new', 'backorder')
        AND NOT EXISTS (SELECT 1 FROM receiver r WHERE r.order_number = s.number))
    """

  static let judgeOrders = Statement(
    """
    UPDATE staged_order AS s SET verdict = CASE
      WHEN NOT EXISTS (SELECT 1 FROM orders o WHERE o.number = s.number) THEN 'added'
      WHEN EXISTS (SELECT 1 FROM orders o WHERE o.number = s.number AND \(sameOrder))
        THEN 'unchanged'
      WHEN EXISTS (SELECT 1 FROM orders o WHERE o.number = s.number
        AND o.state IN ('new', 'backorder')) THEN 'changed'
      ELSE 'skipped' END
    WHERE \(part)
    """)

  /// How many records of a part there are of each verdict.
  static let verdicts = Statement(
    "SELECT verdict, COUNT(*) FROM ("
      + [StagingTable.bin, .product, .count, .order]
      .map { "SELECT s.verdict FROM \($0.name) s WHERE \(part)" }
      .joined(separator: " UNION ALL ") + ") t GROUP BY verdict")
}

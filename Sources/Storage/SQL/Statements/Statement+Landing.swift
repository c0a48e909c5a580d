/// Part of an import: the ordinals after one and up to another; `first` is the first of its
/// three parameters.
private func part(_ first: Int = 1) -> String {
  "s.import = $\(first) AND s.ordinal > $\(first + 1) AND s.ordinal <= $\(first + 2)"
}

/// The records of a part that are new or different.
private func news(_ first: Int = 1) -> String {
  "\(part(first)) AND s.verdict IN ('added', 'changed')"
}

/// Copies rows of a staging table into the table they land in.
private func land(
  _ table: Table, from source: String, _ columns: [String]? = nil
) -> Statement {
  let names = table.key + table.rest
  return Statement(
    """
    INSERT INTO \(table.name) (\(names.joined(separator: ", ")))
    SELECT \((columns ?? names.map { "s.\($0)" }).joined(separator: ", "))
    FROM \(source) WHERE \(news())
    ON CONFLICT (\(table.key.joined(separator: ", ")))
    DO UPDATE SET \(Table.overwriting(table.rest))
    """)
}

/// Takes away the rows of the changed things of a part, to be written anew.
private func clear(
  _ table: Table, _ column: String, _ staged: StagingTable, _ key: String
) -> Statement {
  Statement(
    """
    DELETE FROM \(table.name) WHERE \(column) IN
      (SELECT s.\(key) FROM \(staged.name) s WHERE \(part()) AND s.verdict = 'changed')
    """)
}

extension Statement {
  /// What lands a part of an import, after it was judged, in this order.
  static let landing =
    landBins + landProducts + [countsIn, countsOut, landCounts, landZeros, openUnits] + landOrders

  static let landBins = [land(.bin, from: "staged_bin s")]

  static let landProducts = [
    clear(.packaging, "sku", .product, "sku"),
    clear(.barcode, "sku", .product, "sku"),
    land(.product, from: "staged_product s"),
    land(
      .packaging,
      from: """
        staged_product s JOIN staged_packaging t
        ON t.import = s.import AND t.ordinal = s.ordinal
        """, ["t.sku", "t.rung", "t.unit", "t.units"]),
    land(
      .barcode,
      from: """
        staged_product s JOIN staged_barcode t
        ON t.import = s.import AND t.ordinal = s.ordinal
        """, ["t.barcode", "t.sku", "t.rung", "t.place"]),
  ]

  private static let onHand = """
    staged_count s LEFT JOIN stock k ON k.holder_kind = s.holder_kind AND k.holder = s.holder
      AND k.sku = s.sku AND k.lot = s.lot AND k.expiry = s.expiry
    """

  /// The pieces that were counted beyond those on hand come from outside.
  static let countsIn = Statement(
    """
    INSERT INTO movement (entry, at, part, from_kind, from_holder, to_kind, to_holder, sku, lot,
      expiry, quantity)
    SELECT $1, $2, s.ordinal, 'outside', '', s.holder_kind, s.holder, s.sku, s.lot, s.expiry,
      s.quantity - COALESCE(k.quantity, 0)
    FROM \(onHand) WHERE \(news(3)) AND s.quantity > COALESCE(k.quantity, 0)
    """)
  /// The pieces on hand that were not counted go outside.
  static let countsOut = Statement(
    """
    INSERT INTO movement (entry, at, part, from_kind, from_holder, to_kind, to_holder, sku, lot,
      expiry, quantity)
    SELECT $1, $2, s.ordinal, s.holder_kind, s.holder, 'outside', '', s.sku, s.lot, s.expiry,
      k.quantity - s.quantity
    FROM \(onHand) WHERE \(news(3)) AND s.quantity < k.quantity
    """)
  static let landCounts = Statement(
    """
    INSERT INTO stock (since, holder_kind, holder, sku, lot, expiry, quantity, allocated, frozen)
    SELECT $1, s.holder_kind, s.holder, s.sku, s.lot, s.expiry, s.quantity, 0, 0
    FROM staged_count s WHERE \(news(2)) AND s.quantity > 0
    ON CONFLICT (holder_kind, holder, sku, lot, expiry) DO UPDATE
    SET quantity = excluded.quantity, frozen = 0,
      since = CASE WHEN stock.quantity = 0 THEN excluded.since ELSE stock.since END
    """)
  static let landZeros = Statement(
    """
    DELETE FROM stock WHERE (holder_kind, holder, sku, lot, expiry) IN
      (SELECT s.holder_kind, s.holder, s.sku, s.lot, s.expiry FROM staged_count s
        WHERE \(news()) AND s.quantity = 0)
    """)

  /// Handling units that a count leaves no room for are none any more.
  static let openUnits = Statement(
    """
    UPDATE handling_unit SET state = 'opened' WHERE state = 'whole' AND EXISTS
      (SELECT 1 FROM staged_count s WHERE \(news())
        AND s.holder_kind = handling_unit.holder_kind AND s.holder = handling_unit.holder
        AND s.sku = handling_unit.sku AND s.lot = handling_unit.lot
        AND s.expiry = handling_unit.expiry
        AND s.quantity < (SELECT SUM(u.quantity) FROM handling_unit u WHERE u.state = 'whole'
          AND u.holder_kind = s.holder_kind AND u.holder = s.holder AND u.sku = s.sku
          AND u.lot = s.lot AND u.expiry = s.expiry))
    """)

  static let landOrders = [
    clear(.orderLine, "order_number", .order, "number"),
    land(
      .order, from: "staged_order s",
      [
        "s.number", "s.channel", "s.carrier", "s.cut_off", "s.priority", "s.remark", "'new'",
        "''", "NULL", "s.value", "s.cod",
      ]),
    land(
      .orderLine,
      from: """
        staged_order s JOIN staged_order_line t
        ON t.import = s.import AND t.ordinal = s.ordinal
        """,
      [
        "t.order_number", "t.number", "t.sku", "t.quantity", "0", "0",
        "t.substitute", "0",
      ]),
    land(
      .receiver, from: "staged_order s",
      ["s.number", "s.name", "s.phone", "s.region", "s.address"]),
  ]
}

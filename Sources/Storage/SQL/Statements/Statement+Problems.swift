extension Statement {
  /// What keeps staged records from landing: each answers an ordinal and the codes concerned, in
  /// the order of the ordinals, for import `$1`, at most `$2` rows.
  static let problems =
    twice + [
      unknownZones, unknownBins, unknownProducts, unknownCarriers, barcodesTaken, notBins,
      belowAllocated, ordersInWork,
    ]

  private static func twice(_ staged: StagingTable, _ key: [String]) -> Statement {
    let columns = key.joined(separator: ", ")
    return Statement(
      """
      SELECT MAX(ordinal), \(columns) FROM \(staged.name) WHERE import = $1
      GROUP BY \(columns) HAVING COUNT(*) > 1 ORDER BY MAX(ordinal) LIMIT $2
      """)
  }

  /// Things that are in a file twice.
  static let twice = [
    twice(.bin, ["code"]), twice(.product, ["sku"]), twice(.barcode, ["barcode"]),
    twice(.count, ["holder", "sku", "lot", "expiry"]), twice(.order, ["number"]),
  ]

  static let unknownZones = Statement(
    """
    SELECT s.ordinal, s.zone FROM staged_bin s WHERE s.import = $1
      AND NOT EXISTS (SELECT 1 FROM zone z WHERE z.code = s.zone)
      AND NOT EXISTS (SELECT 1 FROM staged_record r
        WHERE r.import = s.import AND r.kind = 'zone' AND r.code = s.zone)
    ORDER BY s.ordinal LIMIT $2
    """)
  static let unknownBins = Statement(
    """
    SELECT s.ordinal, s.holder FROM staged_count s WHERE s.import = $1
      AND s.holder_kind = 'bin' AND NOT EXISTS (SELECT 1 FROM bin b WHERE b.code = s.holder)
    ORDER BY s.ordinal LIMIT $2
    """)
  static let unknownProducts = Statement(
    """
    SELECT s.ordinal, s.sku FROM (
      SELECT ordinal, sku FROM staged_count WHERE import = $1
      UNION ALL SELECT ordinal, sku FROM staged_order_line WHERE import = $1
    ) s WHERE NOT EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku)
    ORDER BY s.ordinal, s.sku LIMIT $2
    """)
  static let unknownCarriers = Statement(
    """
    SELECT s.ordinal, s.carrier FROM staged_order s WHERE s.import = $1
      AND NOT EXISTS (SELECT 1 FROM carrier c WHERE c.code = s.carrier)
    ORDER BY s.ordinal LIMIT $2
    """)
  /// A barcode may go from one product to another only when the file tells both.
  static let barcodesTaken = Statement(
    """
    SELECT s.ordinal, s.barcode, b.sku FROM staged_barcode s
      JOIN barcode b ON b.barcode = s.barcode
    WHERE s.import = $1 AND b.sku <> s.sku AND NOT EXISTS (SELECT 1 FROM staged_product p
      WHERE p.import = s.import AND p.sku = b.sku)
    ORDER BY s.ordinal, s.barcode LIMIT $2
    """)
  static let notBins = Statement(
    """
    SELECT s.ordinal, s.holder_kind, s.holder FROM staged_count s
    WHERE s.import = $1 AND s.holder_kind <> 'bin' ORDER BY s.ordinal LIMIT $2
    """)
  static let belowAllocated = Statement(
    """
    SELECT s.ordinal, s.holder_kind, s.holder, s.sku, s.lot, s.expiry, s.quantity,
      COALESCE(k.allocated, 0)
    FROM staged_count s LEFT JOIN stock k ON k.holder_kind = s.holder_kind
      AND k.holder = s.holder AND k.sku = s.sku AND k.lot = s.lot AND k.expiry = s.expiry
    WHERE s.import = $1 AND s.quantity < COALESCE(k.allocated, 0)
    ORDER BY s.ordinal LIMIT $2
    """)
  static let ordersInWork = Statement(
    """
    SELECT s.ordinal, o.number, o.state FROM staged_order s JOIN orders o ON o.number = s.number
    WHERE s.import = $1 AND o.state NOT IN ('new', 'backorder') AND NOT (\(sameOrder))
    ORDER BY s.ordinal LIMIT $2
    """)
}

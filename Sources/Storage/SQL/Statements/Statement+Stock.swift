extension Statement {
  static let stock = [
    stockIn, stockAt, stockOf, takeStock, putStock, reserveStock, freezeStock, dropStock, move,
  ]

  private static let key =
    "holder_kind = $1 AND holder = $2 AND sku = $3 AND lot = $4 AND expiry = $5"
  private static let keyAfterAmount =
    "holder_kind = $2 AND holder = $3 AND sku = $4 AND lot = $5 AND expiry = $6"

  static let stockIn = Table.stock.select(
    "WHERE holder_kind = $1 AND holder = $2 ORDER BY sku, lot, expiry")
  static let stockAt = Table.stock.select("WHERE \(key)")
  static let stockOf = Statement(
    """
    SELECT \(Table.bin.columns("b")), \(Table.stock.columns("s"))
    FROM stock s JOIN bin b ON b.code = s.holder
    WHERE s.sku = $1 AND s.holder_kind = 'bin' ORDER BY s.holder, s.lot, s.expiry
    """)
  /// Answers no row when the pieces are not there.
  static let takeStock = Statement(
    """
    UPDATE stock SET quantity = quantity - $1 WHERE \(keyAfterAmount) AND quantity >= $1
    RETURNING \(Table.stock.columns())
    """)
  /// Pieces keep the day they came; a holder tells the earliest of its pieces.
  static let putStock = Statement(
    """
    INSERT INTO stock
      (holder_kind, holder, sku, lot, expiry, quantity, since, allocated, frozen)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0)
    ON CONFLICT (holder_kind, holder, sku, lot, expiry) DO UPDATE
    SET quantity = stock.quantity + excluded.quantity,
      since = CASE WHEN stock.quantity = 0 OR excluded.since < stock.since
        THEN excluded.since ELSE stock.since END
    """)
  static let reserveStock = Statement(
    """
    UPDATE stock SET allocated = allocated + $1 WHERE \(keyAfterAmount)
    RETURNING \(Table.stock.columns())
    """)
  static let freezeStock = Statement(
    """
    UPDATE stock SET frozen = frozen + $1 WHERE \(keyAfterAmount)
    RETURNING \(Table.stock.columns())
    """)
  static let dropStock = Statement("DELETE FROM stock WHERE \(key)")
  static let move = Statement(
    """
    INSERT INTO movement (entry, part, at, from_kind, from_holder, sku, lot, expiry,
      to_kind, to_holder, quantity)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    """)
}

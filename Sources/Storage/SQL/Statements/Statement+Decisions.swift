extension Statement {
  static let decisions = [shortLines, shareReceiver]

  /// Short lines of orders that somebody still works on.
  static let shortLines = Table.pickLine.select(
    """
    WHERE state = 'short' AND order_number IN
      (SELECT number FROM orders WHERE state IN ('planned', 'picking', 'picked'))
    ORDER BY code
    """)
  /// The second order goes to whom the first one goes.
  static let shareReceiver = Statement(
    """
    INSERT INTO receiver (order_number, name, phone, region, address)
    SELECT CAST($1 AS TEXT), name, phone, region, address FROM receiver WHERE order_number = $2
    """)
}

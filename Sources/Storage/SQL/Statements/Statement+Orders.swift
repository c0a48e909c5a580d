extension Statement {
  static let orders = [order, lines, receiver, ordersIn, orderCounts, openOrders]

  static let order = Table.order.select("WHERE number = $1")
  static let lines = Table.orderLine.select("WHERE order_number = $1 ORDER BY number")
  static let receiver = Statement(
    "SELECT name, phone, region, address FROM receiver WHERE order_number = $1")
  static let ordersIn = Table.order.select(
    "WHERE state = $1 ORDER BY priority DESC, cut_off, number LIMIT $2")
  static let orderCounts = Statement("SELECT state, COUNT(*) FROM orders GROUP BY state")
  static let openOrders = Statement(
    """
    SELECT COUNT(*) FROM orders
    WHERE wave = $1 AND state NOT IN ('packed', 'held', 'cancelled', 'shipped')
    """)
}

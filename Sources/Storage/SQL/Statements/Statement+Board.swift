extension Statement {
  static let board = [commandEntries, labelledOrders, notices, lastNotice]

  static let commandEntries = Statement(
    """
    SELECT number, at, session, device, kind, payload FROM journal
    WHERE number > $1 AND number <= $2 AND kind IN ('command', 'refused') ORDER BY number
    """)
  static let labelledOrders = Statement(
    """
    SELECT o.wave, COUNT(DISTINCT o.number) FROM wave w
    JOIN orders o ON o.wave = w.code AND o.state IN ('packed', 'shipped')
    JOIN parcel p ON p.order_number = o.number AND p.state IN ('closed', 'shipped')
    JOIN print_job j ON j.parcel = p.code AND j.state = 'printed'
    WHERE w.state <> 'planned' GROUP BY o.wave
    """)
  static let notices = Table.notice.select(
    "WHERE badge = $1 AND read_at IS NULL ORDER BY number")
  static let lastNotice = Statement("SELECT COALESCE(MAX(number), 0) FROM notice")
}

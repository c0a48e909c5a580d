extension Statement {
  static let mentions = [mention, deeds, deedCount, unindexed, placeWork]

  static let mention = Statement(
    "INSERT INTO mention (code, number) VALUES ($1, $2) ON CONFLICT (code, number) DO NOTHING")
  static let deeds = Statement(
    """
    SELECT j.number, j.at, j.session, j.device, j.kind, j.payload
    FROM mention m JOIN journal j ON j.number = m.number
    WHERE m.code = $1 AND m.number < $2 ORDER BY m.number DESC LIMIT $3
    """)
  static let deedCount = Statement(
    "SELECT COUNT(*) FROM mention WHERE code = $1 AND number >= $2")
  static let unindexed = Statement("SELECT MAX(number) FROM unindexed")
  static let placeWork = Statement(
    """
    SELECT b.aisle, b.y, CAST(SUM(CASE WHEN n.picked > 0 THEN 1 ELSE 0 END) AS BIGINT),
      CAST(SUM(CASE WHEN n.state = 'short' THEN 1 ELSE 0 END) AS BIGINT)
    FROM pick_line n JOIN bin b ON b.code = n.holder
    WHERE n.holder_kind = 'bin' AND (n.picked > 0 OR n.state = 'short')
    GROUP BY b.aisle, b.y ORDER BY b.aisle, b.y
    """)
}

extension Check {
  static let mentions = [
    Check(
      .mention,
      """
      SELECT m.code, m.number, 0 FROM mention m
      WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.number = m.number)
      ORDER BY m.code, m.number
      """)
  ]
}

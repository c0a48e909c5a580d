extension Statement {
  static let waves = [wave, waveProgress]

  static let wave = Table.wave.select("WHERE code = $1")

  /// Each table is added up once, by wave, before the waves are joined to the sums.
  static let waveProgress = Statement(
    """
    WITH o AS (
      SELECT wave, COUNT(*) AS orders,
        COUNT(CASE WHEN state IN ('packed', 'shipped') THEN 1 END) AS packed,
        COUNT(CASE WHEN state = 'shipped' THEN 1 END) AS shipped,
        COUNT(CASE WHEN state = 'held' THEN 1 END) AS held
      FROM orders WHERE wave IS NOT NULL GROUP BY wave
    ), l AS (
      SELECT wave, COUNT(*) AS lists,
        COUNT(CASE WHEN state IN ('planned', 'released') THEN 1 END) AS waiting,
        COUNT(DISTINCT CASE WHEN state = 'picking' THEN badge END) AS pickers
      FROM pick_list GROUP BY wave
    ), p AS (
      SELECT k.wave AS wave, COUNT(*) AS lines,
        COUNT(CASE WHEN n.state = 'open' THEN 1 END) AS open_lines,
        COUNT(CASE WHEN n.state = 'short' THEN 1 END) AS short
      FROM pick_line n JOIN pick_list k ON k.code = n.list
      WHERE n.state <> 'released' GROUP BY k.wave
    ), c AS (
      SELECT r.wave AS wave, COUNT(DISTINCT r.number) AS caged FROM caged g
        JOIN parcel a ON a.code = g.parcel JOIN orders r ON r.number = a.order_number
      WHERE r.wave IS NOT NULL GROUP BY r.wave
    )
    SELECT \(Table.wave.columns("w")), COALESCE(o.orders, 0), COALESCE(o.packed, 0),
      COALESCE(o.held, 0), COALESCE(l.lists, 0), COALESCE(l.waiting, 0),
      COALESCE(p.lines, 0), COALESCE(p.open_lines, 0), COALESCE(p.short, 0),
      COALESCE(l.pickers, 0), COALESCE(c.caged, 0), COALESCE(o.shipped, 0)
    FROM wave w LEFT JOIN o ON o.wave = w.code LEFT JOIN l ON l.wave = w.code
      LEFT JOIN p ON p.wave = w.code LEFT JOIN c ON c.wave = w.code
    ORDER BY w.priority DESC, w.cut_off, w.code
    """)
}

extension Statement {
  static let waves = [wave, waveProgress]

  static let wave = Table.wave.select("WHERE code = $1")

  /// Each table is added up once, by wave, before the waves are joined to the sums.
  static let waveProgress = Statement(
    """
    WITH o AS (
      SELECT wave, COUNT(*) AS orders,
        COUNT(CASE WHEN state = 'packed' THEN 1 END) AS packed,
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
    )
    SELECT \(Table.wave.columns("w")), COALESCE(o.orders, 0), COALESCE(o.packed, 0),
      COALESCE(o.held, 0), COALESCE(l.lists, 0), COALESCE(l.waiting, 0),
      COALESCE(p.lines, 0), COALESCE(p.open_lines, 0), COALESCE(p.short, 0),
      COALESCE(l.pickers, 0)
    FROM wave w LEFT JOIN o ON o.wave = w.code LEFT JOIN l ON l.wave = w.code
      LEFT JOIN p ON p.wave = w.code
    ORDER BY w.priority DESC, w.cut_off, w.code
    """)
}

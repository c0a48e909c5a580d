extension Migration {
  /// Priorities of waves, and words from the supervisor.
  static let board = Migration(
    name: "board",
    statements: [
      "ALTER TABLE wave ADD COLUMN priority BIGINT NOT NULL DEFAULT 0",
      """
      CREATE TABLE notice (number BIGINT PRIMARY KEY, badge TEXT NOT NULL, sender TEXT NOT NULL,
        words TEXT NOT NULL, at BIGINT NOT NULL, read_at BIGINT)
      """,
      "CREATE INDEX notice_badge ON notice (badge, read_at, number)",
    ])
}

extension Migration {
  /// What people like, wrong PINs, and where and how people may pick.
  static let sessions = Migration(
    name: "sessions",
    statements: [
      "ALTER TABLE person ADD COLUMN zones TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE person ADD COLUMN skills TEXT NOT NULL DEFAULT ''",
      """
      CREATE TABLE standing (badge TEXT PRIMARY KEY, language TEXT NOT NULL, tones TEXT,
        failures BIGINT NOT NULL, locked_until BIGINT)
      """,
    ])
}

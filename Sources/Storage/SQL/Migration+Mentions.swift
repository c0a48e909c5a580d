extension Migration {
  /// Which lines of the journal tell of a code; those from before are not indexed.
  static let mentions = Migration(
    name: "mentions",
    statements: [
      """
      CREATE TABLE mention (code TEXT NOT NULL, number BIGINT NOT NULL,
        PRIMARY KEY (code, number))
      """,
      "CREATE TABLE unindexed (number BIGINT PRIMARY KEY)",
      "INSERT INTO unindexed (number) SELECT number FROM journal_head",
    ])
}

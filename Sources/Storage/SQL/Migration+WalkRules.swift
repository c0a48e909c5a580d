extension Migration {
  /// Where on its walk a line is reached, and in which order a site wants goods picked.
  static let walkRules = Migration(
    name: "walk rules",
    statements: [
      "ALTER TABLE pick_line ADD COLUMN reached BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE pick_list ADD COLUMN walk_after BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE site ADD COLUMN walk_rules TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE product ADD COLUMN fragile BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE staged_product ADD COLUMN fragile BIGINT NOT NULL DEFAULT 0",
    ])
}

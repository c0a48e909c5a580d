extension Migration {
  /// How lists are picked, what lies together in a tote, and put walls.
  static let pickingWays = Migration(
    name: "picking ways",
    statements: [
      "ALTER TABLE pick_list ADD COLUMN way TEXT NOT NULL DEFAULT 'cluster'",
      "ALTER TABLE pick_list ADD COLUMN zone TEXT",
      "ALTER TABLE pick_list ADD COLUMN after_list TEXT",
      "ALTER TABLE pick_line ADD COLUMN seeded BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE tote ADD COLUMN list TEXT",
      "CREATE INDEX tote_list ON tote (list)",
      // A slot may be for the pieces of many orders.
      """
      CREATE TABLE list_slot (list TEXT NOT NULL, number BIGINT NOT NULL,
        order_number TEXT, tote TEXT, PRIMARY KEY (list, number))
      """,
      """
      INSERT INTO list_slot (list, number, order_number, tote)
      SELECT list, number, order_number, tote FROM pick_slot
      """,
      "DROP TABLE pick_slot",
      "ALTER TABLE list_slot RENAME TO pick_slot",
      "CREATE TABLE put_wall (code TEXT PRIMARY KEY, slots BIGINT NOT NULL)",
      """
      CREATE TABLE wall_slot (wall TEXT NOT NULL, number BIGINT NOT NULL,
        order_number TEXT, tote TEXT, PRIMARY KEY (wall, number))
      """,
      "CREATE INDEX wall_slot_order ON wall_slot (order_number)",
    ])
}

extension Migration {
  /// Work that exceptions leave behind, picks that can be taken back, and rules of the house.
  static let exceptions = Migration(
    name: "exceptions",
    statements: [
      """
      CREATE TABLE chore (number BIGINT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL,
        holder_kind TEXT NOT NULL, holder TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL,
        expiry BIGINT NOT NULL, quantity BIGINT NOT NULL, goes_to TEXT, cause TEXT NOT NULL,
        order_number TEXT, badge TEXT, since BIGINT NOT NULL, difference BIGINT)
      """,
      "CREATE INDEX chore_kind ON chore (kind, state, number)",
      "CREATE INDEX chore_holder ON chore (holder_kind, holder, state, number)",
      """
      CREATE TABLE pick (list TEXT NOT NULL, number BIGINT NOT NULL, line TEXT NOT NULL,
        holder_kind TEXT NOT NULL, holder TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL,
        expiry BIGINT NOT NULL, quantity BIGINT NOT NULL, tote TEXT NOT NULL,
        PRIMARY KEY (list, number))
      """,
      "CREATE INDEX pick_line_from ON pick_line (holder_kind, holder, sku, state)",
      "ALTER TABLE site ADD COLUMN house_rules TEXT NOT NULL DEFAULT ''",
      // What was frozen before there were chores is counted now.
      """
      INSERT INTO chore (number, kind, state, holder_kind, holder, sku, lot, expiry, quantity,
        cause, since)
      SELECT ROW_NUMBER() OVER (ORDER BY holder_kind, holder, sku, lot, expiry), 'count', 'open',
        holder_kind, holder, sku, lot, expiry, 0, 'short', since
      FROM stock WHERE frozen > 0
      """,
    ])
}

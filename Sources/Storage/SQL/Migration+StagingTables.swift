extension Migration {
  /// Where files wait until they land.
  ///
  /// The numerous records have tables like those they land in, so that they land by the thousand;
  /// the few others are kept as JSON.
  static let stagingTables = Migration(
    name: "staging tables",
    statements: [
      """
      CREATE TABLE import_file (number BIGINT PRIMARY KEY, kind TEXT NOT NULL,
        digest TEXT NOT NULL, at BIGINT NOT NULL, state TEXT NOT NULL, staged BIGINT NOT NULL,
        checked BIGINT NOT NULL, landed BIGINT NOT NULL, added BIGINT NOT NULL,
        changed BIGINT NOT NULL, unchanged BIGINT NOT NULL, skipped BIGINT NOT NULL)
      """,
      "CREATE INDEX import_file_digest ON import_file (kind, digest)",
      """
      CREATE TABLE staged_record (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        kind TEXT NOT NULL, code TEXT NOT NULL, payload TEXT NOT NULL,
        PRIMARY KEY (import, ordinal))
      """,
      "CREATE INDEX staged_record_code ON staged_record (import, kind, code)",
      """
      CREATE TABLE staged_bin (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        code TEXT NOT NULL, zone TEXT NOT NULL, kind TEXT NOT NULL, aisle BIGINT NOT NULL,
        y BIGINT NOT NULL, side TEXT NOT NULL, level BIGINT NOT NULL, verdict TEXT NOT NULL,
        PRIMARY KEY (import, ordinal))
      """,
      """
      CREATE TABLE staged_product (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        sku TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, grams BIGINT NOT NULL,
        length BIGINT NOT NULL, width BIGINT NOT NULL, height BIGINT NOT NULL,
        by_lot BIGINT NOT NULL, by_expiry BIGINT NOT NULL, by_serial BIGINT NOT NULL,
        verdict TEXT NOT NULL, PRIMARY KEY (import, ordinal))
      """,
      "CREATE INDEX staged_product_sku ON staged_product (import, sku)",
      """
      CREATE TABLE staged_packaging (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        sku TEXT NOT NULL, rung BIGINT NOT NULL, unit TEXT NOT NULL, units BIGINT NOT NULL,
        PRIMARY KEY (import, ordinal, rung))
      """,
      """
      CREATE TABLE staged_barcode (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        barcode TEXT NOT NULL, sku TEXT NOT NULL, rung BIGINT NOT NULL, place BIGINT NOT NULL,
        PRIMARY KEY (import, ordinal, rung, place))
      """,
      """
      CREATE TABLE staged_count (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        holder_kind TEXT NOT NULL, holder TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL,
        expiry BIGINT NOT NULL, quantity BIGINT NOT NULL, verdict TEXT NOT NULL,
        PRIMARY KEY (import, ordinal))
      """,
      """
      CREATE TABLE staged_order (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        number TEXT NOT NULL, channel TEXT NOT NULL, carrier TEXT NOT NULL,
        cut_off BIGINT NOT NULL, priority BIGINT NOT NULL, remark TEXT NOT NULL,
        name TEXT NOT NULL, phone TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL,
        verdict TEXT NOT NULL, PRIMARY KEY (import, ordinal))
      """,
      """
      CREATE TABLE staged_order_line (import BIGINT NOT NULL, ordinal BIGINT NOT NULL,
        order_number TEXT NOT NULL, number BIGINT NOT NULL, sku TEXT NOT NULL,
        quantity BIGINT NOT NULL, PRIMARY KEY (import, ordinal, number))
      """,
    ])
}

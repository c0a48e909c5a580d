extension Migration {
  /// What benches are asked for, how parcels are packed, and what goods weigh by history.
  static let bench = Migration(
    name: "bench",
    statements: [
      "CREATE TABLE bench_rules (name TEXT PRIMARY KEY, document TEXT NOT NULL)",
      """
      CREATE TABLE parcel_packing (parcel TEXT PRIMARY KEY, carton TEXT, instead_of TEXT,
        carton_reason TEXT, materials TEXT NOT NULL, material_grams BIGINT NOT NULL,
        is_full BIGINT NOT NULL, is_sealed BIGINT NOT NULL, grams BIGINT, expected BIGINT,
        least BIGINT, most BIGINT, source TEXT, approver TEXT, reason TEXT, proven BIGINT,
        entry BIGINT NOT NULL)
      """,
      "ALTER TABLE tote ADD COLUMN bench TEXT",
      "ALTER TABLE orders ADD COLUMN value BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE staged_order ADD COLUMN value BIGINT NOT NULL DEFAULT 0",
      """
      CREATE TABLE learned_weight (sku TEXT PRIMARY KEY, parcels BIGINT NOT NULL,
        pieces BIGINT NOT NULL, grams BIGINT NOT NULL)
      """,
    ])
}

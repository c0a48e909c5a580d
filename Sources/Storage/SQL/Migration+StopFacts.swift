extension Migration {
  /// What a stop knows: serial numbers, handling units, how goods are handled, weights of picks.
  static let stopFacts = Migration(
    name: "stop facts",
    statements: [
      """
      CREATE TABLE serial_number (sku TEXT NOT NULL, number TEXT NOT NULL,
        holder_kind TEXT NOT NULL, holder TEXT NOT NULL, list TEXT, pick BIGINT NOT NULL,
        since BIGINT NOT NULL, PRIMARY KEY (sku, number))
      """,
      "CREATE INDEX serial_number_number ON serial_number (number, sku)",
      "CREATE INDEX serial_number_holder ON serial_number (holder_kind, holder, sku, number)",
      """
      CREATE TABLE handling_unit (code TEXT PRIMARY KEY, holder_kind TEXT NOT NULL,
        holder TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL, expiry BIGINT NOT NULL,
        quantity BIGINT NOT NULL, state TEXT NOT NULL, list TEXT, pick BIGINT NOT NULL)
      """,
      "CREATE INDEX handling_unit_holder ON handling_unit (holder_kind, holder, state, code)",
      "CREATE INDEX handling_unit_list ON handling_unit (list, code)",
      "ALTER TABLE product ADD COLUMN handling TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE staged_product ADD COLUMN handling TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE zone ADD COLUMN scanning TEXT",
      "ALTER TABLE zone ADD COLUMN zero_check BIGINT",
      "ALTER TABLE bin ADD COLUMN check_digits TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE staged_bin ADD COLUMN check_digits TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE order_line ADD COLUMN substitute TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE order_line ADD COLUMN replaces BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE staged_order_line ADD COLUMN substitute TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE pick ADD COLUMN grams BIGINT NOT NULL DEFAULT 0",
    ])
}

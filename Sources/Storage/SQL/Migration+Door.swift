extension Migration {
  /// Cages, manifests, and what is to be told to others.
  static let door = Migration(
    name: "out of the door",
    statements: [
      "CREATE TABLE cage (code TEXT PRIMARY KEY, carrier TEXT NOT NULL, dock TEXT)",
      """
      CREATE TABLE caged (parcel TEXT PRIMARY KEY, cage TEXT NOT NULL, grams BIGINT NOT NULL,
        badge TEXT NOT NULL, since BIGINT NOT NULL, manifest TEXT)
      """,
      "CREATE INDEX caged_cage ON caged (cage, parcel)",
      "CREATE INDEX parcel_carrier ON parcel (state, carrier, code)",
      """
      CREATE TABLE manifest (code TEXT PRIMARY KEY, carrier TEXT NOT NULL, state TEXT NOT NULL,
        parcels BIGINT NOT NULL, grams BIGINT NOT NULL, left_behind BIGINT NOT NULL,
        badge TEXT NOT NULL, closed BIGINT NOT NULL, signature TEXT NOT NULL, signed BIGINT,
        entry BIGINT NOT NULL)
      """,
      """
      CREATE TABLE manifest_line (manifest TEXT NOT NULL, parcel TEXT NOT NULL,
        part TEXT NOT NULL, order_number TEXT NOT NULL, waybill TEXT NOT NULL,
        grams BIGINT NOT NULL, cage TEXT, PRIMARY KEY (manifest, parcel))
      """,
      "CREATE INDEX manifest_line_parcel ON manifest_line (parcel, part)",
      """
      CREATE TABLE outbox (code TEXT PRIMARY KEY, kind TEXT NOT NULL,
        order_number TEXT NOT NULL, parcel TEXT NOT NULL, channel TEXT NOT NULL,
        carrier TEXT NOT NULL, waybill TEXT NOT NULL, shipped BIGINT NOT NULL,
        state TEXT NOT NULL, attempts BIGINT NOT NULL, due BIGINT NOT NULL,
        claimant TEXT NOT NULL, lease BIGINT, trouble TEXT NOT NULL, entry BIGINT NOT NULL)
      """,
      "CREATE INDEX outbox_due ON outbox (state, due, code)",
      "CREATE INDEX outbox_parcel ON outbox (parcel, kind)",
    ])
}

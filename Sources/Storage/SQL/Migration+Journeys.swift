extension Migration {
  /// What carriers tell of parcels on their way.
  static let journeys = Migration(
    name: "journeys",
    statements: [
      """
      CREATE TABLE journey (parcel TEXT PRIMARY KEY, carrier TEXT NOT NULL, waybill TEXT NOT NULL,
        subscription TEXT NOT NULL, calls BIGINT NOT NULL, claimant TEXT NOT NULL, lease BIGINT,
        due BIGINT NOT NULL, trouble_zh TEXT NOT NULL, trouble_en TEXT NOT NULL, stage TEXT,
        events TEXT NOT NULL)
      """,
      "CREATE INDEX journey_subscription ON journey (subscription, due)",
    ])
}

extension Migration {
  /// What couriers collect.
  static let cashOnDelivery = Migration(
    name: "cash on delivery",
    statements: [
      "ALTER TABLE orders ADD COLUMN cod BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE staged_order ADD COLUMN cod BIGINT NOT NULL DEFAULT 0",
    ])
}

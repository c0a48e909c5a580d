extension Migration {
  /// How much a carton carries; 0 for no limit of its own.
  static let cartons = Migration(
    name: "cartons",
    statements: ["ALTER TABLE carton ADD COLUMN most_grams BIGINT NOT NULL DEFAULT 0"])
}

extension Migration {
  /// A short pick stands among the picks of its list, with what it left behind.
  static let shortTrails = Migration(
    name: "short trails",
    statements: ["ALTER TABLE pick ADD COLUMN trail TEXT"])
}

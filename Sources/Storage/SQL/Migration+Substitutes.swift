extension Migration {
  /// The word on a substitute stands among the picks of its list, so that it can be taken back.
  static let substitutes = Migration(
    name: "substitutes",
    statements: ["ALTER TABLE pick ADD COLUMN substitute BIGINT"])
}

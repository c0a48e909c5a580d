extension Migration {
  /// The levels of the drills somebody has passed.
  static let trainings = Migration(
    name: "trainings",
    statements: ["ALTER TABLE standing ADD COLUMN trainings TEXT NOT NULL DEFAULT ''"])
}

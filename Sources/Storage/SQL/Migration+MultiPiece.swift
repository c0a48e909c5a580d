extension Migration {
  /// Numbers that come together by one call.
  static let multiPiece = Migration(
    name: "multi-piece",
    statements: [
      "ALTER TABLE carrier ADD COLUMN is_multi_piece BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE waybill_job ADD COLUMN lead TEXT",
    ])
}

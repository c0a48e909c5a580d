extension Migration {
  /// What carriers are asked for, how carriers differ, and what they cost.
  static let waybills = Migration(
    name: "waybills",
    statements: [
      """
      CREATE TABLE waybill_job (code TEXT PRIMARY KEY, parcel TEXT NOT NULL,
        revision BIGINT NOT NULL, carrier TEXT NOT NULL, aim TEXT NOT NULL, state TEXT NOT NULL,
        calls BIGINT NOT NULL, claimant TEXT NOT NULL, lease BIGINT, due BIGINT NOT NULL,
        trouble_zh TEXT NOT NULL, trouble_en TEXT NOT NULL, waybill TEXT, mark TEXT NOT NULL,
        bag TEXT NOT NULL, reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL, fen BIGINT,
        queued BIGINT NOT NULL)
      """,
      "CREATE INDEX waybill_job_parcel ON waybill_job (parcel, revision)",
      "CREATE INDEX waybill_job_state ON waybill_job (state, due)",
      "CREATE INDEX waybill_job_carrier ON waybill_job (carrier, queued)",
      "CREATE TABLE tariffs (name TEXT PRIMARY KEY, document TEXT NOT NULL)",
      "ALTER TABLE carrier ADD COLUMN kind TEXT NOT NULL DEFAULT 'range'",
      "ALTER TABLE carrier ADD COLUMN low_water BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE carrier ADD COLUMN is_private BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE site ADD COLUMN sender TEXT NOT NULL DEFAULT ''",
      // Numbers given out before there were jobs.
      """
      INSERT INTO waybill_job (code, parcel, revision, carrier, aim, state, calls, claimant, due,
        trouble_zh, trouble_en, waybill, mark, bag, reason_zh, reason_en, queued)
      SELECT code || '_1', code, 1, carrier, 'number', 'done', 0, '', COALESCE(closed, 0), '', '',
        waybill, '', '', '', '', COALESCE(closed, 0)
      FROM parcel WHERE waybill IS NOT NULL
      """,
    ])
}

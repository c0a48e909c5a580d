extension Statement {
  static let waybills = [waybillJob, waybillJobsOf, waybillJobsIn, waybillsGiven, tariffs]

  static let waybillJob = Table.waybillJob.select("WHERE code = $1")
  static let waybillJobsOf = Table.waybillJob.select("WHERE parcel = $1 ORDER BY revision")
  static let waybillJobsIn = Table.waybillJob.select("WHERE state = $1 ORDER BY due, code LIMIT $2")
  static let waybillsGiven = Statement(
    """
    SELECT COUNT(*) FROM waybill_job WHERE carrier = $1 AND queued >= $2
      AND NOT (aim = 'void' AND state = 'done')
    """)
  static let tariffs = Statement("SELECT document FROM tariffs WHERE name = 'site'")
}

extension Check {
  static let waybills = [
    Check(
      .liveWaybill,
      """
      SELECT parcel, 1, COUNT(*) FROM waybill_job WHERE NOT (aim = 'void' AND state = 'done')
      GROUP BY parcel HAVING COUNT(*) > 1 ORDER BY parcel
      """),
    Check(
      .liveWaybill,
      """
      SELECT p.code, 1, 0 FROM parcel p WHERE p.state = 'closed' AND NOT EXISTS
        (SELECT 1 FROM waybill_job j WHERE j.parcel = p.code AND j.waybill = p.waybill
          AND j.aim = 'number' AND j.state = 'done')
      ORDER BY p.code
      """),
    Check(
      .waiting,
      """
      SELECT p.code, 1, 0 FROM parcel p WHERE p.state = 'waiting' AND NOT EXISTS
        (SELECT 1 FROM waybill_job j WHERE j.parcel = p.code AND j.state <> 'done')
      ORDER BY p.code
      """),
    Check(
      .waiting,
      """
      SELECT j.parcel, 1, 0 FROM waybill_job j WHERE j.state = 'joined' AND j.lead IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM waybill_job l WHERE l.parcel = j.lead
          AND l.state <> 'done' AND l.lead IS NULL)
      ORDER BY j.parcel
      """),
    reference("waybill_job", "parcel", to: "parcel", "code"),
    reference("waybill_job", "carrier", to: "carrier", "code"),
  ]
}

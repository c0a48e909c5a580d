extension Statement {
  static let journeys = [journey, journeysIn]

  static let journey = Table.journey.select("WHERE parcel = $1")
  static let journeysIn = Table.journey.select(
    "WHERE subscription = $1 ORDER BY due, parcel LIMIT $2")
}

extension Check {
  static let journeys = [
    // The platform is told how a journey ended, once.
    Check(
      .told,
      """
      SELECT p.code || ' ' || j.stage, 1, COUNT(b.code) FROM journey j
        JOIN parcel p ON p.code = j.parcel AND p.state = 'shipped'
        LEFT JOIN outbox b ON b.parcel = p.code AND b.kind = j.stage AND b.waybill = j.waybill
      WHERE j.stage IN ('delivered', 'returned')
      GROUP BY p.code, j.stage HAVING COUNT(b.code) <> 1 ORDER BY p.code
      """),
    reference("journey", "parcel", to: "parcel", "code"),
    reference("journey", "carrier", to: "carrier", "code"),
  ]
}

/// One SQL statement of the catalogue.
///
/// Every statement the stores use is a static value of this type and stands in `Statement.all`,
/// so that a test can have each one understood by each engine.
struct Statement: Hashable, Sendable {
  let sql: String

  init(_ sql: String) {
    self.sql = sql
  }

  /// The catalogue.
  static let all: [Statement] =
    Table.all.map(\.write) + journal + places + goods + stock + orders + waves + picking + people
    + parcels + imports + staging + judging + landing + problems + checks
    + ways + exceptions + sessionsOfPeople + stopFacts + waybills + board + door + mentions + bench
    + decisions
    + journeys
}

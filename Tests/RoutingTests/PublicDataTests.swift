import Routing
import Testing

@Suite(
  .enabled(
    if: PublicData.isPresent,
    "skipped: no public data at \(PublicData.path), set PICKWAY_DATA"))
struct PublicDataTests {
  /// Heßler & Irnich 2024: 1,200 tours each with one and two blocks, all optima proven.
  ///
  /// Every 12th by default, all 2,400 with PICKWAY_FULL=1.
  @Test(arguments: ["one-block", "two-block"])
  func everyOptimumIsMet(file: String) throws {
    let routes = try PublicData.problems(
      PublicRoute.self, "routing/\(file).jsonl", step: 12)
    #expect(routes.count == (PublicData.isFull ? 1200 : 100))
    for route in routes {
      let request = try route.request()
      let tour = try ShortestWalk().solve(request)
      #expect(tour.length == PublicData.millimeters(route._optimum), "\(route._name)")
      #expect(tour.proven)
      #expect(tour.violations(of: request) == [], "\(route._name)")
    }
  }

  /// Foodmart (Valle, Beasley & da Cunha 2017): a depot beside the grid; where all orders fit on
  /// one cart the proven best of the batches is the optimum of one tour.
  @Test func depotsBesideTheGridAreExact() throws {
    let whole = try PublicData.problems(PublicBatch.self, "batching/foodmart.jsonl", step: 1)
      .filter { $0.orders.reduce(0) { $0 + $1.size } <= $0.capacity && $0._proven == true }
    #expect(!whole.isEmpty)
    for batch in whole {
      let request = try batch.request()
      let tour = try ShortestWalk().solve(request)
      #expect(try tour.length == PublicData.millimeters(#require(batch._best)), "\(batch._name)")
      #expect(tour.violations(of: request) == [], "\(batch._name)")
    }
  }
}

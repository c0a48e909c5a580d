import Routing
import Testing

/// Order batching problems of Henn & Waescher and of Foodmart, with a counting clock.
@Suite(
  .enabled(
    if: PublicData.isPresent,
    "skipped: no public data at \(PublicData.path), set PICKWAY_DATA"))
struct BatchPublicTests {
  @Test func fewOrdersOfFoodmartAreProven() throws {
    let small = try PublicData.problems(PublicBatch.self, "batching/foodmart.jsonl", step: 1)
      .filter { $0.orders.count <= 8 }
    #expect(small.count == 8)
    for batch in small {
      let request = try batch.batchRequest()
      let plan = BatchSolver().solve(request, milliseconds: 5, clock: BatchMaker.clock())
      #expect(try plan.length == PublicData.millimeters(#require(batch._best)), "\(batch._name)")
      #expect(plan.proven, "\(batch._name)")
      #expect(plan.violations(of: request) == [], "\(batch._name)")
    }
  }

  @Test func aShortSearchComesNearTheBestKnown() throws {
    let sample = try PublicData.problems(
      PublicBatch.self, "batching/henn-waescher.jsonl", step: 45)
    for batch in sample.prefix(4) {
      let request = try batch.batchRequest()
      let plan = BatchSolver().solve(request, milliseconds: 40, clock: BatchMaker.clock())
      let best = try PublicData.millimeters(#require(batch._best))
      #expect(plan.violations(of: request) == [], "\(batch._name)")
      #expect(plan.length * 100 <= best * 110, "\(batch._name)")
      if batch._proven == true { #expect(plan.length >= best, "\(batch._name)") }
      #expect(plan.lowerBound <= best, "\(batch._name)")
    }
  }
}

extension PublicBatch {
  func batchRequest() throws -> BatchRequest {
    try BatchRequest(
      layout: layout.layout(), start: start.place, end: end.place, capacity: capacity,
      orders: orders.map { BatchOrder(size: $0.size, stops: $0.stops.map(\.at)) })
  }
}

extension PublicPoint {
  fileprivate var at: Place { place }
}

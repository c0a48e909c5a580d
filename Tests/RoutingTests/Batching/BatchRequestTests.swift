import Routing
import Testing

struct BatchRequestTests {
  private func request(
    capacity: Int = 8, _ orders: [BatchOrder], start: Place = .aisle(0, y: 0)
  ) throws -> BatchRequest {
    try BatchRequest(
      layout: AisleLayout(aisles: [0, 100], crossAisles: [0, 500]), start: start,
      end: .aisle(0, y: 0), capacity: capacity, orders: orders)
  }

  private func refusal(_ make: () throws -> BatchRequest) -> String? {
    do {
      _ = try make()
      return nil
    } catch {
      return (error as? RoutingError)?.description
    }
  }

  @Test func whatCannotBeDoneIsRefused() {
    let stop = Place.aisle(1, y: 30)
    #expect(
      refusal { try request([BatchOrder(size: 2, stops: []), BatchOrder(size: 9, stops: [stop])]) }
        == "order 1 has size 9: expected at most the cart's capacity, 8")
    #expect(
      refusal { try request([BatchOrder(size: 0, stops: [stop])]) }
        == "order 0 has size 0: expected 1 or more")
    #expect(
      refusal { try request([BatchOrder(size: .min, stops: [stop])]) }
        == "order 0 has size -9223372036854775808: expected 1 or more")
    #expect(
      refusal { try request(capacity: 0, []) } == "capacity is 0: expected 1 to 1000000000")
    #expect(
      refusal { try request([BatchOrder(size: 1, stops: [.aisle(2, y: 0)])]) }
        == "stop 0 of order 0 is in aisle 2: expected 0 to 1")
    #expect(
      refusal { try request([BatchOrder(size: 1, stops: [stop, .aisle(1, y: 501)])]) }
        == "stop 1 of order 0 is at y 501 mm: expected 0 to 500")
    #expect(
      refusal {
        try request([BatchOrder(size: 1, stops: [.offGrid([Link(aisle: 0, y: 0, length: 5)])])])
      } == "stop 0 of order 0 lies beside the grid: expected a point in an aisle")
    #expect(
      refusal { try request([], start: .offGrid([])) } == "start has no link: expected one or more")
    #expect(
      refusal { try request([BatchOrder(size: 1, stops: [], due: -1)]) }
        == "order 0 is due after -1 mm: expected 0 to 1000000000000000")
    #expect(
      refusal { try request([BatchOrder(size: 1, stops: [], priority: 0)]) }
        == "order 0 has priority 0: expected 1 to 1000000000")
  }

  /// Orders without stops need a place on a cart and no walk.
  @Test func nothingToWalkIsFine() throws {
    let none = BatchSolver().solve(try request([]), milliseconds: 1, clock: { .zero })
    #expect(none == BatchPlan(batches: [], length: 0, lateness: 0, lowerBound: 0))
    let empty = try request((0..<20).map { _ in BatchOrder(size: 3, stops: []) })
    let plan = BatchSolver().solve(empty, milliseconds: 2, clock: BatchMaker.clock())
    #expect(plan.violations(of: empty) == [])
    #expect(plan.length == 0)
  }

  /// Two orders in one aisle share a cart; the third has one of its own.
  @Test func aSmallWaveByHand() throws {
    let wave = try request(
      capacity: 2,
      [
        BatchOrder(size: 1, stops: [.aisle(0, y: 100)]),
        BatchOrder(size: 2, stops: [.aisle(1, y: 50)]),
        BatchOrder(size: 1, stops: [.aisle(0, y: 90), .aisle(0, y: 20)]),
      ])
    let plan = BatchSolver().solve(wave, milliseconds: 1, clock: BatchMaker.clock())
    #expect(plan.batches.map(\.orders) == [[0, 2], [1]])
    #expect(plan.batches.map(\.length) == [200, 300])
    #expect(
      plan.batches[0].stops == [
        .init(order: 2, stop: 1), .init(order: 2, stop: 0), .init(order: 0, stop: 0),
      ])
    #expect(plan.proven)
  }
}

import Routing
import Testing

@Suite struct WaveRequestTests {
  private static func request(
    orders: [[(Int, Int)]], aisles: [[(Int, Int)]], _ least: Int = 0, _ most: Int = 100,
    must: Set<Int> = []
  ) throws -> WaveRequest {
    func lines(_ pairs: [(Int, Int)]) -> [WaveRequest.Line] {
      pairs.map { WaveRequest.Line(sku: $0.0, quantity: $0.1) }
    }
    return try WaveRequest(
      orders: orders.enumerated().map {
        WaveRequest.Order(lines: lines($0.element), must: must.contains($0.offset))
      },
      aisles: aisles.map { WaveRequest.Aisle(stock: lines($0)) }, minUnits: least, maxUnits: most)
  }

  private static func solve(_ request: WaveRequest) -> WaveOutcome {
    WaveChoiceSolver(moves: 3000).solve(request) { .zero }
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let fine = [[(1, 1)]]
    #expect(throws: RoutingError.self) { try Self.request(orders: [], aisles: fine) }
    #expect(throws: RoutingError.self) { try Self.request(orders: fine, aisles: []) }
    #expect(throws: RoutingError.self) { try Self.request(orders: [[]], aisles: fine) }
    #expect(throws: RoutingError.self) { try Self.request(orders: [[(1, 0)]], aisles: fine) }
    #expect(throws: RoutingError.self) { try Self.request(orders: [[(1, -2)]], aisles: fine) }
    #expect(throws: RoutingError.self) { try Self.request(orders: fine, aisles: [[(1, -1)]]) }
    #expect(throws: RoutingError.self) { try Self.request(orders: fine, aisles: fine, 3, 2) }
    #expect(throws: RoutingError.self) { try Self.request(orders: fine, aisles: fine, -1, 2) }
    #expect(throws: RoutingError.self) {
      try Self.request(orders: [[(1, .max)], [(1, .max)]], aisles: fine)
    }
    do {
      _ = try Self.request(orders: [[(7, -2)]], aisles: fine)
    } catch let error as RoutingError {
      #expect(error.code == .wave)
      #expect(error.description == "order 0 asks for -2 of SKU 7: expected 1 or more")
    }
  }

  @Test func extremesAreTaken() throws {
    let request = try Self.request(
      orders: [[(.min, 2), (.max, 1)], [(.max, 1), (.max, 1)]],
      aisles: [[(.min, .max), (.min, .max), (.max, .max)], [(3, 0)], []], 0, .max)
    let expected = WaveChoice.self
    guard case .choice(let choice) = Self.solve(request) else {
      Issue.record("no \(expected)")
      return
    }
    #expect(choice.orders == [0, 1] && choice.aisles == [0] && choice.units == 5 && choice.proven)
    #expect(choice.violations(of: request) == [])
  }

  @Test func whatCannotBeMetIsSaid() throws {
    let cases: [(WaveRequest, String)] = [
      (
        try Self.request(orders: [[(1, 2)], [(2, 1)]], aisles: [[(2, 1)]], must: [0]),
        "order 0 has to be in the wave: it exceeds the stock or the most units"
      ),
      (
        try Self.request(orders: [[(1, 2)]], aisles: [[(2, 1)]]),
        "no order can be supplied within the most units"
      ),
      (
        try Self.request(
          orders: [[(1, 2)], [(1, 2)]], aisles: [[(1, 9)]], 0, 3, must: [0, 1]),
        "the orders that have to be in have 4 units, more than 3"
      ),
      (
        try Self.request(orders: [[(1, 2)]], aisles: [[(1, 9)]], 3, 9),
        "the orders that can be supplied have 2 units, fewer than 3"
      ),
      (
        try Self.request(orders: [[(1, 2)], [(1, 2)]], aisles: [[(1, 3)]], 0, 9, must: [0, 1]),
        "the stock of all aisles does not cover the orders that have to be in"
      ),
      (
        try Self.request(orders: [[(1, 2)], [(1, 2)]], aisles: [[(1, 1)], [(1, 2)]], 3, 9),
        "no choice of aisles supplies 3 units"
      ),
    ]
    for (request, reason) in cases { #expect(Self.solve(request) == .infeasible(reason)) }
  }

  @Test func ordersThatMustBeInAre() throws {
    // Alone, order 1 with aisle 1 would be best by far.
    let request = try Self.request(
      orders: [[(1, 1)], [(2, 20)]], aisles: [[(1, 1)], [(2, 20)]], must: [0])
    guard case .choice(let choice) = Self.solve(request) else {
      Issue.record("none")
      return
    }
    #expect(choice.orders == [0, 1] && choice.ratio == WaveRatio(units: 21, aisles: 2))
    #expect(choice.proven)
    // The same wave does not do for another request.
    let other = try Self.request(
      orders: [[(1, 2)], [(2, 20)], [(1, 1)]], aisles: [[(1, 1)], [(2, 20)]], 0, 21, must: [2])
    #expect(
      choice.violations(of: other) == [
        "order 2 has to be in the wave and is not", "orders have 22 units, units says 21",
        "22 units are not within 0 to 21", "SKU 1 lacks 1 units",
      ])
  }

  @Test func ratiosCompareExactly() {
    #expect(WaveRatio(units: 10, aisles: 4) == WaveRatio(units: 5, aisles: 2))
    #expect(WaveRatio(units: .max, aisles: .max - 1) > WaveRatio(units: .max - 1, aisles: .max - 1))
    #expect(WaveRatio(units: 1, aisles: 3) < WaveRatio(units: 334, aisles: 1000))
    #expect(WaveRatio(units: -1, aisles: 0) == WaveRatio(units: 0, aisles: 1))
  }
}

import Routing
import Testing

@Suite struct ScatteredRequestTests {
  private func request(
    _ demands: [ArticleDemand], _ stock: [StockEntry], start: Place = .aisle(0, y: 0)
  ) throws -> ScatteredRequest {
    try ScatteredRequest(
      layout: AisleLayout(aisles: [0, 10], crossAisles: [0, 100]), start: start, ends: [],
      demands: demands, stock: stock)
  }

  private func entry(
    _ quantity: Int, at place: Place = .aisle(1, y: 5), article: Int = 0, group: Int = 0,
    penalty: Int = 0
  ) -> StockEntry {
    StockEntry(article: article, place: place, quantity: quantity, group: group, penalty: penalty)
  }

  @Test func whatIsWrongIsRefused() {
    let one = [ArticleDemand(quantity: 1)]
    let cases: [(RoutingError.Code, [ArticleDemand], [StockEntry], Place)] = [
      (.quantity, [ArticleDemand(quantity: -1)], [], .aisle(0, y: 0)),
      (.quantity, [ArticleDemand(quantity: .max)], [], .aisle(0, y: 0)),
      (.quantity, one, [entry(-1)], .aisle(0, y: 0)),
      (.quantity, one, [entry(.max)], .aisle(0, y: 0)),
      (.quantity, one, [entry(1, penalty: -1)], .aisle(0, y: 0)),
      (.quantity, one, [entry(1, penalty: .max)], .aisle(0, y: 0)),
      (.quantity, one, [entry(1, article: 1)], .aisle(0, y: 0)),
      (.quantity, one, [entry(1, article: -1)], .aisle(0, y: 0)),
      (.place, one, [entry(1, at: .aisle(2, y: 0))], .aisle(0, y: 0)),
      (.place, one, [entry(1, at: .aisle(0, y: 101))], .aisle(0, y: 0)),
      (.place, one, [entry(1, at: .offGrid([Link(aisle: 0, y: 0, length: 1)]))], .aisle(0, y: 0)),
      (.place, one, [entry(1)], .offGrid([])),
      (.shortage, one, [], .aisle(0, y: 0)),
    ]
    for (code, demands, stock, start) in cases {
      let error = #expect(throws: RoutingError.self) {
        try request(demands, stock, start: start)
      }
      #expect(error?.code == code, "\(stock)")
    }
  }

  @Test func aShortageNamesArticleWantedAndAvailable() {
    let error = #expect(throws: RoutingError.self) {
      try request([ArticleDemand(quantity: 0), ArticleDemand(quantity: 9)], [entry(4, article: 1)])
    }
    #expect(error?.description == "article 1: 9 wanted, 4 in stock")
    let lots = #expect(throws: RoutingError.self) {
      try request(
        [ArticleDemand(quantity: 5, rule: .oneGroup)], [entry(4), entry(3, group: 1)])
    }
    #expect(lots?.description == "article 0: 5 wanted from one group, at most 4 in one")
  }

  /// Numbers as large as they may be, and everything at one place.
  @Test func extremeRequestsAreSolved() throws {
    let most = ScatteredRequest.most
    let far = try AisleLayout(
      aisles: [-1_000_000_000, 0, 1_000_000_000],
      crossAisles: [-1_000_000_000, 0, 1_000_000_000])
    for rule in [ArticleDemand.Rule.anyGroup, .ascendingGroups, .oneGroup] {
      let request = try ScatteredRequest(
        layout: far, start: .offGrid([Link(aisle: 0, y: -1_000_000_000, length: 1_000_000_000)]),
        ends: [.aisle(2, y: 1_000_000_000)],
        demands: [ArticleDemand(quantity: most, rule: rule), ArticleDemand(quantity: 2)],
        stock: [
          entry(most, at: .aisle(0, y: 999_999_999), penalty: most),
          entry(most - 1, at: .aisle(2, y: 3)), entry(1, at: .aisle(1, y: 0), group: 0),
          entry(1, at: .aisle(1, y: 0), article: 1), entry(1, at: .aisle(1, y: 0), article: 1),
          entry(0, at: .aisle(2, y: 0), article: 1),
        ])
      let plan = try ScatteredSolver().solve(request)
      #expect(plan.violations(of: request) == [])
      #expect(plan.proven)
    }
  }

  @Test func violationsAreSeen() throws {
    let request = try request([ArticleDemand(quantity: 2)], [entry(1), entry(2)])
    let plan = try ScatteredSolver().solve(request)
    #expect(plan.violations(of: request) == [])
    func with(_ picks: [ScatteredPlan.Pick], bound: Int = 0, penalty: Int = 0) -> [String] {
      ScatteredPlan(
        picks: picks, tour: plan.tour, penalty: penalty, lowerBound: bound, method: .search
      ).violations(of: request)
    }
    #expect(with([.init(stock: 0, quantity: 2)]).contains { $0.contains("which holds 1") })
    #expect(with([.init(stock: 1, quantity: 1)]).contains { $0.contains("2 wanted, 1 taken") })
    #expect(with([.init(stock: 5, quantity: 1)]).contains { $0.contains("which there is not") })
    #expect(with(plan.picks, bound: .max).contains { $0.contains("exceeds cost") })
    #expect(with(plan.picks, penalty: 3).contains { $0.contains("plan says 3") })
  }
}

import Testing

@testable import Routing

@Suite struct ScatteredSolverTests {
  private static let solver = ScatteredSolver()

  private static let spices = [
    ScatteredMaker.Spice(), ScatteredMaker.Spice(quantities: true),
    ScatteredMaker.Spice(quantities: true, penalties: true),
    ScatteredMaker.Spice(quantities: true, groups: true),
    ScatteredMaker.Spice(quantities: true, penalties: true, groups: true),
  ]

  /// 72 requests by default, 24,000 with PICKWAY_FULL=1.
  @Test(arguments: 2...4, RequestMaker.Ending.allCases)
  func plansAreAsCheapAsTheBestOfAllSelections(
    crossAisles: Int, ending: RequestMaker.Ending
  ) throws {
    for seed in 1...(PublicData.isFull ? 2000 : 6) {
      var maker = ScatteredMaker(seed: seed * 10 + crossAisles)
      let request = try maker.request(
        crossAisles: crossAisles, ending: ending, spice: Self.spices[seed % Self.spices.count])
      let least = try ScatteredBruteForce.cost(request)
      let plan = try Self.solver.solve(request)
      #expect(plan.cost == least, "seed \(seed): \(request)")
      #expect(plan.proven, "seed \(seed): \(request)")
      #expect(plan.violations(of: request) == [], "seed \(seed): \(request)")
      for effort in [ScatteredSolver.Effort.instant, .search] {
        let quick = try Self.solver.solve(request, effort: effort)
        #expect(quick.violations(of: request) == [], "seed \(seed): \(request)")
        #expect(quick.lowerBound <= least && least <= quick.cost, "seed \(seed): \(request)")
      }
    }
  }

  @Test func withManyCrossAislesPlansAreExactToo() throws {
    for seed in 1...2 {
      var maker = ScatteredMaker(seed: seed)
      let request = try maker.request(
        crossAisles: 5, ending: seed % 2 == 0 ? .atStart : .elsewhere, spice: Self.spices[1],
        mostAisles: 3)
      let plan = try Self.solver.solve(request)
      #expect(try plan.cost == ScatteredBruteForce.cost(request))
      #expect(plan.proven && plan.violations(of: request) == [])
    }
  }

  @Test func howeverEarlyItIsStoppedThePlanHoldsAndTheBoundIsTrue() throws {
    for seed in 1...12 {
      var maker = ScatteredMaker(seed: seed)
      let request = try maker.request(
        crossAisles: 2 + seed % 2, ending: .atStart, spice: Self.spices[seed % 3])
      let least = try ScatteredBruteForce.cost(request)
      for stop in [0, 1, 2, 5, 10, 20, 50, 100, 200] {
        var asked = 0
        let plan = try Self.solver.solve(request) {
          asked += 1
          return asked > stop
        }
        #expect(plan.violations(of: request) == [])
        #expect(plan.lowerBound <= least && least <= plan.cost, "seed \(seed) stop \(stop)")
      }
    }
  }

  @Test func theSameRequestGivesTheSamePlan() throws {
    var maker = ScatteredMaker(seed: 3)
    let request = try maker.request(crossAisles: 3, ending: .atStart, spice: Self.spices[2])
    for effort in [ScatteredSolver.Effort.instant, .search, .proof] {
      #expect(
        try Self.solver.solve(request, effort: effort)
          == Self.solver.solve(request, effort: effort))
    }
  }

  @Test func anEmptyDemandIsAnEmptyWalk() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let request = try ScatteredRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [.aisle(1, y: 0)], demands: [],
      stock: [])
    let plan = try Self.solver.solve(request)
    #expect(plan.cost == 10 && plan.proven && plan.picks.isEmpty)
    #expect(plan.violations(of: request) == [])
  }

  @Test func aReserveBinIsTakenWhereTheDetourIsLonger() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    func plan(_ penalty: Int) throws -> ScatteredPlan {
      let request = try ScatteredRequest(
        layout: layout, start: .aisle(0, y: 0), ends: [.aisle(0, y: 0)],
        demands: [ArticleDemand(quantity: 2)],
        stock: [
          StockEntry(article: 0, place: .aisle(0, y: 10), quantity: 5, penalty: penalty),
          StockEntry(article: 0, place: .aisle(1, y: 20), quantity: 2),
        ])
      return try Self.solver.solve(request)
    }
    #expect(try plan(39).picks == [.init(stock: 0, quantity: 2)])
    #expect(try plan(39).cost == 59)
    #expect(try plan(41).picks == [.init(stock: 1, quantity: 2)])
    #expect(try plan(41).cost == 60)
  }

  @Test func tooManyCrossAislesAndRulesAreRefused() throws {
    let tall = try AisleLayout(aisles: [0], crossAisles: Array(0...7))
    let ruled = try AisleLayout(
      aisles: [0], crossAisles: [0, 9],
      aisleSegments: [AisleSegment(aisle: 0, from: 1, to: 2, rule: .closed)])
    for (layout, code) in [(tall, RoutingError.Code.tooManyCrossAisles), (ruled, .rule)] {
      let request = try ScatteredRequest(
        layout: layout, start: .aisle(0, y: 0), ends: [], demands: [], stock: [])
      let error = #expect(throws: RoutingError.self) { try Self.solver.solve(request) }
      #expect(error?.code == code)
    }
  }

  /// Heßler & Irnich 2024.
  ///
  /// Where more than one piece is wanted and there are two blocks, the
  /// published values are below what can be walked, so those are only checked for a true bound.
  @Test(
    .enabled(
      if: PublicData.isPresent,
      "skipped: no public data at \(PublicData.path), set PICKWAY_DATA"),
    arguments: ["1block-2", "2block-2", "1block-5", "2block-5"])
  func publicOptimaAreMet(file: String) throws {
    for route in try PublicData.problems(
      PublicScattered.self, "routing/scattered-\(file).jsonl", step: 120)
    {
      let request = try route.request()
      let plan = try Self.solver.solve(request)
      #expect(plan.proven && plan.violations(of: request) == [], "\(route._name)")
      let published = PublicData.millimeters(route._optimum)
      if file.hasPrefix("2") && request.demands.contains(where: { $0.quantity > 1 }) {
        #expect(plan.cost >= published, "\(route._name)")
      } else {
        #expect(plan.cost == published, "\(route._name)")
      }
    }
  }
}

import Testing

@testable import Routing

@Suite struct RuleTests {
  /// Random tiny floors with closed stretches and ones without turning: the tour is as short as
  /// single steps can make it, and refused exactly where they lead nowhere.
  ///
  /// 180 requests by default, 40,000 with PICKWAY_FULL=1.
  @Test(arguments: 2...4, RequestMaker.Ending.allCases)
  func toursUnderRulesAreAsShortAsStepsCanBe(
    crossAisles: Int, ending: RequestMaker.Ending
  ) throws {
    var solved = 0
    for seed in 1...(PublicData.isFull ? 3300 : 15) {
      var maker = RequestMaker(seed: seed * 100 + crossAisles)
      let plain = try maker.tinyRequest(crossAisles: crossAisles, ending: ending)
      let layout = try maker.rules(on: plain.layout)
      let shortest = StepOracle.length(plain, on: layout)
      let tour: Tour
      do {
        let request = try TourRequest(
          layout: layout, start: plain.start, ends: plain.ends, stops: plain.stops)
        tour = try ExactTourSolver().solve(request)
        if !request.stops.isEmpty {
          let kernel = try TourKernel(request)
          let length = request.stopPoints.withUnsafeBufferPointer { kernel.length($0) }
          #expect(length == tour.length, "seed \(seed)")
        }
        #expect(tour.violations(of: request) == [], "seed \(seed): \(request)")
      } catch let error {
        #expect(shortest == nil, "seed \(seed): \(error) \(RequestMaker.text(layout, plain))")
        #expect(error.code == .unreachable)
        continue
      }
      #expect(tour.length == shortest, "seed \(seed): \(RequestMaker.text(layout, plain))")
      #expect(tour.proven)
      solved += 1
    }
    #expect(solved > 5)
  }

  /// A floor of two aisles, the second with a stretch of a kind.
  private func request(
    _ rule: AisleSegment.Rule, from: Int, to: Int, stops: [Int]
  ) throws -> TourRequest {
    let layout = try AisleLayout(
      aisles: [0, 10], crossAisles: [0, 100],
      aisleSegments: [AisleSegment(aisle: 1, from: from, to: to, rule: rule)])
    return try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(0, y: 0),
      stops: stops.map { .aisle(1, y: $0) })
  }

  @Test func aReturnGoesOnToTheEndOfAStretchWithoutTurning() throws {
    let request = try request(.noTurn, from: 20, to: 60, stops: [30])
    let tour = try ExactTourSolver().solve(request)
    #expect(tour.length == 140)
    #expect(tour.path.map(\.y) == [0, 0, 60, 0, 0])
  }

  @Test func aClosedStretchIsReachedFromBothSides() throws {
    let request = try request(.closed, from: 40, to: 90, stops: [30, 95])
    let tour = try ExactTourSolver().solve(request)
    // Up the first aisle and back: 200; across twice below and above: 40; spurs: 60 + 10.
    #expect(tour.length == 310)
    #expect(tour.violations(of: request) == [])
  }

  @Test func aStopInAClosedStretchIsRefused() throws {
    let error = #expect(throws: RoutingError.self) {
      try request(.closed, from: 40, to: 90, stops: [30, 50])
    }
    #expect(error?.code == .unreachable)
    #expect(error?.description == "stop 1 cannot be reached from the start")
  }

  @Test func brokenRulesAreSeen() throws {
    let plain = try TourRequest(
      layout: AisleLayout(aisles: [0, 10], crossAisles: [0, 100]), start: .aisle(0, y: 0),
      end: .aisle(0, y: 0), stops: [.aisle(1, y: 30)])
    let tour = try ExactTourSolver().solve(plain)
    for rule in AisleSegment.Rule.allCases {
      let found = try tour.violations(
        of: request(rule, from: 20, to: 60, stops: [30].filter { _ in rule != .closed }))
      #expect(!found.isEmpty)
    }
    let crossings = [CrossAisleSegment(crossAisle: 0, from: 0, to: 1, rule: .left)]
    let layout = try AisleLayout(
      aisles: [0, 10], crossAisles: [0, 100], crossAisleSegments: crossings)
    let other = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(0, y: 0), stops: [.aisle(1, y: 30)])
    #expect(tour.violations(of: other).count == 1)
  }
}

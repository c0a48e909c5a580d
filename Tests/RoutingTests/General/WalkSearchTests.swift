import Testing

@testable import Routing

@Suite struct WalkSearchTests {
  /// A floor of 10 aisles and so many stops, more than the program over subsets takes.
  private static func request(
    seed: Int, stops: Int, crossAisles: Int = 3, isOpen: Bool = false
  ) throws -> TourRequest {
    var maker = WalkMaker(seed: seed)
    let layout = try AisleLayout(
      aisles: (0..<10).map { $0 * 3000 }, crossAisles: (0..<crossAisles).map { $0 * 30_000 })
    let top = 30 * (crossAisles - 1)
    let start = Place.aisle(maker.below(10), y: 0)
    return try TourRequest(
      layout: layout, start: start, ends: isOpen ? [] : [start],
      stops: (0..<stops).map { _ in .aisle(maker.below(10), y: 1000 * maker.below(top)) })
  }

  @Test(arguments: [false, true])
  func searchMeetsTheProvenTour(isOpen: Bool) throws {
    var met = 0
    var shortest = 0
    var searched = 0
    var bound = 0
    for seed in 1...6 {
      let request = try Self.request(seed: seed, stops: 35, isOpen: isOpen)
      let exact = try ExactTourSolver().solve(request)
      let walkRequest = try WalkRequest(request)
      let walk = try WalkSolver().searchMany(
        walkRequest, limit: SearchLimit(rounds: 3), isRelaxing: false)
      #expect(walk.violations(of: walkRequest) == [])
      #expect(walk.lowerBound <= exact.length && exact.length <= walk.length)
      #expect(walk.method == (walk.proven ? .branchAndBound : .search))
      met += walk.length == exact.length ? 1 : 0
      shortest += exact.length
      searched += walk.length
      bound += walk.lowerBound
    }
    #expect(met >= 5)
    #expect(Double(searched) <= 1.002 * Double(shortest))
    #expect(Double(bound) >= 0.98 * Double(shortest))
  }

  @Test func theProgramOverTheAislesBoundsWhatHasRules() throws {
    let request = try Self.request(seed: 3, stops: 30)
    let exact = try ExactTourSolver().solve(request)
    // The order of the shortest tour as a rule: a walk that keeps it is no longer.
    let stops = request.stops.enumerated().map {
      WalkStop(id: "\($0.offset)", place: WalkPlace($0.element))
    }
    let ruled = try WalkRequest(
      floor: .aisles(request.layout), start: WalkPlace(request.start),
      ends: request.ends.map { WalkPlace($0) }, stops: stops,
      before: [Precedence("\(exact.order[3])", before: "\(exact.order[20])")])
    let walk = try WalkSolver().solve(ruled)
    #expect(walk.violations(of: ruled) == [])
    #expect(walk.length == exact.length && walk.proven)
  }

  /// One-way aisles, alternately up and down.
  @Test func oneWayAislesAreProven() throws {
    let open = try Self.request(seed: 5, stops: 24)
    let top = open.layout.crossAisles[2]
    let layout = try AisleLayout(
      aisles: open.layout.aisles, crossAisles: open.layout.crossAisles,
      aisleSegments: open.layout.aisles.indices.map {
        AisleSegment(aisle: $0, from: 0, to: top, rule: $0 % 2 == 0 ? .up : .down)
      })
    let tourRequest = try TourRequest(
      layout: layout, start: open.start, ends: open.ends, stops: open.stops)
    let request = try WalkRequest(tourRequest)
    let walk = try WalkSolver().solve(request)
    #expect(walk.violations(of: request) == [])
    #expect(walk.proven)
    #expect(try walk.length >= ExactTourSolver().solve(open).length)
  }

  @Test func manyCrossAislesMakeTours() throws {
    for isOpen in [false, true] {
      let request = try Self.request(seed: 7, stops: 40, crossAisles: 9, isOpen: isOpen)
      let tour = try ShortestWalk().solve(request)
      #expect(tour.violations(of: request) == [])
      #expect(Double(tour.length) <= 1.02 * Double(tour.lowerBound))
    }
  }

  @Test(arguments: RequestMaker.Ending.allCases)
  func toursOfTheSearchHoldTogether(ending: RequestMaker.Ending) throws {
    for seed in 1...40 {
      var maker = RequestMaker(seed: seed)
      let request = try maker.request(crossAisles: 2 + seed % 8, ending: ending, stops: 0...5)
      let tour = try SearchTourSolver().solve(request)
      #expect(try tour.length == BruteForce.length(request) && tour.proven)
      #expect(tour.violations(of: request) == [], "seed \(seed): \(request)")
    }
  }

  @Test func theSameRoundsGiveTheSameWalkAndTheClockOnlyCuts() throws {
    let request = try WalkRequest(Self.request(seed: 9, stops: 60))
    let solver = WalkSolver()
    let walk = try solver.searchMany(request, limit: SearchLimit(rounds: 2), isRelaxing: false)
    #expect(
      try walk
        == solver.searchMany(request, limit: SearchLimit(rounds: 2), isRelaxing: false))
    let clock = CountingClock()
    let timed = try solver.searchMany(
      request, limit: SearchLimit(time: .seconds(3600), rounds: 2) { clock.tick() },
      isRelaxing: false)
    #expect(timed == walk)
    let late = CountingClock()
    let cut = try solver.searchMany(
      request, limit: SearchLimit(time: .milliseconds(3)) { late.tick() }, isRelaxing: false)
    #expect(cut.violations(of: request) == [])
    #expect(late.ticks < 20)
  }

  @Test func precedenceAndDeadlinesHoldInTheSearch() throws {
    var kept = 0
    for seed in 1...6 {
      let tour = try Self.request(seed: seed, stops: 26)
      let exact = try ExactTourSolver().solve(tour)
      var maker = WalkMaker(seed: seed)
      var dues = [Int?](repeating: nil, count: 26)
      for (place, stop) in exact.order.enumerated() where maker.below(3) == 0 {
        dues[stop] = exact.stopOffsets[place] + 5000
      }
      let request = try WalkRequest(
        floor: .aisles(tour.layout), start: WalkPlace(tour.start),
        ends: tour.ends.map { WalkPlace($0) },
        stops: tour.stops.enumerated().map {
          WalkStop(
            id: "\($0.offset)", place: WalkPlace($0.element),
            due: seed % 2 == 0 ? dues[$0.offset] : nil)
        },
        before: (0..<8).map { _ in
          let a = maker.below(25)
          return Precedence(
            "\(exact.order[a])", before: "\(exact.order[a + 1 + maker.below(25 - a)])")
        })
      guard let walk = try? WalkSolver().solve(request) else { continue }
      kept += 1
      #expect(walk.violations(of: request) == [])
      #expect(walk.lowerBound <= exact.length && exact.length <= walk.length)
    }
    #expect(kept == 6)
  }
}

/// Says at every look that one more millisecond is gone.
private final class CountingClock: @unchecked Sendable {
  private(set) var ticks = 0

  func tick() -> Duration {
    ticks += 1
    return .milliseconds(ticks)
  }
}

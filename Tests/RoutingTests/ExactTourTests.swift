import Testing

@testable import Routing

@Suite struct ExactTourTests {
  private static let solver = ExactTourSolver()

  /// 1,080 requests by default, 60,000 with PICKWAY_FULL=1.
  @Test(arguments: 2...4, RequestMaker.Ending.allCases)
  func toursAreAsShortAsTheBestOfAllOrders(
    crossAisles: Int, ending: RequestMaker.Ending
  ) throws {
    for seed in 1...(PublicData.isFull ? 5000 : 90) {
      var maker = RequestMaker(seed: seed * 10 + crossAisles)
      let request = try maker.request(
        crossAisles: crossAisles, ending: ending, stops: 0...(seed % 15 == 0 ? 7 : 5))
      let tour = try Self.solver.solve(request)
      let shortest = try BruteForce.length(request)
      #expect(tour.length == shortest, "seed \(seed): \(request)")
      #expect(tour.proven)
      #expect(tour.violations(of: request) == [], "seed \(seed): \(request)")
      #expect(try request.length(visiting: tour.order) == tour.length)
    }
  }

  /// With 5 cross-aisles by default, with up to 7 with PICKWAY_FULL=1.
  @Test(arguments: PublicData.isFull ? [5, 6, 7] : [5], RequestMaker.Ending.allCases)
  func manyCrossAislesAreExactToo(crossAisles: Int, ending: RequestMaker.Ending) throws {
    for seed in 1...(PublicData.isFull ? 40 : 3) {
      var maker = RequestMaker(seed: seed)
      let request = try maker.request(
        crossAisles: crossAisles, ending: ending, stops: 4...6, mostAisles: 4)
      let tour = try Self.solver.solve(request)
      #expect(try tour.length == BruteForce.length(request))
      #expect(tour.violations(of: request) == [])
    }
  }

  @Test(arguments: RequestMaker.Ending.allCases)
  func anotherStopNeverShortens(ending: RequestMaker.Ending) throws {
    for seed in 1...10 {
      var maker = RequestMaker(seed: seed)
      let whole = try maker.request(
        crossAisles: 2 + seed % 2, ending: ending, stops: 30...30, mostAisles: 8)
      var before = 0
      for count in stride(from: 0, through: 30, by: 3) {
        let part = try TourRequest(
          layout: whole.layout, start: whole.start, ends: whole.ends,
          stops: Array(whole.stops.prefix(count)))
        let tour = try Self.solver.solve(part)
        #expect(tour.length >= before)
        #expect(tour.violations(of: part) == [])
        before = tour.length
      }
    }
  }

  @Test func theSameRequestGivesTheSameTour() throws {
    var maker = RequestMaker(seed: 5)
    let request = try maker.request(crossAisles: 3, ending: .atStart, stops: 20...20)
    #expect(try Self.solver.solve(request) == Self.solver.solve(request))
  }

  @Test func aTourIsWrittenOut() throws {
    // Two aisles 10 apart, 100 long: up the first, along the top, down the second, back.
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(0, y: 0),
      stops: [.aisle(1, y: 50), .aisle(0, y: 60), .aisle(1, y: 90), .aisle(0, y: 60)])
    let tour = try Self.solver.solve(request)
    #expect(tour.length == 220)
    #expect(tour.order == [1, 3, 2, 0])
    #expect(tour.stopOffsets == [60, 60, 120, 160])
    #expect(tour.path.map(\.x) == [0, 0, 10, 10, 0])
    #expect(tour.path.map(\.y) == [0, 100, 100, 0, 0])
  }

  @Test func linksAreWalkedButNotDrawn() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let dock = Place.offGrid([
      Link(aisle: 0, y: 0, length: 5), Link(aisle: 1, y: 0, length: 5),
    ])
    let request = try TourRequest(
      layout: layout, start: dock, end: dock, stops: [.aisle(0, y: 99), .aisle(1, y: 99)])
    let tour = try Self.solver.solve(request)
    #expect(tour.length == 220)
    #expect(Set([tour.startLink?.aisle, tour.endLink?.aisle]) == [0, 1])
    #expect(tour.stopOffsets == [104, 116])
    #expect(tour.path.count == 4)
    #expect(tour.violations(of: request) == [])
  }

  @Test func withoutStopsOneStaysOrGoesToTheNearestEnd() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let dock = Place.offGrid([Link(aisle: 0, y: 0, length: 5)])
    for start in [Place.aisle(1, y: 30), dock] {
      for ends in [[], [start]] {
        let request = try TourRequest(layout: layout, start: start, ends: ends, stops: [])
        let tour = try Self.solver.solve(request)
        #expect(tour.length == 0 && tour.proven)
        #expect(tour.violations(of: request) == [])
      }
    }
    let request = try TourRequest(
      layout: layout, start: .aisle(1, y: 30), ends: [.aisle(1, y: 90), dock], stops: [])
    let tour = try Self.solver.solve(request)
    #expect(tour.length == 45 && tour.end == 1 && tour.endLink?.length == 5)
    #expect(tour.violations(of: request) == [])
  }

  @Test func tooManyCrossAislesAreRefused() throws {
    let layout = try AisleLayout(aisles: [0], crossAisles: Array(0...7))
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: nil, stops: [])
    let error = #expect(throws: RoutingError.self) { try Self.solver.solve(request) }
    #expect(error?.code == .tooManyCrossAisles)
  }
}

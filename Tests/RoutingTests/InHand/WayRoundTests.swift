import Testing

@testable import Routing

@Suite struct WayRoundTests {
  @Test func everyRoundChosenIsAShortestTour() throws {
    var maker = RequestMaker(seed: 51)
    for number in 0..<150 {
      let request = try maker.request(
        crossAisles: 2 + number % 3, ending: number % 5 == 0 ? .elsewhere : .atStart,
        stops: 0...8)
      let more = (0..<2).map { _ in [maker.point(on: request.layout)] }
      let choice = WayRound(
        elsewhere: request.stops.map { _ in [maker.point(on: request.layout)] },
        surprises: more, emptyAt: [maker.place(on: request.layout), .aisle(99, y: 0)])
      let tour = try choice.tour(request)
      #expect(tour.violations(of: request) == [])
      #expect(tour.length == (try ExactTourSolver().solve(request)).length)
      #expect(tour.proven)
      let given = try ExactTourSolver().solve(request)
      #expect(
        try choice.expectedWalk(request, tour) <= choice.expectedWalk(request, given))
    }
  }

  @Test func mirroredToursAreToursOfTheFloor() throws {
    var maker = RequestMaker(seed: 52)
    for number in 0..<150 {
      let request = try maker.request(
        crossAisles: 2 + number % 2, ending: RequestMaker.Ending.allCases[number % 4],
        stops: 1...6)
      for mirror in Mirror.all {
        let tour = try mirror.tour(request)
        #expect(tour.length == (try ExactTourSolver().solve(request)).length)
        #expect(tour.violations(of: request) == [])
      }
    }
  }

  /// The other bin of the line that lies in both directions is near the way out: go there first.
  @Test func theWayThatMeetsTheRiskEarlyIsTaken() throws {
    let layout = try AisleLayout(aisles: [0, 100, 200, 300], crossAisles: [0, 200])
    let home = Place.aisle(1, y: 0)
    for risky in 0..<2 {
      let stops = [Place.aisle(0, y: 100), .aisle(3, y: 100)]
      let request = try TourRequest(layout: layout, start: home, end: home, stops: stops)
      let elsewhere = stops.indices.map { index in
        index == risky ? [Place.aisle(index == 0 ? 3 : 0, y: 150)] : [stops[index]]
      }
      let tour = try WayRound(elsewhere: elsewhere).tour(request)
      #expect(tour.order.first == risky)
    }
  }
}

import Routing
import Testing

@Suite struct ShortestWalkTests {
  @Test func theExactSolverIsTakenWhereItHolds() throws {
    var maker = RequestMaker(seed: 3)
    let request = try maker.request(crossAisles: 3, ending: .atStart, stops: 30...30)
    let tour = try ShortestWalk().solve(request)
    #expect(tour.proven)
    #expect(try tour == ExactTourSolver().solve(request))
  }

  @Test func manyCrossAislesAreSearched() throws {
    var maker = RequestMaker(seed: 4)
    let request = try maker.request(
      crossAisles: ExactTourSolver.mostCrossAisles + 1, ending: .elsewhere, stops: 20...20)
    let tour = try ShortestWalk().solve(request)
    #expect(tour.lowerBound > 0)
    #expect(tour.violations(of: request) == [])
    #expect(try tour == SearchTourSolver().solve(request))
  }
}

import Routing
import Testing

@Suite struct LocalSearchTests {
  private static let search = LocalSearchTourSolver()

  @Test(arguments: RequestMaker.Ending.allCases)
  func lengthAndBoundEncloseTheShortest(ending: RequestMaker.Ending) throws {
    for seed in 1...60 {
      var maker = RequestMaker(seed: seed)
      let request = try maker.request(crossAisles: 2 + seed % 8, ending: ending, stops: 0...5)
      let tour = try Self.search.solve(request)
      let shortest = try BruteForce.length(request)
      #expect(tour.lowerBound <= shortest && shortest <= tour.length, "seed \(seed): \(request)")
      #expect(tour.violations(of: request) == [], "seed \(seed): \(request)")
    }
  }

  @Test(arguments: RequestMaker.Ending.allCases)
  func searchComesCloseToTheExactTour(ending: RequestMaker.Ending) throws {
    var searched = 0
    var shortest = 0
    var bound = 0
    for seed in 1...8 {
      var maker = RequestMaker(seed: seed)
      let request = try maker.request(crossAisles: 3, ending: ending, stops: 25...25)
      let tour = try Self.search.solve(request)
      let exact = try ExactTourSolver().solve(request)
      #expect(tour.lowerBound <= exact.length && exact.length <= tour.length)
      searched += tour.length
      shortest += exact.length
      bound += tour.lowerBound
    }
    #expect(Double(searched) <= 1.03 * Double(shortest))
    #expect(Double(bound) >= 0.85 * Double(shortest))
  }
}

import Testing

@testable import Routing

@Suite struct WalkSolverTests {
  /// Some 800 small requests by default, 36,000 with PICKWAY_FULL=1.
  ///
  /// The programs and the search with branch and bound both find the shortest walk and prove it;
  /// what is refused cannot be walked.
  @Test(arguments: WalkMaker.Kind.allCases, [false, true])
  func walksAreAsShortAsTheBestOfAllOrders(kind: WalkMaker.Kind, rules: Bool) throws {
    var made = 0
    for seed in 1...(PublicData.isFull ? 3000 : 70) {
      var maker = WalkMaker(seed: seed)
      let parts = try maker.parts(kind, stops: 0...5, rules: rules)
      let shortest = WalkOracle.length(parts)
      let request: WalkRequest
      do { request = try parts.request() } catch {
        if error.code != .place { #expect(shortest == nil, "seed \(seed) \(error)") }
        continue
      }
      for isSearched in [false, true] {
        do {
          let walk =
            isSearched
            ? try WalkSolver().searchMany(
              request, limit: SearchLimit(rounds: 300), isRelaxing: seed % 2 == 0)
            : try WalkSolver().solve(request)
          made += 1
          #expect(walk.violations(of: request) == [], "seed \(seed) \(isSearched) \(parts)")
          #expect(
            walk.length == shortest && walk.proven,
            "seed \(seed) \(isSearched) \(walk.lowerBound) \(parts)")
        } catch {
          #expect(shortest == nil && error.code == .deadline, "seed \(seed) \(error)")
        }
      }
    }
    #expect(made > (PublicData.isFull ? 1000 : 30))
  }
}

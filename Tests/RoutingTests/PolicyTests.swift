import Testing

@testable import Routing

@Suite struct PolicyTests {
  @Test(arguments: 2...5)
  func everyPolicyPassesEveryStopAndNoneBeatsTheShortestWalk(crossAisles: Int) throws {
    var maker = RequestMaker(seed: 50 + crossAisles)
    for ending in RequestMaker.Ending.allCases {
      for _ in 0..<8 {
        let request = try maker.request(
          crossAisles: crossAisles, ending: ending, stops: 1...12)
        let shortest = try ShortestWalk().solve(request).length
        for policy in Policy.allCases {
          let points = PolicyWalk(request).points(by: policy)
          #expect(Set(request.distinctStops).isSubset(of: points))
          #expect(request.length(by: policy) >= shortest)
        }
      }
    }
  }

  /// Three aisles 5 apart, 10 deep, with two stops, one and two; 44 is also the optimum.
  @Test(arguments: [
    (Policy.binCode, 54), (.serpentine, 54), (.sShape, 54), (.largestGap, 44), (.returning, 68),
    (.midpoint, 44), (.combined, 44), (.nearest, 44),
  ])
  func oneBlockByHand(policy: Policy, length: Int) throws {
    let layout = try AisleLayout(aisles: [0, 5, 10], crossAisles: [0, 10])
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(0, y: 0),
      stops: [(0, 2), (0, 9), (1, 8), (2, 1), (2, 7)].map { .aisle($0.0, y: $0.1) })
    #expect(request.length(by: policy) == length)
  }

  @Test func nothingToVisitIsTheWayToTheEnd() throws {
    let layout = try AisleLayout(aisles: [0, 5], crossAisles: [0, 10])
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(1, y: 0), stops: [])
    #expect(Policy.allCases.allSatisfy { request.length(by: $0) == 5 })
  }
}

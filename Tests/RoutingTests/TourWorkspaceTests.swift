import Routing
import Testing

@Suite struct TourWorkspaceTests {
  private let depot = Place.aisle(0, y: 0)

  private func layout() throws -> AisleLayout {
    try AisleLayout(aisles: [0, 5_000, 10_000, 15_000], crossAisles: [0, 20_000, 40_000])
  }

  /// Walks of growing, shrinking and no stops: nothing of one walk is left in the next.
  @Test func findsTheWalksOfTheSolver() throws {
    let layout = try layout()
    for ends in [[depot], [.aisle(3, y: 7_000), .aisle(1, y: 40_000)], []] {
      let workspace = try TourWorkspace(layout: layout, start: depot, ends: ends)
      for count in [3, 12, 40, 0, 1, 5] {
        let stops = (0..<count).map { Place.aisle($0 * 7 % 4, y: $0 * 2_713 % 40_001) }
        let request = try TourRequest(layout: layout, start: depot, ends: ends, stops: stops)
        let expected = try ExactTourSolver().solve(request)
        #expect(try workspace.solve(stops) == expected.length)
        #expect(workspace.tour == expected)
        let visits = (0...count).compactMap { workspace.visit($0) }
        #expect(visits.map(\.stop) == expected.order)
        #expect(visits.map(\.offset) == expected.stopOffsets)
      }
    }
  }

  @Test func refusesWhatIsNotOnTheLayout() throws {
    let workspace = try TourWorkspace(layout: layout(), start: depot, ends: [depot])
    #expect(workspace.tour == nil)
    _ = try workspace.solve([.aisle(1, y: 500)])
    #expect(throws: RoutingError.self) { try workspace.solve([.aisle(4, y: 0)]) }
    #expect(workspace.tour == nil)
    #expect(workspace.visit(0) == nil)
    #expect(throws: RoutingError.self) {
      try workspace.solve([.offGrid([Link(aisle: 0, y: 0, length: 5)])])
    }
    #expect(throws: RoutingError.self) {
      try TourWorkspace(layout: layout(), start: .aisle(9, y: 0), ends: [])
    }
  }
}

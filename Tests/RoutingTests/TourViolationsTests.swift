import Testing

@testable import Routing

@Suite struct TourViolationsTests {
  @Test func everyDamageIsSeen() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(1, y: 0),
      stops: [.aisle(0, y: 60), .aisle(1, y: 50)])
    let good = try ExactTourSolver().solve(request)
    #expect(good.violations(of: request) == [])

    func damaged(
      order: [Int]? = nil, offsets: [Int]? = nil, length: Int? = nil, bound: Int? = nil,
      path: [FloorPoint]? = nil, end: Int? = 0
    ) -> [String] {
      Tour(
        order: order ?? good.order, stopOffsets: offsets ?? good.stopOffsets,
        length: length ?? good.length, lowerBound: bound ?? good.lowerBound,
        path: path ?? good.path, startLink: nil, endLink: nil, end: end
      ).violations(of: request)
    }
    #expect(damaged() == [])
    #expect(damaged(order: [0, 0]) != [])
    #expect(damaged(order: [1, 0]) != [])
    #expect(damaged(offsets: [60, 161]) != [])
    #expect(damaged(offsets: [160, 60]) != [])
    #expect(damaged(length: good.length + 1) != [])
    #expect(damaged(bound: good.length + 1) != [])
    #expect(damaged(path: Array(good.path.reversed())) != [])
    #expect(damaged(path: Array(good.path.dropLast())) != [])
    #expect(damaged(path: [good.path[0], good.path[3]]) != [])
    #expect(damaged(path: []) != [])
    #expect(damaged(end: nil) != [])
    #expect(damaged(end: 1) != [])
  }
}

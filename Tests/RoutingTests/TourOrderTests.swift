import Routing
import Testing

@Suite struct TourOrderTests {
  private static func request() throws -> TourRequest {
    try TourRequest(
      layout: AisleLayout(aisles: [0, 10, 20], crossAisles: [0, 100]), start: .aisle(0, y: 0),
      ends: [.aisle(2, y: 100), .aisle(0, y: 0)],
      stops: [.aisle(0, y: 10), .aisle(2, y: 10), .aisle(1, y: 10)])
  }

  @Test func theLengthOfAnOrderIsThatOfItsLegs() throws {
    let request = try Self.request()
    // 10 + (10+20+10) + (10+10+10) and back 10+10.
    #expect(try request.length(visiting: [0, 1, 2]) == 100)
    #expect(try request.length(visiting: [1, 0, 2]) == 120)
  }

  @Test(arguments: [[], [0, 1], [0, 1, 1], [0, 1, 3], [-1, 0, 1], [0, 1, 2, 2]])
  func ordersThatAreNoPermutationAreRefused(order: [Int]) throws {
    let request = try Self.request()
    let error = #expect(throws: RoutingError.self) { try request.length(visiting: order) }
    #expect(error?.code == .order)
  }
}

import Testing

@testable import Routing

@Suite struct WalkViolationsTests {
  @Test func everyDamageIsSeen() throws {
    let layout = try AisleLayout(
      aisles: [0, 10], crossAisles: [0, 100],
      aisleSegments: [AisleSegment(aisle: 1, from: 0, to: 100, rule: .noTurn)],
      crossAisleSegments: [CrossAisleSegment(crossAisle: 0, from: 0, to: 1, rule: .left)])
    let dock = WalkPlace.offGrid([WalkLink(point: .aisle(0, y: 0), length: 3)])
    let request = try WalkRequest(
      floor: .aisles(layout), start: dock, ends: [dock],
      stops: [
        WalkStop(id: "a", place: .at(.aisle(0, y: 60)), due: 63),
        WalkStop(id: "b", place: .at(.aisle(1, y: 50))),
      ],
      before: [Precedence("a", before: "b")])
    let good = try WalkSolver().solve(request)
    #expect(good.length == 226 && good.order == [0, 1])
    #expect(good.violations(of: request) == [])

    func at(_ aisle: Int, _ y: Int) -> WalkPlace { .at(.aisle(aisle, y: y)) }
    func damaged(
      order: [Int]? = nil, offsets: [Int]? = nil, length: Int? = nil, bound: Int? = nil,
      path: [WalkPlace]? = nil, end: Int? = 0
    ) -> [String] {
      Walk(
        order: order ?? good.order, stopOffsets: offsets ?? good.stopOffsets,
        length: length ?? good.length, lowerBound: bound ?? good.lowerBound,
        path: path ?? good.path, end: end, method: good.method
      ).violations(of: request)
    }
    #expect(damaged() == [])
    #expect(damaged(order: [0, 0]) == ["order is no permutation"])
    #expect(damaged(order: [1, 0]).contains("\"b\" comes before \"a\""))
    #expect(damaged(offsets: [63]) == ["offsets do not match the order"])
    #expect(damaged(offsets: [64, 163]).contains("stop 0 is reached after 64 mm, due after 63"))
    #expect(damaged(offsets: [163, 63]).contains("offsets go back"))
    #expect(damaged(length: 225).contains("path is 226 mm, length says 225"))
    #expect(damaged(bound: 227).contains("bound 227 exceeds length 226"))
    #expect(damaged(end: nil).contains("names no end"))
    #expect(damaged(end: 1).contains("ends nowhere"))
    #expect(damaged(path: []) != [])
    #expect(damaged(path: Array(good.path.dropFirst())).contains("starts elsewhere"))
    #expect(damaged(path: Array(good.path.dropLast())).contains("ends elsewhere"))
    #expect(
      damaged(path: Array(good.path.reversed())).contains("walks cross-aisle 0 from 0 to 1"))
    let turning = [dock, at(0, 0), at(0, 100), at(1, 100), at(1, 50), at(1, 100), at(0, 100), dock]
    #expect(damaged(path: turning).contains("turns round in aisle 1 at 50"))
    let jumping = [dock, at(0, 0), at(0, 60), at(1, 60), at(1, 0), at(0, 0), dock]
    #expect(damaged(path: jumping).contains("no cross-aisle at 60"))
  }

  @Test func tooManyPlacesAreRefused() throws {
    let layout = try AisleLayout(aisles: [0], crossAisles: [0, 10_000])
    let stops = (0...LegMatrix.mostStates).map {
      WalkStop(id: "\($0)", place: .at(.aisle(0, y: $0)))
    }
    let error = #expect(throws: RoutingError.self) {
      try WalkRequest(floor: .aisles(layout), start: .at(.aisle(0, y: 0)), ends: [], stops: stops)
    }
    #expect(error?.code == .tooManyStops)
  }
}

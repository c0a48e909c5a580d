import Testing

@testable import Routing

@Suite struct WalkRequestTests {
  private static func floor() throws -> WalkFloor {
    .graph(
      try FloorGraph(
        edges: [.init(from: "a", to: "b", length: 5), .init(from: "x", to: "y", length: 1)],
        oneWay: [.init(from: "b", to: "c", length: 7), .init(from: "b", to: "d", length: 1)]))
  }

  private static func stop(_ node: String, due: Int? = nil) -> WalkStop {
    WalkStop(id: node, place: .at(.node(node)), due: due)
  }

  private static func refusal(
    _ stops: [WalkStop], ends: [String] = [], before: [Precedence] = []
  ) throws -> RoutingError? {
    let floor = try floor()
    return #expect(throws: RoutingError.self) {
      try WalkRequest(
        floor: floor, start: .at(.node("a")), ends: ends.map { .at(.node($0)) }, stops: stops,
        before: before)
    }
  }

  @Test func whatCannotBeWalkedIsNamed() throws {
    let stop = Self.stop
    #expect(
      try Self.refusal([stop("b", nil), stop("x", nil)])?.description
        == "stop \"x\" cannot be reached from the start")
    #expect(
      try Self.refusal([stop("c", nil)], ends: ["a"])?.description
        == "no end can be reached from stop \"c\"")
    #expect(
      try Self.refusal([stop("c", nil), stop("d", nil)])?.description
        == "stops \"c\" and \"d\": expected a way from one to the other")
    #expect(
      try Self.refusal([stop("c", nil), stop("b", nil)], before: [Precedence("c", before: "b")])?
        .description == "stop \"b\" cannot be reached from \"c\", which comes before it")
    #expect(try Self.refusal([], ends: ["x"])?.code == .unreachable)
    #expect(try Self.refusal([stop("q", nil)])?.code == .place)
    #expect(try Self.refusal([stop("b", nil), stop("b", nil)])?.code == .identity)
    #expect(
      try Self.refusal([stop("b", nil)], before: [Precedence("b", before: "z")])?.code
        == .identity)
    let round = [Precedence("a", before: "b"), Precedence("b", before: "a")]
    #expect(
      try Self.refusal([stop("a", nil), stop("b", nil)], before: round)?.description
        == "stop \"a\" would have to be visited before itself")
    #expect(try Self.refusal([stop("b", 4)])?.description.contains("expected at least 5") == true)
    #expect(try Self.refusal([stop("b", -1)])?.code == .deadline)
  }

  @Test func deadlinesThatExcludeEachOtherAreRefusedInSolving() throws {
    let request = try WalkRequest(
      floor: .graph(
        FloorGraph(edges: [
          .init(from: "m", to: "l", length: 10), .init(from: "m", to: "r", length: 10),
        ])),
      start: .at(.node("m")), ends: [], stops: [Self.stop("l", due: 12), Self.stop("r", due: 12)])
    for isSearched in [false, true] {
      let error = #expect(throws: RoutingError.self) {
        isSearched
          ? try WalkSolver().searchMany(request, limit: .standard)
          : try WalkSolver().solve(request)
      }
      #expect(error?.description == "no order of the stops keeps every deadline")
    }
  }

  @Test func closedStretchesAreRefusedByName() throws {
    let layout = try AisleLayout(
      aisles: [0, 10], crossAisles: [0, 100],
      aisleSegments: [AisleSegment(aisle: 1, from: 20, to: 60, rule: .closed)])
    for y in [20, 40, 60] {
      let stop = WalkStop(id: "bin", place: .at(.aisle(1, y: y)))
      let request = Result { () throws(RoutingError) in
        try WalkRequest(
          floor: .aisles(layout), start: .at(.aisle(0, y: 0)), ends: [], stops: [stop])
      }
      switch request {
      case .success(let request):
        #expect(y != 40)
        #expect(try WalkSolver().solve(request).length == (y == 20 ? 30 : 150))
      case .failure(let error):
        #expect(
          y == 40
            && error.description
              == "stop \"bin\" is in aisle 1 at y 40 mm, inside a closed stretch"
        )
      }
    }
  }

  @Test func badGraphsAreRefused() {
    #expect(throws: RoutingError.self) { try FloorGraph(edges: []) }
    for length in [-1, Int.min, Int.max] {
      #expect(throws: RoutingError.self) {
        try FloorGraph(edges: [.init(from: "a", to: "b", length: length)])
      }
    }
  }

  /// Extreme numbers are refused or solved, never trapped on.
  @Test func extremesNeverTrap() throws {
    var maker = WalkMaker(seed: 11)
    let numbers = [Int.min, -1_000_000_001, -1, 0, 1, 7, 999_999_999, 1_000_000_000, Int.max]
    var solved = 0
    for _ in 0..<1500 {
      func number() -> Int { numbers[maker.below(numbers.count)] }
      let xs = [[0, 1_000_000_000], [-1_000_000_000, 1_000_000_000], [0]][maker.below(3)]
      let layout = try AisleLayout(
        aisles: xs, crossAisles: [-1_000_000_000, 7, 1_000_000_000],
        aisleSegments: maker.below(2) == 0
          ? [] : [AisleSegment(aisle: 0, from: 7, to: 1_000_000_000, rule: .noTurn)])
      let graph = try FloorGraph(
        edges: (0..<9).map { .init(from: "n\($0)", to: "n\($0 + 1)", length: 1_000_000_000) })
      let isGraph = maker.below(3) == 0
      func place() -> WalkPlace {
        let point: WalkPoint =
          isGraph ? .node("n\(maker.below(10))") : .aisle(maker.below(2), y: number())
        return maker.below(3) == 0
          ? .offGrid([WalkLink(point: point, length: number())]) : .at(point)
      }
      let stops = (0..<maker.below(20)).map { index in
        WalkStop(
          id: "\(index)", place: place(), due: maker.below(8) == 0 ? number() : nil)
      }
      let request = try? WalkRequest(
        floor: isGraph ? .graph(graph) : .aisles(layout), start: place(),
        ends: maker.below(2) == 0 ? [] : [place()], stops: stops)
      guard let request, let walk = try? WalkSolver().solve(request, limit: SearchLimit(rounds: 1))
      else { continue }
      solved += 1
      #expect(walk.violations(of: request) == [])
    }
    #expect(solved > 20)
  }
}

import Routing

/// What a request is made from, whether it can be walked or not.
struct WalkParts {
  let floor: WalkFloor
  let start: WalkPlace
  let ends: [WalkPlace]
  let stops: [WalkStop]
  let before: [Precedence]

  func request() throws(RoutingError) -> WalkRequest {
    try WalkRequest(floor: floor, start: start, ends: ends, stops: stops, before: before)
  }
}

/// Makes small random floors with rules, and requests with all there is, from a seed.
struct WalkMaker {
  /// Which floor to make.
  enum Kind: CaseIterable {
    case open, oneWay, noTurn, everything, graph, directedGraph
  }

  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(limit, 1), using: &random) }

  mutating func floor(_ kind: Kind) throws -> WalkFloor {
    switch kind {
    case .graph, .directedGraph: .graph(try graph(isDirected: kind == .directedGraph))
    case .open, .oneWay, .noTurn, .everything: .aisles(try layout(kind))
    }
  }

  private mutating func graph(isDirected: Bool) throws -> FloorGraph {
    let count = 2 + below(8)
    var edges: [FloorGraph.Edge] = []
    var oneWay: [FloorGraph.Edge] = []
    for node in 1..<count {
      let edge = FloorGraph.Edge(from: "n\(below(node))", to: "n\(node)", length: below(30))
      edges.append(edge)
    }
    for _ in 0..<below(2 * count) {
      let edge = FloorGraph.Edge(
        from: "n\(below(count))", to: "n\(below(count))", length: below(30))
      if isDirected { oneWay.append(edge) } else { edges.append(edge) }
    }
    if isDirected {
      let moved = edges.filter { _ in below(2) == 0 }
      edges = edges.filter { !moved.contains($0) }
      oneWay += moved
    }
    return try FloorGraph(edges: edges, oneWay: oneWay)
  }

  private mutating func layout(_ kind: Kind) throws -> AisleLayout {
    let aisles = 1 + below(4)
    var x = 0
    let xs = (0..<aisles).map { _ in
      x += 1 + below(10)
      return x
    }
    var y = 0
    let ys = (0..<(2 + below(2))).map { _ in
      y += 4 + below(20)
      return y
    }
    var segments: [AisleSegment] = []
    var cross: [CrossAisleSegment] = []
    guard kind != .open else { return try AisleLayout(aisles: xs, crossAisles: ys) }
    for _ in 0..<(1 + below(4)) {
      let low = ys[0] + below(ys[ys.count - 1] - ys[0])
      let high = low + 1 + below(ys[ys.count - 1] - low)
      let isWhole = below(2) == 0
      let rule: AisleSegment.Rule =
        switch kind {
        case .oneWay: below(2) == 0 ? .up : .down
        case .noTurn: .noTurn
        case .open, .graph, .directedGraph, .everything: .allCases[below(4)]
        }
      segments.append(
        AisleSegment(
          aisle: below(aisles), from: isWhole ? ys[0] : low, to: isWhole ? ys[1] : high,
          rule: rule))
    }
    if kind == .everything || kind == .oneWay, aisles > 1 {
      for _ in 0..<below(3) {
        let from = below(aisles - 1)
        cross.append(
          CrossAisleSegment(
            crossAisle: below(ys.count), from: from, to: from + 1 + below(aisles - 1 - from),
            rule: kind == .oneWay ? (below(2) == 0 ? .left : .right) : .allCases[below(3)]))
      }
    }
    return try AisleLayout(
      aisles: xs, crossAisles: ys, aisleSegments: segments, crossAisleSegments: cross)
  }

  mutating func point(_ floor: WalkFloor) -> WalkPoint {
    switch floor {
    case .graph(let graph): return .node(graph.nodes[below(graph.nodes.count)])
    case .aisles(let layout):
      let ys = layout.crossAisles
      let y =
        below(4) == 0 ? ys[below(ys.count)] : ys[0] + below(ys[ys.count - 1] - ys[0] + 1)
      return .aisle(below(layout.aisles.count), y: y)
    }
  }

  mutating func place(_ floor: WalkFloor, offGrid: Int) -> WalkPlace {
    guard below(offGrid) == 0 else { return .at(point(floor)) }
    return .offGrid(
      (0...below(3)).map { _ in WalkLink(point: point(floor), length: below(12)) })
  }

  /// The parts of a request that may or may not be one that can be walked.
  mutating func parts(
    _ kind: Kind, stops: ClosedRange<Int>, rules: Bool, offGridStops: Bool = true
  ) throws -> WalkParts {
    let floor = try floor(kind)
    let start = place(floor, offGrid: 3)
    let ends: [WalkPlace] =
      switch below(4) {
      case 0: []
      case 1: [start]
      case 2: [place(floor, offGrid: 3)]
      default: (0...below(2)).map { _ in place(floor, offGrid: 3) }
      }
    let count = Int.random(in: stops, using: &random)
    var list: [WalkStop] = []
    for index in 0..<count {
      let again = index > 0 && below(8) == 0
      let due = rules && below(3) == 0 ? 10 + below(100) : nil
      list.append(
        WalkStop(
          id: "s\(index)",
          place: again
            ? list[below(index)].place : place(floor, offGrid: offGridStops ? 6 : 1_000_000),
          due: due))
    }
    var before: [Precedence] = []
    if rules, count > 1 {
      for _ in 0..<below(3) {
        before.append(Precedence("s\(below(count))", before: "s\(below(count))"))
      }
    }
    return WalkParts(floor: floor, start: start, ends: ends, stops: list, before: before)
  }
}

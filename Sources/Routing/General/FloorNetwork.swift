/// A floor as a directed graph of places people can stand at, facing a way where that matters.
///
/// In an aisle the nodes are the junctions, the ends of stretches with rules and the places of the
/// request. A point strictly inside a stretch where nobody turns round has two nodes, one for each
/// way of walking; every other point has one. Junctions always have one: who can step into the
/// cross-aisle can turn round there, so that a longer stretch is cut at every junction.
struct FloorNetwork: Sendable {
  /// A step from a node to the next.
  struct Arc {
    let head: Int
    let length: Int
  }

  /// Where each node is.
  private(set) var points: [WalkPoint] = []
  /// Where in `arcs` those of each node begin; one more entry than nodes.
  private(set) var firstArc: [Int] = []
  private(set) var arcs: [Arc] = []

  private var aisleYs: [[Int]] = []
  private var aisleNodes: [[(node: Int, isTwofold: Bool)]] = []
  private var nodeNumbers: [String: Int] = [:]

  /// The network of a floor on which every one of the places has its nodes.
  init(_ floor: WalkFloor, places: [WalkPlace]) {
    var steps: [(tail: Int, arc: Arc)] = []
    switch floor {
    case .graph(let graph):
      points = graph.nodes.map { .node($0) }
      nodeNumbers = graph.numbers
      for (list, isBothWays) in [(graph.edges, true), (graph.oneWay, false)] {
        for edge in list {
          guard let a = graph.numbers[edge.from], let b = graph.numbers[edge.to], a != b else {
            continue
          }
          steps.append((a, Arc(head: b, length: edge.length)))
          if isBothWays { steps.append((b, Arc(head: a, length: edge.length))) }
        }
      }
    case .aisles(let layout):
      addAisles(layout, places, &steps)
      addCrossAisles(layout, &steps)
    }
    firstArc = [Int](repeating: 0, count: points.count + 1)
    for step in steps { firstArc[step.tail + 1] += 1 }
    for node in points.indices { firstArc[node + 1] += firstArc[node] }
    var next = firstArc
    arcs = [Arc](repeating: Arc(head: 0, length: 0), count: steps.count)
    for step in steps {
      arcs[next[step.tail]] = step.arc
      next[step.tail] += 1
    }
  }

  /// The nodes of a point: one, or the one walked upwards and the one walked downwards.
  func nodes(at point: WalkPoint) -> [Int] {
    switch point {
    case .node(let name): return nodeNumbers[name].map { [$0] } ?? []
    case .aisle(let aisle, let y):
      guard let place = Self.place(of: y, in: aisleYs[aisle]) else { return [] }
      let (node, isTwofold) = aisleNodes[aisle][place]
      return isTwofold ? [node, node + 1] : [node]
    }
  }

  private static func place(of y: Int, in ys: [Int]) -> Int? {
    var low = 0
    var high = ys.count
    while low < high {
      let middle = (low + high) / 2
      if ys[middle] < y { low = middle + 1 } else { high = middle }
    }
    return low < ys.count && ys[low] == y ? low : nil
  }

  private mutating func addAisles(
    _ layout: AisleLayout, _ places: [WalkPlace], _ steps: inout [(tail: Int, arc: Arc)]
  ) {
    var ys = [[Int]](repeating: layout.crossAisles, count: layout.aisles.count)
    var segments = [[AisleSegment]](repeating: [], count: layout.aisles.count)
    for segment in layout.aisleSegments {
      ys[segment.aisle] += [segment.from, segment.to]
      segments[segment.aisle].append(segment)
    }
    for place in places {
      for point in place.points {
        if case .aisle(let aisle, let y) = point { ys[aisle].append(y) }
      }
    }
    for aisle in ys.indices {
      var distinct: [Int] = []
      for y in ys[aisle].sorted() where distinct.last != y { distinct.append(y) }
      aisleYs.append(distinct)
      aisleNodes.append([])
      for y in distinct {
        let isTwofold =
          segments[aisle].contains { $0.rule == .noTurn && $0.from < y && y < $0.to }
          && !layout.crossAisles.contains(y)
        aisleNodes[aisle].append((points.count, isTwofold))
        points += [WalkPoint](repeating: .aisle(aisle, y: y), count: isTwofold ? 2 : 1)
      }
      for (place, y) in distinct.enumerated().dropFirst() {
        let (low, high) = (aisleNodes[aisle][place - 1], aisleNodes[aisle][place])
        let length = y - distinct[place - 1]
        let rules = segments[aisle].filter { $0.from < y && $0.to > distinct[place - 1] }
          .map(\.rule)
        guard !rules.contains(.closed) else { continue }
        if !rules.contains(.down) {
          steps.append((low.node, Arc(head: high.node, length: length)))
        }
        if !rules.contains(.up) {
          steps.append(
            (
              high.node + (high.isTwofold ? 1 : 0),
              Arc(head: low.node + (low.isTwofold ? 1 : 0), length: length)
            ))
        }
      }
    }
  }

  private func addCrossAisles(
    _ layout: AisleLayout, _ steps: inout [(tail: Int, arc: Arc)]
  ) {
    for (crossAisle, y) in layout.crossAisles.enumerated() {
      let segments = layout.crossAisleSegments.filter { $0.crossAisle == crossAisle }
      var before: Int?
      for aisle in layout.aisles.indices {
        let here = nodes(at: .aisle(aisle, y: y))[0]
        if let before {
          let length = layout.aisles[aisle] - layout.aisles[aisle - 1]
          let rules = segments.filter { $0.from < aisle && $0.to >= aisle }.map(\.rule)
          if !rules.contains(.closed) {
            if !rules.contains(.left) { steps.append((before, Arc(head: here, length: length))) }
            if !rules.contains(.right) { steps.append((here, Arc(head: before, length: length))) }
          }
        }
        before = here
      }
    }
  }
}

extension WalkPlace {
  /// The points of the floor this place is at or joined to.
  var points: [WalkPoint] {
    switch self {
    case .at(let point): [point]
    case .offGrid(let links): links.map(\.point)
    }
  }
}

/// The points a rule of thumb leads through, in order.
struct PolicyWalk {
  private let layout: AisleLayout
  private let start: Place
  /// The points to visit in the order of the grid, each once.
  private let stops: [GridPoint]

  init(_ request: TourRequest) {
    layout = request.layout
    start = request.start
    stops = request.distinctStops
  }

  func points(by policy: Policy) -> [GridPoint] {
    switch policy {
    case .binCode: stops
    case .serpentine: serpentine
    case .nearest: nearest
    case .sShape, .largestGap, .returning, .midpoint, .combined: blockwise(policy)
    }
  }

  private var serpentine: [GridPoint] {
    stops.sorted {
      if $0.aisle != $1.aisle { return $0.aisle < $1.aisle }
      return $0.aisle.isMultiple(of: 2) ? $0.y < $1.y : $0.y > $1.y
    }
  }

  private var nearest: [GridPoint] {
    var left = stops
    var order: [GridPoint] = []
    var at = start
    while !left.isEmpty {
      var best = (index: 0, length: Int.max)
      for (index, stop) in left.enumerated() {
        let length = layout.knownDistance(at, .aisle(stop.aisle, y: stop.y))
        if length < best.length { best = (index, length) }
      }
      let next = left.remove(at: best.index)
      order.append(next)
      at = .aisle(next.aisle, y: next.y)
    }
    return order
  }

  /// From the farthest block with stops back to the front.
  private func blockwise(_ policy: Policy) -> [GridPoint] {
    var blocks = (0..<layout.blockCount).map { block in
      PolicyBlock(
        low: layout.crossAisles[block], high: layout.crossAisles[block + 1],
        stops: stops.filter { self.block(of: $0) == block })
    }
    guard let farthest = blocks.lastIndex(where: { !$0.isEmpty }) else { return [] }
    // On the way there the leftmost aisle with stops is walked up, which takes its nearer stops.
    let left = stops[0].aisle
    var points = [GridPoint(aisle: left, y: layout.crossAisles[0])]
    for block in 0..<farthest { points += blocks[block].removing(aisle: left) }
    points.append(GridPoint(aisle: left, y: layout.crossAisles[farthest]))
    for block in (0...farthest).reversed() where !blocks[block].isEmpty {
      let last = points[points.count - 1]
      points += blocks[block].points(
        by: policy, from: last.aisle, atFront: block == farthest, layout.aisles)
    }
    return points
  }

  /// A point on a cross-aisle belongs to the block behind it, on the last one to the block before.
  private func block(of point: GridPoint) -> Int {
    let behind = layout.crossAisles.lastIndex { $0 <= point.y } ?? 0
    return min(behind, layout.blockCount - 1)
  }
}

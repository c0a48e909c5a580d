extension AisleLayout {
  /// The shortest walk between two places along aisles and cross-aisles, in millimeters.
  ///
  /// A point beside the grid is reached by one of its links; a place is 0 mm from itself. Closed and
  /// one-way stretches are honored; a way from place to place never turns round.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on this layout, with code
  ///   `unreachable` where no way leads from the first to the second.
  /// - Complexity: O(cross-aisles), times the links of each point beside the grid; with closed or
  ///   one-way stretches O(cross-aisles * cross-aisles) once the ways of the floor are known.
  public func distance(_ a: Place, _ b: Place) throws(RoutingError) -> Int {
    try check(a, "first place")
    try check(b, "second place")
    let length = knownDistance(a, b)
    guard length < Self.noWay else {
      throw RoutingError(.unreachable, "no way leads from the first place to the second")
    }
    return length
  }

  /// The length of visiting places in the given order, in millimeters, each leg the shortest.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on this layout, with code
  ///   `unreachable` where no way leads from one to the next.
  public func length(of places: [Place]) throws(RoutingError) -> Int {
    for (index, place) in places.enumerated() { try check(place, "place \(index)") }
    var sum = 0
    for (index, (a, b)) in zip(places, places.dropFirst()).enumerated() {
      let length = knownDistance(a, b)
      guard length < Self.noWay else {
        throw RoutingError(
          .unreachable, "no way leads from place \(index) to place \(index + 1)")
      }
      sum += length
    }
    return sum
  }

  /// More than any distance: there is no way.
  static let noWay = 1 << 58

  /// `distance` for places known to be on the layout.
  func knownDistance(_ a: Place, _ b: Place) -> Int {
    if a == b { return 0 }
    let starts = terminals(of: a)
    let ends = terminals(of: b)
    return bestPair(starts, ends).length
  }

  /// The cheapest way from one of the starts to one of the ends; the first wins a tie.
  func bestPair(
    _ starts: [Terminal], _ ends: [Terminal]
  ) -> (start: Terminal, end: Terminal, length: Int) {
    var best = (start: starts[0], end: ends[0], length: Int.max)
    for start in starts {
      for end in ends {
        let length = start.length + distance(start.point, end.point) + end.length
        if length < best.length { best = (start, end, length) }
      }
    }
    return best
  }

  /// The shortest walk between two points of the grid, `noWay` or more where there is none.
  func distance(_ a: GridPoint, _ b: GridPoint) -> Int {
    if let ways { return ruledWay(a, b, ways).length }
    guard a.aisle != b.aisle else { return abs(a.y - b.y) }
    let y = crossing(a, b)
    return abs(aisles[a.aisle] - aisles[b.aisle]) + abs(a.y - y) + abs(b.y - y)
  }

  /// The y of the cross-aisle by which the walk between two aisles is shortest; the lowest wins.
  private func crossing(_ a: GridPoint, _ b: GridPoint) -> Int {
    var best = crossAisles[0]
    var detour = Int.max
    for y in crossAisles {
      let length = abs(a.y - y) + abs(b.y - y)
      if length < detour { (best, detour) = (y, length) }
    }
    return best
  }

  /// The points after `a` at which the shortest walk to `b` turns, and `b`.
  func corners(from a: GridPoint, to b: GridPoint) -> [GridPoint] {
    guard a != b else { return [] }
    if let ways {
      guard let (from, to) = ruledWay(a, b, ways).junctions else { return [b] }
      return ways.path(from, to).map {
        GridPoint(aisle: $0 / crossAisles.count, y: crossAisles[$0 % crossAisles.count])
      } + [b]
    }
    guard a.aisle != b.aisle else { return [b] }
    let y = crossing(a, b)
    return [GridPoint(aisle: a.aisle, y: y), GridPoint(aisle: b.aisle, y: y), b]
  }

  /// The shortest walk where not all ways are open: straight on, or from the first of two junctions
  /// to the second.
  private func ruledWay(
    _ a: GridPoint, _ b: GridPoint, _ ways: JunctionWays
  ) -> (length: Int, junctions: (Int, Int)?) {
    var best: (length: Int, junctions: (Int, Int)?) = (Self.noWay, nil)
    if a.aisle == b.aisle, self.canWalk(a.aisle, a.y, b.y) { best.length = abs(a.y - b.y) }
    // At a junction inside a closed stretch one cannot walk along the aisle, but stand.
    func canWalk(_ point: GridPoint, to y: Int, back: Bool) -> Bool {
      point.y == y || self.canWalk(point.aisle, back ? y : point.y, back ? point.y : y)
    }
    for from in junctions(beside: a) where canWalk(a, to: crossAisles[from], back: false) {
      let start = a.aisle * crossAisles.count + from
      let lengths = ways.lengths(from: start)
      for to in junctions(beside: b) where canWalk(b, to: crossAisles[to], back: true) {
        let end = b.aisle * crossAisles.count + to
        guard lengths[end] < .max else { continue }
        let length =
          abs(a.y - crossAisles[from]) + lengths[end] + abs(b.y - crossAisles[to])
        if length < best.length { best = (length, (start, end)) }
      }
    }
    return best
  }

  /// The cross-aisles next to a point, or the one it lies on.
  private func junctions(beside point: GridPoint) -> ClosedRange<Int> {
    let above = crossAisles.firstIndex { $0 >= point.y } ?? crossAisles.count - 1
    return crossAisles[above] == point.y ? above...above : above - 1...above
  }
}

extension AisleLayout {
  /// The shortest walk between two places along aisles and cross-aisles, in millimeters.
  ///
  /// A point beside the grid is reached by one of its links; a place is 0 mm from itself.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on this layout.
  /// - Complexity: O(cross-aisles), times the links of each point beside the grid.
  public func distance(_ a: Place, _ b: Place) throws(RoutingError) -> Int {
    try check(a, "first place")
    try check(b, "second place")
    return knownDistance(a, b)
  }

  /// The length of visiting places in the given order, in millimeters, each leg the shortest.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on this layout.
  public func length(of places: [Place]) throws(RoutingError) -> Int {
    for (index, place) in places.enumerated() { try check(place, "place \(index)") }
    return zip(places, places.dropFirst()).reduce(0) { $0 + knownDistance($1.0, $1.1) }
  }

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

  /// The shortest walk between two points of the grid.
  func distance(_ a: GridPoint, _ b: GridPoint) -> Int {
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
    guard a.aisle != b.aisle else { return [b] }
    let y = crossing(a, b)
    return [GridPoint(aisle: a.aisle, y: y), GridPoint(aisle: b.aisle, y: y), b]
  }
}

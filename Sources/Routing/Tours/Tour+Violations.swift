extension Tour {
  /// What is wrong with this tour as an answer to a request; empty where it holds together.
  ///
  /// Walks the path anew, without anything the solver knew: every leg lies in an aisle or a
  /// cross-aisle, the length is that of path and links, every stop is passed where `stopOffsets`
  /// says, the walk starts and ends where it was told to, and the bound does not exceed the length.
  /// The walk goes through no closed stretch and against no one-way stretch, and turns nowhere where
  /// nobody may.
  /// Whether the bound is true cannot be seen from the tour.
  public func violations(of request: TourRequest) -> [String] {
    var found: [String] = []
    if order.sorted() != Array(request.stops.indices) { found.append("order is no permutation") }
    if stopOffsets.count != order.count { found.append("offsets do not match the order") }
    if zip(stopOffsets, stopOffsets.dropFirst()).contains(where: { $0.0 > $0.1 }) {
      found.append("offsets go back")
    }
    if lowerBound > length { found.append("bound \(lowerBound) exceeds length \(length)") }
    found += endViolations(of: request)
    guard !path.isEmpty else {
      if length != 0 || !order.isEmpty { found.append("path is empty") }
      return found
    }
    found += legViolations(on: request.layout)
    if !request.layout.isUnrestricted { found += ruleViolations(on: request.layout) }
    let walked = (startLink?.length ?? 0) + pathLength + (endLink?.length ?? 0)
    if walked != length { found.append("path is \(walked) mm, length says \(length)") }
    for (stop, offset) in zip(order, stopOffsets) where request.stops.indices.contains(stop) {
      let point = request.stopPoints[stop]
      let expected = FloorPoint(x: request.layout.aisles[point.aisle], y: point.y)
      let passed = self.point(at: offset - (startLink?.length ?? 0))
      if passed != expected { found.append("stop \(stop) is not passed after \(offset) mm") }
    }
    return found
  }

  /// The point of the path after so many millimeters of it, nil beyond its ends.
  private func point(at offset: Int) -> FloorPoint? {
    var rest = offset
    guard rest >= 0, var here = path.first else { return nil }
    for next in path.dropFirst() {
      let leg = abs(next.x - here.x) + abs(next.y - here.y)
      if rest <= leg {
        return FloorPoint(
          x: here.x + (next.x - here.x).signum() * rest,
          y: here.y + (next.y - here.y).signum() * rest)
      }
      rest -= leg
      here = next
    }
    return rest == 0 ? here : nil
  }

  private var pathLength: Int {
    zip(path, path.dropFirst()).reduce(0) { $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y) }
  }

  private func legViolations(on layout: AisleLayout) -> [String] {
    let across = layout.aisles[0]...layout.aisles[layout.aisles.count - 1]
    let along = layout.crossAisles[0]...layout.crossAisles[layout.crossAisles.count - 1]
    let ends = [(path[0], path[0])]
    return (ends + zip(path, path.dropFirst())).compactMap { a, b in
      let inside = [a, b].allSatisfy { across.contains($0.x) && along.contains($0.y) }
      let vertical = a.x == b.x && layout.aisles.contains(a.x)
      let horizontal = a.y == b.y && layout.crossAisles.contains(a.y)
      return inside && (vertical || horizontal) ? nil : "no way from \(a) to \(b)"
    }
  }

  /// Walks through closed stretches, against one-way stretches, and turns where nobody may.
  private func ruleViolations(on layout: AisleLayout) -> [String] {
    var found: [String] = []
    for (a, b) in zip(path, path.dropFirst()) {
      if a.x == b.x {
        guard let aisle = layout.aisles.firstIndex(of: a.x) else { continue }
        if !layout.canWalk(aisle, a.y, b.y) { found.append("may not walk from \(a) to \(b)") }
      } else if let crossAisle = layout.crossAisles.firstIndex(of: a.y),
        let from = layout.aisles.lastIndex(where: { $0 <= min(a.x, b.x) }),
        let to = layout.aisles.firstIndex(where: { $0 >= max(a.x, b.x) })
      {
        let (first, last) = a.x < b.x ? (from, to) : (to, from)
        if !layout.canCross(crossAisle, first, last) {
          found.append("may not walk from \(a) to \(b)")
        }
      }
    }
    for ((a, b), c) in zip(zip(path, path.dropFirst()), path.dropFirst(2))
    where a.x == b.x && b.x == c.x && (b.y - a.y).signum() != (c.y - b.y).signum() {
      let isForbidden = layout.aisleSegments.contains {
        $0.rule == .noTurn && layout.aisles[$0.aisle] == b.x && $0.from < b.y && b.y < $0.to
      }
      if isForbidden, !layout.crossAisles.contains(b.y) { found.append("may not turn at \(b)") }
    }
    return found
  }

  private func endViolations(of request: TourRequest) -> [String] {
    var found: [String] = []
    let layout = request.layout
    func fits(_ place: Place, _ link: Link?, _ point: FloorPoint?) -> Bool {
      layout.terminals(of: place).contains {
        $0.link == link && FloorPoint(x: layout.aisles[$0.point.aisle], y: $0.point.y) == point
      }
    }
    let stays = path.isEmpty
    if !stays, !fits(request.start, startLink, path.first) { found.append("starts elsewhere") }
    if let end {
      guard request.ends.indices.contains(end) else { return found + ["ends nowhere"] }
      let reached =
        stays ? request.ends[end] == request.start : fits(request.ends[end], endLink, path.last)
      if !reached { found.append("ends elsewhere") }
    } else {
      if !request.ends.isEmpty { found.append("names no end") }
      let walked = order.isEmpty ? 0 : stopOffsets.last
      if walked != length { found.append("goes on after the last stop") }
    }
    return found
  }
}

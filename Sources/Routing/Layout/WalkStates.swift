/// Every place of a floor with rules, twice where one may not turn: on the way up and on the way
/// down; and the ways between.
///
/// Tells what can be walked: one-way stretches, closed ones and those without turning are all in
/// the ways. Only the places that matter are in it: junctions, ends of stretches, given points.
struct WalkStates {
  private var states: [GridPoint: [Int]] = [:]
  /// For each state those reached next, and those it is reached from.
  private var forward: [[Int]] = []
  private var backward: [[Int]] = []

  /// - Complexity: O(junctions + segments * segments of an aisle + points).
  init(_ layout: AisleLayout, _ points: [GridPoint]) {
    var heights = [Set<Int>](repeating: Set(layout.crossAisles), count: layout.aisles.count)
    for point in points { heights[point.aisle].insert(point.y) }
    for segment in layout.aisleSegments {
      heights[segment.aisle].formUnion([segment.from, segment.to])
    }
    for aisle in layout.aisles.indices {
      addAisle(aisle, heights[aisle].sorted(), layout)
    }
    for (number, y) in layout.crossAisles.enumerated() {
      let segments = layout.crossAisleSegments.filter { $0.crossAisle == number }
      for aisle in layout.aisles.indices.dropLast() {
        let rules = segments.filter { $0.from <= aisle && aisle < $0.to }.map(\.rule)
        let here = self[GridPoint(aisle: aisle, y: y)][0]
        let next = self[GridPoint(aisle: aisle + 1, y: y)][0]
        if rules.contains(.closed) { continue }
        if !rules.contains(.left) { join(here, next) }
        if !rules.contains(.right) { join(next, here) }
      }
    }
  }

  /// The states of a place: one, or on the way up and on the way down.
  private subscript(point: GridPoint) -> [Int] { states[point] ?? [] }

  private mutating func addAisle(_ aisle: Int, _ heights: [Int], _ layout: AisleLayout) {
    let segments = layout.aisleSegments.filter { $0.aisle == aisle }
    for y in heights {
      let mayTurn =
        layout.crossAisles.contains(y)
        || !segments.contains { $0.rule == .noTurn && $0.from < y && y < $0.to }
      let new = (0..<(mayTurn ? 1 : 2)).map { forward.count + $0 }
      for _ in new {
        forward.append([])
        backward.append([])
      }
      states[GridPoint(aisle: aisle, y: y)] = new
    }
    for (low, high) in zip(heights, heights.dropFirst()) {
      let rules = segments.filter { $0.from <= low && high <= $0.to }.map(\.rule)
      if rules.contains(.closed) { continue }
      let below = self[GridPoint(aisle: aisle, y: low)]
      let above = self[GridPoint(aisle: aisle, y: high)]
      if !rules.contains(.down) { join(below[0], above[0]) }
      if !rules.contains(.up) { join(above[above.count - 1], below[below.count - 1]) }
    }
  }

  private mutating func join(_ from: Int, _ to: Int) {
    forward[from].append(to)
    backward[to].append(from)
  }

  /// Which points can be reached from some of the given ones.
  func reached(from points: [GridPoint]) -> Reach {
    Reach(states: states, isReached: search(points.flatMap { self[$0] }, forward))
  }

  /// From which points some of the given ones can be reached.
  func reaching(_ points: [GridPoint]) -> Reach {
    Reach(states: states, isReached: search(points.flatMap { self[$0] }, backward))
  }

  /// Whether there is a state of a point from which, and to which again, one can walk by all
  /// points; from some of `starts`, and to some of `ends`.
  func canVisit(_ points: [GridPoint], from starts: [GridPoint], to ends: [GridPoint]) -> Bool {
    guard let first = points.first else { return true }
    return self[first].contains { state in
      let after = search([state], forward)
      let before = search([state], backward)
      func any(_ point: GridPoint, _ holds: (Int) -> Bool) -> Bool {
        self[point].contains(where: holds)
      }
      return points.allSatisfy { any($0) { after[$0] && before[$0] } }
        && starts.contains { any($0) { before[$0] } }
        && (ends.isEmpty || ends.contains { any($0) { after[$0] } })
    }
  }

  private func search(_ from: [Int], _ ways: [[Int]]) -> [Bool] {
    var seen = [Bool](repeating: false, count: forward.count)
    var open = from
    for state in from { seen[state] = true }
    while let state = open.popLast() {
      for next in ways[state] where !seen[next] {
        seen[next] = true
        open.append(next)
      }
    }
    return seen
  }

  /// The points found by a search.
  struct Reach {
    fileprivate let states: [GridPoint: [Int]]
    fileprivate let isReached: [Bool]

    func contains(_ point: GridPoint) -> Bool {
      states[point]?.contains { isReached[$0] } ?? false
    }
  }
}

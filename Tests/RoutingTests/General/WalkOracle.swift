import Routing

/// The shortest walk of a small request by trying everything, written without the solver's network.
///
/// The floor is a list of points with a heading each (up, down); at a point where one may turn the
/// two headings are joined by a step of no length. Distances by Floyd and Warshall; then all orders
/// of the stops and all headings.
struct WalkOracle {
  private static let far = 1 << 40
  private let request: WalkParts
  private var numbers: [WalkPoint: Int] = [:]
  private var points: [WalkPoint] = []
  private var lengths: [[Int]] = []
  private var best = Int.max

  /// The length of the shortest walk, nil where there is none.
  static func length(_ request: WalkParts) -> Int? {
    var oracle = WalkOracle(request)
    oracle.tryAll()
    return oracle.best == .max ? nil : oracle.best
  }

  private init(_ request: WalkParts) {
    self.request = request
    for place in [request.start] + request.ends + request.stops.map(\.place) {
      switch place {
      case .at(let point): add(point)
      case .offGrid(let links): for link in links { add(link.point) }
      }
    }
    switch request.floor {
    case .graph(let graph):
      for name in graph.nodes { add(.node(name)) }
      makeRoom()
      for node in points.indices { joinHeadings(node) }
      for edge in graph.edges {
        join(at(.node(edge.from)), at(.node(edge.to)), edge.length)
        join(at(.node(edge.to)), at(.node(edge.from)), edge.length)
      }
      for edge in graph.oneWay {
        join(at(.node(edge.from)), at(.node(edge.to)), edge.length)
      }
    case .aisles(let layout): addAisles(layout)
    }
    for middle in lengths.indices {
      for a in lengths.indices where lengths[a][middle] < Self.far {
        for b in lengths.indices {
          lengths[a][b] = min(lengths[a][b], lengths[a][middle] + lengths[middle][b])
        }
      }
    }
  }

  private mutating func add(_ point: WalkPoint) {
    guard numbers[point] == nil else { return }
    numbers[point] = points.count
    points.append(point)
  }

  private func at(_ point: WalkPoint) -> Int { 2 * (numbers[point] ?? 0) }

  private mutating func makeRoom() {
    lengths = [[Int]](
      repeating: [Int](repeating: Self.far, count: 2 * points.count), count: 2 * points.count)
    for node in lengths.indices { lengths[node][node] = 0 }
  }

  private mutating func join(_ a: Int, _ b: Int, _ length: Int) {
    lengths[a][b] = min(lengths[a][b], length)
  }

  private mutating func joinHeadings(_ number: Int) {
    join(2 * number, 2 * number + 1, 0)
    join(2 * number + 1, 2 * number, 0)
  }

  private mutating func addAisles(_ layout: AisleLayout) {
    for aisle in layout.aisles.indices {
      for y in layout.crossAisles { add(.aisle(aisle, y: y)) }
      for segment in layout.aisleSegments where segment.aisle == aisle {
        add(.aisle(aisle, y: segment.from))
        add(.aisle(aisle, y: segment.to))
      }
    }
    makeRoom()
    for (number, point) in points.enumerated() {
      guard case .aisle(let aisle, let y) = point else { continue }
      let here = layout.aisleSegments.filter { $0.aisle == aisle }
      let mayTurn =
        layout.crossAisles.contains(y)
        || !here.contains { $0.rule == .noTurn && $0.from < y && y < $0.to }
      if mayTurn { joinHeadings(number) }
      for (other, otherPoint) in points.enumerated() {
        guard case .aisle(let otherAisle, let otherY) = otherPoint else { continue }
        if otherAisle == aisle, otherY > y {
          let between = points.contains {
            if case .aisle(aisle, let middle) = $0 { return y < middle && middle < otherY }
            return false
          }
          let rules = here.filter { $0.from < otherY && $0.to > y }.map(\.rule)
          if between || rules.contains(.closed) { continue }
          if !rules.contains(.down) { lengths[2 * number][2 * other] = otherY - y }
          if !rules.contains(.up) { lengths[2 * other + 1][2 * number + 1] = otherY - y }
        }
        if otherAisle == aisle + 1, otherY == y, let row = layout.crossAisles.firstIndex(of: y) {
          let length = layout.aisles[otherAisle] - layout.aisles[aisle]
          let rules = layout.crossAisleSegments.filter {
            $0.crossAisle == row && $0.from <= aisle && $0.to >= otherAisle
          }.map(\.rule)
          if rules.contains(.closed) { continue }
          if !rules.contains(.left) { join(2 * number, 2 * other, length) }
          if !rules.contains(.right) { join(2 * other, 2 * number, length) }
        }
      }
    }
  }

  /// The nodes by which a place is left or reached, and the lengths of the links.
  private func doors(_ place: WalkPlace) -> [(node: Int, length: Int)] {
    switch place {
    case .at(let point): [(at(point), 0), (at(point) + 1, 0)]
    case .offGrid(let links):
      links.flatMap { [(at($0.point), $0.length), (at($0.point) + 1, $0.length)] }
    }
  }

  private mutating func tryAll() {
    visit(
      from: request.start, doors(request.start), walked: 0, Array(request.stops.indices))
  }

  private func distance(
    _ from: [(node: Int, length: Int)], _ to: [(node: Int, length: Int)]
  ) -> Int {
    var least = Self.far
    for a in from {
      for b in to { least = min(least, a.length + lengths[a.node][b.node] + b.length) }
    }
    return least
  }

  private mutating func visit(
    from place: WalkPlace, _ doors: [(node: Int, length: Int)], walked: Int, _ left: [Int]
  ) {
    guard walked < best else { return }
    if left.isEmpty {
      let ends = request.ends.map {
        $0 == place && isOffGrid(place) ? 0 : distance(doors, self.doors($0))
      }
      let last = request.ends.isEmpty ? 0 : ends.min() ?? Self.far
      let stays = left.count == request.stops.count && request.ends.contains(place)
      if stays { best = 0 } else if last < Self.far { best = min(best, walked + last) }
      return
    }
    for (index, stop) in left.enumerated() {
      let here = request.stops[stop]
      let isBlocked = request.before.contains { rule in
        rule.later == here.id && left.contains { request.stops[$0].id == rule.first }
      }
      if isBlocked { continue }
      var rest = left
      rest.remove(at: index)
      let all = self.doors(here.place)
      for choice in isOffGrid(here.place) ? [all] : all.map({ [$0] }) {
        let leg =
          here.place == place && isOffGrid(place) ? 0 : distance(doors, choice)
        guard leg < Self.far, walked + leg <= here.due ?? .max else { continue }
        visit(from: here.place, choice, walked: walked + leg, rest)
      }
    }
  }

  private func isOffGrid(_ place: WalkPlace) -> Bool {
    switch place {
    case .at: false
    case .offGrid: true
    }
  }
}

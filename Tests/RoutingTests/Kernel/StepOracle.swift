import Routing

/// The shortest walk by taking one step of a millimeter at a time on a tiny floor with rules.
///
/// Knows nothing of blocks or tours: Dijkstra's algorithm over where one stands, which way one
/// faces, and which stops one has come by. One faces up or down; one faces about where there is a
/// cross-aisle, and where no stretch forbids it.
struct StepOracle {
  private struct State: Hashable {
    var aisle: Int
    var y: Int
    var facesUp: Bool
    var visited: Int
  }

  private let layout: AisleLayout
  private let request: TourRequest
  private var lengths: [State: Int] = [:]
  private var open: [Int: [State]] = [:]

  /// The length of the shortest walk, nil where there is none.
  ///
  /// - Parameters:
  ///   - request: what to visit, on the floor without its rules.
  ///   - layout: the floor with its rules.
  static func length(_ request: TourRequest, on layout: AisleLayout) -> Int? {
    let stays = request.ends.isEmpty || request.ends.contains(request.start)
    if request.stops.isEmpty, stays { return 0 }
    var oracle = StepOracle(layout: layout, request: request)
    return oracle.search()
  }

  private init(layout: AisleLayout, request: TourRequest) {
    self.layout = layout
    self.request = request
  }

  private mutating func search() -> Int? {
    let all = (1 << request.stops.count) - 1
    for (place, cost) in points(of: request.start) {
      for facesUp in [true, false] {
        reach(State(aisle: place.0, y: place.1, facesUp: facesUp, visited: 0), cost)
      }
    }
    let ends = request.ends.flatMap { points(of: $0) }
    var best: Int?
    var length = 0
    while length <= best ?? .max, let last = open.keys.max(), length <= last {
      while let state = open[length]?.popLast() {
        guard lengths[state] == length else { continue }
        if state.visited == all {
          if request.ends.isEmpty { return length }
          for (place, cost) in ends where place == (state.aisle, state.y) {
            best = min(best ?? .max, length + cost)
          }
        }
        step(from: state, length)
      }
      open[length] = nil
      length += 1
    }
    return best
  }

  /// Where one stands at a place; nobody can stand inside a closed stretch.
  private func points(of place: Place) -> [((Int, Int), Int)] {
    let points =
      switch place {
      case .aisle(let aisle, let y): [((aisle, y), 0)]
      case .offGrid(let links): links.map { (($0.aisle, $0.y), $0.length) }
      }
    return points.filter { point, _ in
      layout.crossAisles.contains(point.1)
        || !layout.aisleSegments.contains {
          $0.rule == .closed && $0.aisle == point.0 && $0.from < point.1 && point.1 < $0.to
        }
    }
  }

  private mutating func reach(_ state: State, _ length: Int) {
    var state = state
    for (stop, place) in request.stops.enumerated()
    where place == .aisle(state.aisle, y: state.y) {
      state.visited |= 1 << stop
    }
    guard length < lengths[state] ?? .max else { return }
    lengths[state] = length
    open[length, default: []].append(state)
  }

  private mutating func step(from state: State, _ length: Int) {
    let cross = layout.crossAisles.firstIndex(of: state.y)
    let rules = layout.aisleSegments.filter { $0.aisle == state.aisle }
    let isNarrow = rules.contains { $0.rule == .noTurn && $0.from < state.y && state.y < $0.to }
    if cross != nil || !isNarrow {
      var about = state
      about.facesUp.toggle()
      reach(about, length)
    }
    let y = state.facesUp ? state.y + 1 : state.y - 1
    let isClosed = rules.contains {
      $0.rule == .closed && $0.from <= min(y, state.y) && max(y, state.y) <= $0.to
    }
    if layout.crossAisles[0] <= y, y <= layout.crossAisles[layout.crossAisles.count - 1], !isClosed
    {
      var next = state
      next.y = y
      reach(next, length + 1)
    }
    guard let cross else { return }
    for aisle in [state.aisle - 1, state.aisle + 1] where layout.aisles.indices.contains(aisle) {
      let left = min(aisle, state.aisle)
      let isClosed = layout.crossAisleSegments.contains {
        $0.rule == .closed && $0.crossAisle == cross && $0.from <= left && left < $0.to
      }
      if isClosed { continue }
      var next = state
      next.aisle = aisle
      reach(next, length + abs(layout.aisles[aisle] - layout.aisles[state.aisle]))
    }
  }
}

/// Walks a sequence of states on the floor and notes the way.
struct WalkTracer {
  private let request: WalkRequest
  private var finder: WayFinder
  private var order: [Int] = []
  private var offsets: [Int] = []
  private var path: [WalkPlace] = []
  private var walked = 0
  private var isDone: [Bool]
  /// The visits at each node.
  private var visitsAt: [[Int]]
  /// The link by which the place stood at was reached.
  private var arrival: WalkLink?

  /// The walk of a request in a given order of states.
  ///
  /// - Complexity: O(states * walkways) and a logarithm, mostly far less: legs are short.
  static func walk(
    _ request: WalkRequest, states: [Int], lowerBound: Int, method: WalkMethod
  ) -> Walk {
    var tracer = WalkTracer(request)
    return tracer.run(states, lowerBound, method)
  }

  private init(_ request: WalkRequest) {
    self.request = request
    finder = WayFinder(request.network)
    isDone = [Bool](repeating: false, count: request.legs.visitCount)
    visitsAt = [[Int]](repeating: [], count: request.network.points.count)
    let legs = request.legs
    for state in 0..<legs.stateCount {
      for door in legs.doors[state] where door.link == nil {
        visitsAt[door.node].append(legs.visitOfState[state])
      }
    }
  }

  private mutating func run(_ states: [Int], _ lowerBound: Int, _ method: WalkMethod) -> Walk {
    let legs = request.legs
    var here = request.start
    var doors = request.network.doors(of: here)
    if case .at(let point) = here {
      path = [here]
      if states.isEmpty, request.ends.isEmpty || legs[legs.depot, legs.depot] == 0 {
        append(point)
      }
    }
    for state in states where !isAllDone {
      let visit = legs.visitOfState[state]
      let place = request.stops[legs.visits[visit][0]].place
      if place != here || doors[0].link == nil {
        go(from: here, doors, to: place, legs.doors[state])
      }
      (here, doors) = (place, legs.doors[state])
      visitNow(visit)
    }
    let end = legs.nearestEnd[states.last ?? legs.depot]
    if let end {
      let place = request.ends[end]
      if place != here {
        go(from: here, doors, to: place, request.network.doors(of: place))
      }
    }
    if let arrival { path.append(.offGrid([arrival])) }
    return Walk(
      order: order, stopOffsets: offsets, length: walked,
      lowerBound: min(lowerBound, walked), path: path, end: end, method: method)
  }

  private var isAllDone: Bool { order.count == request.stops.count }

  private mutating func go(
    from here: WalkPlace, _ sources: [Door], to place: WalkPlace, _ targets: [Door]
  ) {
    guard let (target, _) = finder.search(from: sources, to: targets) else { return }
    let way = finder.way(to: target.node)
    let source = sources.first { $0.node == way[0] && $0.length == finder.distances[way[0]] }
    if let number = source?.link, let link = here.link(number) {
      path.append(.offGrid((arrival.map { [$0] } ?? []) + [link]))
      arrival = nil
      walked += link.length
    }
    let before = walked - finder.distances[way[0]]
    for node in way {
      walked = before + finder.distances[node]
      append(request.network.points[node])
      pass(node)
      if isAllDone && request.ends.isEmpty { return }
    }
    if let number = target.link, let link = place.link(number) {
      walked += link.length
      arrival = link
    }
  }

  /// Visits everything at a node whose turn has come.
  private mutating func pass(_ node: Int) {
    var goesOn = true
    while goesOn {
      goesOn = false
      for visit in visitsAt[node] where !isDone[visit] {
        guard request.predecessors[visit].allSatisfy({ isDone[$0] }) else { continue }
        visitNow(visit)
        goesOn = true
      }
    }
  }

  private mutating func visitNow(_ visit: Int) {
    guard !isDone[visit] else { return }
    isDone[visit] = true
    order += request.legs.visits[visit]
    offsets += [Int](repeating: walked, count: request.legs.visits[visit].count)
  }

  /// Adds a point, dropping the one before where the walk goes straight on through it.
  private mutating func append(_ point: WalkPoint) {
    if path.last == .at(point) { return }
    if path.count >= 2, case .at(.aisle(let aisle, let y)) = path[path.count - 1],
      case .at(.aisle(let lastAisle, let lastY)) = path[path.count - 2],
      case .aisle(let nextAisle, let nextY) = point,
      (aisle - lastAisle).signum() == (nextAisle - aisle).signum(),
      (y - lastY).signum() == (nextY - y).signum()
    {
      path.removeLast()
    }
    path.append(.at(point))
  }
}

extension WalkPlace {
  /// The link of a number, nil on the grid.
  fileprivate func link(_ number: Int) -> WalkLink? {
    switch self {
    case .at: nil
    case .offGrid(let links): links[number]
    }
  }
}

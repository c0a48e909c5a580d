/// The shortest walk known to be found for any request: exact where that is quick, else searched
/// with a lower bound.
///
/// In this order: the program over the aisles (`ExactTourSolver`) where it can say all of the
/// request; the program over sets of stops up to about 16 stops, with precedence, deadlines and
/// everything else exact; else local search (`RoundSearch` where legs are as long back as forth
/// and there are no rules, `SequenceSearch` otherwise) in turns with branch and bound over 1-trees
/// (`RoundBranching`), which proves the walk or says how far it may be from the shortest.
public struct WalkSolver: Sendable {
  /// Graphs with more nodes get the simple bound only: a 1-tree takes the square of them.
  private static let mostNodes = 2500
  /// Programs over the aisles up to this many cross-aisles take well under a millisecond.
  private static let quickCrossAisles = 4

  /// A solver without settings.
  public init() {}

  /// A walk that answers the request.
  ///
  /// - Throws: `RoutingError` with code `deadline` where no walk keeps the deadlines, or none was
  ///   found within the limit: the sentence tells which.
  public func solve(
    _ request: WalkRequest, limit: SearchLimit = .standard
  ) throws(RoutingError) -> Walk {
    if case .aisles(let layout) = request.floor, !layout.hasOneWay,
      layout.crossAisles.count <= ExactTourSolver.mostCrossAisles,
      let tourRequest = request.tourRequest, let tour = try? ExactTourSolver().solve(tourRequest)
    {
      return Walk(tour, of: layout, method: .aisleProgram)
    }
    return try search(request, limit: limit)
  }

  /// `solve` without the program over the aisles.
  func search(_ request: WalkRequest, limit: SearchLimit) throws(RoutingError) -> Walk {
    guard let program = SubsetProgram(request) else {
      return try searchMany(request, limit: limit)
    }
    guard let (states, length) = program.solve() else { throw Self.tooLate }
    return WalkTracer.walk(
      request, states: states, lowerBound: length, method: .subsetProgram)
  }

  private static var tooLate: RoutingError {
    RoutingError(.deadline, "no order of the stops keeps every deadline")
  }

  /// Local search with branch and bound, for any number of stops.
  ///
  /// - Parameter isRelaxing: whether the program over the aisles may bound it; not where the other
  ///   bounds are measured.
  func searchMany(
    _ request: WalkRequest, limit: SearchLimit, isRelaxing: Bool = true
  ) throws(RoutingError) -> Walk {
    guard request.legs.visitCount > 0 else {
      let length = request.legs[request.legs.depot, request.legs.depot]
      return WalkTracer.walk(request, states: [], lowerBound: length, method: .subsetProgram)
    }
    let lattice = LengthLattice(request.legs)
    let relaxed = isRelaxing ? Self.relaxedBound(request) : 0
    let floor = lattice.lifted(max(Self.simpleBound(request), relaxed))
    let outcome: (states: [Int], length: Int, bound: Int)
    if request.legs.visitCount >= 8, let graph = RoundGraph(plain: request) {
      outcome = Self.searchPlain(request, graph, lattice, floor, limit)
    } else {
      outcome = Self.searchRuled(request, lattice, floor, limit)
    }
    guard outcome.length < .max else {
      throw outcome.bound == .max
        ? Self.tooLate
        : RoutingError(
          .deadline, "found no order of the stops that keeps every deadline within the limit")
    }
    return WalkTracer.walk(
      request, states: outcome.states, lowerBound: outcome.bound,
      method: outcome.bound == outcome.length ? .branchAndBound : .search)
  }

  /// Every visit is come to by a leg, and so is the end.
  private static func simpleBound(_ request: WalkRequest) -> Int {
    let legs = request.legs
    var least = [Int](repeating: LegMatrix.unreachable, count: legs.visitCount + 1)
    for from in 0..<legs.width {
      for to in 0..<legs.width {
        let visit = to == legs.depot ? legs.visitCount : legs.visitOfState[to]
        if from != legs.depot, visit == legs.visitOfState[from] { continue }
        if from == legs.depot, to == legs.depot { continue }
        least[visit] = min(least[visit], legs[from, to])
      }
    }
    return least.reduce(0, +)
  }

  /// The shortest tour without one-way stretches, precedence and deadlines, where all stops are on
  /// the grid and that is quick.
  private static func relaxedBound(_ request: WalkRequest) -> Int {
    guard case .aisles(let layout) = request.floor,
      layout.crossAisles.count <= quickCrossAisles,
      let start = request.start.aislePlace,
      let open = try? AisleLayout(
        aisles: layout.aisles, crossAisles: layout.crossAisles,
        aisleSegments: layout.aisleSegments.filter { $0.rule == .closed || $0.rule == .noTurn },
        crossAisleSegments: layout.crossAisleSegments.filter { $0.rule == .closed }),
      let relaxed = try? TourRequest(
        layout: open, start: start, ends: request.ends.compactMap(\.aislePlace),
        stops: request.stops.compactMap(\.place.aislePlace)),
      let tour = try? ExactTourSolver().solve(relaxed)
    else { return 0 }
    return tour.lowerBound
  }

  private static func kicks(_ count: Int) -> Int { max(50, min(400, 40_000 / count)) }
  private static func splits(_ nodes: Int) -> Int { max(1, 20_000 / (nodes * nodes)) }
  private static func trees(_ nodes: Int) -> Int {
    max(30, min(500, 10_000_000 / (nodes * nodes)))
  }

  private static func searchPlain(
    _ request: WalkRequest, _ graph: RoundGraph, _ lattice: LengthLattice, _ floor: Int,
    _ limit: SearchLimit
  ) -> (states: [Int], length: Int, bound: Int) {
    let count = graph.nodeCount
    let search = RoundSearch(graph)
    search.run(kicks: 2 * kicks(count), until: limit.isOver)
    var bestStates = states(search.best, graph, request.legs)
    guard count <= mostNodes, search.bestLength > floor else {
      for _ in 1..<max(limit.rounds, 2) where search.bestLength > floor && !limit.isOver() {
        search.run(kicks: kicks(count), until: limit.isOver)
      }
      bestStates = states(search.best, graph, request.legs)
      return (bestStates, search.bestLength, min(floor, search.bestLength))
    }
    var branching = RoundBranching(
      graph, lattice, best: (search.bestLength, bestStates), floor: floor, trees: trees(count),
      until: limit.isOver)
    for _ in 0..<limit.rounds {
      if branching.isDone || limit.isOver() { break }
      search.run(kicks: kicks(count), until: limit.isOver)
      if search.bestLength < branching.best.length {
        branching.offer(search.bestLength, states(search.best, graph, request.legs))
      }
      branching.run(splits: splits(count), until: limit.isOver) { round in
        let states = states(round, graph, request.legs)
        return .walk(length: length(states, request.legs), states: states)
      }
    }
    return (branching.best.states, branching.best.length, branching.bound)
  }

  /// The states of a round in a plain graph, from the start to the end.
  private static func states(_ round: [Int], _ graph: RoundGraph, _ legs: LegMatrix) -> [Int] {
    let start = round.firstIndex(of: legs.depot) ?? 0
    var rotated = Array(round[start...] + round[..<start])
    if rotated[1] > legs.depot { rotated = [rotated[0]] + rotated.dropFirst().reversed() }
    return rotated.filter { $0 < legs.depot }
  }

  private static func length(_ states: [Int], _ legs: LegMatrix) -> Int {
    let all = [legs.depot] + states + [legs.depot]
    return zip(all, all.dropFirst()).reduce(0) { $0 + legs[$1.0, $1.1] }
  }

  private static func searchRuled(
    _ request: WalkRequest, _ lattice: LengthLattice, _ floor: Int, _ limit: SearchLimit
  ) -> (states: [Int], length: Int, bound: Int) {
    let count = request.legs.visitCount
    let search = SequenceSearch(request)
    func found() -> (length: Int, states: [Int]) {
      search.bestValue.late == 0 && search.bestValue.length < LegMatrix.unreachable
        ? (search.bestValue.length, search.best) : (.max, [])
    }
    let kicks = max(20, min(100, 10_000 / count))
    search.run(kicks: 2 * kicks, until: limit.isOver)
    let nodes = 2 * (count + 1)
    guard nodes <= mostNodes, found().length > floor else {
      for _ in 1..<max(limit.rounds, 2) where found().length > floor && !limit.isOver() {
        search.run(kicks: kicks, until: limit.isOver)
      }
      return (found().states, found().length, min(floor, found().length))
    }
    let graph = RoundGraph(doubled: request)
    let judge = RoundJudge(request, graph)
    var branching = RoundBranching(
      graph, lattice, best: found(), floor: floor, trees: trees(nodes), until: limit.isOver)
    for _ in 0..<limit.rounds {
      if branching.isDone || limit.isOver() { break }
      search.run(kicks: kicks, until: limit.isOver)
      if found().length < branching.best.length {
        branching.offer(found().length, found().states)
      }
      branching.run(splits: splits(nodes), until: limit.isOver, measure: judge.verdict)
    }
    return (branching.best.states, branching.best.length, branching.bound)
  }
}

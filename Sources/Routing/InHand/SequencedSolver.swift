/// Finds the shortest walk that picks in the order asked for: heavy first, fragile last, zones in
/// sequence, one product together.
///
/// Ranks are solved exactly by `RankChain` on floors of up to 7 cross-aisles without one-way
/// stretches, and without stretches in which nobody turns; on other floors by `WalkSolver` with the
/// order as rules. Where products are kept together, ranks of few items are exact, and so is a
/// round with one such product; others take local search, and the walk that may take the products
/// apart is the bound.
public struct SequencedSolver: Sendable {
  /// Orders of more places are not searched.
  private static let mostSearched = 200

  private let rounds: Int

  /// A solver.
  ///
  /// - Parameter rounds: how often local search starts again where it is needed.
  public init(rounds: Int = 30) { self.rounds = max(rounds, 0) }

  /// The shortest walk found.
  ///
  /// - Throws: `RoutingError` with code `unreachable` where rules leave no walk in this order.
  public func solve(_ request: SequencedRequest) throws(RoutingError) -> SequencedWalk {
    guard !request.spots.isEmpty else {
      return SequencedWalk(tour: request.places.directTour, method: .rankProgram)
    }
    if let walkRequest = request.walkRequest { return try solve(request, walkRequest) }
    if request.layout.aisleSegments.contains(where: { $0.rule == .noTurn }) {
      let spots = try TourRequest(
        layout: request.layout, start: request.start, ends: request.ends,
        stops: request.spots.map { .aisle($0.point.aisle, y: $0.point.y) })
      let tour = try ExactTourSolver().solve(spots)
      return walk(request, tour, lowerBound: tour.lowerBound, .rankProgram)
    }
    let chain = RankChain(request)
    let found = try chain.solve()
    if let order = found.order, !chain.isRelaxed {
      return SequencedWalk(
        tour: SpotTracer.tour(request, order, lowerBound: found.length), method: .rankProgram)
    }
    if let order = OneProductRound.order(request) {
      let tour = SpotTracer.tour(request, order, lowerBound: .max)
      return SequencedWalk(tour: tour, method: .rankProgram)
    }
    guard let order = found.order else {
      return search(request, from: try chain.greedyOrder(), found.length)
    }
    return search(request, from: order, found.length)
  }

  /// On floors the program over the aisles does not take.
  private func solve(
    _ request: SequencedRequest, _ walkRequest: WalkRequest
  ) throws(RoutingError) -> SequencedWalk {
    let isPlain = request.groups.allSatisfy(\.isPlain)
    let chain = RankChain(request)
    if !isPlain, chain.isPossible {
      let found = try chain.solve()
      if let order = found.order {
        return SequencedWalk(
          tour: SpotTracer.tour(request, order, lowerBound: found.length), method: .rankProgram)
      }
    }
    let found = try WalkSolver().solve(walkRequest)
    // Where a stop waits, the rules say more than was asked for.
    let bound = request.waits ? 0 : found.lowerBound
    guard isPlain else { return search(request, from: found.order, bound) }
    return walk(request, found.tour(on: request.layout), lowerBound: bound, .general)
  }

  /// The walk of a tour whose stops are the spots.
  private func walk(
    _ request: SequencedRequest, _ tour: Tour, lowerBound: Int, _ method: SequencedWalk.Method
  ) -> SequencedWalk {
    var order: [Int] = []
    var offsets: [Int] = []
    for (spot, offset) in zip(tour.order, tour.stopOffsets) {
      for stop in request.spots[spot].stops {
        order.append(stop)
        offsets.append(offset)
      }
    }
    return SequencedWalk(
      tour: Tour(
        order: order, stopOffsets: offsets, length: tour.length, lowerBound: lowerBound,
        path: tour.path, startLink: tour.startLink, endLink: tour.endLink, end: tour.end),
      method: method)
  }

  private func search(
    _ request: SequencedRequest, from order: [Int], _ bound: Int
  ) -> SequencedWalk {
    let count = request.spots.count
    var best = order
    if count <= SequencedRequest.mostTogether {
      var improver = SequenceImprover(request)
      best = improver.improve(order, rounds: count > Self.mostSearched ? nil : rounds).order
    }
    return SequencedWalk(
      tour: SpotTracer.tour(request, best, lowerBound: bound), method: .search)
  }
}

/// Finds the walk to go on with, at once: from where the picker stands, with what is left to pick.
///
/// The open walk is exact (`RankChain`); so is the choice of bins for what is missing where there
/// are few ways to choose: each is walked. Where there are many, those with the least detours are,
/// and `ScatteredSolver` gives a choice of its own and a bound.
public struct Replanner: Sendable {
  /// Choices of bins walked, by blocks: what fits into a millisecond.
  private static let mostChoices = [32, 32, 32, 16, 4]
  /// The same where there are several ranks or products are kept together.
  private static let mostRankedChoices = 4

  private let effort: ScatteredSolver.Effort

  /// A planner.
  ///
  /// - Parameter effort: how hard to try where there are many ways to choose bins.
  public init(effort: ScatteredSolver.Effort = .instant) { self.effort = effort }

  /// The shortest walk found from here on.
  ///
  /// - Throws: `RoutingError` with code `unreachable` where rules leave no walk in this order.
  public func solve(_ request: ReplanRequest) throws(RoutingError) -> ReplannedWalk {
    guard !request.emptyAt.isEmpty else { return try goOn(request, from: request.here, nil) }
    var best: ReplannedWalk?
    var bound = Int.max
    for (number, place) in request.emptyAt.enumerated()
    where request.layout.knownDistance(request.here, place) < AisleLayout.noWay {
      let way = try TourRequest(
        layout: request.layout, start: request.here, end: place, stops: [])
      let direct = way.directTour
      let detour = Tour(
        order: [], stopOffsets: [], length: direct.length, lowerBound: direct.length,
        path: direct.path, startLink: direct.startLink, endLink: direct.endLink, end: number)
      let found = try goOn(request, from: place, detour)
      bound = min(bound, found.lowerBound)
      if found.length < best?.length ?? .max { best = found }
    }
    guard let best else {
      throw RoutingError(.unreachable, "no way leads to a place to empty at")
    }
    return ReplannedWalk(
      detour: best.detour, visits: best.visits, walk: best.walk, request: best.request,
      lowerBound: bound)
  }

  private func goOn(
    _ request: ReplanRequest, from here: Place, _ detour: Tour?
  ) throws(RoutingError) -> ReplannedWalk {
    let base =
      here == request.here
      ? request.base
      : try SequencedRequest(
        layout: request.layout, start: here, ends: request.drops, stops: request.stops,
        later: request.later)
    let solver = SequencedSolver()
    let walk = try solver.solve(base)
    guard !request.missing.isEmpty else {
      return ReplannedWalk(
        detour: detour, visits: walk.order.map { .stop($0) }, walk: walk, request: base,
        lowerBound: (detour?.length ?? 0) + walk.lowerBound)
    }
    let isPlain = BinTrial.takes(base, request.missing)
    let blocks = min(request.layout.blockCount, Self.mostChoices.count - 1)
    let legs = WalkLegs(base, walk)
    let covers = BinCovers(
      request.missing, most: isPlain ? Self.mostChoices[blocks] : Self.mostRankedChoices
    ) { legs.detour($0.place) }
    var chosen = covers.choices[0].bins
    var bound = walk.lowerBound
    if isPlain {
      let trial = try BinTrial(base, request.missing)
      var least = Int.max
      for choice in covers.choices {
        let length = try trial.length(choice.bins)
        if length < least { (chosen, least) = (choice.bins, length) }
      }
      if covers.isComplete {
        bound = least
      } else if let plan = scattered(base, request.missing) {
        bound = max(bound, plan.lowerBound)
        if plan.length < least { chosen = plan.bins }
      }
      return try finish(request, base, chosen, detour, bound)
    }
    var best: ReplannedWalk?
    var least = Int.max
    for choice in covers.choices {
      let found = try finish(request, base, choice.bins, detour, bound)
      least = min(least, found.walk.lowerBound)
      if found.length < best?.length ?? .max { best = found }
    }
    guard let best else { return try finish(request, base, chosen, detour, bound) }
    return ReplannedWalk(
      detour: detour, visits: best.visits, walk: best.walk, request: best.request,
      lowerBound: (detour?.length ?? 0) + (covers.isComplete ? least : bound))
  }

  /// The walk by the stops that are left and the bins chosen.
  private func finish(
    _ request: ReplanRequest, _ base: SequencedRequest, _ bins: [BinPick],
    _ detour: Tour?, _ bound: Int
  ) throws(RoutingError) -> ReplannedWalk {
    let full = try SequencedRequest(
      layout: base.layout, start: base.start, ends: base.ends,
      stops: base.stops
        + bins.map {
          SequencedStop(
            request.missing[$0.article].bins[$0.bin].place,
            rank: request.missing[$0.article].rank)
        },
      later: base.later)
    let walk = try SequencedSolver().solve(full)
    var open = request.missing.map(\.quantity)
    let visits = walk.order.map { stop -> ReplannedWalk.Visit in
      guard stop >= base.stops.count else { return .stop(stop) }
      let pick = bins[stop - base.stops.count]
      let (article, bin) = (pick.article, pick.bin)
      let quantity = min(open[article], request.missing[article].bins[bin].quantity)
      open[article] -= quantity
      return .bin(article: article, bin: bin, quantity: quantity)
    }
    return ReplannedWalk(
      detour: detour, visits: visits, walk: walk, request: full,
      lowerBound: (detour?.length ?? 0) + min(bound, walk.length))
  }

  /// What the solver for scattered stock chooses, nil where it does not take the request.
  private func scattered(
    _ base: SequencedRequest, _ missing: [MissingArticle]
  ) -> (bins: [BinPick], length: Int, lowerBound: Int)? {
    guard !base.waits, base.layout.isUnrestricted else { return nil }
    var stock: [StockEntry] = []
    for (stop, entry) in base.stops.enumerated() {
      stock.append(StockEntry(article: stop, place: entry.place, quantity: 1))
    }
    var bins: [BinPick] = []
    for (article, wanted) in missing.enumerated() {
      for (number, bin) in wanted.bins.enumerated() {
        stock.append(
          StockEntry(
            article: base.stops.count + article, place: bin.place, quantity: bin.quantity))
        bins.append(BinPick(article: article, bin: number))
      }
    }
    let demands =
      base.stops.map { _ in ArticleDemand(quantity: 1) }
      + missing.map { ArticleDemand(quantity: $0.quantity) }
    guard
      let request = try? ScatteredRequest(
        layout: base.layout, start: base.start, ends: base.ends, demands: demands, stock: stock),
      let plan = try? ScatteredSolver().solve(request, effort: effort)
    else { return nil }
    let chosen = plan.picks.filter { $0.stock >= base.stops.count }
      .map { bins[$0.stock - base.stops.count] }
    return (chosen, plan.length, plan.lowerBound)
  }
}

/// Chooses bins and walk together, where the stock of an article lies in several bins.
///
/// Prices on articles turn the choice into a shortest walk that earns a price wherever it comes by
/// stock that helps; the dynamic program of Ratliff & Rosenthal finds it exactly, for any number of
/// cross-aisles up to `mostCrossAisles`, and its value bounds every plan (Lagrangian relaxation).
/// Branch and bound on that bound proves the best plan; local search with exact walks finds plans.
/// The state space is that of Hessler & Irnich 2024 (INFORMS J. Comput. 36:1417), who solve a
/// mixed-integer program over it.
public struct ScatteredSolver: Sendable {
  /// How hard to try.
  public enum Effort: Hashable, Codable, Sendable {
    /// A good plan at once: for a walk that has to go on in another way.
    case instant
    /// A very good plan with a bound, in a few milliseconds.
    case search
    /// The best plan, proven, or the best in the time there is.
    case proof
  }

  /// The most cross-aisles taken.
  public static let mostCrossAisles = ExactTourSolver.mostCrossAisles

  /// The most cross-aisles for which a plan at once goes through prices.
  private static let mostQuick = 3

  /// A solver without settings.
  public init() {}

  /// The best plan found.
  ///
  /// The same request gives the same plan; with a time limit, the same as far as time allows.
  ///
  /// - Parameters:
  ///   - isOver: asked every few microseconds to milliseconds whether time is over; a first plan is
  ///     made even where it is.
  /// - Throws: `RoutingError` with code `tooManyCrossAisles`, or `rule` where the layout has
  ///   segments with rules.
  public func solve(
    _ request: ScatteredRequest, effort: Effort = .proof,
    until isOver: @escaping () -> Bool = { false }
  ) throws(RoutingError) -> ScatteredPlan {
    let count = request.layout.crossAisles.count
    guard count <= Self.mostCrossAisles else {
      throw RoutingError(
        .tooManyCrossAisles,
        "layout has \(count) cross-aisles: expected at most \(Self.mostCrossAisles)")
    }
    guard request.layout.isUnrestricted else {
      throw RoutingError(
        .rule, "layout has segments with rules: expected none where bins are to be chosen")
    }
    guard request.demands.contains(where: { $0.quantity > 0 }) else {
      return try plan(request, [], bound: nil, method: .greedy)
    }
    if effort == .instant, count > Self.mostQuick {
      var nearest = try NearestBins(request)
      let picks = nearest.picks()
      return try plan(request, picks, bound: nearest.bound, method: .greedy)
    }
    let model = BinModel(request)
    let search = BinSearch(model)
    search.adopt { _ in false }
    let branching = BinBranching(search, until: isOver)
    var method = ScatteredPlan.Method.greedy
    switch effort {
    case .instant:
      branching.sprint(rounds: 25, steps: 4)
    case .search:
      method = .search
      branching.solveRoot()
      branching.run(nodes: 40)
    case .proof:
      method = .branchAndBound
      branching.solveRoot()
      branching.run(nodes: .max)
    }
    let inside = AisleChoice.best(model, below: branching.best.cost)
    let bound = min(branching.lowerBound, inside.map { $0.cost / BinModel.scale } ?? .max)
    let picks = model.picks(inside?.entries ?? branching.best.entries)
    return try plan(request, picks, bound: bound + model.forcedPenalty, method: method)
  }

  private func plan(
    _ request: ScatteredRequest, _ picks: [ScatteredPlan.Pick], bound: Int?,
    method: ScatteredPlan.Method
  ) throws(RoutingError) -> ScatteredPlan {
    let stops = try TourRequest(
      layout: request.layout, start: request.start, ends: request.ends,
      stops: picks.map { request.stock[$0.stock].place })
    let tour = try ExactTourSolver().solve(stops)
    let penalty = picks.reduce(0) { $0 + request.stock[$1.stock].penalty }
    return ScatteredPlan(
      picks: picks, tour: tour, penalty: penalty, lowerBound: bound ?? tour.lowerBound,
      method: method)
  }
}

extension BinModel {
  /// Chosen entries as picks: the largest are emptied first, forced ones come along.
  func picks(_ entries: [Int]) -> [ScatteredPlan.Pick] {
    var open = need
    var picks = forcedPicks
    let order = entries.sorted {
      let (a, b) = (entryQuantity.base[$0], entryQuantity.base[$1])
      return a != b ? a > b : $0 < $1
    }
    for entry in order {
      let article = Int(entryArticle.base[entry])
      let quantity = min(open[article], entryQuantity.base[entry])
      guard quantity > 0 else { continue }
      open[article] -= quantity
      picks.append(.init(stock: entryStock[entry], quantity: quantity))
    }
    return picks.sorted { $0.stock < $1.stock }
  }
}

/// Chooses which orders to release: most units for each visited aisle, with a bound.
///
/// Annealing (`WaveSearch`) finds waves, prices (`WavePrices`) bound what any wave can be and show
/// the search the way. Anytime: what is given is always valid, and better the longer it takes. The
/// same for the same request, seed and number of moves.
public struct WaveChoiceSolver: Sendable {
  /// How hot each round of annealing starts, as a share of the best ratio.
  private static let heats = [0.5, 0.1, 0.5, 0.3]

  /// Where the random numbers start.
  public var seed: UInt64
  /// The most moves of the search.
  public var moves: Int

  /// A solver that stops after so many moves, or before at the limit of `solve`.
  public init(seed: UInt64 = 1, moves: Int = .max) {
    self.seed = seed
    self.moves = moves
  }

  /// The best wave found until it is proven the best, the moves are used up or time is over.
  ///
  /// - Parameters:
  ///   - limit: how long it may take by the clock passed in.
  ///   - elapsed: time since the start; asked often, so it should be cheap. With a clock that
  ///     stands still, `moves` has to be set.
  /// - Complexity: a move takes time in proportion to the stock lines of an aisle and the orders
  ///   that want them; memory is in proportion to the request.
  public func solve(
    _ request: WaveRequest, limit: Duration = .seconds(60), elapsed: () -> Duration
  ) -> WaveOutcome {
    let table = WaveTable(request)
    if let reason = Self.obstacle(request, table) { return .infeasible(reason) }
    let guide = WavePrices(table)
    let proof = WavePrices(table)
    guide.improve(aisles: max(1, table.aisleCount / 10), target: 0, steps: 50, rate: 0.2)
    let tree = WaveTree(table)
    let search = WaveSearch(table, guide, seed: seed)
    search.followPrices()
    guard search.start() else {
      return .infeasible("the stock of all aisles does not cover the orders that have to be in")
    }
    func isOver() -> Bool { elapsed() >= limit || search.moves >= moves }

    let entries = max(table.orders.entries + table.aisles.entries, 1)
    var cycle = 0
    var length = 20_000
    while !isOver() {
      proof.lower(by: guide)
      guard let bound = proof.bound, search.ratio.map({ $0 < bound.ratio }) ?? true else { break }
      // Work on prices and proofs in proportion to the moves, a call no longer than about 0.2 s.
      let share = min(length, moves - search.moves)
      let rate = 0.1 / Double(1 + cycle % 3 * 2)
      let most = min(2000, 40_000_000 / entries + 10)
      let steps = min(max(share * 1200 / entries, 30), most)
      func improve(_ prices: WavePrices, aisles: Int) {
        let target = Self.target(search.ratio, aisles: aisles, table)
        prices.improve(aisles: aisles, target: Double(target), steps: steps, rate: rate)
      }
      improve(proof, aisles: bound.aisles)
      tree.nodesLeft = max(share * 20 / entries, 8)
      while let bound = proof.bound, search.ratio.map({ $0 < bound.ratio }) ?? true {
        let target = Self.target(search.ratio, aisles: bound.aisles, table)
        let result = tree.search(
          aisles: bound.aisles, target: target, from: proof, isOver: isOver)
        if case .open = result { break }
        if case .found(let wave) = result { search.adopt(wave) }
        if case .closed = result { proof.prove(aisles: bound.aisles, units: target) }
      }
      if cycle % 2 == 0 {
        improve(guide, aisles: search.best?.aisles.count ?? bound.aisles)
        search.followPrices()
      }
      let lane = search.lane(cycle)
      if cycle % 2 == 0 { search.returnToBest(lane: lane) }
      let heat = Self.heats[cycle / 4 % Self.heats.count]
      guard search.anneal(lane: lane, moves: share, heat: heat, isOver: isOver) else { break }
      cycle += 1
      length = min(length * 3 / 2, 600_000)
    }
    proof.lower(by: guide)
    guard let bound = proof.bound?.ratio else {
      return .infeasible("no choice of aisles supplies \(request.minUnits) units")
    }
    guard let best = search.best else { return .noneFound(bound: bound) }
    return .choice(
      WaveChoice(
        orders: best.orders.map { table.orderIndex[Int($0)] },
        aisles: best.aisles.map { table.aisleIndex[Int($0)] }.sorted(),
        units: best.units, bound: max(bound, best.ratio), foundAfterMoves: search.movesToBest))
  }

  /// The units with which k aisles do not better the best wave or reach the fewest units.
  private static func target(_ ratio: WaveRatio?, aisles: Int, _ table: WaveTable) -> Int {
    let better = ratio.map { $0.units * aisles / $0.aisles } ?? 0
    return max(better, table.minUnits - 1, 0)
  }

  /// Why no wave can meet a request, where it shows at once.
  private static func obstacle(_ request: WaveRequest, _ table: WaveTable) -> String? {
    if let order = table.unservable {
      return "order \(order) has to be in the wave: it exceeds the stock or the most units"
    }
    if table.orderCount == 0 || table.aisleCount == 0 {
      return "no order can be supplied within the most units"
    }
    let needed = (0..<table.orderCount).reduce(0) { $0 + (table.must[$1] ? table.units[$1] : 0) }
    if needed > request.maxUnits {
      return "the orders that have to be in have \(needed) units, more than \(request.maxUnits)"
    }
    let total = table.units.reduce(0, +)
    if total < request.minUnits {
      return "the orders that can be supplied have \(total) units, fewer than \(request.minUnits)"
    }
    return nil
  }
}

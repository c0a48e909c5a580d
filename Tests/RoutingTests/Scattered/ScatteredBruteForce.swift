import Routing

/// The least cost over all sets of stock entries, each with its shortest walk.
enum ScatteredBruteForce {
  static func cost(_ request: ScatteredRequest) throws -> Int {
    var best = Int.max
    for bits in 0..<(1 << request.stock.count) {
      let chosen = request.stock.indices.filter { bits >> $0 & 1 == 1 }
      guard request.demands.indices.allSatisfy({ canTake($0, chosen, request) }) else { continue }
      let tour = try ExactTourSolver().solve(
        TourRequest(
          layout: request.layout, start: request.start, ends: request.ends,
          stops: chosen.map { request.stock[$0].place }))
      best = min(best, tour.length + chosen.reduce(0) { $0 + request.stock[$1].penalty })
    }
    return best
  }

  /// Whether one or more pieces from each of the chosen entries of an article add up to what is
  /// wanted, under its rule.
  private static func canTake(
    _ article: Int, _ chosen: [Int], _ request: ScatteredRequest
  ) -> Bool {
    let demand = request.demands[article]
    let mine = chosen.map { request.stock[$0] }.filter { $0.article == article }
    func fits(_ entries: [StockEntry], _ wanted: Int) -> Bool {
      wanted >= entries.count && wanted <= entries.reduce(0) { $0 + $1.quantity }
    }
    switch demand.rule {
    case .anyGroup: return fits(mine, demand.quantity)
    case .oneGroup: return Set(mine.map(\.group)).count <= 1 && fits(mine, demand.quantity)
    case .ascendingGroups:
      guard let last = mine.map(\.group).max() else { return demand.quantity == 0 }
      let earlier = request.stock.filter { $0.article == article && $0.group < last }
      guard mine.filter({ $0.group < last }).count == earlier.count else { return false }
      let used = earlier.reduce(0) { $0 + $1.quantity }
      return fits(mine.filter { $0.group == last }, demand.quantity - used)
    }
  }
}

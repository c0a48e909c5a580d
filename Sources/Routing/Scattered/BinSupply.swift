/// What an article's rule and quantity leave to choose: bins to empty, bins among which to choose.
struct BinSupply {
  /// Pieces still open, per article, once the forced picks are made.
  var need: [Int]
  /// The same in units for bounds.
  var units: [Int] = []
  var isCapped: [Bool]
  /// Stock entries with a choice, with pieces capped at the need.
  var open: [Int] = []
  var forcedPicks: [ScatteredPlan.Pick] = []

  init(_ request: ScatteredRequest) {
    need = request.demands.map(\.quantity)
    isCapped = request.demands.map { $0.rule != .oneGroup }
    var entries = [[Int]](repeating: [], count: need.count)
    for (index, entry) in request.stock.enumerated() where entry.quantity > 0 {
      entries[entry.article].append(index)
    }
    for article in need.indices where need[article] > 0 {
      var choice = entries[article]
      switch request.demands[article].rule {
      case .anyGroup: break
      case .ascendingGroups:
        choice = useUp(article, choice, request)
      case .oneGroup:
        var held: [Int: Int] = [:]
        for entry in choice {
          held[request.stock[entry].group, default: 0] += request.stock[entry].quantity
        }
        choice = choice.filter { held[request.stock[$0].group, default: 0] >= need[article] }
        let groups = Set(choice.map { request.stock[$0].group })
        isCapped[article] = groups.count == 1
      }
      let held = choice.reduce(0) { $0 + request.stock[$1].quantity }
      if held == need[article] {
        let groups = Set(choice.map { request.stock[$0].group })
        if request.demands[article].rule != .oneGroup || groups.count == 1 {
          force(article, choice, request)
          continue
        }
      }
      if choice.contains(where: { request.stock[$0].penalty > 0 }) { isCapped[article] = false }
      open += choice
    }
    units = need.map { min($0, BinModel.mostUnits) }
    open.sort()
  }

  /// Pieces as units for bounds: rounded up where the demand is larger than the most units.
  func units(_ quantity: Int, of article: Int) -> Int {
    let need = need[article]
    guard need > BinModel.mostUnits else { return min(quantity, need) }
    return (min(quantity, need) * BinModel.mostUnits + need - 1) / need
  }

  private mutating func force(_ article: Int, _ entries: [Int], _ request: ScatteredRequest) {
    for entry in entries {
      forcedPicks.append(.init(stock: entry, quantity: request.stock[entry].quantity))
      need[article] -= request.stock[entry].quantity
    }
  }

  /// Empties groups in order while that leaves something wanted; the next group is the choice.
  private mutating func useUp(
    _ article: Int, _ entries: [Int], _ request: ScatteredRequest
  ) -> [Int] {
    let groups = Set(entries.map { request.stock[$0].group }).sorted()
    for group in groups {
      let members = entries.filter { request.stock[$0].group == group }
      let held = members.reduce(0) { $0 + request.stock[$1].quantity }
      if held >= need[article] { return members }
      force(article, members, request)
    }
    return []
  }
}

/// Branch and bound over the points: whether the walk comes by, or not.
///
/// The bound of a node is the Lagrangian one of `PriceSweep`, raised by `PriceAscent`; options with
/// which no walk beats the best known selection are taken out at every node. Depth first, the
/// likelier side first. `lowerBound` is the least bound of the nodes yet open.
final class BinBranching {
  struct Settings {
    var rootRounds = 200
    var rounds = 12
    var factor = 0.5
    /// The steps of local search after each of them.
    var steps = 5
    /// The rounds at the root after which the walk found is made a selection.
    var offers: Set<Int> = [10, 20, 35, 50, 75, 100, 150]
  }

  let model: BinModel
  let search: BinSearch
  let prices: PriceSweep
  let ascent: PriceAscent
  var settings = Settings()
  /// The best selection known and its cost, scaled.
  private(set) var best: BinSearch.Selection
  private(set) var nodes = 0
  private(set) var isCut = false
  private var isOutOfTime = false
  private var mostNodes = Int.max
  /// The bound of the root, scaled.
  private(set) var rootBound = Int.min
  private let isOver: () -> Bool
  /// The least bound among nodes left unexplored, scaled.
  private var openBound = Int.max
  private let uncovered: Slab<Int32>

  init(_ search: BinSearch, until isOver: @escaping () -> Bool) {
    model = search.model
    self.search = search
    self.isOver = isOver
    best = search.selection
    prices = PriceSweep(model)
    ascent = PriceAscent(prices)
    uncovered = Slab(repeating: 0, count: model.pointCount + 1)
  }

  /// No selection costs less, unscaled; equal to the best cost where the search ended.
  var lowerBound: Int {
    let known = best.cost / BinModel.scale
    return isCut ? min(known, model.cost(atLeast: openBound)) : known
  }

  /// Bounds from here on are of no interest: no cost lies between them and the best.
  private var limit: Int { best.cost - model.costStep * BinModel.scale + 1 }

  /// Finds the bound of the root; the search's insertion is guided by its prices.
  func solveRoot() {
    ascent.begin(factor: 1)
    let pieces = max(1, model.units.reduce(0, +))
    for article in model.need.indices where model.need[article] > 0 {
      prices.prices.base[article] = best.cost / (2 * pieces)
    }
    var before = Int.min
    for round in 1...max(settings.rootRounds, 1) {
      if isOver() { break }
      let bound = ascent.step(aim: best.cost, patience: 8, memory: 0.1)
      if bound >= limit { break }
      if settings.offers.contains(round) {
        search.adopt { [self] in isCovered(point: $0) }
        note(search.selection)
        for article in model.need.indices {
          search.worth.base[article] = Double(prices.prices.base[article] + 1)
        }
        search.restore(best)
        for _ in 0..<settings.steps where !isOver() {
          _ = search.step(slack: 0)
          note(search.selection)
        }
      }
      if round % 25 == 0 {
        if round >= 50, ascent.best - before < best.cost / 500 { break }
        before = ascent.best
      }
    }
    for article in model.need.indices {
      search.worth.base[article] = Double(ascent.bestPrices.base[article] + 1)
    }
    rootBound = ascent.best
    openBound = rootBound
    isCut = true
    ascent.recall()
  }

  /// Searches to the end or until time is over.
  func run(nodes: Int) {
    mostNodes = nodes
    isCut = false
    explore(rootBound, rounds: 30)
  }

  /// A few bounds and a few steps of local search.
  func sprint(rounds: Int, steps: Int) {
    settings.rootRounds = rounds
    solveRoot()
    guard rootBound < limit, rounds > 0, !isOver() else { return }
    if prices.bound() < BinModel.never / 2 {
      prices.trace()
      search.adopt { [self] in isCovered(point: $0) }
      note(search.selection)
      search.restore(best)
    }
    settings.steps = 0
    for _ in 0..<steps where !isOver() {
      _ = search.step(slack: 0)
      note(search.selection)
    }
  }

  private func note(_ selection: BinSearch.Selection) {
    if selection.cost < best.cost { best = selection }
  }

  private func explore(_ inherited: Int, rounds: Int) {
    if inherited >= limit { return }
    if isOutOfTime || nodes >= mostNodes || isOver() {
      isOutOfTime = true
      cut(inherited)
      return
    }
    nodes += 1
    ascent.begin(factor: settings.factor)
    for _ in 0..<rounds {
      let bound = ascent.step(aim: best.cost, patience: 3, memory: 0.2)
      if bound >= limit { return }
      if isOver() {
        isOutOfTime = true
        break
      }
    }
    let bound = max(inherited, ascent.best)
    ascent.recall()
    if isOutOfTime {
      cut(bound)
      return
    }
    if prices.bound() >= limit { return }
    prices.trace()
    offer()
    _ = prices.fix(below: limit)
    if let (article, group) = chooseLot() {
      branch(article, group, bound)
    } else if let point = choose() {
      branch(point, bound)
    } else {
      settle(bound)
    }
  }

  private func branch(_ point: Int, _ bound: Int) {
    let kept = keepPrices()
    let alive = keepAlive()
    let first = ascent.presence.base[point] >= 0.5
    for side in [first, !first] {
      prices.restrict(point, covered: side)
      explore(bound, rounds: settings.rounds)
      restoreAlive(alive)
      restorePrices(kept)
    }
  }

  /// All from this group, or nothing from it.
  private func branch(_ article: Int, _ group: Int, _ bound: Int) {
    let kept = keepPrices()
    let alive = keepAlive()
    for isTheOne in [true, false] {
      var closed: [Int] = []
      for entry in model.entriesOf[article] where prices.entryUnits.base[entry] > 0 {
        if (self.group(entry) == group) != isTheOne { closed.append(entry) }
      }
      for entry in closed { prices.entryUnits.base[entry] = 0 }
      explore(bound, rounds: settings.rounds)
      for entry in closed { prices.entryUnits.base[entry] = model.entryUnits.base[entry] }
      restoreAlive(alive)
      restorePrices(kept)
    }
  }

  private func group(_ entry: Int) -> Int {
    model.request.stock[model.entryStock[entry]].group
  }

  /// An article yet to be taken from one of several groups, and the group best covered of late.
  private func chooseLot() -> (article: Int, group: Int)? {
    for article in model.need.indices where model.need[article] > 0 && !model.isCapped[article] {
      guard model.request.demands[article].rule == .oneGroup else { continue }
      var share: [Int: Double] = [:]
      for entry in model.entriesOf[article] where prices.entryUnits.base[entry] > 0 {
        share[group(entry), default: 0] +=
          ascent.presence.base[Int(model.entryPoint.base[entry])]
          * Double(prices.entryUnits.base[entry])
      }
      guard share.count > 1 else { continue }
      let best = share.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
      if let best { return (article, best.key) }
    }
    return nil
  }

  /// The walk's points as a selection, where they hold enough, and now and then completed.
  private func offer() {
    guard nodes % 16 == 1 || nodes < 32 && nodes % 4 == 1 || isFeasible() else { return }
    search.adopt { [self] in isCovered(point: $0) }
    note(search.selection)
  }

  private func isCovered(point: Int) -> Bool {
    prices.options.base[Int(prices.chosen.base[Int(model.pointCell.base[point])])].covers(point)
  }

  private func isFeasible() -> Bool {
    for article in model.need.indices where prices.excess.base[article] < 0 { return false }
    return true
  }

  /// All points are decided: the cheapest walk with the least penalties is the node's only
  /// candidate.
  private func settle(_ bound: Int) {
    let kept = keepPrices()
    for article in 0..<kept.count { prices.prices.base[article] = 0 }
    defer { restorePrices(kept) }
    guard prices.bound() < limit else { return }
    prices.trace()
    var entries: [Int] = []
    for article in model.need.indices where model.need[article] > 0 {
      let covered = model.entriesOf[article].filter {
        prices.entryUnits.base[$0] > 0 && isCovered(point: Int(model.entryPoint.base[$0]))
      }
      let outcome = PenaltyChoice.choose(
        covered, need: model.need[article], quantity: { [model] in model.entryQuantity.base[$0] },
        penalty: { [model] in model.entryPenalty.base[$0] })
      switch outcome {
      case .none: return
      case .tooHard:
        cut(bound)
        return
      case .found(let chosen, _): entries += chosen
      }
    }
    search.take(entries)
    note(search.selection)
  }

  private func cut(_ bound: Int) {
    openBound = isCut ? min(openBound, bound) : bound
    isCut = true
  }

  private func keepAlive() -> Slab<Int32> {
    let kept = Slab<Int32>(repeating: 0, count: prices.alive.count)
    for cell in 0..<kept.count { kept.base[cell] = prices.alive.base[cell] }
    return kept
  }

  private func restoreAlive(_ kept: Slab<Int32>) {
    for cell in 0..<kept.count { prices.alive.base[cell] = kept.base[cell] }
  }

  private func keepPrices() -> Slab<Int> {
    let kept = Slab<Int>(repeating: 0, count: prices.prices.count)
    for article in 0..<kept.count { kept.base[article] = prices.prices.base[article] }
    return kept
  }

  private func restorePrices(_ kept: Slab<Int>) {
    for article in 0..<kept.count { prices.prices.base[article] = kept.base[article] }
  }

  /// The point to branch on; nil where all are decided.
  private func choose() -> Int? {
    var best: Int?
    var bestScore = -1.0
    forEachUndecided { point, worth in
      let share = ascent.presence.base[point]
      let score = (min(share, 1 - share) + 0.001) * Double(worth)
      if score > bestScore { (best, bestScore) = (point, score) }
    }
    return best
  }

  /// Calls for every point with stock of use that some options alive cover and some do not, with
  /// what it earns.
  ///
  /// - Complexity: O(options alive + points).
  private func forEachUndecided(_ body: (_ point: Int, _ worth: Int) -> Void) {
    let uncovered = uncovered.base
    let options = prices.options.base
    for (number, cell) in model.cells.enumerated() {
      let alive = Int(prices.alive.base[number])
      guard alive > 1, cell.endPoint > cell.firstPoint else { continue }
      for point in cell.firstPoint...cell.endPoint { uncovered[point] = 0 }
      for place in cell.firstOption..<(cell.firstOption + alive) {
        let option = options[place]
        if option.from < option.to {
          uncovered[Int(option.from)] += 1
          uncovered[Int(option.to)] -= 1
        }
      }
      var count = 0
      for point in cell.firstPoint..<cell.endPoint {
        count += Int(uncovered[point])
        guard count > 0, count < alive else { continue }
        if let worth = prices.worth(point) { body(point, worth) }
      }
    }
  }
}

/// Local search over the bins to take from, with exact walks.
///
/// A selection is a set of stock entries; its cost is that of the shortest walk to their points plus
/// penalties. `sweep` holds the costs from both sides of every cell, so that what one more point, or
/// one less, costs is seen exactly from its cell alone. Selections are ruined in part and recreated
/// by greedy insertion (Schrimpf et al. 2000, J. Comput. Phys. 159:139), entries no longer needed are
/// dropped.
///
/// Invariant between calls: the selection holds what is wanted, `cost` is its exact cost in scaled
/// millimeters, and no entry can be spared.
final class BinSearch {
  /// What is kept of a selection to come back to it.
  struct Selection {
    var entries: [Int] = []
    var lots: [Int] = []
    var cost = BinModel.never
  }

  let model: BinModel
  let sweep: StepSweep
  /// Worth of a piece of each article in insertion, scaled millimeters.
  let worth: Slab<Double>
  private(set) var cost = BinModel.never
  var random = Scatter()

  private let isTaken: Slab<Bool>
  /// Entries taken at each point, one more where it is forced.
  private let visits: Slab<Int32>
  /// Pieces taken, per article.
  private let have: Slab<Int>
  /// The group each article is taken from where all must come from one.
  private var lots: [Int]
  private let around: Slab<Int>
  private let trial: Slab<Int>
  private let slots: Slab<Int32>
  private let delta: Slab<Int>
  private let hasLots: Bool
  /// The first step whose costs changed since `forward`, and the last since `backward`.
  private var leftFrom = 0
  private var rightFrom: Int

  init(_ model: BinModel) {
    self.model = model
    sweep = StepSweep(model)
    rightFrom = sweep.stepCount - 1
    worth = Slab(repeating: 1, count: model.need.count)
    isTaken = Slab(repeating: false, count: model.entryStock.count)
    visits = Slab(model.forced.map { $0 ? 1 : 0 })
    have = Slab(repeating: 0, count: model.need.count)
    let widest = model.tables.map(\.slotCount).max() ?? 1
    around = Slab(repeating: 0, count: widest)
    trial = Slab(repeating: 0, count: widest)
    slots = Slab(repeating: 0, count: model.tables.count)
    delta = Slab(repeating: 0, count: model.pointCount)
    hasLots = model.request.demands.contains { $0.rule == .oneGroup }
    lots = model.need.map { _ in 0 }
    if hasLots {
      for article in lots.indices { chooseLot(article, model.entriesOf[article]) }
    }
    for number in model.cells.indices { refill(number) }
    forward()
    backward()
  }

  // MARK: Selections

  /// The selection as of now.
  var selection: Selection {
    Selection(
      entries: (0..<isTaken.count).filter { isTaken.base[$0] }, lots: lots, cost: cost)
  }

  /// Comes back to a selection.
  func restore(_ kept: Selection) {
    for entry in 0..<isTaken.count where isTaken.base[entry] { set(entry, false) }
    if !kept.lots.isEmpty { lots = kept.lots }
    for entry in kept.entries { set(entry, true) }
    recompute()
  }

  /// Takes the entries at points that are covered anyway as far as they help, adds what lacks and
  /// drops what can be spared.
  func adopt(_ covered: (Int) -> Bool) {
    for entry in 0..<isTaken.count where isTaken.base[entry] { set(entry, false) }
    for article in model.need.indices where model.need[article] > 0 {
      let passed = model.entriesOf[article].filter { covered(Int(model.entryPoint.base[$0])) }
      if hasLots { chooseLot(article, passed) }
      for entry in passed.sorted(by: {
        let (a, b) = (model.entryPenalty.base[$0], model.entryPenalty.base[$1])
        return a != b ? a < b : $0 < $1
      })
      where have.base[article] < model.need[article] && isUsable(entry) {
        set(entry, true)
      }
    }
    recompute()
    complete(noise: 0)
    spare()
  }

  /// Takes these entries, which hold enough, and drops what can be spared.
  func take(_ entries: [Int]) {
    for entry in 0..<isTaken.count where isTaken.base[entry] { set(entry, false) }
    for entry in entries {
      set(entry, true)
      if hasLots {
        lots[Int(model.entryArticle.base[entry])] =
          model.request.stock[model.entryStock[entry]].group
      }
    }
    recompute()
    spare()
  }

  private func set(_ entry: Int, _ taken: Bool) {
    isTaken.base[entry] = taken
    let point = Int(model.entryPoint.base[entry])
    let article = Int(model.entryArticle.base[entry])
    have.base[article] += taken ? model.entryQuantity.base[entry] : -model.entryQuantity.base[entry]
    let before = visits.base[point]
    visits.base[point] = before + (taken ? 1 : -1)
    if before == 0 || before == 1 && !taken { refill(Int(model.pointCell.base[point])) }
  }

  private func recompute() {
    forward()
    backward()
    cost = sweep.total
    for entry in 0..<isTaken.count where isTaken.base[entry] {
      cost += model.entryPenalty.base[entry]
    }
  }

  private func isUsable(_ entry: Int) -> Bool {
    if isTaken.base[entry] { return false }
    guard hasLots else { return true }
    let article = Int(model.entryArticle.base[entry])
    return model.request.demands[article].rule != .oneGroup
      || model.request.stock[model.entryStock[entry]].group == lots[article]
  }

  /// Settles on the group of which most pieces lie among these entries.
  private func chooseLot(_ article: Int, _ entries: [Int]) {
    var held: [Int: Int] = [:]
    var most = 0
    for entry in entries {
      let group = model.request.stock[model.entryStock[entry]].group
      held[group, default: 0] += model.entryQuantity.base[entry]
      if held[group, default: 0] > most { (lots[article], most) = (group, held[group, default: 0]) }
    }
  }

  // MARK: Costs of cells

  /// Writes the cost of every slot of a cell for its required points, one of them added or left out.
  private func price(
    _ number: Int, into costs: UnsafeMutablePointer<Int>, adding: Int = -1, leaving: Int = -1
  ) {
    let cell = model.cells[number]
    let visits = visits.base
    guard cell.isPlain else {
      for slot in 0..<cell.slotCount { costs[slot] = BinModel.never }
      scan: for place in cell.firstOption..<(cell.firstOption + cell.optionCount) {
        let option = model.options[place]
        if option.cost >= costs[Int(option.slot)] { continue }
        for point in Int(option.from)..<Int(option.to)
        where point == adding || (visits[point] > 0 && point != leaving) { continue scan }
        costs[Int(option.slot)] = option.cost
      }
      return
    }
    let ys = model.pointY.base
    var lowest = -1
    var highest = -1
    var widest = 0
    var point = cell.firstPoint
    while point < cell.endPoint {
      if point == adding || (visits[point] > 0 && point != leaving) {
        if lowest < 0 { lowest = point } else { widest = max(widest, ys[point] &- ys[highest]) }
        highest = point
      }
      point &+= 1
    }
    let length = cell.high - cell.low
    costs[4] = length
    costs[5] = 2 * length
    costs[3] = BinModel.never
    if lowest < 0 {
      costs[0] = 0
      costs[1] = BinModel.never
      costs[2] = BinModel.never
    } else {
      costs[0] = BinModel.never
      costs[1] = 2 * (ys[highest] - cell.low)
      costs[2] = 2 * (cell.high - ys[lowest])
      if widest > 0 { costs[3] = 2 * (length - widest) }
    }
  }

  private func refill(_ number: Int) {
    let cell = model.cells[number]
    let costs = sweep.costs.base + cell.costBase
    price(number, into: costs)
    if cell.isPlain {
      sweep.narrow(cell, to: costs[0] == 0 ? 0b110001 : costs[3] < BinModel.never ? 62 : 0b110110)
    }
    leftFrom = min(leftFrom, cell.step)
    rightFrom = max(rightFrom, cell.step)
  }

  /// Brings the costs from the left up to date.
  private func forward() {
    if leftFrom < sweep.stepCount { sweep.forward(from: leftFrom) }
    leftFrom = .max
  }

  /// Brings the costs from the right up to date.
  private func backward() {
    if rightFrom >= 0 { sweep.backward(from: rightFrom) }
    rightFrom = -1
  }

  /// The length of the walk with a cell's costs as in `trial`.
  private func trialTotal(_ cell: BinCell) -> Int {
    var best = BinModel.never
    for slot in 0..<cell.slotCount { best = min(best, around.base[slot] &+ trial.base[slot]) }
    return best
  }

  // MARK: Inserting

  /// Adds entries until nothing is short: first those the walk passes anyway, then by least cost
  /// for their worth.
  private func complete(noise: Double) {
    while true {
      forward()
      takePassed()
      forward()
      backward()
      let total = sweep.total
      var best = -1
      var bestScore = Double.infinity
      for (number, cell) in model.cells.enumerated() {
        var isReady = false
        for point in cell.firstPoint..<cell.endPoint {
          var gain = 0.0
          var least = 0
          var first = -1
          let range = Int(model.entryFirst.base[point])..<Int(model.entryFirst.base[point + 1])
          for entry in range {
            let article = Int(model.entryArticle.base[entry])
            let short = model.need[article] - have.base[article]
            guard short > 0, isUsable(entry) else { continue }
            gain += worth.base[article] * Double(min(short, model.entryQuantity.base[entry]))
            let penalty = model.entryPenalty.base[entry]
            if first < 0 || penalty < least { (first, least) = (entry, penalty) }
          }
          guard first >= 0 else { continue }
          if !isReady {
            sweep.around(cell.step, around.base)
            isReady = true
          }
          price(number, into: trial.base, adding: point)
          var score = Double(trialTotal(cell) - total + least) / gain
          if noise > 0 { score *= 1 + noise * Double(random.below(1024)) / 1024 }
          if score < bestScore { (best, bestScore) = (first, score) }
        }
      }
      guard best >= 0 else { break }
      set(best, true)
    }
    recompute()
  }

  /// Takes what the cheapest walk passes anyway, after `forward`.
  private func takePassed() {
    guard sweep.total < BinModel.never / 2 else { return }
    sweep.trace(slots.base)
    for (number, cell) in model.cells.enumerated() where cell.endPoint > cell.firstPoint {
      let slot = slots.base[cell.step]
      let cost = sweep.costs.base[cell.costBase + Int(slot)]
      var missing = false
      for point in cell.firstPoint..<cell.endPoint where isHelpful(point) { missing = true }
      guard missing, let option = cheapest(number, slot, cost) else { continue }
      for point in cell.firstPoint..<cell.endPoint where option.covers(point) {
        let range = Int(model.entryFirst.base[point])..<Int(model.entryFirst.base[point + 1])
        for entry in range where model.entryPenalty.base[entry] == 0 {
          let article = Int(model.entryArticle.base[entry])
          if have.base[article] < model.need[article], isUsable(entry) { set(entry, true) }
        }
      }
    }
  }

  private func isHelpful(_ point: Int) -> Bool {
    let range = Int(model.entryFirst.base[point])..<Int(model.entryFirst.base[point + 1])
    return range.contains { entry in
      let article = Int(model.entryArticle.base[entry])
      return have.base[article] < model.need[article] && isUsable(entry)
    }
  }

  /// The option of a slot with the given cost that covers all required points.
  private func cheapest(_ number: Int, _ slot: Int32, _ cost: Int) -> CellOption? {
    let cell = model.cells[number]
    if slot == 0 && cell.isPlain { return nil }
    scan: for place in cell.firstOption..<(cell.firstOption + cell.optionCount) {
      let option = model.options[place]
      guard option.slot == slot, option.cost == cost else { continue }
      for point in Int(option.from)..<Int(option.to) where visits.base[point] > 0 { continue scan }
      return option
    }
    return nil
  }

  // MARK: Dropping

  /// Drops entries that can be spared, those that save most first.
  private func spare() {
    while true {
      var best = -1
      var bestGain = -1
      for entry in 0..<isTaken.count where isTaken.base[entry] {
        let article = Int(model.entryArticle.base[entry])
        guard have.base[article] - model.entryQuantity.base[entry] >= model.need[article] else {
          continue
        }
        var gain = model.entryPenalty.base[entry]
        let point = Int(model.entryPoint.base[entry])
        if visits.base[point] == 1 {
          let number = Int(model.pointCell.base[point])
          let cell = model.cells[number]
          sweep.around(cell.step, around.base)
          price(number, into: trial.base, leaving: point)
          gain += sweep.total - trialTotal(cell)
        }
        if gain > bestGain { (best, bestGain) = (entry, gain) }
      }
      guard best >= 0 else { break }
      set(best, false)
      forward()
      backward()
    }
    recompute()
  }

  // MARK: Ruin and recreate

  /// Ruins a part of the selection and recreates it; keeps the outcome where it is not dearer by
  /// more than `slack`.
  ///
  /// - Returns: whether it is kept.
  func step(slack: Int) -> Bool {
    let before = selection
    ruin(before.entries)
    recompute()
    complete(noise: 0.6)
    spare()
    if cost <= before.cost + slack { return true }
    restore(before)
    return false
  }

  private func ruin(_ taken: [Int]) {
    guard !taken.isEmpty else { return }
    let seed = taken[random.below(taken.count)]
    switch random.below(hasLots ? 4 : 3) {
    case 0:
      // The bins of a cell and of the next few with any.
      let middle = Int(model.pointCell.base[Int(model.entryPoint.base[seed])])
      let reach = random.below(3)
      for entry in taken {
        let cell = Int(model.pointCell.base[Int(model.entryPoint.base[entry])])
        if abs(cell - middle) <= reach { set(entry, false) }
      }
    case 1:
      // All bins of a few articles.
      for _ in 0...random.below(3) {
        let article = model.entryArticle.base[taken[random.below(taken.count)]]
        for entry in taken where model.entryArticle.base[entry] == article && isTaken.base[entry] {
          set(entry, false)
        }
      }
    case 2:
      // A few bins in sweep order.
      let first = random.below(taken.count)
      let count = 1 + random.below(max(2, min(12, taken.count / 2)))
      for place in first..<min(first + count, taken.count) { set(taken[place], false) }
    default:
      let article = Int(model.entryArticle.base[seed])
      guard model.request.demands[article].rule == .oneGroup else { break }
      for entry in taken where Int(model.entryArticle.base[entry]) == article {
        set(entry, false)
      }
      let entries = model.entriesOf[article]
      let other = entries[random.below(entries.count)]
      lots[article] = model.request.stock[model.entryStock[other]].group
    }
  }
}

/// The Lagrangian relaxation of the demands: the cheapest walk when every piece it comes by earns a
/// price.
///
/// For prices per unit of each article, the least of length minus earnings, plus the price of all
/// that is wanted, is at most the cost of any plan (Geoffrion 1974). What an option of a cell earns
/// is capped at the article's demand. Options can be taken out for good or for a while: those of a
/// cell that are alive come first in its part of `options`, `alive` tells how many; since taking
/// out only swaps, putting the old number back restores them.
final class PriceSweep {
  let model: BinModel
  let sweep: StepSweep
  let options: Slab<CellOption>
  let alive: Slab<Int32>
  let prices: Slab<Int>
  /// Units and penalties of entries as of now: branching sets them to 0.
  let entryUnits: Slab<Int>
  let entryPenalty: Slab<Int>
  /// Units by which what the last walk covers exceeds the demand, per article (negative: lacks).
  let excess: Slab<Int>
  /// The option of each cell in the last walk, as a place in `options`.
  let chosen: Slab<Int32>
  /// Penalties decided on, scaled.
  var decided = 0
  private let earned: Slab<Int>
  private let slots: Slab<Int32>
  private let bestOption: Slab<Int32>
  private let around: Slab<Int>

  init(_ model: BinModel) {
    self.model = model
    sweep = StepSweep(model)
    options = Slab(model.options)
    alive = Slab(model.cells.map { Int32($0.optionCount) })
    prices = Slab(repeating: 0, count: model.need.count)
    excess = Slab(repeating: 0, count: model.need.count)
    entryUnits = Slab(repeating: 0, count: model.entryStock.count)
    entryPenalty = Slab(repeating: 0, count: model.entryStock.count)
    for entry in 0..<model.entryStock.count {
      entryUnits.base[entry] = model.entryUnits.base[entry]
      entryPenalty.base[entry] = model.entryPenalty.base[entry]
    }
    chosen = Slab(repeating: -1, count: model.cells.count)
    earned = Slab(repeating: 0, count: model.pointCount + 1)
    slots = Slab(repeating: 0, count: model.tables.count)
    bestOption = Slab(repeating: -1, count: model.costs.count)
    around = Slab(repeating: 0, count: model.tables.map(\.slotCount).max() ?? 1)
  }

  /// The bound for the present prices, scaled; `never / 2` or more where no walk is left.
  ///
  /// - Complexity: O(options alive + transitions).
  func bound() -> Int {
    fillEarned()
    for number in model.cells.indices { fill(number) }
    sweep.forward()
    var result = sweep.total + decided
    for article in 0..<prices.count {
      result += prices.base[article] * model.units[article]
    }
    return result
  }

  private func fillEarned() {
    let earned = earned.base
    let prices = prices.base
    let articles = model.entryArticle.base
    let firsts = model.entryFirst.base
    let (units, penalties) = (entryUnits.base, entryPenalty.base)
    var sum = 0
    var entry = 0
    for point in 0..<model.pointCount {
      earned[point] = sum
      let end = Int(firsts[point + 1])
      while entry < end {
        sum &+= max(0, prices[Int(articles[entry])] &* units[entry] &- penalties[entry])
        entry &+= 1
      }
    }
    earned[model.pointCount] = sum
  }

  @inline(__always)
  private func reduced(_ option: CellOption, _ whole: Int) -> Int {
    let earned = earned.base
    var cost = option.cost &- whole &+ earned[Int(option.to)] &- earned[Int(option.from)]
    var next = Int(option.surplus)
    let end = next &+ Int(option.surplusCount)
    while next < end {
      cost &+= prices.base[Int(model.surplusArticle.base[next])] &* model.surplusUnits.base[next]
      next &+= 1
    }
    return cost
  }

  private func fill(_ number: Int) {
    let cell = model.cells[number]
    let costs = sweep.costs.base + cell.costBase
    let best = bestOption.base + cell.costBase
    for slot in 0..<cell.slotCount { costs[slot] = BinModel.never }
    let whole = earned.base[cell.endPoint] - earned.base[cell.firstPoint]
    let options = options.base
    for place in cell.firstOption..<(cell.firstOption + Int(alive.base[number])) {
      let cost = reduced(options[place], whole)
      let slot = Int(options[place].slot)
      if cost < costs[slot] {
        costs[slot] = cost
        best[slot] = Int32(place)
      }
    }
    guard cell.isPlain else { return }
    var used = 0
    for slot in 0..<cell.slotCount where costs[slot] < BinModel.never { used |= 1 << slot }
    sweep.narrow(cell, to: used)
  }

  /// Finds the last walk's options and what they cover, after `bound`.
  func trace() {
    sweep.trace(slots.base)
    for article in 0..<excess.count { excess.base[article] = -model.units[article] }
    let (units, penalties) = (entryUnits.base, entryPenalty.base)
    for (number, cell) in model.cells.enumerated() {
      let place = Int(bestOption.base[cell.costBase + Int(slots.base[cell.step])])
      chosen.base[number] = Int32(place)
      let option = options.base[place]
      for point in cell.firstPoint..<cell.endPoint where option.covers(point) {
        let range = Int(model.entryFirst.base[point])..<Int(model.entryFirst.base[point + 1])
        for entry in range {
          let article = Int(model.entryArticle.base[entry])
          if prices.base[article] * units[entry] >= penalties[entry] {
            excess.base[article] += units[entry]
          }
        }
      }
      let end = Int(option.surplus) + Int(option.surplusCount)
      for next in Int(option.surplus)..<end {
        excess.base[Int(model.surplusArticle.base[next])] -= model.surplusUnits.base[next]
      }
    }
  }

  /// Takes out every option with which no walk costs less than `limit` (scaled), after `bound`.
  ///
  /// - Returns: how many were taken out.
  func fix(below limit: Int) -> Int {
    sweep.backward()
    var constant = decided
    for article in 0..<prices.count {
      constant += prices.base[article] * model.units[article]
    }
    var removed = 0
    for (number, cell) in model.cells.enumerated() {
      let count = Int(alive.base[number])
      guard count > 1 else { continue }
      sweep.around(cell.step, around.base)
      let whole = earned.base[cell.endPoint] - earned.base[cell.firstPoint]
      var place = cell.firstOption
      var end = cell.firstOption + count
      while place < end {
        let option = options.base[place]
        if around.base[Int(option.slot)] &+ reduced(option, whole) &+ constant >= limit {
          end -= 1
          swap(place, end)
          removed += 1
        } else {
          place += 1
        }
      }
      alive.base[number] = Int32(end - cell.firstOption)
    }
    return removed
  }

  @inline(__always)
  private func swap(_ a: Int, _ b: Int) {
    let kept = options.base[a]
    options.base[a] = options.base[b]
    options.base[b] = kept
  }

  /// Keeps only the options of a point's cell that cover it, or only those that do not.
  func restrict(_ point: Int, covered: Bool) {
    let number = Int(model.pointCell.base[point])
    let cell = model.cells[number]
    var place = cell.firstOption
    var end = cell.firstOption + Int(alive.base[number])
    while place < end {
      if options.base[place].covers(point) == covered {
        place += 1
      } else {
        end -= 1
        swap(place, end)
      }
    }
    alive.base[number] = Int32(end - cell.firstOption)
  }

  /// What the stock at a point is worth at the present prices, at least 1; nil where none is of use.
  func worth(_ point: Int) -> Int? {
    var sum = 0
    let range = Int(model.entryFirst.base[point])..<Int(model.entryFirst.base[point + 1])
    for entry in range where entryUnits.base[entry] > 0 {
      sum += 1 + prices.base[Int(model.entryArticle.base[entry])] * entryUnits.base[entry]
    }
    return sum > 0 ? sum : nil
  }
}

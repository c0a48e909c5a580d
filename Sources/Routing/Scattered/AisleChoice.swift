/// The best plan that never leaves one aisle nor needs a junction.
///
/// The sweep sees only walks that touch a junction (see `OneAisleWalk`); where the walk may start
/// and end in one aisle whose bins hold all that is wanted, it may stay inside.
enum AisleChoice {
  /// The entries to take and what that costs, scaled; nil where no aisle holds enough or nothing
  /// costs less than `limit`.
  static func best(_ model: BinModel, below limit: Int) -> (entries: [Int], cost: Int)? {
    let request = model.request
    let starts = Terminal.cheapest(request.layout.terminals(of: request.start))
    let ends = request.ends.enumerated().flatMap {
      request.layout.terminals(of: $0.element, end: $0.offset)
    }
    var best: (entries: [Int], cost: Int)?
    for start in starts {
      let aisle = start.point.aisle
      let must = model.forcedPicks.map { request.points[$0.stock] }
      guard must.allSatisfy({ $0.aisle == aisle }) else { continue }
      let entries = model.entryStock.indices.filter {
        request.points[model.entryStock[$0]].aisle == aisle
      }
      let choice = Inside(model: model, start: start.point.y, must: must.map(\.y), entries: entries)
      guard choice.suffices(choice.all) else { continue }
      let ways =
        request.ends.isEmpty
        ? [(y: Int?.none, length: start.length)]
        : ends.filter { $0.point.aisle == aisle }
          .map { (y: Optional($0.point.y), length: start.length + $0.length) }
      for way in ways {
        if let found = choice.best(end: way.y, links: way.length, below: best?.cost ?? limit) {
          best = found
        }
      }
    }
    return best
  }

  private struct Inside {
    let model: BinModel
    let start: Int
    let must: [Int]
    let entries: [Int]

    var all: ClosedRange<Int> {
      let ys = model.request.layout.crossAisles
      return ys[0]...ys[ys.count - 1]
    }

    private func y(_ entry: Int) -> Int { model.request.points[model.entryStock[entry]].y }

    func suffices(_ span: ClosedRange<Int>) -> Bool {
      var lack = model.need
      for entry in entries where span.contains(y(entry)) {
        lack[Int(model.entryArticle.base[entry])] -= model.entryQuantity.base[entry]
      }
      return lack.allSatisfy { $0 <= 0 }
    }

    /// Tries every stretch of the aisle.
    func best(end: Int?, links: Int, below limit: Int) -> (entries: [Int], cost: Int)? {
      let fixed = must + [start] + (end.map { [$0] } ?? [])
      let (least, most) = (fixed.min() ?? start, fixed.max() ?? start)
      let ys = Set(entries.map(y)).union([least, most])
      var found: (entries: [Int], cost: Int)?
      for low in ys where low <= least {
        for high in ys where high >= most {
          var length = high - low + min(start - low, high - start)
          if let end {
            length = high - low + min(start - low + high - end, high - start + end - low)
          }
          let cost = (length + links) * BinModel.scale
          guard cost < found?.cost ?? limit, let chosen = choose(low...high) else { continue }
          if cost + chosen.penalty < found?.cost ?? limit {
            found = (chosen.entries, cost + chosen.penalty)
          }
        }
      }
      return found
    }

    private func choose(_ span: ClosedRange<Int>) -> (entries: [Int], penalty: Int)? {
      guard suffices(span) || model.request.demands.contains(where: { $0.rule == .oneGroup }) else {
        return nil
      }
      var chosen: [Int] = []
      var paid = 0
      for article in model.need.indices where model.need[article] > 0 {
        let near = entries.filter {
          Int(model.entryArticle.base[$0]) == article && span.contains(y($0))
        }
        guard let best = model.cheapest(near, of: article) else { return nil }
        chosen += best.entries
        paid += best.penalty
      }
      return (chosen, paid)
    }
  }
}

extension BinModel {
  /// The entries among these to take an article from, with the least penalties; nil where they do
  /// not hold enough.
  func cheapest(_ entries: [Int], of article: Int) -> (entries: [Int], penalty: Int)? {
    var best: (entries: [Int], penalty: Int)?
    for group in groups(entries, of: article) {
      let outcome = PenaltyChoice.choose(
        group, need: need[article], quantity: { entryQuantity.base[$0] },
        penalty: { entryPenalty.base[$0] })
      guard case .found(let chosen, let penalty) = outcome else { continue }
      if penalty < best?.penalty ?? .max { best = (chosen, penalty) }
    }
    return best
  }

  /// Entries that may be mixed: all, or group by group.
  private func groups(_ entries: [Int], of article: Int) -> [[Int]] {
    guard request.demands[article].rule == .oneGroup else { return [entries] }
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for entry in entries {
      let group = request.stock[entryStock[entry]].group
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(entry)
    }
    return order.map { members[$0] ?? [] }
  }
}

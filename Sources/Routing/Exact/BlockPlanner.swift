/// Finds the cheapest plan of a block for every outcome.
///
/// Between two junctions lie the points to visit. All gaps but at most one are walked once or
/// twice: were two of them left out, the part between would be cut off from the tour. Whether a
/// gap is walked once or twice is fixed by the lowest gap and by where the walk's ends lie: the
/// number changes at an end and nowhere else. A gap walked twice may be left out instead, which
/// cuts the block in two.
struct BlockPlanner {
  /// A point of the block at which the walk may start or end, `index` among the problem's.
  struct Option {
    let y: Int
    let length: Int
    let index: Int
  }

  private let low: Int
  private let high: Int
  private var best: [BlockPlan?]

  private init(low: Int, high: Int) {
    self.low = low
    self.high = high
    best = Array(repeating: nil, count: 4 * BlockOutcome.count)
  }

  /// The plans of a block between junctions at `low` and `high`.
  ///
  /// - Parameters:
  ///   - required: the y of points to be visited strictly inside, ascending, each once.
  ///   - starts: where the walk may start strictly inside.
  ///   - ends: where it may end strictly inside.
  /// - Complexity: O(points * starts * ends), with one for none.
  static func plans(
    low: Int, high: Int, required: [Int], starts: [Option], ends: [Option]
  ) -> [BlockPlan] {
    var planner = BlockPlanner(low: low, high: high)
    planner.plan(required, start: nil, end: nil)
    for start in starts { planner.plan(required, start: start, end: nil) }
    for end in ends { planner.plan(required, start: nil, end: end) }
    for start in starts {
      for end in ends { planner.plan(required, start: start, end: end) }
    }
    return planner.best.compactMap { $0 }
  }

  private mutating func plan(_ required: [Int], start: Option?, end: Option?) {
    var points = required
    for option in [start, end].compactMap({ $0 }) {
      let place = points.firstIndex { $0 >= option.y } ?? points.count
      if place == points.count || points[place] != option.y { points.insert(option.y, at: place) }
    }
    for parity in 0...1 { plan(points, lowestWalks: 2 - parity, start: start, end: end) }
  }

  private mutating func plan(
    _ points: [Int], lowestWalks: Int, start: Option?, end: Option?
  ) {
    var walks = lowestWalks
    var cost = (start?.length ?? 0) + (end?.length ?? 0)
    var all: [Int] = []
    all.reserveCapacity(points.count + 1)
    var widest: (gap: Int, length: Int)?
    for gap in 0...points.count {
      let from = gap == 0 ? low : points[gap - 1]
      if gap > 0 {
        if start?.y == from { walks = 3 - walks }
        if end?.y == from { walks = 3 - walks }
      }
      let length = (gap == points.count ? high : points[gap]) - from
      cost += walks * length
      all.append(walks)
      let inside = gap > 0 && gap < points.count
      if inside, walks == 2, length > widest?.length ?? 0 { widest = (gap, length) }
    }
    func offer(without gap: Int?, saving length: Int) {
      var kept = all
      if let gap { kept[gap] = 0 }
      keep(
        BlockPlan(
          outcome: BlockOutcome(
            low: kept[0], high: kept[points.count], connects: gap == nil),
          ends: (start == nil ? 0 : Ends.start) + (end == nil ? 0 : Ends.end),
          cost: cost - 2 * length, start: start?.index, end: end?.index, points: points,
          walks: kept))
    }
    offer(without: nil, saving: 0)
    if all[0] == 2 { offer(without: 0, saving: (points.first ?? high) - low) }
    guard let last = points.last else { return }
    if all[points.count] == 2 { offer(without: points.count, saving: high - last) }
    if let widest { offer(without: widest.gap, saving: widest.length) }
  }

  private mutating func keep(_ plan: BlockPlan) {
    let slot = plan.ends * BlockOutcome.count + plan.outcome.number
    if let known = best[slot], known.cost <= plan.cost { return }
    best[slot] = plan
  }
}

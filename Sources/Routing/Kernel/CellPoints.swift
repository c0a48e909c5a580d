/// The points to visit strictly inside one block of one aisle, ascending, and where one may turn.
///
/// All gaps between neighbors but at most one are walked: were two of them left out, the part
/// between would be cut off from the tour. A walk turns where it may at or behind the last point
/// it has to visit.
struct CellPoints {
  let low: Int
  let high: Int
  let points: UnsafeBufferPointer<SortedStops.Point>
  /// What is forbidden in the block, nil where nothing is.
  let rule: BlockRule?
  /// A point at which the walk begins and ends, so that turning there is no turning.
  let home: Int?

  var length: Int { high - low }
  var isThrough: Bool { rule?.isThrough ?? true }

  /// What dealing with the block costs where the walk neither starts nor ends in it.
  ///
  /// - Complexity: O(points).
  @inline(__always)
  var costs: CellCosts {
    if rule == nil { return unruledCosts }
    return ruledCosts
  }

  @inline(__always)
  private var unruledCosts: CellCosts {
    guard points.count > 0 else { return CellCosts(emptyOfLength: length) }
    let first = points[0].y
    var gap = 0
    var before = first
    for place in 1..<max(points.count, 1) {
      let y = points[place].y
      gap = max(gap, y - before)
      before = y
    }
    return CellCosts(length: length, first: first - low, last: before - low, gap: gap)
  }

  @inline(never)
  private var ruledCosts: CellCosts {
    var costs = CellCosts(emptyOfLength: length)
    if !isThrough { (costs.once, costs.twice) = (CellCosts.never, CellCosts.never) }
    guard !points.isEmpty else { return costs }
    costs.none = CellCosts.never
    if let turn = lastTurn { costs.low = 2 * (turn - low) }
    if let turn = firstTurn { costs.high = 2 * (high - turn) }
    if let gap = widestGap() { costs.split = 2 * (length - gap.length) }
    return costs
  }

  /// Where a walk from below turns that visits all points.
  var lastTurn: Int? { points.last.flatMap { turn(above: $0.y) } }

  /// Where a walk from above turns that visits all points.
  var firstTurn: Int? { points.first.flatMap { turn(below: $0.y) } }

  /// Where walks from below and above turn that leave out a gap.
  struct Gap {
    let below: Int
    let above: Int

    var length: Int { above - below }
  }

  /// The widest gap between two neighbors that can be left out, nil where there is none.
  ///
  /// - Parameters:
  ///   - start: an end of the walk: only points above it count, and itself; there one need not turn.
  ///   - end: another one, above all points that count.
  func widestGap(from start: Int? = nil, to end: Int? = nil) -> Gap? {
    var widest: Gap?
    var before = start
    func offer(_ next: Int, isEnd: Bool) {
      defer { before = next }
      guard let before, before < next,
        let below = before == start ? before : turn(above: before),
        let above = isEnd ? next : turn(below: next), above > below,
        above - below > widest?.length ?? 0,
        canLeaveOut(below, above)
      else { return }
      widest = Gap(below: below, above: above)
    }
    for point in points {
      if let start, point.y <= start { continue }
      if let end, point.y >= end { break }
      offer(point.y, isEnd: false)
    }
    if let end { offer(end, isEnd: true) }
    return widest
  }

  /// Whether a gap holds what is closed in the block, if anything is.
  private func canLeaveOut(_ below: Int, _ above: Int) -> Bool {
    guard let rule, !rule.isThrough else { return true }
    return below <= rule.reachFromLow && above >= rule.reachFromHigh
  }

  /// Where a walk from below may turn that visits a point, nil where it may not go that far.
  func turn(above y: Int) -> Int? {
    guard let rule else { return y }
    let turn = y == home ? y : rule.turn(above: y)
    return turn <= rule.reachFromLow ? turn : nil
  }

  /// Where a walk from above may turn that visits a point, nil where it may not go that far.
  func turn(below y: Int) -> Int? {
    guard let rule else { return y }
    let turn = y == home ? y : rule.turn(below: y)
    return turn >= rule.reachFromHigh ? turn : nil
  }
}

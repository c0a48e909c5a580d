/// A way of dealing with a block of an aisle in which the walk starts, ends, or both.
struct PlacedPlan {
  /// A place in the block where the walk may start or end.
  struct End: BitwiseCopyable {
    let y: Int
    /// The length of the link beside it.
    let length: Int
    /// The number of the terminal.
    let terminal: Int
  }

  let ends: Int
  let form: PlacedCosts.Form
  let cost: Int
  /// The lower (the only) end, and the upper one.
  let lower: End
  let upper: End
  /// Whether, of two ends, the walk starts at the lower one.
  let startIsLower: Bool
  /// Where walks turn at the gap left out, or at the last point, where the form has such turns:
  /// those that come from below, and those from above.
  let below: Int
  let above: Int
}

extension CellPoints {
  /// Calls the body with every plan worth looking at where the walk starts or ends in the block.
  ///
  /// Whether a gap is walked once or twice is fixed by what the junction below sees and by where
  /// the ends lie, as the number changes at an end and nowhere else.
  ///
  /// - Complexity: O(points), for each start, each end, and each pair of both.
  func forEachPlan(
    _ starts: UnsafeBufferPointer<PlacedPlan.End>, _ ends: UnsafeBufferPointer<PlacedPlan.End>,
    _ body: (PlacedPlan) -> Void
  ) {
    for start in starts { plan(start, Ends.start, body) }
    for end in ends { plan(end, Ends.end, body) }
    for start in starts {
      for end in ends {
        let startIsLower = start.y <= end.y
        plan(
          startIsLower ? start : end, startIsLower ? end : start, startIsLower: startIsLower, body)
      }
    }
  }

  private func plan(_ end: PlacedPlan.End, _ ends: Int, _ body: (PlacedPlan) -> Void) {
    func offer(_ form: PlacedCosts.Form, _ cost: Int, below: Int = 0, above: Int = 0) {
      body(
        PlacedPlan(
          ends: ends, form: form, cost: cost + end.length, lower: end, upper: end,
          startIsLower: true, below: below, above: above))
    }
    let (down, up) = (end.y - low, high - end.y)
    if isThrough {
      offer(.throughAndHigh, length + up)
      offer(.throughAndLow, length + down)
    }
    if reachesLow(end.y) {
      if let turn = lastTurn(from: end.y) {
        offer(.low, down + 2 * (turn - end.y), below: turn)
      }
      if let gap = widestGap(from: end.y) {
        offer(
          .lowAndSpur, down + 2 * (up - gap.length), below: gap.below, above: gap.above)
      }
    }
    if reachesHigh(end.y) {
      if let turn = firstTurn(from: end.y) {
        offer(.high, up + 2 * (end.y - turn), above: turn)
      }
      if let gap = widestGap(to: end.y) {
        offer(
          .highAndSpur, up + 2 * (down - gap.length), below: gap.below, above: gap.above)
      }
    }
  }

  private func plan(
    _ lower: PlacedPlan.End, _ upper: PlacedPlan.End, startIsLower: Bool,
    _ body: (PlacedPlan) -> Void
  ) {
    func offer(_ form: PlacedCosts.Form, _ cost: Int, below: Int = 0, above: Int = 0) {
      body(
        PlacedPlan(
          ends: Ends.both, form: form, cost: cost + lower.length + upper.length, lower: lower,
          upper: upper, startIsLower: startIsLower, below: below, above: above))
    }
    let (down, between, up) = (lower.y - low, upper.y - lower.y, high - upper.y)
    if isThrough {
      offer(.throughAndBoth, length + down + up)
      offer(.crossed, length + between)
    }
    if reachesHigh(lower.y) {
      if let turn = firstTurn(from: lower.y) {
        offer(.bothHigh, 2 * (lower.y - turn) + between + 2 * up, above: turn)
      }
      if let gap = widestGap(to: lower.y) {
        offer(
          .bothHighAndSpur, 2 * (down - gap.length) + between + 2 * up, below: gap.below,
          above: gap.above)
      }
    }
    if reachesLow(upper.y) {
      if let turn = lastTurn(from: upper.y) {
        offer(.bothLow, 2 * down + between + 2 * (turn - upper.y), below: turn)
      }
      if let gap = widestGap(from: upper.y) {
        offer(
          .bothLowAndSpur, 2 * down + between + 2 * (up - gap.length), below: gap.below,
          above: gap.above)
      }
    }
    if let gap = widestGap(from: lower.y, to: upper.y) {
      offer(
        .apart, down + 2 * (between - gap.length) + up, below: gap.below, above: gap.above)
    }
  }

  private func reachesLow(_ y: Int) -> Bool { y <= rule?.reachFromLow ?? y }

  private func reachesHigh(_ y: Int) -> Bool { y >= rule?.reachFromHigh ?? y }

  /// Where a walk from an end upwards turns that visits all points above it; the end for none.
  private func lastTurn(from end: Int) -> Int? {
    guard let last = points.last?.y, last > end else { return end }
    return turn(above: last)
  }

  private func firstTurn(from end: Int) -> Int? {
    guard let first = points.first?.y, first < end else { return end }
    return turn(below: first)
  }
}

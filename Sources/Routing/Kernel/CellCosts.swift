/// What it costs to deal with one block of one aisle, in millimeters, for every way of doing it.
///
/// Six whole numbers in a row. All that a tour's length needs to know about the stops of a block;
/// a caller that keeps these up to date itself never has to list the stops.
struct CellCosts: Hashable, Sendable, BitwiseCopyable {
  /// More than any length; what cannot be done costs this or more.
  ///
  /// Sums of sixteen still fit.
  static let never = 1 << 58

  /// Not entering the block: 0 where nothing is to be visited in it.
  var none: Int
  /// Walking through once.
  var once: Int
  /// Coming from the junction below, turning behind the last stop, and back.
  var low: Int
  /// Coming from the junction above, turning behind the first stop, and back.
  var high: Int
  /// Both of these, leaving out the widest gap.
  var split: Int
  /// Walking through and back.
  var twice: Int

  /// A block without stops.
  init(emptyOfLength length: Int) {
    self.init(
      none: 0, once: length, low: Self.never, high: Self.never, split: Self.never,
      twice: 2 * length)
  }

  /// A block of a length with stops in it, told by the least and the largest distance of one from
  /// the junction below and the widest gap between two neighbors, 0 for a single stop.
  init(length: Int, first: Int, last: Int, gap: Int) {
    self.init(
      none: Self.never, once: length, low: 2 * last, high: 2 * (length - first),
      split: gap > 0 ? 2 * (length - gap) : Self.never, twice: 2 * length)
  }

  init(none: Int, once: Int, low: Int, high: Int, split: Int, twice: Int) {
    self.none = none
    self.once = once
    self.low = low
    self.high = high
    self.split = split
    self.twice = twice
  }

  /// The cheapest plan for a class that stays, or for a move, as `MoveCosts` numbers them.
  func plan(_ kind: Int) -> CellPlan {
    let (mayLow, mayHigh, maySplit) =
      switch kind {
      case MoveCosts.Meeting.neither: (false, false, false)
      case MoveCosts.Meeting.low, MoveCosts.Kind.low: (true, false, false)
      case MoveCosts.Meeting.high, MoveCosts.Kind.high: (false, true, false)
      case MoveCosts.Kind.lowBesideHigh: (true, false, true)
      case MoveCosts.Kind.highBesideLow: (false, true, true)
      case MoveCosts.Kind.both: (false, false, true)
      default: (true, true, true)
      }
    var best = (plan: CellPlan.none, cost: kind <= MoveCosts.Meeting.connected ? none : Self.never)
    if mayLow, low < best.cost { best = (.low, low) }
    if mayHigh, high < best.cost { best = (.high, high) }
    if maySplit, split < best.cost { best = (.split, split) }
    if kind == MoveCosts.Meeting.connected, twice < best.cost { best = (.twice, twice) }
    return best.plan
  }
}

/// What the moves over one block cost, ten whole numbers in a row: staying in a class by how it
/// meets the block, then touching junctions anew by kind.
struct MoveCosts {
  /// How a class meets a block.
  enum Meeting {
    /// It touches neither junction of the block.
    static let neither = 0
    static let low = 1
    static let high = 2
    /// It touches both, in two components.
    static let both = 3
    static let connected = 4
  }

  /// Which junctions a move touches anew, and whether the other one is touched already.
  enum Kind {
    static let low = 5
    static let lowBesideHigh = 6
    static let high = 7
    static let highBesideLow = 8
    static let both = 9
  }

  /// The number of costs.
  static let count = 10

  /// Writes the costs of a block.
  @inline(__always)
  static func write(_ cell: CellCosts, to costs: UnsafeMutablePointer<Int>) {
    costs[Meeting.neither] = cell.none
    costs[Meeting.low] = min(cell.none, cell.low)
    costs[Meeting.high] = min(cell.none, cell.high)
    costs[Meeting.both] = min(min(cell.none, cell.split), min(cell.low, cell.high))
    costs[Meeting.connected] = min(costs[Meeting.both], cell.twice)
    costs[Kind.low] = cell.low
    costs[Kind.lowBesideHigh] = min(cell.low, cell.split)
    costs[Kind.high] = cell.high
    costs[Kind.highBesideLow] = min(cell.high, cell.split)
    costs[Kind.both] = cell.split
  }
}

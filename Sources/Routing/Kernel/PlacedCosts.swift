/// What it costs to deal with a block of an aisle in which the walk starts, ends, or both.
///
/// A row of `count` whole numbers: for each sum of `Ends` that can lie in the block, the cheapest
/// plan of every form.
enum PlacedCosts {
  /// How the walk goes from the ends that lie in the block.
  enum Form: Int, CaseIterable {
    /// One end: walking through, and from the end to the junction above.
    case throughAndHigh
    /// Walking through, and from the end to the junction below.
    case throughAndLow
    /// From the end to the junction below.
    case low
    /// From the end to the junction below, and from above up to a gap and back.
    case lowAndSpur
    /// From the end to the junction above.
    case high
    /// From the end to the junction above, and from below up to a gap and back.
    case highAndSpur
    /// Both ends: walking through, and from each end to its side.
    case throughAndBoth
    /// From the lower end up, and from the upper end down, past each other.
    case crossed
    /// From both ends to the junction above.
    case bothHigh
    /// From both ends to the junction above, and from below up to a gap and back.
    case bothHighAndSpur
    /// From both ends to the junction below.
    case bothLow
    /// From both ends to the junction below, and from above up to a gap and back.
    case bothLowAndSpur
    /// From the lower end to the junction below, from the upper one to the junction above.
    case apart

    /// What the plan means for the junctions of the block.
    var outcome: BlockOutcome {
      switch self {
      case .throughAndHigh: BlockOutcome(low: 1, high: 2, connects: true)
      case .throughAndLow: BlockOutcome(low: 2, high: 1, connects: true)
      case .low: BlockOutcome(low: 1, high: 0, connects: false)
      case .lowAndSpur: BlockOutcome(low: 1, high: 2, connects: false)
      case .high: BlockOutcome(low: 0, high: 1, connects: false)
      case .highAndSpur: BlockOutcome(low: 2, high: 1, connects: false)
      case .throughAndBoth: BlockOutcome(low: 2, high: 2, connects: true)
      case .crossed: BlockOutcome(low: 1, high: 1, connects: true)
      case .bothHigh: BlockOutcome(low: 0, high: 2, connects: false)
      case .bothHighAndSpur: BlockOutcome(low: 2, high: 2, connects: false)
      case .bothLow: BlockOutcome(low: 2, high: 0, connects: false)
      case .bothLowAndSpur: BlockOutcome(low: 2, high: 2, connects: false)
      case .apart: BlockOutcome(low: 1, high: 1, connects: false)
      }
    }
  }

  static let count = 3 * Form.allCases.count

  /// Where the cost of a form stands in the row.
  @inline(__always)
  static func place(_ ends: Int, _ form: Form) -> Int {
    (ends - 1) * Form.allCases.count + form.rawValue
  }
}

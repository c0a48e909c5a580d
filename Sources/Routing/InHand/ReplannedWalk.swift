/// The walk to go on with.
public struct ReplannedWalk: Sendable {
  /// What is picked at a stop of the walk.
  public enum Visit: Hashable, Sendable {
    /// A stop of the request.
    case stop(Int)
    /// So many pieces of a missing article from one of its bins.
    case bin(article: Int, bin: Int, quantity: Int)
  }

  /// The way to where the tote is emptied, nil for none; its `end` tells which of `emptyAt`.
  public let detour: Tour?
  /// What is picked, in walking order.
  public let visits: [Visit]
  /// The walk after the detour: its stops are those of `request`.
  public let walk: SequencedWalk
  /// What the walk answers: the stops that are left, then the bins chosen.
  public let request: SequencedRequest
  /// No choice of bins and no walk is shorter than this, in millimeters, detour included.
  public let lowerBound: Int

  /// The length of detour and walk, in millimeters.
  public var length: Int { (detour?.length ?? 0) + walk.length }
  /// True where nothing is shorter.
  public var proven: Bool { lowerBound == length }

  /// What is wrong with this walk as an answer to a request; empty where it holds together.
  public func violations(of asked: ReplanRequest) -> [String] {
    var found = walk.violations(of: request)
    var taken = asked.missing.map { $0.bins.map { _ in 0 } }
    var seen: Set<Int> = []
    for visit in visits {
      switch visit {
      case .stop(let stop):
        if !asked.stops.indices.contains(stop) || !seen.insert(stop).inserted {
          found.append("stop \(stop) is visited wrongly")
        }
      case .bin(let article, let bin, let quantity):
        guard asked.missing.indices.contains(article), taken[article].indices.contains(bin) else {
          return found + ["bin \(bin) of article \(article) is visited, which there is not"]
        }
        taken[article][bin] += quantity
        if quantity < 1 || taken[article][bin] > asked.missing[article].bins[bin].quantity {
          found.append("bin \(bin) of article \(article) does not hold \(quantity)")
        }
      }
    }
    if seen.count != asked.stops.count { found.append("not every stop is visited") }
    for (article, wanted) in asked.missing.enumerated() {
      let sum = taken[article].reduce(0, +)
      if sum != wanted.quantity {
        found.append("article \(article): \(wanted.quantity) wanted, \(sum) taken")
      }
    }
    if lowerBound > length { found.append("bound \(lowerBound) exceeds length \(length)") }
    if asked.emptyAt.isEmpty != (detour == nil) { found.append("detour does not fit") }
    return found
  }
}

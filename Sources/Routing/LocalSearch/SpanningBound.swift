/// A lower bound on every walk from the start over all stops to the end.
///
/// Such a walk is a spanning tree of the stops plus a leg from the start and a leg to the end, to
/// two different stops if there are two, and it meets every stop by two legs. So the least tree
/// plus the two least legs is a bound; and it stays one when each stop is given a price that is
/// added to its legs, once twice that price is taken off. Prices are raised where the tree has too
/// many legs and lowered where it has one (Held & Karp 1970, Operations Research 18:1138), in
/// whole millimeters.
enum SpanningBound {
  private static let rounds = 100

  /// The best bound found; stops early where it meets `aim`, the length of a known walk.
  ///
  /// - Complexity: O(stops * stops), a hundred times.
  static func bound(_ legs: LegTable, aim: Int) -> Int {
    let count = legs.stopCount
    guard count > 1 else { return legs[legs.start, 0] + legs[0, legs.end] }
    var prices = [Int](repeating: 0, count: count)
    var best = 0
    for round in 0..<rounds {
      let (bound, degrees) = relaxed(legs, prices)
      best = max(best, bound)
      if best >= aim { break }
      let square = degrees.reduce(0) { $0 + ($1 - 2) * ($1 - 2) }
      guard square > 0 else { break }
      let step = (aim - bound) * (rounds - round) / (rounds * square)
      guard step > 0 else { break }
      for stop in 0..<count { prices[stop] += step * (degrees[stop] - 2) }
    }
    return best
  }

  /// The bound for given prices, and how many legs meet each stop in what it was found with.
  private static func relaxed(_ legs: LegTable, _ prices: [Int]) -> (Int, [Int]) {
    let count = prices.count
    var degrees = [Int](repeating: 0, count: count)
    var total = -2 * prices.reduce(0, +)

    // Prim's algorithm: `parent` is the nearest stop of the tree.
    var distance = [Int](repeating: .max, count: count)
    var parent = [Int](repeating: 0, count: count)
    var inTree = [Bool](repeating: false, count: count)
    var here = 0
    for size in 1...count {
      inTree[here] = true
      if size == count { break }
      var nearest = -1
      for stop in 0..<count where !inTree[stop] {
        let length = legs[here, stop] + prices[here] + prices[stop]
        if length < distance[stop] { (distance[stop], parent[stop]) = (length, here) }
        if nearest < 0 || distance[stop] < distance[nearest] { nearest = stop }
      }
      total += distance[nearest]
      degrees[nearest] += 1
      degrees[parent[nearest]] += 1
      here = nearest
    }

    let (first, last, length) = endLegs(legs, prices)
    degrees[first] += 1
    degrees[last] += 1
    return (total + length, degrees)
  }

  /// The two cheapest legs from the start and to the end that meet different stops.
  private static func endLegs(_ legs: LegTable, _ prices: [Int]) -> (Int, Int, Int) {
    func two(_ terminal: Int) -> [Int] {
      var best = [0]
      for stop in 1..<prices.count {
        let cost = legs[terminal, stop] + prices[stop]
        let place =
          best.firstIndex { cost < legs[terminal, $0] + prices[$0] } ?? best.count
        best.insert(stop, at: place)
        if best.count > 2 { best.removeLast() }
      }
      return best
    }
    var found = (0, 0, Int.max)
    for first in two(legs.start) {
      for last in two(legs.end) where first != last {
        let length =
          legs[legs.start, first] + prices[first] + legs[last, legs.end] + prices[last]
        if length < found.2 { found = (first, last, length) }
      }
    }
    return found
  }
}

/// For each order the orders it goes together with best, the best first.
///
/// Ranked by the walking saved by a tour of both over two tours of one; where there are too many
/// pairs to measure, those that share most of the cells they visit are measured.
struct BatchNeighbors {
  /// How many neighbors each order has.
  let width: Int
  /// At [order * width + rank].
  let orders: [Int32]
  let savings: [Int32]

  private static let mostPairs = 400
  private static let shortList = 64

  /// - Complexity: O(orders * orders * words) and so many tours, or 64 tours for each order.
  init(_ lengths: BatchLengths, width wanted: Int, single: [Int]) {
    let count = lengths.request.orders.count
    let width = max(0, min(wanted, count - 1))
    self.width = width
    var orders: [Int32] = []
    var savings: [Int32] = []
    orders.reserveCapacity(count * width)
    savings.reserveCapacity(count * width)
    var full = [Int32](repeating: 0, count: count <= Self.mostPairs ? count * count : 0)
    if !full.isEmpty {
      Self.measure(lengths, (0..<count).flatMap { a in (0..<a).map { (a, $0) } }, single) {
        full[$0 * count + $1] = Int32(clamping: $2)
        full[$1 * count + $0] = Int32(clamping: $2)
      }
    }
    for order in 0..<count {
      var ranked: [(saving: Int32, order: Int32)]
      if !full.isEmpty {
        ranked = (0..<count).filter { $0 != order }.map { (full[order * count + $0], Int32($0)) }
      } else {
        ranked = []
        let near = Self.similar(order, lengths, max(width, Self.shortList))
        Self.measure(lengths, near.map { (order, $0) }, single) { _, other, saving in
          ranked.append((Int32(clamping: saving), Int32(other)))
        }
      }
      ranked.sort { $0.saving != $1.saving ? $0.saving > $1.saving : $0.order < $1.order }
      for each in ranked.prefix(width) {
        orders.append(each.order)
        savings.append(each.saving)
      }
    }
    self.orders = orders
    self.savings = savings
  }

  private static func measure(
    _ lengths: BatchLengths, _ pairs: [(Int, Int)], _ single: [Int],
    _ report: (Int, Int, Int) -> Void
  ) {
    var index = 0
    while index < pairs.count {
      let group = pairs[index..<min(index + lengths.laneCount, pairs.count)]
      for (a, b) in group {
        let mask = lengths.open()
        lengths.add(a, to: mask)
        lengths.add(b, to: mask)
      }
      lengths.measure()
      for (lane, (a, b)) in group.enumerated() {
        lengths.remember(lengths.keys[a] ^ lengths.keys[b], lengths.lengths[lane])
        report(a, b, single[a] + single[b] - lengths.lengths[lane])
      }
      index += group.count
    }
  }

  /// The orders that share most cells with one, as a part of the cells either visits.
  private static func similar(_ order: Int, _ lengths: BatchLengths, _ most: Int) -> [Int] {
    let masks = lengths.masks
    let count = lengths.request.orders.count
    let width = masks.wordCount
    let own = masks.words + order * width
    let visited = (0..<width).filter { own[$0] != 0 }
    // A bucket for each rank: counting sort, 64 ranks for 0 to all cells shared.
    var ranks = [UInt8](repeating: 0, count: count)
    var buckets = [Int](repeating: 0, count: 65)
    for other in 0..<count where other != order {
      let words = masks.words + other * width
      var shared = 0
      for word in visited where words[word] != 0 { shared += 1 }
      let sum = visited.count + lengths.visitedWords[other]
      let rank = sum == 0 ? 64 : 128 * shared / sum
      ranks[other] = UInt8(rank)
      buckets[rank] += 1
    }
    var least = 64
    var taken = buckets[64]
    while least > 0, taken < most {
      least -= 1
      taken += buckets[least]
    }
    var near: [Int] = []
    // From the order itself on, so that ties do not favor the first orders of the request.
    for step in 1..<max(1, count) {
      let other = (order + step) % count
      if ranks[other] > UInt8(least) { near.append(other) }
    }
    for step in 1..<max(1, count) where near.count < most {
      let other = (order + step) % count
      if ranks[other] == UInt8(least) { near.append(other) }
    }
    return near
  }
}

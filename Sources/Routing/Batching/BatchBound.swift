/// What every answer walks at least, without looking at answers.
///
/// For a measure of batches that only grows with further orders, sort the orders by the measure of
/// each alone, the largest first, and fill one cart after the other to the brim, cutting orders in
/// two where one is full: the sum of each cart's first order is a bound on the sum over all carts
/// of any answer, since k carts hold no more than k times the capacity (Uzsoy 1994, International
/// Journal of Production Research 32:1615, for batch machines). The measure may be the tour; or the
/// tour is split into parts that walk different edges, each bounded by itself: the way along
/// the cross-aisles, and the way inside every block of every aisle.
enum BatchBound {
  /// The better of the two bounds, in units; where tours are not known to be shortest only that by
  /// parts, which needs none.
  ///
  /// - Parameter single: the tour of each order alone.
  /// - Complexity: O(cells * orders * log orders).
  static func simple(_ lengths: BatchLengths, single: [Int]) -> Int {
    let request = lengths.request
    guard lengths.isExact else { return request.layout.isUnrestricted ? parts(lengths) : 0 }
    let whole = filled(Array(zip(single, request.orders.map(\.size))), request.capacity)
    guard request.layout.isUnrestricted else { return whole }
    return max(whole, parts(lengths))
  }

  private static func filled(_ items: [(measure: Int, size: Int)], _ capacity: Int) -> Int {
    var bound = 0
    var left = 0
    for item in items.sorted(by: { $0.measure > $1.measure }) {
      var size = item.size
      if size > left {
        size -= left
        let carts = (size + capacity - 1) / capacity
        bound += carts * item.measure
        left = carts * capacity - size
      } else {
        left -= size
      }
    }
    return bound
  }

  private static func parts(_ lengths: BatchLengths) -> Int {
    let request = lengths.request
    let masks = lengths.masks
    let along = AlongCrossAisles(request, masks)
    var bound = filled(
      (0..<masks.orderCount).map { (along.length($0), request.orders[$0].size) },
      request.capacity)
    let ends =
      request.layout.terminals(of: request.start)
      + request.layout.terminals(of: request.end)
    for aisle in 0..<masks.aisleCount {
      for block in 0..<masks.blockCount {
        let (low, high) = (request.layout.crossAisles[block], request.layout.crossAisles[block + 1])
        let holdsEnd = ends.contains {
          $0.point.aisle == masks.firstAisle + aisle && low < $0.point.y && $0.point.y < high
        }
        guard !holdsEnd else { continue }
        let cell = (aisle * masks.blockCount + block) * masks.wordsPerCell
        var items: [(Int, Int)] = []
        for order in 0..<masks.orderCount {
          let mask = masks.words + order * masks.wordCount + cell
          guard
            let scan = CellScan(
              mask, words: masks.wordsPerCell, masks.positions + cell * 64)
          else { continue }
          let height = masks.heights[block]
          let turn = 2 * min(scan.last, height - scan.first, height - scan.gap)
          items.append((min(height, turn), request.orders[order].size))
        }
        bound += filled(items, request.capacity)
      }
    }
    return bound
  }
}

extension BatchBound {
  /// The least way along the cross-aisles, links included, for a tour that visits given aisles.
  private struct AlongCrossAisles {
    private let starts: [(x: Int, length: Int)]
    private let ends: [(x: Int, length: Int)]
    private let xs: [Int]
    private let masks: OrderMasks

    init(_ request: BatchRequest, _ masks: OrderMasks) {
      self.masks = masks
      let layout = request.layout
      let unit = masks.unit
      let first = masks.firstAisle
      xs = layout.aisles[first..<first + masks.aisleCount].map {
        ($0 - layout.aisles[first]) / unit
      }
      func ways(_ place: Place) -> [(x: Int, length: Int)] {
        layout.terminals(of: place).map {
          ((layout.aisles[$0.point.aisle] - layout.aisles[first]) / unit, $0.length / unit)
        }
      }
      starts = ways(request.start)
      ends = ways(request.end)
    }

    func length(_ order: Int) -> Int {
      let mask = masks.words + order * masks.wordCount
      let perAisle = masks.blockCount * masks.wordsPerCell
      var low = -1
      var high = -1
      for aisle in 0..<masks.aisleCount {
        var any = masks.junctionBase.map { mask[$0 + aisle] } ?? 0
        for word in aisle * perAisle..<(aisle + 1) * perAisle { any |= mask[word] }
        guard any != 0 else { continue }
        if low < 0 { low = xs[aisle] }
        high = xs[aisle]
      }
      guard low >= 0 else { return 0 }
      var best = Int.max
      for start in starts {
        for end in ends {
          let left = min(low, start.x, end.x)
          let right = max(high, start.x, end.x)
          // To one side, over to the other, back to the end.
          let walked = (right - left) * 2 - abs(start.x - end.x)
          best = min(best, start.length + walked + end.length)
        }
      }
      return best
    }
  }
}

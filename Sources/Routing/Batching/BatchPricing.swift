/// Finds batches whose length is less than the sum of their orders' prices.
///
/// The pricing of column generation (Gilmore & Gomory 1961, Operations Research 9:849), by local
/// search from batches in use: an order more, one less, one for another.
struct BatchPricing {
  let lengths: BatchLengths
  let pool: BatchPool
  private let request: BatchRequest

  init(_ lengths: BatchLengths, _ pool: BatchPool) {
    self.lengths = lengths
    self.pool = pool
    request = lengths.request
  }

  /// Adds the improvements of a batch to the pool, going on from the best.
  ///
  /// - Parameters:
  ///   - candidates: the orders that may join.
  ///   - prices: of all orders.
  /// - Returns: the lowest reduced cost found.
  /// - Complexity: O(orders * batch size) tours for each step.
  func improve(
    _ batch: [Int], candidates: [Int], prices: [Double], used: () -> Double
  ) -> Double {
    var current = batch
    var value = Double(lengths.length(current)) - current.reduce(0) { $0 + prices[$1] }
    while used() < 1 {
      var best: (value: Double, orders: [Int])?
      // Leaving out one order, or none (at the end).
      for place in 0...current.count {
        var kept = current
        if place < current.count { kept.remove(at: place) }
        let load = kept.reduce(0) { $0 + request.orders[$1].size }
        let sum = kept.reduce(0.0) { $0 + prices[$1] }
        let keptLength = lengths.length(kept)
        let keptValue = Double(keptLength) - sum
        if place < current.count, keptValue < best?.value ?? value - 1e-6, !kept.isEmpty {
          best = (keptValue, kept)
        }
        var key = BatchLengths.Key()
        for order in kept { key = key ^ lengths.keys[order] }
        for order in candidates where prices[order] > 0 {
          guard load + request.orders[order].size <= request.capacity, !current.contains(order)
          else { continue }
          // The tour only grows.
          let target = min(best?.value ?? value, -1e-6)
          guard keptValue - prices[order] < target - 1e-6 else { continue }
          let grown = key ^ lengths.keys[order]
          var length = lengths.known(grown)
          if length < 0 {
            let mask = lengths.open()
            for each in kept { lengths.add(each, to: mask) }
            lengths.add(order, to: mask)
            lengths.measure()
            length = lengths.lengths[0]
            lengths.remember(grown, length)
          }
          let made = Double(length) - sum - prices[order]
          guard made < -1e-6 else { continue }
          pool.add((kept + [order]).map(Int32.init), grown, length: length)
          if made < best?.value ?? value - 1e-6 { best = (made, kept + [order]) }
        }
      }
      guard let best else { return value }
      (value, current) = best
    }
    return value
  }
}

/// Proves how much the prices of orders may exceed the length of a batch.
///
/// A depth-first search over all batches. A branch is left when the orders that may still join
/// cannot lift the prices over the length of the tour so far, which only grows: at most a cart's
/// remaining room filled with the best prices for the room (Dantzig 1957). With the greatest
/// ratio of prices to length found, the prices divided by it are a feasible dual solution, and their
/// sum a bound on every answer (Farley 1990, Operations Research 38:922).
final class PriceSearch {
  private let lengths: BatchLengths
  private let pool: BatchPool
  private let prices: [Double]
  private let used: () -> Double
  /// The orders with a price, the best price for the room first.
  private let ranked: [Int]
  private let size: [Int]
  private let price: [Double]
  private let capacity: Int
  private let width: Int
  private var masks: [UnsafeMutablePointer<UInt64>] = []
  private var path: [Int] = []
  private var steps = 0
  private var isOver = false
  /// How far batches may stay below their prices to be found.
  private let slack: Double
  /// How many batches the pool may come to hold.
  private let most: Int
  /// The greatest ratio of prices to length.
  private(set) var ratio = 1.0
  /// How many batches with a ratio above 1 were found.
  private(set) var found = 0

  /// - Parameters:
  ///   - slack: how much longer than the prices of its orders a batch may be to be found; 0 for
  ///     those that are shorter only.
  ///   - most: the search ends unfinished when the pool holds more.
  init(
    _ lengths: BatchLengths, _ pool: BatchPool, prices: [Double], slack: Double = 0,
    most: Int = .max, used: @escaping () -> Double
  ) {
    self.lengths = lengths
    self.slack = slack
    self.most = most
    self.pool = pool
    self.prices = prices
    self.used = used
    let orders = lengths.request.orders
    capacity = lengths.request.capacity
    width = lengths.masks.wordCount
    ranked = orders.indices.filter { slack > 0 || prices[$0] > 0 }.sorted { a, b in
      let (x, y) = (prices[a] * Double(orders[b].size), prices[b] * Double(orders[a].size))
      return x != y ? x > y : a < b
    }
    size = ranked.map { orders[$0].size }
    price = ranked.map { prices[$0] }
  }

  deinit { for mask in masks { mask.deallocate() } }

  /// Whether the search was finished, so that `ratio` holds for every batch.
  func run() -> Bool {
    extend(from: 0, load: 0, sum: 0, length: 0, key: BatchLengths.Key())
    return !isOver
  }

  /// The most the prices can grow by with orders from a rank on in the room left.
  private func most(from rank: Int, room: Int) -> Double {
    var room = room
    var sum = 0.0
    for next in rank..<ranked.count {
      if size[next] >= room { return sum + price[next] * Double(room) / Double(size[next]) }
      room -= size[next]
      sum += price[next]
    }
    return sum
  }

  private func extend(from rank: Int, load: Int, sum: Double, length: Int, key: BatchLengths.Key) {
    let depth = path.count
    if masks.count <= depth + 1 {
      for _ in masks.count...depth + 1 {
        let mask = UnsafeMutablePointer<UInt64>.allocate(capacity: max(1, width))
        mask.initialize(repeating: 0, count: max(1, width))
        masks.append(mask)
      }
    }
    var next = rank
    while next < ranked.count, !isOver {
      var group: [Int] = []
      while next < ranked.count, group.count < lengths.laneCount {
        if sum + most(from: next, room: capacity - load) <= ratio * Double(length) - slack + 1e-6 {
          next = ranked.count
          break
        }
        if load + size[next] <= capacity { group.append(next) }
        next += 1
      }
      guard !group.isEmpty else { return }
      for each in group {
        let mask = lengths.open()
        lengths.add(masks[depth], to: mask)
        lengths.add(ranked[each], to: mask)
      }
      lengths.measure()
      let measured = group.indices.map { lengths.lengths[$0] }
      steps += group.count
      if steps >= 2048 {
        steps = 0
        if used() >= 1 { isOver = true }
      }
      for (place, each) in group.enumerated() where !isOver {
        visit(each, measured[place], load: load, sum: sum, key: key)
      }
    }
  }

  private func visit(
    _ rank: Int, _ length: Int, load: Int, sum: Double, key: BatchLengths.Key
  ) {
    let depth = path.count
    let made = sum + price[rank]
    let grown = key ^ lengths.keys[ranked[rank]]
    path.append(ranked[rank])
    defer { path.removeLast() }
    if made > Double(length) - slack + 1e-6 {
      found += 1
      ratio = max(ratio, length > 0 ? made / Double(length) : .infinity)
      pool.add(path.map(Int32.init), grown, length: length)
      if pool.count > most { isOver = true }
    }
    let reach = made + most(from: rank + 1, room: capacity - load - size[rank])
    guard reach > ratio * Double(length) - slack + 1e-6 else { return }
    let mask = masks[depth + 1]
    let words = lengths.masks.words + ranked[rank] * width
    for word in 0..<width { mask[word] = masks[depth][word] | words[word] }
    extend(
      from: rank + 1, load: load + size[rank], sum: made, length: length, key: grown)
  }
}

/// The linear program of covering orders by batches: the least sum of lengths such that every order
/// is in batches that add up to one or more.
///
/// Since a tour over fewer orders is no longer, covering is as good as partitioning, and its prices
/// are not negative. Solved by the revised simplex method with an explicit inverse of the basis
/// (Dantzig & Orchard-Hays 1954, Mathematical Tables 8:64), columns priced from a pool. The
/// requirements are made slightly uneven against stalling: the prices stay feasible whatever the
/// requirements are, so that the sum of the prices is a bound over the pool.
final class CoverProgram {
  /// The orders to be covered; rows are numbers into this list.
  let rows: [Int]
  private let rowOf: [Int]
  private let pool: BatchPool
  private let count: Int
  /// The batch of the pool in each place of the basis, -1 - row for a surplus.
  private(set) var basis: [Int]
  private let inverse: UnsafeMutablePointer<Double>
  private let values: UnsafeMutablePointer<Double>
  private let rowPrices: UnsafeMutablePointer<Double>
  private let column: UnsafeMutablePointer<Double>
  /// The price of each order, 0 for orders not to be covered.
  private(set) var prices: [Double]
  private var active: [Int] = []
  private var isActive: [Bool]

  /// - Parameters:
  ///   - rows: the orders to be covered.
  ///   - singles: for each order the batch of the pool that holds it alone, to begin with.
  ///   - penalty: what such a batch costs for the orders that must not be alone, more than any
  ///     answer.
  init(
    _ pool: BatchPool, rows: [Int], orderCount: Int, singles: [Int],
    penalty: (orders: Set<Int>, cost: Int)? = nil
  ) {
    self.pool = pool
    self.rows = rows
    count = rows.count
    var rowOf = [Int](repeating: -1, count: orderCount)
    for (row, order) in rows.enumerated() { rowOf[order] = row }
    self.rowOf = rowOf
    func room(_ count: Int) -> UnsafeMutablePointer<Double> {
      let pointer = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
      pointer.initialize(repeating: 0, count: max(1, count))
      return pointer
    }
    inverse = room(count * count)
    values = room(count)
    rowPrices = room(count)
    column = room(count)
    prices = [Double](repeating: 0, count: orderCount)
    basis = rows.map { singles[$0] }
    isActive = []
    var random = SplitMix(seed: 17)
    for row in 0..<count {
      inverse[row * count + row] = 1
      values[row] = 1 + random.unit() * 1e-3
      let isAlone = penalty?.orders.contains(rows[row]) ?? false
      rowPrices[row] = Double(isAlone ? penalty?.cost ?? 0 : pool.lengths[basis[row]])
    }
  }

  deinit {
    inverse.deallocate()
    values.deallocate()
    rowPrices.deallocate()
    column.deallocate()
  }

  /// The sum of the prices: what covering costs at least with batches of the pool.
  var value: Double { rows.reduce(0) { $0 + prices[$1] } }

  /// The batches in use and how much of each, for requirements of exactly one.
  var chosen: [(batch: Int, part: Double)] {
    (0..<count).compactMap { place in
      var part = 0.0
      for row in 0..<count { part += inverse[place * count + row] }
      return basis[place] >= 0 && part > 1e-6 ? (basis[place], part) : nil
    }
  }

  /// Divides the prices so that no batch of a list is worth more than its length: their sum is then
  /// a bound on all answers from the list, however far the program was solved.
  func makeFeasible(_ allowed: [Int]) {
    var ratio = 1.0
    for batch in allowed {
      let length = Double(pool.lengths[batch])
      let worth = length - reducedCost(batch)
      if worth > length { ratio = max(ratio, length > 0 ? worth / length : .infinity) }
    }
    guard ratio > 1 else { return }
    for order in rows { prices[order] /= ratio }
  }

  /// Makes the prices the best for the pool as it is now.
  ///
  /// - Parameter allowed: the batches of the pool that may be used, nil for all.
  /// - Complexity: O(rows * rows) for each step, O(pool) for each time prices are tried on it.
  func solve(used: () -> Double, allowed: [Int]? = nil) {
    isActive += [Bool](repeating: false, count: pool.count - isActive.count)
    setPrices()
    while used() < 1 {
      var steps = 0
      while let entering = cheapestActive() {
        guard enter(entering) else { break }
        steps += 1
        if steps % 64 == 0, used() >= 1 { return }
      }
      setPrices()
      guard activate(allowed) else { return }
    }
  }

  private func setPrices() {
    for row in 0..<count { prices[rows[row]] = max(0, rowPrices[row]) }
  }

  /// The length of a batch less the prices of its orders.
  func reducedCost(_ batch: Int) -> Double {
    var cost = Double(pool.lengths[batch])
    for place in Int(pool.starts[batch])..<Int(pool.starts[batch + 1]) {
      cost -= prices[Int(pool.orders[place])]
    }
    return cost
  }

  /// Takes the batches with the lowest reduced costs among those considered; false for none.
  private func activate(_ allowed: [Int]?) -> Bool {
    var found: [(cost: Double, batch: Int)] = []
    func look(_ batch: Int) {
      guard !isActive[batch] else { return }
      let cost = reducedCost(batch)
      if cost < -1e-6 { found.append((cost, batch)) }
    }
    if let allowed {
      for batch in allowed { look(batch) }
    } else {
      for batch in 0..<pool.count { look(batch) }
    }
    guard !found.isEmpty else { return false }
    found.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.batch < $1.batch }
    for each in found.prefix(4 * count + 50) {
      active.append(each.batch)
      isActive[each.batch] = true
    }
    return true
  }

  /// The batch considered with the lowest reduced cost, or a surplus, nil where none is negative.
  private func cheapestActive() -> Int? {
    var best: (cost: Double, entering: Int)?
    for row in 0..<count where rowPrices[row] < -1e-7 {
      if rowPrices[row] < best?.cost ?? 0 { best = (rowPrices[row], -1 - row) }
    }
    if best != nil { return best?.entering }
    setPrices()
    for batch in active {
      let cost = reducedCost(batch)
      if cost < -1e-6, cost < best?.cost ?? 0 { best = (cost, batch) }
    }
    return best?.entering
  }

  /// Brings a batch or surplus into the basis; false where that has no effect.
  private func enter(_ entering: Int) -> Bool {
    var cost = 0.0
    for place in 0..<count { column[place] = 0 }
    func add(_ row: Int, _ sign: Double) {
      for place in 0..<count { column[place] += sign * inverse[place * count + row] }
    }
    if entering >= 0 {
      cost = Double(pool.lengths[entering])
      for place in Int(pool.starts[entering])..<Int(pool.starts[entering + 1]) {
        let row = rowOf[Int(pool.orders[place])]
        guard row >= 0 else { continue }
        cost -= rowPrices[row]
        add(row, 1)
      }
    } else {
      cost = rowPrices[-1 - entering]
      add(-1 - entering, -1)
    }
    var leaving = -1
    var least = Double.infinity
    for place in 0..<count where column[place] > 1e-9 {
      let ratio = max(0, values[place]) / column[place]
      if ratio < least || ratio == least && column[place] > column[leaving] {
        (leaving, least) = (place, ratio)
      }
    }
    guard leaving >= 0, cost < 0 else { return false }
    let pivot = 1 / column[leaving]
    let source = inverse + leaving * count
    for row in 0..<count { source[row] *= pivot }
    values[leaving] = least
    for place in 0..<count where place != leaving && column[place] != 0 {
      let factor = column[place]
      let target = inverse + place * count
      for row in 0..<count { target[row] -= factor * source[row] }
      values[place] -= factor * least
    }
    for row in 0..<count { rowPrices[row] += cost * source[row] }
    basis[leaving] = entering
    return true
  }
}

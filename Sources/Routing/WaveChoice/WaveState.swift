/// A wave in the making: chosen orders and aisles, and the slack of each SKU.
///
/// Invariant between moves: `slack[s]` = stock of the visited aisles - units of the chosen orders
/// >= 0 for each SKU, units <= the most units, and every order that must be in the wave is (from
/// `start` on). Each change is logged, so a move is undone in the time it took.
final class WaveState {
  let table: WaveTable
  let orders: WaveRows
  let aisles: WaveRows
  let wants: WaveRows
  let orderUnits: UnsafeMutablePointer<Int>
  let slack: UnsafeMutablePointer<Int>
  /// Units of each SKU that orders outside the wave want.
  let unmet: UnsafeMutablePointer<Int>
  /// The most an order wants of each SKU.
  private let largestWant: UnsafeMutablePointer<Int>
  let chosen: UnsafeMutablePointer<Bool>
  /// Orders that may not be dropped.
  let fixed: UnsafeMutablePointer<Bool>
  let visited: UnsafeMutablePointer<Bool>
  /// Visited aisles first, then the others; `place` is where an aisle stands.
  let sequence: UnsafeMutablePointer<Int32>
  private let place: UnsafeMutablePointer<Int32>

  /// The most units the wave may be filled to.
  var ceiling: Int
  private(set) var units = 0
  private(set) var visitedCount = 0
  /// What was done in this move: orders as o, aisles as -1 - a; doing it again undoes it.
  private var log: ContiguousArray<Int32> = []
  /// SKUs whose slack may be negative.
  private var short: ContiguousArray<Int32> = []
  /// SKUs whose slack grew in this move.
  private var freed: ContiguousArray<Int32> = []
  private var candidates: ContiguousArray<(score: Double, order: Int32)> = []
  private let stamp: UnsafeMutablePointer<UInt32>
  private var now: UInt32 = 0

  var orderCount: Int { orders.count }
  var aisleCount: Int { aisles.count }

  init(_ table: WaveTable) {
    self.table = table
    orders = table.orders
    aisles = table.aisles
    ceiling = table.maxUnits
    wants = table.wants
    let (orderCount, aisleCount) = (table.orderCount, table.aisleCount)
    orderUnits = .allocate(capacity: orderCount)
    slack = .allocate(capacity: table.skuCount)
    unmet = .allocate(capacity: table.skuCount)
    largestWant = .allocate(capacity: table.skuCount)
    chosen = .allocate(capacity: orderCount)
    fixed = .allocate(capacity: orderCount)
    stamp = .allocate(capacity: orderCount)
    visited = .allocate(capacity: aisleCount)
    sequence = .allocate(capacity: aisleCount)
    place = .allocate(capacity: aisleCount)
    slack.initialize(repeating: 0, count: table.skuCount)
    for sku in 0..<table.skuCount {
      (unmet + sku).initialize(to: table.demand[sku])
      let largest = wants[sku].reduce(0) { max($0, Int(table.wants.quantity[$1])) }
      (largestWant + sku).initialize(to: largest)
    }
    for order in 0..<orderCount {
      (orderUnits + order).initialize(to: table.units[order])
      (fixed + order).initialize(to: table.must[order])
    }
    chosen.initialize(repeating: false, count: orderCount)
    stamp.initialize(repeating: 0, count: orderCount)
    visited.initialize(repeating: false, count: aisleCount)
    for aisle in 0..<aisleCount {
      (sequence + aisle).initialize(to: Int32(aisle))
      (place + aisle).initialize(to: Int32(aisle))
    }
  }

  deinit {
    orderUnits.deallocate()
    slack.deallocate()
    unmet.deallocate()
    largestWant.deallocate()
    chosen.deallocate()
    fixed.deallocate()
    stamp.deallocate()
    visited.deallocate()
    sequence.deallocate()
    place.deallocate()
  }

  // MARK: Single changes

  @inline(__always)
  private func toggle(order: Int) {
    if chosen[order] {
      chosen[order] = false
      units -= orderUnits[order]
      for entry in orders[order] {
        let sku = Int(orders.column[entry])
        let quantity = Int(orders.quantity[entry])
        slack[sku] += quantity
        unmet[sku] += quantity
      }
    } else {
      chosen[order] = true
      units += orderUnits[order]
      for entry in orders[order] {
        let sku = Int(orders.column[entry])
        let quantity = Int(orders.quantity[entry])
        slack[sku] -= quantity
        unmet[sku] -= quantity
      }
    }
  }

  @inline(__always)
  private func toggle(aisle: Int) {
    if visited[aisle] {
      visited[aisle] = false
      visitedCount -= 1
      exchange(aisle, at: visitedCount)
      for entry in aisles[aisle] {
        slack[Int(aisles.column[entry])] -= Int(aisles.quantity[entry])
      }
    } else {
      visited[aisle] = true
      exchange(aisle, at: visitedCount)
      visitedCount += 1
      for entry in aisles[aisle] {
        slack[Int(aisles.column[entry])] += Int(aisles.quantity[entry])
      }
    }
  }

  @inline(__always)
  private func exchange(_ aisle: Int, at target: Int) {
    let from = Int(place[aisle])
    let other = sequence[target]
    sequence[target] = Int32(aisle)
    sequence[from] = other
    place[aisle] = Int32(target)
    place[Int(other)] = Int32(from)
  }

  /// Visits an aisle that is not visited.
  func visit(_ aisle: Int) {
    toggle(aisle: aisle)
    log.append(Int32(-1 - aisle))
    for entry in aisles[aisle] {
      let sku = aisles.column[entry]
      note(sku, given: Int(aisles.quantity[entry]))
    }
  }

  /// Remembers a SKU that orders may have waited for: its slack was less than the largest wish.
  @inline(__always)
  private func note(_ sku: Int32, given: Int) {
    if slack[Int(sku)] - given < largestWant[Int(sku)] { freed.append(sku) }
  }

  /// Leaves a visited aisle out; `repair` has to follow.
  func leave(_ aisle: Int) {
    toggle(aisle: aisle)
    log.append(Int32(-1 - aisle))
    for entry in aisles[aisle] where slack[Int(aisles.column[entry])] < 0 {
      short.append(aisles.column[entry])
    }
  }

  /// Takes an order into the wave whatever the slack; `repair` has to follow.
  func force(_ order: Int) {
    toggle(order: order)
    log.append(Int32(order))
    for entry in orders[order] where slack[Int(orders.column[entry])] < 0 {
      short.append(orders.column[entry])
    }
  }

  /// Drops a chosen order.
  func drop(_ order: Int) {
    toggle(order: order)
    log.append(Int32(order))
    for entry in orders[order] {
      note(orders.column[entry], given: Int(orders.quantity[entry]))
    }
  }

  /// Keeps what was done since the last `keep` or `undo`.
  func keep() {
    log.removeAll(keepingCapacity: true)
    freed.removeAll(keepingCapacity: true)
    short.removeAll(keepingCapacity: true)
  }

  /// Takes back what was done since the last `keep` or `undo`.
  func undo() {
    while let change = log.popLast() {
      if change >= 0 { toggle(order: Int(change)) } else { toggle(aisle: Int(-1 - change)) }
    }
    freed.removeAll(keepingCapacity: true)
    short.removeAll(keepingCapacity: true)
  }

  // MARK: Moves

  /// Whether an order outside the wave fits in without any change.
  @inline(__always)
  func fits(_ order: Int) -> Bool {
    for entry in orders[order]
    where slack[Int(orders.column[entry])] < Int(orders.quantity[entry]) { return false }
    return true
  }

  /// Drops orders until no slack is negative and the most units are kept; false where it cannot.
  ///
  /// Dropped are those that cost few units for what they give back where it is short; `held` stays.
  func repair(holding held: Int, _ random: inout SplitMix) -> Bool {
    while let sku = short.popLast() {
      while slack[Int(sku)] < 0 {
        guard let victim = victim(of: Int(sku), holding: held, &random) else { return false }
        drop(victim)
      }
    }
    return true
  }

  private func victim(of sku: Int, holding held: Int, _ random: inout SplitMix) -> Int? {
    let row = wants[sku]
    var best: Int?
    var bestCost = Double.infinity
    var seen = 0
    var entry = row.lowerBound + random.below(row.count)
    for _ in 0..<row.count {
      let order = Int(wants.column[entry])
      entry += 1
      if entry == row.upperBound { entry = row.lowerBound }
      guard chosen[order], !fixed[order], order != held else { continue }
      var relief = 0
      for line in orders[order] {
        let lack = -slack[Int(orders.column[line])]
        if lack > 0 { relief += min(lack, Int(orders.quantity[line])) }
      }
      let cost = Double(orderUnits[order]) / Double(relief) * (0.9 + 0.2 * random.unit())
      if cost < bestCost {
        bestCost = cost
        best = order
      }
      seen += 1
      if seen == 24 { break }
    }
    return best
  }

  /// Takes in orders that fit where slack grew in this move, those with most worth first.
  ///
  /// `worth` is an order's units less what its lines cost at the present prices.
  func fill(worth: UnsafeMutablePointer<Double>, _ random: inout SplitMix) {
    now &+= 1
    candidates.removeAll(keepingCapacity: true)
    let room = ceiling - units
    for sku in freed where slack[Int(sku)] > 0 && unmet[Int(sku)] > 0 {
      let row = wants[Int(sku)]
      var entry = row.lowerBound + random.below(row.count)
      var seen = 0
      for _ in 0..<row.count {
        let order = Int(wants.column[entry])
        let quantity = Int(wants.quantity[entry])
        entry += 1
        if entry == row.upperBound { entry = row.lowerBound }
        guard !chosen[order], stamp[order] != now else { continue }
        stamp[order] = now
        seen += 1
        if seen > 64 { break }
        guard quantity <= slack[Int(sku)], orderUnits[order] <= room, fits(order) else { continue }
        candidates.append((worth[order] * (0.7 + 0.6 * random.unit()), Int32(order)))
      }
    }
    freed.removeAll(keepingCapacity: true)
    guard !candidates.isEmpty else { return }
    if candidates.count > 1 { candidates.sort { $0.score > $1.score } }
    for (_, order) in candidates {
      let order = Int(order)
      if units + orderUnits[order] <= ceiling, fits(order) {
        toggle(order: order)
        log.append(Int32(order))
      }
    }
  }

  // MARK: Estimates

  /// Units, weighed by SKU, that a further aisle could supply to orders outside the wave.
  @inline(__always)
  func gain(_ aisle: Int, _ weight: UnsafeMutablePointer<Double>) -> Double {
    var gain = 0.0
    for entry in aisles[aisle] {
      let sku = Int(aisles.column[entry])
      let lack = unmet[sku] - slack[sku]
      if lack > 0 { gain += weight[sku] * Double(min(lack, Int(aisles.quantity[entry]))) }
    }
    return gain
  }

  /// Units, weighed by SKU, that the wave would lack without a visited aisle.
  @inline(__always)
  func loss(_ aisle: Int, _ weight: UnsafeMutablePointer<Double>) -> Double {
    var loss = 0.0
    for entry in aisles[aisle] {
      let sku = Int(aisles.column[entry])
      let lack = Int(aisles.quantity[entry]) - slack[sku]
      if lack > 0 { loss += weight[sku] * Double(lack) }
    }
    return loss
  }
}

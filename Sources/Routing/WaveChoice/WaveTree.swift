/// Branch and bound for waves with k aisles: either none has more units than a target, or here is
/// one.
///
/// At each node the prices of `WavePrices` bound what is left; what cannot change without falling
/// to the target is fixed (reduced-cost fixing). Branched is on the open aisle of most value, in
/// before out, then on orders that want what is short. Depth first, so memory is small.
final class WaveTree {
  /// What came of a tree.
  enum Result {
    /// No wave with k aisles has more units than the target.
    case closed
    /// A wave with more.
    case found(WaveSearch.Wave)
    /// Neither before time was over.
    case open
  }

  private let table: WaveTable
  private let prices: WavePrices
  /// What was fixed, to be taken back: orders as o, aisles as -1 - a.
  private var trail: [Int32] = []
  private var count = 0
  private var target = 0
  /// How many nodes may still be looked into.
  var nodesLeft = 0
  private var use: [Int]

  init(_ table: WaveTable) {
    self.table = table
    prices = WavePrices(table, whole: false)
    use = [Int](repeating: 0, count: table.skuCount)
  }

  /// Looks for waves with `aisles` aisles and more than `target` units.
  func search(
    aisles: Int, target: Int, from start: WavePrices, isOver: () -> Bool
  ) -> Result {
    count = aisles
    self.target = target
    prices.follow(start)
    return explore(steps: 200, rate: 0.03, isOver)
  }

  private func fix(order: Int, _ value: Int8) {
    prices.orderFix[order] = value
    trail.append(Int32(order))
  }

  private func fix(aisle: Int, _ value: Int8) {
    prices.aisleFix[aisle] = value
    trail.append(Int32(-1 - aisle))
  }

  /// A node; leaves everything as it was.
  private func explore(steps: Int, rate: Double, _ isOver: () -> Bool) -> Result {
    nodesLeft -= 1
    if nodesLeft < 0 || isOver() { return .open }
    let mark = trail.count
    let (orders, aisles) = (prices.orders, prices.aisles)
    defer {
      while trail.count > mark {
        let change = Int(trail.removeLast())
        if change >= 0 { prices.orderFix[change] = 0 } else { prices.aisleFix[-1 - change] = 0 }
      }
      (prices.orders, prices.aisles) = (orders, aisles)
    }
    dropOut()
    let units = prices.improve(aisles: count, target: Double(target), steps: steps, rate: rate)
    if units < Double(target + 1) { return .closed }
    fixAll(units)
    guard dropOut() else { return .closed }

    if let aisle = prices.aisles.first(where: { prices.aisleFix[Int($0)] == 0 }) {
      return branch(isOver) { self.fix(aisle: Int(aisle), $0) }
    }
    guard let order = openOrder() else { return leaf() }
    return branch(isOver) { self.fix(order: order, $0) }
  }

  private func branch(_ isOver: () -> Bool, _ fix: (Int8) -> Void) -> Result {
    let mark = trail.count
    for value in [Int8(1), -1] {
      fix(value)
      let result = explore(steps: 16, rate: 0.03, isOver)
      while trail.count > mark {
        let change = Int(trail.removeLast())
        if change >= 0 { prices.orderFix[change] = 0 } else { prices.aisleFix[-1 - change] = 0 }
      }
      if case .closed = result { continue }
      return result
    }
    return .closed
  }

  /// Fixes what would bring the bound down to the target if it changed.
  private func fixAll(_ units: Double) {
    guard units < .infinity else { return }
    let least = Double(target + 1)
    let taken = min(count, prices.aisles.count)
    let last = taken > 0 ? prices.value[Int(prices.aisles[taken - 1])] : 0
    let next = taken < prices.aisles.count ? prices.value[Int(prices.aisles[taken])] : 0
    for (rank, aisle) in prices.aisles.enumerated() where prices.aisleFix[Int(aisle)] == 0 {
      let value = prices.value[Int(aisle)]
      if rank < taken {
        if units - value + next < least { fix(aisle: Int(aisle), 1) }
      } else if units - last + value < least {
        fix(aisle: Int(aisle), -1)
      }
    }
    for order in prices.orders where prices.orderFix[Int(order)] == 0 {
      let worth = prices.worth[Int(order)]
      if worth > 0, units - worth < least { fix(order: Int(order), 1) }
      if worth <= 0, units + worth < least { fix(order: Int(order), -1) }
    }
  }

  /// Takes what is out from the lists, and what can no longer be supplied; false where that is
  /// needed.
  @discardableResult
  private func dropOut() -> Bool {
    var inside = prices.aisles.reduce(0) { $0 + (prices.aisleFix[Int($1)] == 1 ? 1 : 0) }
    guard inside <= count else { return false }
    let full = inside == count
    for aisle in prices.aisles where full && prices.aisleFix[Int(aisle)] == 0 {
      fix(aisle: Int(aisle), -1)
    }
    prices.aisles.removeAll { prices.aisleFix[Int($0)] == -1 }
    inside = 0
    // What the aisles that are left hold, less what orders that are in want.
    for sku in use.indices { use[sku] = 0 }
    for aisle in prices.aisles {
      for entry in table.aisles[Int(aisle)] {
        use[Int(table.aisles.column[entry])] += Int(table.aisles.quantity[entry])
      }
    }
    var units = 0
    for order in prices.orders where prices.orderFix[Int(order)] == 1 {
      units += table.units[Int(order)]
      for entry in table.orders[Int(order)] {
        let sku = Int(table.orders.column[entry])
        use[sku] -= Int(table.orders.quantity[entry])
        if use[sku] < 0 { return false }
      }
    }
    guard units <= table.maxUnits else { return false }
    for order in prices.orders where prices.orderFix[Int(order)] == 0 {
      let fits = table.orders[Int(order)].allSatisfy { entry in
        use[Int(table.orders.column[entry])] >= Int(table.orders.quantity[entry])
      }
      if !fits || units + table.units[Int(order)] > table.maxUnits { fix(order: Int(order), -1) }
    }
    prices.orders.removeAll { prices.orderFix[Int($0)] == -1 }
    return true
  }

  /// The open order with most units.
  private func openOrder() -> Int? {
    var best: Int?
    for order in prices.orders where prices.orderFix[Int(order)] == 0 {
      if best.map({ table.units[$0] < table.units[Int(order)] }) ?? true { best = Int(order) }
    }
    return best
  }

  /// Everything is fixed and covered: the wave, where it has more units than the target.
  private func leaf() -> Result {
    let units = prices.orders.reduce(0) { $0 + table.units[Int($1)] }
    guard units > target, units >= max(table.minUnits, 1), !prices.aisles.isEmpty else {
      return .closed
    }
    return .found(
      WaveSearch.Wave(
        units: units, orders: prices.orders.sorted(), aisles: prices.aisles.sorted()))
  }
}

/// Prices of the SKUs and what they prove: a Lagrangian relaxation of "stock covers orders".
///
/// With a price p >= 0 on each SKU, every wave with k aisles has at most
/// `L(k, p) = sum over orders of max(0, units - p * lines) + sum of the k largest p * stock` units
/// (an order that must be in the wave counts in any case). One set of prices bounds all k at once,
/// and the ratio of any wave is at most the largest `min(max units, floor L(k)) / k` over the k
/// that reach the fewest units. Prices follow subgradients (Held, Wolfe & Crowder 1974) of the k
/// that decides the bound. They are whole multiples of 2^-16 and sums stay below
/// 2^36, so that Double arithmetic is exact and the bound is a proof.
final class WavePrices {
  private static let grain = 65536.0
  private static let largest = 0x1p36

  let table: WaveTable
  let price: UnsafeMutablePointer<Double>
  /// Units less the cost of the lines, for each order.
  let worth: UnsafeMutablePointer<Double>
  /// The cost of its stock, for each aisle.
  let value: UnsafeMutablePointer<Double>
  private let excess: UnsafeMutablePointer<Double>
  private let mean: UnsafeMutablePointer<Double>
  private let spread: UnsafeMutablePointer<Double>
  private let bestPrice: UnsafeMutablePointer<Double>
  /// Whether an order has to be in (1), is out (-1) or is open (0); likewise for aisles.
  ///
  /// Anything but what the request says is for `WaveTree`, and proves less.
  let orderFix: UnsafeMutablePointer<Int8>
  let aisleFix: UnsafeMutablePointer<Int8>
  /// Orders and aisles that are not out; aisles that have to be in first, then by falling value.
  var orders: [Int32]
  var aisles: [Int32]
  /// Whether L(k) holds for the whole request.
  private let whole: Bool
  /// The most units with k aisles, at index k; 0 aisles supply nothing.
  private(set) var most: [Double]

  /// Prices of one half, for the whole request or for parts of it.
  init(_ table: WaveTable, whole: Bool = true) {
    self.table = table
    self.whole = whole
    let total = Double(table.units.reduce(0, +))
    price = .allocate(capacity: table.skuCount)
    excess = .allocate(capacity: table.skuCount)
    mean = .allocate(capacity: table.skuCount)
    spread = .allocate(capacity: table.skuCount)
    bestPrice = .allocate(capacity: table.skuCount)
    worth = .allocate(capacity: table.orderCount)
    value = .allocate(capacity: table.aisleCount)
    price.initialize(repeating: 0.5, count: table.skuCount)
    bestPrice.initialize(repeating: 0.5, count: table.skuCount)
    excess.initialize(repeating: 0, count: table.skuCount)
    mean.initialize(repeating: 0, count: table.skuCount)
    spread.initialize(repeating: 0, count: table.skuCount)
    worth.initialize(repeating: 0, count: table.orderCount)
    value.initialize(repeating: 0, count: table.aisleCount)
    orderFix = .allocate(capacity: table.orderCount)
    aisleFix = .allocate(capacity: table.aisleCount)
    for order in 0..<table.orderCount {
      (orderFix + order).initialize(to: table.must[order] ? 1 : 0)
    }
    aisleFix.initialize(repeating: 0, count: table.aisleCount)
    orders = (0..<Int32(table.orderCount)).map { $0 }
    aisles = (0..<Int32(table.aisleCount)).map { $0 }
    most = [Double](repeating: total, count: table.aisleCount + 1)
    most[0] = 0
  }

  deinit {
    price.deallocate()
    excess.deallocate()
    mean.deallocate()
    spread.deallocate()
    bestPrice.deallocate()
    worth.deallocate()
    value.deallocate()
    orderFix.deallocate()
    aisleFix.deallocate()
  }

  /// The most units a wave with k aisles can have, by what is proven so far.
  func mostUnits(aisles: Int) -> Int { min(table.maxUnits, Int(most[aisles])) }

  /// The bound on the ratio and the k that decides it; nil where no k reaches the fewest units.
  var bound: (ratio: WaveRatio, aisles: Int)? {
    var best: (ratio: WaveRatio, aisles: Int)?
    for aisles in 1..<most.count {
      let units = mostUnits(aisles: aisles)
      guard units >= max(table.minUnits, 1) else { continue }
      let ratio = WaveRatio(units: units, aisles: aisles)
      if best.map({ $0.ratio < ratio }) ?? true { best = (ratio, aisles) }
    }
    return best
  }

  /// Takes over what other prices proved.
  func lower(by other: WavePrices) {
    for aisles in most.indices { most[aisles] = min(most[aisles], other.most[aisles]) }
  }

  /// Notes that k aisles have been proven to have at most so many units.
  func prove(aisles: Int, units: Int) { most[aisles] = min(most[aisles], Double(units)) }

  /// Starts from the prices of others.
  func follow(_ other: WavePrices) {
    price.update(from: other.price, count: table.skuCount)
    bestPrice.update(from: other.price, count: table.skuCount)
  }

  /// Works out worth and value at the present prices; gives L(k), and lowers `most` by it.
  private func evaluate(_ count: Int) -> Double {
    let (lines, stock) = (table.orders, table.aisles)
    for sku in 0..<table.skuCount { excess[sku] = 0 }
    var base = 0.0
    var size = 0.0
    for order in orders {
      let order = Int(order)
      var cost = 0.0
      for entry in lines[order] {
        cost += price[Int(lines.column[entry])] * Double(lines.quantity[entry])
      }
      let rest = Double(table.units[order]) - cost
      size += cost
      worth[order] = rest
      if rest > 0 || orderFix[order] == 1 {
        base += rest
        for entry in lines[order] {
          excess[Int(lines.column[entry])] -= Double(lines.quantity[entry])
        }
      }
    }
    for aisle in aisles {
      let aisle = Int(aisle)
      var sum = 0.0
      for entry in stock[aisle] {
        sum += price[Int(stock.column[entry])] * Double(stock.quantity[entry])
      }
      value[aisle] = sum
      size += sum
    }
    let (value, fix) = (self.value, aisleFix)
    aisles.sort {
      let (one, other) = (Int($0), Int($1))
      return fix[one] != fix[other] ? fix[one] > fix[other] : value[one] > value[other]
    }
    var running = base
    var result = base
    let exact = size + Double(WaveRequest.mostUnits) < Self.largest
    for (rank, aisle) in aisles.enumerated() {
      let aisle = Int(aisle)
      running += value[aisle]
      if whole, exact, running < most[rank + 1] { most[rank + 1] = running }
      guard rank < count else { continue }
      result = running
      for entry in stock[aisle] {
        excess[Int(stock.column[entry])] += Double(stock.quantity[entry])
      }
    }
    return exact ? result : .infinity
  }

  /// Takes `steps` steps for waves with k aisles, towards proving at most `target` units; gives the
  /// least L(k) seen, at whose prices everything stands then.
  ///
  /// The steps are Adam's (Kingma & Ba 2015): each price moves by its own mean over its own spread,
  /// which comes much closer in the same number of steps than Polyak's common step. `rate` is the
  /// first step's length, falling to nothing.
  ///
  /// - Complexity: O(lines + stock lines + aisles * log aisles) a step.
  @discardableResult
  func improve(aisles: Int, target: Double, steps: Int, rate: Double) -> Double {
    var best = Double.infinity
    for sku in 0..<table.skuCount { (mean[sku], spread[sku]) = (0, 0) }
    bestPrice.update(from: price, count: table.skuCount)
    var (meanShare, spreadShare) = (1.0, 1.0)
    for step in 0..<steps {
      let units = evaluate(aisles)
      if units < best {
        best = units
        bestPrice.update(from: price, count: table.skuCount)
        if units < target + 1 { return units }
      }
      meanShare *= 0.9
      spreadShare *= 0.99
      let length = rate * Double(steps - step) / Double(steps) / (1 - meanShare)
      let scale = 1 / (1 - spreadShare)
      for sku in 0..<table.skuCount {
        let pull = excess[sku]
        mean[sku] = 0.9 * mean[sku] + 0.1 * pull
        spread[sku] = 0.99 * spread[sku] + 0.01 * pull * pull
        guard mean[sku] != 0 else { continue }
        let moved = price[sku] - length * mean[sku] / ((spread[sku] * scale).squareRoot() + 1e-3)
        price[sku] = moved > 0 ? (moved * Self.grain).rounded() / Self.grain : 0
      }
    }
    price.update(from: bestPrice, count: table.skuCount)
    return evaluate(aisles)
  }
}

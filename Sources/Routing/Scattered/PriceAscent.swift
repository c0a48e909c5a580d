/// Raises the Lagrangian bound by changing prices along deflected subgradients.
///
/// Held, Wolfe & Crowder 1974 with the direction of Camerini, Fratta & Maffioli 1975: the next
/// direction keeps part of the last; the step aims at a known cost. Prices are whole scaled
/// millimeters, so every bound is exact.
final class PriceAscent {
  let prices: PriceSweep
  /// The best bound since `begin`, scaled, and its prices.
  private(set) var best = Int.min
  let bestPrices: Slab<Int>
  /// How much each point was covered of late, 0 to 1.
  let presence: Slab<Double>
  var factor = 1.0
  private let direction: Slab<Double>
  private var stalled = 0

  init(_ prices: PriceSweep) {
    self.prices = prices
    bestPrices = Slab(repeating: 0, count: prices.prices.count)
    direction = Slab(repeating: 0, count: prices.prices.count)
    presence = Slab(repeating: 0, count: prices.model.pointCount)
  }

  /// Forgets the best bound and the direction; prices stay.
  func begin(factor: Double) {
    best = .min
    self.factor = factor
    stalled = 0
    for article in 0..<direction.count { direction.base[article] = 0 }
  }

  /// One bound and one step towards `aim`, scaled; `patience` bounds without gain halve the step.
  ///
  /// - Returns: the bound; `never / 2` or more where no walk is left.
  func step(aim: Int, patience: Int, memory: Double) -> Int {
    let bound = prices.bound()
    if bound >= BinModel.never / 2 {
      best = bound
      return bound
    }
    if bound > best {
      best = bound
      stalled = 0
      for article in 0..<bestPrices.count {
        bestPrices.base[article] = prices.prices.base[article]
      }
    } else {
      stalled += 1
      if stalled >= patience {
        stalled = 0
        factor *= 0.6
      }
    }
    prices.trace()
    remember(memory)
    let excess = prices.excess.base
    var square = 0.0
    var lacks = 0.0
    for article in 0..<direction.count {
      var lack = Double(-excess[article])
      if lack < 0 && prices.prices.base[article] == 0 { lack = 0 }
      let next = lack + 0.6 * direction.base[article]
      direction.base[article] = next
      square += next * next
      lacks += lack * lack
    }
    guard lacks > 0 else { return bound }
    let length = factor * Double(max(aim - bound, BinModel.scale)) / max(square, lacks / 4)
    let most = Double(BinModel.never >> 16)
    for article in 0..<direction.count {
      let price = Double(prices.prices.base[article]) + length * direction.base[article]
      prices.prices.base[article] = price > 0 ? Int(min(price, most)) : 0
    }
    return bound
  }

  /// Goes back to the prices of the best bound.
  func recall() {
    for article in 0..<bestPrices.count {
      prices.prices.base[article] = bestPrices.base[article]
    }
  }

  private func remember(_ memory: Double) {
    let model = prices.model
    for (number, cell) in model.cells.enumerated() {
      let option = prices.options.base[Int(prices.chosen.base[number])]
      for point in cell.firstPoint..<cell.endPoint {
        let now = option.covers(point) ? 1.0 : 0.0
        presence.base[point] += memory * (now - presence.base[point])
      }
    }
  }
}

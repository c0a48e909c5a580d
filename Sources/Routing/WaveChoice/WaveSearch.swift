/// Simulated annealing over aisles and orders together, guided by the SKUs' prices.
///
/// What is sought is turned into "most units - rate * aisles" with the best ratio known as rate
/// (Dinkelbach 1967): any wave above 0 is a better one and raises the rate. Units short of the
/// fewest are fined. A move changes aisles or forces an order in, drops what is no longer covered,
/// fills up what fits, and is kept or undone as a whole (Kirkpatrick, Gelatt & Vecchi 1983).
final class WaveSearch {
  /// What a unit outside the lane's bounds costs.
  private static let fine = 2.0

  private let table: WaveTable
  private let state: WaveState
  private let prices: WavePrices
  private var random: SplitMix
  private let weight: UnsafeMutablePointer<Double>
  /// Aisles by falling value.
  private var ranked: [Int32]
  /// Whether forcing an order in can help: single units never get in each other's way.
  private let ordersCompete: Bool

  /// A wave remembered.
  struct Wave {
    var units: Int
    var orders: [Int32]
    var aisles: [Int32]

    var ratio: WaveRatio { WaveRatio(units: units, aisles: aisles.count) }
  }

  /// Waves between a floor and a ceiling of units, and the best of them.
  ///
  /// The best waves lie either at the fewest units, where the best aisles are enough, or far above,
  /// where orders of many lines complete each other; moves hardly lead from one to the other.
  struct Lane {
    var floor: Int
    var ceiling: Int
    var best: Wave?
  }

  /// The best wave so far.
  private(set) var best: Wave?
  /// Where the best waves may lie, each searched for itself.
  private(set) var lanes: [Lane]
  /// Moves made so far, and until the best wave was found.
  private(set) var moves = 0
  private(set) var movesToBest = 0

  init(_ table: WaveTable, _ prices: WavePrices, seed: UInt64) {
    self.table = table
    self.prices = prices
    state = WaveState(table)
    random = SplitMix(seed: seed)
    weight = .allocate(capacity: table.skuCount)
    weight.initialize(repeating: 1, count: table.skuCount)
    ranked = prices.aisles
    let span = table.maxUnits - table.minUnits
    let least = max(table.minUnits, 1)
    lanes = [
      Lane(floor: least, ceiling: table.maxUnits),
      Lane(floor: least, ceiling: max(least, table.minUnits + span / 8)),
      Lane(floor: max(least, table.minUnits + span / 2), ceiling: table.maxUnits),
      Lane(floor: max(least, table.maxUnits - span / 10), ceiling: table.maxUnits),
    ]
    ordersCompete = (0..<table.orderCount).contains { table.units[$0] > 1 }
  }

  deinit { weight.deallocate() }

  var ratio: WaveRatio? {
    best.map { $0.ratio }
  }

  /// Takes over new prices.
  func followPrices() {
    ranked = prices.aisles
    for sku in 0..<table.skuCount { weight[sku] = 0.1 + prices.price[sku] }
  }

  private func score(_ rate: Double, _ lane: Lane) -> Double {
    let lack = max(lane.floor - state.units, state.units - lane.ceiling, 0)
    return Double(state.units) - rate * Double(state.visitedCount) - Self.fine * Double(lack)
  }

  /// Remembers the wave where it is the best of a lane so far; gives whether of lane `watched`.
  private func record(watched: Int = 0) -> Bool {
    guard state.units >= lanes[0].floor, state.units <= table.maxUnits, state.visitedCount > 0
    else { return false }
    var wave: Wave?
    var changed = false
    for lane in lanes.indices
    where state.units >= lanes[lane].floor && state.units <= lanes[lane].ceiling {
      if let best = lanes[lane].best,
        state.units * best.aisles.count <= best.units * state.visitedCount
      {
        continue
      }
      let now =
        wave
        ?? Wave(
          units: state.units,
          orders: (0..<Int32(table.orderCount)).filter { state.chosen[Int($0)] },
          aisles: (0..<state.visitedCount).map { state.sequence[$0] })
      wave = now
      lanes[lane].best = now
      if lane == watched { changed = true }
      if lane == 0 {
        best = now
        movesToBest = moves
      }
    }
    return changed
  }

  /// Takes over a wave found elsewhere where it is better.
  func adopt(_ wave: Wave) {
    for lane in lanes.indices
    where wave.units >= lanes[lane].floor && wave.units <= lanes[lane].ceiling {
      if lanes[lane].best.map({ $0.ratio < wave.ratio }) ?? true { lanes[lane].best = wave }
    }
    if best.map({ $0.ratio < wave.ratio }) ?? true {
      best = wave
      movesToBest = moves
    }
  }

  // MARK: Start

  /// Takes in what has to be, then the aisle with most gain again and again, as far as it pays.
  ///
  /// Gives false where the orders that have to be in the wave cannot be supplied.
  func start() -> Bool {
    for order in 0..<table.orderCount where table.must[order] { state.force(order) }
    var lack = (0..<table.skuCount).filter { state.slack[$0] < 0 }
    while !lack.isEmpty {
      var bestAisle: Int?
      var bestRelief = 0
      for aisle in 0..<table.aisleCount where !state.visited[aisle] {
        var relief = 0
        for entry in table.aisles[aisle] {
          let short = -state.slack[Int(table.aisles.column[entry])]
          if short > 0 { relief += min(short, Int(table.aisles.quantity[entry])) }
        }
        if relief > bestRelief { (bestAisle, bestRelief) = (aisle, relief) }
      }
      guard let bestAisle else { return false }
      state.visit(bestAisle)
      lack = lack.filter { state.slack[$0] < 0 }
    }
    guard state.units <= table.maxUnits else { return false }
    state.fill(worth: prices.worth, &random)
    state.keep()
    _ = record()
    while state.visitedCount < table.aisleCount, state.units < table.maxUnits {
      var bestAisle = -1
      var bestGain = -1.0
      for rank in state.visitedCount..<table.aisleCount {
        let aisle = Int(state.sequence[rank])
        let gain = state.gain(aisle, weight)
        if gain > bestGain { (bestAisle, bestGain) = (aisle, gain) }
      }
      let before = state.units
      state.visit(bestAisle)
      state.fill(worth: prices.worth, &random)
      state.keep()
      _ = record()
      let gained = Double(state.units - before)
      if let ratio, gained < 0.05 * ratio.value, bestGain < 0.5 * ratio.value { break }
    }
    return true
  }

  /// Goes back to the best wave of a lane.
  func returnToBest(lane: Int) {
    guard let best = lanes[lane].best else { return }
    for order in 0..<table.orderCount where state.chosen[order] { state.drop(order) }
    for rank in stride(from: state.visitedCount - 1, through: 0, by: -1) {
      state.leave(Int(state.sequence[rank]))
    }
    for aisle in best.aisles { state.visit(Int(aisle)) }
    for order in best.orders { state.force(Int(order)) }
    state.keep()
  }

  // MARK: Annealing

  /// The lane for a cycle: each in turn at first, then mostly the one of the best wave.
  func lane(_ cycle: Int) -> Int {
    guard let best, cycle >= 2 * lanes.count else { return cycle % lanes.count }
    var leading = 0
    var near: [Int] = []
    for lane in lanes.indices {
      guard let wave = lanes[lane].best else { continue }
      if wave.ratio == best.ratio { leading = lane }
      if wave.ratio.value > 0.94 * best.ratio.value { near.append(lane) }
    }
    return cycle % 2 == 0 || near.isEmpty ? leading : near[(cycle / 2) % near.count]
  }

  /// A cycle of moves while it cools; false where `isOver` said so.
  ///
  /// Heat is measured in units, relative to the rate.
  func anneal(lane: Int, moves count: Int, heat: Double, isOver: () -> Bool) -> Bool {
    state.ceiling = lanes[lane].ceiling
    var rate = lanes[lane].best?.ratio.value ?? ratio?.value ?? 0
    if best == nil { rate = Double(table.minUnits) / Double(max(table.aisleCount, 1)) }
    let scale = max(rate, 1)
    let hot = heat * scale
    let cold = max(0.002 * scale, 0.02)
    var current = score(rate, lanes[lane])
    var temperature = hot
    let cooling = count > 100 ? Double(count / 100) : 1
    let factor = power(cold / hot, 1 / max(Double(count) / cooling, 1))
    var untilCool = Int(cooling)
    for _ in 0..<count {
      moves += 1
      if moves & 127 == 0, isOver() { return false }
      untilCool -= 1
      if untilCool <= 0 {
        untilCool = Int(cooling)
        temperature *= factor
      }
      guard step() else {
        state.undo()
        continue
      }
      let next = score(rate, lanes[lane])
      if next >= current || random.unit() < exponential((next - current) / temperature) {
        state.keep()
        current = next
        if record(watched: lane) {
          rate = lanes[lane].best?.ratio.value ?? rate
          current = score(rate, lanes[lane])
        }
      } else {
        state.undo()
      }
    }
    return true
  }

  /// Makes one move; false where it is none.
  private func step() -> Bool {
    let visited = state.visitedCount
    let outside = state.aisleCount - visited
    let draw = random.below(100)
    if ordersCompete, draw < 35 || visited == 0 && draw < 50 {
      return draw < 25 ? forceOrder() : followOrder()
    }
    if draw < 80, visited > 0, outside > 0 {
      let entering = entering()
      let leaving = leaving()
      state.visit(entering)
      state.leave(leaving)
    } else if draw < 90, outside > 0 {
      state.visit(entering())
    } else if visited > 0 {
      state.leave(leaving())
    } else {
      return false
    }
    guard state.repair(holding: -1, &random) else { return false }
    state.fill(worth: prices.worth, &random)
    return true
  }

  /// An aisle to visit: of some not visited, the one with most gain.
  private func entering() -> Int {
    var best = -1
    var bestGain = -1.0
    let outside = state.aisleCount - state.visitedCount
    for _ in 0..<(2 + random.below(6)) {
      var aisle: Int
      if random.below(4) == 0 {
        aisle = Int(state.sequence[state.visitedCount + random.below(outside)])
      } else {
        let draw = random.unit()
        aisle = Int(ranked[Int(draw * draw * Double(ranked.count))])
        if state.visited[aisle] {
          aisle = Int(state.sequence[state.visitedCount + random.below(outside)])
        }
      }
      let gain = state.gain(aisle, weight)
      if gain > bestGain { (best, bestGain) = (aisle, gain) }
    }
    return best
  }

  /// An aisle to leave out: of some visited, the one with least loss.
  private func leaving() -> Int {
    var best = -1
    var bestLoss = Double.infinity
    for _ in 0..<(1 + random.below(4)) {
      let aisle = Int(state.sequence[random.below(state.visitedCount)])
      let loss = state.loss(aisle, weight)
      if loss < bestLoss { (best, bestLoss) = (aisle, loss) }
    }
    return best
  }

  /// Takes in an order that the visited aisles could supply were it not for others.
  private func forceOrder() -> Bool {
    guard state.visitedCount > 0 else { return false }
    // An order that wants what some visited aisle holds.
    let aisle = Int(state.sequence[random.below(state.visitedCount)])
    let stock = table.aisles[aisle]
    let sku = Int(table.aisles.column[stock.lowerBound + random.below(stock.count)])
    let row = table.wants[sku]
    let order = Int(table.wants.column[row.lowerBound + random.below(row.count)])
    guard !state.chosen[order] else { return false }
    state.force(order)
    guard state.repair(holding: order, &random) else { return false }
    while state.units > state.ceiling {
      guard dropAny(but: order) else { return false }
    }
    state.fill(worth: prices.worth, &random)
    return true
  }

  private func dropAny(but held: Int) -> Bool {
    for _ in 0..<50 {
      let order = random.below(state.orderCount)
      if state.chosen[order], !state.fixed[order], order != held {
        state.drop(order)
        return true
      }
    }
    for order in 0..<state.orderCount
    where state.chosen[order] && !state.fixed[order] && order != held {
      state.drop(order)
      return true
    }
    return false
  }

  /// Takes in an order with the aisles it lacks, and mostly leaves out as many others.
  private func followOrder() -> Bool {
    let order = random.below(state.orderCount)
    guard !state.chosen[order] else { return false }
    let wasVisited = state.visitedCount
    for entry in table.orders[order] {
      let sku = Int(table.orders.column[entry])
      let quantity = Int(table.orders.quantity[entry])
      var tries = 0
      while state.slack[sku] < quantity, tries < 6 {
        tries += 1
        let row = table.holds[sku]
        var best = -1
        var bestGain = -1.0
        for _ in 0..<3 {
          let aisle = Int(table.holds.column[row.lowerBound + random.below(row.count)])
          guard !state.visited[aisle] else { continue }
          let gain = state.gain(aisle, weight)
          if gain > bestGain { (best, bestGain) = (aisle, gain) }
        }
        if best >= 0 { state.visit(best) }
        if state.visitedCount > wasVisited + 3 { return false }
      }
    }
    state.force(order)
    let entered = state.visitedCount - wasVisited
    if random.below(4) != 0 {
      for _ in 0..<entered where wasVisited > 0 { state.leave(leaving()) }
    }
    guard state.repair(holding: order, &random) else { return false }
    while state.units > state.ceiling {
      guard dropAny(but: order) else { return false }
    }
    state.fill(worth: prices.worth, &random)
    return true
  }
}

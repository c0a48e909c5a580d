import Warehouse

/// The orders of a made-up warehouse: mostly of one or two lines, for what sells well.
///
/// What they ask for together is there, whatever is promised first, but for every fiftieth order:
/// that one asks for something sold out, expired, or for more than there is.
struct FixtureOrders: Sendable {
  /// One order with its lines and receiver, and whether it can be filled.
  struct Entry: Sendable {
    var order: Order
    var lines: [OrderLine]
    var receiver: Receiver
    var isBackorder: Bool
  }

  private static let channels = [("tmall", "TM"), ("douyin", "DY"), ("jd", "JD")]

  private let catalog: FixtureCatalog
  private let stock: FixtureStock
  private let day: Day
  private let digits: Int
  private var random: SeededGenerator
  private var free: [Int]
  private var counters = [0, 0, 0]

  init(_ catalog: FixtureCatalog, _ stock: FixtureStock, count: Int, day: Day, seed: UInt64) {
    self.catalog = catalog
    self.stock = stock
    self.day = day
    digits = max(3, String(count / Self.channels.count).count)
    random = SeededGenerator(seed: seed, stream: 3)
    free = stock.usable
  }

  /// The order of a place in the file; call it for one place after the other.
  mutating func next(at place: Int) -> Entry {
    // Turns are taken, so that no channel's numbers run out before another's.
    let turn = place % Self.channels.count
    let (channel, prefix) = Self.channels[turn]
    counters[turn] += 1
    let number = Code<Order>(
      "\(prefix)\(day.number % 1_000_000)\(FixtureFloor.padded(counters[turn], digits))")
    let truck = FixturePlace.trucks[random.index(weighing: [5, 4, 3])]
    let order = Order(
      number: number, channel: channel, carrier: truck.carrier,
      cutOff: Timestamp(day, minutes: truck.minutes, utcOffset: FixturePlace.utcOffset),
      priority: random.chance(percent: 5) ? 5 : 0,
      remark: random.chance(percent: 8) ? random.element(of: FixturePlace.remarks) : "")
    var wanted = lines()
    let isBackorder = place % 50 == 26 || wanted.isEmpty
    if isBackorder {
      let line = impossible(place / 50)
      wanted.removeAll { $0.product == line.product }
      wanted.append(line)
    }
    let lines = wanted.enumerated().map { index, line in
      OrderLine(
        order: number, number: index + 1, sku: catalog.products[line.product].sku,
        quantity: line.quantity)
    }
    return Entry(
      order: order, lines: lines, receiver: FixturePlace.receiver(&random),
      isBackorder: isBackorder)
  }

  private mutating func lines() -> [(product: Int, quantity: Int)] {
    let count = random.index(weighing: [50, 30, 12, 5, 3]) + 1
    var lines: [(product: Int, quantity: Int)] = []
    for _ in 0..<count {
      let quantity = [1, 2, 3, 6][random.index(weighing: [75, 18, 5, 2])]
      guard let product = product(quantity, besides: lines.map(\.product)) else { continue }
      free[product] -= quantity
      lines.append((product, quantity))
    }
    return lines
  }

  /// A product with enough free pieces that is not in the order yet; nil when the house is empty.
  private mutating func product(_ quantity: Int, besides chosen: [Int]) -> Int? {
    for _ in 0..<40 {
      let product = catalog.popular(&random)
      if free[product] >= quantity, !chosen.contains(product) { return product }
    }
    let start = random.number(below: free.count)
    for place in 0..<free.count {
      let product = (start + place) % free.count
      if free[product] >= quantity, !chosen.contains(product) { return product }
    }
    return nil
  }

  /// A line that cannot be filled, of one of three kinds by turns.
  private mutating func impossible(_ turn: Int) -> (product: Int, quantity: Int) {
    switch turn % 3 {
    case 0: return (random.element(of: stock.soldOut), random.number(in: 1...2))
    case 1 where !stock.expiredOnly.isEmpty: return (random.element(of: stock.expiredOnly), 1)
    default:
      // An order line of its own kind: what a small company buys for its pantry.
      let product = catalog.ranking[random.number(below: catalog.ranking.count / 2)]
      return (product, stock.usable[product] + random.number(in: 2...12))
    }
  }
}

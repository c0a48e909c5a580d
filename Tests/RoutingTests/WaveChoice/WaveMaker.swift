import Routing

/// Small random wave requests.
struct WaveMaker {
  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  mutating func lines(skus: Int, count: ClosedRange<Int>, quantity: ClosedRange<Int>)
    -> [WaveRequest.Line]
  {
    (0..<Int.random(in: count, using: &random)).map { _ in
      WaveRequest.Line(
        sku: Int.random(in: 0..<skus, using: &random) * 1_000_003,
        quantity: Int.random(in: quantity, using: &random))
    }
  }

  mutating func request(
    orders: Int, aisles: Int, skus: Int, lines most: Int, quantity: Int, must: Double = 0
  ) throws -> WaveRequest {
    let orders = (0..<orders).map { _ in
      WaveRequest.Order(
        lines: lines(skus: skus, count: 1...most, quantity: 1...quantity),
        must: Double.random(in: 0..<1, using: &random) < must)
    }
    let aisles = (0..<aisles).map { _ in
      WaveRequest.Aisle(stock: lines(skus: skus, count: 0...skus, quantity: 0...(2 * quantity)))
    }
    let total = orders.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.quantity } }
    let least = Int.random(in: 0...max(1, total / 2), using: &random)
    return try WaveRequest(
      orders: orders, aisles: aisles, minUnits: least,
      maxUnits: least + Int.random(in: 0...max(1, total / 2), using: &random))
  }
}

/// The best ratio by trying every set of orders with every set of aisles.
enum WaveBruteForce {
  static func best(_ request: WaveRequest) -> WaveRatio? {
    var best: WaveRatio?
    let must = request.orders.indices.reduce(0) { $0 | (request.orders[$1].must ? 1 << $1 : 0) }
    let skus = Set(request.orders.flatMap { $0.lines.map { $0.sku } }).sorted()
    let column = Dictionary(uniqueKeysWithValues: skus.enumerated().map { ($0.1, $0.0) })
    func sum(_ lines: [[WaveRequest.Line]], _ set: Int) -> [Int] {
      var sum = [Int](repeating: 0, count: skus.count)
      for index in lines.indices where set & (1 << index) != 0 {
        for line in lines[index] { if let at = column[line.sku] { sum[at] += line.quantity } }
      }
      return sum
    }
    let waves = (1..<(1 << request.orders.count)).compactMap { set -> (Int, [Int])? in
      guard set & must == must else { return nil }
      let wanted = sum(request.orders.map { $0.lines }, set)
      let units = wanted.reduce(0, +)
      return units >= request.minUnits && units <= request.maxUnits ? (units, wanted) : nil
    }
    for set in 1..<(1 << request.aisles.count) {
      let stock = sum(request.aisles.map { $0.stock }, set)
      for (units, wanted) in waves where zip(wanted, stock).allSatisfy({ $0 <= $1 }) {
        let ratio = WaveRatio(units: units, aisles: set.nonzeroBitCount)
        if best.map({ $0 < ratio }) ?? true { best = ratio }
      }
    }
    return best
  }
}

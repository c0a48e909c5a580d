import Routing

/// The best batches of a few orders by trying every row of batches, each walked by `ShortestWalk`.
struct BatchBruteForce {
  private let request: BatchRequest
  private var tours: [Set<Int>: Int] = [:]
  private(set) var lateness = Int.max
  private(set) var length = Int.max

  init(_ request: BatchRequest) throws {
    self.request = request
    try extend(left: Set(request.orders.indices), walked: 0, late: 0)
  }

  private mutating func extend(left: Set<Int>, walked: Int, late: Int) throws {
    guard !left.isEmpty else {
      if (late, walked) < (lateness, length) { (lateness, length) = (late, walked) }
      return
    }
    let orders = left.sorted()
    for bits in 1..<(1 << orders.count) {
      let batch = Set(orders.indices.filter { bits >> $0 & 1 == 1 }.map { orders[$0] })
      guard batch.reduce(0, { $0 + request.orders[$1].size }) <= request.capacity else { continue }
      let finished = try walked + length(of: batch)
      let added = batch.reduce(0) { sum, order in
        let each = request.orders[order]
        return sum + max(0, finished - (each.due ?? .max)) * each.priority
      }
      guard (late + added, finished) < (lateness, length) else { continue }
      try extend(left: left.subtracting(batch), walked: finished, late: late + added)
    }
  }

  private mutating func length(of batch: Set<Int>) throws -> Int {
    if let known = tours[batch] { return known }
    let walk = try request.tourRequest(of: batch.sorted())
    let length = walk.stops.isEmpty ? 0 : try ShortestWalk().solve(walk).length
    tours[batch] = length
    return length
  }
}

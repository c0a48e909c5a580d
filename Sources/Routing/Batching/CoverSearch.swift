/// Answers put together from batches of a pool, and bounds on every answer.
///
/// Column generation: the linear program `CoverProgram` prices the orders, `BatchPricing` looks for
/// batches worth more than they walk, until there are none. Then the answer is fixed batch by batch,
/// the one most in use first, and the program solved anew for the orders left (a dive; Sadykov et
/// al. 2019, INFORMS Journal on Computing 31:251).
final class CoverSearch {
  private let lengths: BatchLengths
  private let pool: BatchPool
  private let pricing: BatchPricing
  private let orderCount: Int
  /// For each order the batch of the pool that holds it alone.
  private let singles: [Int]
  private var program: CoverProgram
  private var random: SplitMix
  private(set) var isConverged = false

  init(_ lengths: BatchLengths, _ pool: BatchPool, seed: UInt64) {
    self.lengths = lengths
    self.pool = pool
    orderCount = lengths.request.orders.count
    pricing = BatchPricing(lengths, pool)
    random = SplitMix(seed: seed)
    singles = pool.addSingles(lengths)
    program = CoverProgram(
      pool, rows: Array(0..<orderCount), orderCount: orderCount, singles: singles)
  }

  /// The price of each order, and their sum.
  var prices: [Double] { program.prices }
  var value: Double { program.value }

  /// Generates batches until local search finds no better one.
  func generate(used: () -> Double) {
    let candidates = Array(0..<orderCount)
    while used() < 1 {
      program.solve(used: used)
      if !improve(program, candidates, used) {
        isConverged = true
        return
      }
    }
  }

  /// Whether batches better than those in use were found.
  private func improve(
    _ program: CoverProgram, _ candidates: [Int], _ used: () -> Double
  ) -> Bool {
    var isBetter = false
    for (batch, _) in program.chosen {
      guard used() < 1 else { return false }
      let orders = pool.batch(batch)
      let value = pricing.improve(
        orders, candidates: candidates, prices: program.prices, used: used)
      if value < -1e-6 { isBetter = true }
    }
    return isBetter
  }

  /// Fixes an answer batch by batch.
  ///
  /// - Parameter spread: how much chance has to say about which batch is fixed next; 0 for none.
  /// - Returns: the batch of each order, nil where time ran out.
  func dive(spread: Double, best: Int, used: () -> Double) -> [Int]? {
    var assignment = [Int](repeating: -1, count: orderCount)
    var total = 0
    var batches = 0
    var program = self.program
    var left = Array(0..<orderCount)
    while true {
      var isFixed = false
      let chosen = program.chosen
        .map { (batch: $0.batch, part: $0.part + spread * random.unit()) }
        .sorted { $0.part != $1.part ? $0.part > $1.part : $0.batch < $1.batch }
      for (batch, part) in chosen where !isFixed || part > 0.95 {
        let orders = pool.batch(batch).filter { assignment[$0] < 0 }
        guard !isFixed || orders.count == pool.batch(batch).count, !orders.isEmpty else { continue }
        for order in orders { assignment[order] = batches }
        batches += 1
        total += lengths.length(orders)
        isFixed = true
      }
      left = left.filter { assignment[$0] < 0 }
      guard !left.isEmpty else { return assignment }
      guard isFixed, used() < 1, total < best else { return nil }
      program = CoverProgram(pool, rows: left, orderCount: orderCount, singles: singles)
      for _ in 0..<4 {
        let allowed = (0..<pool.count).filter { batch in
          pool.allSatisfy(batch) { assignment[$0] < 0 }
        }
        program.solve(used: used, allowed: allowed)
        guard used() < 1 else { return nil }
        if !improve(program, left, used) { break }
      }
      if Double(total) + program.value >= Double(best) { return nil }
    }
  }
}

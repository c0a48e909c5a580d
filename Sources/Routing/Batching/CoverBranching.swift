/// The best answer that can be put together from given batches, by branch and bound.
///
/// Each node is the linear program over the batches it allows. Where the program uses batches in
/// part, two orders are chosen that are together in part; one child puts them together, the other
/// apart (Ryan & Foster 1981). Batches whose reduced cost exceeds what is left between bound and
/// best answer are dropped for good.
struct CoverBranching {
  private struct Node {
    let batches: [Int]
    /// Pairs of orders that must go together.
    let together: [(Int, Int)]
  }

  private let pool: BatchPool
  private let orderCount: Int
  private let singles: [Int]
  /// The least difference between two answers.
  private let step: Int
  private let used: () -> Double
  /// The length of the best answer, and its batches where this search found it.
  private(set) var best: Int
  private(set) var chosen: [Int] = []
  private var isExact = true
  /// Whether there is no better answer from these batches.
  private(set) var isFinished = false

  init(
    _ pool: BatchPool, orderCount: Int, singles: [Int], best: Int, step: Int,
    used: @escaping () -> Double
  ) {
    self.pool = pool
    self.orderCount = orderCount
    self.singles = singles
    self.best = best
    self.step = step
    self.used = used
  }

  /// Searches all answers from batches of the pool, the most promising child first.
  mutating func run(_ batches: [Int]) {
    var open = [Node(batches: batches, together: [])]
    while let node = open.popLast() {
      guard used() < 1 else { return }
      visit(node, &open)
    }
    isFinished = isExact && used() < 1
  }

  private mutating func visit(_ node: Node, _ open: inout [Node]) {
    let split = Set(node.together.flatMap { [$0.0, $0.1] })
    let program = CoverProgram(
      pool, rows: Array(0..<orderCount), orderCount: orderCount, singles: singles,
      penalty: (split, best))
    program.solve(used: used, allowed: node.batches)
    guard used() < 1 else { return }
    program.makeFeasible(node.batches)
    let least = (Int((program.value - 1e-3).rounded(.up)) + step - 1) / step * step
    guard least < best else { return }
    let room = Double(best - step) - program.value + 1e-3
    let kept = node.batches.filter { program.reducedCost($0) <= room }
    let parts = program.chosen
    guard let pair = mostDivided(parts, split) else {
      accept(parts.filter { $0.part > 0.5 }.map(\.batch))
      // A node that its own answer does not close is left unsolved.
      if least < best { isExact = false }
      return
    }
    let (a, b) = pair
    var together: [Int] = []
    var apart: [Int] = []
    for batch in kept {
      var held = 0
      pool.forEach(batch) { if $0 == a || $0 == b { held += 1 } }
      if held != 1 { together.append(batch) }
      if held != 2 { apart.append(batch) }
    }
    open.append(Node(batches: apart, together: node.together))
    open.append(Node(batches: together, together: node.together + [pair]))
  }

  /// The two orders whose being together is nearest to one half, nil where nothing is divided.
  private func mostDivided(
    _ parts: [(batch: Int, part: Double)], _ split: Set<Int>
  ) -> (Int, Int)? {
    var weights = [Double](repeating: 0, count: orderCount * orderCount)
    var pairs: [(Int, Int)] = []
    for (batch, part) in parts {
      let orders = pool.batch(batch).sorted()
      for (place, a) in orders.enumerated() {
        for b in orders[..<place] {
          if weights[a * orderCount + b] == 0 { pairs.append((a, b)) }
          weights[a * orderCount + b] += part
        }
      }
    }
    var best: (pair: (Int, Int), distance: Double)?
    for (a, b) in pairs {
      let weight = weights[a * orderCount + b]
      guard weight > 1e-4, weight < 1 - 1e-4 else { continue }
      if abs(weight - 0.5) < best?.distance ?? 1 { best = ((a, b), abs(weight - 0.5)) }
    }
    return best?.pair
  }

  /// Takes a solution without divided pairs where it is an answer.
  private mutating func accept(_ batches: [Int]) {
    var seen = [Bool](repeating: false, count: orderCount)
    var length = 0
    for batch in batches {
      length += pool.lengths[batch]
      pool.forEach(batch) { seen[$0] = true }
    }
    guard seen.allSatisfy({ $0 }), length < best else { return }
    best = length
    chosen = batches
  }

  /// The batch of each order in the best answer found here; orders covered twice stay in the first.
  var assignment: [Int]? {
    guard !chosen.isEmpty else { return nil }
    var assignment = [Int](repeating: -1, count: orderCount)
    for (number, batch) in chosen.enumerated() {
      pool.forEach(batch) { if assignment[$0] < 0 { assignment[$0] = number } }
    }
    return assignment
  }
}

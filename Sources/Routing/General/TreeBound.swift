/// A lower bound on every round of a graph by 1-trees.
///
/// A 1-tree is a spanning tree of all nodes but the first, and two edges at the first; every round
/// is one. Prices on nodes are added to their edges and taken off twice, which changes no round but
/// the least 1-tree: they are raised where it has more than two edges and lowered where it has one
/// (Held & Karp 1970, Oper. Res. 18:1138; 1971, Math. Programming 1:6; steps after Volgenant &
/// Jonker 1982, EJOR 9:83). All arithmetic is in whole fractions of a millimeter, so that the bound
/// holds exactly.
final class TreeBound {
  /// What is known of an edge while branching.
  enum Rule { case required, forbidden }

  /// The outcome of an ascent.
  struct Outcome {
    /// No round that keeps the rules is shorter, in millimeters; `Int.max` where there is none.
    var bound: Int
    /// The prices by which that was found.
    var prices: [Int]
    /// The edges of the 1-tree found with them.
    var edges: [(a: Int, b: Int)]
  }

  private let graph: RoundGraph
  private let count: Int
  /// Fractions of a millimeter.
  private let scale: Int
  /// Taken off an edge that has to be in the tree, and the length of one that must not.
  private let credit: Int
  private let base: UnsafeMutablePointer<Int>
  private let weights: UnsafeMutablePointer<Int>
  private let prices: UnsafeMutablePointer<Int>
  private let degrees: UnsafeMutablePointer<Int>
  private let keys: UnsafeMutablePointer<Int>
  private let parents: UnsafeMutablePointer<Int32>
  private let left: UnsafeMutablePointer<Int32>
  private let bondCount: Int
  private var credits = 0

  /// - Complexity: O(nodes * nodes).
  init(_ graph: RoundGraph) {
    self.graph = graph
    count = graph.nodeCount
    var scale = 1
    while scale < 256 && (graph.longest + 1) < (1 << 56) / (scale * 4 * count * count) {
      scale *= 2
    }
    self.scale = scale
    credit = (graph.longest + 1) * (count + 1) * scale
    base = .allocate(capacity: count * count)
    weights = .allocate(capacity: count * count)
    prices = .allocate(capacity: count)
    degrees = .allocate(capacity: count)
    keys = .allocate(capacity: count)
    parents = .allocate(capacity: count)
    left = .allocate(capacity: count)
    var bonds = 0
    for a in 0..<count {
      for b in 0..<count {
        let length = graph[a, b]
        base[a * count + b] = length >= RoundGraph.absent ? credit : length * scale
      }
      if graph.bonds[a] >= 0 {
        base[a * count + graph.bonds[a]] = -credit
        bonds += 1
      }
    }
    bondCount = bonds / 2
  }

  deinit {
    base.deallocate()
    weights.deallocate()
    prices.deallocate()
    degrees.deallocate()
    keys.deallocate()
    parents.deallocate()
    left.deallocate()
  }

  /// The best bound found by a number of 1-trees; stops early where it reaches `aim`.
  ///
  /// - Parameter aim: the length of a known round, or more.
  /// - Complexity: O(nodes * nodes) a tree.
  func ascend(
    from start: [Int], rules: [(a: Int, b: Int, rule: Rule)], aim: Int, trees: Int, patience: Int,
    until isOver: () -> Bool = { false }
  ) -> Outcome {
    weights.update(from: base, count: count * count)
    credits = bondCount
    for (a, b, rule) in rules {
      switch rule {
      case .required:
        weights[a * count + b] -= credit
        weights[b * count + a] -= credit
        credits += 1
      case .forbidden:
        weights[a * count + b] = credit
        weights[b * count + a] = credit
      }
    }
    for node in 0..<count { prices[node] = start[node] }
    var best = Int.min
    var bestPrices = start
    var bestEdges: [(a: Int, b: Int)] = []
    var previous = [Int](repeating: 0, count: count)
    var pace = 2.0
    var stale = 0
    let goal = aim >= Int.max / (2 * scale) ? Int.max : aim * scale
    for round in 0..<max(trees, 1) {
      if round % 16 == 15 && isOver() { break }
      let value = tree()
      if value > best {
        best = value
        for node in 0..<count { bestPrices[node] = prices[node] }
        bestEdges = edges()
        stale = 0
        if best >= goal || millimeters(best) >= aim { break }
      } else {
        stale += 1
        if stale == patience {
          pace /= 2
          stale = 0
          if pace < 0.01 { break }
        }
      }
      var square = 0
      for node in 0..<count { square += (degrees[node] - 2) * (degrees[node] - 2) }
      guard square > 0 else { break }
      let gap = max(Double(goal == .max ? value / 50 : goal - value), Double(scale))
      let step = pace * gap / Double(square)
      for node in 0..<count {
        let pull = 0.7 * Double(degrees[node] - 2) + 0.3 * Double(previous[node])
        previous[node] = degrees[node] - 2
        prices[node] += Int((step * pull).rounded())
      }
    }
    // No round is as long as that, or none is left: the tree cannot do without a forbidden edge.
    let isImpossible = best > graph.longest * count * scale || lacksEdges(bestEdges, bestPrices)
    let bound = isImpossible ? Int.max : millimeters(best)
    return Outcome(bound: bound, prices: bestPrices, edges: bestEdges)
  }

  /// Whether a least tree with an edge that must not be there shows that there is no other.
  private func lacksEdges(_ edges: [(a: Int, b: Int)], _ prices: [Int]) -> Bool {
    let most = prices.reduce(0) { max($0, abs($1)) }
    guard most < credit / 8 else { return false }
    return edges.contains { weights[$0.a * count + $0.b] > credit / 2 }
  }

  private func millimeters(_ value: Int) -> Int {
    value > 0 ? (value + scale - 1) / scale : value / scale
  }

  private func edges() -> [(a: Int, b: Int)] {
    var found: [(a: Int, b: Int)] = []
    found.reserveCapacity(count)
    for node in 2..<count { found.append((Int(parents[node]), node)) }
    found.append((0, nearest.0))
    found.append((0, nearest.1))
    return found
  }

  private var nearest = (0, 0)

  /// The value of the least 1-tree for the prices, and its degrees: Prim's algorithm.
  private func tree() -> Int {
    let count = count
    var total = credits * credit
    for node in 0..<count {
      degrees[node] = 0
      total -= 2 * prices[node]
    }
    var open = 0
    for node in 2..<count {
      left[open] = Int32(node)
      keys[open] = .max
      open += 1
    }
    var here = 1
    while open > 0 {
      let row = weights + here * count
      let price = prices[here]
      var least = Int.max
      var which = 0
      for index in 0..<open {
        let node = Int(left[index])
        let length = row[node] + price + prices[node]
        if length < keys[index] {
          keys[index] = length
          parents[node] = Int32(here)
        }
        if keys[index] < least { (least, which) = (keys[index], index) }
      }
      total += least
      here = Int(left[which])
      degrees[here] += 1
      degrees[Int(parents[here])] += 1
      open -= 1
      left[which] = left[open]
      keys[which] = keys[open]
    }
    var first = (Int.max, 0)
    var second = (Int.max, 0)
    for node in 1..<count {
      let length = weights[node] + prices[0] + prices[node]
      if length < first.0 {
        (first, second) = ((length, node), first)
      } else if length < second.0 {
        second = (length, node)
      }
    }
    nearest = (first.1, second.1)
    degrees[0] = 2
    degrees[first.1] += 1
    degrees[second.1] += 1
    return total + first.0 + second.0
  }
}

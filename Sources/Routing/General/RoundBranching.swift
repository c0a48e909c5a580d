/// Proves rounds the shortest: branch and bound over the edges of 1-trees, best bound first.
///
/// A part of the search is what rules it has on edges. Where its 1-tree is a round, that round is
/// measured as a walk, with all rules of the request; if it is as short as the bound says, the part
/// is done, else it is split by which edge of the round (of its piece that breaks a rule) is left
/// out first. Where a node has three edges or more, the part is split by two of them: both, the
/// first without the second, not the first (Volgenant & Jonker 1982, EJOR 9:83). In every split
/// each other round falls into exactly one part, so that the least bound of the open parts bounds
/// all rounds not yet seen.
struct RoundBranching {
  /// A measured round.
  enum Verdict {
    /// It is a walk of this length; no rule is broken.
    case walk(length: Int, states: [Int])
    /// The edges from one node to the next of this piece cannot all be in one walk.
    case broken(piece: [Int])
  }

  private struct Part {
    var bound: Int
    var number: Int
    var rules: [(a: Int, b: Int, rule: TreeBound.Rule)]
    var prices: [Int]
    var edges: [(a: Int, b: Int)]
  }

  private let graph: RoundGraph
  private let lattice: LengthLattice
  private let trees: TreeBound
  private var parts: [Part] = []
  private var number = 0
  /// The least bound of anything given up because it was no shorter than the best walk.
  private(set) var best: (length: Int, states: [Int])
  /// What no walk is shorter than.
  private(set) var bound = 0
  /// Whether nothing is left to look at: the best walk is the shortest.
  var isDone: Bool { bound >= best.length }

  /// Bounds all walks; `best` is the length of a known one, `Int.max` with no states for none.
  init(
    _ graph: RoundGraph, _ lattice: LengthLattice, best: (length: Int, states: [Int]), floor: Int,
    trees count: Int, until isOver: () -> Bool
  ) {
    self.graph = graph
    self.lattice = lattice
    self.best = best
    trees = TreeBound(graph)
    let root = trees.ascend(
      from: [Int](repeating: 0, count: graph.nodeCount), rules: [], aim: best.length,
      trees: count, patience: max(5, count / 30), until: isOver)
    bound = max(floor, root.bound == .max ? root.bound : lattice.lifted(root.bound))
    insert(root, [])
    settle()
  }

  /// Tells of a walk found elsewhere.
  mutating func offer(_ length: Int, _ states: [Int]) {
    if length < best.length { best = (length, states) }
    settle()
  }

  /// Splits parts until all are done, the number is used up, or `isOver` says so.
  mutating func run(
    splits: Int, until isOver: () -> Bool, measure: ([Int]) -> Verdict
  ) {
    for _ in 0..<splits {
      if isDone || parts.isEmpty || isOver() { break }
      split(removeLeast(), measure)
      settle()
    }
  }

  private mutating func settle() {
    let open = parts.first?.bound ?? .max
    bound = max(bound, min(open, best.length))
  }

  private mutating func insert(
    _ outcome: TreeBound.Outcome, _ rules: [(a: Int, b: Int, rule: TreeBound.Rule)]
  ) {
    guard outcome.bound != .max else { return }
    let bound = lattice.lifted(outcome.bound)
    guard bound < best.length else { return }
    number += 1
    parts.append(
      Part(
        bound: max(bound, self.bound), number: number, rules: rules, prices: outcome.prices,
        edges: outcome.edges))
    var place = parts.count - 1
    while place > 0, isBefore(parts[place], parts[(place - 1) / 2]) {
      parts.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// The least bound first; the newest of equals, which goes deep.
  private func isBefore(_ a: Part, _ b: Part) -> Bool {
    a.bound != b.bound ? a.bound < b.bound : a.number > b.number
  }

  private mutating func removeLeast() -> Part {
    parts.swapAt(0, parts.count - 1)
    let least = parts.removeLast()
    var place = 0
    while true {
      var first = place
      for below in (2 * place + 1)...(2 * place + 2) where below < parts.count {
        if isBefore(parts[below], parts[first]) { first = below }
      }
      if first == place { return least }
      parts.swapAt(first, place)
      place = first
    }
  }

  private mutating func split(_ part: Part, _ measure: ([Int]) -> Verdict) {
    guard part.bound < best.length else { return }
    var near = [[Int]](repeating: [], count: graph.nodeCount)
    for (a, b) in part.edges {
      near[a].append(b)
      near[b].append(a)
    }
    guard let node = branchNode(near, part) else {
      return splitRound(part, Self.round(near), measure)
    }
    let free = near[node].filter { !isFixed(node, $0, part) }
    guard free.count >= 1 else { return }
    let fixed = near[node].count - free.count
    let chosen = free.sorted { (graph[node, $0], $0) < (graph[node, $1], $1) }
    let e1 = chosen[0]
    if fixed >= 1 || chosen.count == 1 {
      if fixed < 2 { solve(part, adding: [(node, e1, .required)]) }
      solve(part, adding: [(node, e1, .forbidden)])
    } else {
      let e2 = chosen[1]
      solve(part, adding: [(node, e1, .required), (node, e2, .required)])
      solve(part, adding: [(node, e1, .required), (node, e2, .forbidden)])
      solve(part, adding: [(node, e1, .forbidden)])
    }
  }

  private func isFixed(_ a: Int, _ b: Int, _ part: Part) -> Bool {
    graph.bonds[a] == b
      || part.rules.contains {
        $0.rule == .required && (($0.a, $0.b) == (a, b) || ($0.a, $0.b) == (b, a))
      }
  }

  /// A node with too many edges, the one with the most free ones; nil where the tree is a round.
  private func branchNode(_ near: [[Int]], _ part: Part) -> Int? {
    var best: (node: Int, free: Int)?
    for node in near.indices where near[node].count > 2 {
      let free = near[node].count { !isFixed(node, $0, part) }
      if free > best?.free ?? -1 { best = (node, free) }
    }
    return best?.node
  }

  private static func round(_ near: [[Int]]) -> [Int] {
    var round = [0]
    var before = -1
    var here = 0
    while true {
      // Two edges may join the same two nodes only where there are two nodes.
      let next = near[here][0] == before ? near[here][1] : near[here][0]
      if next == 0 || round.count == near.count { return round }
      round.append(next)
      (before, here) = (here, next)
    }
  }

  private mutating func splitRound(
    _ part: Part, _ round: [Int], _ measure: ([Int]) -> Verdict
  ) {
    guard round.count == graph.nodeCount else { return }
    var piece = round + [round[0]]
    switch measure(round) {
    case .walk(let length, let states):
      if length < best.length { best = (length, states) }
      if length <= part.bound { return }
    case .broken(let broken): piece = broken
    }
    var added: [(a: Int, b: Int, rule: TreeBound.Rule)] = []
    for (a, b) in zip(piece, piece.dropFirst()) where !isFixed(a, b, part) {
      solve(part, adding: added + [(a, b, .forbidden)])
      added.append((a, b, .required))
    }
  }

  /// Bounds what is left of a part with more rules and keeps it if it may hold a shorter walk.
  private mutating func solve(
    _ part: Part, adding more: [(a: Int, b: Int, rule: TreeBound.Rule)]
  ) {
    guard let rules = completed(part.rules + more) else { return }
    let outcome = trees.ascend(
      from: part.prices, rules: rules, aim: best.length, trees: 30, patience: 5)
    insert(outcome, rules)
  }

  /// The rules and what follows from them, nil where they contradict one another.
  ///
  /// A node with two required edges has no other.
  private func completed(
    _ rules: [(a: Int, b: Int, rule: TreeBound.Rule)]
  ) -> [(a: Int, b: Int, rule: TreeBound.Rule)]? {
    var result = rules
    var required = [[Int]](repeating: [], count: graph.nodeCount)
    var known = Set<Int>()
    for node in graph.bonds.indices where graph.bonds[node] >= 0 {
      required[node].append(graph.bonds[node])
    }
    for (a, b, rule) in rules {
      known.insert(min(a, b) * graph.nodeCount + max(a, b))
      if rule == .required {
        required[a].append(b)
        required[b].append(a)
      }
    }
    for node in required.indices where required[node].count >= 2 {
      if required[node].count > 2 { return nil }
      for other in required.indices where other != node && !required[node].contains(other) {
        if known.insert(min(node, other) * graph.nodeCount + max(node, other)).inserted {
          result.append((node, other, .forbidden))
        }
      }
    }
    return result
  }
}

/// A complete symmetric graph whose rounds are the walks of a request.
///
/// Where all legs are as long back as forth, its nodes are the visits and the depot; if the depot
/// is not (the walk ends elsewhere than it starts), start and end are two nodes joined by a
/// *bond*, an edge every round takes. In general every visit has two nodes, the one arrived at and
/// the one left from, joined by a bond (Jonker & Volgenant 1983, Oper. Res. Letters 2:161): the
/// edges of the graph lead from where one leaves to where one arrives. A visit with two states is
/// taken with the shorter leg of the two: a round is then no longer than the walk, not its equal.
struct RoundGraph {
  /// What a node stands for: a visit, or the depot with the number after the last visit.
  let visitOfNode: [Int]
  /// Whether each node is (also) one that is left from.
  let isDeparture: [Bool]
  let nodeCount: Int
  /// The length of each edge in a row a node; `absent` where there is none.
  private(set) var lengths: [Int]
  /// The node each is bound to, -1 for none.
  let bonds: [Int]
  /// The longest edge.
  let longest: Int
  /// Whether the graph is symmetric by itself: nodes are visits, and any round is a walk.
  let isPlain: Bool

  static let absent = LegMatrix.unreachable

  subscript(a: Int, b: Int) -> Int { lengths[a * nodeCount + b] }

  /// The graph of a request without rules whose legs are all as long back as forth; else nil.
  init?(plain request: WalkRequest) {
    let legs = request.legs
    let count = legs.stateCount
    guard !request.hasPrecedence, !request.hasDeadlines, count == legs.visitCount else {
      return nil
    }
    var isRound = true
    for a in 0...count {
      for b in 0..<a {
        let (forth, back) = (legs[b, a], legs[a, b])
        if max(forth, back) >= LegMatrix.unreachable { return nil }
        if forth != back {
          guard a == count else { return nil }
          isRound = false
        }
      }
    }
    self.init(count + (isRound ? 1 : 2), isBonded: !isRound) { a, b in
      // The end, where it is apart from the start, is the last node.
      a > count ? legs[b, count] : legs[a, b]
    }
  }

  /// A graph without rules from the lengths of its edges, `length(a, b)` for `a > b`.
  ///
  /// The last node is the depot; where `isBonded` the last two are the walk's start and its end.
  init(_ nodes: Int, isBonded: Bool, length: (_ a: Int, _ b: Int) -> Int) {
    var lengths = [Int](repeating: 0, count: nodes * nodes)
    for a in 0..<nodes {
      for b in 0..<a where !(isBonded && b == nodes - 2) {
        let edge = length(a, b)
        lengths[a * nodes + b] = edge
        lengths[b * nodes + a] = edge
      }
    }
    var bonds = [Int](repeating: -1, count: nodes)
    if isBonded { (bonds[nodes - 2], bonds[nodes - 1]) = (nodes - 1, nodes - 2) }
    visitOfNode = Array(0..<nodes - 1) + [isBonded ? nodes - 2 : nodes - 1]
    isDeparture = [Bool](repeating: true, count: nodes)
    nodeCount = nodes
    longest = lengths.max() ?? 0
    self.lengths = lengths
    self.bonds = bonds
    isPlain = true
  }

  /// The graph of any request, with two nodes a visit; edges that precedence and deadlines rule
  /// out are absent.
  init(doubled request: WalkRequest) {
    let legs = request.legs
    let count = legs.visitCount + 1
    let nodes = 2 * count
    let after = Self.closure(request.predecessors)
    var lengths = [Int](repeating: Self.absent, count: nodes * nodes)
    var longest = 0
    for a in 0..<count {
      for b in 0..<count where a != b && Self.isAllowed(a, b, after, legs) {
        var least = Self.absent
        for from in Self.states(a, legs) {
          for to in Self.states(b, legs) { least = min(least, legs[from, to]) }
        }
        if least < Self.absent { longest = max(longest, least) }
        // Arrivals are the even nodes, departures the odd ones.
        lengths[(2 * a + 1) * nodes + 2 * b] = least
        lengths[2 * b * nodes + 2 * a + 1] = least
      }
    }
    visitOfNode = (0..<nodes).map { $0 / 2 }
    isDeparture = (0..<nodes).map { $0 % 2 == 1 }
    bonds = (0..<nodes).map { $0 ^ 1 }
    nodeCount = nodes
    self.lengths = lengths
    self.longest = longest
    isPlain = false
  }

  private static func states(_ visit: Int, _ legs: LegMatrix) -> Range<Int> {
    visit == legs.visitCount ? legs.depot..<legs.depot + 1 : legs.states(of: visit)
  }

  /// For each visit, which come later by the rules.
  private static func closure(_ predecessors: [[Int]]) -> [Set<Int>] {
    var later = [Set<Int>](repeating: [], count: predecessors.count)
    for visit in predecessors.indices {
      var left = predecessors[visit]
      var seen = Set<Int>()
      while let first = left.popLast() {
        guard seen.insert(first).inserted else { continue }
        later[first].insert(visit)
        left += predecessors[first]
      }
    }
    return later
  }

  /// Whether a walk can go from one visit straight to another.
  private static func isAllowed(
    _ a: Int, _ b: Int, _ later: [Set<Int>], _ legs: LegMatrix
  ) -> Bool {
    let depot = legs.visitCount
    if a == depot { return !later.contains { $0.contains(b) } }
    if b == depot { return later[a].isEmpty }
    if later[b].contains(a) { return false }
    if !later[a].isDisjoint(with: later.indices.filter { later[$0].contains(b) }) { return false }
    guard legs.dues[b] != .max else { return true }
    return legs.states(of: a).contains { from in
      legs.states(of: b).contains { to in
        legs.earliest[from] + legs[from, to] <= legs.dues[b]
      }
    }
  }
}

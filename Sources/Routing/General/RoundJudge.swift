/// Measures rounds of a doubled graph as walks, with all rules of the request.
struct RoundJudge {
  private let request: WalkRequest
  private let graph: RoundGraph

  init(_ request: WalkRequest, _ graph: RoundGraph) {
    self.request = request
    self.graph = graph
  }

  /// The best walk over the visits in the order of a round, or the piece that breaks a rule.
  ///
  /// - Complexity: O(nodes + rules).
  func verdict(_ round: [Int]) -> RoundBranching.Verdict {
    let legs = request.legs
    // From the node the depot is left by to the one it is come to, each bond in walking order.
    var nodes = round
    let leaves = 2 * legs.visitCount + 1
    let first = nodes.firstIndex(of: leaves) ?? 0
    nodes = Array(nodes[first...] + nodes[..<first])
    if nodes[1] == leaves - 1 { nodes = [nodes[0]] + nodes.dropFirst().reversed() }
    let visits = stride(from: 1, to: nodes.count - 1, by: 2).map { nodes[$0] / 2 }

    var place = [Int](repeating: 0, count: legs.visitCount)
    for (index, visit) in visits.enumerated() { place[visit] = index }
    var shortest: Range<Int>?
    for (later, firsts) in request.predecessors.enumerated() {
      for first in firsts where place[first] > place[later] {
        let piece = place[later]..<place[first]
        if piece.count < shortest?.count ?? .max { shortest = piece }
      }
    }
    if let piece = shortest {
      // Departure of the one too early up to the arrival at the one too late.
      return .broken(piece: Array(nodes[(2 * piece.lowerBound + 2)...(2 * piece.upperBound + 1)]))
    }

    var reached: [(state: Int, length: Int)] = [(legs.depot, 0)]
    var parents: [[Int]] = []
    var rows: [[(state: Int, length: Int)]] = [reached]
    for (index, visit) in visits.enumerated() {
      var next: [(state: Int, length: Int)] = []
      var from: [Int] = []
      for state in legs.states(of: visit) {
        var best = (length: LegMatrix.unreachable, parent: 0)
        for (number, before) in reached.enumerated() {
          let length = before.length + legs[before.state, state]
          if length < best.length { best = (length, number) }
        }
        if best.length < LegMatrix.unreachable && best.length <= legs.dues[visit] {
          next.append((state, best.length))
          from.append(best.parent)
        }
      }
      guard !next.isEmpty else { return .broken(piece: Array(nodes[0...(2 * index + 1)])) }
      reached = next
      rows.append(next)
      parents.append(from)
    }
    var best = (length: LegMatrix.unreachable, place: 0)
    for (number, last) in reached.enumerated() {
      let length = last.length + legs[last.state, legs.depot]
      if length < best.length { best = (length, number) }
    }
    guard best.length < LegMatrix.unreachable else {
      return .broken(piece: nodes)
    }
    var states: [Int] = []
    var which = best.place
    for index in stride(from: visits.count, to: 0, by: -1) {
      states.append(rows[index][which].state)
      which = parents[index - 1][which]
    }
    return .walk(length: best.length, states: states.reversed())
  }
}

/// Whether all visits can be made in some order, and one such order.
///
/// Where every state can be reached from every other, only the rules matter. Else (one-way and
/// closed walkways) one state a visit is chosen such that of any two one is reachable from the
/// other, all are from the start, an end is from all, and a visit is from those before it: as
/// "reachable" is transitive, such states can be walked in the order of reachability. The choice
/// is between two states a visit and forbids pairs, which makes it a 2-satisfiability problem,
/// decided by propagation with limited backtracking (Even, Itai & Shamir 1976, SIAM J. Comput.
/// 5:691).
struct WalkFeasibility {
  private let legs: LegMatrix
  private let predecessors: [[Int]]
  private let stops: [WalkStop]

  init(_ legs: LegMatrix, _ predecessors: [[Int]], _ stops: [WalkStop]) {
    self.legs = legs
    self.predecessors = predecessors
    self.stops = stops
  }

  /// States of all visits in an order that can be walked.
  ///
  /// - Complexity: O(states * states), cubed at worst where not everything is reachable.
  func path() throws(RoutingError) -> [Int] {
    guard legs.visitCount > 0 else {
      guard legs[legs.depot, legs.depot] < LegMatrix.unreachable else {
        throw RoutingError(.unreachable, "no end can be reached from the start")
      }
      return []
    }
    let order = try topologicalOrder()
    try checkDues(order)
    if !legs.lengths.dropLast().contains(LegMatrix.unreachable) {
      return order.map { legs.firstState[$0] }
    }
    if legs.hasShortcuts { return try pathThroughShortcuts() }
    for visit in 0..<legs.visitCount {
      let states = legs.states(of: visit)
      guard states.contains(where: { reaches(legs.depot, $0) }) else {
        throw RoutingError(.unreachable, "stop \(name(visit)) cannot be reached from the start")
      }
      guard states.contains(where: { reaches(legs.depot, $0) && reaches($0, legs.depot) }) else {
        throw RoutingError(.unreachable, "no end can be reached from stop \(name(visit))")
      }
    }
    try checkPairs()
    guard let chosen = choose() else {
      throw RoutingError(.unreachable, "the ways allow no order of the stops that visits them all")
    }
    // `chosen` is a total preorder; among equals the rules decide.
    var rank = [Int](repeating: 0, count: legs.visitCount)
    for (place, visit) in order.enumerated() { rank[visit] = place }
    var reached = [Int](repeating: 0, count: legs.visitCount)
    for visit in chosen.indices {
      reached[visit] = chosen.count { reaches(chosen[visit], $0) }
    }
    return chosen.indices.sorted {
      reached[$0] != reached[$1] ? reached[$0] > reached[$1] : rank[$0] < rank[$1]
    }.map { chosen[$0] }
  }

  /// A path where a stop beside the grid may be the only way between two others, so that
  /// "reachable" is not transitive: by trying all sets of visits.
  private func pathThroughShortcuts() throws(RoutingError) -> [Int] {
    for visit in 0..<legs.visitCount
    where !legs.states(of: visit).contains(where: { legs.earliest[$0] < LegMatrix.unreachable }) {
      throw RoutingError(.unreachable, "stop \(name(visit)) cannot be reached from the start")
    }
    let never = [Int](repeating: .max, count: legs.visitCount)
    guard let program = SubsetProgram(legs, predecessors, dues: never) else {
      throw RoutingError(
        .tooManyStops,
        "too many stops where some can be reached only through stops beside the floor")
    }
    guard let path = program.solve() else {
      throw RoutingError(.unreachable, "the ways allow no order of the stops that visits them all")
    }
    return path.states
  }

  private func reaches(_ a: Int, _ b: Int) -> Bool { legs[a, b] < LegMatrix.unreachable }

  private func name(_ visit: Int) -> String { "\"\(stops[legs.visits[visit][0]].id)\"" }

  /// The visits such that each comes after those before it.
  private func topologicalOrder() throws(RoutingError) -> [Int] {
    var waiting = predecessors.map(\.count)
    var later = [[Int]](repeating: [], count: waiting.count)
    for (visit, firsts) in predecessors.enumerated() {
      for first in firsts { later[first].append(visit) }
    }
    var order = waiting.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for visit in later[order[next]] {
        waiting[visit] -= 1
        if waiting[visit] == 0 { order.append(visit) }
      }
      next += 1
    }
    if let stuck = waiting.firstIndex(where: { $0 > 0 }) {
      // Go back from a visit that waits until one comes again: it is on a cycle.
      var seen = Set<Int>()
      var visit = stuck
      while seen.insert(visit).inserted {
        visit = predecessors[visit].first { waiting[$0] > 0 } ?? visit
      }
      throw RoutingError(
        .precedence, "stop \(name(visit)) would have to be visited before itself")
    }
    return order
  }

  /// Refuses a visit that is due earlier than anybody can be there.
  private func checkDues(_ order: [Int]) throws(RoutingError) {
    guard legs.dues.contains(where: { $0 != .max }) else { return }
    var earliest = [Int](repeating: 0, count: order.count)
    for visit in order {
      let states = legs.states(of: visit)
      earliest[visit] = states.map { legs.earliest[$0] }.min() ?? 0
      for first in predecessors[visit] where !legs.hasShortcuts {
        var leg = LegMatrix.unreachable
        for a in legs.states(of: first) { for b in states { leg = min(leg, legs[a, b]) } }
        earliest[visit] = max(earliest[visit], earliest[first] + leg)
      }
      guard earliest[visit] <= legs.dues[visit] || earliest[visit] >= LegMatrix.unreachable else {
        throw RoutingError(
          .deadline,
          "stop \(name(visit)) is due after \(legs.dues[visit]) mm: expected at least "
            + "\(earliest[visit]), the shortest way there")
      }
    }
  }

  private func checkPairs() throws(RoutingError) {
    for visit in 0..<legs.visitCount {
      for other in 0..<visit
      where !legs.states(of: visit).contains(where: { a in
        legs.states(of: other).contains { reaches(a, $0) || reaches($0, a) }
      }) {
        throw RoutingError(
          .unreachable,
          "stops \(name(other)) and \(name(visit)): expected a way from one to the other")
      }
      for first in predecessors[visit]
      where !legs.states(of: first).contains(where: { a in
        legs.states(of: visit).contains { reaches(a, $0) }
      }) {
        throw RoutingError(
          .precedence,
          "stop \(name(visit)) cannot be reached from \(name(first)), which comes before it")
      }
    }
  }

  /// One state a visit so that all can be on one walk, nil where there is no such choice.
  private func choose() -> [Int]? {
    var mustFollow = Set<[Int]>()
    for (visit, firsts) in predecessors.enumerated() {
      for first in firsts { mustFollow.insert([first, visit]) }
    }
    func agree(_ a: Int, _ b: Int) -> Bool {
      let (u, v) = (legs.visitOfState[a], legs.visitOfState[b])
      if mustFollow.contains([u, v]) { return reaches(a, b) }
      if mustFollow.contains([v, u]) { return reaches(b, a) }
      return reaches(a, b) || reaches(b, a)
    }
    func isPossible(_ state: Int) -> Bool {
      reaches(legs.depot, state) && reaches(state, legs.depot)
    }
    var chosen = [Int?](repeating: nil, count: legs.visitCount)
    for visit in chosen.indices where chosen[visit] == nil {
      var done = false
      for state in legs.states(of: visit) where !done && isPossible(state) {
        var trial = chosen
        trial[visit] = state
        var queue = [state]
        var holds = true
        while holds, let here = queue.popLast() {
          for other in trial.indices where other != legs.visitOfState[here] {
            if let fixed = trial[other] {
              if !agree(here, fixed) { holds = false }
              continue
            }
            let left = legs.states(of: other).filter { isPossible($0) && agree(here, $0) }
            if left.isEmpty { holds = false }
            if left.count == 1, legs.states(of: other).count(where: isPossible) > 1 {
              trial[other] = left[0]
              queue.append(left[0])
            }
          }
        }
        if holds {
          chosen = trial
          done = true
        }
      }
      guard done else { return nil }
    }
    return chosen.compactMap { $0 }
  }
}

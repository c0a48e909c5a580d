/// A short walk by the rules of a request: iterated local search on a sequence of states.
///
/// For legs that differ back and forth, visits with two states, precedence and deadlines. Moves:
/// turning a run round (2-opt), exchanging two neighboring runs, one of them turned or not (Or-opt
/// and the sequential 3-opt moves: Kanellakis & Papadimitriou 1980, Oper. Res. 28:1086), found
/// from lists of near successors and measured in constant time by sums over the sequence walked
/// both ways; a move that shortens is made if the rules hold. In between the best state of every
/// visit is found for the order of visits as it is. Kicks exchange two runs at random.
///
/// While a deadline is missed, what counts first is by how much they are missed in sum.
final class SequenceSearch {
  /// By how much deadlines are missed in sum, and the length.
  struct Value: Comparable {
    var late: Int
    var length: Int

    static func < (a: Value, b: Value) -> Bool {
      a.late != b.late ? a.late < b.late : a.length < b.length
    }
  }

  /// The best sequence of states found, without the depot.
  private(set) var best: [Int] = []
  /// What it is worth; a walk where nothing is late and `length` is that of one.
  private(set) var bestValue = Value(late: .max, length: .max)

  private let legs: LegMatrix
  private let pairs: [(first: Int, later: Int)]
  private let predecessors: [[Int]]
  private let hasDeadlines: Bool
  private let hasTurns: Bool
  private let count: Int
  private let span = 50
  private let near: [[Int]]
  private var value = Value(late: 0, length: 0)
  /// The states from depot to depot.
  private var sequence: [Int]
  private var trial: [Int]
  private var place: [Int]
  private var seen: [Int]
  /// Sums of legs up to each state, and of the legs back from it.
  private var forth: [Int]
  private var back: [Int]
  private var turned: [Int]
  private var isQueued: [Bool]
  private var queue: [Int] = []
  private var random = Scatter()
  /// How many sequences were tried in full, and after how many a run ends.
  private var trials = 0
  private var mostTrials: Int

  /// - Complexity: O(states * states * log(states)).
  init(_ request: WalkRequest) {
    let legs = request.legs
    self.legs = legs
    predecessors = request.predecessors
    pairs = request.predecessors.enumerated().flatMap { later, firsts in
      firsts.map { ($0, later) }
    }
    hasDeadlines = request.hasDeadlines
    hasTurns = legs.stateCount > legs.visitCount
    count = legs.visitCount
    mostTrials = 20_000
    near = (0..<legs.width).map { state in
      let others = (0..<legs.stateCount).filter {
        state == legs.depot || legs.visitOfState[$0] != legs.visitOfState[state]
      }
      let sorted = others.sorted { (legs[state, $0], $0) < (legs[state, $1], $1) }
      return Array(sorted.prefix(legs.stateCount > legs.visitCount ? 14 : 10))
    }
    turned = (0..<legs.width).map { legs.turned($0) }
    trial = [Int](repeating: legs.depot, count: count + 2)
    place = [Int](repeating: 0, count: count + 1)
    seen = [Int](repeating: 0, count: count + 1)
    forth = [Int](repeating: 0, count: count + 2)
    back = forth
    isQueued = [Bool](repeating: false, count: count + 1)
    sequence = [legs.depot] + request.somePath + [legs.depot]
    value = measured(sequence)
    let greedy = [legs.depot] + nearestFirst() + [legs.depot]
    let other = measured(greedy)
    if other < value { (sequence, value) = (greedy, other) }
    refresh()
    for visit in 0...count { push(visit) }
    descend()
    keep()
  }

  /// Kicks the sequence a number of times, until `isOver` says so.
  ///
  /// Ends earlier where that took 100 full trials a kick: missed deadlines cost many.
  func run(kicks: Int, until isOver: () -> Bool) {
    guard count >= 2 else { return }
    mostTrials = trials + 100 * kicks
    for _ in 0..<kicks {
      if trials >= mostTrials || isOver() { return }
      exchangeRuns()
      descend()
      if value <= bestValue {
        keep()
      } else {
        sequence = [legs.depot] + best + [legs.depot]
        value = bestValue
        refresh()
      }
    }
  }

  private func keep() {
    bestValue = value
    best = Array(sequence[1...count])
  }

  private func push(_ visit: Int) {
    guard !isQueued[visit] else { return }
    isQueued[visit] = true
    queue.append(visit)
  }

  private func visit(_ state: Int) -> Int {
    state == legs.depot ? count : legs.visitOfState[state]
  }

  /// What a sequence is worth; precedence is not looked at.
  private func measured(_ states: [Int]) -> Value {
    var value = Value(late: 0, length: 0)
    for index in 1..<states.count {
      value.length += legs[states[index - 1], states[index]]
      if hasDeadlines, index <= count {
        value.late += max(0, value.length - legs.dues[legs.visitOfState[states[index]]])
      }
    }
    return value
  }

  private func keepsOrder(_ states: [Int]) -> Bool {
    guard !pairs.isEmpty else { return true }
    for index in 1...count { seen[legs.visitOfState[states[index]]] = index }
    return pairs.allSatisfy { seen[$0.first] < seen[$0.later] }
  }

  private func nearestFirst() -> [Int] {
    var waiting = predecessors.map(\.count)
    var later = [[Int]](repeating: [], count: count)
    for pair in pairs { later[pair.first].append(pair.later) }
    var done = [Bool](repeating: false, count: count)
    var result: [Int] = []
    var here = legs.depot
    while result.count < count {
      var best = -1
      for state in 0..<legs.stateCount {
        let visit = legs.visitOfState[state]
        if done[visit] || waiting[visit] > 0 { continue }
        if best < 0 || legs[here, state] < legs[here, best] { best = state }
      }
      guard best >= 0 else { break }
      let visit = legs.visitOfState[best]
      done[visit] = true
      for other in later[visit] { waiting[other] -= 1 }
      result.append(best)
      here = best
    }
    return result
  }

  private func refresh() {
    for index in 0...count { place[visit(sequence[index])] = index }
    for index in 1..<sequence.count {
      let (a, b) = (sequence[index - 1], sequence[index])
      forth[index] = forth[index - 1] + legs[a, b]
      back[index] = back[index - 1] + legs[turned[b], turned[a]]
    }
  }

  private func descend() {
    repeat {
      while let visit = queue.popLast() {
        isQueued[visit] = false
        while trials < mostTrials && improve(at: visit) {}
      }
    } while trials < mostTrials && hasTurns && chooseStates()
  }

  /// Tries the moves that give a visit a nearer successor.
  private func improve(at visit: Int) -> Bool {
    let here = place[visit]
    let state = sequence[here]
    for next in near[state] where trials < mostTrials {
      let target = place[legs.visitOfState[next]]
      let isAsIs = sequence[target] == next
      if value.late == 0 && legs[state, next] >= legs[state, sequence[here + 1]] { break }
      if target == here + 1 && isAsIs { continue }
      if target > here {
        // The walk goes from here to what follows `target`: that run comes forward.
        if isAsIs {
          for end in target..<min(count + 1, target + span) {
            if exchange(here + 1, target, end) { return true }
          }
          // The run between goes to before this visit and some of those before it.
          for start in stride(from: here, to: max(0, here - span), by: -1) {
            if exchange(start, here + 1, target - 1) { return true }
          }
        }
        if sequence[target] == turned[next] && reverse(here + 1, target) { return true }
      } else if isAsIs, here > target {
        for middle in (target + 1)...here where middle - target <= span || here - middle < span {
          if exchange(target, middle, here) { return true }
        }
      }
    }
    // Leaving the visit the other way: the run from here to before `next` is turned.
    guard here > 0 else { return false }
    for next in near[turned[state]] {
      let target = place[legs.visitOfState[next]]
      if target > here + 1, sequence[target] == next, reverse(here, target - 1) { return true }
    }
    return false
  }

  private func forward(_ from: Int, _ to: Int) -> Int { forth[to] - forth[from] }
  private func backward(_ from: Int, _ to: Int) -> Int { back[to] - back[from] }

  /// Turns the run between two places round if that is better.
  private func reverse(_ first: Int, _ last: Int) -> Bool {
    let (a, b) = (sequence[first - 1], sequence[last + 1])
    let change =
      legs[a, turned[sequence[last]]] + backward(first, last) + legs[turned[sequence[first]], b]
      - forward(first - 1, last + 1)
    guard change < 0 || value.late > 0 else { return false }
    for index in 0..<trial.count {
      let isInside = index >= first && index <= last
      trial[index] = isInside ? turned[sequence[first + last - index]] : sequence[index]
    }
    return accept(change, [first - 1, first, last, last + 1])
  }

  /// Exchanges the runs first..<middle and middle...last, one of them turned or none.
  private func exchange(_ first: Int, _ middle: Int, _ last: Int) -> Bool {
    guard first >= 1, first < middle, middle <= last, last <= count else { return false }
    let (a, b) = (sequence[first - 1], sequence[last + 1])
    let (x1, x2) = (sequence[first], sequence[middle - 1])
    let (y1, y2) = (sequence[middle], sequence[last])
    let now = forward(first - 1, last + 1)
    let (x, y) = (forward(first, middle - 1), forward(middle, last))
    let plain = legs[a, y1] + y + legs[y2, x1] + x + legs[x2, b]
    let turnedX =
      legs[a, y1] + y + legs[y2, turned[x2]] + backward(first, middle - 1) + legs[turned[x1], b]
    let turnedY =
      legs[a, turned[y2]] + backward(middle, last) + legs[turned[y1], x1] + x + legs[x2, b]
    guard value.late > 0 || min(plain, turnedX, turnedY) < now else { return false }
    for (index, length) in [plain, turnedX, turnedY].enumerated()
    where value.late > 0 || length < now {
      var to = first
      for from in middle...last {
        trial[to] = index == 2 ? turned[sequence[last + middle - from]] : sequence[from]
        to += 1
      }
      for from in first..<middle {
        trial[to] = index == 1 ? turned[sequence[middle - 1 + first - from]] : sequence[from]
        to += 1
      }
      for index in 0..<first { trial[index] = sequence[index] }
      for index in last + 1..<trial.count { trial[index] = sequence[index] }
      if accept(length - now, [first - 1, first, middle - 1, middle, last, last + 1]) {
        return true
      }
    }
    return false
  }

  /// Makes the trial the sequence if that is better and by the rules.
  private func accept(_ change: Int, _ ends: [Int]) -> Bool {
    trials += 1
    var next = Value(late: 0, length: value.length + change)
    if hasDeadlines { next = measured(trial) }
    guard next < value, keepsOrder(trial) else { return false }
    for index in ends where index <= count { push(visit(sequence[index])) }
    swap(&sequence, &trial)
    value = next
    refresh()
    return true
  }

  /// Finds the best states for the order of visits; true where that was better.
  private func chooseStates() -> Bool {
    var lengths: [Int] = [0]
    var states = [legs.depot..<legs.depot + 1]
    var parents: [[Int]] = [[0]]
    for index in 1..<sequence.count {
      let next =
        index > count
        ? legs.depot..<legs.depot + 1 : legs.states(of: legs.visitOfState[sequence[index]])
      var best = [Int](repeating: .max, count: next.count)
      var parent = [Int](repeating: 0, count: next.count)
      for (offset, to) in next.enumerated() {
        for (number, from) in states[index - 1].enumerated() {
          let length = lengths[number] + legs[from, to]
          if length < best[offset] { (best[offset], parent[offset]) = (length, number) }
        }
      }
      states.append(next)
      parents.append(parent)
      lengths = best
    }
    guard lengths[0] < value.length else { return false }
    var which = 0
    for index in stride(from: sequence.count - 1, through: 0, by: -1) {
      trial[index] = states[index].lowerBound + which
      which = parents[index][which]
    }
    var next = Value(late: 0, length: lengths[0])
    if hasDeadlines { next = measured(trial) }
    guard next < value else { return false }
    for index in 0...count where trial[index] != sequence[index] {
      push(visit(sequence[index]))
      push(visit(sequence[max(index - 1, 0)]))
    }
    swap(&sequence, &trial)
    value = next
    refresh()
    return true
  }

  /// The kick: exchanges two neighboring runs; several tries where the rules forbid it.
  private func exchangeRuns() {
    let most = max(1, min(30, count / 2))
    for _ in 0..<8 {
      let first = 1 + random.below(count - 1)
      let middle = first + 1 + random.below(min(most, count - first))
      let last = middle + random.below(min(most, count - middle + 1))
      trial = sequence
      trial.replaceSubrange(
        first...last, with: Array(sequence[middle...last]) + Array(sequence[first..<middle]))
      guard keepsOrder(trial) else { continue }
      for index in [first - 1, first, middle - 1, middle, last, last + 1] where index <= count {
        push(visit(sequence[index]))
      }
      swap(&sequence, &trial)
      value = measured(sequence)
      refresh()
      return
    }
  }
}

/// A short round in a plain graph: iterated local search on an array of nodes.
///
/// 2-opt (Croes 1958) and Or-opt (Or 1976) with neighbor lists and a queue of nodes whose edges
/// changed (Bentley 1992), kicked by exchanging two neighboring runs of nodes (a double bridge:
/// Martin, Otto & Felten 1991) and taken back where that led to a longer round.
///
/// Invariant: `order[place[v]] == v` for every node; `length` is that of `order`.
final class RoundSearch {
  /// The best round found, a permutation of the nodes.
  var best: [Int] { (0..<count).map { Int(bestOrder[$0]) } }
  /// Its length, bonds counted as 0.
  private(set) var bestLength: Int

  private let count: Int
  private let neighborCount: Int
  private let weights: UnsafeMutablePointer<Int>
  private let neighbors: UnsafeMutablePointer<Int32>
  private let order: UnsafeMutablePointer<Int32>
  private let place: UnsafeMutablePointer<Int32>
  private let bestOrder: UnsafeMutablePointer<Int32>
  private let queue: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>
  private var queueStart = 0
  private var queueCount = 0
  private var length: Int
  private let bondCredit: Int
  private var random = Scatter()

  /// The fewest nodes whose round can be kicked.
  static let leastNodes = 4

  /// A search of a plain graph of at least 2 nodes.
  ///
  /// - Complexity: O(nodes * nodes * log(nodes)).
  init(_ graph: RoundGraph) {
    let count = graph.nodeCount
    self.count = count
    neighborCount = min(10, count - 1)
    let weights = UnsafeMutablePointer<Int>.allocate(capacity: count * count)
    self.weights = weights
    neighbors = .allocate(capacity: count * neighborCount)
    order = .allocate(capacity: count)
    place = .allocate(capacity: count)
    bestOrder = .allocate(capacity: count)
    queue = .allocate(capacity: count)
    isQueued = .allocate(capacity: count)
    isQueued.initialize(repeating: false, count: count)
    var credit = 0
    for a in 0..<count {
      for b in 0..<count { weights[a * count + b] = graph[a, b] }
      let bond = graph.bonds[a]
      if bond >= 0 {
        weights[a * count + bond] = -8 * (graph.longest + 1)
        if a < bond { credit += 8 * (graph.longest + 1) }
      }
    }
    bondCredit = credit
    for a in 0..<count {
      let row = weights + a * count
      let near = (0..<count).filter { $0 != a }.sorted { (row[$0], $0) < (row[$1], $1) }
      for index in 0..<neighborCount { neighbors[a * neighborCount + index] = Int32(near[index]) }
    }
    (length, bestLength) = (0, .max)
    startFromNearest()
    length = roundLength()
    for node in 0..<count { push(order[node]) }
    descend()
    keep()
  }

  deinit {
    weights.deallocate()
    neighbors.deallocate()
    order.deallocate()
    place.deallocate()
    bestOrder.deallocate()
    queue.deallocate()
    isQueued.deallocate()
  }

  /// Kicks a round of at least `leastNodes` a number of times, until `isOver` says so (asked every
  /// 64 kicks).
  func run(kicks: Int, until isOver: () -> Bool) {
    for kick in 0..<kicks {
      if kick % 64 == 0 && isOver() { return }
      exchangeRuns()
      descend()
      if length + bondCredit < bestLength {
        keep()
      } else if length + bondCredit == bestLength {
        bestOrder.update(from: order, count: count)
      } else {
        restore()
      }
    }
  }

  private func w(_ a: Int32, _ b: Int32) -> Int { weights[Int(a) &* count &+ Int(b)] }
  private func next(_ node: Int32) -> Int32 {
    let here = Int(place[Int(node)]) + 1
    return order[here == count ? 0 : here]
  }
  private func previous(_ node: Int32) -> Int32 {
    let here = Int(place[Int(node)])
    return order[here == 0 ? count - 1 : here - 1]
  }

  private func roundLength() -> Int {
    var sum = w(order[count - 1], order[0])
    for index in 1..<count { sum += w(order[index - 1], order[index]) }
    return sum
  }

  private func keep() {
    bestLength = length + bondCredit
    bestOrder.update(from: order, count: count)
  }

  private func restore() {
    order.update(from: bestOrder, count: count)
    for index in 0..<count { place[Int(order[index])] = Int32(index) }
    length = bestLength - bondCredit
  }

  private func startFromNearest() {
    var left = (0..<count).map { Int32($0) }
    var here = left.removeLast()
    order[0] = here
    place[Int(here)] = 0
    for index in 1..<count {
      var nearest = 0
      for candidate in left.indices where w(here, left[candidate]) < w(here, left[nearest]) {
        nearest = candidate
      }
      here = left[nearest]
      left.swapAt(nearest, left.count - 1)
      left.removeLast()
      order[index] = here
      place[Int(here)] = Int32(index)
    }
  }

  private func push(_ node: Int32) {
    guard !isQueued[Int(node)] else { return }
    isQueued[Int(node)] = true
    var end = queueStart + queueCount
    if end >= count { end -= count }
    queue[end] = node
    queueCount += 1
  }

  private func descend() {
    while queueCount > 0 {
      let node = queue[queueStart]
      queueStart = queueStart + 1 == count ? 0 : queueStart + 1
      queueCount -= 1
      isQueued[Int(node)] = false
      while reverseAt(node) || moveAt(node) {}
    }
  }

  /// 2-opt: takes a shorter edge from a node and turns the run between round.
  private func reverseAt(_ a: Int32) -> Bool {
    for isForward in [true, false] {
      let b = isForward ? next(a) : previous(a)
      let now = w(a, b)
      for index in 0..<neighborCount {
        let c = neighbors[Int(a) &* neighborCount &+ index]
        let gain = now - w(a, c)
        if gain <= 0 { break }
        let d = isForward ? next(c) : previous(c)
        let change = w(b, d) - w(c, d) - gain
        guard change < 0, c != b, d != a else { continue }
        if isForward { reverse(b, c) } else { reverse(a, d) }
        length += change
        push(a)
        push(b)
        push(c)
        push(d)
        return true
      }
    }
    return false
  }

  /// Turns round the run from one node on to another, or the rest of the round if that is shorter.
  private func reverse(_ first: Int32, _ last: Int32) {
    var i = Int(place[Int(first)])
    var j = Int(place[Int(last)])
    var inner = j - i
    if inner < 0 { inner += count }
    inner += 1
    if 2 * inner > count {
      (i, j) = (j + 1 == count ? 0 : j + 1, i == 0 ? count - 1 : i - 1)
      inner = count - inner
    }
    for _ in 0..<(inner / 2) {
      let (a, b) = (order[i], order[j])
      order[i] = b
      place[Int(b)] = Int32(i)
      order[j] = a
      place[Int(a)] = Int32(j)
      i = i + 1 == count ? 0 : i + 1
      j = j == 0 ? count - 1 : j - 1
    }
  }

  /// Or-opt: moves a run of up to three nodes that begins or ends here next to a near node.
  private func moveAt(_ c: Int32) -> Bool {
    for isForward in [true, false] {
      // The run leads from c away; a is before it, b behind it.
      let a = isForward ? previous(c) : next(c)
      var e = c
      for size in 1...3 {
        if size > 1 { e = isForward ? next(e) : previous(e) }
        let b = isForward ? next(e) : previous(e)
        if b == a || e == a { break }
        let saved = w(a, c) + w(e, b) - w(a, b)
        for index in 0..<neighborCount {
          let t = neighbors[Int(c) &* neighborCount &+ index]
          let closer = w(t, c)
          if closer >= saved { break }
          if isInRun(t, c, size, isForward) { continue }
          for isAfter in [true, false] {
            let u = isAfter ? next(t) : previous(t)
            if isInRun(u, c, size, isForward) { continue }
            let change = closer + w(e, u) - w(t, u) - saved
            guard change < 0 else { continue }
            move(
              first: isForward ? c : e, size: size, t: t, isAfter: isAfter,
              startsWithFirst: isForward == isAfter)
            length += change
            push(a)
            push(b)
            push(c)
            push(e)
            push(t)
            push(u)
            return true
          }
        }
      }
    }
    return false
  }

  private func isInRun(_ node: Int32, _ c: Int32, _ size: Int, _ isForward: Bool) -> Bool {
    var offset = Int(place[Int(node)]) - Int(place[Int(c)])
    if !isForward { offset = -offset }
    if offset < 0 { offset += count }
    return offset < size
  }

  /// Moves the run of `size` nodes from `first` on between t and the node after (before) it,
  /// as it is or turned round, shifting what lies between.
  private func move(first: Int32, size: Int, t: Int32, isAfter: Bool, startsWithFirst: Bool) {
    let start = Int(place[Int(first)])
    var run: (Int32, Int32, Int32) = (first, first, first)
    if size > 1 { run.1 = order[(start + 1) % count] }
    if size > 2 { run.2 = order[(start + 2) % count] }
    // The node the run will follow.
    let before = isAfter ? t : previous(t)
    var ahead = Int(place[Int(before)]) - (start + size - 1)
    if ahead < 0 { ahead += count }
    let behind = count - size - ahead
    var hole: Int
    if ahead <= behind {
      hole = start
      var from = start + size
      if from >= count { from -= count }
      for _ in 0..<ahead {
        put(order[from], at: hole)
        hole = hole + 1 == count ? 0 : hole + 1
        from = from + 1 == count ? 0 : from + 1
      }
    } else {
      var to = start + size - 1
      if to >= count { to -= count }
      var from = start == 0 ? count - 1 : start - 1
      for _ in 0..<behind {
        put(order[from], at: to)
        to = to == 0 ? count - 1 : to - 1
        from = from == 0 ? count - 1 : from - 1
      }
      hole = to - size + 1
      if hole < 0 { hole += count }
    }
    for index in 0..<size {
      let which = startsWithFirst ? index : size - 1 - index
      put(which == 0 ? run.0 : which == 1 ? run.1 : run.2, at: (hole + index) % count)
    }
  }

  private func put(_ node: Int32, at index: Int) {
    order[index] = node
    place[Int(node)] = Int32(index)
  }

  /// The kick: exchanges two neighboring runs of up to 30 nodes.
  private func exchangeRuns() {
    let most = min(30, (count - 2) / 2)
    let start = random.below(count)
    let sizes = (1 + random.below(most), 1 + random.below(most))
    let total = sizes.0 + sizes.1
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: total) { run in
      for index in 0..<total {
        let from = index < sizes.1 ? sizes.0 + index : index - sizes.1
        run[index] = order[(start + from) % count]
      }
      let (a, d) = (order[(start + count - 1) % count], order[(start + total) % count])
      let (b, c) = (order[start], order[(start + sizes.0 - 1) % count])
      let (e, f) = (order[(start + sizes.0) % count], order[(start + total - 1) % count])
      length += w(a, e) + w(f, b) + w(c, d) - w(a, b) - w(c, e) - w(f, d)
      for index in 0..<total { put(run[index], at: (start + index) % count) }
      for node in [a, b, c, d, e, f] { push(node) }
    }
  }
}

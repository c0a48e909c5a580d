/// Batches and the order in which they are walked, for orders with cut-offs.
///
/// Simulated annealing as in `BatchAnnealing`, on a weighted sum of lateness and walking whose
/// weight of lateness grows as it gets colder; the best answer is kept by lateness first. Besides
/// orders, batches move: to another place in the row.
struct BatchSchedule {
  /// What is made least: lateness first.
  struct Value: Comparable {
    var lateness: Int
    var total: Int

    static func < (a: Value, b: Value) -> Bool {
      a.lateness != b.lateness ? a.lateness < b.lateness : a.total < b.total
    }
  }

  private let state: BatchState
  private let lengths: BatchLengths
  private var random: SplitMix
  private let orders: [BatchOrder]
  private let isDue: [Bool]
  private let unit: Int
  /// The batches in the order they are walked.
  private var row: [Int]
  private(set) var best: [Int]
  private(set) var bestRow: [Int]
  private(set) var bestValue: Value

  /// - Parameter row: the batches of the state in the order they are walked.
  init(_ state: BatchState, _ lengths: BatchLengths, row: [Int], seed: UInt64) {
    self.state = state
    self.lengths = lengths
    self.row = row
    random = SplitMix(seed: seed)
    orders = lengths.request.orders
    isDue = orders.map { $0.due != nil }
    unit = lengths.masks.unit
    best = state.assignment
    bestRow = row
    bestValue = Value(lateness: .max, total: .max)
    bestValue = value
  }

  /// The batches of a state by their earliest cut-off.
  static func byCutoff(_ state: BatchState, _ request: BatchRequest) -> [Int] {
    func urgency(_ batch: Int) -> (due: Int, priority: Int) {
      let orders = state.orders(of: batch).map { request.orders[$0] }
      return (orders.compactMap(\.due).min() ?? .max, orders.map(\.priority).max() ?? 1)
    }
    let ranked = state.batches.map { (batch: $0, urgency: urgency($0)) }
    return ranked.sorted { a, b in
      if a.urgency.due != b.urgency.due { return a.urgency.due < b.urgency.due }
      if a.urgency.priority != b.urgency.priority {
        return a.urgency.priority > b.urgency.priority
      }
      return a.batch < b.batch
    }.map(\.batch)
  }

  /// Every order in the first batch with room for it, the most urgent order first.
  static func assignmentByCutoff(_ request: BatchRequest) -> [Int] {
    let ranked = request.orders.indices.sorted { a, b in
      let (x, y) = (request.orders[a], request.orders[b])
      let (p, q) = (x.due ?? .max, y.due ?? .max)
      if p != q { return p < q }
      return x.priority != y.priority ? x.priority > y.priority : a < b
    }
    var assignment = [Int](repeating: 0, count: request.orders.count)
    var batch = 0
    var load = 0
    for order in ranked {
      if load + request.orders[order].size > request.capacity { (batch, load) = (batch + 1, 0) }
      load += request.orders[order].size
      assignment[order] = batch
    }
    return assignment
  }

  private var value: Value {
    var walked = 0
    var late = 0
    for batch in row {
      walked &+= state.length[batch]
      let finished = walked &* unit
      state.forEach(in: batch) { order in
        guard isDue[order] else { return }
        late = BatchLateness.sum(late, orders[order].lateness(finishedAfter: finished))
      }
    }
    return Value(lateness: late, total: walked)
  }

  /// Anneals until the time is used.
  ///
  /// - Complexity: O(orders) for each move, and two tours.
  mutating func run(
    hot: Double, cold: Double, used: () -> Double, better: (Value) -> Void
  ) {
    let cooling = BatchNumerics.log(cold / hot)
    var current = value
    var part = used()
    while part < 1 {
      let temperature = hot * BatchNumerics.exp(cooling * part)
      let weight = BatchNumerics.exp(10 * part - 2)
      for _ in 0..<64 {
        let draw = BatchNumerics.exponential[random.below(4096)]
        let allowed = weighted(current, weight) + temperature * draw
        guard let made = step(allowed, weight) else { continue }
        current = made
        if current < bestValue {
          keep(current)
          better(current)
        }
      }
      part = used()
    }
  }

  private func weighted(_ value: Value, _ weight: Double) -> Double {
    Double(value.total) + weight * Double(value.lateness) / Double(unit)
  }

  private mutating func keep(_ value: Value) {
    bestValue = value
    best = state.assignment
    bestRow = row
  }

  /// The value after a random move, nil where there was none or it was taken back.
  private mutating func step(_ allowed: Double, _ weight: Double) -> Value? {
    if row.count > 1, random.below(4) == 0 {
      let from = random.below(row.count)
      let to = random.below(row.count)
      guard from != to else { return nil }
      row.insert(row.remove(at: from), at: to)
      let made = value
      if weighted(made, weight) <= allowed { return made }
      row.insert(row.remove(at: to), at: from)
      return nil
    }
    let i = random.below(state.orderCount)
    let a = state.batchOf[i]
    if random.below(16) == 0, state.count[a] > 1, let empty = state.free.last {
      let before = state.length[a]
      state.move(i, to: empty)
      row.insert(empty, at: random.below(row.count + 1))
      measure(a)
      measure(empty)
      let made = value
      if weighted(made, weight) <= allowed { return made }
      state.move(i, to: a)
      row.removeAll { $0 == empty }
      state.length[a] = before
      state.length[empty] = 0
      return nil
    }
    let j = random.below(state.orderCount)
    let b = state.batchOf[j]
    guard a != b else { return nil }
    let roomA = state.capacity - state.load[a]
    let roomB = state.capacity - state.load[b]
    let more = state.size[i] - state.size[j]
    let moves = state.size[i] <= roomB && random.below(2) == 0
    guard moves || more <= roomB && -more <= roomA else { return nil }
    return exchange(i, moves ? nil : j, a, b, allowed, weight)
  }

  private mutating func exchange(
    _ i: Int, _ j: Int?, _ a: Int, _ b: Int, _ allowed: Double, _ weight: Double
  ) -> Value? {
    let before = (state.length[a], state.length[b])
    let place = row.firstIndex(of: a) ?? 0
    state.move(i, to: b)
    if let j { state.move(j, to: a) }
    measure(a)
    measure(b)
    let isGone = state.count[a] == 0
    if isGone { row.remove(at: place) }
    let made = value
    if weighted(made, weight) <= allowed { return made }
    state.move(i, to: a)
    if let j { state.move(j, to: b) }
    if isGone { row.insert(a, at: place) }
    (state.length[a], state.length[b]) = before
    return nil
  }

  private func measure(_ batch: Int) {
    guard state.count[batch] > 0 else {
      state.length[batch] = 0
      return
    }
    let known = lengths.known(state.key[batch])
    if known >= 0 {
      state.length[batch] = known
      return
    }
    let mask = lengths.open()
    state.forEach(in: batch) { lengths.add($0, to: mask) }
    lengths.measure()
    state.length[batch] = lengths.lengths[0]
    lengths.remember(state.key[batch], state.length[batch])
  }
}

/// One run of the solver.
final class BatchSearch {
  private let request: BatchRequest
  private let timer: BatchTimer
  private let seed: UInt64
  private let lengths: BatchLengths
  private let state: BatchState
  /// The best bound known, in units.
  private var bound = 0

  init(_ request: BatchRequest, seed: UInt64, timer: BatchTimer) {
    self.request = request
    self.timer = timer
    self.seed = seed
    lengths = BatchLengths(request, seed: seed, bits: request.orders.count <= 200 ? 18 : 20)
    state = BatchState(request, lengths)
  }

  /// The best answer found, without cut-offs as well as with.
  ///
  /// - Parameter exactly: whether few orders are solved exactly, not searched.
  func solve(exactly: Bool = true) -> BatchPlan {
    let count = request.orders.count
    let isScheduled = request.orders.contains { $0.due != nil }
    state.measure(lengths)
    let single = (0..<count).map { state.length[$0] }
    bound = BatchBound.simple(lengths, single: single)
    if exactly, isScheduled, count <= BatchExact.mostScheduled {
      return plan(BatchExact.schedule(lengths))
    }
    if exactly, count <= BatchExact.mostOrders {
      state.reset(BatchExact.assignment(lengths))
      state.measure(lengths)
      if lengths.isExact { bound = state.total }
      if !isScheduled { return plan(byPriority(state.assignment)) }
    } else {
      let neighbors = BatchNeighbors(lengths, width: count <= 2000 ? 100 : 40, single: single)
      BatchSavings.merge(state, lengths, neighbors)
      if !isScheduled {
        tell(state.total)
        let isSmall = count <= BatchCovering.mostOrders
        return plan(byPriority(isSmall ? covered(neighbors) : annealed(neighbors)))
      }
    }
    return plan(scheduled())
  }

  /// The best answer of one long annealing, for many orders.
  private func annealed(_ neighbors: BatchNeighbors) -> [Int] {
    var annealing = BatchAnnealing(state, lengths, neighbors, seed: seed, pool: nil)
    let mean = max(1, Double(state.total) / Double(max(1, state.batches.count)))
    annealing.run(
      hot: mean * 0.012, cold: mean * 0.0015, used: timer.used, better: { self.tell($0) })
    return annealing.best
  }

  private func covered(_ neighbors: BatchNeighbors) -> [Int] {
    var covering = BatchCovering(
      state, lengths, neighbors, seed: seed, bound: bound, timer: timer,
      tell: { total, bound in
        self.bound = bound
        self.tell(total)
      })
    let best = covering.run()
    bound = covering.bound
    return best
  }

  /// Batches in the order they should be walked; starts from the state or from the cut-offs.
  private func scheduled() -> [[Int]] {
    var schedule = BatchSchedule(
      state, lengths, row: BatchSchedule.byCutoff(state, request), seed: seed)
    let other = BatchState(request, lengths)
    other.reset(BatchSchedule.assignmentByCutoff(request))
    other.measure(lengths)
    let urgent = BatchSchedule(
      other, lengths, row: BatchSchedule.byCutoff(other, request), seed: seed)
    if urgent.bestValue < schedule.bestValue { schedule = urgent }
    let mean = Double(state.total) / Double(max(1, state.batches.count))
    schedule.run(
      hot: max(mean * 0.2, 1), cold: max(mean * 0.001, 0.1), used: timer.used,
      better: { self.tell($0.total, lateness: $0.lateness) })
    return schedule.bestRow.map { batch in
      request.orders.indices.filter { schedule.best[$0] == batch }
    }
  }

  /// The batches of an assignment, those with the highest priority first.
  private func byPriority(_ assignment: [Int]) -> [[Int]] {
    var batches = [[Int]](repeating: [], count: request.orders.count)
    for (order, batch) in assignment.enumerated() { batches[batch].append(order) }
    let ranked = batches.filter { !$0.isEmpty }.map { orders in
      (orders: orders, priority: orders.map { request.orders[$0].priority }.max() ?? 1)
    }
    return ranked.sorted {
      $0.priority != $1.priority ? $0.priority > $1.priority : $0.orders[0] < $1.orders[0]
    }.map(\.orders)
  }

  private func tell(_ total: Int, lateness: Int = 0) {
    let unit = lengths.masks.unit
    timer.tell(
      BatchProgress(
        length: total * unit, lateness: lateness, lowerBound: min(bound, total) * unit))
  }

  /// The answer, every batch walked.
  private func plan(_ rows: [[Int]]) -> BatchPlan {
    let batches = rows.map(batch)
    var walked = 0
    var late = 0
    for batch in batches {
      walked += batch.length
      for order in batch.orders {
        late = BatchLateness.sum(late, request.orders[order].lateness(finishedAfter: walked))
      }
    }
    return BatchPlan(
      batches: batches, length: walked, lateness: late,
      lowerBound: min(bound * lengths.masks.unit, walked))
  }

  private func batch(_ orders: [Int]) -> BatchPlan.Batch {
    let stops = orders.flatMap { order in
      request.orders[order].stops.indices.map { BatchPlan.Stop(order: order, stop: $0) }
    }
    guard !stops.isEmpty, let walk = try? request.tourRequest(of: orders),
      let tour = try? ShortestWalk().solve(walk)
    else { return BatchPlan.Batch(orders: orders, stops: [], tour: nil) }
    return BatchPlan.Batch(orders: orders, stops: tour.order.map { stops[$0] }, tour: tour)
  }
}

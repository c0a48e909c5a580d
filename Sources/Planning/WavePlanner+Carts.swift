import Routing
import Warehouse

extension WavePlanner {
  /// Orders in groups of up to so many, put together for the least walking, the most urgent first.
  ///
  /// The core's batching with a tote an order: exact for a few orders, else the best found in the
  /// time allowed.
  func batches(_ candidates: [Candidate], upTo size: Int) throws -> [[Candidate]] {
    let sorted = candidates.sorted { one, other in
      one.order.priority != other.order.priority
        ? one.order.priority > other.order.priority : one.order.number < other.order.number
    }
    guard size > 1, sorted.count > 1 else { return sorted.map { [$0] } }
    let layout = try AisleLayout(site.layout)
    let start = layout.place(site.start) ?? .aisle(0, y: site.start.y)
    let request = try BatchRequest(
      layout: layout, start: start, end: layout.place(site.drop) ?? start, capacity: size,
      orders: sorted.map { candidate in
        BatchOrder(
          size: 1, stops: candidate.visits.map { .aisle($0.bin.aisle, y: $0.bin.y) },
          priority: Self.weight(candidate.order.priority))
      })
    let report = progress
    let plan = BatchSolver().solve(
      request, milliseconds: time.milliseconds, clock: time.clock(),
      progress: { found in
        report?(found.length, found.lowerBound)
        return true
      })
    // The most urgent order of a cart decides when it is walked.
    return plan.batches.map { $0.orders.sorted().map { sorted[$0] } }
      .sorted { one, other in
        one[0].order.priority != other[0].order.priority
          ? one[0].order.priority > other[0].order.priority
          : one[0].order.number < other[0].order.number
      }
  }

  /// Priorities from -99 to 99 as weights above 0.
  private static func weight(_ priority: Int) -> Int { max(1, priority + 100) }
}

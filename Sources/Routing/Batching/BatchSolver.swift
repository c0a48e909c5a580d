/// Puts orders onto carts for little walking: a good answer at once, a better one with time.
///
/// Up to `BatchExact.mostOrders` orders are solved exactly. Else savings give a first answer,
/// annealing over exact tour lengths improves it, and batches seen on the way are put together anew
/// by column generation. With cut-offs the lateness is made least first, then the walking.
///
/// Runs on one thread. The same request, seed and clock readings give the same answer.
public struct BatchSolver: Sendable {
  private let seed: UInt64

  /// A solver with a seed for its random numbers.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// An answer; the best found within a time.
  ///
  /// The first answer is always finished, so that a limit of 0 gives one: a few milliseconds for
  /// 100 orders, seconds for 5,000.
  ///
  /// - Parameters:
  ///   - request: what to put together.
  ///   - milliseconds: how long to search.
  ///   - clock: the time since any fixed moment; read many times a second.
  ///   - progress: told of every better answer or bound; false ends the search.
  public func solve(
    _ request: BatchRequest, milliseconds: Int, clock: @escaping () -> Duration,
    progress: @escaping (BatchProgress) -> Bool = { _ in true }
  ) -> BatchPlan {
    guard !request.orders.isEmpty else {
      return BatchPlan(batches: [], length: 0, lateness: 0, lowerBound: 0)
    }
    let timer = BatchTimer(milliseconds: milliseconds, clock: clock, report: progress)
    let search = BatchSearch(request, seed: seed, timer: timer)
    return search.solve()
  }
}

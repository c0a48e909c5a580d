/// What part of the time allowed has been used, and whom to tell how far the search is.
final class BatchTimer {
  private let clock: () -> Duration
  private let start: Duration
  private let limit: Double
  private let report: (BatchProgress) -> Bool
  private var told: BatchProgress?
  private(set) var isStopped = false

  init(
    milliseconds: Int, clock: @escaping () -> Duration,
    report: @escaping (BatchProgress) -> Bool
  ) {
    self.clock = clock
    self.report = report
    start = clock()
    limit = max(Double(milliseconds), 0) / 1000
  }

  /// The part of the time used; 1 or more: stop.
  func used() -> Double {
    if isStopped || limit <= 0 { return 1 }
    let (seconds, attoseconds) = (clock() - start).components
    return (Double(seconds) + Double(attoseconds) * 1e-18) / limit
  }

  /// Says how far the search is where that is news.
  func tell(_ progress: BatchProgress) {
    guard told != progress else { return }
    told = progress
    if !report(progress) { isStopped = true }
  }
}

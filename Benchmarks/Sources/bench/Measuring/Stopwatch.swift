/// Time since it was started, of the wall's clock and of the processor's.
struct Stopwatch {
  private let wallStart = Clock.now
  private let processorStart = Clock.processor
  /// Which of the two `elapsed` is.
  var countsProcessor = false

  var wall: Int64 { Clock.now - wallStart }
  var processor: Int64 { Clock.processor - processorStart }

  /// The clock to give to a solver.
  var elapsed: Duration { .nanoseconds(countsProcessor ? processor : wall) }
}

/// How long a search may take: a number of rounds, cut short by a clock where one is given.
///
/// The same number of rounds gives the same walk on every machine as long as the clock does not
/// cut. Where nothing is found any more or the walk is proven, a search ends by itself.
public struct SearchLimit: Sendable {
  /// How many rounds are made at most; one takes about 2 ms for 100 stops.
  public let rounds: Int
  /// Says that time is up; asked often.
  let isOver: @Sendable () -> Bool

  /// Ten rounds, without a clock.
  public static let standard = SearchLimit(rounds: 10)

  /// A limit by rounds, 1 at least.
  public init(rounds: Int) {
    self.rounds = max(rounds, 1)
    isOver = { false }
  }

  /// A limit by time: as many rounds as fit until `elapsed` reaches it.
  ///
  /// - Parameter elapsed: the time since the start of the search, never less than before.
  public init(
    time: Duration, rounds: Int = 1_000_000, elapsed: @escaping @Sendable () -> Duration
  ) {
    self.rounds = max(rounds, 1)
    isOver = { elapsed() >= time }
  }
}

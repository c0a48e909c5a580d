public import Terminal
public import Warehouse

/// Plays trips on stages and says where one went otherwise than it says.
///
/// A trip ends at its first failing line. After the last line the store is checked once more, as
/// by `check`.
public struct TripRunner {
  /// Brings a file in, as the verb `import` wants it: what it holds, the path as the line has it,
  /// and the stage it comes to.
  public var brings: ((ImportKind, String, any Stage) throws -> Void)?
  /// Is shown a person's screen after each gesture and each kill: the step, the person and the
  /// frame.
  public var shows: ((Trip.Step, String, Frame) -> Void)?
  /// Is called before each gesture, so that people can follow; may take its time.
  public var paces: (() -> Void)?

  /// Makes a runner.
  public init(
    brings: ((ImportKind, String, any Stage) throws -> Void)? = nil,
    shows: ((Trip.Step, String, Frame) -> Void)? = nil, paces: (() -> Void)? = nil
  ) {
    self.brings = brings
    self.shows = shows
    self.paces = paces
  }

  /// Plays a trip.
  ///
  /// - Parameters:
  ///   - trip: the trip.
  ///   - stage: where it is played; it stays the caller's to close.
  ///   - killingAfterEachInput: whether the handheld loses its power after every single gesture
  ///     made on it; its frame must then be the one before, cell for cell, except the banner.
  ///     Where nobody is signed in there is nothing to come back to, and nothing is killed.
  public func run(
    _ trip: Trip, on stage: any Stage, killingAfterEachInput: Bool = false
  ) -> TripResult {
    var run = TripRun(trip, on: stage, by: self, kills: killingAfterEachInput)
    return run.play()
  }
}

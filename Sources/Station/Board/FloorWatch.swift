import Planning
public import Storage
import Synchronization
public import Warehouse

/// Watches a floor through its journal: paces, rates, and when each wave will be done.
///
/// Only what came since the last look is read. Lists are read again when the journal says that they
/// changed; everything else of a look is a handful of counts.
public final class FloorWatch: Sendable {
  /// The last minutes, over which rates are told.
  static let window: Int64 = 10 * 60_000
  /// Lines of the journal read at once.
  static let span = 4_000
  /// How far back a first look goes, in lines of the journal.
  static let reach = 120_000

  let store: any Store
  let replicas: Int
  let state: Mutex<WatchState>

  /// Makes a watch on a store.
  public init(store: any Store, replicas: Int = 60) {
    self.store = store
    self.replicas = replicas
    state = Mutex(WatchState())
  }

  /// The figures of every wave on the floor.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - planned: waves that are told as if they were released at this moment.
  ///   - extra: how many more people pick, each like the mean of those who do.
  ///   - all: whether the other waves are told of as well, without a forecast.
  public func figures(
    at now: Timestamp, as planned: Set<Code<Wave>> = [], extra: Int = 0, all: Bool = false
  ) throws -> [WaveFigures] {
    try state.withLock { state in
      try state.catchUp(with: store, now)
      return try state.figures(store, now, planned, extra, replicas, all: all)
    }
  }

  /// How many more people would have to pick for a planned wave to be in time if it were released
  /// at this moment; nil where twelve are not enough.
  public func needed(for wave: Code<Wave>, at now: Timestamp) throws -> Int? {
    for extra in 0...12 {
      let told = try figures(at: now, as: [wave], extra: extra).first { $0.wave == wave }
      guard let forecast = told?.forecast else { return nil }
      if forecast.risk == .safe || forecast.risk == .tight { return extra }
    }
    return nil
  }

  /// Everybody at work, as the journal tells.
  public func people(at now: Timestamp) throws -> [PersonFigures] {
    try state.withLock { state in
      try state.catchUp(with: store, now)
      return try state.people(store, now)
    }
  }
}

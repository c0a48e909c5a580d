public import Warehouse

/// A replay one can wind to and fro: marks of where it stood are kept on the way.
///
/// Stepping back costs at most as many moments as lie between two marks.
public struct ReplayTape: Sendable {
  private struct Mark: Sendable {
    var replay: FloorReplay
    var upcoming: FloorReplay.Moment?
    var shown: [Code<Device>: FloorReplay.Moment]
    var at: Timestamp
    var index: Int
    var latest: Code<Device>?
  }

  private static let stride = 64
  private var marks: [Mark]
  private var here: Mark

  /// Begins at the first moment of a replay.
  public init(_ replay: FloorReplay) throws {
    var replay = replay
    let first = try replay.next()
    here = Mark(
      replay: replay, upcoming: first, shown: [:], at: first?.at ?? Timestamp(milliseconds: 0),
      index: 0)
    marks = [here]
  }

  /// Whose the last moment was.
  public var latest: Code<Device>? { here.latest }
  /// How many moments were shown.
  public var index: Int { here.index }
  /// The time reached.
  public var at: Timestamp { here.at }
  /// When the next moment is; nil at the end.
  public var nextAt: Timestamp? { here.upcoming?.at }
  /// What each handheld shows, by code.
  public var shown: [FloorReplay.Moment] { here.shown.values.sorted { $0.device < $1.device } }
  /// The replay behind it, one moment ahead.
  public var replay: FloorReplay { here.replay }

  /// Shows the next moment; false at the end.
  @discardableResult
  public mutating func forward() throws -> Bool {
    guard let moment = here.upcoming else { return false }
    here.shown[moment.device] = moment
    here.at = moment.at
    here.latest = moment.device
    here.index += 1
    here.upcoming = try here.replay.next()
    if here.index % Self.stride == 0, (marks.last?.index ?? 0) < here.index { marks.append(here) }
    return true
  }

  /// Shows the moment before.
  public mutating func back() throws {
    let wanted = max(1, here.index - 1)
    here = marks.last { $0.index <= wanted } ?? marks[0]
    while here.index < wanted, try forward() {}
  }

  /// Shows what was seen at a time.
  public mutating func seek(to time: Timestamp) throws {
    if time < here.at { here = marks.last { $0.at < time } ?? marks[0] }
    while let next = here.upcoming?.at, next <= time { try forward() }
    here.at = max(here.at, min(time, here.upcoming?.at ?? time))
    if here.shown.isEmpty { try forward() }
  }
}

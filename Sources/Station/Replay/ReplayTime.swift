public import Warehouse

/// A time of day, perhaps of a named day, as people write it: `14:05`, `14:05:30`,
/// `2026-11-22 14:05`.
public struct ReplayTime: Hashable, Sendable {
  private let day: Day?
  private let seconds: Int

  /// Reads a time; nil when it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard let clock = parts.last, parts.count <= 2 else { return nil }
    let figures = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(figures.count), let hour = figures[0], let minute = figures[1],
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    var second = 0
    if figures.count == 3 {
      guard let third = figures[2], (0..<60).contains(third) else { return nil }
      second = third
    }
    if parts.count == 2 {
      guard let day = Day(parts[0]) else { return nil }
      self.day = day
    } else {
      day = nil
    }
    seconds = hour * 3600 + minute * 60 + second
  }

  /// The moment, on the day of another where none was named.
  public func on(_ other: Timestamp, utcOffset: Int) -> Timestamp {
    Timestamp(day ?? other.day(utcOffset: utcOffset), minutes: 0, utcOffset: utcOffset)
      .adding(milliseconds: Int64(seconds) * 1000)
  }

  /// Hours, minutes and seconds of a moment.
  public static func clock(_ time: Timestamp, utcOffset: Int) -> String {
    let second = time.milliseconds / 1000 % 60
    return time.clock(utcOffset: utcOffset) + (second < 10 ? ":0" : ":") + "\(second)"
  }
}

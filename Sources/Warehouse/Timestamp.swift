/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
///
/// Always passed in, never read here.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public var milliseconds: Int64

  /// Makes a moment from milliseconds since 1970-01-01 00:00 UTC.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whether one moment is before another.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.milliseconds < rhs.milliseconds }

  /// The moment some milliseconds later.
  public func adding(milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: self.milliseconds + milliseconds)
  }

  /// Reads a moment from its milliseconds.
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes a moment as its milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension Timestamp {
  /// The wall clock of a place `utcOffset` minutes east of Greenwich: `14:32`.
  public func clock(utcOffset: Int) -> String {
    let ofDay = localMinutes(utcOffset) - Self.floor(localMinutes(utcOffset), 1440) * 1440
    return "\(pad(ofDay / 60)):\(pad(ofDay % 60))"
  }

  /// The calendar day of a place `utcOffset` minutes east of Greenwich.
  public func day(utcOffset: Int) -> Day {
    Day(daysSince1970: Int(Self.floor(localMinutes(utcOffset), 1440)))
  }

  /// The start of a calendar day plus some minutes, at a place `utcOffset` minutes east.
  public init(_ day: Day, minutes: Int, utcOffset: Int) {
    self.init(
      milliseconds: (Int64(day.daysSince1970) * 1440 + Int64(minutes - utcOffset)) * 60_000)
  }

  private func localMinutes(_ utcOffset: Int) -> Int64 {
    Self.floor(milliseconds, 60_000) + Int64(utcOffset)
  }

  private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
    number / divisor - (number % divisor < 0 ? 1 : 0)
  }

  private func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

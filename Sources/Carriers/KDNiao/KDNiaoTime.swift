public import Warehouse

/// Times as KDNiao writes them: `2026-01-01 09:00:00`, Chinese standard time.
public struct KDNiaoTime: Hashable, Sendable {
  /// China's distance from Greenwich in minutes.
  static let utcOffset = 480

  /// The moment, whole seconds.
  public let timestamp: Timestamp

  /// Makes a time from a moment.
  public init(_ timestamp: Timestamp) {
    self.timestamp = timestamp
  }

  /// Reads a time; nil when it is written otherwise.
  public init?(_ text: String) {
    let halves = text.split(separator: " ")
    guard halves.count == 2, let day = Day(halves[0].replacing("/", with: "-")) else { return nil }
    let parts = halves[1].split(separator: ":").map { Int($0) }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, (0..<24).contains(hour),
      (0..<60).contains(minute), (0..<61).contains(second)
    else { return nil }
    let start = Timestamp(day, minutes: hour * 60 + minute, utcOffset: Self.utcOffset)
    timestamp = start.adding(milliseconds: Int64(second) * 1000)
  }
}

extension KDNiaoTime: CustomStringConvertible {
  /// The time as KDNiao writes it.
  public var description: String {
    let ofMinute = Int(timestamp.milliseconds.quotientAndRemainder(dividingBy: 60_000).remainder)
    let second = String((ofMinute + 60_000) % 60_000 / 1000)
    return "\(timestamp.day(utcOffset: Self.utcOffset))"
      + " \(timestamp.clock(utcOffset: Self.utcOffset)):\(second.count < 2 ? "0" : "")\(second)"
  }
}

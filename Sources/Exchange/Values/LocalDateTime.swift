/// A day and a time of day on the wall of the warehouse, without a time zone.
public struct LocalDateTime: Hashable, Codable, Sendable {
  /// The day.
  public let date: LocalDate
  /// The second of the day, 0..<86,400.
  public let second: Int

  /// Makes the moment; nil if a part is out of range.
  public init?(date: LocalDate, hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    self.date = date
    self.second = (hour * 60 + minute) * 60 + second
  }

  /// Reads a day and `16:00` or `16:00:30` behind a space or a `T`; a zone is not accepted.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let date = LocalDate(parts[0]) else { return nil }
    let numbers = parts[1].utf8.split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let values = numbers.compactMap { $0.count <= 2 ? Digits.value($0) : nil }
    guard values.count == numbers.count, values.count == 2 || values.count == 3,
      numbers[1].count == 2
    else { return nil }
    self.init(
      date: date, hour: values[0], minute: values[1], second: values.count == 3 ? values[2] : 0)
  }
}

extension LocalDateTime: Comparable, CustomStringConvertible {
  /// Whether the first moment comes before the second.
  public static func < (lhs: LocalDateTime, rhs: LocalDateTime) -> Bool {
    (lhs.date, lhs.second) < (rhs.date, rhs.second)
  }

  /// The moment as `2026-11-22 16:00:00`.
  public var description: String {
    let minute = second / 60
    return "\(date) \(Digits.padded(minute / 60)):\(Digits.padded(minute % 60))"
      + ":\(Digits.padded(second % 60))"
  }
}

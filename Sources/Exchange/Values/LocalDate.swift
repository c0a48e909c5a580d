/// A calendar day without a time zone.
public struct LocalDate: Hashable, Codable, Sendable {
  /// The year, 1900...9999.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, 1...31.
  public let day: Int

  /// Makes the day; nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-11-22`, `2026/11/22` (months and days of one digit too) or `20261122`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if bytes.count == 8, let number = Digits.value(bytes[...]) {
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return
    }
    guard bytes.count > 4, bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/") else {
      return nil
    }
    let parts = bytes.split(separator: bytes[4], omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count <= 2, parts[2].count <= 2,
      let year = Digits.value(parts[0]), let month = Digits.value(parts[1]),
      let day = Digits.value(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension LocalDate: Comparable, CustomStringConvertible {
  /// Whether the first day comes before the second.
  public static func < (lhs: LocalDate, rhs: LocalDate) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }

  /// The day as `2026-11-22`.
  public var description: String {
    "\(year)-\(Digits.padded(month))-\(Digits.padded(day))"
  }
}

/// A day as GS1 data name it, in the Gregorian calendar.
public struct GS1Date: Hashable, Sendable {
  /// The year with its century.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Makes the day; nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9_999).contains(year), (1...12).contains(month),
      (1...GS1Date.days(month: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads YYMMDD; the century is the one that brings the year nearest to `now`, and the day 00
  /// is the last of its month (General Specifications, 7.12 and 3.4.2).
  init?(yymmdd digits: Span<UInt8>, nearYear now: Int) {
    guard digits.count >= 6 else { return nil }
    for index in 0..<6 where !Byte.isDigit(digits[index]) { return nil }
    func pair(_ offset: Int) -> Int {
      Int(digits[offset] - 0x30) * 10 + Int(digits[offset + 1] - 0x30)
    }
    let year = GS1Date.year(ofTwoDigits: pair(0), nearYear: now)
    let month = pair(2)
    guard (1...12).contains(month) else { return nil }
    let day = pair(4)
    self.init(
      year: year, month: month, day: day == 0 ? GS1Date.days(month: month, year: year) : day)
  }

  /// The year that ends with two digits and lies from 49 before to 50 after `now`.
  public static func year(ofTwoDigits digits: Int, nearYear now: Int) -> Int {
    let century = now - now % 100
    let ahead = digits - now % 100
    if ahead >= 51 { return century - 100 + digits }
    if ahead <= -50 { return century + 100 + digits }
    return century + digits
  }

  /// How many days a month has.
  static func days(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension GS1Date: Comparable {
  /// Whether the first day comes before the second.
  public static func < (lhs: GS1Date, rhs: GS1Date) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}

extension GS1Date: CustomStringConvertible {
  /// The day as ISO 8601 writes it, such as `2026-12-31`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the day as ISO 8601 does.
  func append(to bytes: inout [UInt8]) {
    bytes.append(decimal: year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: day, width: 2)
  }
}

extension ComponentCheck {
  /// A date YYMMDD or YYYYMMDD; the day 00 stands for the whole month where that is allowed.
  static func checkDate(
    _ data: Span<UInt8>, yearDigits: Int, dayMayBeZero: Bool
  ) -> ComponentFinding? {
    let length = yearDigits + 4
    guard data.count >= length else { return ComponentFinding(.time(.dateTooShort), 0, data.count) }
    guard data.count == length else { return ComponentFinding(.time(.dateTooLong), 0, data.count) }
    if let finding = checkDigits(data) { return finding }
    var year = 0
    for index in 0..<yearDigits { year = year * 10 + Int(data[index] - 0x30) }
    // Two digits never name a year by 100 that is no leap year: 2100 is out of the window.
    if yearDigits == 2 { year += 2000 }
    let month = twoDigits(data, yearDigits)
    guard (1...12).contains(month) else { return ComponentFinding(.time(.month), yearDigits, 2) }
    let day = twoDigits(data, yearDigits + 2)
    guard day <= GS1Date.days(month: month, year: year), day > 0 || dayMayBeZero else {
      return ComponentFinding(.time(.day), yearDigits + 2, 2)
    }
    return nil
  }

  static func checkHour(_ data: Span<UInt8>) -> ComponentFinding? {
    checkPair(data, below: 24, short: .hourTooShort, long: .hourTooLong, range: .hour)
  }

  static func checkMinute(_ data: Span<UInt8>) -> ComponentFinding? {
    checkPair(data, below: 60, short: .minuteTooShort, long: .minuteTooLong, range: .minute)
  }

  static func checkSecond(_ data: Span<UInt8>) -> ComponentFinding? {
    checkPair(data, below: 60, short: .secondTooShort, long: .secondTooLong, range: .second)
  }

  static func checkHourMinute(_ data: Span<UInt8>) -> ComponentFinding? {
    guard data.count >= 4 else {
      return ComponentFinding(.time(.hourMinuteTooShort), 0, data.count)
    }
    guard data.count == 4 else { return ComponentFinding(.time(.hourMinuteTooLong), 0, data.count) }
    if let finding = checkDigits(data) { return finding }
    guard twoDigits(data, 0) < 24 else { return ComponentFinding(.time(.hour), 0, 2) }
    return twoDigits(data, 2) < 60 ? nil : ComponentFinding(.time(.minute), 2, 2)
  }

  private static func checkPair(
    _ data: Span<UInt8>, below limit: Int, short: ComponentFault.TimeFault,
    long: ComponentFault.TimeFault, range: ComponentFault.TimeFault
  ) -> ComponentFinding? {
    guard data.count >= 2 else { return ComponentFinding(.time(short), 0, data.count) }
    guard data.count == 2 else { return ComponentFinding(.time(long), 0, data.count) }
    if let finding = checkDigits(data) { return finding }
    return twoDigits(data, 0) < limit ? nil : ComponentFinding(.time(range), 0, 2)
  }

  private static func twoDigits(_ data: Span<UInt8>, _ offset: Int) -> Int {
    Int(data[offset] - 0x30) * 10 + Int(data[offset + 1] - 0x30)
  }
}

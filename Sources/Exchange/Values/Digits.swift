/// Numbers written in ASCII digits.
enum Digits {
  static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  /// The number; nil if there is no digit, anything else, or too many to fit.
  static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    var value = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int(byte - 0x30))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }

  /// A decimal number as whole units of 10 to the power of -`scale`; nil if it is none or too fine.
  ///
  /// Zeros behind the last unit do not make it too fine. There is no exponent and no grouping.
  static func units(_ text: String, scale: Int) -> Int? {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.dropFirst(scale).allSatisfy({ $0 == 0x30 }) else { return nil }
    let kept = fraction.prefix(scale)
    let zeros = [UInt8](repeating: 0x30, count: scale - kept.count)
    return value(whole + kept + zeros).map { isNegative ? -$0 : $0 }
  }

  static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

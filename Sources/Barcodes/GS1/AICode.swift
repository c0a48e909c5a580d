/// An application identifier as one number: 2, 3 and 4 digit identifiers take consecutive ranges.
///
/// A pattern such as `31nn` is then a plain range of numbers.
struct AICode: Hashable, Comparable, Sendable {
  /// 0 to 99 for two digits, then 1,000 for three digits, then 10,000 for four.
  let rawValue: UInt16

  /// How many numbers there are.
  static let count = 11_100

  /// The identifier of so many digits with that value.
  init(value: Int, digits: Int) {
    let base = digits == 2 ? 0 : digits == 3 ? 100 : 1_100
    rawValue = UInt16(base + value)
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Reads all of `text`; nil unless it is two to four digits.
  init?(_ text: String) {
    guard let range = AICode.range(text), range.lowerBound == range.upperBound else { return nil }
    self = range.lowerBound
  }

  /// The identifiers a pattern stands for: digits, then any number of `n` for any digit.
  static func range(_ pattern: some StringProtocol) -> ClosedRange<AICode>? {
    let bytes = Array(pattern.utf8)
    guard (2...4).contains(bytes.count), bytes[0] != UInt8(ascii: "n") else { return nil }
    var low = 0
    var high = 0
    var open = false
    for byte in bytes {
      if byte == UInt8(ascii: "n") {
        open = true
        low *= 10
        high = high * 10 + 9
      } else {
        guard Byte.isDigit(byte), !open else { return nil }
        low = low * 10 + Int(byte - 0x30)
        high = high * 10 + Int(byte - 0x30)
      }
    }
    return AICode(
      value: low, digits: bytes.count)...AICode(value: high, digits: bytes.count)
  }

  static func < (lhs: AICode, rhs: AICode) -> Bool {
    lhs.rawValue < rhs.rawValue
  }

  /// How many digits it has.
  var digits: Int {
    rawValue < 100 ? 2 : rawValue < 1_100 ? 3 : 4
  }

  /// Its digits as a number.
  var value: Int {
    Int(rawValue) - (rawValue < 100 ? 0 : rawValue < 1_100 ? 100 : 1_100)
  }
}

extension AICode {
  static let sscc = AICode(value: 0, digits: 2)
  static let gtin = AICode(value: 1, digits: 2)
  static let content = AICode(value: 2, digits: 2)
  static let signature = AICode(value: 8_030, digits: 4)
}

extension AICode: CustomStringConvertible {
  /// The digits.
  var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the digits.
  func append(to bytes: inout [UInt8]) {
    bytes.append(decimal: value, width: digits)
  }
}

extension AICode: ExpressibleByStringLiteral {
  /// Reads a literal of two to four digits.
  init(stringLiteral text: String) {
    guard let code = AICode(text) else {
      preconditionFailure("\(text): expected two to four digits")
    }
    self = code
  }
}

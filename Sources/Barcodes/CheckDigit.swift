/// The modulo-10 check digit of GS1 keys: weights 3 and 1 by turns from the right.
///
/// GTIN-8, -12, -13 and -14, GLN and SSCC all end with it (GS1 General Specifications, 7.9).
public enum CheckDigit {
  /// The digit that belongs behind `payload`; nil unless it is ASCII digits, at least one.
  public static func modulo10(of payload: some StringProtocol) -> Int? {
    guard !payload.isEmpty, payload.utf8.allSatisfy(Byte.isDigit) else { return nil }
    return modulo10(ofDigits: Array(payload.utf8).span)
  }

  /// The digit that belongs behind bytes that are all ASCII digits; 0 if there are none.
  static func modulo10(ofDigits payload: Span<UInt8>) -> Int {
    var sum = 0
    var weight = payload.count % 2 == 0 ? 1 : 3
    for index in payload.indices {
      sum += Int(payload[index] - 0x30) * weight
      weight = 4 - weight
    }
    return (10 - sum % 10) % 10
  }

  /// Whether the last digit of `code` is the check digit of those before it.
  public static func isValid(_ code: String) -> Bool {
    guard let last = code.utf8.last, Byte.isDigit(last) else { return false }
    return modulo10(of: code.dropLast()) == Int(last - 0x30)
  }

  /// Throws what is wrong with `code` as a key of one of `lengths` digits.
  static func validate(_ code: String, lengths: [Int]) throws(KeyProblem) {
    guard code.utf8.allSatisfy(Byte.isDigit) else { throw .notDigits }
    guard lengths.contains(code.utf8.count) else {
      throw .length(found: code.utf8.count, expected: lengths)
    }
    guard let expected = modulo10(of: code.dropLast()), let last = code.utf8.last else { return }
    let found = Int(last - 0x30)
    guard found == expected else { throw .checkDigit(found: found, expected: expected) }
  }
}

/// A Serial Shipping Container Code: 18 digits that name one handling unit.
public struct SSCC: Hashable, Sendable {
  /// The 18 digits.
  public let digits: String

  /// Checks length, digits and check digit; throws what is wrong.
  public init(_ digits: String) throws(KeyProblem) {
    try CheckDigit.validate(digits, lengths: [18])
    self.digits = digits
  }

  /// The 18 digits whose check digit was seen to be right.
  init(verified digits: String) {
    self.digits = digits
  }

  /// Completes 17 digits (extension digit, company prefix, serial reference) by their check digit.
  public init(completing payload: String) throws(KeyProblem) {
    guard payload.utf8.count == 17 else {
      throw .length(found: payload.utf8.count, expected: [17])
    }
    guard let digit = CheckDigit.modulo10(of: payload) else { throw .notDigits }
    digits = payload + String(digit)
  }
}

extension SSCC: Codable {
  /// Reads the 18 digits; throws if they are no SSCC.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(try container.decode(String.self))
  }

  /// Writes the 18 digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}

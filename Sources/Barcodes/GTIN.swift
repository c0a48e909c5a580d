/// A Global Trade Item Number: the code of a product or of one of its packagings.
///
/// GTIN-8, -12, -13 and -14 of one product are equal once padded with zeros to 14 digits; how it
/// was scanned is kept beside it. It is coded as it was scanned.
public struct GTIN: Sendable {
  /// The number as 14 digits, padded with zeros in front.
  public let digits: String
  /// The number as it was scanned, 8, 12, 13 or 14 digits.
  public let scanned: String

  /// Checks length, digits and check digit; throws what is wrong.
  public init(_ scanned: String) throws(KeyProblem) {
    try CheckDigit.validate(scanned, lengths: [8, 12, 13, 14])
    self.scanned = scanned
    digits = String(repeating: "0", count: 14 - scanned.utf8.count) + scanned
  }

  /// The number of 8 to 14 digits whose check digit was seen to be right.
  init(verified scanned: String) {
    self.scanned = scanned
    digits = String(repeating: "0", count: max(0, 14 - scanned.utf8.count)) + scanned
  }

  /// Expands the eight digits of a UPC-E symbol (number system 0 or 1) and checks them.
  ///
  /// The seventh digit says where the zeros go (GS1 General Specifications, 5.2.2.4.2). A UPC-E
  /// reads as eight digits like a GTIN-8: only the scanner knows which it was.
  public init(upcE symbol: String) throws(KeyProblem) {
    guard symbol.utf8.allSatisfy(Byte.isDigit) else { throw .notDigits }
    guard symbol.utf8.count == 8 else {
      throw .length(found: symbol.utf8.count, expected: [8])
    }
    let d = symbol.map(String.init)
    let body =
      switch d[6] {
      case "0", "1", "2": d[1] + d[2] + d[6] + "0000" + d[3] + d[4] + d[5]
      case "3": d[1] + d[2] + d[3] + "00000" + d[4] + d[5]
      case "4": d[1] + d[2] + d[3] + d[4] + "00000" + d[5]
      default: d[1] + d[2] + d[3] + d[4] + d[5] + "0000" + d[6]
      }
    try self.init(d[0] + body + d[7])
  }
}

extension GTIN: Hashable {
  /// Whether both name the same product, however they were scanned.
  public static func == (lhs: GTIN, rhs: GTIN) -> Bool {
    lhs.digits == rhs.digits
  }

  /// Hashes the 14 digits.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(digits)
  }
}

extension GTIN: Codable {
  /// Reads the number as it was scanned; throws if it is no GTIN.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(try container.decode(String.self))
  }

  /// Writes the number as it was scanned.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(scanned)
  }
}

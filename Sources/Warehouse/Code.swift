/// The code by which people and machines know a thing: what is printed on its label.
///
/// `Of` keeps a bin's code from being taken for a tote's. Codes compare byte by byte.
public struct Code<Of>: RawRepresentable, Hashable, Sendable {
  /// The characters of the code.
  public let rawValue: String

  /// Makes a code from its characters.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Makes a code from its characters.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

extension Code: Comparable {
  /// Whether one code's bytes come before another's.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.rawValue.utf8.lexicographicallyPrecedes(rhs.rawValue.utf8)
  }
}

extension Code: Codable {
  /// Reads a code from its characters.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a code as its characters.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Code: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Makes a code from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The characters of the code.
  public var description: String { rawValue }
}

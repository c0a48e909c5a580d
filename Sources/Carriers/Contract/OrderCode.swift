public import Warehouse

/// The code under which a waybill is asked for, for good: the key of idempotency.
///
/// It is made from the parcel and its revision and nothing else, so that every process makes the
/// same one. Carriers take at most 30 characters of ASCII letters, digits, `-` and `_`.
public struct OrderCode: Hashable, Codable, Sendable {
  /// The most characters a carrier takes.
  public static let maxLength = 30

  /// Its characters.
  public let rawValue: String

  /// Makes a code from its characters; nil when a carrier would not take them.
  public init?(_ rawValue: String) {
    guard (1...Self.maxLength).contains(rawValue.utf8.count), rawValue.utf8.allSatisfy(Self.isPlain)
    else { return nil }
    self.rawValue = rawValue
  }

  /// Makes the code of a parcel; the revision, from 1, counts up only after a confirmed cancel.
  ///
  /// A parcel's code that is too long or has other characters is cut and told apart by a digest.
  public init(parcel: Code<Parcel>, revision: Int = 1) {
    let text = revision == 1 ? parcel.rawValue : "\(parcel.rawValue)_\(revision)"
    // A plain code never ends like a digested one, so that the two cannot meet.
    if let code = OrderCode(text), !Self.looksDigested(text) {
      self = code
      return
    }
    let kept = text.utf8.filter(Self.isPlain).prefix(Self.maxLength - 18)
    let digest = Digest.md5Hex(Array(text.utf8)).prefix(16)
    rawValue = String(decoding: kept, as: UTF8.self) + "_x" + digest
  }

  /// Reads a code from its characters.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = OrderCode(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no order code: \(text)")
    }
    self = code
  }

  /// Writes a code as its characters.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  private static func looksDigested(_ text: String) -> Bool {
    text.utf8.suffix(18).starts(with: "_x".utf8) && text.utf8.count >= 18
  }
}

extension OrderCode: CustomStringConvertible {
  /// Its characters.
  public var description: String { rawValue }
}

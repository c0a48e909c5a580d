/// Who carries parcels.
public struct Carrier: Hashable, Codable, Sendable {
  /// Where its waybill numbers come from.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// From a run of numbers the site owns.
    case range
    /// From the carrier, asked through KDNiao 快递鸟.
    case kdniao
    /// No carrier of its own: orders that name it go with whom the tariffs choose.
    case choice
  }

  /// Its code.
  public var code: Code<Carrier>
  /// Its name.
  public var name: Name
  /// Where its waybill numbers come from.
  public var kind: Kind
  /// Below so many own numbers the supervisor is warned; 0 for never.
  public var lowWater: Int
  /// Whether its labels show names, phones and addresses masked 隐私面单.
  public var isPrivate: Bool
  /// Whether one call asks for the numbers of all parcels of an order 母子件.
  public var isMultiPiece: Bool

  /// Makes a carrier.
  public init(
    code: Code<Carrier>, name: Name, kind: Kind = .range, lowWater: Int = 0,
    isPrivate: Bool = false, isMultiPiece: Bool = false
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.lowWater = lowWater
    self.isPrivate = isPrivate
    self.isMultiPiece = isMultiPiece
  }
}

/// Who sends what the site sends, as carriers want to know it.
public struct Sender: Hashable, Codable, Sendable {
  /// The shop or person.
  public var name: String
  /// The phone.
  public var phone: String
  /// Province, city and district.
  public var region: String
  /// The street address.
  public var address: String

  /// Makes a sender.
  public init(name: String, phone: String, region: String, address: String) {
    self.name = name
    self.phone = phone
    self.region = region
    self.address = address
  }
}

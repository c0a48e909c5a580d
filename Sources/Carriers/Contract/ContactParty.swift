public import Warehouse

/// Who sends or gets a parcel: personal data, never logged and never shown by `description`.
public struct ContactParty: Hashable, Codable, Sendable {
  /// The person's name.
  public var name: String
  /// The company; empty for none.
  public var company: String
  /// The mobile phone; empty when there is a telephone.
  public var mobile: String
  /// The telephone; empty when there is a mobile.
  public var telephone: String
  /// The postcode; empty where the carrier needs none.
  public var postCode: String
  /// Province, city and district.
  public var region: Region
  /// The street address.
  public var address: String

  /// Makes a party.
  public init(
    name: String, company: String = "", mobile: String = "", telephone: String = "",
    postCode: String = "", region: Region, address: String
  ) {
    self.name = name
    self.company = company
    self.mobile = mobile
    self.telephone = telephone
    self.postCode = postCode
    self.region = region
    self.address = address
  }

  /// Makes a party from an order's receiver, its region read from one line.
  public init(_ receiver: Receiver) {
    let isMobile = receiver.phone.utf8.count == 11 && receiver.phone.hasPrefix("1")
    self.init(
      name: receiver.name, mobile: isMobile ? receiver.phone : "",
      telephone: isMobile ? "" : receiver.phone, region: Region(receiver.region),
      address: receiver.address)
  }

  /// The last four digits of the phone, by which some carriers let tracks be read.
  public var phoneTail: String {
    let phone = mobile.isEmpty ? telephone : mobile
    return String(phone.filter { $0.isASCII && $0.isNumber }.suffix(4))
  }

  /// Whether a name, phone or address was masked on its way: `张*`, `138****1234`.
  public var isMasked: Bool {
    [name, mobile, telephone].contains { $0.contains("*") || $0.contains("＊") }
      || address.contains("**") || address.contains("＊＊")
  }
}

extension ContactParty: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The region alone.
  public var description: String { "ContactParty(\(region))" }
  /// The region alone.
  public var debugDescription: String { description }
  /// Nothing but the region.
  public var customMirror: Mirror { Mirror(self, children: ["region": region]) }
}

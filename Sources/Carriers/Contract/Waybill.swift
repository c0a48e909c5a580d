/// What a carrier gives for a parcel: its number and what the label says about the way.
public struct Waybill: Hashable, Codable, Sendable {
  /// The code it was asked under.
  public var order: OrderCode
  /// The carrier company.
  public var carrier: CarrierCode
  /// The number of the parcel, the first one when there are several pieces.
  public var number: String
  /// The numbers of the other pieces.
  public var children: [String]
  /// The number of the receipt to be signed and sent back; nil for none.
  public var signBack: String?
  /// The mark by which it is sorted, 三段码 or 大头笔: `113 C107 M07`.
  public var routingMark: String
  /// The sorting center's code.
  public var sortingCode: String
  /// Where parcels for it are bagged, 集包地.
  public var packageName: String
  /// The bag's code.
  public var packageCode: String
  /// Where it starts: the branch's code and name.
  public var origin: Place
  /// Where it goes: the branch's code and name.
  public var destination: Place
  /// The carrier's own code of the order; empty for none.
  public var carrierOrder: String
  /// The carrier's own label as HTML; nil when it gave none.
  public var template: String?
  /// Whether the carrier said it had answered this order code before.
  public var isRepeat: Bool

  /// A branch of the carrier.
  public struct Place: Hashable, Codable, Sendable {
    /// Its code.
    public var code: String
    /// Its name.
    public var name: String

    /// Makes a place.
    public init(code: String = "", name: String = "") {
      self.code = code
      self.name = name
    }
  }

  /// Makes a waybill.
  public init(
    order: OrderCode, carrier: CarrierCode, number: String, children: [String] = [],
    signBack: String? = nil, routingMark: String = "", sortingCode: String = "",
    packageName: String = "", packageCode: String = "", origin: Place = Place(),
    destination: Place = Place(), carrierOrder: String = "", template: String? = nil,
    isRepeat: Bool = false
  ) {
    self.order = order
    self.carrier = carrier
    self.number = number
    self.children = children
    self.signBack = signBack
    self.routingMark = routingMark
    self.sortingCode = sortingCode
    self.packageName = packageName
    self.packageCode = packageCode
    self.origin = origin
    self.destination = destination
    self.carrierOrder = carrierOrder
    self.template = template
    self.isRepeat = isRepeat
  }
}

/// A waybill that is given up.
public struct WaybillCancel: Hashable, Codable, Sendable {
  /// The code it was asked under.
  public var order: OrderCode
  /// The carrier company.
  public var carrier: CarrierCode
  /// Its number; empty when we never learned it.
  public var number: String

  /// Makes a cancel.
  public init(order: OrderCode, carrier: CarrierCode, number: String = "") {
    self.order = order
    self.carrier = carrier
    self.number = number
  }
}

/// A cancel the carrier confirmed: only now may a new order code be made.
public struct WaybillCancelled: Hashable, Codable, Sendable {
  /// The code that is spent.
  public var order: OrderCode

  /// Makes a confirmed cancel.
  public init(order: OrderCode) {
    self.order = order
  }
}

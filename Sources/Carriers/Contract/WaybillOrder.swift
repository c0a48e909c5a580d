public import Warehouse

/// A parcel for which a waybill is asked.
public struct WaybillOrder: Hashable, Codable, Sendable {
  /// Who pays the carriage.
  public enum Payment: String, Hashable, Codable, Sendable {
    /// The sender, in cash.
    case sender
    /// The receiver.
    case receiver
    /// The sender's account, monthly.
    case monthly
    /// Somebody else.
    case thirdParty
  }

  /// One kind of goods in the parcel.
  public struct Goods: Hashable, Codable, Sendable {
    /// What it is.
    public var name: String
    /// Its code; empty for none.
    public var code: String
    /// How many.
    public var quantity: Int
    /// Its weight in grams, all pieces together; 0 when unknown.
    public var grams: Int
    /// Its price in fen, one piece; 0 when unknown.
    public var fen: Int

    /// Makes goods.
    public init(name: String, code: String = "", quantity: Int = 1, grams: Int = 0, fen: Int = 0) {
      self.name = name
      self.code = code
      self.quantity = quantity
      self.grams = grams
      self.fen = fen
    }
  }

  /// The code it is asked under, for good.
  public var code: OrderCode
  /// The carrier company.
  public var carrier: CarrierCode
  /// Who sends it.
  public var sender: ContactParty
  /// Who gets it.
  public var receiver: ContactParty
  /// What is in it.
  public var goods: [Goods]
  /// How many pieces it has: above 1 each piece gets a number of its own under the first one.
  public var pieces: Int
  /// Its weight in grams; 0 when unknown.
  public var grams: Int
  /// Its volume in cubic centimeters; 0 when unknown.
  public var cubicCentimeters: Int
  /// Who pays the carriage.
  public var payment: Payment
  /// The carrier's own name of the service: `1` is the standard one.
  public var service: String
  /// What the courier collects for us, in fen; 0 for nothing.
  public var codFen: Int
  /// The insured value in fen; 0 for none.
  public var insuredFen: Int
  /// What the courier should know.
  public var remark: String
  /// Whether the carrier's own label template is wanted too.
  public var wantsTemplate: Bool

  /// Makes an order.
  public init(
    code: OrderCode, carrier: CarrierCode, sender: ContactParty, receiver: ContactParty,
    goods: [Goods], pieces: Int = 1, grams: Int = 0, cubicCentimeters: Int = 0,
    payment: Payment = .monthly, service: String = "1", codFen: Int = 0, insuredFen: Int = 0,
    remark: String = "", wantsTemplate: Bool = false
  ) {
    self.code = code
    self.carrier = carrier
    self.sender = sender
    self.receiver = receiver
    self.goods = goods
    self.pieces = pieces
    self.grams = grams
    self.cubicCentimeters = cubicCentimeters
    self.payment = payment
    self.service = service
    self.codFen = codFen
    self.insuredFen = insuredFen
    self.remark = remark
    self.wantsTemplate = wantsTemplate
  }

  /// The first thing every carrier would refuse; nil when there is none.
  public var refusal: CarrierRefusal? {
    for (party, who) in [(sender, "sender"), (receiver, "receiver")] {
      if party.name.isEmpty { return CarrierRefusal(.incomplete, reason: "\(who) name") }
      if party.mobile.isEmpty && party.telephone.isEmpty {
        return CarrierRefusal(.incomplete, reason: "\(who) phone")
      }
      if party.region.province.isEmpty || party.region.city.isEmpty {
        return CarrierRefusal(.incomplete, reason: "\(who) province, city")
      }
      if party.address.isEmpty { return CarrierRefusal(.incomplete, reason: "\(who) address") }
      if party.isMasked { return CarrierRefusal(.masked, reason: who) }
    }
    if goods.isEmpty { return CarrierRefusal(.incomplete, reason: "goods") }
    if !(1...300).contains(pieces) { return CarrierRefusal(.malformed, reason: "pieces") }
    if min(grams, cubicCentimeters, codFen, insuredFen) < 0 {
      return CarrierRefusal(.malformed, reason: "negative weight, volume or money")
    }
    return nil
  }
}

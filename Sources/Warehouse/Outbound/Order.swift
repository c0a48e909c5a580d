/// What a customer wants sent.
public struct Order: Hashable, Codable, Sendable {
  /// How far an order is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Came in; nothing is promised yet.
    case new
    /// Cannot be filled whole; waits for stock.
    case backorder
    /// Every piece is promised.
    case allocated
    /// In a wave.
    case planned
    /// Pieces are being picked.
    case picking
    /// Everything that could be picked lies in its tote.
    case picked
    /// On the bench.
    case packing
    /// Verified, closed and labelled.
    case packed
    /// A person must decide.
    case held
    /// Will not be sent.
    case cancelled
    /// Every parcel is handed over to its carrier.
    case shipped
  }

  /// Its number, unique over all channels.
  public var number: Code<Order>
  /// Where it came from.
  public var channel: String
  /// The carrier wished for.
  public var carrier: Code<Carrier>
  /// When the carrier's last truck leaves.
  public var cutOff: Timestamp
  /// Higher goes first.
  public var priority: Int
  /// What the customer asks for.
  public var remark: String
  /// How far it is.
  public var state: State
  /// Why it is a backorder or held, as a code with its facts; empty otherwise.
  public var note: String
  /// The wave it is in.
  public var wave: Code<Wave>?
  /// What its goods are worth in fen; 0 when nobody said.
  public var value: Int
  /// What the courier collects on delivery 代收货款, in fen; 0 for nothing.
  public var codFen: Int

  /// Makes an order.
  public init(
    number: Code<Order>, channel: String, carrier: Code<Carrier>, cutOff: Timestamp,
    priority: Int = 0, remark: String = "", state: State = .new, note: String = "",
    wave: Code<Wave>? = nil, value: Int = 0, codFen: Int = 0
  ) {
    self.value = value
    self.codFen = codFen
    self.number = number
    self.channel = channel
    self.carrier = carrier
    self.cutOff = cutOff
    self.priority = priority
    self.remark = remark
    self.state = state
    self.note = note
    self.wave = wave
  }
}

/// One product of an order.
public struct OrderLine: Hashable, Codable, Sendable {
  /// The order.
  public var order: Code<Order>
  /// The line, from 1.
  public var number: Int
  /// The product.
  public var sku: Code<Product>
  /// Base units ordered.
  public var quantity: Int
  /// Base units verified into parcels.
  public var packed: Int
  /// Base units a person decided not to send now.
  public var short: Int
  /// The product that may go in place of missing pieces.
  public var substitute: Code<Product>?
  /// The line whose missing pieces this one replaces; 0 when it was ordered.
  public var replaces: Int

  /// Makes a line.
  public init(
    order: Code<Order>, number: Int, sku: Code<Product>, quantity: Int, packed: Int = 0,
    short: Int = 0, substitute: Code<Product>? = nil, replaces: Int = 0
  ) {
    self.order = order
    self.number = number
    self.sku = sku
    self.quantity = quantity
    self.packed = packed
    self.short = short
    self.substitute = substitute
    self.replaces = replaces
  }
}

/// Who a parcel goes to; personal, so kept apart and erasable, never journalled.
public struct Receiver: Hashable, Codable, Sendable {
  /// The person's name.
  public var name: String
  /// The person's phone.
  public var phone: String
  /// Province, city and district.
  public var region: String
  /// The street address.
  public var address: String

  /// Makes a receiver.
  public init(name: String, phone: String, region: String, address: String) {
    self.name = name
    self.phone = phone
    self.region = region
    self.address = address
  }
}

/// Something to be told to somebody outside about an order, queued by the transaction that made it
/// so.
///
/// It holds codes only: phones and addresses are read from the order when it is delivered.
public struct OutboxMessage: Hashable, Codable, Sendable {
  /// What is told.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The platform is told the tracking number 回传单号.
    case tracking
    /// The customer is told that the parcel is on its way.
    case notice
    /// The platform is told that pieces wait for stock 欠货.
    case backorder
    /// The customer is told that pieces come later.
    case backorderNotice
    /// The platform is told that pieces are not sent 缺货取消.
    case cancelled
    /// The customer is told that pieces are not sent.
    case cancelNotice
    /// The platform is told that the customer has the parcel 已签收.
    case delivered
    /// The platform is told that the parcel has come back 退回.
    case returned

    /// What is told of every parcel that is handed over.
    public static let ofParcels = [tracking, notice]

    /// Whether the customer is told, by name.
    public var isForCustomer: Bool {
      switch self {
      case .notice, .backorderNotice, .cancelNotice: true
      case .tracking, .backorder, .cancelled, .delivered, .returned: false
      }
    }
  }

  /// How far a message is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Waits to be delivered.
    case queued
    /// Delivered.
    case sent
    /// The other side said no: trying again as it is helps nothing.
    case refused
    /// Tried often enough in vain.
    case givenUp
    /// Taken back before it was delivered.
    case void
  }

  /// The same for the same thing told, such as `tracking:O-1001-1`.
  ///
  /// Whoever gets it twice takes it once.
  public var key: String
  /// What is told.
  public var kind: Kind
  /// The order.
  public var order: Code<Order>
  /// The parcel; an empty code where pieces of the order are told of.
  public var parcel: Code<Parcel>
  /// Where the order came from.
  public var channel: String
  /// The carrier.
  public var carrier: Code<Carrier>
  /// The waybill number.
  public var waybill: String
  /// When the parcel was handed over, or what is told was decided.
  public var shipped: Timestamp
  /// How far the message is.
  public var state: State
  /// How often its delivery was begun since it was queued or asked for again.
  public var attempts: Int
  /// When it is tried next.
  public var due: Timestamp
  /// Who delivers it.
  public var claimant: String
  /// Until when nobody else may.
  public var lease: Timestamp?
  /// What went wrong last; empty when nothing did.
  public var trouble: String
  /// The pieces it tells of, as `SKU xN` words; empty where a whole parcel is told of.
  public var about: String

  /// Makes a message that waits.
  public init(
    _ kind: Kind, of parcel: Parcel, channel: String, waybill: String, at shipped: Timestamp
  ) {
    self.init(
      key: "\(kind.rawValue):\(parcel.code)", kind: kind, order: parcel.order,
      parcel: parcel.code, channel: channel, carrier: parcel.carrier, waybill: waybill,
      shipped: shipped, due: shipped)
  }

  /// Makes a message about pieces of an order; `name` tells it from others of its kind.
  public init(_ kind: Kind, of order: Order, name: String, about: String, at moment: Timestamp) {
    self.init(
      key: "\(kind.rawValue):\(name)", kind: kind, order: order.number, parcel: "",
      channel: order.channel, carrier: order.carrier, waybill: "", shipped: moment, due: moment,
      about: about)
  }

  /// Makes a message.
  public init(
    key: String, kind: Kind, order: Code<Order>, parcel: Code<Parcel>, channel: String,
    carrier: Code<Carrier>, waybill: String, shipped: Timestamp, state: State = .queued,
    attempts: Int = 0, due: Timestamp, claimant: String = "", lease: Timestamp? = nil,
    trouble: String = "", about: String = ""
  ) {
    self.key = key
    self.kind = kind
    self.order = order
    self.parcel = parcel
    self.channel = channel
    self.carrier = carrier
    self.waybill = waybill
    self.shipped = shipped
    self.state = state
    self.attempts = attempts
    self.due = due
    self.claimant = claimant
    self.lease = lease
    self.trouble = trouble
    self.about = about
  }

  /// How often a message is tried before it is given up.
  public static let mostAttempts = 10

  /// How long to wait after so many attempts, in milliseconds: a minute, doubled each time, at
  /// most two hours.
  public static func pause(after attempts: Int) -> Int64 {
    min(7_200_000, 60_000 << Int64(min(10, max(0, attempts - 1))))
  }
}

/// What became of an attempt to deliver a message.
public enum DeliveryResult: Hashable, Codable, Sendable {
  /// It is there.
  case sent
  /// The other side said no, and why.
  case refused(String)
  /// It did not get there, or nobody knows, and why: it is tried again under the same key.
  case failed(String)
}

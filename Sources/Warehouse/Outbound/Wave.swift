/// Orders that are worked together because one truck takes them.
public struct Wave: Hashable, Codable, Sendable {
  /// How far a wave is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Planned; nobody works on it.
    case planned
    /// On the floor.
    case released
    /// Every order is packed or decided.
    case done
  }

  /// Its code.
  public var code: Code<Wave>
  /// The carrier all its orders go with.
  public var carrier: Code<Carrier>
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// How far it is.
  public var state: State

  /// Makes a wave.
  public init(
    code: Code<Wave>, carrier: Code<Carrier>, cutOff: Timestamp, state: State = .planned
  ) {
    self.code = code
    self.carrier = carrier
    self.cutOff = cutOff
    self.state = state
  }
}

/// The orders one cart takes on one walk.
public struct PickList: Hashable, Codable, Sendable {
  /// How far a list is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Its wave is not released.
    case planned
    /// Anyone may take it.
    case released
    /// Somebody walks it.
    case picking
    /// Its totes are at the drop.
    case done
  }

  /// One place on the cart, for one order.
  public struct Slot: Hashable, Codable, Sendable {
    /// Its number on the cart, from 1.
    public var number: Int
    /// The order.
    public var order: Code<Order>
    /// The tote that stands there, once bound.
    public var tote: Code<Tote>?

    /// Makes a slot.
    public init(number: Int, order: Code<Order>, tote: Code<Tote>? = nil) {
      self.number = number
      self.order = order
      self.tote = tote
    }
  }

  /// Its code.
  public var code: Code<PickList>
  /// Its wave.
  public var wave: Code<Wave>
  /// How far it is.
  public var state: State
  /// Counts every change of what is to be walked, so that a stale walk is refused.
  public var revision: Int
  /// Who has it.
  public var badge: Code<Operator>?
  /// The cart it is picked onto.
  public var cart: Code<Cart>?
  /// The places on the cart.
  public var slots: [Slot]
  /// The walk, as planned or adopted last.
  public var walk: Walk

  /// Makes a list.
  public init(
    code: Code<PickList>, wave: Code<Wave>, state: State = .planned, revision: Int = 0,
    badge: Code<Operator>? = nil, cart: Code<Cart>? = nil, slots: [Slot], walk: Walk
  ) {
    self.code = code
    self.wave = wave
    self.state = state
    self.revision = revision
    self.badge = badge
    self.cart = cart
    self.slots = slots
    self.walk = walk
  }
}

/// A walk over the floor and what is known of it.
public struct Walk: Hashable, Codable, Sendable {
  /// Its length in millimetres.
  public var length: Int
  /// No walk through the same stops is shorter than this, in millimetres.
  public var bound: Int
  /// Whether `length` is proven shortest.
  public var proven: Bool
  /// What walking in bin-code order would take, in millimetres.
  public var byCode: Int
  /// The corner points walked through.
  public var path: [FloorPoint]

  /// Makes a walk.
  public init(length: Int, bound: Int, proven: Bool, byCode: Int, path: [FloorPoint]) {
    self.length = length
    self.bound = bound
    self.proven = proven
    self.byCode = byCode
    self.path = path
  }

  /// A walk nobody has planned yet.
  public static let none = Walk(length: 0, bound: 0, proven: false, byCode: 0, path: [])
}

/// Pieces promised to an order line from one bin, to be fetched in one stop.
///
/// It is the allocation before it is a line of a list, and the record of the pick afterwards.
public struct PickLine: Hashable, Codable, Sendable {
  /// How far a line is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Pieces are still to be picked.
    case open
    /// Everything was picked.
    case picked
    /// A person said why not everything was.
    case short
    /// Given back before it was picked.
    case released
  }

  /// Its code: order, line and part.
  public var code: Code<PickLine>
  /// The order.
  public var order: Code<Order>
  /// The order's line.
  public var orderLine: Int
  /// Which pieces, in which bin.
  public var from: StockKey
  /// Base units to pick.
  public var quantity: Int
  /// Base units picked.
  public var picked: Int
  /// How far it is.
  public var state: State
  /// Why it is short.
  public var reason: ShortReason?
  /// The list it is on.
  public var list: Code<PickList>?
  /// The cart slot its pieces go to.
  public var slot: Int
  /// Its place in the walk.
  public var sequence: Int
  /// How often it was left for the end of the walk.
  public var skips: Int

  /// Makes a line.
  public init(
    code: Code<PickLine>, order: Code<Order>, orderLine: Int, from: StockKey, quantity: Int,
    picked: Int = 0, state: State = .open, reason: ShortReason? = nil,
    list: Code<PickList>? = nil, slot: Int = 0, sequence: Int = 0, skips: Int = 0
  ) {
    self.code = code
    self.order = order
    self.orderLine = orderLine
    self.from = from
    self.quantity = quantity
    self.picked = picked
    self.state = state
    self.reason = reason
    self.list = list
    self.slot = slot
    self.sequence = sequence
    self.skips = skips
  }

  /// Base units still to be picked; 0 when the line is closed.
  public var open: Int { state == .open ? quantity - picked : 0 }
}

/// Why a pick came out short.
public enum ShortReason: String, Hashable, Codable, Sendable, CaseIterable {
  /// The bin is empty.
  case empty
  /// There are fewer pieces than the book says.
  case fewer
  /// The pieces are damaged.
  case damaged
  /// Something else lies in the bin.
  case otherGoods
  /// The bin cannot be reached.
  case blocked
}

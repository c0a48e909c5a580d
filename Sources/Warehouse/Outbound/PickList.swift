/// What is picked on one walk.
public struct PickList: Hashable, Codable, Sendable {
  /// How far a list is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Its wave is not released, or the zone before it is not done.
    case planned
    /// Anyone may take it.
    case released
    /// Somebody walks it.
    case picking
    /// Its totes are at the drop.
    case done
  }

  /// One place on the cart, for one order or for the pieces of all.
  public struct Slot: Hashable, Codable, Sendable {
    /// Its number on the cart, from 1.
    public var number: Int
    /// The order; nil when the pieces of all orders go there together.
    public var order: Code<Order>?
    /// The tote that stands there, once bound.
    public var tote: Code<Tote>?

    /// Makes a slot.
    public init(number: Int, order: Code<Order>?, tote: Code<Tote>? = nil) {
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
  /// How it is picked.
  public var way: PickingWay
  /// The zone it is picked in, when each zone has a list of its own.
  public var zone: Code<Zone>?
  /// The list of the zone before, whose totes are passed on to this one.
  public var after: Code<PickList>?

  /// Makes a list.
  public init(
    code: Code<PickList>, wave: Code<Wave>, state: State = .planned, revision: Int = 0,
    badge: Code<Operator>? = nil, cart: Code<Cart>? = nil, slots: [Slot], walk: Walk,
    way: PickingWay = .cluster, zone: Code<Zone>? = nil, after: Code<PickList>? = nil
  ) {
    self.code = code
    self.wave = wave
    self.state = state
    self.revision = revision
    self.badge = badge
    self.cart = cart
    self.slots = slots
    self.walk = walk
    self.way = way
    self.zone = zone
    self.after = after
  }
}

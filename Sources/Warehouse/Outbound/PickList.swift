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

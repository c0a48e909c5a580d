public import Warehouse

/// Something a person did, as the journal tells it.
public struct FloorAct: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// Signed in, or did something that says nothing of a pace.
    case sign
    /// Took a list in hand whose walk is so many millimetres long; nil where that is not known.
    case take(Code<PickList>, length: Int?)
    /// Put a tote onto the cart.
    case bind
    /// Picked at a bin so far from the start of the list's walk; so many lines were closed by it.
    case pick(Code<PickList>, reached: Int, pieces: Int, closed: Int)
    /// Said that a line is short.
    case short(Code<PickList>?)
    /// Walks on along a new walk of so many millimetres.
    case newWalk(length: Int)
    /// Set the totes down at the end of the walk.
    case finish(Code<PickList>)
    /// Put so many pieces into a slot of a put wall.
    case seed(pieces: Int)
    /// Began with an order.
    case open(Code<Order>)
    /// Verified pieces.
    case verify(pieces: Int)
    /// Closed a parcel with so many pieces that no `verify` told of.
    case close(pieces: Int)
    /// Left.
    case leave
  }

  /// Who.
  public var badge: Code<Operator>
  /// When.
  public var at: Timestamp
  /// What.
  public var kind: Kind

  /// Makes an act.
  public init(badge: Code<Operator>, at: Timestamp, kind: Kind) {
    self.badge = badge
    self.at = at
    self.kind = kind
  }
}

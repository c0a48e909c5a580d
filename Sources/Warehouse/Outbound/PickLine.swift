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
  /// How far from the start of its list's walk its bin is reached, in millimetres.
  public var reached: Int
  /// How often it was left for the end of the walk.
  public var skips: Int
  /// Base units picked together with other orders' that were given to the order since.
  public var seeded: Int

  /// Makes a line.
  public init(
    code: Code<PickLine>, order: Code<Order>, orderLine: Int, from: StockKey, quantity: Int,
    picked: Int = 0, state: State = .open, reason: ShortReason? = nil,
    list: Code<PickList>? = nil, slot: Int = 0, sequence: Int = 0, reached: Int = 0,
    skips: Int = 0, seeded: Int = 0
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
    self.reached = reached
    self.skips = skips
    self.seeded = seeded
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
  /// The pieces lie in another bin.
  case elsewhere
  /// The bin holds something, and nobody finds the pieces in it.
  case notFound
}

extension Sequence<PickLine> {
  /// Of lines in walking order, how many open ones came in after the walk was planned: they have no
  /// place on it, and come behind all others.
  public var unwalked: Int {
    var reached = 0
    return count { line in
      defer { reached = Swift.max(reached, line.open > 0 ? line.reached : 0) }
      return line.open > 0 && line.reached < reached
    }
  }
}

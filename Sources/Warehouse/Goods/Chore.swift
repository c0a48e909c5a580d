/// Work inside the house 库内作业 that exceptions leave behind: a bin to count, pieces to put back, a
/// pick face to fill.
public struct Chore: Hashable, Codable, Sendable {
  /// What is to be done.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// Count pieces in a bin 盘点; what the book has of them stays frozen until then.
    case count
    /// Bring the pieces of a stopped order back to their bin 归位.
    case putBack
    /// Bring pieces from a reserve bin to a pick face 补货.
    case replenish
  }

  /// How far it is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Anyone may do it.
    case open
    /// Somebody is at it.
    case taken
    /// It was done, or what it came from was taken back.
    case done
  }

  /// Why there is anything to do.
  public enum Cause: String, Hashable, Codable, Sendable, CaseIterable {
    /// A pick came out short.
    case short
    /// A bin was not as empty as the book said.
    case zeroCheck
    /// Somebody wanted the bin counted.
    case asked
    /// An order was stopped.
    case intercept
    /// A pick face is empty and a reserve bin is not.
    case emptyFace
  }

  /// Its number, from 1.
  public var number: Int
  /// What is to be done.
  public var kind: Kind
  /// How far it is.
  public var state: State
  /// Which pieces, and where they are now.
  public var goods: StockKey
  /// Base units to move; 0 where they are counted.
  public var quantity: Int
  /// The bin they go to.
  public var to: Code<Bin>?
  /// Why.
  public var cause: Cause
  /// The order it came from.
  public var order: Code<Order>?
  /// Who is at it, or did it.
  public var badge: Code<Operator>?
  /// When it was made.
  public var since: Timestamp
  /// How far the last count was from the book; nil before the first one.
  public var difference: Int?

  /// Makes a chore.
  public init(
    number: Int = 0, kind: Kind, state: State = .open, goods: StockKey, quantity: Int = 0,
    to: Code<Bin>? = nil, cause: Cause, order: Code<Order>? = nil, badge: Code<Operator>? = nil,
    since: Timestamp, difference: Int? = nil
  ) {
    self.number = number
    self.kind = kind
    self.state = state
    self.goods = goods
    self.quantity = quantity
    self.to = to
    self.cause = cause
    self.order = order
    self.badge = badge
    self.since = since
    self.difference = difference
  }
}

/// Why the book of a bin is changed by hand.
public enum CorrectionReason: String, Hashable, Codable, Sendable, CaseIterable {
  /// Pieces are broken or spoiled.
  case damaged
  /// Pieces are gone.
  case lost
  /// Pieces turned up.
  case found
  /// The book was wrong.
  case wrongEntry
}

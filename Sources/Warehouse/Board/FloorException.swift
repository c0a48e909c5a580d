/// Something on the floor that waits for a decision, with its facts and what may be decided.
public struct FloorException: Hashable, Codable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Codable, Sendable {
    /// An order is held; the words say what is missing.
    case held(Code<Order>, String)
    /// A bin was found short and waits for its count.
    case short(Chore)
    /// Pieces of a stopped order wait to be put back.
    case stopped(Chore)
    /// A label did not come out.
    case printing(PrintJob)
    /// Somebody has a list and does nothing.
    case silent(PersonFigures)
    /// A person's scans are refused too often.
    case refused(PersonFigures)
    /// An order's line misses pieces that nobody will pick.
    case missing(Shortage)
    /// Nobody knows whether a label came out.
    case label(PrintJob)
    /// A labelled order was stopped at the door; the words say why.
    case door(Code<Order>, String)
    /// A parcel weighs what it should not, and its packer decided nothing yet.
    case weight(WeightBlock)
    /// Somebody is signed in, has nothing in hand and did nothing for long.
    case stale(PersonFigures)
  }

  /// What is wrong.
  public var kind: Kind
  /// Since when, where it is known.
  public var since: Timestamp?
  /// What may be decided now, the best first: at most six.
  public var remedies: [Remedy]

  /// Makes an exception.
  public init(kind: Kind, since: Timestamp? = nil, remedies: [Remedy] = []) {
    self.kind = kind
    self.since = since
    self.remedies = Array(remedies.prefix(6))
  }
}

/// What may be decided about an exception.
public enum Remedy: Hashable, Codable, Sendable {
  /// Share what can still be picked fairly over the wave's orders.
  case shareOut
  /// Pick the missing pieces from other stock: another bin 换库位, or another lot 换批号.
  case otherStock(StockKey, isLot: Bool)
  /// Send what there is now, and the rest as an order of its own 拆单.
  case split
  /// The order waits for stock as a whole 欠货.
  case backorder
  /// What is missing is not sent 取消缺行.
  case cancelLine
  /// The order is stopped 拦截.
  case cancelOrder
  /// Count the bin 盘点.
  case count(Code<Bin>)
  /// Print the label again 补打.
  case reprint
  /// The label is there.
  case labelSeen
  /// The label is not there.
  case labelMissing
  /// Put the pieces back 归位.
  case putBack
  /// Give the list to somebody 换人.
  case reassign(Code<PickList>, to: Code<Operator>?)
  /// Say something to the person.
  case tell
  /// Watch the person's handheld 监看.
  case shadow
  /// End the person's session.
  case signOff
  /// Send what there is of a held order.
  case send
  /// Let the order go.
  case letGo
}

/// A parcel the scale stopped at its bench.
public struct WeightBlock: Hashable, Codable, Sendable {
  /// The parcel.
  public var parcel: Code<Parcel>
  /// Its order.
  public var order: Code<Order>
  /// The bench.
  public var workstation: Code<Workstation>
  /// Who packs it.
  public var badge: Code<Operator>
  /// The handheld it is packed at.
  public var device: Code<Device>
  /// What it weighs, in grams.
  public var grams: Int
  /// The least that passes.
  public var least: Int
  /// The most that passes.
  public var most: Int
  /// When it was weighed.
  public var at: Timestamp
}

/// Pieces of an order's line that nobody will pick as things stand.
public struct Shortage: Hashable, Codable, Sendable {
  /// The order.
  public var order: Code<Order>
  /// Its line.
  public var line: Int
  /// The product.
  public var sku: Code<Product>
  /// How many pieces are missing.
  public var missing: Int
  /// The wave it is in.
  public var wave: Code<Wave>?
  /// When its truck leaves.
  public var cutOff: Timestamp
  /// The bin that was short last.
  public var bin: Code<Bin>?
  /// Why it was.
  public var reason: ShortReason?
  /// How the short would be shared out over the wave's orders; nil where it lies right.
  public var sharing: Sharing?
}

/// How what can still be picked of a product is shared fairly over a wave's orders.
public struct Sharing: Hashable, Codable, Sendable {
  /// Why an order goes before another.
  public enum Ground: String, Hashable, Codable, Sendable, CaseIterable {
    /// It has a higher priority.
    case priority
    /// Its truck leaves earlier.
    case cutOff
    /// More orders are whole that way.
    case whole
  }

  /// Pieces that go from one order to another.
  public struct Move: Hashable, Codable, Sendable {
    /// Who gives.
    public var from: Code<Order>
    /// Who gets.
    public var to: Code<Order>
    /// How many.
    public var pieces: Int
  }

  /// What goes where, the most urgent receiver first; never empty.
  public var moves: [Move]
  /// Why the first move is made.
  public var ground: Ground
  /// How many orders want the product.
  public var orders: Int
}

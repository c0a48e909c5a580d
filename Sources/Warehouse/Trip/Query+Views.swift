/// A chore with its product; it never tells what the book has.
public struct ChoreView: Hashable, Codable, Sendable {
  /// The chore.
  public var chore: Chore
  /// The product.
  public var product: Product
}

/// What waits inside the house.
public struct HouseView: Hashable, Codable, Sendable {
  /// Chores that are not done, by kind.
  public var waiting: [Chore.Kind: Int]
}

/// A badge's bearer: codes only, no name.
public struct BadgeView: Hashable, Codable, Sendable {
  /// The badge.
  public var badge: Code<Operator>
  /// What the person may do.
  public var roles: Set<Role>
  /// Whether a PIN is asked for.
  public var hasPIN: Bool
  /// The session the person has open, if any.
  public var open: Session?
  /// What is kept of the badge.
  public var standing: Standing?
  /// What became of its last PINs; nil when none was wrong, or the lock is over.
  public var tried: PINResult?
  /// Jobs of the menu that are closed to the person, with the levels that open them.
  public var missing: [TrainingRule]?
}

/// What is waiting.
public struct HomeView: Hashable, Codable, Sendable {
  /// Lists nobody has taken.
  public var lists: Int
  /// Orders at the benches.
  public var toPack: Int
  /// Waves on the floor.
  public var waves: Int
  /// Orders waiting for stock or for a decision.
  public var exceptions: Int
  /// Totes waiting at the put walls.
  public var toSeed: Int
  /// Chores inside the house.
  public var chores: Int
  /// Labelled parcels in no cage.
  public var toSort: Int
}

/// A list with everything needed to walk it.
public struct ListView: Hashable, Codable, Sendable {
  /// The list.
  public var list: PickList
  /// The carrier's name.
  public var carrier: Name
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// Its lines in walking order.
  public var lines: [PickLine]
  /// The bins of its lines.
  public var bins: [Bin]
  /// The products of its lines.
  public var products: [Product]
  /// The floor it is walked on.
  public var site: Site
  /// The orders it is for.
  public var orders: Int
  /// The totes its slots' orders have from the zone before, by slot.
  public var passed: [Int: Code<Tote>]
  /// The slots whose totes the next zone goes on with.
  public var passing: [Int]
  /// The zones of its bins.
  public var zones: [Zone]
  /// Whether there was anything to take back when the list was read.
  public var hasPicks: Bool?
}

/// A walk over a list's open lines, planned at a revision.
public struct WalkView: Hashable, Codable, Sendable {
  /// The list.
  public var list: Code<PickList>
  /// The revision it was planned at.
  public var revision: Int
  /// The open lines in walking order.
  public var order: [WalkStop]
  /// The walk.
  public var walk: Walk

  /// Makes a planned walk.
  public init(
    list: Code<PickList>, revision: Int, order: [WalkStop], walk: Walk
  ) {
    self.list = list
    self.revision = revision
    self.order = order
    self.walk = walk
  }
}

/// An order on the bench.
public struct PackView: Hashable, Codable, Sendable {
  /// One product to verify.
  public struct Line: Hashable, Codable, Sendable {
    /// The product.
    public var product: Product
    /// Base units ordered.
    public var ordered: Int
    /// Base units already in parcels.
    public var packed: Int
    /// Base units that lie in the tote.
    public var inTote: Int
    /// Whether they go in place of what was ordered.
    public var isSubstitute = false
  }

  /// The order.
  public var order: Code<Order>
  /// The carrier's name.
  public var carrier: Name
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// The totes its pieces are in.
  public var totes: [Code<Tote>]
  /// What is to be verified, line by line.
  public var lines: [Line]
  /// Whether a parcel needs more than its pieces here; nil for no.
  public var asks: Bool?
}

/// The waves and what is behind them.
public struct BoardView: Hashable, Codable, Sendable {
  /// The waves by cut-off.
  public var waves: [WaveProgress]
  /// The carriers' names.
  public var carriers: [Carrier]
  /// How many orders are in each state that needs somebody's eye.
  public var counts: [Order.State: Int]
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset: Int
  /// Print jobs that failed last time.
  public var printTroubles: Int
  /// Carriers whose own numbers run low, with how many are left.
  public var lowNumbers: [Code<Carrier>: Int]
  /// Waybills that wait for their carrier.
  public var waybillsWaiting: Int
  /// Waybills a person must decide about.
  public var waybillTroubles: Int

  // The supervisor's board.
  /// What the journal says of the waves on the floor; empty where nobody reads it.
  public var figures: [WaveFigures] = []
  /// What waits for a decision; nil where nobody reads it.
  public var exceptions: [FloorException]?
  /// Everybody with a session; nil where nobody reads it.
  public var people: [PersonFigures]?
}

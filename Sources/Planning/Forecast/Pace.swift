/// How long work takes somebody, in seconds.
public struct Pace: Hashable, Sendable {
  /// A metre walked.
  public var metre: Double
  /// A stop picked, or an order packed: what it takes whatever is in it.
  public var act: Double
  /// A piece taken, or verified.
  public var piece: Double

  /// Makes a pace.
  public init(metre: Double, act: Double, piece: Double) {
    self.metre = metre
    self.act = act
    self.piece = piece
  }

  /// What some work takes.
  public func seconds(metres: Double, acts: Double, pieces: Double) -> Double {
    metre * metres + act * acts + piece * pieces
  }
}

/// What work takes where nobody has been watched yet: the standard times of a site.
///
/// Close to those published for pick to tote: 15 s an item with its scans, 2 s a unit, 5 s a tote.
public struct StandardTimes: Hashable, Sendable {
  /// Picking.
  public var picking: Pace
  /// Packing an order.
  public var packing: Pace
  /// Putting a tote onto the cart.
  public var tote: Double
  /// From one list to the next.
  public var change: Double
  /// Setting the totes down at the drop.
  public var drop: Double
  /// Putting a piece into its slot of a put wall.
  public var seed: Double

  /// The standard times of a site where people walk so many millimetres a second.
  public init(walkingSpeed: Int = 790) {
    picking = Pace(metre: 1000 / Double(max(100, walkingSpeed)), act: 6.5, piece: 2)
    packing = Pace(metre: 0, act: 14, piece: 4)
    tote = 3.5
    change = 12
    drop = 6
    seed = 5
  }
}

/// Seconds of what stands around the work itself.
public struct SundryTimes: Hashable, Sendable {
  /// Putting a tote onto the cart.
  public var tote: Double
  /// From one list to the next.
  public var change: Double
  /// Setting the totes down at the drop.
  public var drop: Double
  /// Seeding a piece.
  public var seed: Double
  /// How many stops of one come out short.
  public var shortShare: Double
  /// Saying so.
  public var short: Double
  /// Metres a stop makes a walk longer that comes in when it was planned already.
  public var detour: Double
  /// How late people go on a break.
  public var breakLag: Double
  /// How late they come back from it.
  public var breakOverrun: Double

  /// Makes times.
  public init(
    tote: Double = 0, change: Double = 0, drop: Double = 0, seed: Double = 0,
    shortShare: Double = 0, short: Double = 0, detour: Double = 0, breakLag: Double = 0,
    breakOverrun: Double = 0
  ) {
    self.tote = tote
    self.change = change
    self.drop = drop
    self.seed = seed
    self.shortShare = shortShare
    self.short = short
    self.detour = detour
    self.breakLag = breakLag
    self.breakOverrun = breakOverrun
  }
}

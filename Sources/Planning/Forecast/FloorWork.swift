public import Warehouse

/// The work that is left on a floor and who does it, at one moment.
public struct FloorWork: Sendable {
  /// A wave with work left.
  public struct WaveWork: Sendable {
    /// The wave.
    public var code: Code<Wave>
    /// Its cut-off.
    public var cutOff: Timestamp

    /// Makes a wave's work.
    public init(code: Code<Wave>, cutOff: Timestamp) {
      self.code = code
      self.cutOff = cutOff
    }
  }

  /// What is left of a pick list.
  public struct ListWork: Sendable {
    /// The list.
    public var code: Code<PickList>
    /// Its wave's place in `waves`; nil of one nothing is told of, which keeps its person busy.
    public var wave: Int?
    /// Who has it in hand.
    public var badge: Code<Operator>?
    /// Metres still to be walked, to the drop.
    public var metres: Double
    /// Stops still to be made.
    public var acts: Int
    /// Pieces still to be taken.
    public var pieces: Int
    /// Totes still to be put onto the cart.
    public var binds: Int
    /// The list that must be done before it is free.
    public var after: Code<PickList>?
    /// Whether its pieces are seeded at a put wall before they are packed.
    public var isSeeded: Bool { way == .batch }
    /// How it is picked.
    public var way: PickingWay
    /// The zone it is picked in; nil where it is all of the floor.
    public var zone: Code<Zone>?
    /// Pieces of each order it picks for, of orders not packed yet.
    public var orders: [(order: Code<Order>, pieces: Int)]

    /// Makes a list's work.
    public init(
      code: Code<PickList>, wave: Int?, badge: Code<Operator>?, metres: Double, acts: Int,
      pieces: Int, binds: Int, after: Code<PickList>?, way: PickingWay = .cluster,
      zone: Code<Zone>? = nil, orders: [(order: Code<Order>, pieces: Int)]
    ) {
      self.code = code
      self.wave = wave
      self.badge = badge
      self.metres = metres
      self.acts = acts
      self.pieces = pieces
      self.binds = binds
      self.after = after
      self.way = way
      self.zone = zone
      self.orders = orders
    }
  }

  /// An order at the benches.
  public struct BenchWork: Sendable {
    /// Its wave's place in `waves`; nil of one nothing is told of, which is packed all the same.
    public var wave: Int?
    /// Pieces to verify.
    public var pieces: Int
    /// Who is at it.
    public var badge: Code<Operator>?

    /// Makes an order's work.
    public init(wave: Int?, pieces: Int, badge: Code<Operator>? = nil) {
      self.wave = wave
      self.pieces = pieces
      self.badge = badge
    }
  }

  /// Somebody at work.
  public struct Worker: Sendable {
    /// Who.
    public var badge: Code<Operator>
    /// How long work takes them.
    public var pace: Pace
    /// How many acts the pace rests on.
    public var acts: Int
    /// Seconds since the act before the one under way.
    public var since: Double
    /// The zones whose lists the person is given; none is all of them.
    public var zones: [Code<Zone>]
    /// The ways of picking the person is given; none is all of them.
    public var skills: Set<PickingWay>

    /// Makes somebody at work.
    public init(
      badge: Code<Operator>, pace: Pace, acts: Int, since: Double = 0, zones: [Code<Zone>] = [],
      skills: Set<PickingWay> = []
    ) {
      self.badge = badge
      self.pace = pace
      self.acts = acts
      self.since = since
      self.zones = zones
      self.skills = skills
    }

    /// Whether the person is given a list.
    func takes(_ list: ListWork) -> Bool {
      if let zone = list.zone, !zones.isEmpty, !zones.contains(zone) { return false }
      return skills.isEmpty || skills.contains(list.way)
    }
  }

  /// The moment.
  public var now: Timestamp
  /// The waves.
  public var waves: [WaveWork]
  /// The lists in the order they are taken: those in hand and those that may be taken.
  public var lists: [ListWork]
  /// The orders at the benches, those waiting longest first.
  public var bench: [BenchWork]
  /// Who picks.
  public var pickers: [Worker]
  /// Who packs.
  public var packers: [Worker]
  /// Breaks to come, in order.
  public var breaks: [ClosedRange<Timestamp>]
  /// Seconds of what stands around the work.
  public var sundry: SundryTimes
  /// How often people are away.
  public var absences: Absences

  /// Makes the work of a floor.
  public init(
    now: Timestamp, waves: [WaveWork], lists: [ListWork], bench: [BenchWork], pickers: [Worker],
    packers: [Worker], breaks: [ClosedRange<Timestamp>], sundry: SundryTimes,
    absences: Absences
  ) {
    self.now = now
    self.waves = waves
    self.lists = lists
    self.bench = bench
    self.pickers = pickers
    self.packers = packers
    self.breaks = breaks
    self.sundry = sundry
    self.absences = absences
  }
}

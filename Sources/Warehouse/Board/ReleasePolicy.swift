/// Which of the orders that wait are put into waves, and how they are picked 放行策略.
public struct ReleasePolicy: Hashable, Codable, Sendable {
  /// How many pieces an order has.
  public enum Pieces: String, Hashable, Codable, Sendable, CaseIterable {
    /// One single piece.
    case single
    /// Two pieces or more.
    case multi
  }

  /// Only orders of this carrier.
  public var carrier: Code<Carrier>?
  /// Only orders with a cut-off up to here.
  public var before: Timestamp?
  /// Only orders of so many pieces.
  public var pieces: Pieces?
  /// Only orders whose every piece lies in this zone.
  public var zone: Code<Zone>?
  /// How many orders a device takes; as many as the site's carts where it is nil.
  public var capacity: Int?
  /// How they are picked.
  public var way: WavePolicy

  /// Makes a policy; one that is not told more takes every order.
  public init(
    carrier: Code<Carrier>? = nil, before: Timestamp? = nil, pieces: Pieces? = nil,
    zone: Code<Zone>? = nil, capacity: Int? = nil, way: WavePolicy = .cluster
  ) {
    self.carrier = carrier
    self.before = before
    self.pieces = pieces
    self.zone = zone
    self.capacity = capacity
    self.way = way
  }
}

/// What would be if the orders of a policy were planned and released at this moment.
public struct WhatIf: Hashable, Codable, Sendable {
  /// The policy.
  public var policy: ReleasePolicy
  /// Waves it makes.
  public var waves = 0
  /// Lists it makes.
  public var lists = 0
  /// Orders in them.
  public var orders = 0
  /// Pick lines in them.
  public var lines = 0
  /// Metres to walk.
  public var metres = 0
  /// The wave that is done last; nil where there is no order.
  public var last: WaveForecast?
  /// The wave with the least slack.
  public var worst: WaveForecast?
  /// How many people pick now.
  public var pickers = 0
  /// How many more would have to pick for all its waves to be in time; nil where twelve are not
  /// enough.
  public var needed: Int?
  /// Waves on the floor that are in time now and would be late.
  public var delayed: [Code<Wave>] = []

  /// Makes figures of a policy that takes no order.
  public init(_ policy: ReleasePolicy) { self.policy = policy }
}

/// What a supervisor chooses from when waves are built.
public struct ReleaseView: Hashable, Codable, Sendable {
  /// How many orders wait for each thing they can be told apart by.
  public struct Share<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    /// The thing.
    public var value: Value
    /// The orders.
    public var orders: Int

    /// Makes a share.
    public init(value: Value, orders: Int) {
      self.value = value
      self.orders = orders
    }
  }

  /// Orders that can be planned, those not promised stock yet among them.
  public var orders = 0
  /// By carrier.
  public var carriers: [Share<Code<Carrier>>] = []
  /// By cut-off.
  public var cutOffs: [Share<Timestamp>] = []
  /// Orders of one single piece.
  public var singles = 0
  /// By zone, where all their pieces lie in one.
  public var zones: [Share<Code<Zone>>] = []
  /// How many orders the site's carts take.
  public var capacity = 1
  /// Whether pieces picked together can be seeded.
  public var hasWalls = false
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset = 0
  /// What would be, policy by policy as they were asked about.
  public var figures: [WhatIf] = []

  /// Makes a view of a floor where nothing waits.
  public init() {}
}

/// The next thing to be committed while waves of a policy are built; one is asked for after the
/// other until there is none.
public enum ReleaseStep: Hashable, Codable, Sendable {
  /// Stock is promised to orders.
  case allocate([OrderAllocation])
  /// A wave is planned.
  case plan(Wave, [ListPlan])
}

public import Warehouse

/// Groups allocated orders by carrier and cut-off into waves, and each wave's orders into pick
/// lists, as their policy says.
///
/// Which orders share a cart is the route core's batching; every list is walked on its shortest way.
public struct WavePlanner: Sendable {
  let site: Site
  let walks = WalkPlanner(isWaiting: false)
  let policy: WavePolicy
  let wallSlots: Int
  let time: PlanningTime
  let progress: (@Sendable (_ length: Int, _ bound: Int) -> Void)?

  /// An allocated order with its pick lines and their bins.
  public struct Candidate: Sendable {
    /// The order.
    public var order: Order
    /// Its pick lines and their bins.
    public var visits: [WalkPlanner.Visit]

    /// Joins an order and its visits.
    public init(order: Order, visits: [WalkPlanner.Visit]) {
      self.order = order
      self.visits = visits
    }
  }

  /// A wave and its lists, ready to be committed.
  public struct Plan: Sendable {
    /// The wave.
    public var wave: Wave
    /// Its pick lists.
    public var lists: [ListPlan]
  }

  /// Makes a planner for a site.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - policy: which way orders are picked.
  ///   - wallSlots: how many orders can be seeded together at the site's widest put wall.
  ///   - time: how long to search for better carts, for each wave.
  ///   - progress: told of better carts: all walks together and what none can go below, in millimetres.
  public init(
    site: Site, policy: WavePolicy = .cluster, wallSlots: Int = 0,
    time: PlanningTime = .looks(40),
    progress: (@Sendable (_ length: Int, _ bound: Int) -> Void)? = nil
  ) {
    self.site = site
    self.policy = policy
    self.wallSlots = wallSlots
    self.time = time
    self.progress = progress
  }

  /// Waves for orders, most urgent first; `number` is the first wave's number.
  public func plan(_ candidates: [Candidate], numberedFrom number: Int) throws -> [Plan] {
    struct Truck: Hashable {
      var cutOff: Timestamp
      var carrier: Code<Carrier>
    }
    let groups = Dictionary(grouping: candidates) { candidate in
      Truck(cutOff: candidate.order.cutOff, carrier: candidate.order.carrier)
    }
    let trucks = groups.keys.sorted { one, other in
      one.cutOff != other.cutOff ? one.cutOff < other.cutOff : one.carrier < other.carrier
    }
    var taken: [StockKey: Int] = [:]
    return try trucks.enumerated().map { index, truck in
      let code = Self.code(number + index)
      let lists = try lists(groups[truck] ?? [], of: code, taken: &taken)
      return Plan(
        wave: Wave(code: Code(code), carrier: truck.carrier, cutOff: truck.cutOff), lists: lists)
    }
  }

  private static func code(_ number: Int) -> String { "W" + padded(number, 3) }

  /// A number with zeros before it, so that codes sort as their numbers do.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

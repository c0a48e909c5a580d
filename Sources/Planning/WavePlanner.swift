public import Warehouse

/// Groups allocated orders by carrier and cut-off into waves, and each wave's orders into pick
/// lists, as their policy says.
///
/// A list begins with the most urgent order left; then the orders join whose stops lie nearest to
/// those of the list, until the cart is full. O(n^2) in the orders of a wave.
public struct WavePlanner: Sendable {
  let site: Site
  let walks = WalkPlanner()
  let policy: WavePolicy
  let wallSlots: Int

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
  public init(site: Site, policy: WavePolicy = .cluster, wallSlots: Int = 0) {
    self.site = site
    self.policy = policy
    self.wallSlots = wallSlots
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
    return try trucks.enumerated().map { index, truck in
      let code = Self.code(number + index)
      let lists = try lists(groups[truck] ?? [], of: code)
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

  /// Orders in groups of up to so many, each of orders whose stops lie near each other.
  func batches(_ candidates: [Candidate], upTo size: Int) -> [[Candidate]] {
    var left = candidates.sorted { one, other in
      one.order.priority != other.order.priority
        ? one.order.priority > other.order.priority : one.order.number < other.order.number
    }.map { (candidate: $0, cells: Set($0.visits.map(cell))) }
    var batches: [[Candidate]] = []
    while !left.isEmpty {
      let seed = left.removeFirst()
      var batch = [seed.candidate]
      var cells = seed.cells
      while batch.count < size, !left.isEmpty {
        var best = 0
        var least = Int.max
        for (index, entry) in left.enumerated() {
          let added = entry.cells.subtracting(cells).count
          if added < least {
            best = index
            least = added
            if added == 0 { break }
          }
        }
        let joined = left.remove(at: best)
        batch.append(joined.candidate)
        cells.formUnion(joined.cells)
      }
      batches.append(batch)
    }
    return batches
  }

  /// One aisle between two cross-aisles: what a walk has to enter for a stop.
  private func cell(_ visit: WalkPlanner.Visit) -> Int {
    let block = site.layout.crossAisles.firstIndex { $0 > visit.bin.y } ?? 0
    return visit.bin.aisle * 64 + block
  }
}

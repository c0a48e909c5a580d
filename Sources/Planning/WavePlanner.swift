public import Warehouse

/// Groups allocated orders by carrier and cut-off into waves, and each wave's orders into pick
/// lists that fit a cart.
///
/// A list begins with the most urgent order left; then the orders join whose stops lie nearest to
/// those of the list, until the cart is full. O(n^2) in the orders of a wave.
public struct WavePlanner: Sendable {
  private let site: Site
  private let walks = WalkPlanner()

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
  public init(site: Site) {
    self.site = site
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
      let carts = batches(groups[truck] ?? [])
      let lists = try carts.enumerated().map { position, cart in
        let (order, walk) = try walks.plan(cart.flatMap(\.visits), on: site, from: site.start)
        let place = Self.padded(position + 1, String(carts.count).count)
        return ListPlan(
          code: Code("\(code)-\(place)"), orders: cart.map(\.order.number), lines: order,
          walk: walk)
      }
      return Plan(
        wave: Wave(code: Code(code), carrier: truck.carrier, cutOff: truck.cutOff), lists: lists)
    }
  }

  private static func code(_ number: Int) -> String { "W" + padded(number, 3) }

  /// A number with zeros before it, so that codes sort as their numbers do.
  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private func batches(_ candidates: [Candidate]) -> [[Candidate]] {
    var left = candidates.sorted { one, other in
      one.order.priority != other.order.priority
        ? one.order.priority > other.order.priority : one.order.number < other.order.number
    }.map { (candidate: $0, cells: Set($0.visits.map(cell))) }
    var batches: [[Candidate]] = []
    while !left.isEmpty {
      let seed = left.removeFirst()
      var batch = [seed.candidate]
      var cells = seed.cells
      while batch.count < site.slotsPerCart, !left.isEmpty {
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

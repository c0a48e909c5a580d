import Warehouse

extension WavePlanner {
  /// A list before it has its code and walk.
  private struct Draft {
    var way: PickingWay
    var orders: [Candidate]
    var visits: [WalkPlanner.Visit]
    var zone: Code<Zone>?
    /// How many lists before this one the zone before is.
    var follows = false
  }

  /// The orders of a wave on lists of the ways its policy wants.
  ///
  /// - Parameter taken: what lists took instead of what was promised; grows.
  func lists(
    _ candidates: [Candidate], of wave: String, taken: inout [StockKey: Int]
  ) throws -> [ListPlan] {
    let drafts = try drafts(candidates)
    func code(_ position: Int) -> Code<PickList> {
      Code("\(wave)-\(Self.padded(position + 1, String(drafts.count).count))")
    }
    return try drafts.enumerated().map { position, draft in
      let (lines, walk) = try walks.plan(
        draft.visits, on: site, from: site.start, taken: &taken)
      return ListPlan(
        code: code(position), orders: draft.orders.map(\.order.number), lines: lines, walk: walk,
        way: draft.way, zone: draft.zone, after: draft.follows ? code(position - 1) : nil)
    }
  }

  private func drafts(_ candidates: [Candidate]) throws -> [Draft] {
    switch policy {
    case .cluster: return try carts(candidates)
    case .discrete: return whole(try batches(candidates, upTo: 1), .discrete)
    case .batch: return whole(try batches(candidates, upTo: max(1, wallSlots)), .batch)
    case .zone: return try batches(candidates, upTo: site.slotsPerCart).flatMap(zones)
    case .bulk: return try hot(candidates, from: 1)
    case .auto: return try hot(candidates, from: Self.hotFrom)
    }
  }

  /// From how many single-piece orders on a product is hot.
  private static let hotFrom = 3

  private func carts(_ candidates: [Candidate]) throws -> [Draft] {
    whole(try batches(candidates, upTo: site.slotsPerCart), .cluster)
  }

  private func whole(_ batches: [[Candidate]], _ way: PickingWay) -> [Draft] {
    batches.map { Draft(way: way, orders: $0, visits: $0.flatMap(\.visits)) }
  }

  /// Orders of one single piece by product, where so many want it; the others on carts.
  private func hot(_ candidates: [Candidate], from least: Int) throws -> [Draft] {
    var singles: [Code<Product>: [Candidate]] = [:]
    var others: [Candidate] = []
    for candidate in candidates {
      if candidate.visits.count == 1, let line = candidate.visits.first?.line, line.open == 1 {
        singles[line.from.sku, default: []].append(candidate)
      } else {
        others.append(candidate)
      }
    }
    var hot: [Draft] = []
    for sku in singles.keys.sorted() {
      let orders = singles[sku] ?? []
      if orders.count >= least {
        hot += whole([orders], .bulk)
      } else {
        others += orders
      }
    }
    return try hot + carts(others)
  }

  /// A cart of orders zone by zone: each list has the orders with stops in its zone.
  private func zones(_ cart: [Candidate]) -> [Draft] {
    let zones = Set(cart.flatMap(\.visits).map(\.bin.zone)).sorted()
    return zones.enumerated().map { index, zone in
      func isHere(_ visit: WalkPlanner.Visit) -> Bool { visit.bin.zone == zone }
      return Draft(
        way: .zone, orders: cart.filter { $0.visits.contains(where: isHere) },
        visits: cart.flatMap(\.visits).filter(isHere).map { visit in
          var visit = visit
          visit.others.removeAll { $0.bin.zone != zone }
          return visit
        }, zone: zone, follows: index > 0)
    }
  }
}

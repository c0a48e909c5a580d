public import Planning
import Storage
public import Warehouse

extension FloorDesk {
  /// The waves a policy makes of orders; nothing is committed.
  ///
  /// - Parameters:
  ///   - policy: which orders, and how they are picked.
  ///   - candidates: the orders it chooses from.
  ///   - time: how long to search for better carts, for each wave.
  ///   - progress: told of better carts: all walks together and what none can go below, in
  ///     millimetres.
  public func proposal(
    _ policy: ReleasePolicy, _ candidates: [WavePlanner.Candidate],
    time: PlanningTime = .looks(40),
    progress: (@Sendable (_ length: Int, _ bound: Int) -> Void)? = nil
  ) throws -> [WavePlanner.Plan] {
    let (known, number, walls) = try store.read { facts in
      (try facts.site(), try facts.waveProgress().count + 1, try facts.walls())
    }
    let taken = candidates.filter { policy.admits($0) }
    guard var site = known, !taken.isEmpty else { return [] }
    let capacity = policy.capacity ?? .max
    let slots = min(walls.map(\.slots).max() ?? 0, capacity)
    // Pieces picked together could never be told apart again.
    guard policy.way != .batch || slots > 0 else { throw DeskTrouble(.senseless("no put wall")) }
    site.slotsPerCart = min(site.slotsPerCart, capacity)
    return try WavePlanner(
      site: site, policy: policy.way, wallSlots: slots, time: time, progress: progress
    ).plan(taken, numberedFrom: number)
  }

  /// The orders that can be planned: those that are promised stock, and those that would be if it
  /// were done now.
  public func candidates() throws -> [WavePlanner.Candidate] {
    let promises = try promises()
    guard !promises.isEmpty else { return try waiting() }
    return try waiting()
      + store.read { facts in
        var reader = try VisitReader(facts)
        return try promises.compactMap { promise in
          guard promise.missing.isEmpty, let order = try facts.order(promise.order) else {
            return nil
          }
          let visits = try promise.parts.enumerated().compactMap { index, part in
            try reader.visit(
              PickLine(
                code: Code("\(promise.order)/\(part.line).?\(index + 1)"), order: promise.order,
                orderLine: part.line, from: part.from, quantity: part.quantity))
          }
          return WavePlanner.Candidate(order: order, visits: visits)
        }
      }
  }

  /// What stock can be promised to orders that are new or wait for some, most urgent first, where
  /// that changes anything.
  ///
  /// - Parameter limit: how many orders at most.
  func promises(upTo limit: Int = .max) throws -> [OrderAllocation] {
    try store.read { facts in
      let orders = try [Order.State.new, .backorder].flatMap {
        try facts.orders(in: $0, limit: .max)
      }
      var allocator = Allocator(today: try today(facts))
      var promises: [OrderAllocation] = []
      for order in orders.sorted(by: { ($0.priority, $1.cutOff) > ($1.priority, $0.cutOff) })
      where promises.count < limit {
        let promise = try allocator.allocate(order.number, facts.lines(of: order.number)) {
          try facts.stock(of: $0)
        }
        // A backorder that is still one changes nothing.
        guard order.state == .new || promise.missing.isEmpty || order.note != promise.missing
        else { continue }
        promises.append(promise)
      }
      return promises
    }
  }

  /// What is to be committed next so that the orders a policy takes are in waves; nil when all are.
  func step(_ policy: ReleasePolicy) throws -> ReleaseStep? {
    let promises = try promises(upTo: 100)
    guard promises.isEmpty else { return .allocate(promises) }
    return try proposal(policy, waiting()).first.map { .plan($0.wave, $0.lists) }
  }

  /// What waits to be planned, and what would be if the orders of some policies were released now.
  ///
  /// - Parameters:
  ///   - policies: the policies, each told by itself.
  ///   - watch: the watch that forecasts.
  ///   - now: the moment.
  public func release(
    whatIf policies: [ReleasePolicy], on watch: FloorWatch, at now: Timestamp
  ) throws -> ReleaseView {
    let candidates = try candidates()
    var view = ReleaseView()
    let (site, hasWalls) = try store.read { (try $0.site(), try !$0.walls().isEmpty) }
    view.utcOffset = site?.utcOffset ?? 0
    view.capacity = site?.slotsPerCart ?? 1
    view.hasWalls = hasWalls
    view.orders = candidates.count
    view.singles = candidates.filter { $0.pieces == .single }.count
    view.carriers = shares(candidates.map(\.order.carrier))
    view.cutOffs = shares(candidates.map(\.order.cutOff))
    view.zones = shares(candidates.compactMap(\.zone))
    view.figures = try policies.map { policy in
      let plans = try proposal(policy, candidates)
      return try watch.whatIf(
        policy, plans, of: candidates.filter { policy.admits($0) }, at: now)
    }
    return view
  }

  private func shares<Value: Comparable & Codable & Sendable>(
    _ values: [Value]
  ) -> [ReleaseView.Share<Value>] {
    Dictionary(grouping: values) { $0 }.sorted { $0.key < $1.key }.map {
      ReleaseView.Share(value: $0.key, orders: $0.value.count)
    }
  }

  private func today(_ facts: any Facts) throws -> Day {
    now().day(utcOffset: try facts.site()?.utcOffset ?? 0)
  }
}

import Flows
public import Planning
public import Storage
public import Warehouse

/// The supervisor's desk over a store: allocation, waves, release.
///
/// Facts are read, plans are made outside the store's lock, and each plan is committed by itself;
/// the rules check it again. What somebody else changed in between is planned anew.
public struct FloorDesk: Sendable {
  let store: any Store
  let now: @Sendable () -> Timestamp
  private let seed: @Sendable () -> String

  /// What an allocation run did.
  public struct Allocated: Sendable, Hashable {
    /// Orders whose every piece is promised now.
    public var orders = 0
    /// Orders that wait for stock now.
    public var backorders = 0
  }

  /// Makes a desk; `seed` makes texts that were never made before, for command ids.
  public init(
    store: any Store, now: @escaping @Sendable () -> Timestamp,
    seed: @escaping @Sendable () -> String
  ) {
    self.store = store
    self.now = now
    self.seed = seed
  }

  /// Promises stock to every order that is new or waits for stock, most urgent first.
  public func allocate() throws -> Allocated {
    var done = Allocated()
    let chunk = 100
    let orders = try store.read { facts in
      try [Order.State.new, .backorder].flatMap { try facts.orders(in: $0, limit: .max) }
    }
    var left = orders.sorted { ($0.priority, $1.cutOff) > ($1.priority, $0.cutOff) }[...]
    var retries = 3
    let id = seed()
    var count = 0
    var allocator = try Allocator(today: today())
    while !left.isEmpty {
      let some = left.prefix(chunk)
      let plan = try store.read { facts in
        try some.map { order in
          try allocator.allocate(order.number, facts.lines(of: order.number)) { sku in
            try facts.stock(of: sku)
          }
        }
      }
      let changes = zip(some, plan).filter { order, allocation in
        // A backorder that is still one changes nothing.
        order.state == .new || allocation.missing.isEmpty || order.note != allocation.missing
      }.map(\.1)
      count += 1
      switch try commit("\(id).\(count)", .allocate(changes)) {
      case .done:
        done.orders += plan.filter(\.missing.isEmpty).count
        done.backorders += plan.filter { !$0.missing.isEmpty }.count
        left = left.dropFirst(chunk)
      case .refused(let refusal):
        // Somebody else took stock or an order meanwhile: look again.
        guard retries > 0 else { throw DeskTrouble(refusal) }
        retries -= 1
        allocator = try Allocator(today: today())
        let states = try store.read { facts in
          try left.compactMap { try facts.order($0.number) }
        }
        left = states.filter { $0.state == .new || $0.state == .backorder }[...]
      }
    }
    return done
  }

  /// Puts allocated orders into waves and their pick lists, picked as a policy says; the new waves'
  /// codes.
  ///
  /// - Parameters:
  ///   - orders: which ones; nil for all.
  ///   - time: how long to search for better carts, for each wave.
  ///   - retries: how often to plan anew when somebody else takes stock meanwhile.
  ///   - progress: told of better carts: all walks together and what none can go below, in
  ///     millimetres.
  public func plan(
    _ policy: WavePolicy = .cluster, orders: Set<Code<Order>>? = nil,
    time: PlanningTime = .looks(40), retries: Int = 3,
    progress: (@Sendable (_ length: Int, _ bound: Int) -> Void)? = nil
  ) throws -> [Code<Wave>] {
    try plan(
      ReleasePolicy(way: policy), orders: orders, why: nil, time: time, retries: retries,
      progress: progress)
  }

  /// Puts the allocated orders a policy takes into waves and their pick lists; the new waves' codes.
  ///
  /// - Parameters:
  ///   - why: the reason, journalled with each wave; nil for a plan nobody answers for.
  ///   - orders: which ones; nil for all the policy takes.
  public func plan(
    _ policy: ReleasePolicy, orders: Set<Code<Order>>? = nil, why: String?,
    time: PlanningTime = .looks(40), retries: Int = 3,
    progress: (@Sendable (_ length: Int, _ bound: Int) -> Void)? = nil
  ) throws -> [Code<Wave>] {
    let candidates = try waiting().filter { orders?.contains($0.order.number) ?? true }
    let plans = try proposal(policy, candidates, time: time, progress: progress)
    let id = seed()
    for (index, plan) in plans.enumerated() {
      let command =
        why.map { Command.lever(.plan(plan.wave, plan.lists), reason: $0) }
        ?? .plan(plan.wave, plan.lists)
      switch try commit("\(id).\(index)", command) {
      case .done: continue
      case .refused(.stockGone) where retries > 0:
        // Somebody else took what the walks were planned with: the rest is planned anew.
        return try plans[..<index].map(\.wave.code)
          + self.plan(
            policy, orders: orders, why: why, time: time, retries: retries - 1,
            progress: progress)
      case .refused(let refusal): throw DeskTrouble(refusal)
      }
    }
    return plans.map(\.wave.code)
  }

  /// Chooses which allocated orders to plan next, so that there is most to pick for each aisle.
  public func choose(
    _ chooser: WaveChooser, limit: Duration, elapsed: () -> Duration
  ) throws -> WaveChooser.Choice {
    try chooser.choose(waiting(), limit: limit, elapsed: elapsed)
  }

  /// The allocated orders with where their pieces lie.
  func waiting() throws -> [WavePlanner.Candidate] {
    try store.read { facts in
      var reader = try VisitReader(facts)
      return try facts.orders(in: .allocated, limit: .max).map { order in
        WavePlanner.Candidate(
          order: order,
          visits: try facts.pickLines(of: order.number).filter { $0.open > 0 }.compactMap {
            try reader.visit($0)
          })
      }
    }
  }

  /// Lets waves onto the floor; nil releases every planned one.
  ///
  /// - Parameter why: the reason, journalled with each wave; nil for a release nobody answers for.
  /// - Returns: the codes of the released waves.
  public func release(
    _ codes: [Code<Wave>]? = nil, why: String? = nil
  ) throws -> [Code<Wave>] {
    let waves =
      try codes
      ?? store.read { facts in
        try facts.waveProgress().filter { $0.wave.state == .planned }.map(\.wave.code)
      }
    let id = seed()
    for (index, wave) in waves.enumerated() {
      let command = why.map { Command.lever(.release(wave), reason: $0) } ?? .release(wave)
      let outcome = try commit("\(id).\(index)", command)
      if case .refused(let refusal) = outcome { throw DeskTrouble(refusal) }
    }
    return waves
  }

  private func today() throws -> Day {
    now().day(utcOffset: try store.read { try $0.site()?.utcOffset ?? 0 })
  }

  private func commit(_ id: CommandID, _ command: Command) throws -> Outcome {
    try store.commit(Commit(id: id, command: command, at: now()))
  }
}

/// A plan the rules refused for good.
public struct DeskTrouble: Error, CustomStringConvertible {
  /// Why.
  public let refusal: Refusal

  init(_ refusal: Refusal) {
    self.refusal = refusal
  }

  /// The refusal in one line, in English.
  public var description: String { refusal.sentence }
}

import Storage
import TestFloor
import Testing
import Warehouse

/// A lever and its way back leave nothing behind, whatever was done before, on both stores; and what
/// the floor has acted on is not taken back.
@Suite struct LeverUndoTests {
  private static let five = StockKey(holder: .bin("A-02-1"), sku: "S5")
  private static let four = StockKey(holder: .bin("D-02-1"), sku: "S4")
  private static let orders: [Code<Order>] = ["O1", "O2", "O3"]

  /// Two released waves, of two lists and of one; each order wants S5 and S4.
  ///
  /// The picker of L1 has picked as many stops as chance wants and found too few of the S5.
  private func floor(_ store: any Store, _ random: inout Seeded) throws -> (TestFloor, Session) {
    var floor = try TestFloor(store)
    let fives = [1 + random.below(2), 1, 1]
    for (order, pieces) in zip(Self.orders, fives) {
      try floor.order(order, [("S5", pieces), ("S4", 2)], priority: random.below(3))
    }
    try floor.commit(
      .allocate(
        zip(Self.orders, fives).map { order, pieces in
          OrderAllocation(
            order: order,
            parts: [
              .init(line: 1, from: Self.five, quantity: pieces),
              .init(line: 2, from: Self.four, quantity: 2),
            ])
        }))
    func list(_ code: Code<PickList>, _ order: Code<Order>) -> ListPlan {
      ListPlan(
        code: code, orders: [order],
        lines: [WalkStop(Code("\(order)/1.1")), WalkStop(Code("\(order)/2.2"))], walk: .none,
        way: .discrete)
    }
    let cutOff = TestFloor.start.adding(milliseconds: 3_600_000)
    try floor.commit(
      .plan(
        Wave(code: "W1", carrier: "YTO", cutOff: cutOff), [list("L1", "O1"), list("L2", "O2")]))
    try floor.commit(
      .plan(
        Wave(code: "W2", carrier: "YTO", cutOff: cutOff.adding(milliseconds: 60_000)),
        [list("L3", "O3")]))
    try floor.commit(.release("W1"))
    try floor.commit(.release("W2"))
    let picker = try floor.signIn("B001", cart: "C01")
    if random.below(4) > 0 {
      try floor.commit(.take("L1"), by: picker)
      try floor.commit(.bind(list: "L1", slot: 1, tote: "T001"), by: picker)
      if random.below(2) > 0 {
        try floor.commit(
          .pick(line: "O1/2.2", quantity: 1, bin: "D-02-1", tote: "T001"), by: picker)
      }
      if random.below(3) > 0 {
        try floor.commit(.short(line: "O1/1.1", reason: .fewer), by: picker)
      }
    }
    if random.below(2) > 0 {
      // Pieces are gone: some lists miss them, and nobody of theirs has begun.
      let boss = try floor.signIn("B021")
      try floor.commit(.correct(Self.five, quantity: random.below(3), .damaged), by: boss)
    }
    if random.below(2) > 0 {
      try floor.load(
        .stock, [.count(StockKey(holder: .bin("B-02-1"), sku: "S5"), quantity: 3)])
    }
    return (floor, picker)
  }

  /// All that can be asked of the books, as far as somebody could act on it.
  private func books(_ store: any Store) throws -> [String] {
    try store.read { facts in
      var told: [String] = []
      for wave in try facts.waveProgress().map(\.wave) where try !facts.lists(of: wave.code).isEmpty
      {
        told.append("\(wave)")
      }
      for code in ["L1", "L2", "L3"] as [Code<PickList>] {
        guard let list = try facts.list(code) else { continue }
        let slots = list.slots.map { "\($0.order?.rawValue ?? "") \($0.tote?.rawValue ?? "")" }
        told.append("\(code) \(list.wave) \(list.state) \(list.badge?.rawValue ?? "") \(slots)")
      }
      for number in Self.orders {
        guard let order = try facts.order(number) else { continue }
        told.append("\(number) \(order.state) \(order.note) \(order.wave?.rawValue ?? "")")
        told += try facts.lines(of: number).map { "\(number)/\($0.number) short \($0.short)" }
        told += try facts.totes(of: number).map { "\(number) \($0)" }
        told += try facts.pickLines(of: number).filter { $0.open > 0 || $0.picked > 0 }
          .map { "\($0.code) \($0.from) \($0.open) \($0.picked) \($0.list?.rawValue ?? "")" }
          .sorted()
      }
      for holder in ["A-02-1", "B-02-1", "D-02-1"] as [Code<Bin>] {
        told += try facts.stock(in: .bin(holder)).map {
          "\($0.key) \($0.quantity) \($0.allocated) \($0.frozen)"
        }.sorted()
      }
      told += try facts.openChores(.putBack).map { "\($0.goods) \($0.quantity)" }
      told += try facts.messages(in: .queued, limit: 100).map(\.key).sorted()
      return told
    }
  }

  /// A lever of each kind, for things that may not be there.
  private func lever(_ random: inout Seeded, _ step: Int) -> Lever {
    let order = Self.orders[random.below(3)]
    let list: Code<PickList> = ["L1", "L2", "L3"][random.below(3)]
    let (one, other): (Code<Wave>, Code<Wave>) = random.below(2) > 0 ? ("W1", "W2") : ("W2", "W1")
    switch random.below(18) {
    case 0, 1: return .shareOut(one, random.below(3) > 0 ? "S5" : "S4")
    case 2, 3: return .closeShort(list)
    case 4, 5: return .backorder(order)
    case 6: return .cancelLine(order, 1 + random.below(2))
    case 7: return .splitOrder(order)
    case 8: return .promise(order, line: 1, from: StockKey(holder: .bin("B-02-1"), sku: "S5"))
    case 9: return .pause(one)
    case 10: return .resume(one)
    case 11: return .recall(one)
    case 12: return .prioritize(one, random.below(9))
    case 13: return .split(one, [list], into: Code("W\(step + 10)"))
    case 14: return .merge(one, into: other)
    case 15, 16: return .dissolve(one)
    default: return .reassign(list, to: ["B001", "B002", nil][random.below(3)])
    }
  }

  private func name(_ lever: Lever) -> String { "\("\(lever)".prefix { $0 != "(" })" }

  @Test(arguments: Engine.allCases) func everyLeverAndItsWayBackAreNothing(engine: Engine) throws {
    var pulled: [String: Int] = [:]
    for seed in 1...(engine == .memory ? 80 : 12) {
      var random = Seeded(UInt64(seed))
      let ground = try Ground(engine)
      defer { withExtendedLifetime(ground) {} }
      var (floor, _) = try floor(ground.store, &random)
      for step in 0..<25 {
        let lever = lever(&random, step)
        let before = try books(floor.store)
        guard case .done(.levered(let undo)) = try floor.commit(.lever(lever, reason: "r")) else {
          #expect(try books(floor.store) == before, "seed \(seed): a refused \(lever)")
          continue
        }
        #expect(try floor.store.violations().isEmpty, "seed \(seed): \(lever)")
        // What changes nothing has no way back.
        guard try books(floor.store) != before else { continue }
        let back = try #require(undo, "seed \(seed): \(lever)")
        guard case .done(.levered) = try floor.commit(.lever(back, reason: "undo")) else {
          Issue.record("seed \(seed): \(lever) is not taken back by \(back)")
          break
        }
        #expect(try books(floor.store) == before, "seed \(seed): \(lever)")
        #expect(try floor.store.violations().isEmpty, "seed \(seed): \(back)")
        pulled[name(lever), default: 0] += 1
        // Every other one stays, so that the next ones meet other books.
        if random.below(2) > 0 { _ = try floor.commit(.lever(lever, reason: "r")) }
      }
    }
    let least = engine == .memory ? 3 : 1
    for kind in [
      "shareOut", "closeShort", "backorder", "promise", "merge", "split", "reassign", "dissolve",
    ] {
      #expect(pulled[kind, default: 0] >= least, "\(kind): \(pulled)")
    }
  }

  @Test(arguments: Engine.allCases) func whatTheFloorActedOnStays(engine: Engine) throws {
    let ground = try Ground(engine)
    defer { withExtendedLifetime(ground) {} }
    var random = Seeded(1)
    var (floor, picker) = try floor(ground.store, &random)
    func undo(_ lever: Lever) throws -> Lever {
      guard case .done(.levered(let undo?)) = try floor.commit(.lever(lever, reason: "r")) else {
        throw TestFloor.Missing(what: "\(lever)")
      }
      return undo
    }
    // The pieces a list gave back were promised to another order.
    let closed = try undo(.closeShort("L3"))
    let free = try floor.store.read { try $0.stock(at: Self.four)?.available ?? 0 }
    try floor.order("O9", [("S4", free)])
    try floor.commit(
      .allocate([
        OrderAllocation(order: "O9", parts: [.init(line: 1, from: Self.four, quantity: free)])
      ]))
    #expect(
      try floor.commit(.lever(closed, reason: "undo")) == .refused(.stockGone("D-02-1", left: 0)))
    // An order that waits was looked at by the next allocation.
    let waits = try undo(.closeShort("L2"))
    try floor.commit(.allocate([OrderAllocation(order: "O2", parts: [], missing: "S5 x9")]))
    #expect(
      try floor.commit(.lever(waits, reason: "undo")) == .refused(.orderIs("O2", .backorder)))
    // Who walks a list that was closed short set its totes down.
    try floor.commit(.take("L1"), by: picker)
    try floor.commit(.bind(list: "L1", slot: 1, tote: "T001"), by: picker)
    let short = try undo(.closeShort("L1"))
    try floor.commit(.finish(list: "L1"), by: picker)
    #expect(try floor.commit(.lever(short, reason: "undo")) == .refused(.listIs("L1", .done)))
    #expect(try floor.store.violations().isEmpty)
  }
}

extension Seeded {
  fileprivate mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

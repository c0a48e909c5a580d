import Storage
import TestFloor
import Testing
import Warehouse

/// What a supervisor may move, what is refused, and that a lever and its undo leave the books alike.
@Suite struct LeverRulesTests {
  /// Two waves of one carrier, of two lists and of one, planned.
  private func planned(urgent: Code<Order>? = nil) throws -> TestFloor {
    var floor = try TestFloor(MemoryStore())
    let orders: [Code<Order>] = ["O1", "O2", "O3"]
    for order in orders {
      try floor.order(order, [("S4", 1)], priority: order == urgent ? 9 : 0)
    }
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    try floor.commit(
      .allocate(
        orders.map {
          OrderAllocation(order: $0, parts: [.init(line: 1, from: key, quantity: 1)])
        }))
    func list(_ code: Code<PickList>, _ order: Code<Order>) -> ListPlan {
      ListPlan(
        code: code, orders: [order], lines: [WalkStop(Code("\(order)/1.1"))], walk: .none,
        way: .discrete)
    }
    try floor.commit(
      .plan(
        Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start),
        [list("L1", "O1"), list("L2", "O2")]))
    try floor.commit(
      .plan(
        Wave(code: "W2", carrier: "YTO", cutOff: TestFloor.start.adding(milliseconds: 1)),
        [list("L3", "O3")]))
    return floor
  }

  /// Pulls a lever; the lever that takes it back.
  private func pull(_ lever: Lever, _ floor: inout TestFloor) throws -> Lever? {
    guard case .done(.levered(let undo)) = try floor.commit(.lever(lever, reason: "test")) else {
      throw TestFloor.Missing(what: "\(lever)")
    }
    #expect(try floor.store.violations().isEmpty)
    return undo
  }

  private func state(_ floor: TestFloor) throws -> String {
    try floor.store.read { facts in
      let waves = try facts.waveProgress().map(\.wave).filter {
        try !facts.lists(of: $0.code).isEmpty
      }
      let lists = try ["L1", "L2", "L3"].map { try facts.list(Code($0)) }
      let orders = try ["O1", "O2", "O3"].map { try facts.order(Code($0)) }
      return waves.map { "\($0.code) \($0.state) \($0.priority) \($0.cutOff.milliseconds)" }
        .joined(separator: "; ")
        + lists.compactMap { $0 }.map { "\($0.wave) \($0.state) \($0.badge?.rawValue ?? "")" }
        .joined(separator: "; ")
        + orders.compactMap { $0 }.map { "\($0.wave?.rawValue ?? "") \($0.state)" }
        .joined(separator: "; ")
    }
  }

  @Test func everyLeverAndItsUndoLeaveTheBooksAlike() throws {
    var floor = try planned()
    _ = try pull(.release("W1"), &floor)
    _ = try pull(.release("W2"), &floor)
    for lever in [
      .pause("W1"), .prioritize("W2", 5), .recall("W2"), .split("W1", ["L2"], into: "W3"),
      .merge("W1", into: "W2"),
    ] as [Lever] {
      let before = try state(floor)
      let undo = try #require(try pull(lever, &floor))
      #expect(try state(floor) != before)
      _ = try pull(undo, &floor)
      #expect(try state(floor) == before, "\(lever)")
    }
  }

  @Test func aPausedWaveGivesNothingOutAndAFirstOneGoesBeforeOthers() throws {
    var floor = try planned()
    _ = try pull(.release("W1"), &floor)
    _ = try pull(.release("W2"), &floor)
    func free() throws -> [String] {
      try floor.store.read { try $0.lists(in: .released).map(\.code.rawValue) }
    }
    #expect(try free() == ["L1", "L2", "L3"])
    _ = try pull(.prioritize("W2", 9), &floor)
    #expect(try free() == ["L3", "L1", "L2"])
    _ = try pull(.pause("W2"), &floor)
    #expect(try free() == ["L1", "L2"])
  }

  @Test func whatASupervisorPutsFirstGoesBeforeUrgentOrders() throws {
    var floor = try planned(urgent: "O2")
    _ = try pull(.release("W1"), &floor)
    _ = try pull(.release("W2"), &floor)
    func next() throws -> Code<PickList>? {
      guard case .list(let view) = try floor.store.answer(.nextList("B001")) else { return nil }
      return view?.list.code
    }
    #expect(try next() == "L2")
    let undo = try #require(try pull(.prioritize("W2", 1), &floor))
    #expect(try next() == "L3")
    _ = try pull(undo, &floor)
    #expect(try next() == "L2")
  }

  @Test func aListChangesHandsAndTheFirstIsTold() throws {
    var floor = try planned()
    _ = try pull(.release("W1"), &floor)
    let one = try floor.signIn("B001", cart: "C01")
    let two = try floor.signIn("B002", cart: "C02")
    try floor.commit(.take("L1"), by: one)
    try floor.commit(.bind(list: "L1", slot: 1, tote: "T001"), by: one)
    #expect(
      try floor.commit(.lever(.recall("W1"), reason: "r")) == .refused(.listIs("L1", .picking)))
    #expect(
      try floor.commit(.lever(.reassign("L1", to: nil), reason: "r")) == .refused(.inUse("T001")))
    #expect(try pull(.reassign("L1", to: "B002"), &floor) == .reassign("L1", to: "B001"))
    #expect(
      try floor.commit(
        .pick(line: "O1/1.1", quantity: 1, bin: "D-02-1", tote: "T001"), by: one)
        == .refused(.inOtherHands("B002")))
    guard
      case .done = try floor.commit(
        .pick(line: "O1/1.1", quantity: 1, bin: "D-02-1", tote: "T001"), by: two)
    else { throw TestFloor.Missing(what: "pick by B002") }
    #expect(
      try floor.commit(.lever(.reassign("L1", to: "B011"), reason: "r"))
        == .refused(.notAllowed(.picker)))
  }

  @Test func aListNobodyTookIsClosedShort() throws {
    var floor = try planned()
    _ = try pull(.release("W1"), &floor)
    _ = try pull(.closeShort("L1"), &floor)
    #expect(try floor.store.read { try $0.order("O1")?.state } == .backorder)
    #expect(try floor.store.read { try $0.list("L1")?.state } == .done)
    #expect(
      try floor.commit(.lever(.closeShort("L1"), reason: "r")) == .refused(.listIs("L1", .done)))
    #expect(
      try floor.store.read {
        try $0.stock(at: StockKey(holder: .bin("D-02-1"), sku: "S4"))?.allocated
      } == 2)
  }

  @Test func onlySupervisorsMoveWorkAndSayWhy() throws {
    var floor = try planned()
    let picker = try floor.signIn("B001")
    #expect(
      try floor.commit(.lever(.release("W1"), reason: "r"), by: picker)
        == .refused(.notAllowed(.supervisor)))
    #expect(
      try floor.commit(.lever(.release("W1"), reason: "")) == .refused(.senseless("reason")))
    let boss = try floor.signIn("B021")
    #expect(
      try floor.commit(.lever(.release("W1"), reason: "r"), by: boss)
        == .done(.levered(undo: .recall("W1"))))
  }

  @Test func aWordWaitsUntilItIsReadAndIsNotJournalled() throws {
    var floor = try planned()
    let picker = try floor.signIn("B001")
    _ = try pull(.tell("B001", "Secret words"), &floor)
    let notice = try #require(try floor.store.read { try $0.notices(to: "B001") }.first)
    #expect(notice.words == "Secret words")
    #expect(
      try floor.store.entries(after: 0, limit: .max).allSatisfy {
        !$0.payload.contains("Secret words")
      })
    try floor.commit(.acknowledge(notice: notice.number), by: picker)
    #expect(try floor.store.read { try $0.notices(to: "B001") }.isEmpty)
  }
}

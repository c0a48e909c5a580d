import Storage
import TestFloor
import Testing
import Warehouse

/// Waves that are planned, dissolved and planned again; orders that are stopped and taken up again.
@Suite struct ReleaseRulesTests {
  private static let key = StockKey(holder: .bin("D-02-1"), sku: "S4")

  private func allocated() throws -> TestFloor {
    var floor = try TestFloor(MemoryStore())
    for order in ["O1", "O2"] as [Code<Order>] { try floor.order(order, [("S4", 1)]) }
    try floor.commit(
      .allocate(
        ["O1", "O2"].map {
          OrderAllocation(order: $0, parts: [.init(line: 1, from: Self.key, quantity: 1)])
        }))
    return floor
  }

  private func plan(_ wave: Code<Wave>, _ orders: [Code<Order>], part: Int = 1) -> Lever {
    .plan(
      Wave(code: wave, carrier: "YTO", cutOff: TestFloor.start),
      [
        ListPlan(
          code: Code("\(wave)-1"), orders: orders,
          lines: orders.map { WalkStop(Code("\($0)/1.\(part)")) }, walk: .none)
      ])
  }

  private func pull(_ lever: Lever, _ floor: inout TestFloor) throws -> Lever? {
    let outcome = try floor.commit(.lever(lever, reason: "test"))
    guard case .done(.levered(let undo)) = outcome else {
      throw TestFloor.Missing(what: "\(lever): \(outcome)")
    }
    #expect(try floor.store.violations().isEmpty, "\(lever)")
    return undo
  }

  @Test func aPlannedWaveIsDissolvedAndItsOrdersArePlannedAgain() throws {
    var floor = try allocated()
    #expect(try pull(plan("W1", ["O1", "O2"]), &floor) == .dissolve("W1"))
    let listed = try floor.store.read { try $0.pickLines(of: "W1-1" as Code<PickList>) }
    let back = try #require(try pull(.dissolve("W1"), &floor))
    #expect(try floor.store.read { try $0.pickLines(of: "W1-1" as Code<PickList>) }.isEmpty)
    #expect(try pull(back, &floor) == nil)
    #expect(try floor.store.read { try $0.wave("W1")?.state } == .planned)
    #expect(try floor.store.read { try $0.pickLines(of: "W1-1" as Code<PickList>) } == listed)
    let gone = try #require(try pull(.dissolve("W1"), &floor))
    #expect(try floor.store.read { try $0.order("O1")?.state } == .allocated)
    #expect(try floor.store.read { try $0.order("O1")?.wave } == nil)
    #expect(try floor.store.read { try $0.stock(at: Self.key)?.allocated } == 2)
    #expect(
      try floor.commit(.lever(.dissolve("W1"), reason: "r")) == .refused(.waveIs("W1", .done)))
    _ = try pull(plan("W2", ["O1", "O2"]), &floor)
    // Its orders are planned again: there is no way back.
    guard case .refused = try floor.commit(.lever(gone, reason: "undo")) else {
      Issue.record("a wave came back whose orders are in another one")
      return
    }
    _ = try pull(.release("W2"), &floor)
    #expect(
      try floor.commit(.lever(.dissolve("W2"), reason: "r")) == .refused(.waveIs("W2", .released)))
    let picker = try floor.signIn("B001", cart: "C01")
    #expect(try floor.commit(.take("W2-1"), by: picker) == .done(.plain))
  }

  @Test func aStoppedOrderIsTakenUpAgainAsLongAsNothingWasPicked() throws {
    var floor = try allocated()
    _ = try pull(plan("W1", ["O1", "O2"]), &floor)
    _ = try pull(.release("W1"), &floor)
    #expect(try pull(.intercept("O1"), &floor) == .reinstate("O1"))
    #expect(try floor.store.read { try $0.stock(at: Self.key)?.allocated } == 1)
    #expect(try pull(.reinstate("O1"), &floor) == .intercept("O1"))
    #expect(try floor.store.read { try $0.order("O1")?.state } == .new)
    // The list goes on without it, and it goes another way.
    try floor.commit(
      .allocate([
        OrderAllocation(order: "O1", parts: [.init(line: 1, from: Self.key, quantity: 1)])
      ]))
    _ = try pull(plan("W2", ["O1"], part: 2), &floor)
    _ = try pull(.release("W2"), &floor)
    let picker = try floor.signIn("B001", cart: "C01")
    for (list, slot, line, tote) in [
      ("W1-1", 2, "O2/1.1", "T001"), ("W2-1", 1, "O1/1.2", "T002"),
    ] {
      try floor.commit(.take(Code(list)), by: picker)
      try floor.commit(.bind(list: Code(list), slot: slot, tote: Code(tote)), by: picker)
      try floor.commit(
        .pick(line: Code(line), quantity: 1, bin: "D-02-1", tote: Code(tote)), by: picker)
      #expect(try floor.commit(.finish(list: Code(list)), by: picker) == .done(.plain))
      #expect(try floor.store.violations().isEmpty)
    }
    #expect(try floor.store.read { try $0.order("O1")?.state } == .picked)
    #expect(try floor.store.read { try $0.order("O2")?.state } == .picked)
    // What was picked is put back: that stays so.
    #expect(try pull(.intercept("O1"), &floor) == nil)
    #expect(
      try floor.commit(.lever(.reinstate("O1"), reason: "r")) == .refused(.inUse("O1")))
  }
}

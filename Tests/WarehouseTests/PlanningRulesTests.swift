import Storage
import TestFloor
import Testing
import Warehouse

/// One plan never does with an order what two plans could not.
@Suite struct PlanningRulesTests {
  @Test func anOrderTwiceInOneAllocationOrPlanIsRefused() throws {
    var floor = try TestFloor(MemoryStore())
    try floor.order("O1", [("S3", 1)])
    let part = OrderAllocation.Part(
      line: 1, from: StockKey(holder: .bin("B-01-1"), sku: "S3"), quantity: 1)
    let allocation = OrderAllocation(order: "O1", parts: [part])
    #expect(
      try floor.commit(.allocate([allocation, allocation])) == .refused(.senseless("allocation")))
    guard case .done = try floor.commit(.allocate([allocation])) else {
      Issue.record("one allocation was refused")
      return
    }
    let wave = Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start)
    let lists = ["W1-1", "W1-2"].map { code in
      ListPlan(code: Code(code), orders: ["O1"], lines: [WalkStop("O1/1.1")], walk: .none)
    }
    #expect(try floor.commit(.plan(wave, lists)) == .refused(.senseless("W1")))
    #expect(try floor.commit(.plan(wave, [lists[0]])) == .done(.plain))
  }
}

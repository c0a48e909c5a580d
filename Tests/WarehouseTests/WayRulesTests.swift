import Storage
import TestFloor
import Testing
import Warehouse

/// What the rules of seeding and of hot orders refuse, and whom they serve first.
@Suite struct WayRulesTests {
  /// A floor with a list of some way, picked into `T001` by B002 and finished.
  private func picked(
    _ way: PickingWay, _ orders: [(Code<Order>, Int)]
  ) throws -> (TestFloor, Session) {
    var floor = try TestFloor(MemoryStore())
    for (number, priority) in orders {
      try floor.order(number, [("S4", 1)], priority: priority)
    }
    let person = try floor.signIn("B002", bench: "P01", cart: "C01")
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    try floor.commit(
      .allocate(
        orders.map { number, _ in
          OrderAllocation(order: number, parts: [.init(line: 1, from: key, quantity: 1)])
        }))
    let lines = orders.map { Code<PickLine>("\($0.0)/1.1") }
    try floor.commit(
      .plan(
        Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start),
        [
          ListPlan(
            code: "L", orders: orders.map(\.0), lines: lines.map { WalkStop($0) }, walk: .none,
            way: way)
        ]))
    for command in [
      .release("W1"), .take("L"), .bind(list: "L", slot: 1, tote: "T001"),
      .stop(lines: lines, .pick(quantity: lines.count, bin: "D-02-1", tote: "T001")),
    ] as [Command] {
      try floor.commit(command, by: person)
    }
    return (floor, person)
  }

  @Test func nothingIsSeededBeforeTheListIsDone() throws {
    var (floor, person) = try picked(.batch, [("O1", 0), ("O2", 0)])
    #expect(
      try floor.commit(.openWall(list: "L", wall: "PW1"), by: person)
        == .refused(.listIs("L", .picking)))
    try floor.commit(.finish(list: "L"), by: person)
    #expect(try floor.commit(.openWall(list: "L", wall: "PW1"), by: person) == .done(.plain))
  }

  @Test func aWallMustHaveRoomForAllOrders() throws {
    var (floor, person) = try picked(.batch, [("O1", 0), ("O2", 0), ("O3", 0)])
    try floor.commit(.finish(list: "L"), by: person)
    try floor.commit(.add(.wall(PutWall(code: "PW2", slots: 2))))
    #expect(
      try floor.commit(.openWall(list: "L", wall: "PW2"), by: person)
        == .refused(.wallFull("PW2", free: 2, wanted: 3)))
    #expect(
      try floor.commit(.openWall(list: "L", wall: "PW9"), by: person) == .refused(.unknown("PW9")))
    try floor.commit(.openWall(list: "L", wall: "PW1"), by: person)
    #expect(try floor.commit(.remove(.wall("PW1"))) == .refused(.inUse("PW1")))
    #expect(
      try floor.commit(.add(.wall(PutWall(code: "PW1", slots: 2)))) == .refused(.inUse("PW1-03")))
  }

  @Test func theMostUrgentOrderGetsTheNextPiece() throws {
    var (floor, person) = try picked(.bulk, [("O1", 0), ("O2", 7), ("O3", 7)])
    try floor.commit(.finish(list: "L"), by: person)
    var parcels: [String] = []
    for _ in 1...3 {
      let outcome = try floor.commit(.packNext(from: "T001", sku: "S4"), by: person)
      if case .done(.packedNext(let parcel, _, _)) = outcome { parcels.append(parcel.rawValue) }
    }
    #expect(parcels == ["O2-1", "O3-1", "O1-1"])
    #expect(try floor.store.read { try $0.wave("W1")?.state } == .done)
    #expect(try floor.store.read { try $0.tote("T001") } == Tote(code: "T001"))
  }

  @Test func aToteIsForOneWayOfSorting() throws {
    var (floor, person) = try picked(.bulk, [("O1", 0)])
    try floor.commit(.finish(list: "L"), by: person)
    #expect(
      try floor.commit(
        .seed(from: "T001", order: "O1", sku: "S4", quantity: 1, tote: "T002"), by: person)
        == .refused(.pickedAs("T001", .bulk)))
    #expect(
      try floor.commit(.openParcel(order: "O1"), by: person)
        == .refused(.liesTogether("O1", "T001")))
    #expect(
      try floor.commit(.packNext(from: "T001", sku: "S1"), by: person)
        == .refused(.wrongItem("S1")))
    #expect(try floor.commit(.remove(.tote("T001"))) == .refused(.inUse("T001")))
  }

  @Test func bulkIsForSinglePiecesOfOneProduct() throws {
    var floor = try TestFloor(MemoryStore())
    try floor.order("O1", [("S4", 2)])
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    try floor.commit(
      .allocate([OrderAllocation(order: "O1", parts: [.init(line: 1, from: key, quantity: 2)])]))
    let plan = ListPlan(
      code: "L", orders: ["O1"], lines: [WalkStop("O1/1.1")], walk: .none, way: .bulk)
    #expect(
      try floor.commit(
        .plan(Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start), [plan]))
        == .refused(.senseless("L")))
  }

  @Test func piecesOfManyOrdersAreTakenBackOneOrderAtATime() throws {
    var (floor, person) = try picked(.batch, [("O1", 0), ("O2", 0)])
    func lines() throws -> [Int] {
      try floor.store.read { facts in
        try facts.pickLines(of: "L" as Code<PickList>).sorted { $0.code < $1.code }.map(\.picked)
      }
    }
    #expect(try floor.commit(.unpick(list: "L"), by: person) == .done(.plain))
    #expect(try lines() == [1, 0])
    #expect(try floor.store.violations().isEmpty)
    #expect(try floor.commit(.unpick(list: "L"), by: person) == .done(.plain))
    #expect(try lines() == [0, 0])
    #expect(
      try floor.commit(.unpick(list: "L"), by: person) == .refused(.nothingToUndo("L")))
    #expect(try floor.store.violations().isEmpty)
  }

  @Test func anOrderWhosePiecesLieWithOthersIsNotStopped() throws {
    var (floor, person) = try picked(.batch, [("O1", 0), ("O2", 0)])
    let refused = Outcome.refused(.liesTogether("O1", "T001"))
    #expect(try floor.commit(.intercept(order: "O1", reason: "refund")) == refused)
    try floor.commit(.finish(list: "L"), by: person)
    #expect(try floor.commit(.intercept(order: "O1", reason: "refund")) == refused)
    try floor.commit(.openWall(list: "L", wall: "PW1"), by: person)
    try floor.commit(
      .seed(from: "T001", order: "O1", sku: "S4", quantity: 1, tote: "T002"), by: person)
    // Sorted, they are its own: they are put back.
    #expect(
      try floor.commit(.intercept(order: "O1", reason: "refund")) == .done(.plain))
    let chores = try floor.store.read { try $0.openChores(.putBack) }
    #expect(chores.map(\.goods.holder) == [.tote("T002")])
    #expect(try floor.store.violations().isEmpty)
  }

  @Test func aZoneThatAStoppedOrderLeavesEmptyIsPassedOver() throws {
    var floor = try TestFloor(MemoryStore())
    try floor.order("O1", [("S4", 1), ("S4", 1), ("S4", 1)])
    try floor.order("O2", [("S4", 1), ("S4", 1)])
    let person = try floor.signIn("B002", bench: "P01", cart: "C01")
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    for (number, count) in [("O1", 3), ("O2", 2)] as [(Code<Order>, Int)] {
      let parts = (1...count).map { OrderAllocation.Part(line: $0, from: key, quantity: 1) }
      try floor.commit(.allocate([OrderAllocation(order: number, parts: parts)]))
    }
    func list(
      _ code: Code<PickList>, _ lines: [Code<PickLine>], after: Code<PickList>?
    ) -> ListPlan {
      let orders: [Code<Order>] = lines.count == 1 ? ["O1"] : ["O1", "O2"]
      return ListPlan(
        code: code, orders: orders, lines: lines.map { WalkStop($0) }, walk: .none, way: .zone,
        after: after)
    }
    let made = try floor.store.read { facts in
      (
        try facts.pickLines(of: "O1" as Code<Order>).map(\.code),
        try facts.pickLines(of: "O2" as Code<Order>).map(\.code)
      )
    }
    try floor.commit(
      .plan(
        Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start),
        [
          list("L1", [made.0[0], made.1[0]], after: nil),
          list("L2", [made.0[1]], after: "L1"),
          list("L3", [made.0[2], made.1[1]], after: "L2"),
        ]))
    for command in [
      .release("W1"), .take("L1"), .bind(list: "L1", slot: 1, tote: "T001"),
      .bind(list: "L1", slot: 2, tote: "T002"),
      .pick(line: made.0[0], quantity: 1, bin: "D-02-1", tote: "T001"),
      .pick(line: made.1[0], quantity: 1, bin: "D-02-1", tote: "T002"),
    ] as [Command] {
      #expect(try floor.commit(command, by: person).isDone, "\(command)")
    }
    #expect(try floor.commit(.intercept(order: "O1", reason: "refund")).isDone)
    #expect(try floor.commit(.finish(list: "L1"), by: person).isDone)
    let states = try floor.store.read { facts in
      try ["L1", "L2", "L3"].map { try facts.list($0)?.state }
    }
    #expect(states == [.done, .done, .released])
    #expect(try floor.store.violations().isEmpty)
  }
}

extension Outcome {
  fileprivate var isDone: Bool {
    if case .done = self { return true }
    return false
  }
}

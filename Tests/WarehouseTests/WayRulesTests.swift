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
}

import Storage
import TestFloor
import Testing
import Warehouse

/// What may be decided about pieces nobody will pick, on both stores: the books are right after each
/// decision, platform and customer are told, and what can be taken back leaves nothing behind.
@Suite struct ShortageRulesTests {
  /// A wave of two lists, each of an order that wants two S5 and an S4; of four S5 the picker of the
  /// first, which is more urgent, finds one and says that there are too few.
  private func short(
    _ engine: Engine, priority: Int = 5, _ body: (inout TestFloor, Session) throws -> Void
  ) throws {
    let ground = try Ground(engine)
    defer { withExtendedLifetime(ground) {} }
    var floor = try TestFloor(ground.store)
    try floor.order("O1", [("S5", 2), ("S4", 1)], priority: priority)
    try floor.order("O2", [("S5", 2), ("S4", 1)])
    let five = StockKey(holder: .bin("A-02-1"), sku: "S5")
    let four = StockKey(holder: .bin("D-02-1"), sku: "S4")
    try floor.commit(
      .allocate(
        ["O1", "O2"].map {
          OrderAllocation(
            order: $0,
            parts: [
              .init(line: 1, from: five, quantity: 2), .init(line: 2, from: four, quantity: 1),
            ])
        }))
    func list(_ code: Code<PickList>, _ order: Code<Order>) -> ListPlan {
      ListPlan(
        code: code, orders: [order],
        lines: [WalkStop(Code("\(order)/1.1")), WalkStop(Code("\(order)/2.2"))], walk: .none,
        way: .discrete)
    }
    try floor.commit(
      .plan(
        Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start),
        [list("L1", "O1"), list("L2", "O2")]))
    try floor.commit(.release("W1"))
    let picker = try floor.signIn("B001", cart: "C01")
    try floor.commit(.take("L1"), by: picker)
    try floor.commit(.bind(list: "L1", slot: 1, tote: "T001"), by: picker)
    try floor.commit(
      .pick(line: "O1/1.1", quantity: 1, bin: "A-02-1", tote: "T001"), by: picker)
    try floor.commit(.short(line: "O1/1.1", reason: .fewer), by: picker)
    try body(&floor, picker)
    #expect(try floor.store.violations().isEmpty)
  }

  /// Pulls a lever; the lever that takes it back.
  private func pull(_ lever: Lever, _ floor: inout TestFloor) throws -> Lever? {
    let outcome = try floor.commit(.lever(lever, reason: "test"))
    guard case .done(.levered(let undo)) = outcome else {
      throw TestFloor.Missing(what: "\(lever): \(outcome)")
    }
    #expect(try floor.store.violations().isEmpty, "\(lever)")
    return undo
  }

  /// The missing pieces with their remedies, as the queue tells them.
  private func missing(_ floor: TestFloor) throws -> [(Shortage, [Remedy])] {
    guard case .exceptions(let all) = try floor.store.answer(.exceptions) else { return [] }
    return all.compactMap { exception in
      guard case .missing(let shortage) = exception.kind else { return nil }
      #expect((1...6).contains(exception.remedies.count))
      return (shortage, exception.remedies)
    }
  }

  /// Messages as `key state about`.
  private func messages(_ floor: TestFloor) throws -> [String] {
    try floor.store.read { facts in
      try OutboxMessage.State.allCases.flatMap { try facts.messages(in: $0, limit: 100) }
        .map { "\($0.key) \($0.state.rawValue) \($0.about)" }.sorted()
    }
  }

  @Test(arguments: Engine.allCases) func onlyWhatIsValidIsOffered(engine: Engine) throws {
    try short(engine) { floor, _ in
      let (shortage, remedies) = try #require(try missing(floor).first)
      #expect(try missing(floor).count == 1)
      #expect((shortage.order, shortage.line, shortage.missing) == ("O1", 1, 1))
      #expect((shortage.bin, shortage.reason, shortage.wave) == ("A-02-1", .fewer, "W1"))
      // Nothing else lies anywhere, and its tote is on a cart: it cannot wait as a whole.
      #expect(
        remedies == [.shareOut, .split, .cancelLine, .cancelOrder, .count("A-02-1")])
      try floor.load(
        .stock, [.count(StockKey(holder: .bin("B-02-1"), sku: "S5"), quantity: 3)])
      let other = Remedy.otherStock(StockKey(holder: .bin("B-02-1"), sku: "S5"), isLot: false)
      #expect(try missing(floor).first?.1.first == other)
      #expect(try missing(floor).first?.1.contains(.shareOut) == false)
    }
  }

  @Test(arguments: Engine.allCases) func aShortIsSharedOutByUrgency(engine: Engine) throws {
    try short(engine) { floor, picker in
      let sharing = try #require(try missing(floor).first?.0.sharing)
      #expect(sharing.moves.map { "\($0.from) \($0.to) \($0.pieces)" } == ["O2 O1 1"])
      #expect(sharing.ground == .priority)
      #expect(sharing.orders == 2)
      func lacking() throws -> [String] {
        try missing(floor).map { "\($0.0.order) \($0.0.missing)" }
      }
      let undo = try #require(try pull(.shareOut("W1", "S5"), &floor))
      #expect(try lacking() == ["O2 1"])
      #expect(try pull(undo, &floor) == nil)
      #expect(try lacking() == ["O1 1"])
      let again = try #require(try pull(.shareOut("W1", "S5"), &floor))
      #expect(try lacking() == ["O2 1"])
      #expect(try missing(floor).first?.0.sharing == nil)
      #expect(
        try floor.commit(.lever(.shareOut("W1", "S5"), reason: "r")) == .refused(.senseless("S5")))
      // Who got the piece picks it.
      let line = try #require(
        try floor.store.read {
          try $0.pickLines(of: Code<PickList>("L1")).first { $0.open > 0 && $0.orderLine == 1 }
        })
      guard
        case .done = try floor.commit(
          .pick(line: line.code, quantity: 1, bin: "A-02-1", tote: "T001"), by: picker)
      else { throw TestFloor.Missing(what: "the shared piece") }
      #expect(
        try floor.commit(.lever(again, reason: "r")) == .refused(.lineIs(line.code, .picked)))
    }
  }

  @Test(arguments: Engine.allCases) func amongEqualsMoreOrdersAreWhole(engine: Engine) throws {
    try short(engine, priority: 0) { floor, _ in
      // O1 lacks one; O2 is whole with its two, and no more orders would be with one of them.
      #expect(try missing(floor).first?.0.sharing == nil)
      #expect(
        try floor.commit(.lever(.shareOut("W1", "S5"), reason: "r")) == .refused(.senseless("S5")))
      // One of the two is gone: neither is whole as it is, O1 would be with what is left.
      let boss = try floor.signIn("B021")
      try floor.commit(
        .correct(StockKey(holder: .bin("A-02-1"), sku: "S5"), quantity: 1, .damaged), by: boss)
      let sharing = try #require(try missing(floor).first?.0.sharing)
      #expect(sharing.ground == .whole)
      #expect(sharing.moves.map { "\($0.from) \($0.to) \($0.pieces)" } == ["O2 O1 1"])
    }
  }

  @Test(arguments: Engine.allCases) func otherStockIsPromisedAndGivenBack(engine: Engine) throws {
    try short(engine) { floor, picker in
      let key = StockKey(holder: .bin("B-02-1"), sku: "S5")
      try floor.load(.stock, [.count(key, quantity: 3)])
      let undo = try #require(try pull(.promise("O1", line: 1, from: key), &floor))
      #expect(try missing(floor).isEmpty)
      #expect(try floor.store.read { try $0.stock(at: key)?.allocated } == 1)
      #expect(try pull(undo, &floor) == .promise("O1", line: 1, from: key))
      #expect(try missing(floor).map(\.0.missing) == [1])
      _ = try pull(.promise("O1", line: 1, from: key), &floor)
      let line = try #require(
        try floor.store.read { try $0.openLines(from: key).first?.code })
      try floor.commit(.pick(line: line, quantity: 1, bin: "B-02-1", tote: "T001"), by: picker)
      #expect(
        try floor.commit(.lever(.unpromise(line), reason: "r"))
          == .refused(.lineIs(line, .picked)))
    }
  }

  @Test(arguments: Engine.allCases) func aCancelledLineIsToldAndTakenBack(engine: Engine) throws {
    try short(engine) { floor, _ in
      let undo = try #require(try pull(.cancelLine("O1", 1), &floor))
      #expect(undo == .restoreLine("O1", 1, 1))
      #expect(try floor.store.read { try $0.lines(of: "O1").map(\.short) } == [1, 0])
      #expect(
        try messages(floor) == ["cancelNotice:O1/1 queued S5 x1", "cancelled:O1/1 queued S5 x1"])
      #expect(try missing(floor).isEmpty)
      _ = try pull(undo, &floor)
      #expect(try floor.store.read { try $0.lines(of: "O1").map(\.short) } == [0, 0])
      #expect(try messages(floor).allSatisfy { $0.contains(" void ") })
      #expect(
        try floor.commit(.retryMessage(key: "cancelled:O1/1"))
          == .refused(.messageIs("cancelled:O1/1", .void)))
      // What was told once stays so.
      _ = try pull(.cancelLine("O1", 1), &floor)
      try floor.commit(
        .claimMessage(
          key: "cancelled:O1/1", by: "w", until: TestFloor.start.adding(milliseconds: 1000)))
      #expect(
        try floor.commit(.lever(undo, reason: "r"))
          == .refused(.messageIs("cancelled:O1/1", .queued)))
      // A line that nobody has picked gives its promises back.
      _ = try pull(.cancelLine("O2", 1), &floor)
      let key = StockKey(holder: .bin("A-02-1"), sku: "S5")
      #expect(try floor.store.read { try $0.stock(at: key)?.allocated } == 0)
      // The last line of an order is the order.
      #expect(
        try floor.commit(.lever(.cancelLine("O2", 2), reason: "r")) == .refused(.senseless("1")))
    }
  }

  @Test(arguments: Engine.allCases) func aSplitOrderHasItsRestAndIsJoined(engine: Engine) throws {
    try short(engine) { floor, _ in
      let undo = try #require(try pull(.splitOrder("O1"), &floor))
      #expect(undo == .rejoin("O1", rest: "O1.2"))
      try floor.store.read { facts in
        let rest = try #require(try facts.order("O1.2"))
        #expect((rest.state, rest.channel, rest.note) == (.backorder, "shop", "S5 x1"))
        #expect(try facts.lines(of: "O1.2").map { "\($0.sku) \($0.quantity)" } == ["S5 1"])
        #expect(try facts.receiver(of: "O1.2") == facts.receiver(of: "O1"))
        #expect(try facts.lines(of: "O1").map(\.short) == [1, 0])
      }
      #expect(
        try messages(floor) == ["backorder:O1.2 queued S5 x1", "backorderNotice:O1.2 queued S5 x1"])
      _ = try pull(undo, &floor)
      #expect(try floor.store.read { try $0.order("O1.2")?.state } == .cancelled)
      #expect(try missing(floor).map(\.0.missing) == [1])
      #expect(try pull(.splitOrder("O1"), &floor) == .rejoin("O1", rest: "O1.3"))
    }
  }

  @Test(arguments: Engine.allCases) func anOrderNobodyPickedWaits(engine: Engine) throws {
    try short(engine) { floor, _ in
      _ = try pull(.shareOut("W1", "S5"), &floor)
      #expect(try missing(floor).first?.1.contains(.backorder) == true)
      let undo = try #require(try pull(.backorder("O2"), &floor))
      _ = try pull(undo, &floor)
      #expect(try floor.store.read { try $0.order("O2")?.wave } == "W1")
      #expect(try floor.store.read { try $0.list("L2")?.state } == .released)
      #expect(try messages(floor).allSatisfy { $0.contains(" void ") })
      _ = try pull(.backorder("O2"), &floor)
      try floor.store.read { facts in
        let order = try #require(try facts.order("O2"))
        #expect((order.state, order.wave, order.note) == (.backorder, nil, "S5 x1"))
        #expect(try facts.list("L2")?.state == .done)
        let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
        #expect(try facts.stock(at: key)?.allocated == 1)
      }
      #expect(try messages(floor).filter { $0.contains(" queued ") }.count == 2)
      #expect(try missing(floor).isEmpty)
      try floor.load(
        .stock, [.count(StockKey(holder: .bin("B-02-1"), sku: "S5"), quantity: 2)])
      let parts: [OrderAllocation.Part] = [
        .init(line: 1, from: StockKey(holder: .bin("B-02-1"), sku: "S5"), quantity: 2),
        .init(line: 2, from: StockKey(holder: .bin("D-02-1"), sku: "S4"), quantity: 1),
      ]
      #expect(
        try floor.commit(.allocate([OrderAllocation(order: "O2", parts: parts)]))
          == .done(.allocated(orders: 1, backorders: 0)))
    }
  }

  @Test(arguments: Engine.allCases) func aHeldOrderWaitsAndIsPutBack(engine: Engine) throws {
    try short(engine) { floor, picker in
      try floor.commit(
        .pick(line: "O1/2.2", quantity: 1, bin: "D-02-1", tote: "T001"), by: picker)
      try floor.commit(.finish(list: "L1"), by: picker)
      let packer = try floor.signIn("B011", bench: "P01")
      try floor.commit(.openParcel(order: "O1"), by: packer)
      try floor.commit(.settle(parcel: "O1-1", .hold), by: packer)
      guard case .exceptions(let all) = try floor.store.answer(.exceptions),
        let held = all.first(where: { if case .held = $0.kind { true } else { false } })
      else { throw TestFloor.Missing(what: "a held order") }
      #expect(held.remedies == [.send, .split, .backorder, .cancelOrder])
      _ = try pull(.backorder("O1"), &floor)
      #expect(try floor.store.read { try $0.order("O1")?.state } == .backorder)
      #expect(try floor.store.read { try $0.tote("T001")?.order } == nil)
      // The tote is nobody's and still not free before its pieces are back.
      let chores = try floor.store.read { try $0.openChores(.putBack) }
      #expect(chores.map { "\($0.goods.sku) \($0.quantity)" }.sorted() == ["S4 1", "S5 1"])
      for chore in chores {
        try floor.commit(
          .putBack(chore: chore.number, quantity: chore.quantity, bin: chore.to), by: picker)
      }
      #expect(
        try floor.store.read { try $0.stock(in: .tote("T001")) }.allSatisfy { $0.quantity == 0 })
    }
  }

  @Test(arguments: Engine.allCases) func whoLeftIsSignedOff(engine: Engine) throws {
    try short(engine) { floor, picker in
      _ = try pull(.signOff("B001"), &floor)
      #expect(try floor.commit(.finish(list: "L1"), by: picker) == .refused(.notSignedIn))
      let other = try floor.signIn("B002", cart: "C02")
      #expect(try floor.commit(.take("L1"), by: other) == .done(.plain))
      #expect(
        try floor.commit(.lever(.signOff("B001"), reason: "r")) == .refused(.unknown("B001")))
    }
  }
}

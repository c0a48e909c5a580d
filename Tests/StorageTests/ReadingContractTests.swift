import Testing
import Warehouse

@testable import Storage

/// What `Facts` promises, reading by reading, on every engine.
@Suite struct ReadingContractTests {
  private func withFloor(_ engine: Engine, _ body: (any Store, any Facts) throws -> Void) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.read { try body(store, $0) }
    }
  }

  private func withChanges(
    _ engine: Engine, _ changes: [Change], _ body: (any Facts) throws -> Void
  ) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.apply(changes)
      try store.read { try body($0) }
    }
  }

  @Test(arguments: Engine.allCases) func placesAndThings(_ engine: Engine) throws {
    try withFloor(engine) { _, facts in
      try #expect(facts.site() == Floor.site)
      try #expect(facts.bin("A-02") == Floor.bins[1])
      try #expect(facts.bin("A-99") == nil)
      try #expect(facts.workstation("W1") == Floor.bench)
      try #expect(facts.workstations() == [Floor.bench])
      try #expect(facts.printer("P1") == Floor.printer)
      try #expect(facts.printers() == [Floor.printer])
      try #expect(facts.carrier("YT") == Floor.carriers[1])
      try #expect(facts.carriers() == Floor.carriers)
      try #expect(facts.numberRange(of: "SF") == Floor.range)
      try #expect(facts.numberRange(of: "YT") == nil)
      try #expect(facts.person("LI") == Floor.li)
      try #expect(facts.people() == [Floor.li, Floor.wang])
      try #expect(facts.cart("C1") == Floor.cart)
      try #expect(facts.carts() == [Floor.cart])
      try #expect(facts.cartons() == [Floor.carton])
      try #expect(facts.tote("T2") == Tote(code: "T2"))
      try #expect(facts.totes() == Floor.totes.map { Tote(code: $0) })
    }
  }

  @Test(arguments: Engine.allCases) func products(_ engine: Engine) throws {
    try withFloor(engine) { _, facts in
      for product in Floor.products { try #expect(facts.product(product.sku) == product) }
      try #expect(facts.product(barcode: "6902") == Floor.cup)
      try #expect(facts.product(barcode: "16901") == Floor.cup)
      try #expect(facts.product(barcode: "6903") == Floor.tea)
      try #expect(facts.product(barcode: "CUP") == nil)
    }
  }

  @Test(arguments: Engine.allCases) func stock(_ engine: Engine) throws {
    try withFloor(engine) { _, facts in
      let teas = Stock(key: Floor.teas, quantity: 6, since: Floor.noon)
      try #expect(facts.stock(in: .bin("A-02")) == [teas])
      try #expect(facts.stock(at: Floor.teas) == teas)
      try #expect(facts.stock(at: StockKey(holder: .bin("A-02"), sku: "TEA")) == nil)
      try #expect(facts.stock(of: "CUP").map(\.bin.code) == ["A-01", "B-01"])
      try #expect(facts.stock(of: "CUP").map(\.stock.quantity) == [10, 100])
    }
  }

  @Test(arguments: Engine.allCases) func piecesKeepTheDayTheyCame(_ engine: Engine) throws {
    let later = Floor.noon.adding(milliseconds: 1000)
    let tote = Floor.cups.moved(to: .tote("T1"))
    let outside = Floor.cups.moved(to: .outside)
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.apply([.move(Movement(from: outside, to: .tote("T1"), quantity: 1))], at: later)
      try #expect(store.read { try $0.stock(at: tote) }?.since == later)
      try store.apply(
        [.move(Movement(from: Floor.cups, to: .tote("T1"), quantity: 10))], at: later)
      try #expect(
        store.read { try $0.stock(at: tote) }
          == Stock(key: tote, quantity: 11, since: Floor.noon))
      try #expect(store.read { try $0.stock(at: Floor.cups) } == nil)
      try store.apply([.freeze(tote, by: 2)])
      try store.apply([.move(Movement(from: tote, to: .outside, quantity: 11))])
      try #expect(
        store.read { try $0.stock(at: tote) }
          == Stock(key: tote, quantity: 0, frozen: 2, since: Floor.noon))
      try store.apply([.move(Movement(from: outside, to: .tote("T1"), quantity: 1))], at: later)
      try #expect(store.read { try $0.stock(at: tote) }?.since == later)
      try store.apply([.move(Movement(from: tote, to: .outside, quantity: 1))])
      try store.apply([.freeze(tote, by: -2)])
      try #expect(store.read { try $0.stock(in: .tote("T1")) } == [])
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func orders(_ engine: Engine) throws {
    try withFloor(engine) { _, facts in
      try #expect(
        facts.order("O2")
          == Order(
            number: "O2", channel: "shop", carrier: "SF", cutOff: Floor.cutOff, priority: 1,
            remark: "gift"))
      try #expect(facts.lines(of: "O1").map(\.quantity) == [2, 1])
      try #expect(facts.receiver(of: "O1") == Floor.receiver)
      try #expect(facts.receiver(of: "O9") == nil)
      try #expect(facts.orders(in: .new, limit: 10).map(\.number) == ["O2", "O1", "O3"])
      try #expect(facts.orders(in: .new, limit: 1).map(\.number) == ["O2"])
      try #expect(facts.orderCounts() == [.new: 3])
    }
  }

  @Test(arguments: Engine.allCases) func waves(_ engine: Engine) throws {
    let late = Wave(code: "A", carrier: "SF", cutOff: Floor.cutOff.adding(milliseconds: 1))
    let soon = Wave(code: "B", carrier: "SF", cutOff: Floor.cutOff, state: .released)
    func order(_ number: Code<Order>, _ state: Order.State, _ wave: Code<Wave>?) -> Change {
      .order(
        Order(
          number: number, channel: "", carrier: "SF", cutOff: Floor.cutOff, state: state,
          note: "note", wave: wave))
    }
    func list(_ code: Code<PickList>, _ state: PickList.State, _ badge: Code<Operator>?)
      -> PickList
    {
      PickList(
        code: code, wave: "B", state: state, revision: 4, badge: badge, cart: "C1",
        slots: [.init(number: 1, order: "O1", tote: "T1"), .init(number: 2, order: "O2")],
        walk: Walk(
          length: 9, bound: 8, proven: true, byCode: 12,
          path: [FloorPoint(x: 0, y: -5), FloorPoint(x: 7, y: 5)]))
    }
    func line(
      _ code: Code<PickLine>, _ state: PickLine.State, _ sequence: Int,
      _ list: Code<PickList>? = "L1"
    ) -> PickLine {
      PickLine(
        code: code, order: "O1", orderLine: 1, from: Floor.teas, quantity: 2, picked: 1,
        state: state, reason: state == .short ? .damaged : nil, list: list, slot: 1,
        sequence: sequence, skips: 2)
    }
    let lists = [
      list("L1", .picking, "LI"), list("L2", .picking, "LI"), list("L3", .released, nil),
      list("L4", .planned, nil), list("L5", .done, "WANG"),
    ]
    let lines = [
      line("a", .open, 3), line("b", .picked, 1), line("c", .short, 2), line("d", .released, 2),
      line("e", .open, 1, nil),
    ]
    let changes: [Change] =
      [.wave(late), .wave(soon), order("O1", .packed, "B"), order("O2", .held, "B")]
      + [order("O3", .picking, "B")] + lists.map { .list($0) } + lines.map { .pickLine($0) }
    try withChanges(engine, changes) { facts in
      try #expect(facts.wave("A") == late)
      try #expect(facts.wave("C") == nil)
      try #expect(facts.openOrders(of: "B") == 1)
      try #expect(
        facts.waveProgress() == [
          WaveProgress(
            wave: soon, orders: 3, packed: 1, held: 1, lists: 5, waiting: 2, lines: 3, open: 1,
            short: 1, pickers: 1),
          WaveProgress(
            wave: late, orders: 0, packed: 0, held: 0, lists: 0, waiting: 0, lines: 0, open: 0,
            short: 0, pickers: 0),
        ])
      try #expect(facts.list("L1") == lists[0])
      try #expect(facts.list("L9") == nil)
      try #expect(facts.lists(of: "B") == lists)
      try #expect(facts.lists(in: .picking) == Array(lists[...1]))
      try #expect(facts.pickLine("c") == lines[2])
      try #expect(facts.pickLines(of: "L1" as Code<PickList>).map(\.code) == ["b", "c", "d", "a"])
      try #expect(facts.pickLines(of: "O1" as Code<Order>) == lines)
      try #expect(facts.orderCounts() == [.packed: 1, .held: 1, .picking: 1])
    }
  }

  @Test(arguments: Engine.allCases) func listsGoByTheirWavesCutOff(_ engine: Engine) throws {
    func list(_ code: Code<PickList>, _ wave: Code<Wave>) -> Change {
      .list(PickList(code: code, wave: wave, state: .released, slots: [], walk: .none))
    }
    let changes: [Change] = [
      .wave(Wave(code: "A", carrier: "SF", cutOff: Floor.cutOff)),
      .wave(Wave(code: "B", carrier: "SF", cutOff: Floor.noon)), list("L1", "A"),
      list("L2", "B"), list("L0", "A"),
    ]
    try withChanges(engine, changes) { facts in
      try #expect(facts.lists(in: .released).map(\.code) == ["L2", "L0", "L1"])
    }
  }

  @Test(arguments: Engine.allCases) func slotsOfAListAreWrittenWhole(_ engine: Engine) throws {
    func list(_ slots: [PickList.Slot]) -> Change {
      .list(PickList(code: "L", wave: "W", slots: slots, walk: .none))
    }
    let changes = [
      list([.init(number: 1, order: "O1"), .init(number: 2, order: "O2")]),
      list([.init(number: 2, order: "O2", tote: "T2")]),
    ]
    try withChanges(engine, changes) { facts in
      try #expect(facts.list("L")?.slots == [.init(number: 2, order: "O2", tote: "T2")])
    }
  }

  @Test(arguments: Engine.allCases) func totesPeopleAndParcels(_ engine: Engine) throws {
    let session = Session(
      code: "S", badge: "LI", device: "D", token: 7, workstation: "W1", since: Floor.noon)
    let open = Parcel(
      code: "O1-1", order: "O1", workstation: "W1", badge: "LI", carrier: "SF")
    let closed = Parcel(
      code: "O1-2", order: "O1", state: .closed, workstation: "W1", badge: "LI", carrier: "SF",
      waybill: "SF000100", grams: 350, closed: Floor.noon)
    let waiting = PrintJob(
      code: "O1-2.1", parcel: "O1-2", printer: "P1", queued: Floor.noon.adding(milliseconds: 9))
    let older = PrintJob(
      code: "O1-2.2", parcel: "O1-2", printer: "P1", attempts: 1, trouble: "paper",
      queued: Floor.noon, reason: "torn")
    let claimed = PrintJob(
      code: "O1-2.3", parcel: "O1-2", printer: "P1", state: .claimed, attempts: 2,
      claimant: "me", lease: Floor.cutOff, queued: Floor.noon, reason: "lost",
      fault: .paperOut, odometer: 12, insteadOf: "P2")
    let changes: [Change] = [
      .session(session), .tote(Tote(code: "T2", order: "O1")), .add(.tote("T2")),
      .add(.tote("T9")), .parcel(open), .parcel(closed), .printJob(waiting), .printJob(older),
      .printJob(claimed), .add(.cart(Cart(code: "C0", slots: 9))), .remove(.tote("T3")),
      .remove(.person("WANG")), .remove(.cart("C1")), .remove(.carton("M")),
      .numberRange(NumberRange(carrier: "SF", prefix: "X", next: 5, last: 6, digits: 2)),
    ]
    try withChanges(engine, changes) { facts in
      try #expect(facts.session("S") == session)
      try #expect(facts.sessions() == [session])
      try #expect(facts.totes(of: "O1") == [Tote(code: "T2", order: "O1")])
      try #expect(facts.totes().map(\.code) == ["T1", "T2", "T9"])
      try #expect(facts.parcel("O1-1") == open)
      try #expect(facts.parcel(waybill: "SF000100") == closed)
      try #expect(facts.parcels(of: "O1") == [open, closed])
      try #expect(facts.printJob("O1-2.3") == claimed)
      try #expect(facts.printJobs(in: .queued, limit: 9) == [older, waiting])
      try #expect(facts.printJobs(in: .queued, limit: 1) == [older])
      try #expect(facts.people() == [Floor.li])
      try #expect(facts.carts() == [Cart(code: "C0", slots: 9)])
      try #expect(facts.cartons() == [])
      try #expect(facts.numberRange(of: "SF")?.next == 5)
    }
  }

  @Test(arguments: Engine.allCases) func codesSortByteByByte(_ engine: Engine) throws {
    let codes: [Code<Tote>] = ["t", "Z", "a", "é", "仓", "T10"]
    try withChanges(engine, codes.map { .add(.tote($0)) }) { facts in
      try #expect(
        facts.totes().map(\.code.rawValue)
          == ["T1", "T10", "T2", "T3", "Z", "a", "t", "é", "仓"])
    }
  }
}

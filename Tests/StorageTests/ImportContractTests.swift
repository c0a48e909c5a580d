import Testing
import Warehouse

@testable import Storage

/// What `Importing` promises, on every engine.
@Suite struct ImportContractTests {
  private func withFloor(_ engine: Engine, _ body: (any Store) throws -> Void) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      try body(store)
    }
  }

  @Test(arguments: Engine.allCases) func aFileLandsOnce(_ engine: Engine) throws {
    try withFloor(engine) { store in
      let before = try store.read { try Snapshot($0) }
      #expect(try store.beginImport(.stock, digest: "stock", at: Floor.noon) == nil)
      #expect(try store.beginImport(.orders, digest: "orders", at: Floor.noon) == nil)
      #expect(try store.beginImport(.orders, digest: "stock", at: Floor.noon) != nil)
      #expect(try store.read { try Snapshot($0) } == before)
    }
  }

  @Test(arguments: Engine.allCases) func theSameAgainChangesNothing(_ engine: Engine) throws {
    try withFloor(engine) { store in
      let before = try store.read { try Snapshot($0) }
      let records: [ImportRecord] =
        Floor.siteRecords + Floor.products.map { .product($0) } + Floor.counts + Floor.orders
      #expect(
        try store.bring(.site, records, digest: "all")
          == ImportReport(unchanged: records.count))
      #expect(try store.read { try Snapshot($0) } == before)
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func eachStepIsInTheJournal(_ engine: Engine) throws {
    try engine.withStore { store in
      try store.bring(.site, [.zone(Floor.zone)], digest: "zone")
      let bins = (1...2500).map { number in
        ImportRecord.bin(
          Bin(
            code: Code("N-\(number)"), zone: "Z1", kind: .pickFace, aisle: 0, y: number,
            side: .left, level: 1))
      }
      #expect(try store.bring(.site, bins, digest: "bins") == ImportReport(added: 2500))
      let entries = try store.entries(after: 1, limit: 10)
      #expect(entries.map(\.kind) == ["import", "import", "import"])
      #expect(
        entries.last?.payload
          == #"{"added":2500,"changed":0,"file":2,"kind":"site","landed":2500,"skipped":0,"#
          + #""unchanged":0}"#)
      #expect(try store.read { try $0.bin("N-2500") }?.y == 2500)
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func placesAndPeopleAreWrittenOver(_ engine: Engine) throws {
    try withFloor(engine) { store in
      try store.apply([.tote(Tote(code: "T1", order: "O1"))])
      var (site, bin, li) = (Floor.site, Floor.bins[0], Floor.li)
      site.slotsPerCart = 9
      bin.y = 77
      li.roles = [.picker]
      let records: [ImportRecord] = [
        .site(site), .bin(bin), .asset(.person(li)), .asset(.tote("T1")), .asset(.tote("T4")),
        .asset(.cart(Cart(code: "C1", slots: 4))), .workstation(Workstation(code: "W1")),
        .carrier(Carrier(code: "SF", name: Name(zh: "顺", en: "S"))),
      ]
      #expect(
        try store.bring(.site, records, digest: "more")
          == ImportReport(added: 1, changed: 6, unchanged: 1))
      try store.read { facts in
        try #expect(facts.site() == site)
        try #expect(facts.bin("A-01") == bin)
        try #expect(facts.person("LI") == li)
        try #expect(facts.tote("T1") == Tote(code: "T1", order: "O1"))
        try #expect(facts.cart("C1")?.slots == 4)
        try #expect(facts.workstation("W1")?.printer == nil)
        try #expect(facts.stock(in: .bin("A-01")).count == 1)
      }
    }
  }

  @Test(arguments: Engine.allCases) func anotherSiteReplacesTheSite(_ engine: Engine) throws {
    try withFloor(engine) { store in
      var site = Floor.site
      site.code = "S0"
      try store.bring(.site, [.site(site)], digest: "moved")
      #expect(try store.read { try $0.site() } == site)
    }
  }

  @Test(arguments: Engine.allCases) func waybillNumbersAreNeverGivenAgain(
    _ engine: Engine
  ) throws {
    try withFloor(engine) { store in
      var used = Floor.range
      used.next = 102
      try store.apply([.numberRange(used)])
      #expect(
        try store.bring(.site, [.numberRange(Floor.range)], digest: "same")
          == ImportReport(unchanged: 1))
      #expect(try store.read { try $0.numberRange(of: "SF") } == used)
      let fresh = NumberRange(carrier: "SF", prefix: "SF", next: 500, last: 900, digits: 6)
      try store.bring(.site, [.numberRange(fresh)], digest: "fresh")
      #expect(try store.read { try $0.numberRange(of: "SF") } == fresh)
      let other = NumberRange(carrier: "SF", prefix: "S2", next: 1, last: 9, digits: 6)
      try store.bring(.site, [.numberRange(other)], digest: "other")
      #expect(try store.read { try $0.numberRange(of: "SF") } == other)
    }
  }

  @Test(arguments: Engine.allCases) func aBarcodeMayChangeProducts(_ engine: Engine) throws {
    for reversed in [false, true] {
      try withFloor(engine) { store in
        var (cup, bag) = (Floor.cup, Floor.bag)
        cup.packagings[0].barcodes = ["6902", "6905"]
        bag.packagings = [Packaging(unit: "each", units: 1, barcodes: ["6901"])]
        let records: [ImportRecord] = [.product(cup), .product(bag)]
        #expect(
          try store.bring(.products, reversed ? records.reversed() : records, digest: "swap")
            == ImportReport(changed: 2))
        try store.read { facts in
          try #expect(facts.product("CUP") == cup)
          try #expect(facts.product("BAG") == bag)
          try #expect(facts.product(barcode: "6901") == bag)
          try #expect(facts.product(barcode: "6905") == cup)
        }
      }
    }
  }

  @Test(arguments: Engine.allCases) func countsSetWhatIsOnHand(_ engine: Engine) throws {
    try withFloor(engine) { store in
      let later = Floor.noon.adding(milliseconds: 60_000)
      try store.apply([.freeze(Floor.cups, by: 3), .freeze(Floor.teas, by: 1)])
      let fresh = StockKey(holder: .bin("B-02"), sku: "BAG")
      let records: [ImportRecord] = [
        .count(Floor.cups, quantity: 25), .count(Floor.cupsAbove, quantity: 0),
        .count(Floor.teas, quantity: 6), .count(fresh, quantity: 4),
        .count(StockKey(holder: .bin("B-02"), sku: "CUP"), quantity: 0),
      ]
      #expect(
        try store.bring(.stock, records, digest: "recount", at: later)
          == ImportReport(added: 1, changed: 3, unchanged: 1))
      try store.read { facts in
        try #expect(
          facts.stock(at: Floor.cups)
            == Stock(key: Floor.cups, quantity: 25, since: Floor.noon))
        try #expect(facts.stock(at: Floor.cupsAbove) == nil)
        try #expect(facts.stock(at: Floor.teas)?.frozen == 0)
        try #expect(facts.stock(at: fresh) == Stock(key: fresh, quantity: 4, since: later))
      }
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func ordersAreChangedWhileTheyAreOpen(
    _ engine: Engine
  ) throws {
    try withFloor(engine) { store in
      guard var waiting = try store.read({ try $0.order("O1") }),
        var started = try store.read({ try $0.order("O2") })
      else {
        Issue.record("no orders")
        return
      }
      (waiting.state, waiting.note) = (.backorder, "CUP x2")
      started.state = .allocated
      try store.apply([.order(waiting), .order(started)])
      let records: [ImportRecord] = [
        Floor.order("O1", [("TEA", 4)]), Floor.order("O2", [("CUP", 3)], priority: 1),
        Floor.order("O4", [("BAG", 1)]),
      ]
      #expect(
        try store.bring(.orders, records, digest: "again")
          == ImportReport(added: 1, changed: 1, unchanged: 1))
      try store.read { facts in
        try #expect(facts.order("O1")?.state == .new)
        try #expect(facts.order("O1")?.note == "")
        try #expect(
          facts.lines(of: "O1") == [OrderLine(order: "O1", number: 1, sku: "TEA", quantity: 4)])
        try #expect(facts.order("O2")?.state == .allocated)
        try #expect(facts.receiver(of: "O4") == Floor.receiver)
      }
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func problemsAreNamedBeforeAnythingLands(
    _ engine: Engine
  ) throws {
    try withFloor(engine) { store in
      guard var started = try store.read({ try $0.order("O2") }) else { return }
      started.state = .picking
      try store.apply([.order(started), .reserve(Floor.cups, by: 5)])
      var (bin, bag) = (Floor.bins[0], Floor.bag)
      bin.zone = "Z9"
      bag.packagings = [Packaging(unit: "each", units: 1, barcodes: ["6901", "7001", "7001"])]
      let nowhere = StockKey(holder: .bin("X"), sku: "XXX")
      let tote = StockKey(holder: .tote("T1"), sku: "CUP")
      let records: [ImportRecord] = [
        .bin(bin), .product(bag), .count(Floor.cups, quantity: 4), .count(nowhere, quantity: 1),
        .count(tote, quantity: 1), Floor.order("O2", [("CUP", 2), ("YYY", 1)]),
        .workstation(Workstation(code: "W2", printer: "P9")),
        .numberRange(NumberRange(carrier: "ZT", prefix: "", next: 1, last: 2, digits: 3)),
        .count(Floor.teas, quantity: 1), .count(Floor.teas, quantity: 2), .zone(Floor.zone),
        .zone(Floor.zone), .zone(Zone(code: "Z9", name: Name(zh: "九", en: "Nine"))),
      ]
      guard let ticket = try store.beginImport(.site, digest: "bad", at: Floor.noon) else {
        Issue.record("no ticket")
        return
      }
      try store.stage(Array(records.prefix(3)), for: ticket)
      try store.stage(Array(records.dropFirst(3)), for: ticket)
      let found = try store.problems(of: ticket, limit: 100)
      let expected: [LandingProblem] = [
        LandingProblem(ordinal: 2, reason: .twice("7001")),
        LandingProblem(ordinal: 2, reason: .barcodeTaken("6901", by: "CUP")),
        LandingProblem(
          ordinal: 3, reason: .belowAllocated(Floor.cups, counted: 4, allocated: 5)),
        LandingProblem(ordinal: 4, reason: .unknownBin("X")),
        LandingProblem(ordinal: 4, reason: .unknownProduct("XXX")),
        LandingProblem(ordinal: 5, reason: .notABin(.tote("T1"))),
        LandingProblem(ordinal: 6, reason: .unknownProduct("YYY")),
        LandingProblem(ordinal: 6, reason: .orderInWork("O2", .picking)),
        LandingProblem(ordinal: 7, reason: .unknownPrinter("P9")),
        LandingProblem(ordinal: 8, reason: .unknownCarrier("ZT")),
        LandingProblem(ordinal: 10, reason: .twice("A-02 TEA L1 2030-12-31")),
        LandingProblem(ordinal: 12, reason: .twice("Z1")),
      ]
      #expect(Set(found) == Set(expected))
      #expect(found.map(\.ordinal) == expected.map(\.ordinal))
      #expect(try store.problems(of: ticket, limit: 1).map(\.ordinal) == [2])
      let before = try store.read { try Snapshot($0) }
      let trouble = #expect(throws: StoreTrouble.self) { try store.land(ticket) }
      #expect(trouble?.code == .invariant)
      #expect(try store.read { try Snapshot($0) } == before)
    }
  }

  @Test(arguments: Engine.allCases) func onlyTheTicketOfTheOpenImportWorks(
    _ engine: Engine
  ) throws {
    try withFloor(engine) { store in
      let first = try #require(try store.beginImport(.stock, digest: "a", at: Floor.noon))
      try store.stage([.count(Floor.cups, quantity: 1)], for: first)
      let second = try #require(try store.beginImport(.stock, digest: "b", at: Floor.noon))
      try store.stage([.count(Floor.cups, quantity: 2)], for: second)
      #expect(throws: StoreTrouble.self) { try store.land(first) }
      try store.abandon(second)
      #expect(throws: StoreTrouble.self) { try store.stage([], for: first) }
      #expect(throws: StoreTrouble.self) { try store.land(second) }
      let third = try #require(try store.beginImport(.stock, digest: "a", at: Floor.noon))
      try store.stage([.count(Floor.cups, quantity: 3)], for: third)
      #expect(try store.land(third) == ImportReport(changed: 1))
      #expect(try store.land(third) == ImportReport(changed: 1))
      #expect(try store.read { try $0.stock(at: Floor.cups) }?.quantity == 3)
    }
  }

  @Test(arguments: Engine.allCases) func anErasedReceiverStaysErased(_ engine: Engine) throws {
    try withFloor(engine) { store in
      guard var started = try store.read({ try $0.order("O2") }) else { return }
      started.state = .packed
      try store.apply([.order(started)])
      if let store = store as? SQLiteStore {
        try store.run("DELETE FROM receiver")
      }
      if let store = store as? MemoryStore {
        try store.write { books in
          for order in books.receivers.rows.keys { books.receivers[order] = nil }
          return .commit(())
        }
      }
      #expect(
        try store.bring(.orders, Array(Floor.orders.prefix(2)), digest: "again")
          == ImportReport(changed: 1, unchanged: 1))
      #expect(try store.read { try $0.receiver(of: "O1") } == Floor.receiver)
      #expect(try store.read { try $0.receiver(of: "O2") } == nil)
    }
  }
}

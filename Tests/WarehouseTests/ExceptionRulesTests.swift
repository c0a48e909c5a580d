import Storage
import TestFloor
import Testing
import Warehouse

/// What exceptions do to the books, and the work they leave behind, on both stores.
@Suite struct ExceptionRulesTests {
  @Test(arguments: Engine.allCases) func aShortPickIsCountedOnceAndThawed(_ engine: Engine) throws {
    var house = try House(engine, [[("S3", 4)]])
    try house.list("W1", ["O1"])
    try house.done(.short(line: "O1/1.1", reason: .fewer), by: house.picker)
    #expect(try house.stock("B-01-1", "S3")?.frozen == 10)
    #expect(try house.counts().map(\.goods.sku) == ["S3"])
    try house.done(.countBin("B-01-1"), by: house.picker)
    let count = try #require(try house.counts().first)
    #expect(count.state == .taken)
    #expect(
      try house.refusal(
        .count(chore: count.number, quantity: 1), by: house.supervisor)
        == .inOtherHands("B001"))
    #expect(
      try house.done(.count(chore: count.number, quantity: 10), by: house.picker)
        == .counted(.agreed))
    #expect(try house.stock("B-01-1", "S3")?.available == 10)
    #expect(try house.counts().isEmpty)
    #expect(
      try house.refusal(.count(chore: count.number, quantity: 10), by: house.picker)
        == .choreDone(count.number))
  }

  /// Who else was promised pieces of an empty bin is sent elsewhere, as far as there is any.
  @Test(arguments: Engine.allCases) func nobodyElseIsSentToAnEmptyBin(_ engine: Engine) throws {
    var house = try House(engine, [[("S1", 1)], [("S1", 1)], [("S1", 1)], [("S1", 4)]])
    try house.list("W1", ["O1"])
    try house.list("W2", ["O2"], taken: false)
    try house.done(.short(line: "O1/1.1", reason: .empty), by: house.picker)
    // C-02-1 had one piece left: O1 has it. O2 and O3 stay promised until the bin is counted.
    #expect(try house.stock("C-02-1", "S1")?.allocated == 5)
    #expect(try house.stock("A-01-1", "S1")?.allocated == 2)
    #expect(try house.stock("A-01-1", "S1")?.frozen == 1)
    try house.done(.intercept(order: "O4", reason: "refund"))
    try house.done(.short(line: "O1/1.r1", reason: .fewer), by: house.picker)
    #expect(try house.stock("C-02-1", "S1")?.frozen == 5)
    try house.done(.countBin("C-02-1"), by: house.picker)
    let count = try #require(
      try house.counts().first { $0.goods.holder == .bin("C-02-1") }?.number)
    try house.done(.count(chore: count, quantity: 5), by: house.picker)
    // Counted, the pieces are free again: the next short at the first bin can go there.
    #expect(try house.stock("C-02-1", "S1")?.available == 5)
  }

  @Test(arguments: Engine.allCases) func othersAreSentElsewhere(_ engine: Engine) throws {
    var house = try House(engine, [[("S1", 1)], [("S1", 1)], [("S1", 1)]])
    try house.list("W1", ["O1"])
    try house.list("W2", ["O2"], taken: false)
    try house.done(.short(line: "O1/1.1", reason: .blocked), by: house.picker)
    #expect(try house.stock("A-01-1", "S1")?.allocated == 0)
    #expect(try house.stock("A-01-1", "S1")?.frozen == 3)
    #expect(try house.stock("C-02-1", "S1")?.allocated == 3)
    let other = try house.store.read { try $0.pickLines(of: "W2-1" as Code<PickList>) }
    #expect(other.map(\.state) == [.released, .open])
    #expect(try house.store.read { try $0.list("W2-1")?.revision } == 1)
    #expect(try house.store.read { try $0.order("O3")?.state } == .allocated)
  }

  /// Two counts that are off by the same decide, though somebody picked in between.
  @Test(arguments: Engine.allCases) func picksBetweenTwoCountsDoNotSpoilThem(
    _ engine: Engine
  ) throws {
    var house = try House(engine, [[("S3", 4)]])
    try house.list("W1", ["O1"])
    try house.done(.countBin("B-01-1"), by: house.supervisor)
    let count = try #require(try house.counts().first).number
    let counter = house.supervisor
    #expect(try house.done(.count(chore: count, quantity: 9), by: counter) == .counted(.again))
    #expect(try house.done(.count(chore: count, quantity: 8), by: counter) == .counted(.again))
    try house.pick("O1/1.1", 3)
    #expect(
      try house.done(.count(chore: count, quantity: 5), by: counter)
        == .counted(.adjusted(by: -2)))
    #expect(try house.stock("B-01-1", "S3")?.quantity == 5)
  }

  /// Of 10 pieces 9 are promised and 3 are there: the youngest promises go first.
  @Test(arguments: Engine.allCases) func promisesThatCannotBeKeptAreTakenBack(
    _ engine: Engine
  ) throws {
    var house = try House(engine, [[("S3", 3)], [("S3", 3)], [("S3", 3)]])
    try house.list("W1", ["O1"])
    try house.list("W2", ["O2"], taken: false)
    let revision = try house.store.read { try $0.list("W2-1")?.revision }
    try house.done(
      .correct(StockKey(holder: .bin("B-01-1"), sku: "S3"), quantity: 4, .lost),
      by: house.supervisor)
    let orders = try house.store.read { facts in
      try ["O1", "O2", "O3"].compactMap { try facts.order($0) }
    }
    #expect(orders.map(\.state) == [.picking, .planned, .backorder])
    let lines = try house.store.read { facts in
      try ["O1", "O2", "O3"].flatMap { try facts.pickLines(of: $0 as Code<Order>) }
    }
    #expect(lines.map(\.state) == [.open, .open, .short, .released])
    #expect(lines.map(\.quantity) == [3, 1, 2, 3])
    #expect(try house.stock("B-01-1", "S3")?.allocated == 4)
    #expect(try house.store.read { try $0.list("W2-1")?.revision } == revision.map { $0 + 1 })
  }

  @Test(arguments: Engine.allCases) func promisesMoveToOtherBins(_ engine: Engine) throws {
    var house = try House(engine, [[("S1", 3)]])
    try house.list("W1", ["O1"])
    try house.done(
      .correct(StockKey(holder: .bin("A-01-1"), sku: "S1"), quantity: 1, .damaged),
      by: house.supervisor)
    let open = try house.store.read { try $0.pickLines(of: "O1" as Code<Order>) }.filter {
      $0.open > 0
    }
    #expect(open.map(\.open) == [1, 2])
    #expect(open.last?.from.holder == .bin("C-02-1"))
    #expect(open.allSatisfy { $0.list == "W1-1" && $0.slot == 1 })
    #expect(
      try house.refusal(
        .correct(StockKey(holder: .bin("A-01-1"), sku: "S1"), quantity: 9, .found),
        by: house.picker) == .notAllowed(.supervisor))
  }

  @Test(arguments: Engine.allCases) func anOrderIsStoppedWhereverItIs(_ engine: Engine) throws {
    var house = try House(engine, [[("S3", 2)], [("S3", 1)], [("S4", 2), ("S5", 1)], [("S5", 1)]])
    try house.floor.order("O9", [("S1", 1)])
    try house.list("W1", ["O2"], taken: false)
    try house.list("W2", ["O3", "O4"])
    try house.pick("O3/1.1", 1)
    for number in ["O9", "O1", "O2", "O3"] as [Code<Order>] {
      try house.done(.intercept(order: number, reason: "refund"), by: house.supervisor)
      #expect(try house.store.read { try $0.order(number)?.state } == .cancelled)
    }
    #expect(
      try house.refusal(.intercept(order: "O1", reason: "again")) == .orderIs("O1", .cancelled))
    #expect(
      try house.refusal(.intercept(order: "O4", reason: "x"), by: house.picker)
        == .notAllowed(.supervisor))
    #expect(try house.stock("B-01-1", "S3")?.allocated == 0)
    #expect(try house.store.read { try $0.list("W1-1")?.state } == .done)
    #expect(try house.store.read { try $0.wave("W1")?.state } == .done)
    // The walk goes on without it, its tote stays its own until the pieces are back.
    #expect(
      try house.refusal(.unpick(list: "W2-1"), by: house.picker) == .orderIs("O3", .cancelled))
    try house.pick("O4/1.1", 1, tote: "T002")
    try house.done(.finish(list: "W2-1"), by: house.picker)
    let chore = try #require(try house.store.read { try $0.openChores(.putBack) }.first)
    #expect(chore.goods == StockKey(holder: .tote("T001"), sku: "S4"))
    #expect(chore.to == "D-02-1")
    try house.done(.putBack(chore: chore.number, quantity: 1, bin: "D-02-1"), by: house.picker)
    #expect(try house.stock("D-02-1", "S4")?.available == 10)
    #expect(try house.store.read { try $0.tote("T001")?.order } == nil)
  }

  @Test(arguments: Engine.allCases) func theBenchGivesAStoppedOrderBack(_ engine: Engine) throws {
    var house = try House(engine, [[("S4", 2)], [("S5", 1)]])
    let packer = try house.floor.signIn("B011", bench: "P01")
    try house.list("W1", ["O1", "O2"])
    try house.pick("O1/1.1", 2)
    try house.pick("O2/1.1", 1, tote: "T002")
    try house.done(.finish(list: "W1-1"), by: house.picker)
    for order in ["O1", "O2"] as [Code<Order>] {
      try house.done(.openParcel(order: order), by: packer)
    }
    try house.done(.verify(parcel: "O1-1", sku: "S4", units: 1), by: packer)
    try house.done(.verify(parcel: "O2-1", sku: "S5", units: 1), by: packer)
    try house.done(.intercept(order: "O1", reason: "refund"))
    #expect(
      try house.refusal(.verify(parcel: "O1-1", sku: "S4", units: 1), by: packer)
        == .parcelIs("O1-1", .void))
    #expect(try house.store.read { try $0.openChores(.putBack) }.map(\.quantity) == [2])
    try house.done(.intercept(order: "O2", reason: "refund"))
    #expect(try house.store.read { try $0.parcel("O2-1")?.state } == .void)
    #expect(try house.store.violations() == [])
    let sealed = try #require(try house.store.read { try $0.openChores(.putBack) }.last)
    #expect(sealed.goods.holder == .parcel("O2-1"))
    try house.done(.putBack(chore: sealed.number, quantity: 1, bin: "A-02-1"), by: house.picker)
    let chore = try #require(try house.store.read { try $0.openChores(.putBack) }.first).number
    try house.done(.putBack(chore: chore, quantity: 1, bin: "D-02-1"), by: house.picker)
    try house.done(.putBack(chore: chore, quantity: 1, bin: nil), by: house.picker)
    #expect(try house.stock("D-02-1", "S4")?.quantity == 9)
    #expect(try house.store.read { try $0.tote("T001")?.order } == nil)
  }

  @Test(arguments: Engine.allCases) func anEmptyFaceAsksForTheReserve(_ engine: Engine) throws {
    var house = try House(engine, [[("S5", 4)]])
    try house.done(
      .relocate(StockKey(holder: .bin("C-02-1"), sku: "S1"), to: "C-03-1", quantity: 5, chore: nil),
      by: house.picker)
    try house.floor.order("O8", [("S1", 3)])
    let face = StockKey(holder: .bin("A-01-1"), sku: "S1")
    try house.done(
      .allocate([
        OrderAllocation(order: "O8", parts: [.init(line: 1, from: face, quantity: 3)])
      ]))
    try house.list("W1", ["O8"])
    try house.pick("O8/1.1", 3)
    let chore = try #require(try house.store.read { try $0.openChores(.replenish) }.first)
    #expect(chore.to == "A-01-1")
    #expect(chore.goods.holder == .bin("C-03-1"))
    #expect(chore.quantity == 5)
    #expect(
      try house.refusal(
        .relocate(chore.goods, to: "A-01-1", quantity: 6, chore: chore.number), by: house.picker)
        == .stockGone("C-03-1", left: 5))
    try house.done(
      .relocate(chore.goods, to: "A-01-1", quantity: 5, chore: chore.number), by: house.picker)
    #expect(try house.store.read { try $0.openChores(.replenish) }.isEmpty)
    #expect(try house.stock("A-01-1", "S1")?.quantity == 5)
  }

  @Test(arguments: Engine.allCases) func aCodeIsTaughtByWhoMay(_ engine: Engine) throws {
    var house = try House(engine, [])
    #expect(
      try house.refusal(.teach(barcode: "777", sku: "S6", units: 12), by: house.picker)
        == .notAllowed(.supervisor))
    for taken in ["A-01-1", "6901234567892", "T001"] {
      #expect(
        try house.refusal(.teach(barcode: taken, sku: "S6", units: 12), by: house.supervisor)
          == .codeTaken(taken))
    }
    try house.done(.teach(barcode: "777", sku: "S6", units: 12), by: house.supervisor)
    let product = try house.store.read { try $0.product(barcode: "777") }
    #expect(product?.units(of: "777") == 12)
    #expect(product?.packagings.last?.barcodes == ["16901234567844", "777"])
  }

  /// Whatever people do, in whatever order: the books stay right, and both stores say the same.
  @Test(arguments: 1...10) func anyExceptionKeepsTheBooks(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let orders: [[(Code<Product>, Int)]] = [
      [("S1", 2), ("S3", 2)], [("S1", 3), ("S6", 5)], [("S3", 3)], [("S4", 4), ("S2", 2)],
      [("S3", 2), ("S4", 1)], [("S6", 9)],
    ]
    var one = try House(.memory, orders)
    var other = try House(.sqlite, orders)
    for (name, list) in [("W1", ["O1", "O2"]), ("W2", ["O3"])] as [(String, [Code<Order>])] {
      try one.list(name, list, taken: name == "W1")
      try other.list(name, list, taken: name == "W1")
    }
    var done = 0
    for step in 0..<120 {
      let command = try command(one.store, &random)
      let who = Bool.random(using: &random)
      let told = try one.floor.commit(command, by: who ? one.picker : one.supervisor)
      let again = try other.floor.commit(command, by: who ? other.picker : other.supervisor)
      #expect(told == again, "step \(step): \(command)")
      let found = try one.store.violations()
      #expect(found.isEmpty, "step \(step): \(command): \(found)")
      if case .done = told { done += 1 }
    }
    #expect(try other.store.violations().isEmpty)
    #expect(done > 25, "hardly anything was possible: the test tests nothing")
  }

  private func command(_ store: any Store, _ random: inout Seeded) throws -> Command {
    try store.read { facts in
      let lines = try facts.pickLines(of: "W1-1" as Code<PickList>)
      let open = lines.filter { $0.open > 0 }
      let line = open.randomElement(using: &random) ?? lines[0]
      let bin = TestFloorBins.codes.randomElement(using: &random) ?? "A-01-1"
      let chores = try Chore.Kind.allCases.flatMap { try facts.openChores($0) }
      let chore = chores.randomElement(using: &random)
      let stock = try facts.stock(in: .bin(bin)).randomElement(using: &random)
      let key = stock?.key ?? StockKey(holder: .bin(bin), sku: "S5")
      let home: Code<Bin> = if case .bin(let code) = line.from.holder { code } else { bin }
      switch Int.random(in: 0..<16, using: &random) {
      case 0...4:
        return .pick(
          line: line.code, quantity: max(1, min(line.open, Int.random(in: 1...3, using: &random))),
          bin: home, tote: Code("T00\(line.slot)"))
      case 5: return .short(line: line.code, reason: .fewer)
      case 6: return .unpick(list: "W1-1")
      case 7: return .countBin(bin)
      case 8, 9, 10:
        let book = try chore.flatMap { try facts.stock(at: $0.goods)?.quantity } ?? 0
        if chore?.kind == .putBack {
          return .putBack(
            chore: chore?.number ?? 0, quantity: Int.random(in: 1...2, using: &random),
            bin: chore?.to)
        }
        return .count(
          chore: chore?.number ?? 0,
          quantity: max(
            0, chore?.difference.map { book + $0 } ?? (book - Int.random(in: 0...2, using: &random))
          ))
      case 11:
        return .relocate(
          key, to: TestFloorBins.codes.randomElement(using: &random) ?? bin,
          quantity: Int.random(in: 1...3, using: &random), chore: nil)
      case 12:
        return .correct(key, quantity: Int.random(in: 0...6, using: &random), .wrongEntry)
      case 13:
        return Int.random(in: 0..<3, using: &random) == 0
          ? .intercept(order: Code("O\(Int.random(in: 1...6, using: &random))"), reason: "refund")
          : .zeroCheck(key, left: Int.random(in: 0...1, using: &random))
      case 14: return .foundGoods(bin: bin, sku: "S5")
      default: return .finish(list: "W1-1")
      }
    }
  }
}

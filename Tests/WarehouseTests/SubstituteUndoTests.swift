import Storage
import TestFloor
import Testing
import Warehouse

/// The word that another product goes in place of missing pieces is taken back like a pick, in its
/// turn, on both stores.
@Suite struct SubstituteUndoTests {
  /// One order that wants two pairs of chips, or notebooks in their place, and paste besides.
  private func house(_ engine: Engine) throws -> House {
    var house = try House(engine, [[("S3", 2)]])
    let order = Order(
      number: "O2", channel: "shop", carrier: "YTO",
      cutOff: TestFloor.start.adding(milliseconds: 7_200_000))
    try house.floor.load(
      .orders,
      [
        .order(
          order, [OrderLine(order: "O2", number: 1, sku: "S5", quantity: 2, substitute: "S4")],
          Receiver(name: "张三", phone: "1", region: "浙江", address: "1 号"))
      ])
    let from = try #require(
      try house.store.read { try $0.stock(of: "S5").first { $0.stock.available >= 2 }?.stock.key })
    try house.done(
      .allocate([
        OrderAllocation(order: "O2", parts: [.init(line: 1, from: from, quantity: 2)])
      ]))
    try house.list("W1", ["O1", "O2"])
    return house
  }

  /// What is promised, picked, ordered and offered: all that somebody could see of it.
  private func picture(_ house: House) throws -> [String] {
    let offered = try house.store.answer(.substitute(["O2/1.1"]))
    return try house.store.read { facts in
      let holders: [Holder] =
        TestFloorBins.codes.map { .bin($0) } + (try facts.totes()).map { .tote($0.code) }
      let stock = try holders.flatMap { try facts.stock(in: $0) }.filter { $0.quantity > 0 }.map {
        "\($0.key) \($0.quantity) \($0.allocated) \($0.frozen)"
      }
      return try stock
        + facts.pickLines(of: "W1-1" as Code<PickList>).filter { $0.state != .released }.map {
          "\($0)"
        }
        + facts.lines(of: "O2").filter { $0.quantity > 0 }.map { "\($0)" }
        + facts.picks(of: "W1-1").map { "\($0)" } + ["\(offered)"]
    }
  }

  @Test(arguments: Engine.allCases) func stepByStepBackToTheStart(_ engine: Engine) throws {
    var house = try house(engine)
    try house.pick("O1/1.1", 1)
    try house.done(.short(line: "O2/1.1", reason: .fewer), by: house.picker)
    let short = try picture(house)
    #expect(short.contains { $0.contains("substitute(Optional") })
    try house.done(.substitute(line: "O2/1.1"), by: house.picker)
    let taken = try picture(house)
    #expect(taken != short)
    let line = try #require(
      try house.store.read {
        try $0.pickLines(of: "O2" as Code<Order>).first { $0.from.sku == "S4" }?.code
      })
    try house.pick(line, 1, tote: "T002")
    try house.pick("O1/1.1", 1)
    // Two picks, the word, the first pick: each by itself, in the order they were made.
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    #expect(try picture(house) == taken)
    let revision = try house.store.read { try $0.list("W1-1")?.revision ?? 0 }
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    #expect(try picture(house) == short)
    #expect(try house.store.read { try $0.list("W1-1")?.revision ?? 0 } == revision + 1)
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    #expect(try house.refusal(.unpick(list: "W1-1"), by: house.picker) == .nothingToUndo("W1-1"))
    #expect(try house.stock("D-02-1", "S4")?.allocated == 0)
    // Every step back is a command of the journal.
    let journal = try house.store.entries(after: 0, limit: 10_000)
    #expect(journal.filter { $0.payload.contains("\"unpick\"") }.count == 5)
  }

  @Test(arguments: Engine.allCases) func takenAgainAfterItWasTakenBack(_ engine: Engine) throws {
    var house = try house(engine)
    try house.done(.short(line: "O2/1.1", reason: .notFound), by: house.picker)
    for _ in 0..<3 {
      let before = try picture(house)
      try house.done(.substitute(line: "O2/1.1"), by: house.picker)
      try house.done(.unpick(list: "W1-1"), by: house.picker)
      #expect(try picture(house) == before)
    }
    try house.done(.substitute(line: "O2/1.1"), by: house.picker)
    let line = try #require(
      try house.store.read {
        try $0.pickLines(of: "O2" as Code<Order>).first { $0.from.sku == "S4" && $0.open > 0 }?.code
      })
    try house.pick(line, 2, tote: "T002")
    try house.pick("O1/1.1", 2)
    try house.done(.finish(list: "W1-1"), by: house.picker)
    let packer = try house.floor.signIn("B011", bench: "P01")
    try house.done(.openParcel(order: "O2"), by: packer)
    try house.done(.verify(parcel: "O2-1", sku: "S4", units: 2), by: packer)
    #expect(try house.store.read { try $0.order("O2")?.state } == .packed)
  }

  /// A promise of the substitute that found no pieces either is gone as well.
  @Test(arguments: Engine.allCases) func aSubstituteThatWasShortItself(_ engine: Engine) throws {
    var house = try house(engine)
    try house.done(.short(line: "O2/1.1", reason: .fewer), by: house.picker)
    try house.done(.substitute(line: "O2/1.1"), by: house.picker)
    let line = try #require(
      try house.store.read {
        try $0.pickLines(of: "O2" as Code<Order>).first { $0.from.sku == "S4" }?.code
      })
    try house.done(.short(line: line, reason: .empty), by: house.picker)
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    let lines = try house.store.read { try $0.lines(of: "O2") }
    #expect(lines.map(\.quantity) == [2, 0])
    #expect(lines.map(\.short) == [0, 0])
    let promised = try house.store.read { try $0.pickLines(of: "O2" as Code<Order>) }
    #expect(promised.allSatisfy { $0.open == 0 })
  }
}

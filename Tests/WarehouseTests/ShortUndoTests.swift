import Storage
import TestFloor
import Testing
import Warehouse

/// A short pick is taken back in its turn, as long as nobody acted on what followed from it, on
/// both stores.
@Suite struct ShortUndoTests {
  /// Everything a short pick touches but the revisions of lists.
  ///
  /// Goods, promises, lines, chores, picks; lines given back say nothing any more.
  private func picture(_ house: House) throws -> [String] {
    try house.store.read { facts in
      var seen: [String] = []
      let holders: [Holder] =
        TestFloorBins.codes.map { .bin($0) } + (try facts.totes()).map { .tote($0.code) }
      for stock in try holders.flatMap({ try facts.stock(in: $0) }) where stock.quantity > 0 {
        seen.append("\(stock.key) \(stock.quantity) \(stock.allocated) \(stock.frozen)")
      }
      for order in ["O1", "O2", "O3", "O4"] as [Code<Order>] {
        seen += try facts.lines(of: order).map { "\($0)" }
        let lines = try facts.pickLines(of: order).filter { $0.state != .released }
        seen += lines.map { "\($0)" }
      }
      for kind in Chore.Kind.allCases { seen += try facts.openChores(kind).map { "\($0)" } }
      seen += try facts.picks(of: "W1-1").map { "\($0)" }
      for code in ["W1-1", "W2-1"] as [Code<PickList>] {
        guard var list = try facts.list(code) else { continue }
        list.revision = 0
        seen.append("\(list)")
      }
      return seen
    }
  }

  /// The last step of the list is taken back, whatever it is.
  private func back(_ house: inout House) throws {
    guard case .lastPick(let pick?, _) = try house.store.answer(.lastPick("W1-1")) else {
      throw TestFloor.Missing(what: "a step")
    }
    try house.done(
      pick.short == nil ? .unpick(list: "W1-1") : .unshort(line: pick.line), by: house.picker)
  }

  /// Any picks and short picks, with promises of others that move on: each step back gives what
  /// was before it.
  @Test(arguments: Engine.allCases, 1...8) func unshortIsTheInverseOfShort(
    _ engine: Engine, _ seed: UInt64
  ) throws {
    var random = Seeded(seed)
    var house = try House(
      engine,
      [
        [("S1", 2), ("S5", 2)], [("S1", 1), ("S2", 2), ("S6", 3)], [("S1", 2), ("S5", 1)],
        [("S5", 1), ("S2", 1)],
      ])
    try house.list("W1", ["O1", "O2"])
    try house.list("W2", ["O3"], taken: false)
    var before: [[String]] = [try picture(house)]
    var shorts = 0
    while true {
      let open = try house.store.read { try $0.pickLines(of: "W1-1" as Code<PickList>) }
        .filter { $0.open > 0 }
      guard before.count < 12, let line = open.randomElement(using: &random) else { break }
      if Bool.random(using: &random) {
        try house.pick(
          line.code, Int.random(in: 1...line.open, using: &random),
          tote: Code("T00\(line.slot)"))
      } else {
        let reason = ShortReason.allCases.randomElement(using: &random) ?? .empty
        shorts += 1
        if reason == .elsewhere {
          try house.done(.foundElsewhere(line: line.code, bin: "B-03-1"), by: house.picker)
        } else {
          try house.done(.short(line: line.code, reason: reason), by: house.picker)
        }
      }
      before.append(try picture(house))
    }
    #expect(shorts > 0)
    before.removeLast()
    while let kept = before.popLast() {
      try back(&house)
      #expect(try picture(house) == kept)
    }
    #expect(try house.store.answer(.lastPick("W1-1")) == .lastPick(nil, stays: nil))
    let journal = try house.store.entries(after: 0, limit: 10_000)
    #expect(journal.filter { $0.payload.contains("\"unshort\"") }.count == shorts)
  }

  /// A new walk between a short pick and its undo may promise other bins; nothing is left of it.
  @Test(arguments: Engine.allCases) func theWalkWasPlannedAnewMeanwhile(_ engine: Engine) throws {
    var house = try House(engine, [[("S1", 2)], [("S4", 1)]])
    try house.list("W1", ["O1", "O2"])
    let promised = try house.stock("A-01-1", "S1")?.allocated
    try house.done(.short(line: "O1/1.1", reason: .fewer), by: house.picker)
    let (revision, open) = try house.store.read { facts in
      (
        try facts.list("W1-1")?.revision ?? 0,
        try facts.pickLines(of: "W1-1" as Code<PickList>).filter { $0.open > 0 }.map(\.code)
      )
    }
    #expect(open.count == 2)
    try house.done(
      .adoptWalk(
        list: "W1-1", revision: revision, order: open.reversed().map { WalkStop($0) },
        walk: .none), by: house.picker)
    try house.done(.unshort(line: "O1/1.1"), by: house.picker)
    #expect(try house.stock("A-01-1", "S1")?.allocated == promised)
    #expect(try house.stock("C-02-1", "S1")?.allocated == 0)
    let line = try house.store.read { try $0.pickLine("O1/1.1") }
    #expect(line?.state == .open && line?.reason == nil)
    #expect(try house.counts().isEmpty)
    try house.pick("O1/1.1", 2)
    try house.pick("O2/1.1", 1, tote: "T002")
    try house.done(.finish(list: "W1-1"), by: house.picker)
  }

  /// One order on a list in hand that is short of S5 by two, with another list behind it.
  private func short(_ engine: Engine, of sku: Code<Product> = "S1") throws -> House {
    var house = try House(engine, [[(sku, 2), ("S4", 1)], [(sku, 1)]])
    try house.list("W1", ["O1"])
    try house.list("W2", ["O2"], taken: false)
    try house.pick("O1/2.2", 1)
    try house.done(.short(line: "O1/1.1", reason: .empty), by: house.picker)
    return house
  }

  /// What came of it was acted on: it stays, says why, and the step below it can be taken back.
  private func stays(_ house: inout House, _ bar: ShortBar, at bin: Code<Bin> = "A-01-1") throws {
    let refusal = Refusal.shortStays(.bin(bin), bar)
    #expect(try house.refusal(.unshort(line: "O1/1.1"), by: house.picker) == refusal)
    guard case .lastPick(let pick?, let stays) = try house.store.answer(.lastPick("W1-1")) else {
      Issue.record("no step below")
      return
    }
    #expect(pick.line == "O1/2.2" && stays == refusal)
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    #expect(try house.store.answer(.lastPick("W1-1")) == .lastPick(nil, stays: refusal))
  }

  @Test(arguments: Engine.allCases) func aCountThatWasBegunDecides(_ engine: Engine) throws {
    var house = try short(engine)
    try house.done(.countBin("A-01-1"), by: house.supervisor)
    try stays(&house, .counted)
  }

  @Test(arguments: Engine.allCases) func aBookThatWasSetRightDecides(_ engine: Engine) throws {
    var house = try short(engine)
    let key = StockKey(holder: .bin("A-01-1"), sku: "S1")
    try house.done(.correct(key, quantity: 3, .found), by: house.supervisor)
    try stays(&house, .counted)
  }

  @Test(arguments: Engine.allCases) func aFaceThatIsFilledStays(_ engine: Engine) throws {
    var house = try House(engine, [[("S5", 1), ("S4", 1)]])
    try house.list("W1", ["O1"])
    // The rest of the product lies in a reserve bin.
    let face = StockKey(holder: .bin("A-02-1"), sku: "S5")
    try house.done(
      .relocate(face, to: "B-03-1", quantity: 3, chore: nil), by: house.supervisor)
    try house.pick("O1/2.2", 1)
    try house.done(.short(line: "O1/1.1", reason: .fewer), by: house.picker)
    let chore = try #require(try house.store.read { try $0.openChores(.replenish).first })
    try house.done(
      .relocate(chore.goods, to: "A-02-1", quantity: 1, chore: chore.number),
      by: house.supervisor)
    try stays(&house, .filled, at: "A-02-1")
  }

  @Test(arguments: Engine.allCases) func aColleagueWhoPickedElsewhereStays(
    _ engine: Engine
  ) throws {
    var house = try short(engine)
    let colleague = try house.floor.signIn("B002", cart: "C02")
    try house.done(.take("W2-1"), by: colleague)
    try house.done(.bind(list: "W2-1", slot: 1, tote: "T005"), by: colleague)
    let moved = try #require(
      try house.store.read {
        try $0.pickLines(of: "O2" as Code<Order>).first { $0.open > 0 }
      })
    #expect(moved.from.holder == .bin("C-02-1"))
    try house.done(
      .pick(line: moved.code, quantity: 1, bin: "C-02-1", tote: "T005"), by: colleague)
    try stays(&house, .picked)
  }

  @Test(arguments: Engine.allCases) func aDecisionOnThePiecesStays(_ engine: Engine) throws {
    // Nothing of S3 lies anywhere else: its pieces are missing, until some turn up.
    var house = try House(engine, [[("S3", 2), ("S4", 1)]])
    try house.list("W1", ["O1"])
    try house.pick("O1/2.2", 1)
    try house.done(.short(line: "O1/1.1", reason: .otherGoods), by: house.picker)
    let found = StockKey(holder: .bin("C-01-1"), sku: "S3")
    try house.done(.correct(found, quantity: 5, .found), by: house.supervisor)
    try house.done(
      .lever(.promise("O1", line: 1, from: found), reason: "test"), by: house.supervisor)
    try stays(&house, .decided, at: "B-01-1")
  }

  @Test(arguments: Engine.allCases) func anOrderThatWasStoppedStays(_ engine: Engine) throws {
    var house = try House(engine, [[("S3", 2)], [("S4", 1)]])
    try house.list("W1", ["O1", "O2"])
    try house.done(.short(line: "O1/1.1", reason: .empty), by: house.picker)
    try house.done(.intercept(order: "O1", reason: "refund"))
    #expect(
      try house.refusal(.unshort(line: "O1/1.1"), by: house.picker)
        == .orderIs("O1", .cancelled))
  }

  /// A short pick is taken back in its turn only, by whoever has the list.
  @Test(arguments: Engine.allCases) func inItsTurnAndByItsPicker(_ engine: Engine) throws {
    var house = try House(engine, [[("S1", 2), ("S4", 2)]])
    try house.list("W1", ["O1"])
    #expect(
      try house.refusal(.unshort(line: "O1/1.1"), by: house.picker) == .nothingToUndo("W1-1"))
    try house.done(.short(line: "O1/1.1", reason: .fewer), by: house.picker)
    try house.pick("O1/2.2", 1)
    #expect(
      try house.refusal(.unshort(line: "O1/1.1"), by: house.picker) == .nothingToUndo("W1-1"))
    #expect(
      try house.refusal(.unshort(line: "O1/1.1"), by: house.supervisor)
        == .inOtherHands("B001"))
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    try house.done(.unshort(line: "O1/1.1"), by: house.picker)
    #expect(
      try house.refusal(.unshort(line: "O1/1.1"), by: house.picker) == .nothingToUndo("W1-1"))
  }
}

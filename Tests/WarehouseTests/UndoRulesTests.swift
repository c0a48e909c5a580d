import Storage
import TestFloor
import Testing
import Warehouse

/// What taking back leaves behind: nothing, on both stores.
@Suite struct UndoRulesTests {
  /// Any picks, then all of them undone: the goods, the promises and the lines are as they were.
  @Test(arguments: Engine.allCases, 1...6) func unpickIsTheInverseOfPick(
    _ engine: Engine, _ seed: UInt64
  ) throws {
    var random = Seeded(seed)
    var house = try House(engine, [[("S1", 5), ("S3", 2)], [("S2", 3), ("S6", 14)]])
    try house.list("W1", ["O1", "O2"])
    var before: [[String]] = [try picture(house)]
    for _ in 0..<12 {
      let open = try house.store.read { try $0.pickLines(of: "W1-1" as Code<PickList>) }
        .filter { $0.open > 0 }
      guard let line = open.randomElement(using: &random) else { break }
      try house.pick(
        line.code, Int.random(in: 1...line.open, using: &random),
        tote: Code("T00\(line.slot)"))
      before.append(try picture(house))
    }
    before.removeLast()
    while let kept = before.popLast() {
      try house.done(.unpick(list: "W1-1"), by: house.picker)
      #expect(try picture(house) == kept)
    }
    #expect(try house.refusal(.unpick(list: "W1-1"), by: house.picker) == .nothingToUndo("W1-1"))
  }

  /// Everything a pick touches, but not when goods came: pieces that were together in a tote carry
  /// the older date.
  private func picture(_ house: House) throws -> [String] {
    try house.store.read { facts in
      let holders: [Holder] =
        TestFloorBins.codes.map { .bin($0) } + (try facts.totes()).map { .tote($0.code) }
      let stock = try holders.flatMap { try facts.stock(in: $0) }.map {
        "\($0.key) \($0.quantity) \($0.allocated) \($0.frozen)"
      }
      let list = try facts.list("W1-1")
      return try stock + facts.pickLines(of: "W1-1" as Code<PickList>).map { "\($0)" }
        + facts.picks(of: "W1-1").map { "\($0)" } + ["\(String(describing: list))"]
    }
  }

  @Test(arguments: Engine.allCases) func undoOpensALineThatWasClosedOtherwise(
    _ engine: Engine
  ) throws {
    var house = try House(engine, [[("S4", 3)]])
    try house.list("W1", ["O1"])
    try house.pick("O1/1.1", 1)
    try house.done(.short(line: "O1/1.1", reason: .fewer), by: house.picker)
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    let lines = try house.store.read { try $0.pickLines(of: "O1" as Code<Order>) }
    #expect(lines.map(\.state) == [.short, .open])
    #expect(lines.map(\.quantity) == [2, 1])
    #expect(try house.stock("D-02-1", "S4")?.quantity == 10)
  }

  @Test(arguments: Engine.allCases) func droppedTotesAreNotUndone(_ engine: Engine) throws {
    var house = try House(engine, [[("S4", 1)]])
    try house.list("W1", ["O1"])
    try house.pick("O1/1.1", 1)
    try house.done(.finish(list: "W1-1"), by: house.picker)
    #expect(
      try house.refusal(.unpick(list: "W1-1"), by: house.picker) == .listIs("W1-1", .done))
  }
}

import Planning
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// Walks are planned over the bins that make them short.
@Suite struct BinChoiceTests {
  @Test func aLineGoesToTheOtherBinWhereTheWalkIsShorter() throws {
    let floor = try TestFloor(MemoryStore())
    try floor.order("O1", [("S1", 2), ("S6", 1)])
    try floor.order("O2", [("S1", 1), ("S4", 1)])
    let seeds = Counter()
    let desk = FloorDesk(
      store: floor.store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    let promised = try floor.store.read { facts in
      try (["O1", "O2"] as [Code<Order>]).flatMap { try facts.pickLines(of: $0) }.map { line in
        guard case .bin(let code) = line.from.holder, let bin = try facts.bin(code) else {
          throw TestFloor.Missing(what: "bin of \(line.code)")
        }
        return WalkPlanner.Visit(line: line, bin: bin)
      }
    }
    #expect(promised.filter { $0.bin.code == "A-01-1" }.count == 2)
    _ = try desk.plan()
    try floor.store.read { facts in
      let site = try #require(try facts.site())
      var taken: [StockKey: Int] = [:]
      let fixed = try WalkPlanner(isWaiting: false).plan(
        promised, on: site, from: site.start, taken: &taken)
      let lists = try facts.lists(of: "W001")
      #expect(lists.count == 1)
      let bins = try facts.pickLines(of: lists[0].code).filter { $0.from.sku == "S1" }
        .map(\.from.holder)
      // All lines of a stop move together: the fixed walk has a detour to A-01-1.
      #expect(bins == [.bin("C-02-1"), .bin("C-02-1")])
      #expect(lists[0].walk.length < fixed.walk.length)
      #expect(lists[0].walk.proven)
    }
    #expect(try floor.store.violations().isEmpty)
  }

  @Test func piecesAreNotTakenTwiceByTwoLists() throws {
    let floor = try TestFloor(MemoryStore())
    // Three pieces in A-01-1, five in C-02-1, of which two are free: two of three lists go there.
    for number in 1...6 { try floor.order(Code("O\(number)"), [("S1", 1), ("S4", 1), ("S6", 1)]) }
    let seeds = Counter()
    let desk = FloorDesk(
      store: floor.store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan(.discrete)
    try floor.store.read { facts in
      let lines = try facts.lists(of: "W001").flatMap { try facts.pickLines(of: $0.code) }
      let bins = lines.filter { $0.from.sku == "S1" }.map(\.from.holder)
      #expect(bins.count == 6)
      #expect(bins.filter { $0 == .bin("A-01-1") }.count == 1)
    }
    #expect(try floor.store.violations().isEmpty)
  }
}

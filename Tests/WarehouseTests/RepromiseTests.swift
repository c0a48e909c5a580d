import Storage
import TestFloor
import Testing
import Warehouse

/// A planned walk may take other stock than was promised, as long as it is as good.
@Suite struct RepromiseTests {
  private static let east = StockKey(holder: .bin("C-02-1"), sku: "S1")

  /// An order of two pieces of S1, promised in A-01-1; S1 lies in C-02-1 as well.
  private func allocated() throws -> (floor: TestFloor, line: PickLine) {
    var floor = try TestFloor(MemoryStore())
    let keys = try floor.store.read { try $0.stock(of: "S1").map(\.stock.key) }
    try #require(keys.contains(Self.east) && keys.count == 2)
    try floor.order("O1", [("S1", 2)])
    let from = try #require(keys.first { $0 != Self.east })
    try floor.commit(
      .allocate([OrderAllocation(order: "O1", parts: [.init(line: 1, from: from, quantity: 2)])]))
    let order: Code<Order> = "O1"
    return (floor, try #require(try floor.store.read { try $0.pickLines(of: order).first }))
  }

  private func plan(_ stop: WalkStop) -> Command {
    .plan(
      Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start),
      [ListPlan(code: "W1-1", orders: ["O1"], lines: [stop], walk: .none)])
  }

  @Test func thePromiseGoesToTheOtherBin() throws {
    var (floor, line) = try allocated()
    let before = try floor.store.read { facts in
      (try facts.stock(at: line.from), try facts.stock(at: Self.east))
    }
    #expect(try floor.commit(plan(WalkStop(line.code, from: Self.east))) == .done(.plain))
    let after = try floor.store.read { facts in
      (try facts.stock(at: line.from), try facts.stock(at: Self.east))
    }
    #expect(try floor.store.read { try $0.pickLine(line.code)?.from } == Self.east)
    #expect(after.0?.allocated == (before.0?.allocated ?? 0) - 2)
    #expect(after.1?.allocated == (before.1?.allocated ?? 0) + 2)
    #expect(try floor.store.violations().isEmpty)
  }

  @Test func otherGoodsAndTooFewPiecesAreRefused() throws {
    var (floor, line) = try allocated()
    let other = StockKey(holder: .bin("B-01-1"), sku: "S3")
    #expect(
      try floor.commit(plan(WalkStop(line.code, from: other)))
        == .refused(.senseless(line.code.rawValue)))
    let free = try #require(try floor.store.read { try $0.stock(at: Self.east)?.available })
    try floor.order("O2", [("S1", free)])
    try floor.commit(
      .allocate([
        OrderAllocation(order: "O2", parts: [.init(line: 1, from: Self.east, quantity: free)])
      ]))
    #expect(
      try floor.commit(plan(WalkStop(line.code, from: Self.east)))
        == .refused(.stockGone("C-02-1", left: 0)))
    #expect(try floor.store.read { try $0.pickLine(line.code)?.from } == line.from)
  }

  @Test(arguments: [
    // expiry, days earlier in, kind; the promised one: 2027-01-01, day 0, pick face.
    (20_270_101, 0, Bin.Kind.pickFace, true), (20_270_101, 3, .pickFace, true),
    (20_270_102, 0, .pickFace, false), (20_261_231, 0, .pickFace, false),
    (20_270_101, -1, .pickFace, false), (20_270_101, 0, .reserve, false),
  ])
  func whatIsAsGood(_ expiry: Int, _ earlier: Int, _ kind: Bin.Kind, _ isGood: Bool) throws {
    let (floor, line) = try allocated()
    var (promised, other) = try floor.store.read { facts in
      let all = try facts.stock(of: "S1")
      return (
        try #require(all.first { $0.stock.key == line.from }),
        try #require(all.first { $0.stock.key == Self.east })
      )
    }
    promised.stock.key.expiry = Day(number: 20_270_101)
    promised.bin.kind = .pickFace
    other.stock.key.expiry = Day(number: expiry)
    other.stock.since = promised.stock.since.adding(milliseconds: Int64(-earlier) * 86_400_000)
    other.bin.kind = kind
    #expect(other.canReplace(promised, utcOffset: 480) == isGood)
  }
}

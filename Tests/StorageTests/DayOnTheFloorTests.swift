import Testing
import Warehouse

@testable import Storage

/// Orders through the whole house by commands alone; after every one of them all that is always
/// true is checked.
@Suite struct DayOnTheFloorTests {
  private struct Day {
    let store: any Store
    let li = Author(session: "S-LI", token: 1)
    var count = 0

    @discardableResult
    mutating func done(_ command: Command, by author: Author? = nil) throws -> Receipt? {
      count += 1
      let id = "c\(count)"
      let outcome = try store.commit(id, command, author: author)
      #expect(try store.violations() == [], "after \(command)")
      guard case .done(let receipt) = outcome else {
        Issue.record("\(command): \(outcome)")
        return nil
      }
      return receipt
    }
  }

  /// From sign-in to the second label; returns everything the store then knows.
  private func work(_ store: any Store) throws -> (Snapshot, [JournalEntry]) {
    try Floor.bring(into: store)
    var day = Day(store: store)
    let li = day.li
    try day.done(.signIn(session: li.session, badge: "LI", device: "D1", takeOver: false))
    try day.done(.equip(workstation: "W1", cart: "C1"), by: li)
    try day.done(
      .allocate([
        OrderAllocation(
          order: "O1",
          parts: [
            .init(line: 1, from: Floor.cups, quantity: 2),
            .init(line: 2, from: Floor.teas, quantity: 1),
          ]),
        OrderAllocation(
          order: "O2", parts: [.init(line: 1, from: Floor.cups, quantity: 3)]),
        OrderAllocation(order: "O3", parts: [], missing: "TEA x93"),
      ]))
    let cups = try line(of: "O1", "CUP", in: store)
    let tea = try line(of: "O1", "TEA", in: store)
    let others = try line(of: "O2", "CUP", in: store)
    let wave = Wave(code: "W-1", carrier: "SF", cutOff: Floor.cutOff)
    try day.done(
      .plan(
        wave,
        [
          ListPlan(
            code: "L1", orders: ["O1", "O2"], lines: [cups, others, tea].map { WalkStop($0) },
            walk: Walk(
              length: 9000, bound: 8000, proven: false, byCode: 12_000,
              path: [FloorPoint(x: 0, y: 0), FloorPoint(x: 1000, y: 2000)]))
        ]))
    try day.done(.release("W-1"))
    try day.done(.take("L1"), by: li)
    try day.done(.bind(list: "L1", slot: 1, tote: "T1"), by: li)
    try day.done(.bind(list: "L1", slot: 2, tote: "T2"), by: li)
    try day.done(.pick(line: cups, quantity: 1, bin: "A-01", tote: "T1"), by: li)
    try day.done(.pick(line: cups, quantity: 1, bin: "B-01", tote: "T1"), by: li)
    try day.done(.skip(line: others), by: li)
    try day.done(.pick(line: tea, quantity: 1, bin: "A-02", tote: "T1"), by: li)
    try day.done(.pick(line: others, quantity: 1, bin: "A-01", tote: "T2"), by: li)
    let short = try day.done(.short(line: others, reason: .fewer), by: li)
    #expect(short == .shorted(missing: 0, replaced: 1))
    let rest = try line(of: "O2", "CUP", in: store)
    try day.done(.pick(line: rest, quantity: 2, bin: "B-01", tote: "T2"), by: li)
    try day.done(.finish(list: "L1"), by: li)
    try day.done(.openParcel(order: "O1"), by: li)
    try day.done(.verify(parcel: "O1-1", sku: "TEA", units: 1), by: li)
    let closed = try day.done(.verify(parcel: "O1-1", sku: "CUP", units: 2), by: li)
    #expect(closed == .closed("O1-1", waybill: "SF000100"))
    try day.done(.claim(job: "O1-1.1", by: "p", until: Floor.cutOff))
    try day.done(.report(job: "O1-1.1", by: "p", .printed))
    try day.done(.reprint(parcel: "O1-1", reason: "torn"), by: li)
    try day.done(.openParcel(order: "O2"), by: li)
    try day.done(.verify(parcel: "O2-1", sku: "CUP", units: 2), by: li)
    try day.done(.settle(parcel: "O2-1", .shipWithout), by: li)
    try day.done(.signOut, by: li)
    #expect(try store.read { try $0.wave("W-1") }?.state == .done)
    return (try store.read { try Snapshot($0) }, try store.entries(after: 0, limit: 1000))
  }

  /// The open pick line of an order for a product.
  private func line(
    of order: Code<Order>, _ sku: Code<Product>, in store: any Store
  ) throws -> Code<PickLine> {
    let lines = try store.read { try $0.pickLines(of: order) }
    return try #require(lines.first { $0.state == .open && $0.from.sku == sku }).code
  }

  @Test(arguments: Engine.allCases) func twoOrdersGoOut(_ engine: Engine) throws {
    try engine.withStore { store in
      let (snapshot, entries) = try work(store)
      #expect(snapshot.counts == [.packed: 2, .backorder: 1])
      #expect(snapshot.ranges.first??.next == 102)
      #expect(entries.map(\.number) == Array(1...entries.count))
    }
  }

  @Test func everyEngineTellsTheSameStory() throws {
    let memory = try Engine.memory.withStore { try work($0) }
    let sqlite = try Engine.sqlite.withStore { try work($0) }
    #expect(memory.0 == sqlite.0)
    #expect(memory.1 == sqlite.1)
  }
}

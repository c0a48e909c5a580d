import Testing
import Warehouse

@testable import Storage

/// Whatever changes come, in whatever order: every engine ends up with the same facts, and
/// refuses the same changes.
@Suite struct RandomChangesTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func enginesAgree(_ seed: UInt64) throws {
    try Engine.memory.withStore { memory in
      try Engine.sqlite.withStore { sqlite in
        for store in [memory, sqlite] { try Floor.bring(into: store) }
        var dice = Dice(seed: seed)
        var refused = 0
        for step in 1...150 {
          let changes = (0..<Int.random(in: 1...4, using: &dice)).map { _ in change(&dice) }
          let at = Floor.noon.adding(milliseconds: Int64(step))
          let told = [memory, sqlite].map { store -> StoreTrouble? in
            do {
              try store.apply(changes, at: at)
              return nil
            } catch {
              return StoreTrouble(error)
            }
          }
          #expect(told[0]?.code == told[1]?.code, "step \(step): \(changes)")
          #expect(told[0]?.sentence == told[1]?.sentence)
          if told[0] != nil { refused += 1 }
          if step % 10 == 0 { try compare(memory, sqlite, step) }
        }
        // Both happen often, or the test tells nothing.
        #expect((15...135).contains(refused))
      }
    }
  }

  private func compare(_ one: any Store, _ other: any Store, _ step: Int) throws {
    #expect(
      try one.read { try Snapshot($0) } == other.read { try Snapshot($0) }, "step \(step)")
    #expect(try one.head() == other.head())
    let found = [try Set(one.violations()), try Set(other.violations())]
    #expect(found[0] == found[1], "step \(step): \(found[0].symmetricDifference(found[1]))")
  }

  private func change(_ dice: inout Dice) -> Change {
    let order = pick(["O1", "O2", "O3"] as [Code<Order>], &dice)
    switch Int.random(in: 0..<19, using: &dice) {
    case 0...3:
      return .move(
        Movement(
          from: key(&dice), to: holder(&dice), quantity: Int.random(in: 0...9, using: &dice)))
    case 4, 5: return .reserve(key(&dice), by: Int.random(in: -3...3, using: &dice))
    case 6: return .freeze(key(&dice), by: Int.random(in: -2...2, using: &dice))
    case 7:
      return .order(
        Order(
          number: order, channel: "", carrier: "SF", cutOff: Floor.cutOff,
          priority: Int.random(in: 0...2, using: &dice),
          state: pick(Order.State.allCases, &dice), wave: pick(["X", "Y", nil], &dice)))
    case 8:
      return .orderLine(
        OrderLine(
          order: order, number: 1, sku: "CUP", quantity: 3,
          packed: Int.random(in: 0...3, using: &dice)))
    case 9:
      return .wave(
        Wave(
          code: pick(["X", "Y"], &dice), carrier: "SF",
          cutOff: Floor.noon.adding(milliseconds: Int64.random(in: 0...2, using: &dice)),
          state: pick(Wave.State.allCases, &dice)))
    case 10:
      return .list(
        PickList(
          code: pick(["L1", "L2", "L3"], &dice), wave: pick(["X", "Y"], &dice),
          state: pick(PickList.State.allCases, &dice), badge: pick(["LI", "WANG", nil], &dice),
          slots: [
            .init(number: 1, order: pick([order, nil], &dice), tote: pick(["T1", nil], &dice))
          ],
          walk: .none, way: pick(PickingWay.allCases, &dice), zone: pick(["Z1", nil], &dice),
          after: pick(["L1", nil], &dice)))
    case 11, 12:
      return .pickLine(
        PickLine(
          code: pick(["a", "b", "c", "d"], &dice), order: order, orderLine: 1, from: key(&dice),
          quantity: 2, picked: Int.random(in: 0...2, using: &dice),
          state: pick(PickLine.State.allCases, &dice), list: pick(["L1", "L2", nil], &dice),
          sequence: Int.random(in: 0...2, using: &dice),
          seeded: Int.random(in: -1...2, using: &dice)))
    case 13:
      return .tote(
        Tote(
          code: pick(Floor.totes, &dice), order: pick([order, nil], &dice),
          list: pick(["L1", "L2", nil], &dice)))
    case 16:
      // An order has one slot at most, so each slot has its own.
      let number = Int.random(in: 1...3, using: &dice)
      return .wallSlot(
        WallSlot(
          wall: pick(["PW", "PX"], &dice), number: number,
          order: pick([Code("O\(number)"), nil], &dice), tote: pick(["T1", nil], &dice)))
    case 17: return .add(.wall(PutWall(code: "PW", slots: Int.random(in: 1...9, using: &dice))))
    case 18:
      return .waybillJob(
        WaybillJob(
          parcel: pick(["O1-1", "O9-1"], &dice), revision: Int.random(in: 1...2, using: &dice),
          carrier: pick(["SF", "XX"], &dice), aim: pick(WaybillJob.Aim.allCases, &dice),
          state: pick(WaybillJob.State.allCases, &dice), due: Floor.noon,
          number: pick(["SF1", "SF2", nil], &dice), queued: Floor.noon))
    case 14:
      return .parcel(
        Parcel(
          code: pick(["O1-1", "O2-1"], &dice), order: order,
          state: pick(Parcel.State.allCases, &dice), workstation: "W1", badge: "LI",
          carrier: "SF", waybill: pick(["SF1", "SF2", nil], &dice)))
    default:
      return .printJob(
        PrintJob(
          code: pick(["j1", "j2"], &dice), parcel: pick(["O1-1", "O9-1"], &dice), printer: "P1",
          state: pick(PrintJob.State.allCases, &dice),
          attempts: Int.random(in: 0...1, using: &dice), queued: Floor.noon,
          reason: pick(["", "torn"], &dice),
          evidence: pick(PrintEvidence.allCases + [nil], &dice),
          fault: pick([.paperOut, nil], &dice), odometer: pick([7, nil], &dice),
          insteadOf: pick(["P2", nil], &dice)))
    }
  }

  private func key(_ dice: inout Dice) -> StockKey {
    let goods = pick([Floor.cups, Floor.teas], &dice)
    return goods.moved(to: holder(&dice))
  }

  private func holder(_ dice: inout Dice) -> Holder {
    pick([.bin("A-01"), .bin("A-02"), .tote("T1"), .parcel("O1-1"), .outside], &dice)
  }

  private func pick<T>(_ choices: [T], _ dice: inout Dice) -> T {
    choices[Int.random(in: 0..<choices.count, using: &dice)]
  }
}

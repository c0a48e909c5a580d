import Planning
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// Which orders are released first.
@Suite struct WaveChooserTests {
  /// Orders of what lies in aisle B (S3), in aisle D (S4), and of S1, which lies in A and in C.
  private func desk() throws -> (desk: FloorDesk, floor: TestFloor) {
    let floor = try TestFloor(MemoryStore())
    try floor.order("B1", [("S3", 4)])
    try floor.order("B2", [("S3", 5)])
    try floor.order("D1", [("S4", 3)])
    try floor.order("C1", [("S1", 2), ("S6", 3)])
    let seeds = Counter()
    let desk = FloorDesk(
      store: floor.store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    return (desk, floor)
  }

  private func choose(
    _ desk: FloorDesk, _ units: ClosedRange<Int>, mustBefore: Timestamp? = nil
  ) throws -> WaveChooser.Choice {
    var looks = 0
    return try desk.choose(
      WaveChooser(units: units, mustBefore: mustBefore), limit: .milliseconds(500)
    ) {
      looks += 1
      return .milliseconds(looks)
    }
  }

  @Test func mostPiecesForEachAisle() throws {
    let (desk, floor) = try desk()
    let choice = try choose(desk, 1...100)
    #expect(choice.orders == ["B1", "B2"])
    #expect((choice.units, choice.aisles) == (9, 1))
    #expect(choice.proven && choice.bound == 9)
    #expect(try desk.plan(orders: choice.orders) == ["W001"])
    let left = try floor.store.read { try $0.orders(in: .allocated, limit: 9).map(\.number) }
    #expect(Set(left) == ["D1", "C1"])
  }

  @Test func stockAsGoodAsThePromisedCounts() throws {
    // S1 is promised in aisle A, but lies in C as well, where S6 is.
    let choice = try choose(desk().desk, 10...14)
    #expect(choice.orders == ["B1", "B2", "C1"])
    #expect((choice.units, choice.aisles) == (14, 2))
  }

  @Test func whatAllowsNoLaterWaveIsIn() throws {
    let desk = try desk().desk
    let all = try choose(desk, 1...100, mustBefore: TestFloor.start.adding(milliseconds: 7_200_000))
    #expect(all.orders.count == 4)
    #expect(throws: WaveChooser.Trouble.self) {
      try choose(desk, 1...5, mustBefore: TestFloor.start.adding(milliseconds: 7_200_000))
    }
    #expect(throws: WaveChooser.Trouble.self) { try choose(desk, 50...60) }
  }

  @Test func nothingToChooseFrom() throws {
    let (desk, _) = try desk()
    _ = try desk.plan()
    #expect(try choose(desk, 1...5).orders.isEmpty)
  }
}

import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// Which lists a policy plans.
@Suite struct WayPlanTests {
  /// `WAY orders/zone`, list by list.
  private func lists(
    _ policy: WavePolicy, walls: Bool = true, _ orders: [(Code<Order>, [(Code<Product>, Int)])]
  ) throws -> [String] {
    let store = MemoryStore()
    var floor = try TestFloor(store)
    if !walls { try floor.commit(.remove(.wall("PW1"))) }
    for (number, lines) in orders { try floor.order(number, lines) }
    let seeds = Counter()
    let desk = FloorDesk(store: store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan(policy)
    return try store.read { facts in
      try facts.lists(of: "W001").map { list in
        let orders = Set(try facts.pickLines(of: list.code).map(\.order.rawValue)).sorted()
        return "\(list.way.rawValue) \(orders.joined(separator: " "))"
          + (list.zone.map { " in \($0)" } ?? "") + (list.after.map { " after \($0)" } ?? "")
      }
    }
  }

  private static let mixed: [(Code<Order>, [(Code<Product>, Int)])] = [
    ("O1", [("S1", 2)]), ("O2", [("S3", 1), ("S4", 1)]), ("O3", [("S4", 1)]), ("O4", [("S4", 1)]),
    ("O5", [("S4", 1)]), ("O6", [("S5", 1)]),
  ]

  @Test func discreteIsOneOrderAList() throws {
    let lists = try lists(.discrete, Self.mixed)
    #expect(lists == (1...6).map { "discrete O\($0)" })
  }

  @Test func batchIsAsManyAsTheWallHasSlots() throws {
    #expect(try lists(.batch, Self.mixed) == ["batch O1 O2 O3 O4 O5 O6"])
  }

  @Test func batchWithoutAWallIsRefused() throws {
    #expect(throws: DeskTrouble.self) { try lists(.batch, walls: false, Self.mixed) }
  }

  @Test func hotProductsAreInBulkAndOthersOnCarts() throws {
    let auto = try lists(.auto, Self.mixed)
    #expect(auto.filter { $0.hasPrefix("bulk") } == ["bulk O3 O4 O5"])
    #expect(auto.filter { $0.hasPrefix("cluster") }.count == 1)
    let bulk = try lists(.bulk, Self.mixed)
    #expect(bulk.filter { $0.hasPrefix("bulk") } == ["bulk O3 O4 O5", "bulk O6"])
  }

  @Test func aZoneComesAfterTheOneBefore() throws {
    // The floor of the tests has one zone: one list a cart, and nothing to come after.
    let lists = try lists(.zone, Self.mixed)
    #expect(lists.count == 2)
    #expect(lists.allSatisfy { $0.hasPrefix("zone") && $0.hasSuffix(" in Z") })
  }
}

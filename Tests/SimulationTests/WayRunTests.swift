import Foundation
import Station
import Storage
import TestFloor
import Testing
import Warehouse

@testable import Simulation

/// Scripted people work a small warehouse to the end, whichever way its orders are picked.
@Suite struct WayRunTests {
  private static let size = FixtureSize(
    aisles: 4, blocks: 2, bays: 5, levels: 1, pickFaces: 70, products: 40, stock: 60, orders: 45,
    people: 6, carts: 4, totes: 60)

  @Test(arguments: WavePolicy.allCases) func everyOrderIsLabelledOrExplained(
    policy: WavePolicy
  ) throws {
    let store = MemoryStore()
    try DemoFloor.load(Fixture(size: Self.size), into: store)
    let seeds = Counter()
    let desk = FloorDesk(
      store: store, now: { DemoFloor.start }, seed: { seeds.next("desk") })
    _ = try desk.allocate()
    _ = try desk.plan(policy)
    _ = try desk.release()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-ways-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let people = try store.read { try $0.people() }
    let packers = people.filter { $0.roles.contains(.packer) }.map(\.badge.rawValue)
    let pickers = people.filter { $0.roles.contains(.picker) && !$0.roles.contains(.packer) }
      .map(\.badge.rawValue)
    var run = try FloorRun(
      store: store, crew: FloorRun.Crew(pickers: pickers, packers: packers),
      start: DemoFloor.start, folder: folder)
    let report = try run.run()
    #expect(report.violations.isEmpty)
    #expect(report.unexplained == 0)
    #expect(report.packed > 20)
    #expect(report.labels == report.packed)
    #expect(report.shipped == report.packed)
    #expect(report.manifests == 3)
    #expect(try store.read { try $0.gathered(on: nil) }.isEmpty)
    #expect(try store.read { try $0.taken(of: "PW1") + $0.taken(of: "PW2") }.isEmpty)
    #expect(try store.read { try $0.totes().filter { $0.order != nil } }.isEmpty)
  }
}

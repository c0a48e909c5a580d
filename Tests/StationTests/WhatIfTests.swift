import Barcodes
import Flows
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// What is told before a release, and that telling it changes nothing.
@Suite struct WhatIfTests {
  private func floor(_ seeds: Counter) throws -> (MemoryStore, FloorDesk) {
    let store = MemoryStore()
    let floor = try TestFloor(store)
    for index in 1...4 { try floor.order(Code("O\(index)"), [("S4", 1)]) }
    try floor.order("O5", [("S6", 2), ("S1", 1)])
    try floor.order("O6", [("S6", 2)], carrier: "SF")
    return (store, FloorDesk(store: store, now: { TestFloor.start }, seed: { seeds.next("d") }))
  }

  @Test func policiesStandSideBySideAndNothingChanges() throws {
    let seeds = Counter()
    let (store, desk) = try floor(seeds)
    let watch = FloorWatch(store: store)
    let head = try store.head()
    func told(_ policies: ReleasePolicy...) throws -> [WhatIf] {
      try desk.release(whatIf: policies, on: watch, at: TestFloor.start).figures
    }
    let both = try told(
      ReleasePolicy(way: .discrete), ReleasePolicy(pieces: .single, capacity: 2))
    #expect(both.map(\.orders) == [6, 4])
    #expect(both.map(\.waves) == [2, 1])
    #expect(both.map(\.lists) == [6, 2])
    #expect(both[0].metres > both[1].metres)
    // Nobody is at work yet.
    #expect(both[0].worst?.risk == .unstaffed)
    #expect(both[0].needed == nil)
    #expect(try told(ReleasePolicy(carrier: "SF")).map(\.orders) == [1])
    #expect(try told(ReleasePolicy(carrier: "SF", pieces: .single)).map(\.orders) == [0])
    #expect(try told(ReleasePolicy(zone: "Z")).map(\.orders) == [6])
    #expect(try told(ReleasePolicy(zone: "Y")).map(\.orders) == [0])
    #expect(try told(ReleasePolicy(before: TestFloor.start)).map(\.orders) == [0])
    #expect(try store.head() == head)
    #expect(try watch.figures(at: TestFloor.start).isEmpty)
    #expect(try store.read { try $0.orders(in: .new, limit: 10).count } == 6)
  }

  @Test func whatIsPlannedIsWhatWasTold() throws {
    let seeds = Counter()
    let (store, desk) = try floor(seeds)
    let policy = ReleasePolicy(pieces: .single, capacity: 2)
    let told = try #require(
      try desk.release(whatIf: [policy], on: FloorWatch(store: store), at: TestFloor.start)
        .figures.first)
    _ = try desk.allocate()
    let waves = try desk.plan(policy, why: "urgent (tester)")
    #expect(waves.count == told.waves)
    let lists = try store.read { facts in try waves.flatMap { try facts.lists(of: $0) } }
    #expect(lists.count == told.lists)
    #expect(lists.reduce(0) { $0 + $1.walk.length } / 1000 == told.metres)
    let journal = try store.entries(after: 0, limit: .max)
    #expect(journal.contains { $0.payload.contains("urgent (tester)") })
    #expect(try store.read { try $0.orders(in: .allocated, limit: 10).count } == 2)
  }

  @Test func theDeskBuildsReleasesAndTakesBack() throws {
    let seeds = Counter()
    let (store, _) = try floor(seeds)
    let boss = try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: "H3", now: { TestFloor.start }, seed: { seeds.next("h") }))
    func digit(_ number: Int) -> Input { .key(.character(Character("\(number)"))) }
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    _ = try boss.handle([scan("B021"), .key(.enter), digit(1), .key(.function(8))])
    #expect(boss.screen.title.en == "Build waves")
    // Single pieces only, then what if, a second policy, and both beside each other.
    _ = try boss.handle([digit(3), digit(2), .key(.function(6))])
    func column(_ index: Int) -> [String] {
      for case .table(let table) in boss.screen.body {
        return table.rows.map { $0.cells[index].en }
      }
      return []
    }
    #expect(column(1).first == "4/1")
    _ = try boss.handle([.key(.function(9)), digit(3), digit(1), .key(.function(6))])
    #expect(column(1).first == "4/1")
    #expect(column(2).first == "6/2")
    // The edited one, the second, is planned and released.
    _ = try boss.handle([.key(.function(10)), digit(2), digit(2)])
    #expect(boss.screen.message?.lines.first?.en == "Waves made: 2")
    #expect(try store.read { try $0.waveProgress() }.map(\.wave.state) == [.released, .released])
    _ = try boss.handle([.key(.function(8))])
    #expect(boss.screen.message?.lines.first?.en == "Taken back")
    #expect(try store.read { try $0.orders(in: .allocated, limit: 10).count } == 6)
    #expect(try store.violations().isEmpty)
    _ = try boss.handle([.key(.function(10)), digit(1), digit(1)])
    #expect(try store.read { try $0.waveProgress() }.map(\.wave.state).contains(.planned))
    _ = try boss.handle([.key(.escape)])
    #expect(boss.screen.title.en == "Wave board")
  }
}

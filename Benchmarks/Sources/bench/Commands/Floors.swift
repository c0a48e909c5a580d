import Foundation
import Simulation
import Station
import Storage
import Warehouse

/// How fast whole floors are worked in virtual time.
struct Floors: Benchmark {
  static let name = "floor"
  static let about = "whole floors in virtual time, on SQLite and in memory"

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  private struct Worked {
    var report: FloorRun.Report
    var loading: Int64
    var planning: Int64
    var working: Int64

    /// Scans a second of real time.
    var pace: Int64 { Int64(report.scans) * 1_000_000_000 / max(1, working) }
  }

  func run(in scratch: Scratch) throws {
    var table = Table(
      "", "orders", "lines", "scans", "plan s", "work s", "scans/s", "x floor", "x memory",
      "walk m", "by code m", "walk/code")
    try add("demo", Fixture(), scratch, to: &table)
    let problem = options.data + "/batching/food_1000.json"
    if FileManager.default.fileExists(atPath: problem) {
      let food = try FoodmartFixture(path: problem)
      if options.isWhole {
        try add("food_1000", food, scratch, to: &table)
      } else {
        let few = FirstOrders(source: food, limit: 40)
        try add("food_1000, 40 orders", few, scratch, to: &table)
      }
    } else {
      print("food_1000 left out: no \(problem); PICKWAY_DATA names the folder of public data")
    }
    table.show()
    print(
      """
      Read: x floor is virtual time over real time, x memory how much slower than the same floor on
      a store without a disk, walk/code the planned walks against bin-code order. --whole works all
      1,000 orders of food_1000 and takes minutes.
      """)
  }

  private func add(
    _ name: String, _ source: some FixtureSource, _ scratch: Scratch, to table: inout Table
  ) throws {
    // A folder each, because that is where the labels go.
    let memory = try work(source, on: MemoryStore(), try scratch.folder("\(name)-memory"))
    let folder = try scratch.folder(name)
    let store = try SQLiteStore.create(at: folder + "/floor.sqlite")
    let disk = try work(source, on: store, folder)
    guard memory.report == disk.report else {
      throw Trouble("\(name): the same floor went differently in memory and on SQLite")
    }
    for (store, worked) in [("memory", memory), ("SQLite", disk)] {
      let report = worked.report
      table.add([
        "\(name), \(store)", "\(report.packed)+\(report.backorders)", "\(report.lines)",
        "\(report.scans)", seconds(worked.planning), seconds(worked.working), "\(worked.pace)",
        "\(Int64(report.seconds) * 1_000_000_000 / max(1, worked.working))",
        ratio(worked.working, to: memory.working), "\(report.plannedMetres)",
        "\(report.byCodeMetres)",
        ratio(Int64(report.plannedMetres), to: Int64(report.byCodeMetres)),
      ])
    }
  }

  private func work(
    _ source: some FixtureSource, on store: any Store, _ folder: String
  ) throws -> Worked {
    let start = Clock.now
    try DemoFloor.load(source, into: store)
    let loaded = Clock.now
    try DemoFloor.release(store)
    let planned = Clock.now
    var floor = try FloorRun(
      store: store, crew: try crew(of: store), start: DemoFloor.start,
      folder: folder)
    let report = try floor.run()
    guard report.violations.isEmpty, report.unexplained == 0 else {
      throw Trouble(
        "\(report.unexplained) orders unexplained; \(report.violations.first ?? "no violation")")
    }
    guard report.labels == report.packed else {
      throw Trouble("\(report.packed) parcels and only \(report.labels) labels")
    }
    return Worked(
      report: report, loading: loaded - start, planning: planned - loaded,
      working: Clock.now - planned)
  }

  /// Who can pick picks, with a cart each; who can pack and does not pick packs.
  private func crew(of store: any Store) throws -> FloorRun.Crew {
    let (people, carts) = try store.read { (try $0.people(), try $0.carts().count) }
    let packers = people.filter { $0.roles.contains(.packer) }
    let all = people.filter { $0.roles.contains(.picker) }
    let both = Set(all.map(\.badge)).intersection(packers.map(\.badge))
    let packing = packers.filter { all.count > 1 || !both.contains($0.badge) }.map(\.badge.rawValue)
    let picking = all.map(\.badge.rawValue).filter { !packing.contains($0) }
    return FloorRun.Crew(pickers: Array(picking.prefix(carts)), packers: packing)
  }
}

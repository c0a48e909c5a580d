import ArgumentParser
import Foundation
import Simulation
import Station
import Storage
import Warehouse

/// Works a whole floor in virtual time.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Work all orders of a site in virtual time, from files to labelled parcels.",
    discussion: """
      Imports the folder's site, products, stock and orders into a new store, allocates, plans \
      and releases waves, and lets scripted people pick and pack through the real screens. \
      Without a folder it works the demo site.
      """)

  @Argument(help: "A folder with site, products, stock and orders files.") var folder: String?
  @Option(help: "The new store's file; a scratch file when absent.") var store: String?
  @Option(help: "People who pick; as many as the site has when absent.") var pickers: Int?
  @Option(help: "People who pack; as many as the site has when absent.") var packers: Int?
  @Option(help: WayOption.help) var way = WavePolicy.cluster
  @Option(help: "When they begin, local time.") var start = DemoFloor.opening
  @Flag(help: "Keep the store in memory: no file, no durability.") var memory = false
  @Flag(help: "Print the report as JSON.") var json = false

  struct Result: Encodable {
    var report: FloorRun.Report
    var importSeconds: Double
    var planSeconds: Double
    var runSeconds: Double
    var scansPerSecond: Double
    var timesFasterThanTheFloor: Double
  }

  func run() throws {
    let path = try store ?? DemoCommand.scratch()
    let opened: any Store = memory ? MemoryStore() : try SQLiteStore.create(at: path)
    var glass = GlassOption()
    glass.clock = start
    glass.clockStands = true

    let importing = Date()
    if let folder {
      let reading = memory ? nil : try SQLiteStore.open(at: path)
      try SiteFiles(folder: folder)
        .importAll(into: opened, reading: reading, at: glass.now(utcOffset: 480)())
    } else {
      try DemoFloor.load(Fixture(), into: opened)
    }
    let planning = Date()
    let offset = try opened.read { try $0.site()?.utcOffset ?? 0 }
    let now = try glass.now(utcOffset: offset)
    let desk = FloorDesk(store: opened, now: now, seed: Machine.seed)
    let allocated = try desk.allocate()
    let waves = try desk.plan(way)
    _ = try desk.release()
    let working = Date()
    if !json {
      print(
        "\(allocated.orders) orders allocated, \(allocated.backorders) wait for stock, "
          + "\(waves.count) waves")
    }
    let spool = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var floor = try FloorRun(
      store: opened, crew: try crew(opened), start: now(), folder: spool)
    let report = try floor.run { labels in
      if !json { print("  \(labels) parcels labelled") }
    }
    let ended = Date()
    let seconds = ended.timeIntervalSince(working)
    try tell(
      Result(
        report: report, importSeconds: planning.timeIntervalSince(importing),
        planSeconds: working.timeIntervalSince(planning), runSeconds: seconds,
        scansPerSecond: Double(report.scans) / max(seconds, 0.001),
        timesFasterThanTheFloor: Double(report.seconds) / max(seconds, 0.001)), path)
    guard report.violations.isEmpty, report.unexplained == 0 else {
      throw Failure(
        .software,
        "\(report.violations.count) violation(s), \(report.unexplained) order(s) unexplained")
    }
  }

  private func crew(_ store: any Store) throws -> FloorRun.Crew {
    let people = try store.read { try $0.people() }
    let carts = try store.read { try $0.carts() }.count
    let picking = people.filter { $0.roles.contains(.picker) }.map(\.badge.rawValue)
    let packing = people.filter { $0.roles.contains(.packer) }.map(\.badge.rawValue)
      .filter { !picking.contains($0) || picking.count > 1 }
    let packers = Array(packing.suffix(packers ?? packing.count))
    let free = picking.filter { !packers.contains($0) }
    return FloorRun.Crew(
      pickers: Array(free.prefix(min(pickers ?? free.count, carts))), packers: packers)
  }

  private func tell(_ result: Result, _ path: String) throws {
    guard !json else {
      print(try jsonText(result))
      return
    }
    let report = result.report
    func two(_ value: Double) -> String { String(format: "%.2f", value) }
    let saved =
      report.byCodeMetres > 0
      ? 100 - 100 * report.plannedMetres / report.byCodeMetres : 0
    print(
      """
      orders    \(report.packed) labelled, \(report.backorders) backorders with a reason, \
      \(report.unexplained) unexplained
      shipped   \(report.shipped) orders on \(report.manifests) manifests
      lines     \(report.lines) picked on \(report.lists) lists
      scans     \(report.scans)
      labels    \(report.labels)
      walked    \(report.metres) m; planned \(report.plannedMetres) m, in bin-code order \
      \(report.byCodeMetres) m (\(saved) % saved)
      floor     \(report.seconds / 3600) h \(report.seconds / 60 % 60) min of work
      check     \(report.violations.isEmpty ? "sound" : report.violations.joined(separator: "\n"))
      speed     import \(two(result.importSeconds)) s, plan \(two(result.planSeconds)) s, \
      work \(two(result.runSeconds)) s: \(Int(result.scansPerSecond)) scans/s, \
      \(Int(result.timesFasterThanTheFloor)) times faster than the floor
      store     \(memory ? "memory" : path)
      """)
  }
}

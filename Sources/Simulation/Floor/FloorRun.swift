import Flows
import Planning
import Routing
import Station
public import Storage
public import Warehouse

/// A whole floor at work in virtual time: scripted people on the real flows and the real store,
/// from released waves to parcels handed over to their carriers.
///
/// Equal stores, people and start give equal runs: events are taken by their virtual time, ties by
/// the person's place in the list.
public struct FloorRun {
  /// Who works.
  public struct Crew: Sendable {
    /// People who pick, by badge.
    public var pickers: [String]
    /// People who pack, by badge.
    public var packers: [String]

    /// Makes a crew.
    public init(pickers: [String], packers: [String]) {
      self.pickers = pickers
      self.packers = packers
    }
  }

  /// What a run came to.
  public struct Report: Hashable, Codable, Sendable {
    /// Orders packed and labelled, also those handed over since.
    public var packed = 0
    /// Orders handed over to their carriers.
    public var shipped = 0
    /// Manifests drivers signed.
    public var manifests = 0
    /// Orders that wait for stock, each with its reason.
    public var backorders = 0
    /// Orders that are neither.
    public var unexplained = 0
    /// Pick lines picked.
    public var lines = 0
    /// Scans taken by handhelds.
    public var scans = 0
    /// Labels the printers took.
    public var labels = 0
    /// Pick lists finished.
    public var lists = 0
    /// Metres walked.
    public var metres = 0
    /// Metres the proven or planned walks have.
    public var plannedMetres = 0
    /// Metres the same lists would take in bin-code order.
    public var byCodeMetres = 0
    /// Virtual seconds from the first act to the last.
    public var seconds = 0
    /// Violations the check found.
    public var violations: [String] = []
  }

  private struct Post {
    var worker: any Worker
    var handheld: Handheld
    var due: Timestamp
    var act: Act?
  }

  let store: any Store
  private let clock: VirtualClock
  private let printing: PrintWorker
  private var world: World
  private var posts: [Post] = []
  private var scans = 0
  private var labels = 0
  private let closer: String?

  /// Puts a crew on the floor of a store whose waves are released.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - crew: who works; benches and carts are given out in the order of their codes.
  ///   - start: when they begin.
  ///   - folder: where relative spool folders begin.
  public init(store: any Store, crew: Crew, start: Timestamp, folder: String) throws {
    self.store = store
    closer = crew.packers.last
    let clock = VirtualClock(at: start)
    self.clock = clock
    printing = PrintWorker(store: store, claimant: "simulation", folder: folder) { clock.now }
    let (site, totes, carts, benches) = try store.read { facts in
      (
        try facts.site(), try facts.totes().filter { $0.order == nil }.map(\.code),
        try facts.carts(), try facts.workstations()
      )
    }
    guard let site else { throw Stuck("the store has no site") }
    guard carts.count >= crew.pickers.count else {
      throw Stuck("\(crew.pickers.count) pickers and only \(carts.count) carts")
    }
    guard !benches.isEmpty || crew.packers.isEmpty else { throw Stuck("there is no bench") }
    world = World(
      freeTotes: totes, site: site, layout: try AisleLayout(site.layout),
      points: try Self.points(store, site))
    let paces = Paces()
    var workers: [any Worker] = []
    for (badge, cart) in zip(crew.pickers, carts) {
      workers.append(
        Picker(badge: badge, cart: cart.code.rawValue, paces: paces, at: site.start))
    }
    for (index, badge) in crew.packers.enumerated() {
      workers.append(
        Packer(
          badge: badge, bench: benches[index % benches.count].code.rawValue, paces: paces))
    }
    for (index, worker) in workers.enumerated() {
      let device = "SIM\(index + 1)"
      let handheld = try Handheld(
        store: store,
        setting: Handheld.Setting(
          device: Code(device), now: { clock.now }, seed: { "\(device)-\(clock.now.milliseconds)" }
        ))
      posts.append(
        Post(worker: worker, handheld: handheld, due: start.adding(milliseconds: Int64(index))))
    }
  }

  /// Runs until nothing is left to pick or to pack.
  ///
  /// - Parameter progress: told now and then how many parcels are labelled.
  public mutating func run(progress: (Int) -> Void = { _ in }) throws -> Report {
    let began = clock.now
    var told = 0
    var rounds = 0
    while let index = posts.indices.min(by: { posts[$0].due < posts[$1].due }) {
      rounds += 1
      if rounds % 64 == 0, try finished() { break }
      clock.advance(to: posts[index].due)
      try deliver(index)
      let act = try posts[index].worker.act(on: posts[index].handheld.screen, in: &world)
      posts[index].act = act
      posts[index].due = clock.now.adding(milliseconds: max(1, act.time))
      if labels >= told + 100 {
        told = labels
        progress(labels)
      }
    }
    labels += try printing.work()
    // Whoever closes the house: a bench's packer, at work on another handheld by then.
    if let closer, let index = posts.firstIndex(where: { ($0.worker as? Packer)?.badge == closer })
    {
      posts[index].due = Timestamp(milliseconds: .max)
      scans += try clearTheDoor(badge: closer, clock: clock, &world)
    }
    return try report(since: began)
  }

  /// The act a person began is over: the handheld hears of it, and the floor has changed.
  private mutating func deliver(_ index: Int) throws {
    guard let act = posts[index].act else { return }
    let echo = try posts[index].handheld.handle(act.inputs)
    if let trouble = posts[index].handheld.trouble { throw trouble }
    act.effect(&world)
    scans += act.inputs.filter { if case .scan = $0 { true } else { false } }.count
    if echo.committed { labels += try printing.work() }
  }

  private func finished() throws -> Bool {
    try store.read { facts in
      let counts = try facts.orderCounts()
      let open: [Order.State] = [.planned, .picking, .picked, .packing]
      return open.allSatisfy { counts[$0, default: 0] == 0 }
    }
  }

  private static func points(
    _ store: any Store, _ site: Site
  ) throws -> [String: Warehouse.FloorPoint] {
    try store.read { facts in
      var points: [String: Warehouse.FloorPoint] = [:]
      for progress in try facts.waveProgress() {
        for list in try facts.lists(of: progress.wave.code) {
          for line in try facts.pickLines(of: list.code) {
            guard case .bin(let code) = line.from.holder, points[code.rawValue] == nil,
              let bin = try facts.bin(code)
            else { continue }
            points[code.rawValue] = site.layout.point(of: bin)
          }
        }
      }
      return points
    }
  }

  private func report(since began: Timestamp) throws -> Report {
    var report = Report()
    report.scans = scans
    report.labels = labels
    report.seconds = Int((clock.now.milliseconds - began.milliseconds) / 1000)
    report.metres = posts.reduce(0) { $0 + (($1.worker as? Picker)?.walked ?? 0) } / 1000
    let violations = try store.violations()
    report.violations = violations.map(\.description)
    try store.read { facts in
      let counts = try facts.orderCounts()
      report.shipped = counts[.shipped] ?? 0
      report.packed = (counts[.packed] ?? 0) + report.shipped
      report.manifests = try facts.manifests().filter { $0.state == .signed }.count
      let waiting = try facts.orders(in: .backorder, limit: .max)
      report.backorders = waiting.filter { !$0.note.isEmpty }.count
      report.unexplained = counts.values.reduce(0, +) - report.packed - report.backorders
      for progress in try facts.waveProgress() {
        report.lines += progress.lines - progress.open - progress.short
        for list in try facts.lists(of: progress.wave.code) where list.state == .done {
          report.lists += 1
          report.plannedMetres += list.walk.length / 1000
          report.byCodeMetres += list.walk.byCode / 1000
        }
      }
    }
    return report
  }
}

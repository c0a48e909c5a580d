import Barcodes
public import Flows
import Foundation
import Planning
import Routing
import Simulation
public import Station
public import Storage
import Warehouse

/// A store that somebody works in already: no drill may touch it.
public struct NotScratch: Error, CustomStringConvertible {
  /// The refusal in one line.
  public var description: String { "a drill needs an empty store of its own" }
}

/// The floor of one drill: a scratch store of its own, the ordinary handheld on it, the physical
/// world beside it, and a record of what was done.
///
/// Equal drills and equal acts at equal times make equal floors, whoever acts.
public final class DrillFloor {
  /// The drill.
  public let drill: Drill
  let store: WatchedStore
  let clock: VirtualClock
  let layout: AisleLayout
  let site: Site
  let products: [String: Product]
  let points: [String: Warehouse.FloorPoint]
  var handheld: Handheld
  var world = PhysicalWorld()
  var tally = Tally()
  var state = FaultState()
  /// The acts so far.
  public internal(set) var recording: Recording
  /// Whether the person has stopped working.
  public private(set) var isOver = false
  /// When the person began.
  private(set) var began: Timestamp
  private let seeds = Seeds(prefix: "drill")
  private var head = 0
  /// The tote that was scanned or reached for last.
  var tote: String?
  var isPrologue = false
  /// Whether walking and handling take their standard times.
  var isTimed = true
  static let trainee = "B1"
  static let colleague = "B2"
  static let device: Code<Device> = "DRILL"

  /// The ordinary screen the trainee sees.
  public var screen: Screen { handheld.screen }
  /// What has been typed into it.
  public var conversation: Conversation { handheld.conversation }
  /// The trainee's handheld, for its header.
  public var glassHandheld: Handheld { handheld }
  /// Milliseconds since the person began.
  public var elapsed: Int64 { clock.now.milliseconds - began.milliseconds }

  /// Makes the floor of a drill in an empty store that nothing else uses.
  public init(_ drill: Drill, in scratch: any Store = MemoryStore()) throws {
    self.drill = drill
    recording = Recording(drill: drill.id, name: drill.name, seed: drill.seed)
    guard try scratch.head() == 0, try scratch.read({ try $0.site() }) == nil else {
      throw NotScratch()
    }
    let store = WatchedStore(scratch)
    self.store = store
    let records = try SiteRecords.at(drill.site)
    let start = Timestamp(
      drill.day, minutes: drill.minutes, utcOffset: records.utcOffset)
    began = start
    let clock = VirtualClock(at: start.adding(milliseconds: -7_200_000))
    self.clock = clock
    try Self.land(drill, records, store)
    guard let site = try store.read({ try $0.site() }) else {
      throw Stuck("the drill's site has no site record")
    }
    self.site = site
    layout = try AisleLayout(site.layout)
    var products: [String: Product] = [:]
    for case .product(let product) in records.products { products[product.sku.rawValue] = product }
    self.products = products
    var points: [String: Warehouse.FloorPoint] = [:]
    for case .bin(let bin) in records.site {
      points[bin.code.rawValue] = site.layout.point(of: bin)
    }
    self.points = points
    handheld = try Self.powerOn(store, clock, seeds)
    if drill.weighs {
      _ = try store.commit(
        Commit(
          id: seeds.next(), command: .adoptBenchRules(BenchRules(weighing: WeightRule())),
          at: clock.now))
    }
    if !drill.orders.isEmpty {
      let desk = FloorDesk(store: store, now: { clock.now }, seed: seeds.next)
      _ = try desk.allocate()
      _ = try desk.plan(drill.way)
      _ = try desk.release(try store.read { try released($0) })
    }
    try stand(records)
    try prologue()
    try hold()
    clock.advance(to: start)
    world.place = [.packer, .seeder, .sorter].contains(drill.job) ? .bench : .start
    try begin(faults: drill.faults)
    handheld = try Self.powerOn(store, clock, seeds)
    head = try store.head()
    _ = store.take()
    tally = Tally()
    try tally.plan(self)
  }

  static func powerOn(
    _ store: any Store, _ clock: VirtualClock, _ seeds: Seeds
  ) throws -> Handheld {
    try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: device, now: { clock.now }, seed: seeds.next, repeatWindow: 400))
  }

  /// The handheld loses its power and comes back.
  func cutPower() throws { handheld = try Self.powerOn(store, clock, seeds) }

  /// What in the scratch store contradicts what is always true.
  public func violations() throws -> [Violation] { try store.violations() }

  // MARK: - One act

  /// Carries out an act; without a time it takes as long as it does by the standard times.
  public func perform(_ act: Act, at time: Int64? = nil) throws {
    guard !isOver else { return }
    isTimed = time == nil
    clock.advance(to: began.adding(milliseconds: time ?? (elapsed + cost(of: act))))
    if !isPrologue { recording.acts.append(Recording.Line(at: elapsed, act: act)) }
    world.happened = nil
    if act == .leave {
      isOver = true
      return
    }
    try prepare(act)
    let before = handheld.screen
    let typed = handheld.conversation.entry
    let inTrouble = handheld.trouble != nil
    let wasHeld = world.hand
    let aimed = inputs(of: act)
    guard !aimed.inputs.isEmpty || aimed.isPhysical else {
      tally.needless += 1
      return
    }
    let echo = try handheld.handle(aimed.inputs)
    tally.wasRefused = echo.dropped || echo.sounds.contains(.bad)
    if tally.wasRefused {
      tally.refused(
        self, act, before: before,
        isTrap: state.excuses || (handheld.trouble != nil && !inTrouble)
          || (aimed.isTrap
            && state.trapped.insert("\(world.place) \(act) \(world.bench ?? "") \(tote ?? "")")
              .inserted),
        inTrouble: inTrouble)
      if world.hand != wasHeld, case .scan = act { world.hand = wasHeld }
    } else if aimed.inputs.isEmpty == false, handheld.screen == before,
      handheld.conversation.entry == typed, handheld.screen.prompt == before.prompt,
      !echo.committed, case .key = act
    {
      tally.needless += 1
    }
    state.excuses = false
    let handled = try settle(act, time: time)
    if !echo.dropped, !echo.sounds.contains(.bad) { try accepted(act) }
    try trigger(after: act, handled)
    try follow()
  }

  /// Lets live screens follow what others did.
  func follow() throws {
    let latest = try store.head()
    guard latest != head else { return }
    head = latest
    if handheld.conversation.isLive { _ = try handheld.handle([.changed]) }
    head = try store.head()
  }

  /// Time passes by itself: hands move pieces.
  func spend(_ milliseconds: Int64) {
    clock.advance(to: clock.now.adding(milliseconds: milliseconds))
  }

  func nextSeed() -> String { seeds.next() }

  func distance(to point: Warehouse.FloorPoint) -> Int {
    guard let from = layout.place(standing), let to = layout.place(point) else { return 0 }
    return (try? layout.distance(from, to)) ?? 0
  }

  var standing: Warehouse.FloorPoint {
    switch world.place {
    case .start: site.start
    case .drop, .bench: site.drop
    case .bin(let code): points[code] ?? site.start
    }
  }

  /// Walks somewhere; steps are counted.
  func walk(to place: PhysicalWorld.Place, timed: Bool) {
    let target: Warehouse.FloorPoint =
      switch place {
      case .start: site.start
      case .drop, .bench: site.drop
      case .bin(let code): points[code] ?? site.start
      }
    let way = distance(to: target)
    tally.walked(way)
    if timed { spend(Int64(way) * 1000 / Int64(max(1, site.walkingSpeed))) }
    world.place = place
    if case .bin? = world.hand?.from, drill.job == .picker || isPrologue { world.hand = nil }
  }

  private func cost(of act: Act) -> Int64 {
    switch act {
    case .go, .leave: 0
    case .scan, .code: 1_500
    case .type(let text): 800 + 350 * Int64(text.count)
    case .key: 800
    case .hand(let id): id.hasPrefix("printer") ? 8_000 : 2_500
    case .other, .dump, .again: 2_500
    }
  }
}

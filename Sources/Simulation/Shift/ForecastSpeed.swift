import Foundation
import Planning
import Routing
import Station
public import Storage
import Warehouse

/// How long it takes to forecast a large floor anew after each act on it.
public struct ForecastSpeed: Hashable, Codable, Sendable {
  /// People at work.
  public var people = 0
  /// Waves on the floor.
  public var waves = 0
  /// Lists that are not done.
  public var lists = 0
  /// Pick lines that are open.
  public var openLines = 0
  /// Acts after which it was forecast.
  public var acts = 0
  /// Milliseconds of the first look, which reads every list.
  public var first = 0.0
  /// Milliseconds of the look in the middle of those after an act.
  public var middle = 0.0
  /// Milliseconds of the longest look after an act.
  public var worst = 0.0

  private static let size = FixtureSize(
    aisles: 30, blocks: 2, bays: 25, levels: 3, pickFaces: 8_000, products: 4_000, stock: 8_000,
    orders: 11_500, people: 6, carts: 4, totes: 900)

  /// Fills a new store, puts 40 people to work and times forecasts after so many acts.
  public static func run(on store: any Store, acts: Int = 200) throws -> ForecastSpeed {
    var floor = try LargeFloor(store, size: size, people: 40)
    var result = ForecastSpeed(people: 40, acts: acts)
    let watch = FloorWatch(store: store)
    func look() throws -> Double {
      let began = Date()
      _ = try watch.figures(at: floor.now)
      return Date().timeIntervalSince(began) * 1000
    }
    try store.read { facts in
      let waves = try facts.waveProgress()
      result.waves = waves.count
      result.lists = waves.reduce(0) { $0 + $1.lists }
      result.openLines = waves.reduce(0) { $0 + $1.open }
    }
    result.first = try look()
    var times: [Double] = []
    for number in 0..<acts {
      try floor.pick(number % 40)
      times.append(try look())
    }
    times.sort()
    result.middle = times.isEmpty ? 0 : times[times.count / 2]
    result.worst = times.last ?? 0
    return result
  }
}

/// A floor with a great deal of work on it, and people with a list each in hand.
private struct LargeFloor {
  private let store: any Store
  private var posts: [(session: Session, list: Code<PickList>)] = []
  private var count = 0
  private(set) var now: Timestamp

  init(_ store: any Store, size: FixtureSize, people: Int) throws {
    self.store = store
    now = Timestamp(Fixture.day, minutes: ShiftPlan.begin, utcOffset: FixturePlace.utcOffset)
    let fixture = Fixture(size: size, seed: 1)
    let crew = (1...people).map { number in
      ImportRecord.asset(
        .person(
          Operator(
            badge: Code("S\(100 + number)"), name: Name(zh: "某", en: "Some"), roles: [.picker])))
    }
    for kind in [ImportKind.site, .products, .stock, .orders] {
      guard let ticket = try store.beginImport(kind, digest: "large", at: now) else { continue }
      try store.stage(fixture.records(kind) + (kind == .site ? crew : []), for: ticket)
      _ = try store.land(ticket)
    }
    let desk = FloorDesk(store: store, now: { [now] in now }, seed: Seeds(prefix: "desk").next)
    _ = try desk.allocate()
    _ = try desk.plan(time: .looks(1))
    _ = try desk.release()
    var totes = try store.read { try $0.totes().map(\.code) }[...]
    for number in 1...people {
      let badge = Code<Operator>("S\(100 + number)")
      let outcome = try commit(
        .signIn(
          session: Code("\(badge)@1"), badge: badge, device: Code("H\(number)"), takeOver: false))
      guard case .done(.signedIn(let session)) = outcome,
        case .list(let view?) = try store.answer(.nextList(badge))
      else { throw Stuck("\(badge) has nothing to pick") }
      let code = view.list.code
      _ = try commit(.take(code), session)
      for slot in view.list.slots {
        guard let tote = totes.popFirst() else { throw Stuck("no totes") }
        _ = try commit(.bind(list: code, slot: slot.number, tote: tote), session)
      }
      posts.append((session, code))
    }
  }

  /// One of the people picks the next stop.
  mutating func pick(_ index: Int) throws {
    let (session, code) = posts[index]
    let (found, lines) = try store.read { facts in
      (try facts.list(code), try facts.pickLines(of: code).filter { $0.open > 0 })
    }
    guard let first = lines.first, case .bin(let bin) = first.from.holder,
      let tote = found?.slots.first(where: { $0.number == first.slot })?.tote
    else { return }
    let stop = lines.filter { $0.from == first.from && $0.slot == first.slot }
    _ = try commit(
      .stop(
        lines: stop.map(\.code),
        .pick(quantity: stop.reduce(0) { $0 + $1.open }, bin: bin, tote: tote)), session)
  }

  private mutating func commit(_ command: Command, _ session: Session? = nil) throws -> Outcome {
    count += 1
    now = now.adding(milliseconds: 700)
    return try store.commit(
      Commit(
        id: "large.\(count)", command: command, device: session?.device ?? "",
        author: session.map { Author(session: $0.code, token: $0.token) }, at: now))
  }
}

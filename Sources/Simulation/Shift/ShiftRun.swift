import Planning
import Routing
import Station
import Storage
import Warehouse

/// A shift in virtual time on the level of commands: the real rules write the real journal, but no
/// screen is drawn, which makes it some twenty times faster than `FloorRun`.
///
/// People have paces of their own, take breaks, go away, meet shorts; printers stop; waves come in
/// the course of the shift. A `FloorWatch` on the same store sees the journal and nothing of this.
struct ShiftRun {
  struct Post {
    var person: ShiftPlan.Person
    var session: Session
    var due: Double
    var at: Warehouse.FloorPoint
    var list: Code<PickList>?
    /// The bin of the last stop, and the list's revision the walk is planned at.
    var bin: Code<Bin>?
    var revision = 0
    var parcel: Code<Parcel>?
    var left: [(sku: Code<Product>, units: Int)] = []
    var breaksTaken = 0
    /// What is committed when the act is over.
    var then: Act = .look
  }

  indirect enum Act {
    case look
    case take(Code<PickList>)
    case bind(slot: Int)
    case pick([PickLine], tote: Code<Tote>)
    case short([PickLine])
    case finish
    case open(Code<Order>)
    case verify
    case settle
  }

  let seed: UInt64
  let plan: ShiftPlan
  var store = MemoryStore()
  let fixture: Fixture
  let site: Site
  let world: World
  let start: Timestamp
  var posts: [Post] = []
  var now = 0.0
  var random: SeededGenerator
  var count = 0
  var freeTotes: [Code<Tote>]
  var dropped: [(order: Code<Order>, totes: [Code<Tote>])] = []
  var orders: [ImportRecord]
  var released = 0
  var measured: [Code<Wave>: ShiftMeasure] = [:]
  var outages: [ClosedRange<Double>]
  var bins: [Code<Bin>: Warehouse.FloorPoint] = [:]
  let watch: FloorWatch
  /// How often each wave is worked on from 30 % of its lines with other chances.
  let branches: Int
  var isBranch = false

  /// - Parameter orders: how many orders a wave has in the mean.
  init(seed: UInt64, orders mean: Int, branches: Int = 0, isCalm: Bool = false) throws {
    self.seed = seed
    self.branches = branches
    let size = FixtureSize(
      aisles: 12, blocks: 2, bays: 20, levels: 4, pickFaces: 3_800, products: 900, stock: 3_700,
      orders: 12 * mean, people: 6, carts: 4, totes: 9 * mean)
    plan = ShiftPlan(seed: seed, size: size, orders: mean, isCalm: isCalm)
    outages = plan.outages
    fixture = Fixture(size: size, seed: seed)
    random = SeededGenerator(seed: seed, stream: 12)
    start = Timestamp(Fixture.day, minutes: ShiftPlan.begin, utcOffset: FixturePlace.utcOffset)
    for kind in [ImportKind.site, .products, .stock] {
      var records = fixture.records(kind)
      if kind == .site {
        let breaks = plan.breaks
        records = records.map { record in
          guard case .site(var site) = record else { return record }
          site.houseRules.breaks = breaks
          return .site(site)
        }
        records += plan.people.map { person in
          .asset(
            .person(
              Operator(
                badge: person.badge, name: Name(zh: "某", en: "Some"),
                roles: person.packs ? [.packer] : [.picker])))
        }
      }
      guard let ticket = try store.beginImport(kind, digest: "shift", at: start) else { continue }
      try store.stage(records, for: ticket)
      _ = try store.land(ticket)
    }
    orders = fixture.records(.orders)
    let (site, totes) = try store.read { facts in
      (try facts.site(), try facts.totes().map(\.code))
    }
    guard let site else { throw Stuck("no site") }
    self.site = site
    freeTotes = totes
    world = World(freeTotes: [], site: site, layout: try AisleLayout(site.layout), points: [:])
    for record in fixture.records(.site) {
      if case .bin(let bin) = record { bins[bin.code] = site.layout.point(of: bin) }
    }
    watch = FloorWatch(store: store)
    for (index, person) in plan.people.enumerated() {
      let outcome = try store.commit(
        Commit(
          id: "in.\(index)",
          command: .signIn(
            session: Code("\(person.badge)@\(seed)"), badge: person.badge,
            device: Code("H\(index)"), takeOver: false), at: start))
      guard case .done(.signedIn(var session)) = outcome else { throw Stuck("no session") }
      if person.packs {
        let equipped = try store.commit(
          Commit(
            id: "bench.\(index)",
            command: .equip(workstation: Code("P0\(index % 2 + 1)"), cart: nil),
            author: Author(session: session.code, token: session.token), at: start))
        if case .done(.signedIn(let now)) = equipped { session = now }
      }
      posts.append(
        Post(person: person, session: session, due: Double(index), at: site.start))
    }
  }

  /// Works the shift; what was forecast of each wave, and what came.
  mutating func run() throws -> [ShiftMeasure] {
    var nextProbe = 300.0
    while let index = posts.indices.min(by: { posts[$0].due < posts[$1].due }) {
      now = posts[index].due
      while released < plan.waves.count, plan.waves[released].release <= now {
        try release(plan.waves[released])
      }
      if now >= nextProbe {
        try probe(nil)
        nextProbe += 300
      }
      try act(index)
      guard now < 50_000 else { break }
      if released == plan.waves.count, measured.values.allSatisfy({ $0.finish != nil }) { break }
    }
    let violations = try store.violations()
    guard violations.isEmpty else { throw Stuck("\(violations[0])") }
    return measured.values.sorted { $0.wave < $1.wave }
  }

  var clock: Timestamp { moment(now) }

  func moment(_ seconds: Double) -> Timestamp {
    start.adding(milliseconds: Int64(seconds * 1000))
  }

  mutating func release(_ wave: ShiftPlan.WavePlan) throws {
    let at = moment(wave.release)
    let carrier = FixturePlace.trucks[released % FixturePlace.trucks.count].carrier
    let cutOff = moment(wave.cutOff)
    let some = orders.prefix(wave.orders).map { record -> ImportRecord in
      guard case .order(var order, let lines, let receiver) = record else { return record }
      order.cutOff = cutOff
      order.carrier = carrier
      // What is urgent comes as a wave of its own: an order that jumps every queue the moment it is
      // known could be foreseen by nobody.
      order.priority = 0
      return .order(order, lines, receiver)
    }
    orders.removeFirst(some.count)
    released += 1
    if let ticket = try store.beginImport(.orders, digest: "wave\(released)", at: at) {
      try store.stage(some, for: ticket)
      _ = try store.land(ticket)
    }
    let desk = FloorDesk(
      store: store, now: { at }, seed: Seeds(prefix: "desk-\(seed)-\(released)").next)
    _ = try desk.allocate()
    let known = Set(try store.read { try $0.waveProgress().map(\.wave.code) })
    let planned = try desk.plan(time: .looks(8)).filter { !known.contains($0) }
    for code in try desk.release(planned) {
      measured[code] = ShiftMeasure(
        seed: seed, wave: code, release: wave.release, cutOff: wave.cutOff,
        isUrgent: wave.isUrgent)
    }
  }

  mutating func noise() -> Double {
    var sum = 0.0
    for _ in 0..<4 { sum += Double(random.number(below: 1_000)) / 1000 }
    return max(0.4, 1 + 0.22 * (sum - 2) * 1.732)
  }

  mutating func hands(_ index: Int, _ seconds: Double) -> Double {
    seconds * posts[index].person.hands * noise()
  }

  mutating func walk(_ index: Int, to point: Warehouse.FloorPoint) -> Double {
    let metres = Double(world.distance(from: posts[index].at, to: point)) / 1000
    posts[index].at = point
    return metres * 1000 / Double(site.walkingSpeed) * posts[index].person.walking * noise()
  }

  /// Sets when an act is over: behind breaks, absences and outages that begin before it does.
  mutating func next(_ index: Int, _ act: Act, in seconds: Double) {
    var begin = now
    let person = posts[index].person
    for (number, pause) in plan.breaks.enumerated() where number >= posts[index].breaksTaken {
      let from = Double((pause.start - ShiftPlan.begin) * 60) + person.lag
      guard begin >= from else { break }
      begin = max(begin, from + Double(pause.minutes * 60) + person.overrun - person.lag)
      posts[index].breaksTaken = number + 1
    }
    for away in person.absences where away.contains(begin) { begin = away.upperBound }
    if person.packs {
      for outage in outages where outage.contains(begin) { begin = outage.upperBound }
    }
    posts[index].then = act
    posts[index].due = begin + max(0.2, seconds)
  }

  mutating func commit(_ index: Int, _ command: Command) throws -> Outcome {
    count += 1
    let session = posts[index].session
    return try store.commit(
      Commit(
        id: "act.\(count)", command: command, device: session.device,
        author: Author(session: session.code, token: session.token), at: clock))
  }

  mutating func act(_ index: Int) throws {
    switch posts[index].then {
    case .look: try look(index)
    case .take(let list):
      guard case .done = try commit(index, .take(list)) else {
        return next(index, .look, in: 5)
      }
      posts[index].list = list
      posts[index].at = site.start
      posts[index].bin = nil
      let (taken, lines) = try store.read { (try $0.list(list), try $0.pickLines(of: list)) }
      posts[index].revision = taken?.revision ?? 0
      if let taken, lines.unwalked > 0 { try replan(index, taken) }
      try goOn(index)
    case .bind(let slot):
      guard let list = posts[index].list, !freeTotes.isEmpty else { throw Stuck("no totes") }
      let tote = freeTotes.removeFirst()
      _ = try commit(index, .bind(list: list, slot: slot, tote: tote))
      try goOn(index)
    case .pick(let lines, let tote):
      guard let first = lines.first, case .bin(let bin) = first.from.holder else { return }
      let quantity = lines.reduce(0) { $0 + $1.open }
      _ = try commit(
        index,
        .stop(lines: lines.map(\.code), .pick(quantity: quantity, bin: bin, tote: tote)))
      try thirds()
      try goOn(index)
    case .short(let lines):
      _ = try commit(
        index, .stop(lines: lines.map(\.code), .short(random.chance(percent: 50) ? .empty : .fewer))
      )
      try thirds()
      try goOn(index)
    case .finish: try finish(index)
    case .open(let order):
      guard case .done(.opened(let parcel)) = try commit(index, .openParcel(order: order)) else {
        return next(index, .look, in: 5)
      }
      posts[index].parcel = parcel
      posts[index].left = try store.read { facts in
        var held: [Code<Product>: Int] = [:]
        for tote in try facts.totes(of: order) {
          for stock in try facts.stock(in: .tote(tote.code)) {
            held[stock.key.sku, default: 0] += stock.quantity
          }
        }
        return held.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      }
      verifyNext(index)
    case .verify: try verify(index)
    case .settle:
      guard let parcel = posts[index].parcel else { return }
      _ = try commit(index, .settle(parcel: parcel, .shipWithout))
      try packed(index)
    }
  }

  mutating func look(_ index: Int) throws {
    if posts[index].person.packs {
      guard !dropped.isEmpty else { return next(index, .look, in: 15) }
      let order = dropped.removeFirst()
      freeTotes += order.totes
      return next(index, .open(order.order), in: hands(index, 4))
    }
    // As a handheld asks: the rule of the floor gives the list.
    guard
      case .list(let view?) = try store.answer(.nextList(posts[index].person.badge))
    else { return next(index, .look, in: 20) }
    let back = walk(index, to: site.start)
    next(index, .take(view.list.code), in: back + hands(index, 6))
  }

  /// The next tote to bind, stop to make, or the way to the drop.
  mutating func goOn(_ index: Int) throws {
    guard let code = posts[index].list else { return next(index, .look, in: 1) }
    let (found, lines) = try store.read { facts in
      (try facts.list(code), try facts.pickLines(of: code))
    }
    guard let list = found, list.state == .picking, list.badge == posts[index].person.badge else {
      posts[index].list = nil
      return next(index, .look, in: 5)
    }
    if list.revision != posts[index].revision {
      try replan(index, list)
      return try goOn(index)
    }
    if let slot = list.slots.first(where: { $0.tote == nil }) {
      return next(index, .bind(slot: slot.number), in: hands(index, 3.5))
    }
    guard let first = lines.first(where: { $0.open > 0 }) else {
      let way = walk(index, to: site.drop)
      return next(index, .finish, in: way + hands(index, 8))
    }
    let stop = lines.filter { $0.open > 0 && $0.from == first.from && $0.slot == first.slot }
    var seconds = 0.0
    if case .bin(let bin) = first.from.holder, let point = bins[bin] {
      seconds += walk(index, to: point)
      posts[index].bin = bin
    }
    if random.chance(percent: plan.shortPercent) {
      return next(index, .short(stop), in: seconds + hands(index, 15))
    }
    guard let tote = list.slots.first(where: { $0.number == first.slot })?.tote else {
      throw Stuck("no tote in slot \(first.slot)")
    }
    let pieces = stop.reduce(0) { $0 + $1.open }
    next(
      index, .pick(stop, tote: tote), in: seconds + hands(index, 6 + 2 * Double(pieces)))
  }

  /// As a handheld does when a list has changed: what is open is walked anew from the last bin on.
  private mutating func replan(_ index: Int, _ list: PickList) throws {
    let answers = Answers(store: store, now: { [clock] in clock })
    posts[index].revision = list.revision
    guard
      case .walk(let view) = try answers.answer(.walk(list.code, from: posts[index].bin)),
      !view.order.isEmpty,
      case .done = try commit(
        index,
        .adoptWalk(
          list: view.list, revision: view.revision, order: view.order, walk: view.walk))
    else { return }
    posts[index].revision += 1
  }

  mutating func finish(_ index: Int) throws {
    guard let code = posts[index].list else { return }
    let orders = try store.read { facts in
      try facts.list(code)?.slots.compactMap { slot in slot.order.map { ($0, slot.tote) } } ?? []
    }
    _ = try commit(index, .finish(list: code))
    if let wave = try store.read({ try $0.list(code)?.wave }) { measured[wave]?.picked = now }
    for (number, tote) in orders {
      let state = try store.read { try $0.order(number)?.state }
      if state == .picked {
        dropped.append((number, tote.map { [$0] } ?? []))
      } else if let tote {
        freeTotes.append(tote)
      }
    }
    posts[index].list = nil
    try noteFinished()
    try look(index)
  }

  mutating func verifyNext(_ index: Int) {
    guard let next = posts[index].left.first else { return self.next(index, .settle, in: 10) }
    self.next(index, .verify, in: hands(index, 1.5 + 3 * Double(next.units)))
  }

  mutating func verify(_ index: Int) throws {
    guard let parcel = posts[index].parcel, !posts[index].left.isEmpty else { return }
    let line = posts[index].left.removeFirst()
    let outcome = try commit(
      index, .verify(parcel: parcel, sku: line.sku, units: line.units))
    if case .done(.closed) = outcome { return try packed(index) }
    verifyNext(index)
  }

  mutating func packed(_ index: Int) throws {
    posts[index].parcel = nil
    try noteFinished()
    // The carton is closed and its label stuck.
    next(index, .look, in: hands(index, 9))
  }
}

import Planning
public import Storage
public import Warehouse

/// Answers the questions of conversations: from the store, and where walking is asked about, from
/// the routing core on facts of the store.
public struct Answers: Sendable {
  let store: any Store
  private let walks = WalkPlanner(isWaiting: true)
  private let now: @Sendable () -> Timestamp
  private let watch: FloorWatch
  private let shadows = ShadowShelf()
  let scales: any ScaleSource

  /// Answers from a store, at the time of a clock; `scales` knows what the benches' scales show.
  public init(
    store: any Store, now: @escaping @Sendable () -> Timestamp,
    scales: any ScaleSource = NoScales()
  ) {
    self.scales = scales
    self.store = store
    self.now = now
    watch = FloorWatch(store: store)
  }

  /// The answer to a question.
  public func answer(_ query: Query) throws -> Answer {
    if case .shadow(let device) = query {
      return .shadow(try shadows.view(of: device, in: store, now: now))
    }
    if case .release(let policies) = query {
      return .release(try desk.release(whatIf: policies, on: watch, at: now()))
    }
    if case .releaseStep(let policy) = query { return .releaseStep(try desk.step(policy)) }
    if case .walk(let list, let from) = query { return .walk(try walk(list, from: from)) }
    if case .scale(let parcel) = query { return .scale(try scale(of: parcel)) }
    return try told(try store.answer(query))
  }

  /// What people need a decision for, as the journal tells.
  private func exceptions(_ people: [PersonFigures]) throws -> [FloorException] {
    let free = people.first { $0.list == nil && $0.order == nil && $0.lines > 0 && $0.silent < 20 }
    let silent = people.filter { $0.silent >= 20 && $0.list != nil }
    let carted = try store.read { facts in
      try silent.compactMap(\.list).filter { list in
        try facts.list(list)?.slots.contains { $0.tote != nil } ?? false
      }
    }
    return silent.compactMap { person in
      guard let list = person.list else { return nil }
      let taker = free.map { [Remedy.reassign(list, to: $0.badge)] } ?? []
      // Totes on somebody's cart can be handed over, but not left standing.
      let back = carted.contains(list) ? [] : [Remedy.reassign(list, to: nil)]
      return FloorException(
        kind: .silent(person), remedies: taker + back + [.tell, .shadow, .signOff])
    }
      + people.filter { $0.silent >= 60 && $0.list == nil && $0.order == nil }.map {
        FloorException(kind: .stale($0), remedies: [.signOff, .tell, .shadow])
      }
      + people.filter { $0.accuracy < 900 && $0.lines + $0.orders >= 10 }.map {
        FloorException(kind: .refused($0), remedies: [.tell, .shadow])
      }
  }

  /// A desk that plans; what it plans is committed by the conversation that asks.
  private var desk: FloorDesk { FloorDesk(store: store, now: now, seed: { "" }) }

  /// An answer with what only the journal tells.
  private func told(_ answer: Answer) throws -> Answer {
    if case .board(var board) = answer {
      board.figures = try watch.figures(at: now(), all: true)
      let people = try watch.people(at: now())
      board.people = people
      if case .exceptions(let known) = try store.answer(.exceptions) {
        board.exceptions = try known + exceptions(people)
      }
      return .board(board)
    }
    if case .badge(var person?) = answer, case .locked(let until) = person.tried, until <= now() {
      person.tried = nil
      return .badge(person)
    }
    if case .bench(var bench?) = answer, bench.rules.cartons, bench.packing.carton == nil {
      bench.advice = try cartons(for: bench.parcel)
      return .bench(bench)
    }
    if case .crew = answer { return .crew(try watch.people(at: now())) }
    if case .exceptions(let known) = answer {
      return .exceptions(try known + exceptions(try watch.people(at: now())))
    }
    if case .waveDetail(var detail?) = answer, detail.wave.state == .planned {
      let code = detail.wave.code
      detail.ifReleased = try watch.figures(at: now(), as: [code]).first { $0.wave == code }
      detail.needed = try watch.needed(for: code, at: now())
      return .waveDetail(detail)
    }
    return answer
  }

  /// The shortest walk over the open lines of a list, planned outside the store's lock.
  private func walk(_ code: Code<PickList>, from bin: Code<Bin>?) throws -> WalkView {
    let facts = try store.read { facts in
      let list = try facts.list(code)
      var reader = try VisitReader(facts)
      return (
        list: list, site: try facts.site(), here: try bin.flatMap { try facts.bin($0) },
        visits: try facts.pickLines(of: code).filter { $0.open > 0 }.compactMap {
          try reader.visit($0, in: list?.zone)
        }
      )
    }
    guard let list = facts.list, let site = facts.site, !facts.visits.isEmpty else {
      return WalkView(list: code, revision: 0, order: [], walk: .none)
    }
    let start = facts.here.map { site.layout.point(of: $0) } ?? site.start
    var taken: [StockKey: Int] = [:]
    let (order, walk) = try walks.plan(facts.visits, on: site, from: start, taken: &taken)
    return WalkView(list: code, revision: list.revision, order: order, walk: walk)
  }
}

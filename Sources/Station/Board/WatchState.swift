import Planning
import Storage
import Warehouse

/// What a watch has read so far.
struct WatchState: Sendable {
  /// Work of the last minutes.
  struct Recent: Sendable {
    var at: Timestamp
    var badge: Code<Operator>
    var wave: Code<Wave>
    var lines: Int
    var orders: Int
  }

  var seen: Int?
  var book: PaceBook?
  var reading = JournalReading()
  var lists: [Code<PickList>: ListSummary] = [:]
  var dirty: Set<Code<PickList>> = []
  var isUpset = true
  var recent: [Recent] = []
  var tallies: [Code<Operator>: PersonTally] = [:]
  /// Pieces of an order, as its lists had them.
  var pieces: [Code<Order>: Int] = [:]

  /// Reads the journal to its end.
  mutating func catchUp(with store: any Store, _ now: Timestamp) throws {
    let head = try store.head()
    if seen == nil || book == nil {
      seen = max(0, head - FloorWatch.reach)
      let site = try store.read { try $0.site() }
      let first = try store.entries(after: seen ?? 0, limit: 1).first?.at ?? now
      book = PaceBook(
        standard: StandardTimes(walkingSpeed: site?.walkingSpeed ?? 790),
        breaks: site.map { site in
          let days = (now.milliseconds - first.milliseconds) / 86_400_000
          return Self.breaks(site, from: first, days: 2 + Int(max(0, days)))
        } ?? [])
    }
    while let last = seen, last < head {
      for entry in try store.commands(after: last, span: FloorWatch.span) {
        guard let told = reading.read(entry) else { continue }
        // What is older than the last minutes counts for paces only.
        let isRecent = now.milliseconds - entry.at.milliseconds < FloorWatch.window + 3_600_000
        take(told, isRecent ? try wave(of: told, store) : nil)
      }
      seen = min(head, last + FloorWatch.span)
    }
    let since = now.milliseconds - FloorWatch.window
    if let index = recent.firstIndex(where: { $0.at.milliseconds >= since }) {
      recent.removeFirst(index)
    } else {
      recent = []
    }
  }

  private mutating func take(
    _ told: JournalReading.Told, _ wave: Code<Wave>?
  ) {
    isUpset = isUpset || told.isUpsetting
    dirty.formUnion(told.lists)
    guard let act = told.act else { return }
    if told.changesListInHand, let list = tallies[act.badge]?.list { dirty.insert(list) }
    tallies[act.badge, default: PersonTally(since: act.at)].take(
      act, refused: told.isRefused, mistaken: told.isMistake)
    guard !told.isRefused else { return }
    book?.learn(act)
    guard let wave else { return }
    let isPacked = if case .close = act.kind { true } else { false }
    recent.append(
      Recent(
        at: act.at, badge: act.badge, wave: wave, lines: told.closed, orders: isPacked ? 1 : 0))
  }

  /// The wave an act belongs to.
  private mutating func wave(
    of told: JournalReading.Told, _ store: any Store
  ) throws -> Code<Wave>? {
    guard let act = told.act else { return nil }
    switch act.kind {
    case .take(let list, _), .pick(let list, _, _, _), .finish(let list):
      if let known = lists[list]?.list.wave { return known }
      return try store.read { try $0.list(list)?.wave }
    case .open(let order):
      let wave = try store.read { try $0.order(order)?.wave }
      tallies[act.badge, default: PersonTally(since: act.at)].bench = wave
      return wave
    case .close, .verify, .seed: return tallies[act.badge]?.bench
    case .short:
      guard let list = tallies[act.badge]?.list else { return nil }
      if let known = lists[list]?.list.wave { return known }
      return try store.read { try $0.list(list)?.wave }
    case .sign, .bind, .newWalk, .leave: return nil
    }
  }

  /// The breaks of a site as moments, from the day of a moment on.
  static func breaks(
    _ site: Site, from start: Timestamp, days: Int
  ) -> [ClosedRange<Timestamp>] {
    let first = start.day(utcOffset: site.utcOffset)
    return (0..<days).flatMap { day in
      site.houseRules.breaks.sorted { $0.start < $1.start }.map { pause in
        let from = Timestamp(
          Day(daysSince1970: first.daysSince1970 + day), minutes: pause.start,
          utcOffset: site.utcOffset)
        return from...from.adding(milliseconds: Int64(max(1, pause.minutes)) * 60_000)
      }
    }
  }
}

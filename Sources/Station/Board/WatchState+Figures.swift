import Planning
import Storage
import Warehouse

extension WatchState {
  /// What the store says at one moment.
  private struct Moment {
    var waves: [WaveProgress]
    var labelled: [Code<Wave>: Int]
    var sessions: [Session]
    var people: [Code<Operator>: Operator]
    var site: Site?
    var bench: [(order: Order, badge: Code<Operator>?)]
    var unseeded: [(order: Code<Order>, wave: Code<Wave>)]
  }

  /// The figures of the waves on the floor, and of guests as if they were on it; of `all` others
  /// without a forecast.
  mutating func figures(
    _ store: any Store, _ now: Timestamp, _ planned: Set<Code<Wave>>, _ extra: Int,
    _ replicas: Int, guests: [WaveGuest] = [], all: Bool = false
  ) throws -> [WaveFigures] {
    let moment = try store.read { facts in
      let waves = try facts.waveProgress()
      let followed = waves.filter { isShown($0, planned) || $0.wave.state == .paused }
      try refresh(Set(followed.map(\.wave.code)), facts)
      for summary in guests.flatMap(\.lists) { keep(summary) }
      return try read(WaveGuest.joined(waves, guests), facts)
    }
    let shown = moment.waves.filter { isShown($0, planned) }
    let work = work(moment, shown, now, extra)
    // Equal chances at every look: what changes on the board changed on the floor.
    let forecasts = Forecaster(replicas: replicas).forecast(work)
    let told = Dictionary(
      zip(shown.map(\.wave.code), forecasts), uniquingKeysWith: { first, _ in first })
    return (all ? moment.waves : shown).map { progress in
      figures(of: progress, moment, told[progress.wave.code], now)
    }
  }

  private func isShown(_ progress: WaveProgress, _ planned: Set<Code<Wave>>) -> Bool {
    progress.wave.state == .released || planned.contains(progress.wave.code)
  }

  /// Reads lists again that changed.
  private mutating func refresh(_ waves: Set<Code<Wave>>, _ facts: any Facts) throws {
    let known = Set(lists.values.map(\.list.wave))
    if isUpset || known != waves {
      for wave in waves where isUpset || !known.contains(wave) {
        for list in try facts.lists(of: wave) {
          let isSame = lists[list.code].map { $0.list == list } ?? false
          guard !isSame else { continue }
          keep(try read(list, facts))
        }
      }
      lists = lists.filter { waves.contains($0.value.list.wave) }
      isUpset = false
    }
    for code in dirty {
      guard let list = try facts.list(code), waves.contains(list.wave) else {
        lists[code] = nil
        continue
      }
      keep(try read(list, facts))
      guard list.state == .done, list.way == .zone else { continue }
      // The zone after it may be taken now.
      for next in try facts.lists(of: list.wave) where next.after == code {
        keep(try read(next, facts))
      }
    }
    dirty = []
  }

  private func read(_ list: PickList, _ facts: any Facts) throws -> ListSummary {
    let known = lists[list.code].flatMap { $0.list.wave == list.wave ? $0.priority : nil }
    let priority =
      try known ?? list.slots.compactMap(\.order)
      .map { try facts.order($0)?.priority ?? 0 }.max() ?? 0
    return ListSummary(list, try facts.pickLines(of: list.code), priority: priority)
  }

  private mutating func keep(_ summary: ListSummary) {
    lists[summary.list.code] = summary
    for entry in summary.orders { pieces[entry.order] = entry.pieces }
  }

  private func read(_ waves: [WaveProgress], _ facts: any Facts) throws -> Moment {
    var bench: [(order: Order, badge: Code<Operator>?)] = []
    for order in try facts.orders(in: .packing, limit: .max) {
      let parcel = try facts.parcels(of: order.number).first { $0.state == .open }
      bench.append((order, parcel?.badge))
    }
    for order in try facts.orders(in: .picked, limit: .max) { bench.append((order, nil)) }
    var unseeded: [(order: Code<Order>, wave: Code<Wave>)] = []
    for summary in lists.values.sorted(by: { $0.list.code < $1.list.code })
    where summary.list.way == .batch && summary.list.state == .done {
      for entry in summary.orders where try facts.order(entry.order)?.state == .picking {
        unseeded.append((entry.order, summary.list.wave))
      }
    }
    return Moment(
      waves: waves, labelled: try facts.labelledOrders(), sessions: try facts.sessions(),
      people: Dictionary(
        try facts.people().map { ($0.badge, $0) }, uniquingKeysWith: { first, _ in first }),
      site: try facts.site(), bench: bench, unseeded: unseeded)
  }

  private func work(
    _ moment: Moment, _ shown: [WaveProgress], _ now: Timestamp, _ extra: Int
  ) -> FloorWork {
    let book = book ?? PaceBook(standard: StandardTimes())
    let places = Dictionary(
      shown.enumerated().map { ($1.wave.code, $0) }, uniquingKeysWith: { first, _ in first })
    var pickers: [FloorWork.Worker] = []
    var packers: [FloorWork.Worker] = []
    for session in moment.sessions {
      guard let isPacking = role(session, moment, now) else { continue }
      let last = book.lastSeen(session.badge) ?? now
      let since = Double(now.milliseconds - last.milliseconds) / 1000
      let person = moment.people[session.badge]
      let known = isPacking ? book.packing(of: session.badge) : book.picking(of: session.badge)
      let worker = FloorWork.Worker(
        badge: session.badge, pace: known.pace, acts: known.acts, since: max(0, since),
        zones: person?.zones ?? [], skills: person?.skills ?? [])
      if isPacking { packers.append(worker) } else { pickers.append(worker) }
    }
    for index in 0..<max(0, extra) {
      pickers.append(
        FloorWork.Worker(badge: Code("extra \(index)"), pace: book.picking, acts: 0))
    }
    let here = Set(pickers.map(\.badge))
    // Who has a list of a paused wave in hand goes on with it.
    let open = lists.values.filter { summary in
      summary.list.state != .done && places[summary.list.wave] != nil
        || summary.list.state == .picking && summary.list.badge.map(here.contains) ?? false
    }
    func urgency(_ place: Int) -> Int {
      shown.indices.contains(place) ? shown[place].wave.priority : .min
    }
    let ordered = open.sorted { one, other in
      // As the floor gives them out.
      let (first, second) = (places[one.list.wave] ?? .max, places[other.list.wave] ?? .max)
      let (early, late) = (urgency(first), urgency(second))
      return (late, other.priority, first, one.list.code)
        < (early, one.priority, second, other.list.code)
    }
    var bench = moment.bench.map { entry in
      FloorWork.BenchWork(
        wave: entry.order.wave.flatMap { places[$0] }, pieces: pieces[entry.order.number] ?? 2,
        badge: entry.badge)
    }
    bench += moment.unseeded.compactMap { entry in
      places[entry.wave].map {
        FloorWork.BenchWork(wave: $0, pieces: 2 * (pieces[entry.order] ?? 2))
      }
    }
    return FloorWork(
      now: now, waves: shown.map { .init(code: $0.wave.code, cutOff: $0.wave.cutOff) },
      lists: ordered.map { summary in
        let holder = summary.list.badge.flatMap { here.contains($0) ? $0 : nil }
        return summary.work(
          wave: places[summary.list.wave],
          badge: summary.list.state == .picking ? holder : nil, detour: book.sundry.detour)
      },
      bench: bench, pickers: pickers, packers: packers,
      breaks: moment.site.map { Self.breaks($0, from: now, days: 2) } ?? [],
      sundry: book.sundry, absences: book.absences)
  }

  /// Whether somebody packs (or picks); nil when they are not there.
  private func role(_ session: Session, _ moment: Moment, _ now: Timestamp) -> Bool? {
    let tally = tallies[session.badge]
    let last = max(tally?.last ?? session.since, session.since)
    let silence = (now.milliseconds - last.milliseconds) / 60_000
    guard silence < (tally?.list == nil ? 180 : 45) else { return nil }
    if let isPacking = tally?.isPacking { return isPacking }
    let roles = moment.people[session.badge]?.roles ?? []
    if roles.contains(.picker), session.cart != nil || session.workstation == nil { return false }
    return roles.contains(.packer) ? true : nil
  }

  private func figures(
    of progress: WaveProgress, _ moment: Moment, _ forecast: WaveForecast?, _ now: Timestamp
  ) -> WaveFigures {
    let code = progress.wave.code
    let own = recent.filter { $0.wave == code }
    let first = recent.first?.at ?? now
    let span = min(
      FloorWatch.window, max(120_000, now.milliseconds - first.milliseconds))
    func hourly(_ count: Int) -> Int { Int(Int64(count) * 3_600_000 / span) }
    let left = lists.values.filter { $0.list.wave == code && $0.list.state != .done }
    return WaveFigures(
      wave: code, lines: progress.lines, picked: progress.lines - progress.open,
      orders: progress.orders, packed: progress.packed, labelled: moment.labelled[code] ?? 0,
      rate: hourly(own.reduce(0) { $0 + $1.lines }),
      packRate: hourly(own.reduce(0) { $0 + $1.orders }),
      people: Set(own.map(\.badge)).sorted(), metres: Int(left.reduce(0) { $0 + $1.metres }),
      forecast: progress.wave.state == .done ? nil : forecast)
  }

  /// Everybody with a session.
  func people(_ store: any Store, _ now: Timestamp) throws -> [PersonFigures] {
    try store.read { facts in
      let walked = Dictionary(
        try facts.lists(in: .picking).compactMap { list in list.badge.map { ($0, list) } },
        uniquingKeysWith: { first, _ in first })
      return try facts.sessions().map { session in
        let tally = tallies[session.badge] ?? PersonTally(since: session.since)
        let since = max(tally.since, session.since)
        let hours = max(
          0.05, Double(now.milliseconds - since.milliseconds - tally.idle) / 3_600_000)
        let list = walked[session.badge]
        var bin: Code<Bin>?
        if let list {
          let lines = try facts.pickLines(of: list.code)
          let last = lines.filter { $0.picked > 0 }.max { $0.sequence < $1.sequence }
          if case .bin(let code)? = last?.from.holder { bin = code }
        }
        let silence = now.milliseconds - max(tally.last, session.since).milliseconds
        // Who has done nothing yet has done nothing wrong.
        let isNew = tally.lines + tally.orders == 0
        let acts = tally.lines + tally.orders + tally.refused
        let done = tally.isPacking == true ? tally.orders : tally.lines
        return PersonFigures(
          badge: session.badge, device: session.device, list: list?.code, order: tally.order,
          bin: bin, bench: session.workstation, lines: tally.lines, orders: tally.orders,
          perHour: Int(Double(done) / hours),
          accuracy: isNew ? 1000 : 1000 - tally.refused * 1000 / acts, shorts: tally.shorts,
          idle: Int(tally.idle / 60_000),
          silent: Int(max(0, silence) / 60_000),
          unread: try facts.notices(to: session.badge).count)
      }
    }
  }
}

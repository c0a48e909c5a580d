import Planning
import Storage
import Warehouse

/// What a report gathers line by line of the journal.
struct ReportGathering {
  private let from: Timestamp
  private var book: PaceBook
  private var tallies: [Code<Operator>: PersonTally] = [:]
  private var firsts: [Code<Operator>: Timestamp] = [:]
  private var last: [Code<Operator>: (list: Code<PickList>, reached: Int, at: Timestamp)] = [:]
  private var slow: [Code<Bin>: [(seconds: Double, badge: Code<Operator>, entry: Int)]] = [:]
  var shorts: [String: FloorReport.Short] = [:]
  /// The short picks that nobody took back.
  private var standing: [Code<PickLine>: Standing] = [:]
  var strays: [Int: FloorReport.Stray] = [:]
  var finished: Set<Code<PickList>> = []
  var scans = ScanGathering()
  private var quarters: [Int64: FloorReport.Stretch] = [:]
  private var work: [Code<PickList>: ListWork] = [:]

  /// What was done on a list.
  private struct ListWork {
    var began: Timestamp
    var ended: Timestamp
    var lines = 0
    var badges: Set<String> = []
    var quarters: [Int64: FloorReport.Stretch] = [:]
    var shorts: [String: FloorReport.Short] = [:]
  }

  /// A short pick that counts: as what, on which list, and for whom.
  private struct Standing {
    var key: String
    var list: Code<PickList>?
    var badge: Code<Operator>
  }

  /// A quarter of an hour in milliseconds.
  private static let quarter: Int64 = 900_000

  init(site: Site?, from: Timestamp) {
    self.from = from
    book = PaceBook(
      standard: StandardTimes(walkingSpeed: site?.walkingSpeed ?? 790),
      breaks: site.map { WatchState.breaks($0, from: from, days: 2) } ?? [])
  }

  mutating func take(
    _ entry: JournalEntry, _ told: JournalReading.Told, _ facts: any Facts
  ) throws {
    guard let act = told.act, entry.at >= from else { return }
    if firsts[act.badge] == nil { firsts[act.badge] = act.at }
    tallies[act.badge, default: PersonTally(since: act.at)].take(
      act, refused: told.isRefused, mistaken: told.isMistake)
    guard !told.isRefused, let line = JournalledCommand(entry) else { return }
    count(act)
    if case .unshort(let code) = line.command { takeBack(code) }
    switch act.kind {
    case .pick(let list, let reached, let pieces, _):
      try picked(entry, act, line, list, reached, pieces, facts)
    case .short: try short(line, act.badge, facts)
    case .finish(let list):
      finished.insert(list)
      last[act.badge] = nil
    case .newWalk, .take: last[act.badge] = nil
    case .sign, .bind, .seed, .open, .verify, .close, .leave: break
    }
    book.learn(act)
  }

  private mutating func picked(
    _ entry: JournalEntry, _ act: FloorAct, _ line: JournalledCommand, _ list: Code<PickList>,
    _ reached: Int, _ pieces: Int, _ facts: any Facts
  ) throws {
    var place: Code<Bin>?
    if case .pick(_, _, let bin, _) = line.command { place = bin }
    if case .stop(_, .pick(_, let bin, _)) = line.command { place = bin }
    defer { last[act.badge] = (list, reached, act.at) }
    guard let bin = place, let record = try facts.bin(bin) else { return }
    var stray = strays[record.aisle] ?? FloorReport.Stray(aisle: record.aisle)
    stray.picks += 1
    if let before = last[act.badge], before.list == list {
      if reached < before.reached {
        stray.strays += 1
        stray.evidence.append(entry.number)
      } else {
        let metres = Double(reached - before.reached) / 1000
        let expected = book.picking(of: act.badge).pace
          .seconds(metres: metres, acts: 1, pieces: Double(pieces))
        let seconds = Double(act.at.milliseconds - before.at.milliseconds) / 1000
        // What takes ten minutes is a break, and no bin's fault.
        if seconds < 600 {
          slow[bin, default: []].append((seconds - expected, act.badge, entry.number))
        }
      }
    }
    strays[record.aisle] = stray
  }

  /// Counts what is done by time and by list.
  private mutating func count(_ act: FloorAct) {
    let start = Timestamp(milliseconds: act.at.milliseconds / Self.quarter * Self.quarter)
    switch act.kind {
    case .pick(let list, _, _, let closed):
      quarters[start.milliseconds, default: .init(at: start)].lines += closed
      var done = work[list] ?? ListWork(began: act.at, ended: act.at)
      done.ended = act.at
      done.lines += closed
      done.badges.insert(act.badge.rawValue)
      done.quarters[start.milliseconds, default: .init(at: start)].lines += closed
      work[list] = done
    case .take(let list, _): work[list] = work[list] ?? ListWork(began: act.at, ended: act.at)
    case .finish(let list): work[list]?.ended = act.at
    case .close: quarters[start.milliseconds, default: .init(at: start)].orders += 1
    case .short, .sign, .bind, .newWalk, .seed, .open, .verify, .leave: break
    }
  }

  /// The time from the first to the last act; a quarter in which nothing was done is told as well.
  var stretches: [FloorReport.Stretch] {
    Self.row(quarters)
  }

  private static func row(_ quarters: [Int64: FloorReport.Stretch]) -> [FloorReport.Stretch] {
    guard let first = quarters.keys.min(), let last = quarters.keys.max() else { return [] }
    return stride(from: first, through: last, by: Int(quarter)).map {
      quarters[$0] ?? .init(at: Timestamp(milliseconds: $0))
    }
  }

  /// The waves whose lists were worked on, as they are now.
  func waves(_ facts: any Facts) throws -> [FloorReport.WaveWork] {
    try facts.waveProgress().compactMap { progress in
      let lists = try facts.lists(of: progress.wave.code)
      let done = lists.compactMap { work[$0.code] }
      guard !done.isEmpty else { return nil }
      let walked = lists.filter { finished.contains($0.code) }
      let began = done.map(\.began).min()
      let ended = done.map(\.ended).max()
      let lines = done.reduce(0) { $0 + $1.lines }
      let quarters = done.reduce(into: [Int64: FloorReport.Stretch]()) { all, list in
        all.merge(list.quarters) { .init(at: $0.at, lines: $0.lines + $1.lines) }
      }
      let places = done.reduce(into: [String: FloorReport.Short]()) { all, list in
        all.merge(list.shorts) { one, other in
          var one = one
          one.count += other.count
          return one
        }
      }
      let span = (ended?.milliseconds ?? 0) - (began?.milliseconds ?? 0)
      return FloorReport.WaveWork(
        wave: progress.wave.code.rawValue, carrier: progress.wave.carrier.rawValue,
        cutOff: progress.wave.cutOff, state: progress.wave.state.rawValue,
        orders: progress.orders, packed: progress.packed, lines: progress.lines,
        picked: progress.lines - progress.open, shorts: progress.short, lists: progress.lists,
        people: done.reduce(into: Set<String>()) { $0.formUnion($1.badges) }.sorted(),
        metres: walked.reduce(0) { $0 + $1.walk.length } / 1000,
        shortest: walked.reduce(0) { $0 + $1.walk.bound } / 1000,
        byCode: walked.reduce(0) { $0 + $1.walk.byCode } / 1000, began: began, ended: ended,
        linesPerHour: span < 60_000 ? 0 : Int(Int64(lines) * 3_600_000 / span),
        stretches: Self.row(quarters),
        places: places.values.sorted(by: FloorReport.Short.goesBefore))
    }
  }

  private mutating func short(
    _ line: JournalledCommand, _ badge: Code<Operator>, _ facts: any Facts
  ) throws {
    var told: (Code<PickLine>, ShortReason)?
    if case .short(let code, let reason) = line.command { told = (code, reason) }
    if case .stop(let codes, .short(let reason)) = line.command {
      told = codes.first.map { ($0, reason) }
    }
    if case .foundElsewhere(let code, _) = line.command { told = (code, .elsewhere) }
    guard let (code, reason) = told, let record = try facts.pickLine(code),
      case .bin(let bin) = record.from.holder
    else { return }
    let key = "\(bin) \(record.from.sku) \(reason.rawValue)"
    let place = FloorReport.Short(
      bin: bin.rawValue, sku: record.from.sku.rawValue, reason: reason.rawValue)
    shorts[key, default: place].count += 1
    if let list = record.list { work[list]?.shorts[key, default: place].count += 1 }
    standing[code] = Standing(key: key, list: record.list, badge: badge)
  }

  /// A short pick that was taken back was none.
  private mutating func takeBack(_ code: Code<PickLine>) {
    guard let short = standing.removeValue(forKey: code) else { return }
    shorts[short.key] = shorts[short.key]?.less
    tallies[short.badge]?.shorts -= 1
    guard let list = short.list else { return }
    let fewer = work[list]?.shorts[short.key]?.less
    work[list]?.shorts[short.key] = fewer
  }

  var people: [FloorReport.Person] {
    tallies.sorted { $0.key < $1.key }.map { badge, tally in
      let span = tally.last.milliseconds - (firsts[badge] ?? tally.last).milliseconds - tally.idle
      return FloorReport.Person(
        badge: badge.rawValue, lines: tally.lines, orders: tally.orders, pieces: tally.pieces,
        shorts: tally.shorts, refused: tally.refused, minutes: Int(max(0, span) / 60_000))
    }
  }

  /// Bins whose picks are slow for everybody: the mean of what nobody's pace explains.
  var slowBins: [FloorReport.Slow] {
    let bins = slow.filter { $0.value.count >= 3 }.map { bin, picks -> FloorReport.Slow in
      let mean = picks.reduce(0) { $0 + $1.seconds } / Double(picks.count)
      return FloorReport.Slow(
        bin: bin.rawValue, picks: picks.count, people: Set(picks.map(\.badge)).count,
        seconds: Int(mean.rounded()),
        evidence: picks.sorted { $0.seconds > $1.seconds }.prefix(3).map(\.entry))
    }
    return bins.filter { $0.seconds >= 5 }.sorted { one, other in
      one.seconds != other.seconds ? one.seconds > other.seconds : one.bin < other.bin
    }
  }
}

extension FloorReport.Short {
  /// One short pick fewer; nil when none is left.
  fileprivate var less: Self? {
    var one = self
    one.count -= 1
    return one.count > 0 ? one : nil
  }
}

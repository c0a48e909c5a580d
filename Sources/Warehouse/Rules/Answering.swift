/// Answers a question on the facts of one moment.
///
/// `.walk` and `.shadow` are not answered here: they need the routing core and the flows, which the
/// station asks. Answers hold
/// no names of people, no phones and no addresses, because conversations are journalled.
public func answer(_ query: Query, _ facts: some Facts) throws -> Answer {
  let reader = Reader(facts: facts)
  switch query {
  case .badge(let code): return .badge(try reader.badge(code))
  case .home: return .home(try reader.home())
  case .nextList(let badge): return .list(try reader.nextList(badge))
  case .list(let code): return .list(try reader.view(facts.list(code)))
  case .walk(let code, _):
    return .walk(WalkView(list: code, revision: -1, order: [], walk: .none))
  case .meaning(let code): return .meaning(try reader.meaning(code))
  case .packing(let code): return try reader.packing(code)
  case .label(let parcel): return .label(try reader.label(of: parcel))
  case .board: return .board(try reader.board())
  case .seeding(let code): return try reader.seeding(code)
  case .handover(let tote): return .list(try reader.handover(tote))
  case .revision(let list): return .revision(try facts.list(list)?.revision)
  case .lastPick(let list):
    let step = try reader.lastStep(of: list)
    return .lastPick(step.pick, stays: step.stays)
  case .chores(let kind, let place, let badge):
    return .chores(try reader.chores(kind, at: place, badge))
  case .house: return .house(try reader.house())
  case .substitute(let lines):
    // Today by the newest thing known: goods that expire are looked at again by the rule.
    return .substitute(try reader.substitute(for: lines, today: Day(daysSince1970: 0)))
  case .piece(let serial, let code):
    let product = try facts.product(barcode: code)
    let known = try facts.serials(serial).filter { product == nil || $0.sku == product?.sku }
    return .meaning(try reader.meaning(known.isEmpty ? code : serial))
  case .lots(let sku, let bin):
    return .lots(
      try facts.stock(in: .bin(bin)).filter { $0.key.sku == sku && $0.quantity > 0 })
  case .waybills(let parcels):
    return .waybills(try parcels.compactMap { try facts.waybill(of: $0) })
  case .waveDetail(let code): return .waveDetail(try reader.detail(code))
  case .crew: return .crew([])
  case .exceptions: return .exceptions(try reader.exceptions())
  case .notice(let badge): return .notice(try facts.notices(to: badge).first)
  case .sorting(let code): return try reader.sorting(code)
  case .pickup(let code): return try reader.pickup(code)
  case .cages: return .cages(try reader.cages())
  case .timeline(let code, let before, let limit):
    return .timeline(try reader.timeline(code, before: before, limit: limit))
  case .floor(let working): return .floor(try reader.floor(working: working))
  case .atWork: return .atWork(try facts.sessions().sorted { $0.badge < $1.badge })
  case .shadow: return .shadow(nil)
  // Planning is asked by the station.
  case .release: return .release(ReleaseView())
  case .releaseStep: return .releaseStep(nil)
  // Bench.
  case .bench(let parcel): return .bench(try reader.bench(parcel))
  // Only who stands at the scale can tell.
  case .scale: return .scale(.none)
  case .queue(let bench): return .queue(try reader.queue(at: bench))
  }
}

/// The questions of conversations on the facts of one moment.
struct Reader<F: Facts> {
  let facts: F

  func badge(_ code: String) throws -> BadgeView? {
    guard let person = try facts.person(Code(code)) else { return nil }
    let standing = try facts.standing(of: person.badge)
    let missing = try facts.site()?.houseRules.trainings.filter { rule in
      !(standing?.trainings?.contains(rule.training) ?? false)
    }
    return BadgeView(
      badge: person.badge, roles: person.roles, hasPIN: !person.pin.isEmpty,
      open: try facts.sessions().first { $0.badge == person.badge },
      standing: standing, tried: try facts.tried(standing),
      missing: missing?.isEmpty ?? true ? nil : missing)
  }

  func home() throws -> HomeView {
    let counts = try facts.orderCounts()
    let waves = try facts.waveProgress().filter { $0.wave.state == .released }
    return HomeView(
      lists: try facts.listCount(in: .released),
      toPack: (counts[.picked] ?? 0) + (counts[.packing] ?? 0), waves: waves.count,
      exceptions: (counts[.backorder] ?? 0) + (counts[.held] ?? 0), toSeed: try toSeed(),
      chores: try Chore.Kind.allCases.reduce(0) { try $0 + facts.openChores($1).count },
      toSort: try facts.unsortedCount())
  }

  func nextList(_ badge: Code<Operator>) throws -> ListView? {
    try view(work(for: badge))
  }

  func view(_ list: PickList?) throws -> ListView? {
    guard let list, let wave = try facts.wave(list.wave), let site = try facts.site() else {
      return nil
    }
    let lines = try facts.pickLines(of: list.code)
    var bins: [Bin] = []
    var products: [Product] = []
    for line in lines {
      if case .bin(let code) = line.from.holder, !bins.contains(where: { $0.code == code }),
        let bin = try facts.bin(code)
      {
        bins.append(bin)
      }
      if !products.contains(where: { $0.sku == line.from.sku }),
        let product = try facts.product(line.from.sku)
      {
        products.append(product)
      }
    }
    return ListView(
      list: list, carrier: try carrier(wave.carrier), cutOff: wave.cutOff, lines: lines,
      bins: bins, products: products, site: site, orders: Set(lines.map(\.order)).count,
      passed: try passed(list), passing: try passing(list),
      zones: try Set(bins.map(\.zone)).sorted().compactMap { try facts.zone($0) },
      hasPicks: try !facts.picks(of: list.code).isEmpty)
  }

  func carrier(_ code: Code<Carrier>) throws -> Name {
    try facts.carrier(code)?.name ?? Name(zh: code.rawValue, en: code.rawValue)
  }

  func label(of parcel: Code<Parcel>) throws -> PrintJob? {
    var newest: PrintJob?
    var count = 1
    while let job = try facts.printJob(Code("\(parcel).\(count)")) {
      newest = job
      count += 1
    }
    return newest
  }

  func board() throws -> BoardView {
    let counts = try facts.orderCounts()
    return BoardView(
      waves: try facts.waveProgress(), carriers: try facts.carriers(),
      counts: counts.filter { [.new, .backorder, .allocated, .held, .shipped].contains($0.key) },
      utcOffset: try facts.site()?.utcOffset ?? 0,
      printTroubles: try facts.printJobs(in: .failed, limit: 1000).count
        + doubtfulLabels(limit: 1000).count,
      lowNumbers: try lowNumbers(),
      waybillsWaiting: try [WaybillJob.State.queued, .claimed].reduce(0) {
        try $0 + facts.waybillJobs(in: $1, limit: 1000).count
      }, waybillTroubles: try facts.waybillJobs(in: .stuck, limit: 1000).count)
  }
}

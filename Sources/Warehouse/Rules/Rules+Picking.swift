extension Rules {
  /// A picker takes a list in hand; asking again for one's own list changes nothing.
  func take(_ code: Code<PickList>) throws -> Decision {
    let session = try session(.picker)
    var list = try known(try facts.list(code), code)
    if list.state == .picking {
      if list.badge == session.badge { return .done([]) }
      guard try isLeft(list) else {
        throw list.badge.map(Refusal.inOtherHands) ?? Refusal.listIs(code, list.state)
      }
      list.badge = session.badge
      list.cart = session.cart
      // A late device sees that the list is no longer what it was.
      list.revision += 1
      return .done([.list(list)])
    }
    guard list.state == .released else { throw Refusal.listIs(code, list.state) }
    list.state = .picking
    list.badge = session.badge
    list.cart = session.cart
    let orders = try orders(of: facts.pickLines(of: code)).compactMap { number in
      var order = try known(try facts.order(number), number)
      guard order.state != .cancelled else { return nil as Change? }
      order.state = .picking
      return Change.order(order)
    }
    return .done([.list(list)] + orders)
  }

  /// A free, empty tote goes into a slot.
  func bind(_ code: Code<PickList>, _ number: Int, _ tote: Code<Tote>) throws -> Decision {
    var list = try ownList(code)
    guard let index = list.slots.firstIndex(where: { $0.number == number }) else {
      throw Refusal.unknown("\(code) \(number)")
    }
    if let taken = list.slots[index].tote {
      if taken == tote { return .done([]) }
      throw Refusal.slotTaken(number, taken)
    }
    if let order = list.slots[index].order, try facts.order(order)?.state == .cancelled {
      throw Refusal.orderIs(order, .cancelled)
    }
    list.slots[index].tote = tote
    return .done([.list(list), .tote(try filling(tote, list, list.slots[index]))])
  }

  /// Pieces go from a bin into their slot's tote.
  ///
  /// The bin may be another than promised when pieces of the product are free there: then the
  /// promise moves along. A lot-tracked piece is booked as the lot the bin's record names.
  func pick(
    _ code: Code<PickLine>, _ quantity: Int, _ bin: Code<Bin>, _ tote: Code<Tote>
  ) throws -> Decision {
    let (line, list) = try ownLine(code)
    var tally = PickTally(total: quantity)
    try identified(line.from.sku, quantity)
    let (now, changes) = try picking(line, list, quantity, bin, tote, &tally)
    let others = try facts.pickLines(of: list.code).filter { $0.open > 0 && $0.code != code }.count
    let open = others + (now.open > 0 ? 1 : 0)
    return try after(tally, changes, [now], open: open) ?? .done(changes, .picked(now, open: open))
  }

  /// What more follows when picks have emptied a bin of their goods: it is filled up, and asked
  /// about where the site wants it; nil when the bin has more.
  func after(
    _ tally: PickTally, _ changes: [Change], _ lines: [PickLine], open: Int
  ) throws -> Decision? {
    guard let source = tally.emptied else { return nil }
    let changes = changes + (try made(try replenishment(of: source)))
    guard try asksEmpty(source.holder),
      try facts.stock(in: source.holder).allSatisfy({ $0.key == source || $0.quantity == 0 })
    else {
      return .done(
        changes, lines.count == 1 ? .picked(lines[0], open: open) : .gathered(lines, open: open))
    }
    return .done(changes, .emptied(lines, open: open, source))
  }

  /// The line after a pick, and what it changes; the tally is what the same decision has picked.
  func picking(
    _ line: PickLine, _ list: PickList, _ quantity: Int, _ bin: Code<Bin>, _ tote: Code<Tote>,
    _ tally: inout PickTally
  ) throws -> (PickLine, [Change]) {
    var line = line
    guard let slot = list.slots.first(where: { $0.number == line.slot }), slot.tote == tote else {
      let expected = list.slots.first { $0.number == line.slot }?.tote
      throw Refusal.wrongTote(tote, slot: line.slot, expected: expected)
    }
    guard quantity > 0 else { throw Refusal.senseless("\(quantity)") }
    guard quantity <= line.open else { throw Refusal.tooMany(asked: quantity, open: line.open) }
    var changes: [Change] = []
    let source: StockKey
    var onHand = 0
    if line.from.holder == .bin(bin) {
      source = line.from
      onHand = try facts.stock(at: source)?.quantity ?? 0
      onHand -= tally.taken[source, default: 0]
      guard onHand >= quantity else { throw Refusal.stockGone(bin, left: onHand) }
    } else {
      let today = context.at.day(utcOffset: try facts.site()?.utcOffset ?? 0)
      let here = try free(line.from.sku, after: tally.free).filter { entry in
        entry.bin.code == bin && (told.lot.map { $0 == entry.stock.key.lot } ?? true)
      }
      guard let entry = choose(quantity, from: here, today: today).first,
        entry.quantity == quantity
      else {
        let left = here.map(\.stock.available).max() ?? 0
        throw Refusal.stockGone(bin, left: left)
      }
      source = entry.key
      onHand = here.first { $0.stock.key == source }?.stock.quantity ?? 0
      onHand -= tally.taken[source, default: 0]
      tally.free[source, default: 0] += quantity
    }
    try fits(source, quantity)
    changes.append(.reserve(line.from, by: -quantity))
    changes.append(.move(Movement(from: source, to: .tote(tote), quantity: quantity)))
    line.picked += quantity
    if line.picked == line.quantity { line.state = .picked }
    changes.append(.pickLine(line))
    let pick = Pick(
      list: list.code, number: (try facts.picks(of: list.code).last?.number ?? 0) + 1 + tally.picks,
      line: line.code, from: source, quantity: quantity, tote: tote,
      grams: tally.share(of: told.grams ?? 0, quantity))
    changes.append(.pick(pick))
    changes += try captured(pick, after: tally.given)
    tally.given += quantity
    tally.picks += 1
    tally.taken[source, default: 0] += quantity
    tally.emptied = onHand == quantity ? source : nil
    return (line, changes)
  }

  /// Stock of a product as it is when some free pieces are taken already.
  func free(_ sku: Code<Product>, after taken: [StockKey: Int]) throws -> [BinStock] {
    try facts.stock(of: sku).map { entry in
      var entry = entry
      entry.stock.allocated += taken[entry.stock.key] ?? 0
      return entry
    }
  }

  /// A line goes to the end of the walk.
  func skip(_ code: Code<PickLine>) throws -> Decision {
    var (line, list) = try ownLine(code)
    let last = try facts.pickLines(of: list.code).map(\.sequence).max() ?? 0
    line.sequence = last + 1
    line.skips += 1
    list.revision += 1
    return .done([.pickLine(line), .list(list)])
  }

  /// The open lines are walked in a new order.
  func adoptWalk(
    _ code: Code<PickList>, _ revision: Int, _ order: [WalkStop], _ walk: Walk
  ) throws -> Decision {
    var list = try ownList(code)
    guard list.revision == revision else { throw Refusal.staleWalk(revision: list.revision) }
    let lines = try facts.pickLines(of: code)
    let open = lines.filter { $0.open > 0 }
    guard Set(order.map(\.line)) == Set(open.map(\.code)), order.count == open.count else {
      throw Refusal.notTheOpenLines
    }
    // Closed lines keep their numbers, which are all lower, so that the walk so far stays told.
    let after = lines.filter { $0.open == 0 }.map(\.sequence).max() ?? 0
    list.revision += 1
    list.walk = walk
    list.walk.after = after
    var changes: [Change] = [.list(list)]
    var taken: [StockKey: Int] = [:]
    for (index, stop) in order.enumerated() {
      guard var line = open.first(where: { $0.code == stop.line }) else { continue }
      do {
        changes += try repromised(&line, stop.from, &taken)
      } catch Refusal.stockGone {
        // Somebody else took what the walk was planned with.
        throw Refusal.staleWalk(revision: list.revision)
      }
      line.sequence = after + index + 1
      line.reached = stop.reached
      changes.append(.pickLine(line))
    }
    return .done(changes)
  }

  /// The totes are at the drop, and their orders go to the benches.
  ///
  /// An order of which nothing could be picked has nothing to pack: it is a backorder again.
  func finish(_ code: Code<PickList>) throws -> Decision {
    var list = try ownList(code)
    let lines = try facts.pickLines(of: code)
    let open = lines.filter { $0.open > 0 }.count
    guard open == 0 else { throw Refusal.openLines(open) }
    try hasAllSerials(list)
    list.state = .done
    var changes: [Change] = [.list(list)]
    let zones = list.way == .zone ? try facts.lists(of: list.wave) : []
    let chain = Set([code] + zones.map(\.code))
    for number in orders(of: lines) {
      var order = try known(try facts.order(number), number)
      let own = try facts.pickLines(of: number).filter { $0.list.map(chain.contains) ?? false }
      if order.state == .cancelled {
        // What a stopped order's tote holds is put back; an empty one is free.
        changes += try facts.totes(of: number).filter { tote in
          try facts.stock(in: .tote(tote.code)).allSatisfy { $0.quantity == 0 }
        }.map { .tote(Tote(code: $0.code)) }
        continue
      }
      // What another zone still has to pick comes into the same tote.
      if own.contains(where: { $0.open > 0 }) { continue }
      if own.contains(where: { $0.picked > 0 }) {
        // Pieces picked together are the order's once they are seeded.
        if list.way == .batch { continue }
        order.state = .picked
      } else {
        order = backordered(order, own)
        changes += try asOrdered(number)
        changes += try facts.totes(of: number).map { .tote(Tote(code: $0.code)) }
      }
      changes.append(.order(order))
    }
    for tote in try facts.gathered(on: code)
    where try facts.stock(in: .tote(tote.code)).allSatisfy({ $0.quantity == 0 }) {
      changes.append(.tote(Tote(code: tote.code)))
    }
    // A paused wave gives nothing out; it is done when it goes on.
    let isPaused = try facts.wave(list.wave)?.state == .paused
    if !isPaused, let next = nextZone(after: code, in: zones) { changes.append(.list(next)) }
    changes += try closing(list.wave, changes)
    return .done(changes)
  }

  /// An order of which nothing could be picked waits for stock again.
  func backordered(_ order: Order, _ lines: [PickLine]) -> Order {
    var order = order
    order.state = .backorder
    order.note = lines.compactMap { line in
      line.reason.map { "\(line.from.sku) x\(line.quantity) \($0.rawValue)" }
    }.joined(separator: ", ")
    order.wave = nil
    return order
  }

  /// The orders of some lines, each once, in the order of their first lines.
  func orders(of lines: [PickLine]) -> [Code<Order>] {
    var seen: Set<Code<Order>> = []
    return lines.map(\.order).filter { seen.insert($0).inserted }
  }

  /// The wave is done when these changes leave none of its orders open.
  func closing(_ wave: Code<Wave>?, _ changes: [Change]) throws -> [Change] {
    guard let wave, var record = try facts.wave(wave),
      record.state == .released || record.state == .paused
    else { return [] }
    let over = changes.filter { change in
      guard case .order(let order) = change else { return false }
      return order.state == .packed || order.state == .shipped || order.state == .held
        || order.state == .backorder
        || order.state == .cancelled
    }.count
    guard try facts.openOrders(of: wave) - over == 0 else { return [] }
    record.state = .done
    return [.wave(record)]
  }

  func ownList(_ code: Code<PickList>) throws -> PickList {
    let session = try session()
    let list = try known(try facts.list(code), code)
    guard list.state == .picking else { throw Refusal.listIs(code, list.state) }
    guard list.badge == session.badge else {
      throw list.badge.map(Refusal.inOtherHands) ?? Refusal.listIs(code, list.state)
    }
    return list
  }

  func ownLine(_ code: Code<PickLine>) throws -> (PickLine, PickList) {
    let line = try known(try facts.pickLine(code), code)
    let list = try ownList(try known(line.list, code))
    guard line.state == .open else { throw Refusal.lineIs(code, line.state) }
    return (line, list)
  }
}

/// What one decision picks, so that its lines add up.
struct PickTally {
  /// Free pieces taken in place of promised ones.
  var free: [StockKey: Int] = [:]
  /// All pieces taken.
  var taken: [StockKey: Int] = [:]
  /// How many picks there are.
  var picks = 0
  /// Base units to pick, and those that lines were given of them.
  var total: Int
  var given = 0
  /// The goods that were the last of their kind in their bin.
  var emptied: StockKey?

  init(total: Int) {
    self.total = total
  }

  /// The part of a weight that is the next line's; the parts add up to it.
  func share(of grams: Int, _ quantity: Int) -> Int {
    guard total > 0 else { return 0 }
    return grams * (given + quantity) / total - grams * given / total
  }
}

extension Rules {
  /// The orders of a list get the lowest free slots of a wall.
  func openWall(_ code: Code<PickList>, _ wall: Code<PutWall>) throws -> Decision {
    _ = try session(.packer)
    let list = try known(try facts.list(code), code)
    guard list.way == .batch, list.state == .done else { throw Refusal.listIs(code, list.state) }
    let record = try known(try facts.wall(wall), wall)
    let waiting = try facts.pickLines(of: code).filter { $0.picked > $0.seeded }
    let orders = try orders(of: waiting).filter { try facts.wallSlot(of: $0) == nil }
    let taken = Set(try facts.taken(of: wall).map(\.number))
    let free = (1...max(1, record.slots)).filter { !taken.contains($0) }
    guard free.count >= orders.count else {
      throw Refusal.wallFull(wall, free: free.count, wanted: orders.count)
    }
    return .done(
      zip(orders.sorted(), free).map { order, number in
        .wallSlot(WallSlot(wall: wall, number: number, order: order))
      })
  }

  /// Pieces go from the tote they were picked into together into the tote of their order's slot.
  ///
  /// A slot without a tote takes the empty one that is scanned first. When the order has all that
  /// was picked for it, it goes to a bench and its slot is free.
  func seed(
    _ from: Code<Tote>, _ number: Code<Order>, _ sku: Code<Product>, _ quantity: Int,
    _ tote: Code<Tote>
  ) throws -> Decision {
    _ = try session(.packer)
    let (list, content) = try together(from, as: .batch)
    guard quantity > 0 else { throw Refusal.senseless("\(quantity)") }
    guard var slot = try facts.wallSlot(of: number) else {
      throw Refusal.unknown(number.rawValue)
    }
    var changes: [Change] = []
    if let bound = slot.tote {
      guard bound == tote else {
        throw Refusal.wrongTote(tote, slot: slot.number, expected: bound)
      }
    } else {
      var record = try emptied(tote)
      record.order = number
      slot.tote = tote
      changes.append(.tote(record))
    }
    let lines = try facts.pickLines(of: list.code).filter { $0.order == number }
    let wanted = lines.filter { $0.from.sku == sku }.reduce(0) { $0 + $1.picked - $1.seeded }
    let pieces = content.filter { $0.key.sku == sku }
    let inTote = pieces.reduce(0) { $0 + $1.quantity }
    guard wanted > 0 else { throw Refusal.nobodyWants(sku) }
    guard quantity <= min(wanted, inTote) else {
      throw Refusal.tooMany(asked: quantity, open: min(wanted, inTote))
    }
    changes += moving(quantity, of: pieces, to: .tote(tote))
    let (given, seeded) = giving(quantity, of: sku, to: lines)
    changes += given
    let isWhole = seeded.allSatisfy { $0.picked == $0.seeded }
    if isWhole {
      changes += try whole(number, slot)
    } else {
      changes.append(.wallSlot(slot))
    }
    let left = content.reduce(0) { $0 + $1.quantity } - quantity
    if left == 0 { changes.append(.tote(Tote(code: from))) }
    return .done(changes, .seeded(left: left, isWhole: isWhole))
  }

  /// A piece goes to the most urgent order of the tote's list that has none, and straight into
  /// a parcel that is closed by it, unless its carton or its weight is still wanted.
  func packNext(_ from: Code<Tote>, _ sku: Code<Product>) throws -> Decision {
    let session = try session(.packer)
    guard let workstation = session.workstation else { throw Refusal.noWorkstation }
    let (list, content) = try together(from, as: .bulk)
    let pieces = try named(content.filter { $0.key.sku == sku })
    guard !pieces.isEmpty else { throw Refusal.wrongItem(sku) }
    let unpacked = try facts.pickLines(of: list.code).filter { $0.picked > $0.seeded }
    let waiting = try unpacked.map { line in
      (line: line, order: try known(try facts.order(line.order), line.order))
    }.filter { $0.order.state == .picked }
    guard
      let (line, order) = waiting.min(by: { one, other in
        (other.order.priority, one.order.cutOff, one.order.number)
          < (one.order.priority, other.order.cutOff, other.order.number)
      })
    else { throw Refusal.nobodyWants(sku) }
    let count = try facts.parcels(of: order.number).count
    let parcel = Parcel(
      code: Code("\(order.number)-\(count + 1)"), order: order.number, workstation: workstation,
      badge: session.badge, carrier: order.carrier)
    var changes = moving(1, of: pieces, to: .parcel(parcel.code))
    changes += try captured(sku, 1, in: [.tote(from)], to: .parcel(parcel.code))
    changes += giving(1, of: sku, to: [line]).changes
    var lines = try facts.lines(of: order.number)
    guard let index = lines.firstIndex(where: { $0.sku == sku && $0.packed < $0.quantity }) else {
      throw Refusal.nobodyWants(sku)
    }
    lines[index].packed += 1
    changes.append(.orderLine(lines[index]))
    let left = content.reduce(0) { $0 + $1.quantity } - 1
    if left == 0 { changes.append(.tote(Tote(code: from))) }
    // The parcel must be there before pieces can be in it.
    changes = [.parcel(parcel)] + changes
    if try facts.benchRules().waits(for: ParcelPacking(parcel: parcel.code)) {
      var order = order
      order.state = .packing
      return .done(changes + [.order(order)], .opened(parcel.code))
    }
    let closed = try closing(parcel, lines, changes)
    let all = closed.changes
    switch closed.outcome {
    case .done(.closed(let code, let waybill)):
      return .done(all, .packedNext(code, waybill: waybill, left: left))
    case .done(.carried(let code, let waybill, _)):
      return .done(all, .packedNext(code, waybill: waybill ?? "", left: left))
    case .done, .refused: return closed
    }
  }

  /// What the book still has in a tote picked together is not there: it is out of the books, and
  /// the least urgent orders go without.
  func lose(_ from: Code<Tote>) throws -> Decision {
    _ = try session(.packer)
    let (list, content) = try together(from, as: nil)
    var changes: [Change] = content.map { stock in
      .move(Movement(from: stock.key, to: .outside, quantity: stock.quantity))
    }
    var missing: [Code<Product>: Int] = [:]
    for stock in content { missing[stock.key.sku, default: 0] += stock.quantity }
    let lost = missing.values.reduce(0, +)
    let lines = try facts.pickLines(of: list.code)
    var now: [Code<PickLine>: PickLine] = [:]
    for line in try leastUrgentFirst(lines) where line.picked > line.seeded {
      let take = min(line.picked - line.seeded, missing[line.from.sku] ?? 0)
      guard take > 0 else { continue }
      missing[line.from.sku, default: 0] -= take
      var line = line
      line.picked -= take
      line.state = .short
      line.reason = .fewer
      now[line.code] = line
      changes.append(.pickLine(line))
    }
    // What is lost cannot be taken back.
    changes += try facts.picks(of: list.code).filter { now[$0.line] != nil }.map { .unpick($0) }
    for number in orders(of: lines.filter { now[$0.code] != nil }) {
      let own = lines.filter { $0.order == number }.map { now[$0.code] ?? $0 }
      guard own.allSatisfy({ $0.picked == $0.seeded }) else { continue }
      let slot = try facts.wallSlot(of: number)
      if own.contains(where: { $0.picked > 0 }), let slot {
        changes += try whole(number, slot)
        continue
      }
      let order = try known(try facts.order(number), number)
      changes.append(.order(backordered(order, own)))
      changes += try asOrdered(number)
      if var slot {
        slot.order = nil
        slot.tote = nil
        changes.append(.wallSlot(slot))
      }
    }
    changes.append(.tote(Tote(code: from)))
    return .done(changes + (try closing(list.wave, changes)), .lost(lost))
  }

  /// The order has all that was picked for it: it goes to a bench, and its slot is free.
  private func whole(_ number: Code<Order>, _ slot: WallSlot) throws -> [Change] {
    var order = try known(try facts.order(number), number)
    order.state = .picked
    return [.order(order), .wallSlot(WallSlot(wall: slot.wall, number: slot.number))]
  }

  /// The list a tote was filled on, which must be done and of this way, and what lies in it.
  private func together(
    _ tote: Code<Tote>, as way: PickingWay?
  ) throws -> (PickList, [Stock]) {
    let record = try known(try facts.tote(tote), tote)
    guard let list = try record.list.flatMap({ try facts.list($0) }) else {
      throw record.order.map { Refusal.toteInUse(tote, $0) } ?? Refusal.unknown(tote.rawValue)
    }
    guard way == nil || list.way == way else { throw Refusal.pickedAs(tote, list.way) }
    guard list.state == .done else { throw Refusal.listIs(list.code, list.state) }
    return (list, try facts.stock(in: .tote(tote)).filter { $0.quantity > 0 })
  }

  private func moving(_ quantity: Int, of pieces: [Stock], to holder: Holder) -> [Change] {
    var left = quantity
    return pieces.compactMap { stock in
      let take = min(left, stock.quantity)
      left -= take
      return take > 0 ? .move(Movement(from: stock.key, to: holder, quantity: take)) : nil
    }
  }

  /// The lines after so many pieces were given to their order.
  private func giving(
    _ quantity: Int, of sku: Code<Product>, to lines: [PickLine]
  ) -> (changes: [Change], lines: [PickLine]) {
    var left = quantity
    var lines = lines
    var changes: [Change] = []
    for index in lines.indices where lines[index].from.sku == sku && left > 0 {
      let take = min(left, lines[index].picked - lines[index].seeded)
      guard take > 0 else { continue }
      lines[index].seeded += take
      left -= take
      changes.append(.pickLine(lines[index]))
    }
    return (changes, lines)
  }

  private func leastUrgentFirst(_ lines: [PickLine]) throws -> [PickLine] {
    try lines.map { line in
      (line: line, order: try known(try facts.order(line.order), line.order))
    }.sorted { one, other in
      (one.order.priority, other.order.cutOff, other.order.number, other.line.code)
        < (other.order.priority, one.order.cutOff, one.order.number, one.line.code)
    }.map(\.line)
  }
}

extension Rules {
  /// A picker takes a list in hand; asking again for one's own list changes nothing.
  func take(_ code: Code<PickList>) throws -> Decision {
    let session = try session(.picker)
    var list = try known(try facts.list(code), code)
    if list.state == .picking {
      guard list.badge == session.badge else {
        throw list.badge.map(Refusal.inOtherHands) ?? Refusal.listIs(code, list.state)
      }
      return .done([])
    }
    guard list.state == .released else { throw Refusal.listIs(code, list.state) }
    list.state = .picking
    list.badge = session.badge
    list.cart = session.cart
    let orders = try list.slots.compactMap { slot in
      var order = try known(try facts.order(slot.order), slot.order)
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
    let stopped = try facts.order(list.slots[index].order)?.state == .cancelled
    if stopped { throw Refusal.orderIs(list.slots[index].order, .cancelled) }
    var record = try known(try facts.tote(tote), tote)
    if let order = record.order { throw Refusal.toteInUse(tote, order) }
    guard try facts.stock(in: .tote(tote)).allSatisfy({ $0.quantity == 0 }) else {
      throw Refusal.toteNotEmpty(tote)
    }
    list.slots[index].tote = tote
    record.order = list.slots[index].order
    return .done([.list(list), .tote(record)])
  }

  /// Pieces go from a bin into their slot's tote.
  ///
  /// The bin may be another than promised when pieces of the product are free there: then the
  /// promise moves along. A lot-tracked piece is booked as the lot the bin's record names.
  func pick(
    _ code: Code<PickLine>, _ quantity: Int, _ bin: Code<Bin>, _ tote: Code<Tote>
  ) throws -> Decision {
    var (line, list) = try ownLine(code)
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
      guard onHand >= quantity else { throw Refusal.stockGone(bin, left: onHand) }
    } else {
      let today = context.at.day(utcOffset: try facts.site()?.utcOffset ?? 0)
      let here = try facts.stock(of: line.from.sku).filter { $0.bin.code == bin }
      guard let entry = choose(quantity, from: here, today: today).first,
        entry.quantity == quantity
      else {
        let left = here.map(\.stock.available).max() ?? 0
        throw Refusal.stockGone(bin, left: left)
      }
      source = entry.key
      onHand = here.first { $0.stock.key == source }?.stock.quantity ?? 0
    }
    changes.append(.reserve(line.from, by: -quantity))
    changes.append(.move(Movement(from: source, to: .tote(tote), quantity: quantity)))
    line.picked += quantity
    if line.picked == line.quantity { line.state = .picked }
    changes.append(.pickLine(line))
    changes.append(
      .pick(
        Pick(
          list: list.code, number: (try facts.picks(of: list.code).last?.number ?? 0) + 1,
          line: code, from: source, quantity: quantity, tote: tote)))
    let others = try facts.pickLines(of: list.code).filter { $0.open > 0 && $0.code != code }.count
    let open = others + (line.open > 0 ? 1 : 0)
    guard onHand == quantity else { return .done(changes, .picked(line, open: open)) }
    changes += try made(try replenishment(of: source))
    guard try facts.site()?.houseRules.zeroCheck == true,
      try facts.stock(in: source.holder).allSatisfy({ $0.key == source || $0.quantity == 0 })
    else { return .done(changes, .picked(line, open: open)) }
    return .done(changes, .emptied(line, open: open, source))
  }

  /// The rest of a line cannot be picked here.
  ///
  /// What the book still has in the bin is frozen until it is counted, so that nobody else is
  /// sent for it. Other bins are promised instead where they have pieces; what none has is told.
  /// Where nobody can pick any more, the promises of others go to other bins too, as far as there
  /// are any, and their walks are planned anew.
  func short(_ code: Code<PickLine>, _ reason: ShortReason) throws -> Decision {
    var (line, list) = try ownLine(code)
    let missing = line.open
    line.state = .short
    line.reason = reason
    var changes: [Change] = [.reserve(line.from, by: -missing), .pickLine(line)]
    let today = context.at.day(utcOffset: try facts.site()?.utcOffset ?? 0)
    let others = try facts.stock(of: line.from.sku).filter { $0.stock.key != line.from }
    let chosen = choose(missing, from: others, today: today)
    var away = 0
    if reason == .empty || reason == .otherGoods || reason == .blocked {
      let moved = try movedOn(
        from: line.from, except: code,
        promised: Dictionary(chosen.map { ($0.key, $0.quantity) }, uniquingKeysWith: +))
      changes += moved.changes
      away = moved.pieces
    }
    if let stock = try facts.stock(at: line.from) {
      let freeze = stock.quantity - stock.frozen - (stock.allocated - missing - away)
      if freeze > 0 { changes.append(.freeze(line.from, by: freeze)) }
    }
    let parts = try facts.pickLines(of: line.order).filter { $0.orderLine == line.orderLine }.count
    let last = try facts.pickLines(of: list.code).map(\.sequence).max() ?? 0
    for (index, choice) in chosen.enumerated() {
      changes.append(.reserve(choice.key, by: choice.quantity))
      changes.append(
        .pickLine(
          PickLine(
            code: Code("\(line.order)/\(line.orderLine).r\(parts + index)"), order: line.order,
            orderLine: line.orderLine, from: choice.key, quantity: choice.quantity,
            list: list.code, slot: line.slot, sequence: last + index + 1)))
    }
    var chores = try countWanted(line.from, .short, order: line.order)
    if reason == .empty || reason == .fewer { chores += try replenishment(of: line.from) }
    changes += try made(chores)
    list.revision += 1
    changes.append(.list(list))
    let found = chosen.reduce(0) { $0 + $1.quantity }
    return .done(changes, .shorted(missing: missing - found, replaced: chosen.count))
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
    for (index, stop) in order.enumerated() {
      guard var line = open.first(where: { $0.code == stop.line }) else { continue }
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
    list.state = .done
    var changes: [Change] = [.list(list)]
    for slot in list.slots {
      var order = try known(try facts.order(slot.order), slot.order)
      let own = lines.filter { $0.order == order.number }
      if order.state == .cancelled {
        // What a stopped order's tote holds is put back; an empty one is free.
        if let tote = slot.tote, try facts.tote(tote)?.order == order.number,
          try facts.stock(in: .tote(tote)).allSatisfy({ $0.quantity == 0 })
        {
          changes.append(.tote(Tote(code: tote)))
        }
        continue
      }
      if own.contains(where: { $0.picked > 0 }) {
        order.state = .picked
      } else {
        order.state = .backorder
        order.note = own.compactMap { line in
          line.reason.map { "\(line.from.sku) x\(line.quantity) \($0.rawValue)" }
        }.joined(separator: ", ")
        order.wave = nil
        if let tote = slot.tote { changes.append(.tote(Tote(code: tote))) }
      }
      changes.append(.order(order))
    }
    changes += try closing(list.wave, changes)
    return .done(changes)
  }

  /// The wave is done when these changes leave none of its orders open.
  func closing(_ wave: Code<Wave>?, _ changes: [Change]) throws -> [Change] {
    guard let wave, var record = try facts.wave(wave), record.state == .released else { return [] }
    let over = changes.filter { change in
      guard case .order(let order) = change else { return false }
      return order.state == .packed || order.state == .held || order.state == .backorder
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

  private func ownLine(_ code: Code<PickLine>) throws -> (PickLine, PickList) {
    let line = try known(try facts.pickLine(code), code)
    let list = try ownList(try known(line.list, code))
    guard line.state == .open else { throw Refusal.lineIs(code, line.state) }
    return (line, list)
  }
}

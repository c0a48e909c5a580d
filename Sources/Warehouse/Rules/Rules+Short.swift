extension Rules {
  /// The rest of a line cannot be picked here.
  ///
  /// What the book still has in the bin is frozen until it is counted, so that nobody else is
  /// sent for it. Other bins are promised instead where they have pieces; what none has is told.
  /// Where nobody can pick any more, the promises of others go to other bins too, as far as there
  /// are any, and their walks are planned anew.
  func short(_ code: Code<PickLine>, _ reason: ShortReason) throws -> Decision {
    let (line, list) = try ownLine(code)
    return try short([line], list, reason)
  }

  /// The rest of some lines, all from one stock record, cannot be picked there; perhaps the pieces
  /// were seen in another bin.
  func short(
    _ lines: [PickLine], _ list: PickList, _ reason: ShortReason, seenIn seen: Code<Bin>? = nil
  ) throws -> Decision {
    guard let first = lines.first else { throw Refusal.senseless("0") }
    let from = first.from
    var list = list
    let missing = lines.reduce(0) { $0 + $1.open }
    var changes: [Change] = [.reserve(from, by: -missing)]
    for var line in lines {
      line.state = .short
      line.reason = reason
      changes.append(.pickLine(line))
    }
    let today = context.at.day(utcOffset: try facts.site()?.utcOffset ?? 0)
    var last = try facts.pickLines(of: list.code).map(\.sequence).max() ?? 0
    var taken: [StockKey: Int] = [:]
    var parts: [String: Int] = [:]
    var found = 0
    var replaced = 0
    for line in lines {
      let others = try free(from.sku, after: taken).filter { $0.stock.key != from }
      let name = "\(line.order)/\(line.orderLine)"
      var part =
        try parts[name]
        ?? facts.pickLines(of: line.order).filter { $0.orderLine == line.orderLine }.count
      for choice in choose(line.open, from: others, today: today) {
        last += 1
        changes.append(.reserve(choice.key, by: choice.quantity))
        changes.append(
          .pickLine(
            PickLine(
              code: Code("\(name).r\(part)"), order: line.order, orderLine: line.orderLine,
              from: choice.key, quantity: choice.quantity, list: list.code, slot: line.slot,
              sequence: last)))
        taken[choice.key, default: 0] += choice.quantity
        part += 1
        found += choice.quantity
        replaced += 1
      }
      parts[name] = part
    }
    var away = 0
    if reason.keepsOthersAway {
      let moved = try movedOn(from: from, except: Set(lines.map(\.code)), promised: taken)
      changes += moved.changes
      away = moved.pieces
    }
    if let stock = try facts.stock(at: from) {
      let freeze = stock.quantity - stock.frozen - (stock.allocated - missing - away)
      if freeze > 0 { changes.append(.freeze(from, by: freeze)) }
    }
    var chores = try countWanted(from, .short, order: first.order)
    if reason.leavesTheFaceBare { chores += try replenishment(of: from) }
    if let seen {
      chores += try countWanted(from.moved(to: .bin(seen)), .short, order: first.order)
    }
    changes += try made(chores)
    list.revision += 1
    changes.append(.list(list))
    changes.append(try remembered(changes, of: first, list, reason, missing))
    return .done(changes, .shorted(missing: missing - found, replaced: replaced))
  }
}

extension ShortReason {
  /// Whether nobody else is sent to the bin until it was counted.
  var keepsOthersAway: Bool {
    switch self {
    case .empty, .otherGoods, .blocked, .elsewhere, .notFound: true
    case .fewer, .damaged: false
    }
  }

  /// Whether a pick face should be filled up.
  var leavesTheFaceBare: Bool {
    switch self {
    case .empty, .fewer, .notFound: true
    case .damaged, .otherGoods, .blocked, .elsewhere: false
    }
  }
}

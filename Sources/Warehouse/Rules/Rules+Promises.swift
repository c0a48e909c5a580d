extension Rules {
  /// Takes promises of a key back, those farthest from being picked first: not on a list, then on a
  /// list nobody has, then in somebody's walk; among equals the later cut-off, then the later code.
  ///
  /// Other bins are promised instead. What none has is short on its list, and an order that is on
  /// no list yet waits for stock as a whole.
  func takenBack(_ excess: Int, at key: StockKey) throws -> [Change] {
    guard excess > 0 else { return [] }
    var left = excess
    var move = PromiseMove()
    for line in try youngestFirst(try facts.openLines(from: key)) where left > 0 {
      guard !move.closed.contains(line.code) else { continue }
      let take = min(left, line.open)
      let chosen = try elsewhere(take, than: key, move)
      let found = chosen.reduce(0) { $0 + $1.quantity }
      guard line.list != nil || found == take else {
        let given = try waits(line.order, "\(key.sku) x\(take - found)")
        move.changes += given.changes
        for own in given.lines {
          move.closed.insert(own.code)
          if own.from == key { left -= own.open }
        }
        continue
      }
      left -= take
      try self.move(line, take, to: chosen, in: &move)
    }
    return move.changes + move.newRevisions
  }

  /// Promises of a key that other bins can keep go there, and nobody is sent to the first one any
  /// more; what no other bin has stays promised until the key is counted.
  ///
  /// - Returns: the changes, and how many pieces of the key are no longer promised.
  func movedOn(
    from key: StockKey, except codes: Set<Code<PickLine>>, promised: [StockKey: Int]
  ) throws -> (changes: [Change], pieces: Int) {
    var move = PromiseMove()
    move.promised = promised
    var pieces = 0
    for line in try youngestFirst(try facts.openLines(from: key)).reversed()
    where !codes.contains(line.code) {
      let chosen = try elsewhere(line.open, than: key, move)
      let found = chosen.reduce(0) { $0 + $1.quantity }
      guard found > 0 else { continue }
      pieces += found
      try self.move(line, found, to: chosen, in: &move)
    }
    return (move.changes + move.newRevisions, pieces)
  }

  private func elsewhere(
    _ quantity: Int, than key: StockKey, _ move: PromiseMove
  ) throws -> [(key: StockKey, quantity: Int)] {
    let others = try facts.stock(of: key.sku).filter { $0.stock.key != key }.map { entry in
      var entry = entry
      entry.stock.allocated += move.promised[entry.stock.key, default: 0]
      return entry
    }
    return choose(quantity, from: others, today: try today())
  }

  /// Takes pieces of a line's promise back and gives it lines for what was chosen in their place.
  private func move(
    _ line: PickLine, _ take: Int, to chosen: [(key: StockKey, quantity: Int)],
    in move: inout PromiseMove
  ) throws {
    let missing = take - chosen.reduce(0) { $0 + $1.quantity }
    move.changes.append(.reserve(line.from, by: -take))
    var kept = line
    if take < line.open {
      kept.quantity -= take
    } else if missing > 0 {
      kept.state = .short
      kept.reason = .fewer
    } else {
      kept.state = line.picked > 0 ? .picked : .released
      if line.picked > 0 { kept.quantity = line.picked }
    }
    move.changes.append(.pickLine(kept))
    if let list = line.list, move.lists[list] == nil { move.lists[list] = try facts.list(list) }
    let last = try line.list.map { try facts.pickLines(of: $0).map(\.sequence).max() ?? 0 } ?? 0
    var parts = chosen.map { (key: $0.key, quantity: $0.quantity, state: PickLine.State.open) }
    if take < line.open, missing > 0 { parts.append((line.from, missing, .short)) }
    let name = "\(line.order)/\(line.orderLine)"
    let known = try facts.pickLines(of: line.order).filter { $0.orderLine == line.orderLine }
    for part in parts {
      let index = move.added[name, default: 0]
      move.added[name] = index + 1
      if part.state == .open {
        move.changes.append(.reserve(part.key, by: part.quantity))
        move.promised[part.key, default: 0] += part.quantity
      }
      move.changes.append(
        .pickLine(
          PickLine(
            code: Code("\(name).c\(known.count + index)"), order: line.order,
            orderLine: line.orderLine, from: part.key, quantity: part.quantity,
            state: part.state, reason: part.state == .short ? .fewer : nil, list: line.list,
            slot: line.slot, sequence: line.list == nil ? 0 : last + index + 1)))
    }
  }

  /// A line's promise goes to other stock as good as its own, because the walk is shorter that way.
  ///
  /// `taken` keeps what one decision takes, so that no piece is promised twice by it.
  func repromised(
    _ line: inout PickLine, _ key: StockKey?, _ taken: inout [StockKey: Int]
  ) throws -> [Change] {
    guard let key, key != line.from else { return [] }
    guard line.picked == 0, let promised = try binStock(line.from), let other = try binStock(key),
      other.canReplace(promised, utcOffset: try facts.site()?.utcOffset ?? 0)
    else { throw Refusal.senseless(line.code.rawValue) }
    let left = other.stock.available - taken[key, default: 0]
    guard left >= line.open else { throw Refusal.stockGone(other.bin.code, left: left) }
    taken[key, default: 0] += line.open
    let changes = [Change.reserve(line.from, by: -line.open), .reserve(key, by: line.open)]
    line.from = key
    return changes
  }

  private func binStock(_ key: StockKey) throws -> BinStock? {
    guard case .bin(let code) = key.holder, let bin = try facts.bin(code),
      let stock = try facts.stock(at: key)
    else { return nil }
    return BinStock(bin: bin, stock: stock)
  }

  /// Gives back what an order was promised and is not picked.
  func released(_ number: Code<Order>) throws -> (changes: [Change], lines: [PickLine]) {
    let open = try facts.pickLines(of: number).filter { $0.state == .open }
    var changes: [Change] = []
    for var line in open {
      if line.open > 0 { changes.append(.reserve(line.from, by: -line.open)) }
      line.state = line.picked > 0 ? .picked : .released
      if line.picked > 0 { line.quantity = line.picked }
      changes.append(.pickLine(line))
    }
    return (changes, open)
  }

  /// An order that is on no list waits for stock again.
  private func waits(
    _ number: Code<Order>, _ missing: String
  ) throws -> (changes: [Change], lines: [PickLine]) {
    var order = try known(try facts.order(number), number)
    order.state = .backorder
    order.note = missing
    let given = try released(number)
    return (given.changes + [.order(order)], given.lines)
  }

  private func youngestFirst(_ lines: [PickLine]) throws -> [PickLine] {
    try lines.map { line in
      let rank =
        switch try line.list.flatMap({ try facts.list($0) })?.state {
        case nil: 0
        case .planned: 1
        case .released: 2
        case .picking, .done: 3
        }
      let cutOff = try facts.order(line.order)?.cutOff ?? context.at
      return (line: line, rank: rank, cutOff: cutOff)
    }.sorted { one, other in
      if one.rank != other.rank { return one.rank < other.rank }
      if one.cutOff != other.cutOff { return one.cutOff > other.cutOff }
      return one.line.code > other.line.code
    }.map(\.line)
  }
}

/// What one decision moves of promises, so that no piece is promised twice by it.
private struct PromiseMove {
  var changes: [Change] = []
  var lists: [Code<PickList>: PickList] = [:]
  var promised: [StockKey: Int] = [:]
  var added: [String: Int] = [:]
  var closed: Set<Code<PickLine>> = []

  /// Who walks one of the lists plans anew.
  var newRevisions: [Change] {
    lists.values.sorted { $0.code < $1.code }.map { list in
      var list = list
      list.revision += 1
      return .list(list)
    }
  }
}

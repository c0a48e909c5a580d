extension Rules {
  private var reader: Reader<F> { Reader(facts: facts) }

  /// Missing pieces of an order's line are picked from other stock, on its list.
  func promise(_ number: Code<Order>, _ line: Int, _ key: StockKey) throws -> Decision {
    let order = try known(try facts.order(number), number)
    guard order.state == .planned || order.state == .picking else {
      throw Refusal.orderIs(number, order.state)
    }
    guard let entry = try reader.missing(of: order).first(where: { $0.line.number == line }),
      entry.line.sku == key.sku, case .bin(let bin) = key.holder
    else { throw Refusal.senseless("\(number)/\(line)") }
    let stock = try facts.stock(of: key.sku).filter { $0.stock.key == key }
    let chosen = choose(entry.pieces, from: stock, today: try today())
    guard let pieces = chosen.first?.quantity else { throw Refusal.stockGone(bin, left: 0) }
    let lines = try facts.pickLines(of: number).filter { $0.orderLine == line }
    let made = try promised(pieces, of: key, like: lines.last { $0.state == .short }, lines.count)
    return .done(made.changes, .levered(undo: .unpromise(made.line)))
  }

  /// A new line on the open list of another line of the same order line.
  private func promised(
    _ pieces: Int, of key: StockKey, like line: PickLine?, _ count: Int
  ) throws -> (changes: [Change], line: Code<PickLine>) {
    guard let line, let code = line.list, var list = try facts.list(code), list.isOpen else {
      throw Refusal.senseless("list")
    }
    list.revision += 1
    let last = try facts.pickLines(of: code).map(\.sequence).max() ?? 0
    let added = PickLine(
      code: Code("\(line.order)/\(line.orderLine).p\(count)"), order: line.order,
      orderLine: line.orderLine, from: key, quantity: pieces, list: code, slot: line.slot,
      sequence: last + 1)
    return ([.reserve(key, by: pieces), .pickLine(added), .list(list)], added.code)
  }

  /// A promise of which nothing was picked is taken back; its pieces are missing again.
  func unpromise(_ code: Code<PickLine>) throws -> Decision {
    var line = try known(try facts.pickLine(code), code)
    guard line.state == .open, line.picked == 0, let listCode = line.list,
      var list = try facts.list(listCode), list.isOpen
    else { throw Refusal.lineIs(code, line.state) }
    list.revision += 1
    line.state = .short
    line.reason = .fewer
    return .done(
      [.reserve(line.from, by: -line.quantity), .pickLine(line), .list(list)],
      .levered(undo: .promise(line.order, line: line.orderLine, from: line.from)))
  }

  /// What a wave's lists can still pick of a product goes to the orders that come first.
  func shareOut(_ wave: Code<Wave>, _ sku: Code<Product>) throws -> Decision {
    guard let sharing = try reader.sharing(of: sku, over: wave) else {
      throw Refusal.senseless("\(sku)")
    }
    let wants = Dictionary(
      try reader.wants(of: sku, in: wave).map { ($0.order.number, $0) }
    ) { first, _ in first }
    var lines: [Code<PickLine>: PickLine] = [:]
    var lists: [Code<PickList>: PickList] = [:]
    var sequences: [Code<PickList>: Int] = [:]
    func touch(_ code: Code<PickList>?) throws {
      guard let code, lists[code] == nil, let list = try facts.list(code) else { return }
      lists[code] = list
      sequences[code] = try facts.pickLines(of: code).map(\.sequence).max() ?? 0
    }
    func added(
      _ line: PickLine, _ key: StockKey, _ pieces: Int, _ state: PickLine.State
    ) throws {
      try touch(line.list)
      let earlier = try facts.pickLines(of: line.order).filter { $0.orderLine == line.orderLine }
      let name = "\(line.order)/\(line.orderLine)."
      var count = earlier.count
      while lines[Code("\(name)s\(count)")] != nil
        || earlier.contains(where: { $0.code.rawValue == "\(name)s\(count)" })
      { count += 1 }
      let sequence = (line.list.flatMap { sequences[$0] } ?? 0) + 1
      if let list = line.list { sequences[list] = sequence }
      lines[Code("\(name)s\(count)")] = PickLine(
        code: Code("\(name)s\(count)"), order: line.order, orderLine: line.orderLine, from: key,
        quantity: pieces, state: state, reason: state == .short ? .fewer : nil, list: line.list,
        slot: line.slot, sequence: sequence)
    }
    for move in sharing.moves {
      guard let giver = wants[move.from], let target = wants[move.to]?.target else { continue }
      var left = move.pieces
      for promise in giver.promised.reversed() where left > 0 {
        var line = lines[promise.code] ?? promise
        let take = min(left, line.open)
        guard take > 0 else { continue }
        left -= take
        if take == line.quantity {
          line.state = .short
          line.reason = .fewer
        } else {
          line.quantity -= take
          if line.picked == line.quantity { line.state = .picked }
          try added(line, line.from, take, .short)
        }
        try touch(line.list)
        lines[line.code] = line
        try added(target, line.from, take, .open)
      }
    }
    return try reversible(
      lines.values.sorted { $0.code < $1.code }.map { .pickLine($0) }
        + lists.values.sorted { $0.code < $1.code }.map { list in
          var list = list
          list.revision += 1
          return .list(list)
        })
  }
}

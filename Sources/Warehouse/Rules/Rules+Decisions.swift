extension Rules {
  private var reader: Reader<F> { Reader(facts: facts) }

  /// An order waits for stock as a whole: its promises are free, lists go on without it, what was
  /// picked is put back, and platform and customer are told.
  func backorder(_ number: Code<Order>) throws -> Decision {
    var order = try known(try facts.order(number), number)
    guard try reader.mayWait(order) else { throw Refusal.orderIs(number, order.state) }
    if let tote = try shared(of: number) { throw Refusal.liesTogether(number, tote) }
    let missing = try reader.missing(of: order)
    guard !missing.isEmpty else { throw Refusal.senseless("0") }
    let about = words(missing.map { ($0.line.sku, $0.pieces) })
    let (wave, wasOpen) = (order.wave, order.state != .held)
    let given = try released(number)
    var changes = given.changes.filter { if case .pickLine = $0 { false } else { true } }
    // What was picked for it stays told on its old list; nothing else is on one any more.
    let kept = given.changes.compactMap { change -> PickLine? in
      if case .pickLine(let line) = change { line } else { nil }
    }
    for line in try facts.pickLines(of: number) {
      let now = kept.first { $0.code == line.code } ?? line
      if now.picked == 0 { changes.append(.pickLine(unlisted(now))) }
      if now.picked > 0, now != line { changes.append(.pickLine(now)) }
    }
    changes += try stopped(Set(given.lines.compactMap(\.list)), without: number).map { change in
      guard case .list(var list) = change else { return change }
      list.slots.removeAll { $0.order == number }
      return .list(list)
    }
    changes += try made(try putBacks(of: number))
    changes += try facts.totes(of: number).map { .tote(Tote(code: $0.code)) }
    changes += try asOrdered(number)
    order.state = .backorder
    order.note = about
    order.wave = nil
    changes.append(.order(order))
    changes += told([.backorder, .backorderNotice], order, "\(number)@\(context.id)", about)
    if wasOpen { changes += try closing(wave, changes) }
    return try reversible(changes)
  }

  /// What there is of an order is sent; what is missing waits for stock as an order of its own, for
  /// the same receiver, and platform and customer are told.
  func splitOrder(_ number: Code<Order>) throws -> Decision {
    var order = try decidable(number)
    let missing = try reader.missing(of: order)
    let wanted = try facts.lines(of: number).reduce(0) { $0 + $1.quantity - $1.short }
    let pieces = missing.reduce(0) { $0 + $1.pieces }
    guard pieces > 0, pieces < wanted else { throw Refusal.senseless("\(pieces)") }
    var count = 2
    while try facts.order(Code("\(number).\(count)")) != nil { count += 1 }
    let rest = Code<Order>("\(number).\(count)")
    let about = words(missing.map { ($0.line.sku, $0.pieces) })
    var changes: [Change] = [
      .order(
        Order(
          number: rest, channel: order.channel, carrier: order.carrier, cutOff: order.cutOff,
          priority: order.priority, remark: order.remark, state: .backorder, note: about))
    ]
    for (index, entry) in missing.enumerated() {
      var line = entry.line
      line.short += entry.pieces
      changes.append(.orderLine(line))
      changes.append(
        .orderLine(
          OrderLine(
            order: rest, number: index + 1, sku: line.sku, quantity: entry.pieces,
            substitute: line.substitute)))
    }
    changes.append(.shareReceiver(of: number, with: rest))
    changes += try sendable(&order)
    changes += told([.backorder, .backorderNotice], order, rest.rawValue, about)
    return .done(changes, .levered(undo: .rejoin(number, rest: rest)))
  }

  /// The rest of an order is wanted with it again, as long as nobody was told and nothing of the
  /// rest is planned.
  func rejoin(_ number: Code<Order>, _ code: Code<Order>) throws -> Decision {
    _ = try decidable(number)
    var rest = try known(try facts.order(code), code)
    guard code.rawValue.hasPrefix("\(number)."),
      rest.state == .backorder || rest.state == .new
    else { throw Refusal.orderIs(code, rest.state) }
    var changes = try untold([.backorder, .backorderNotice], code.rawValue)
    var lines = try facts.lines(of: number)
    for part in try facts.lines(of: code) {
      guard let index = lines.firstIndex(where: { $0.sku == part.sku && $0.short >= part.quantity })
      else { throw Refusal.wrongItem(part.sku) }
      lines[index].short -= part.quantity
      changes.append(.orderLine(lines[index]))
    }
    rest.state = .cancelled
    rest.note = number.rawValue
    return .done(changes + [.order(rest)], .levered(undo: .splitOrder(number)))
  }

  /// What is not picked of an order's line is not sent: its promises are free, and platform and
  /// customer are told.
  func cancelLine(_ number: Code<Order>, _ line: Int) throws -> Decision {
    var order = try decidable(number)
    var lines = try facts.lines(of: number)
    guard let index = lines.firstIndex(where: { $0.number == line }) else {
      throw Refusal.unknown("\(number)/\(line)")
    }
    let open = try facts.pickLines(of: number).filter { $0.orderLine == line && $0.open > 0 }
    let missing = try reader.missing(of: order).first { $0.line.number == line }?.pieces ?? 0
    let pieces = missing + open.reduce(0) { $0 + $1.open }
    let wanted = lines.reduce(0) { $0 + $1.quantity - $1.short }
    guard pieces > 0, pieces < wanted else { throw Refusal.senseless("\(pieces)") }
    var changes: [Change] = []
    var lists: Set<Code<PickList>> = []
    for var pick in open {
      changes.append(.reserve(pick.from, by: -pick.open))
      pick.state = pick.picked > 0 ? .picked : .released
      if pick.picked > 0 { pick.quantity = pick.picked }
      changes.append(.pickLine(pick))
      if let list = pick.list { lists.insert(list) }
    }
    for code in lists.sorted() {
      guard var list = try facts.list(code) else { continue }
      list.revision += 1
      changes.append(.list(list))
    }
    lines[index].short += pieces
    changes.append(.orderLine(lines[index]))
    let others = try reader.missing(of: order).filter { $0.line.number != line }
    if others.isEmpty { changes += try sendable(&order) }
    let about = words([(lines[index].sku, pieces)])
    changes += told([.cancelled, .cancelNotice], order, "\(number)/\(line)", about)
    // Promises that were given back are made again.
    let back = open.isEmpty ? nil : try wayBack(changes)
    return .done(changes, .levered(undo: back ?? .restoreLine(number, line, pieces)))
  }

  /// Cancelled pieces of a line are wanted again, as long as nobody was told.
  func restoreLine(_ number: Code<Order>, _ line: Int, _ pieces: Int) throws -> Decision {
    _ = try decidable(number)
    guard var record = try facts.lines(of: number).first(where: { $0.number == line }),
      pieces > 0, record.short >= pieces
    else { throw Refusal.senseless("\(pieces)") }
    record.short -= pieces
    return .done(
      try untold([.cancelled, .cancelNotice], "\(number)/\(line)") + [.orderLine(record)],
      .levered(undo: .cancelLine(number, line)))
  }

  /// Somebody who left is signed off; their handheld says so.
  func signOff(_ badge: Code<Operator>) throws -> Decision {
    guard let session = try facts.sessions().first(where: { $0.badge == badge }) else {
      throw Refusal.unknown(badge.rawValue)
    }
    guard session.code != context.session?.code else { throw Refusal.senseless(badge.rawValue) }
    return .done([.endSession(session.code)], .levered(undo: nil))
  }

  /// An order whose missing pieces can be decided about: in a wave, and not on a bench.
  private func decidable(_ number: Code<Order>) throws -> Order {
    let order = try known(try facts.order(number), number)
    switch order.state {
    case .planned, .picking, .picked, .held: break
    case .new, .backorder, .allocated, .packing, .packed, .cancelled, .shipped:
      throw Refusal.orderIs(number, order.state)
    }
    guard try facts.parcels(of: number).allSatisfy({ $0.state == .void || $0.state == .shipped })
    else { throw Refusal.orderIs(number, order.state) }
    return order
  }

  /// A held order nothing of which is missing any more goes to the benches.
  private func sendable(_ order: inout Order) throws -> [Change] {
    guard order.state == .held else { return [] }
    order.state = .picked
    order.note = ""
    var changes: [Change] = [.order(order)]
    if let code = order.wave, var wave = try facts.wave(code), wave.state == .done {
      wave.state = .released
      changes.append(.wave(wave))
    }
    return changes
  }

  private func told(
    _ kinds: [OutboxMessage.Kind], _ order: Order, _ name: String, _ about: String
  ) -> [Change] {
    kinds.map { .message(OutboxMessage($0, of: order, name: name, about: about, at: context.at)) }
  }

  /// Messages that were not delivered are taken back.
  private func untold(_ kinds: [OutboxMessage.Kind], _ name: String) throws -> [Change] {
    try kinds.compactMap { kind in
      let key = "\(kind.rawValue):\(name)"
      return try facts.message(key) == nil ? nil : try unsaid(key)
    }
  }

  /// A message that was not delivered is taken back.
  func unsaid(_ key: String) throws -> Change {
    guard var message = try facts.message(key) else { throw Refusal.unknown(key) }
    guard message.state == .queued, message.lease == nil, message.attempts == 0 else {
      throw Refusal.messageIs(key, message.state)
    }
    message.state = .void
    return .message(message)
  }

  private func words(_ pieces: [(sku: Code<Product>, count: Int)]) -> String {
    pieces.map { "\($0.sku) x\($0.count)" }.joined(separator: ", ")
  }
}

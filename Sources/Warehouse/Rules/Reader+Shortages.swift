extension Reader {
  /// What waits for a decision, as the records tell, with what may be decided.
  func exceptions() throws -> [FloorException] {
    try shortages()
      + facts.orders(in: .held, limit: 100).map(held)
      + weightBlocks()
      + facts.openChores(.count).filter { $0.cause == .short }.map { chore in
        guard case .bin(let bin) = chore.goods.holder else {
          return FloorException(kind: .short(chore), since: chore.since)
        }
        return FloorException(kind: .short(chore), since: chore.since, remedies: [.count(bin)])
      }
      + facts.openChores(.putBack).map {
        FloorException(kind: .stopped($0), since: $0.since, remedies: [.putBack])
      }
      + doubtfulLabels(limit: 100).map {
        FloorException(
          kind: .label($0), since: $0.queued, remedies: [.labelSeen, .labelMissing, .reprint])
      }
      + facts.printJobs(in: .failed, limit: 100).map {
        FloorException(kind: .printing($0), since: $0.queued)
      }
  }

  /// Labels of which nobody knows whether they came out, and that were not printed once more since.
  func doubtfulLabels(limit: Int) throws -> [PrintJob] {
    try facts.printJobs(in: .unknown, limit: limit).filter { job in
      try label(of: job.parcel)?.code == job.code
    }
  }

  /// Parcels whose packer's last deed was a weight that did not pass.
  private func weightBlocks() throws -> [FloorException] {
    let sessions = try facts.sessions()
    return try facts.orders(in: .packing, limit: 200).compactMap { order in
      guard let parcel = try facts.parcels(of: order.number).first(where: { $0.state == .open }),
        let session = sessions.first(where: { $0.badge == parcel.badge }),
        let deed = try facts.deeds(of: parcel.badge.rawValue, before: .max, limit: 8)
          .first(where: { if case .command = $0.act { true } else { false } }),
        case .command(.weigh(parcel.code, _, _), .refused(.bench(let refusal))) = deed.act,
        case .weightOutside(let grams, _, let least, let most) = refusal
      else { return nil }
      let block = WeightBlock(
        parcel: parcel.code, order: order.number, workstation: parcel.workstation,
        badge: parcel.badge, device: session.device, grams: grams, least: least, most: most,
        at: deed.at)
      return FloorException(kind: .weight(block), since: deed.at, remedies: [.shadow, .tell])
    }
  }

  /// A held order: at the benches because pieces miss, or at the door.
  private func held(_ order: Order) throws -> FloorException {
    let isLabelled = try facts.parcels(of: order.number).contains { $0.state == .closed }
    let missing = try missing(of: order)
    guard !isLabelled || !missing.isEmpty else {
      return FloorException(
        kind: .door(order.number, order.note), remedies: [.letGo, .cancelOrder])
    }
    let wanted = try facts.lines(of: order.number).reduce(0) { $0 + $1.quantity - $1.short }
    let isPart = !missing.isEmpty && missing.reduce(0, { $0 + $1.pieces }) < wanted
    return FloorException(
      kind: .held(order.number, order.note),
      remedies: (isPart ? [.send] : missing.isEmpty ? [.send] : [])
        + (isPart && !isLabelled ? [.split] : [])
        + (try !missing.isEmpty && mayWait(order) ? [.backorder] : []) + [.cancelOrder])
  }

  /// Lines that miss pieces nobody will pick, the most urgent order first.
  private func shortages() throws -> [FloorException] {
    var seen: Set<String> = []
    var found: [(order: Order, exception: FloorException)] = []
    for short in try facts.shortLines() {
      guard seen.insert("\(short.order)/\(short.orderLine)").inserted,
        let order = try facts.order(short.order),
        let entry = try missing(of: order).first(where: { $0.line.number == short.orderLine })
      else { continue }
      var bin: Code<Bin>?
      if case .bin(let code) = short.from.holder { bin = code }
      let shortage = Shortage(
        order: order.number, line: short.orderLine, sku: entry.line.sku, missing: entry.pieces,
        wave: order.wave, cutOff: order.cutOff, bin: bin, reason: short.reason,
        sharing: try order.wave.flatMap { try sharing(of: entry.line.sku, over: $0) })
      found.append(
        (
          order,
          FloorException(
            kind: .missing(shortage), remedies: try remedies(shortage, order, short))
        ))
    }
    return found.sorted { one, other in
      (other.order.priority, one.order.cutOff, one.order.number)
        < (one.order.priority, other.order.cutOff, other.order.number)
    }.map(\.exception)
  }

  private func remedies(
    _ shortage: Shortage, _ order: Order, _ short: PickLine
  ) throws -> [Remedy] {
    var remedies: [Remedy] = []
    let list = try short.list.flatMap { try facts.list($0) }
    if list?.isOpen == true {
      let stock = try facts.stock(of: shortage.sku).filter {
        $0.stock.available > 0 && $0.bin.kind != .staging && $0.stock.key != short.from
      }
      let inBin = stock.first { $0.stock.key.holder == short.from.holder }
      let other = stock.first { $0.stock.key.holder != short.from.holder }
      if let other { remedies.append(.otherStock(other.stock.key, isLot: false)) }
      if let inBin { remedies.append(.otherStock(inBin.stock.key, isLot: true)) }
      if remedies.isEmpty, shortage.sharing != nil { remedies.append(.shareOut) }
    }
    let lines = try facts.lines(of: order.number)
    let missing = try missing(of: order)
    let rest = lines.reduce(0) { $0 + $1.quantity - $1.short }
    let all = missing.reduce(0) { $0 + $1.pieces }
    if all < rest { remedies.append(.split) }
    if try mayWait(order) { remedies.append(.backorder) }
    if shortage.missing < rest { remedies.append(.cancelLine) }
    remedies.append(.cancelOrder)
    let waits = try short.from.holder == .outside ? [] : facts.chores(at: short.from.holder)
    if let bin = shortage.bin, waits.contains(where: { $0.kind == .count }) {
      remedies.append(.count(bin))
    }
    return remedies
  }

  /// Whether an order may wait for stock as a whole: nothing of it is on somebody's cart, in a parcel
  /// or cancelled.
  func mayWait(_ order: Order) throws -> Bool {
    let wanted = try facts.lines(of: order.number)
    let replaced = wanted.filter { $0.replaces != 0 }.reduce(0) { $0 + $1.quantity }
    guard wanted.reduce(0, { $0 + $1.short }) == replaced,
      try facts.parcels(of: order.number).allSatisfy({ $0.state == .void })
    else { return false }
    let lists = try Set(facts.pickLines(of: order.number).compactMap(\.list)).compactMap {
      try facts.list($0)
    }
    switch order.state {
    case .held, .picked: return lists.allSatisfy { $0.state == .done || $0.wave != order.wave }
    case .planned, .picking:
      let isCarted = lists.contains { list in
        list.slots.contains { $0.order == order.number && $0.tote != nil }
          || list.way.gathers && list.state == .picking
      }
      return try !isCarted && !facts.pickLines(of: order.number).contains { $0.picked > 0 }
    case .new, .backorder, .allocated, .packing, .packed, .cancelled, .shipped: return false
    }
  }

  /// The pieces of each line of an order that are neither there nor on their way.
  func missing(of order: Order) throws -> [(line: OrderLine, pieces: Int)] {
    let lines = try facts.lines(of: order.number)
    guard order.state != .held else {
      var there: [Code<Product>: Int] = [:]
      for tote in try facts.totes(of: order.number) {
        for stock in try facts.stock(in: .tote(tote.code)) {
          there[stock.key.sku, default: 0] += stock.quantity
        }
      }
      return lines.compactMap { line in
        let wanted = line.quantity - line.packed - line.short
        let found = min(wanted, there[line.sku, default: 0])
        there[line.sku, default: 0] -= found
        return wanted > found ? (line, wanted - found) : nil
      }
    }
    var coming: [Int: Int] = [:]
    for pick in try facts.pickLines(of: order.number) {
      // What an earlier wave picked was put back.
      guard let code = pick.list, try facts.list(code)?.wave == order.wave else { continue }
      coming[pick.orderLine, default: 0] += pick.picked + pick.open
    }
    return lines.compactMap { line in
      let missing = line.quantity - line.short - coming[line.number, default: 0]
      return missing > 0 ? (line, missing) : nil
    }
  }
}

extension PickList {
  /// Whether more can still be picked on it.
  var isOpen: Bool {
    switch state {
    case .planned, .released, .picking: true
    case .done: false
    }
  }
}

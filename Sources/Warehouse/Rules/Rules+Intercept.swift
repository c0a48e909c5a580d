extension Rules {
  /// An order stops at once: what it was promised is free again, what was picked for it is put
  /// back, and the waybill it has or waits for is given up.
  func intercept(_ number: Code<Order>, _ reason: String) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    var order = try known(try facts.order(number), number)
    guard !reason.isEmpty else { throw Refusal.senseless("reason") }
    switch order.state {
    case .cancelled, .shipped: throw Refusal.orderIs(number, order.state)
    case .new, .backorder, .allocated, .planned, .picking, .picked, .packing, .held, .packed: break
    }
    // What a driver has already taken along cannot be put back.
    if let gone = try facts.parcels(of: number).first(where: { $0.state == .shipped }) {
      throw Refusal.gone(
        gone.waybill ?? gone.code.rawValue, try facts.manifest(of: gone.code)?.code)
    }
    // Which pieces of a tote filled for many orders are its own shows only when they are sorted.
    if let tote = try shared(of: number) { throw Refusal.liesTogether(number, tote) }
    let wasOpen = order.state != .held && order.state != .packed
    order.state = .cancelled
    order.note = reason
    let given = try released(number)
    var changes: [Change] = [.order(order)] + given.changes
    changes += try stopped(Set(given.lines.compactMap(\.list)), without: number)
    changes += try unpacked(number)
    changes += try unlabelled(number, reason)
    changes += try spare(of: number)
    changes += try made(try putBacks(of: number))
    if wasOpen { changes += try closing(order.wave, changes) }
    return .done(changes)
  }

  /// The lists of a stopped order are walked without it; one nobody walks and with nothing left
  /// is done.
  func stopped(
    _ codes: Set<Code<PickList>>, without number: Code<Order>
  ) throws -> [Change] {
    var now: [Code<PickList>: PickList] = [:]
    var over: [PickList] = []
    for code in codes.sorted() {
      guard var list = try facts.list(code) else { continue }
      list.revision += 1
      let isOver = try facts.pickLines(of: code).allSatisfy {
        $0.order == number || $0.open == 0
      }
      if isOver, list.state != .picking {
        if list.state == .released { over.append(list) }
        list.state = .done
      }
      now[code] = list
    }
    // Where a free zone has nothing left, the one after it may be taken.
    for list in over where list.way == .zone {
      let zones = try facts.lists(of: list.wave).map { now[$0.code] ?? $0 }
      if let next = nextZone(after: list.code, in: zones) { now[next.code] = next }
    }
    return now.values.sorted { $0.code < $1.code }.map { .list($0) }
  }

  /// An empty tote that an order has between two zones is free.
  private func spare(of number: Code<Order>) throws -> [Change] {
    let lists = Set(try facts.pickLines(of: number).compactMap(\.list))
    let isWalked = try lists.contains { try facts.list($0)?.state == .picking }
    let isPacked = try facts.parcels(of: number).contains { $0.state == .open }
    guard !isWalked, !isPacked else { return [] }
    return try facts.totes(of: number).filter { tote in
      try facts.stock(in: .tote(tote.code)).allSatisfy { $0.quantity == 0 }
    }.map { .tote(Tote(code: $0.code)) }
  }

  /// Pieces on the bench go back into the order's tote, and its open parcel is given up.
  private func unpacked(_ number: Code<Order>) throws -> [Change] {
    var changes: [Change] = []
    guard let tote = try facts.totes(of: number).first else { return [] }
    for var parcel in try facts.parcels(of: number) where parcel.state == .open {
      parcel.state = .void
      changes.append(.parcel(parcel))
      changes += try facts.stock(in: .parcel(parcel.code)).filter { $0.quantity > 0 }.map {
        .move(Movement(from: $0.key, to: .tote(tote.code), quantity: $0.quantity))
      }
    }
    guard !changes.isEmpty else { return [] }
    for var line in try facts.lines(of: number) where line.packed > 0 {
      line.packed = 0
      changes.append(.orderLine(line))
    }
    return changes
  }

  /// A parcel that has left its tote for good is given up with its waybill; its pieces stay in it
  /// until they are put back.
  private func unlabelled(_ number: Code<Order>, _ reason: String) throws -> [Change] {
    let lies = try sealed(number).map { parcel in
      var parcel = parcel
      parcel.state = .void
      return parcel
    }
    var changes = lies.map { Change.parcel($0) }
    for parcel in lies {
      guard let job = try facts.waybillJobs(of: parcel.code).last(where: { $0.isLive }) else {
        continue
      }
      // Numbers that come by one call are given up by one.
      let family = try facts.family(of: job)
      guard family.first?.parcel == parcel.code else { continue }
      let parcels = family.compactMap { member in lies.first { $0.code == member.parcel } }
      changes += try givingUp(family, parcels, reason)
    }
    guard !changes.isEmpty else { return [] }
    for var line in try facts.lines(of: number) where line.packed > 0 {
      line.packed = 0
      changes.append(.orderLine(line))
    }
    return changes
  }

  /// The parcels of an order whose pieces have no tote to go back to.
  private func sealed(_ number: Code<Order>) throws -> [Parcel] {
    let hasTote = try !facts.totes(of: number).isEmpty
    return try facts.parcels(of: number).filter { parcel in
      switch parcel.state {
      case .closed, .waiting: true
      case .open: !hasTote
      case .void, .shipped: false
      }
    }
  }

  /// One put-back for each kind of pieces in each tote of an order, to the bin they came from.
  func putBacks(of number: Code<Order>) throws -> [Chore] {
    let lines = try facts.pickLines(of: number).filter { $0.picked > 0 }
    let totes = try facts.totes(of: number)
    var held: [StockKey: Int] = [:]
    for tote in totes {
      for stock in try facts.stock(in: .tote(tote.code)) { held[stock.key] = stock.quantity }
    }
    if let tote = totes.first {
      for parcel in try facts.parcels(of: number) where parcel.state == .open {
        for stock in try facts.stock(in: .parcel(parcel.code)) {
          held[stock.key.moved(to: .tote(tote.code)), default: 0] += stock.quantity
        }
      }
    }
    for parcel in try sealed(number) {
      for stock in try facts.stock(in: .parcel(parcel.code)) { held[stock.key] = stock.quantity }
    }
    return held.filter { $0.value > 0 }.sorted { one, other in
      (one.key.holder.description, one.key.sku, one.key.lot)
        < (other.key.holder.description, other.key.sku, other.key.lot)
    }.map { key, quantity in
      let home =
        lines.first { $0.from.moved(to: key.holder) == key }
        ?? lines.first { $0.from.sku == key.sku }
      var bin: Code<Bin>?
      if case .bin(let code) = home?.from.holder { bin = code }
      return Chore(
        kind: .putBack, goods: key, quantity: quantity, to: bin, cause: .intercept,
        order: number, since: context.at)
    }
  }
}

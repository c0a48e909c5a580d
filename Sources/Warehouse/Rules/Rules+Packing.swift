extension Rules {
  /// A packer begins with an order, or goes on with the parcel that is open.
  func openParcel(_ number: Code<Order>) throws -> Decision {
    let session = try session(.packer)
    guard let workstation = session.workstation else { throw Refusal.noWorkstation }
    var order = try known(try facts.order(number), number)
    let parcels = try facts.parcels(of: number)
    if var open = parcels.first(where: { $0.state == .open }) {
      // Behind a waybill that was given up nothing is left to verify: any packer may go on.
      guard try open.badge == session.badge || !facts.waybillJobs(of: open.code).isEmpty else {
        throw Refusal.inOtherHands(open.badge)
      }
      guard open.workstation != workstation || open.badge != session.badge else {
        return .done([], .opened(open.code))
      }
      open.workstation = workstation
      open.badge = session.badge
      return .done([.parcel(open)], .opened(open.code))
    }
    if let waiting = parcels.first(where: { $0.state == .waiting }) {
      throw Refusal.parcelIs(waiting.code, waiting.state)
    }
    guard order.state == .picked else { throw Refusal.orderIs(number, order.state) }
    if let tote = try Reader(facts: facts).together(number) {
      throw Refusal.liesTogether(number, tote)
    }
    order.state = .packing
    let parcel = Parcel(
      code: Code("\(number)-\(parcels.count + 1)"), order: number, workstation: workstation,
      badge: session.badge, carrier: order.carrier)
    return .done([.order(order), .parcel(parcel)], .opened(parcel.code))
  }

  /// Verified pieces go from the tote into the parcel; the last good piece closes it.
  func verify(_ code: Code<Parcel>, _ sku: Code<Product>, _ units: Int) throws -> Decision {
    let parcel = try ownParcel(code)
    guard units > 0 else { throw Refusal.senseless("\(units)") }
    var lines = try facts.lines(of: parcel.order)
    let content = try content(of: parcel.order)
    let pieces = try named(content.filter { $0.key.sku == sku })
    let inTote = pieces.reduce(0) { $0 + $1.quantity }
    guard inTote >= units else {
      guard lines.contains(where: { $0.sku == sku }) else { throw Refusal.wrongItem(sku) }
      throw inTote == 0 ? Refusal.extraPiece(sku) : Refusal.tooMany(asked: units, open: inTote)
    }
    var changes: [Change] = []
    var left = units
    for stock in pieces where left > 0 {
      let take = min(left, stock.quantity)
      changes.append(.move(Movement(from: stock.key, to: .parcel(code), quantity: take)))
      left -= take
    }
    changes += try captured(sku, units, in: pieces.map(\.key.holder), to: .parcel(code))
    left = units
    for index in lines.indices where lines[index].sku == sku && left > 0 {
      let line = lines[index]
      let take = min(left, line.quantity - line.packed - line.short)
      guard take > 0 else { continue }
      lines[index].packed += take
      left -= take
      changes.append(.orderLine(lines[index]))
    }
    guard left == 0 else { throw Refusal.extraPiece(sku) }
    // Where one more goes in, it was not full.
    if var packing = try facts.packing(of: code), packing.isFull {
      packing.isFull = false
      changes.append(.packing(packing))
    }
    let rest = content.reduce(0) { $0 + $1.quantity } - units
    let undecided = lines.reduce(0) { $0 + $1.quantity - $1.packed - $1.short } - rest
    guard rest == 0, undecided == 0 else {
      return .done(changes, .verified(left: rest, undecided: undecided))
    }
    return try finished(parcel, lines, changes)
  }

  /// A person decides about pieces that are missing, picked short or lost on the way.
  func settle(_ code: Code<Parcel>, _ settlement: Settlement) throws -> Decision {
    var parcel = try ownParcel(code)
    var order = try known(try facts.order(parcel.order), parcel.order)
    var lines = try facts.lines(of: parcel.order)
    switch settlement {
    case .shipWithout:
      guard lines.contains(where: { $0.packed > 0 }) else { throw Refusal.senseless("0") }
      // What the book has in the tote and nobody finds is out of the books.
      var changes: [Change] = try content(of: parcel.order).map { stock in
        .move(Movement(from: stock.key, to: .outside, quantity: stock.quantity))
      }
      for index in lines.indices where lines[index].packed < lines[index].quantity {
        lines[index].short = lines[index].quantity - lines[index].packed
        changes.append(.orderLine(lines[index]))
      }
      guard try !contents(of: code).isEmpty else { return try unused(parcel, changes) }
      return try finished(parcel, lines, changes)
    case .hold:
      order.state = .held
      order.note = lines.filter { $0.packed < $0.quantity }
        .map { "\($0.sku) x\($0.quantity - $0.packed)" }.joined(separator: ", ")
      parcel.state = .void
      var changes: [Change] = [.order(order), .parcel(parcel)]
      changes += try unverified(parcel, &lines)
      return .done(changes + (try closing(order.wave, changes)))
    }
  }

  /// The parcel gets its carrier and its totes are free: with a number of the site's own its label
  /// is queued at once, else a waybill is asked for.
  ///
  /// A parcel that is full leaves its order on the bench, with the next parcel open.
  func closing(
    _ open: Parcel, _ lines: [OrderLine], _ verified: [Change], _ packed: ParcelPacking? = nil
  ) throws -> Decision {
    var parcel = open
    var changes = verified
    var order = try known(try facts.order(parcel.order), parcel.order)
    let packing = try packed ?? self.packing(of: parcel.code)
    let others = try facts.parcels(of: order.number).filter {
      $0.code != parcel.code && $0.state != .void
    }
    let isLast = lines.allSatisfy { $0.packed + $0.short >= $0.quantity }
    let inside = try contents(of: parcel.code, with: verified)
    let own = isLast && others.isEmpty ? lines : Self.lines(of: inside, in: order.number)
    let first = try gathering(others)
    var carriage = try carriage(
      of: try asking(order, parcel, others, first), own, grams: packing.weight?.grams)
    if first != nil { carriage.reason = Name(zh: "随第一箱", en: "with its first box") }
    let carrier = try known(try facts.carrier(carriage.carrier), carriage.carrier)
    parcel.carrier = carrier.code
    var job = WaybillJob(
      parcel: parcel.code, revision: try facts.waybillJobs(of: parcel.code).count + 1,
      carrier: carrier.code, due: context.at, reason: carriage.reason, fen: carriage.fen,
      queued: context.at)
    if carrier.kind == .range {
      guard var range = try facts.numberRange(of: parcel.carrier),
        let number = Pool.take(&range)
      else { throw Refusal.noWaybillNumbers(parcel.carrier) }
      changes.append(.numberRange(range))
      job.number = number
      job.state = .done
      parcel.state = .closed
      parcel.waybill = number
      parcel.closed = context.at
    } else {
      parcel.state = .waiting
      let isWhole = isLast && !others.contains { $0.state == .open }
      job.lead = first?.parcel
      if first != nil || carrier.isMultiPiece && !isWhole { job.state = .joined }
      if isWhole { changes += asked(first) }
    }
    let label = try label(of: parcel)
    parcel.grams =
      try packing.weight?.grams
      ?? (own == lines
        ? lines.reduce(0) { $0 + (try weight(of: $1)) }
        : inside.reduce(0) { $0 + $1.count * (try facts.product($1.sku)?.grams ?? 0) })
    let isLabelled = others.allSatisfy { $0.state == .closed || $0.state == .shipped }
    if parcel.state == .closed, isLast, isLabelled { order.state = .packed }
    order.note = lines.filter { $0.short > 0 }.map { "\($0.sku) x\($0.short)" }
      .joined(separator: ", ")
    changes.append(.waybillJob(job))
    changes.append(.parcel(parcel))
    changes.append(.order(order))
    if parcel.waybill != nil { changes.append(label) }
    guard isLast else {
      var next = others.first { $0.state == .open }?.code
      if next == nil {
        let count = try facts.parcels(of: order.number).count
        let opened = Parcel(
          code: Code("\(order.number)-\(count + 1)"), order: order.number,
          workstation: parcel.workstation, badge: parcel.badge, carrier: order.carrier)
        changes.append(.parcel(opened))
        next = opened.code
      }
      return .done(
        changes, .filled(parcel.code, waybill: parcel.waybill, next: next ?? parcel.code))
    }
    changes += try facts.totes(of: order.number).map { .tote(Tote(code: $0.code)) }
    guard let number = parcel.waybill else {
      return .done(changes, .carried(parcel.code, waybill: nil, carriage))
    }
    changes += try closing(order.wave, changes)
    guard carrier.code == order.carrier else {
      return .done(changes, .carried(parcel.code, waybill: number, carriage))
    }
    return .done(changes, .closed(parcel.code, waybill: number))
  }

  /// An order as one of its parcels asks for a carrier: the one the parcels before it go with; the
  /// courier collects once.
  private func asking(
    _ order: Order, _ parcel: Parcel, _ others: [Parcel], _ first: WaybillJob?
  ) throws -> Order {
    var order = order
    if let first { order.carrier = first.carrier }
    if !others.isEmpty, try !facts.collects(parcel) { order.codFen = 0 }
    return order
  }

  /// The parcels of an order are all there: their numbers are asked for.
  private func asked(_ first: WaybillJob?) -> [Change] {
    guard var job = first else { return [] }
    job.state = .queued
    job.due = context.at
    return [.waybillJob(job)]
  }

  /// Pieces already verified go back into the tote they wait in; what lies in the order's other
  /// parcels stays there.
  func unverified(_ parcel: Parcel, _ lines: inout [OrderLine]) throws -> [Change] {
    guard let tote = try facts.totes(of: parcel.order).first else { return [] }
    var changes: [Change] = try facts.stock(in: .parcel(parcel.code))
      .filter { $0.quantity > 0 }.map { stock in
        .move(Movement(from: stock.key, to: .tote(tote.code), quantity: stock.quantity))
      }
    for (sku, count) in try contents(of: parcel.code) {
      var left = count
      for index in lines.indices.reversed() where lines[index].sku == sku && left > 0 {
        let back = min(left, lines[index].packed)
        guard back > 0 else { continue }
        lines[index].packed -= back
        left -= back
        changes.append(.orderLine(lines[index]))
      }
    }
    return changes
  }

  /// The last parcel of an order stayed empty, because what was left is not there: it is given up.
  private func unused(_ open: Parcel, _ decided: [Change]) throws -> Decision {
    let others = try facts.parcels(of: open.order).filter {
      $0.code != open.code && $0.state != .void
    }
    guard !others.isEmpty else { throw Refusal.senseless("0") }
    var parcel = open
    var order = try known(try facts.order(parcel.order), parcel.order)
    parcel.state = .void
    var changes = decided + [.parcel(parcel)] + asked(try gathering(others))
    if others.allSatisfy({ $0.state == .closed || $0.state == .shipped }) {
      order.state = .packed
    }
    changes.append(.order(order))
    changes += try facts.totes(of: order.number).map { .tote(Tote(code: $0.code)) }
    changes += order.state == .packed ? try closing(order.wave, changes) : []
    let missing = try facts.lines(of: order.number).reduce(0) {
      $0 + $1.quantity - $1.packed - $1.short
    }
    return .done(changes, .lost(missing))
  }

  /// Pieces of a parcel as lines, for what its carriage costs.
  private static func lines(
    of inside: [(sku: Code<Product>, count: Int)], in order: Code<Order>
  ) -> [OrderLine] {
    inside.enumerated().map { index, piece in
      OrderLine(
        order: order, number: index + 1, sku: piece.sku, quantity: piece.count,
        packed: piece.count)
    }
  }

  func content(of order: Code<Order>) throws -> [Stock] {
    try facts.totes(of: order).flatMap { tote in
      try facts.stock(in: .tote(tote.code)).filter { $0.quantity > 0 }
    }
  }

  func ownParcel(_ code: Code<Parcel>) throws -> Parcel {
    let session = try session()
    let parcel = try known(try facts.parcel(code), code)
    guard parcel.state == .open else { throw Refusal.parcelIs(code, parcel.state) }
    guard parcel.badge == session.badge else { throw Refusal.inOtherHands(parcel.badge) }
    return parcel
  }
}

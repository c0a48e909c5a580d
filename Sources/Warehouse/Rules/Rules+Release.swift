extension Rules {
  /// The orders of a planned wave wait to be planned again; its lists are empty and done.
  func dissolve(_ code: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state == .planned else { throw Refusal.waveIs(code, wave.state) }
    let lists = try facts.lists(of: code)
    if let taken = lists.first(where: { $0.state != .planned }) {
      throw Refusal.listIs(taken.code, taken.state)
    }
    wave.state = .done
    var changes: [Change] = [.wave(wave)]
    for var list in lists {
      list.state = .done
      list.slots = []
      list.revision += 1
      changes.append(.list(list))
    }
    let lines = try lists.flatMap { try facts.pickLines(of: $0.code) }
    changes += lines.map { .pickLine(unlisted($0)) }
    for number in orders(of: lines) {
      var order = try known(try facts.order(number), number)
      guard order.wave == code else { continue }
      order.wave = nil
      if order.state == .planned { order.state = .allocated }
      changes.append(.order(order))
    }
    return try reversible(changes)
  }

  /// An order stops; it can be taken up again as long as nothing of it was picked.
  func interceptLever(_ number: Code<Order>, _ reason: String) throws -> Decision {
    let changes = try intercept(number, reason).changes
    let undo: Lever? = try isUntouched(number) ? .reinstate(number) : nil
    return .done(changes, .levered(undo: undo))
  }

  /// A stopped order of which nothing was picked is new again; lists go on without it.
  func reinstate(_ number: Code<Order>) throws -> Decision {
    var order = try known(try facts.order(number), number)
    guard order.state == .cancelled else { throw Refusal.orderIs(number, order.state) }
    guard try isUntouched(number) else { throw Refusal.inUse(number.rawValue) }
    let lines = try facts.pickLines(of: number)
    var changes: [Change] = lines.map { .pickLine(unlisted($0)) }
    for code in Set(lines.compactMap(\.list)).sorted() {
      guard var list = try facts.list(code), list.slots.contains(where: { $0.order == number })
      else { continue }
      list.slots.removeAll { $0.order == number }
      list.revision += 1
      changes.append(.list(list))
    }
    for var line in try facts.lines(of: number) where line.short > 0 {
      line.short = 0
      changes.append(.orderLine(line))
    }
    order.state = .new
    order.wave = nil
    order.note = ""
    return .done(changes + [.order(order)], .levered(undo: .intercept(number)))
  }

  /// Whether nothing of an order was picked, has a tote or a parcel.
  func isUntouched(_ number: Code<Order>) throws -> Bool {
    let lines = try facts.pickLines(of: number)
    guard lines.allSatisfy({ $0.picked == 0 }), try facts.parcels(of: number).isEmpty,
      try facts.totes(of: number).isEmpty
    else { return false }
    return try Set(lines.compactMap(\.list)).allSatisfy { code in
      try facts.list(code)?.slots.allSatisfy { $0.order != number || $0.tote == nil } ?? true
    }
  }

  func unlisted(_ line: PickLine) -> PickLine {
    var line = line
    line.list = nil
    line.slot = 0
    line.sequence = 0
    line.reached = 0
    return line
  }
}

extension Rules {
  /// The same is done to several lines that want the same pieces of one stop into the same slot.
  ///
  /// Picked pieces fill the lines in the order they are named in; short and skip are for all.
  func stop(_ codes: [Code<PickLine>], _ act: StopAct) throws -> Decision {
    let own = try codes.map { try ownLine($0) }
    guard let (first, list) = own.first, Set(codes).count == codes.count,
      own.allSatisfy({
        $0.1.code == list.code && $0.0.from == first.from && $0.0.slot == first.slot
      })
    else { throw Refusal.senseless("stop") }
    let lines = own.map(\.0)
    switch act {
    case .pick(let quantity, let bin, let tote): return try pick(lines, list, quantity, bin, tote)
    case .short(let reason): return try short(lines, list, reason)
    case .skip: return try skip(lines, list)
    }
  }

  private func pick(
    _ lines: [PickLine], _ list: PickList, _ quantity: Int, _ bin: Code<Bin>, _ tote: Code<Tote>
  ) throws -> Decision {
    let open = lines.reduce(0) { $0 + $1.open }
    guard quantity > 0 else { throw Refusal.senseless("\(quantity)") }
    guard quantity <= open else { throw Refusal.tooMany(asked: quantity, open: open) }
    var left = quantity
    var changes: [Change] = []
    var now: [PickLine] = []
    var tally = PickTally(total: quantity)
    if let sku = lines.first?.from.sku { try identified(sku, quantity) }
    for line in lines where left > 0 {
      let take = min(left, line.open)
      let (picked, part) = try picking(line, list, take, bin, tote, &tally)
      now.append(picked)
      changes += part
      left -= take
    }
    let closed = Set(now.filter { $0.open == 0 }.map(\.code))
    let others = try facts.pickLines(of: list.code)
      .filter { $0.open > 0 && !closed.contains($0.code) }.count
    return try after(tally, changes, now, open: others)
      ?? .done(changes, .gathered(now, open: others))
  }

  /// The zone that follows a list, as it is when it may be taken; those with nothing left to pick
  /// are passed over.
  func nextZone(after code: Code<PickList>, in lists: [PickList]) -> PickList? {
    var before = code
    while var next = lists.first(where: { $0.after == before }) {
      if next.state == .planned {
        next.state = .released
        return next
      }
      guard next.state == .done else { return nil }
      before = next.code
    }
    return nil
  }

  /// The tote in which pieces of an order lie together with those of others; nil when none do.
  func shared(of number: Code<Order>) throws -> Code<Tote>? {
    for line in try facts.pickLines(of: number) where line.picked > line.seeded {
      guard let list = try line.list.flatMap({ try facts.list($0) }), list.way.gathers else {
        continue
      }
      let totes = try facts.gathered(on: list.code)
      let tote = try totes.first { tote in
        try facts.stock(in: .tote(tote.code)).contains {
          $0.key.sku == line.from.sku && $0.quantity > 0
        }
      }
      if let tote = tote ?? totes.first { return tote.code }
    }
    return nil
  }

  private func skip(_ lines: [PickLine], _ list: PickList) throws -> Decision {
    var list = list
    var last = try facts.pickLines(of: list.code).map(\.sequence).max() ?? 0
    var changes: [Change] = []
    for var line in lines {
      last += 1
      line.sequence = last
      line.skips += 1
      changes.append(.pickLine(line))
    }
    list.revision += 1
    return .done(changes + [.list(list)])
  }

  /// A full tote gives its place to an empty one; what is in it stays its orders'.
  func changeTote(_ code: Code<PickList>, _ number: Int, _ tote: Code<Tote>) throws -> Decision {
    var list = try ownList(code)
    guard let index = list.slots.firstIndex(where: { $0.number == number }) else {
      throw Refusal.unknown("\(code) \(number)")
    }
    guard let full = list.slots[index].tote else {
      throw Refusal.wrongTote(tote, slot: number, expected: nil)
    }
    // Said twice, it is done once.
    guard full != tote else { return .done([]) }
    guard try facts.stock(in: .tote(full)).contains(where: { $0.quantity > 0 }) else {
      throw Refusal.toteStillEmpty(full)
    }
    let record = try emptied(tote)
    list.slots[index].tote = tote
    return .done([.list(list), .tote(belonging(record, list, list.slots[index]))])
  }

  /// The tote that goes into a slot: an empty one, or the one that comes from the zone before.
  func filling(_ tote: Code<Tote>, _ list: PickList, _ slot: PickList.Slot) throws -> Tote {
    if let order = slot.order, let passed = try facts.passed(order, to: list) {
      guard passed == tote else {
        throw Refusal.wrongTote(tote, slot: slot.number, expected: passed)
      }
      return try known(try facts.tote(tote), tote)
    }
    return belonging(try emptied(tote), list, slot)
  }

  /// A tote that is free and empty.
  func emptied(_ tote: Code<Tote>) throws -> Tote {
    let record = try known(try facts.tote(tote), tote)
    if let order = record.order { throw Refusal.toteInUse(tote, order) }
    if let list = record.list { throw Refusal.toteGathers(tote, list) }
    guard try facts.stock(in: .tote(tote)).allSatisfy({ $0.quantity == 0 }) else {
      throw Refusal.toteNotEmpty(tote)
    }
    return record
  }

  private func belonging(_ tote: Tote, _ list: PickList, _ slot: PickList.Slot) -> Tote {
    var tote = tote
    tote.order = slot.order
    tote.list = slot.order == nil ? list.code : nil
    return tote
  }
}

extension Rules {
  /// The record of a short pick among the picks of its list: what these changes touch.
  func remembered(
    _ changes: [Change], of line: PickLine, _ list: PickList, _ reason: ShortReason,
    _ pieces: Int
  ) throws -> Change {
    var trail = ShortTrail(
      reason: reason, pieces: pieces, frozen: try facts.stock(at: line.from)?.frozen ?? 0)
    for change in changes {
      if case .pickLine(let line) = change {
        if let known = try facts.pickLine(line.code) { trail.before.append(known) }
        trail.after.append(line)
      }
      if case .freeze(_, let amount) = change { trail.froze += amount }
      if case .chore(let chore) = change { trail.chores.append(chore.number) }
    }
    trail.frozen += trail.froze
    return .pick(
      Pick(
        list: list.code, number: (try facts.picks(of: list.code).last?.number ?? 0) + 1,
        line: line.code, from: line.from, quantity: 0,
        tote: list.slots.first { $0.number == line.slot }?.tote ?? "", short: trail))
  }

  /// A short pick is taken back in its turn: promises, lines, other lists and chores are as they
  /// were before it.
  func unshort(_ code: Code<PickLine>) throws -> Decision {
    let line = try known(try facts.pickLine(code), code)
    let list = try ownList(try known(line.list, code))
    let step = try Reader(facts: facts).lastStep(of: list.code)
    guard let pick = step.pick, let trail = pick.short, pick.line == code else {
      throw step.stays ?? Refusal.nothingToUndo(list.code)
    }
    return .done(try Reader(facts: facts).restoring(pick, trail))
  }
}

extension Reader {
  /// The last step of a list that can be taken back, and why a short pick told since stays.
  func lastStep(of list: Code<PickList>) throws -> (pick: Pick?, stays: Refusal?) {
    var stays: Refusal?
    for pick in try facts.picks(of: list).reversed() {
      guard let trail = pick.short else { return (pick, stays) }
      do {
        _ = try restoring(pick, trail)
        return (pick, stays)
      } catch let refusal as Refusal {
        stays = stays ?? refusal
      }
    }
    return (nil, stays)
  }

  /// What takes a short pick back; refused when anybody acted on what followed from it.
  func restoring(_ pick: Pick, _ trail: ShortTrail) throws -> [Change] {
    let chores = try untouched(trail, of: pick)
    guard let stock = try facts.stock(at: pick.from), stock.frozen == trail.frozen else {
      throw Refusal.shortStays(pick.from.holder, .counted)
    }
    var promised: [StockKey: Int] = [:]
    let lines = try trail.after.map { left in
      try restored(left, trail.before.first { $0.code == left.code }, pick, &promised)
    }
    try stillMissing(lines, pick)
    var changes: [Change] = [.unpick(pick)]
    changes += lines.map { .pickLine($0) }
    if trail.froze > 0 { changes.append(.freeze(pick.from, by: -trail.froze)) }
    for (key, amount) in promised where amount != 0 {
      let held = try facts.stock(at: key)
      let frozen = key == pick.from ? trail.frozen - trail.froze : 0
      guard amount < 0 || (held?.quantity ?? 0) - (held?.allocated ?? 0) - frozen >= amount else {
        throw Refusal.shortStays(pick.from.holder, .counted)
      }
      changes.append(.reserve(key, by: amount))
    }
    for code in Set(lines.compactMap(\.list)).sorted() {
      guard var list = try facts.list(code) else { continue }
      list.revision += 1
      changes.append(.list(list))
    }
    return changes + chores.map { .chore($0) }
  }

  /// The chores that a short pick made, done away with; refused once somebody is at one of them.
  private func untouched(_ trail: ShortTrail, of pick: Pick) throws -> [Chore] {
    try trail.chores.compactMap { number in
      guard var chore = try facts.chore(number) else { return nil }
      guard chore.state == .open, chore.difference == nil else {
        throw Refusal.shortStays(
          pick.from.holder, chore.kind == .replenish ? .filled : .counted)
      }
      chore.state = .done
      return chore
    }
  }

  /// A line as it was before a short pick that left it so; one that it added is given back.
  private func restored(
    _ left: PickLine, _ before: PickLine?, _ pick: Pick, _ promised: inout [StockKey: Int]
  ) throws -> PickLine {
    guard var line = try facts.pickLine(left.code), line.state == left.state,
      line.quantity == left.quantity, line.picked == left.picked, line.list == left.list,
      before == nil || line.from == left.from
    else {
      let wasPicked = try facts.pickLine(left.code).map { $0.picked > left.picked } ?? false
      throw Refusal.shortStays(pick.from.holder, wasPicked ? .picked : .decided)
    }
    guard let before else {
      promised[line.from, default: 0] -= line.open
      line.state = .released
      return line
    }
    promised[line.from, default: 0] += before.open - line.open
    line.state = before.state
    line.quantity = before.quantity
    line.reason = before.reason
    // Where nobody has planned anew, the walk is as it was too.
    if line.sequence == left.sequence { line.sequence = before.sequence }
    return line
  }

  /// Nobody has decided about the pieces: no order line would have more on its way than it wants.
  private func stillMissing(_ lines: [PickLine], _ pick: Pick) throws {
    for number in Set(lines.map(\.order)).sorted() {
      guard let order = try facts.order(number) else { throw Refusal.unknown(number.rawValue) }
      switch order.state {
      case .allocated, .planned, .picking: break
      case .new, .backorder, .picked, .packing, .packed, .held, .cancelled, .shipped:
        throw Refusal.orderIs(number, order.state)
      }
      var coming: [Int: Int] = [:]
      for line in try facts.pickLines(of: number) {
        // What an earlier wave picked was put back.
        if let list = line.list, try facts.list(list)?.wave != order.wave { continue }
        let now = lines.first { $0.code == line.code } ?? line
        coming[line.orderLine, default: 0] += now.picked + now.open
      }
      for line in try facts.lines(of: number)
      where coming[line.number, default: 0] > line.quantity - line.short
        && lines.contains(where: { $0.order == number && $0.orderLine == line.number })
      {
        throw Refusal.shortStays(pick.from.holder, .decided)
      }
    }
  }
}

extension Rules {
  /// Stock is promised to orders, whole orders only; what cannot be filled becomes a backorder.
  func allocate(_ allocations: [OrderAllocation]) throws -> Decision {
    guard Set(allocations.map(\.order)).count == allocations.count else {
      throw Refusal.senseless("allocation")
    }
    var changes: [Change] = []
    var free: [StockKey: Int] = [:]
    var done = 0
    for allocation in allocations {
      var order = try known(try facts.order(allocation.order), allocation.order)
      guard order.state == .new || order.state == .backorder else {
        throw Refusal.orderIs(order.number, order.state)
      }
      guard allocation.missing.isEmpty else {
        order.state = .backorder
        order.note = allocation.missing
        changes.append(.order(order))
        continue
      }
      try fills(allocation)
      // Lines of an earlier, short round keep their codes and stay on their list.
      let earlier = try facts.pickLines(of: order.number).count
      for (index, part) in allocation.parts.enumerated() {
        guard case .bin(let bin) = part.from.holder else { throw Refusal.senseless("holder") }
        let left = try free[part.from] ?? facts.stock(at: part.from)?.available ?? 0
        guard left >= part.quantity else { throw Refusal.stockGone(bin, left: left) }
        free[part.from] = left - part.quantity
        changes.append(.reserve(part.from, by: part.quantity))
        changes.append(
          .pickLine(
            PickLine(
              code: Code("\(order.number)/\(part.line).\(earlier + index + 1)"),
              order: order.number,
              orderLine: part.line, from: part.from, quantity: part.quantity)))
      }
      order.state = .allocated
      order.note = ""
      changes.append(.order(order))
      done += 1
    }
    return .done(changes, .allocated(orders: done, backorders: allocations.count - done))
  }

  /// Parts must add up to exactly what each line wants, of the line's own product.
  private func fills(_ allocation: OrderAllocation) throws {
    let lines = try facts.lines(of: allocation.order)
    for line in lines {
      let parts = allocation.parts.filter { $0.line == line.number }
      let right = parts.allSatisfy { $0.from.sku == line.sku && $0.quantity > 0 }
      guard right, parts.reduce(0, { $0 + $1.quantity }) == line.quantity else {
        throw Refusal.senseless("\(allocation.order)/\(line.number)")
      }
    }
    guard allocation.parts.allSatisfy({ part in lines.contains { $0.number == part.line } }) else {
      throw Refusal.senseless(allocation.order.rawValue)
    }
  }

  /// Allocated orders go into a wave and its pick lists.
  func plan(_ wave: Wave, _ lists: [ListPlan]) throws -> Decision {
    if let known = try facts.wave(wave.code) { throw Refusal.waveIs(known.code, known.state) }
    try fits(lists, wave)
    var changes: [Change] = [.wave(wave)]
    var open: [Code<PickLine>: PickLine] = [:]
    var seen: Set<Code<Order>> = []
    var taken: [StockKey: Int] = [:]
    for number in lists.flatMap(\.orders) where seen.insert(number).inserted {
      var order = try known(try facts.order(number), number)
      guard order.state == .allocated else { throw Refusal.orderIs(number, order.state) }
      order.state = .planned
      order.wave = wave.code
      changes.append(.order(order))
      for line in try facts.pickLines(of: number) where line.state == .open {
        open[line.code] = line
      }
    }
    for plan in lists {
      let slots =
        plan.way.gathers
        ? [PickList.Slot(number: 1, order: nil)]
        : plan.orders.enumerated().map { PickList.Slot(number: $0 + 1, order: $1) }
      changes.append(
        .list(
          PickList(
            code: plan.code, wave: wave.code, slots: slots, walk: plan.walk, way: plan.way,
            zone: plan.zone, after: plan.after)))
      var served: Set<Code<Order>> = []
      for (sequence, stop) in plan.lines.enumerated() {
        guard var line = open.removeValue(forKey: stop.line), plan.orders.contains(line.order)
        else { throw Refusal.notTheOpenLines }
        served.insert(line.order)
        changes += try repromised(&line, stop.from, &taken)
        line.list = plan.code
        line.slot = plan.way.gathers ? 1 : (plan.orders.firstIndex(of: line.order) ?? 0) + 1
        line.sequence = sequence + 1
        line.reached = stop.reached
        changes.append(.pickLine(line))
      }
      guard served == Set(plan.orders) else { throw Refusal.notTheOpenLines }
    }
    guard open.isEmpty else { throw Refusal.notTheOpenLines }
    return .done(changes)
  }

  /// An order is on one list, or on one of each zone; a list holds what its way can pick.
  private func fits(_ lists: [ListPlan], _ wave: Wave) throws {
    // The facts do not know yet what this very plan does with an order.
    let whole = lists.filter { $0.way != .zone }.flatMap(\.orders)
    let zoned = Set(lists.filter { $0.way == .zone }.flatMap(\.orders))
    guard Set(whole).count == whole.count, zoned.isDisjoint(with: whole),
      Set(lists.map(\.code)).count == lists.count
    else { throw Refusal.senseless(wave.code.rawValue) }
    for plan in lists {
      guard Set(plan.orders).count == plan.orders.count else {
        throw Refusal.senseless(plan.code.rawValue)
      }
      switch plan.way {
      case .cluster, .batch: break
      case .discrete:
        guard plan.orders.count == 1 else { throw Refusal.senseless(plan.code.rawValue) }
      case .zone:
        guard plan.after.map({ after in lists.contains { $0.code == after } }) ?? true else {
          throw Refusal.senseless(plan.code.rawValue)
        }
      case .bulk:
        let lines = try plan.orders.flatMap { try facts.lines(of: $0) }
        guard lines.count == plan.orders.count, lines.allSatisfy({ $0.quantity == 1 }),
          Set(lines.map(\.sku)).count == 1
        else { throw Refusal.senseless(plan.code.rawValue) }
      }
    }
  }

  /// A wave goes onto the floor.
  func release(_ code: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state == .planned else { throw Refusal.waveIs(code, wave.state) }
    wave.state = .released
    let all = try facts.lists(of: code)
    let states = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    let lists = all.filter { $0.state == .planned }.map { list in
      var list = list
      // A zone is released when those before it are done.
      var before = list.after.flatMap { states[$0] }
      while let zone = before, zone.state == .done { before = zone.after.flatMap { states[$0] } }
      if before == nil { list.state = .released }
      return Change.list(list)
    }
    return .done([.wave(wave)] + lists)
  }
}

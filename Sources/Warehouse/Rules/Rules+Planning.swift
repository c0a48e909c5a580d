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
    // The facts do not know yet what this very plan does with an order.
    let orders = lists.flatMap(\.orders)
    guard Set(orders).count == orders.count else { throw Refusal.senseless(wave.code.rawValue) }
    var changes: [Change] = [.wave(wave)]
    for plan in lists {
      var slots: [PickList.Slot] = []
      var open: [Code<PickLine>: PickLine] = [:]
      for (index, number) in plan.orders.enumerated() {
        var order = try known(try facts.order(number), number)
        guard order.state == .allocated else { throw Refusal.orderIs(number, order.state) }
        order.state = .planned
        order.wave = wave.code
        changes.append(.order(order))
        slots.append(PickList.Slot(number: index + 1, order: number))
        for var line in try facts.pickLines(of: number) where line.state == .open {
          line.slot = index + 1
          open[line.code] = line
        }
      }
      guard Set(plan.lines.map(\.line)) == Set(open.keys), plan.lines.count == open.count else {
        throw Refusal.notTheOpenLines
      }
      changes.append(
        .list(PickList(code: plan.code, wave: wave.code, slots: slots, walk: plan.walk)))
      for (sequence, stop) in plan.lines.enumerated() {
        guard var line = open[stop.line] else { continue }
        line.list = plan.code
        line.sequence = sequence + 1
        line.reached = stop.reached
        changes.append(.pickLine(line))
      }
    }
    return .done(changes)
  }

  /// A wave goes onto the floor.
  func release(_ code: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state == .planned else { throw Refusal.waveIs(code, wave.state) }
    wave.state = .released
    let lists = try facts.lists(of: code).filter { $0.state == .planned }.map { list in
      var list = list
      list.state = .released
      return Change.list(list)
    }
    return .done([.wave(wave)] + lists)
  }
}

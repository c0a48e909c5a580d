extension Rules {
  /// A supervisor moves work: the same checks hold as on the floor, and the way back is told.
  func lever(_ lever: Lever, _ reason: String) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    guard !reason.isEmpty else { throw Refusal.senseless("reason") }
    switch lever {
    case .release(let wave):
      let decision = try release(wave)
      return .done(decision.changes, .levered(undo: .recall(wave)))
    case .recall(let wave): return try recall(wave)
    case .prioritize(let wave, let priority): return try prioritize(wave, priority)
    case .pause(let wave): return try pause(wave)
    case .resume(let wave): return try resume(wave)
    case .split(let wave, let lists, let new): return try split(wave, lists, into: new)
    case .merge(let wave, let other): return try merge(wave, into: other)
    case .reassign(let list, let badge): return try reassign(list, to: badge)
    case .closeShort(let list): return try closeShort(list)
    case .send(let order): return try send(order)
    case .hold(let order): return try hold(order)
    case .tell(let badge, let words): return try tell(badge, words)
    case .plan(let wave, let lists):
      return .done(try plan(wave, lists).changes, .levered(undo: .dissolve(wave.code)))
    case .dissolve(let wave): return try dissolve(wave)
    case .intercept(let order): return try interceptLever(order, reason)
    case .reinstate(let order): return try reinstate(order)
    case .holdBack(let order):
      return .done(try holdBack(order, reason).changes, .levered(undo: .letGo(order)))
    case .promise(let order, let line, let key): return try promise(order, line, key)
    case .unpromise(let line): return try unpromise(line)
    case .shareOut(let wave, let sku): return try shareOut(wave, sku)
    case .backorder(let order): return try backorder(order)
    case .splitOrder(let order): return try splitOrder(order)
    case .rejoin(let order, let rest): return try rejoin(order, rest)
    case .cancelLine(let order, let line): return try cancelLine(order, line)
    case .restoreLine(let order, let line, let pieces):
      return try restoreLine(order, line, pieces)
    case .signOff(let badge): return try signOff(badge)
    case .letGo(let order):
      return .done(try letGo(order).changes, .levered(undo: .holdBack(order)))
    case .takeBack(let traces): return try takeBack(traces)
    }
  }

  private func recall(_ code: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state == .released || wave.state == .paused else {
      throw Refusal.waveIs(code, wave.state)
    }
    let lists = try facts.lists(of: code)
    if let taken = lists.first(where: { $0.state == .picking || $0.state == .done }) {
      throw Refusal.listIs(taken.code, taken.state)
    }
    let wasPaused = wave.state == .paused
    wave.state = .planned
    let changes = [.wave(wave)] + withdrawn(lists)
    guard wasPaused else { return .done(changes, .levered(undo: .release(code))) }
    return try reversible(changes)
  }

  private func withdrawn(_ lists: [PickList]) -> [Change] {
    lists.filter { $0.state == .released }.map { list in
      var list = list
      list.state = .planned
      return .list(list)
    }
  }

  private func prioritize(_ code: Code<Wave>, _ priority: Int) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state != .done else { throw Refusal.waveIs(code, wave.state) }
    let before = wave.priority
    wave.priority = priority
    return .done([.wave(wave)], .levered(undo: .prioritize(code, before)))
  }

  private func pause(_ code: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state == .released else { throw Refusal.waveIs(code, wave.state) }
    wave.state = .paused
    return .done(
      [.wave(wave)] + withdrawn(try facts.lists(of: code)), .levered(undo: .resume(code)))
  }

  private func resume(_ code: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    guard wave.state == .paused else { throw Refusal.waveIs(code, wave.state) }
    wave.state = .released
    return .done([.wave(wave)] + (try freed(code)), .levered(undo: .pause(code)))
  }

  /// Lists go into another wave with their orders, which must be on no list that stays.
  private func moved(
    _ lists: [PickList], to wave: Code<Wave>
  ) throws -> [Change] {
    let codes = Set(lists.map(\.code))
    var changes: [Change] = []
    for var list in lists {
      list.wave = wave
      changes.append(.list(list))
    }
    let numbers = try orders(of: lists.flatMap { try facts.pickLines(of: $0.code) })
    for number in numbers {
      let parts = try facts.pickLines(of: number).filter { $0.state != .released }
      if let other = parts.compactMap(\.list).first(where: { !codes.contains($0) }),
        let list = try facts.list(other), list.wave != wave,
        lists.contains(where: { $0.wave == list.wave })
      {
        throw Refusal.inUse("\(number) \(other)")
      }
      var order = try known(try facts.order(number), number)
      guard order.wave != nil else { continue }
      order.wave = wave
      changes.append(.order(order))
    }
    return changes
  }

  private func split(
    _ code: Code<Wave>, _ chosen: [Code<PickList>], into new: Code<Wave>
  ) throws -> Decision {
    let wave = try known(try facts.wave(code), code)
    guard wave.state != .done else { throw Refusal.waveIs(code, wave.state) }
    if let other = try facts.wave(new) {
      guard other.state == .done, try facts.lists(of: new).isEmpty else {
        throw Refusal.waveIs(new, other.state)
      }
    }
    let all = try facts.lists(of: code)
    if let strange = chosen.first(where: { chosen in !all.contains { $0.code == chosen } }) {
      throw Refusal.unknown(strange.rawValue)
    }
    let lists = all.filter { chosen.contains($0.code) }
    guard !lists.isEmpty, lists.count < all.count, new != code, !new.rawValue.isEmpty else {
      throw Refusal.senseless("split")
    }
    var part = wave
    part.code = new
    return .done(
      [.wave(part)] + (try moved(lists, to: new)), .levered(undo: .merge(new, into: code)))
  }

  private func merge(_ code: Code<Wave>, into other: Code<Wave>) throws -> Decision {
    var wave = try known(try facts.wave(code), code)
    var target = try known(try facts.wave(other), other)
    guard code != other, wave.carrier == target.carrier else {
      throw Refusal.senseless("\(code) \(wave.carrier), \(other) \(target.carrier)")
    }
    guard wave.state != .done else { throw Refusal.waveIs(code, wave.state) }
    guard target.state == wave.state else { throw Refusal.waveIs(other, target.state) }
    let lists = try facts.lists(of: code)
    target.cutOff = min(target.cutOff, wave.cutOff)
    wave.state = .done
    return try reversible([.wave(target), .wave(wave)] + (try moved(lists, to: other)))
  }

  private func reassign(_ code: Code<PickList>, to badge: Code<Operator>?) throws -> Decision {
    var list = try known(try facts.list(code), code)
    guard list.state == .picking || list.state == .released else {
      throw Refusal.listIs(code, list.state)
    }
    let before = list.badge
    guard before != badge else { return .done([], .levered(undo: nil)) }
    var changes: [Change] = []
    if let badge {
      let person = try known(try facts.person(badge), badge)
      guard person.roles.contains(.picker) else { throw Refusal.notAllowed(.picker) }
      list.badge = badge
      list.cart = try facts.sessions().first { $0.badge == badge }?.cart ?? list.cart
      if list.state == .released {
        list.state = .picking
        for number in orders(of: try facts.pickLines(of: code)) {
          var order = try known(try facts.order(number), number)
          guard order.state == .planned else { continue }
          order.state = .picking
          changes.append(.order(order))
        }
      }
    } else {
      // Totes on somebody's cart can be handed over, but not left standing.
      if let bound = list.slots.compactMap(\.tote).first { throw Refusal.inUse(bound.rawValue) }
      list.badge = nil
      list.cart = nil
      list.state = try facts.wave(list.wave)?.state == .paused ? .planned : .released
    }
    guard before == nil else {
      return .done([.list(list)] + changes, .levered(undo: .reassign(code, to: before)))
    }
    return try reversible([.list(list)] + changes)
  }

  private func closeShort(_ code: Code<PickList>) throws -> Decision {
    var list = try known(try facts.list(code), code)
    guard list.state == .picking || list.state == .released else {
      throw Refusal.listIs(code, list.state)
    }
    let lines = try facts.pickLines(of: code)
    let open = lines.filter { $0.open > 0 }
    guard !open.isEmpty else { throw Refusal.openLines(0) }
    var changes: [Change] = []
    for var line in open {
      changes.append(.reserve(line.from, by: -line.open))
      line.state = .short
      line.reason = .fewer
      changes.append(.pickLine(line))
    }
    list.revision += 1
    guard list.state == .released else {
      // Who walks it sets the totes down.
      return try reversible(changes + [.list(list)])
    }
    list.state = .done
    changes.append(.list(list))
    let zones = list.way == .zone ? try facts.lists(of: list.wave) : []
    for number in orders(of: lines) {
      var order = try known(try facts.order(number), number)
      guard order.state == .planned || order.state == .picking else { continue }
      let others = try facts.pickLines(of: number).filter { $0.list != code }
      if others.contains(where: { $0.open > 0 }) { continue }
      if others.contains(where: { $0.picked > 0 && $0.list.map { $0 != code } ?? false }) {
        order.state = .picked
      } else {
        order = backordered(order, try facts.pickLines(of: number))
        changes += try facts.totes(of: number).map { .tote(Tote(code: $0.code)) }
      }
      changes.append(.order(order))
    }
    if let next = nextZone(after: code, in: zones.map { $0.code == code ? list : $0 }) {
      changes.append(.list(next))
    }
    changes += try closing(list.wave, changes)
    return try reversible(changes)
  }

  /// What there is of a held order goes to the bench; what is missing is decided as short.
  private func send(_ number: Code<Order>) throws -> Decision {
    var order = try known(try facts.order(number), number)
    guard order.state == .held else { throw Refusal.orderIs(number, order.state) }
    var held: [Code<Product>: Int] = [:]
    for tote in try facts.totes(of: number) {
      for stock in try facts.stock(in: .tote(tote.code)) {
        held[stock.key.sku, default: 0] += stock.quantity
      }
    }
    guard held.values.contains(where: { $0 > 0 }) else { throw Refusal.senseless("0") }
    var changes: [Change] = []
    for var line in try facts.lines(of: number) {
      let wanted = line.quantity - line.packed
      let there = min(wanted, held[line.sku, default: 0])
      held[line.sku, default: 0] -= there
      guard line.short != wanted - there else { continue }
      line.short = wanted - there
      changes.append(.orderLine(line))
    }
    order.state = .picked
    order.note = ""
    changes.append(.order(order))
    if let code = order.wave, var wave = try facts.wave(code), wave.state == .done {
      wave.state = .released
      changes.append(.wave(wave))
    }
    return .done(changes, .levered(undo: .hold(number)))
  }

  private func hold(_ number: Code<Order>) throws -> Decision {
    var order = try known(try facts.order(number), number)
    guard order.state == .picked else { throw Refusal.orderIs(number, order.state) }
    if let tote = try shared(of: number) { throw Refusal.liesTogether(number, tote) }
    order.state = .held
    var changes: [Change] = [.order(order)]
    // What was decided as short is open again.
    for var line in try facts.lines(of: number) where line.short > 0 {
      line.short = 0
      changes.append(.orderLine(line))
    }
    changes += try closing(order.wave, changes)
    return .done(changes, .levered(undo: .send(number)))
  }

  private func tell(_ badge: Code<Operator>, _ words: String) throws -> Decision {
    _ = try known(try facts.person(badge), badge)
    guard !words.isEmpty, words.count <= 200 else { throw Refusal.senseless("message") }
    let notice = Notice(
      number: try facts.lastNotice() + 1, to: badge, from: context.session?.badge.rawValue ?? "",
      words: words, at: context.at)
    return .done([.notice(notice)], .levered(undo: nil))
  }

  /// Somebody has read a word from the supervisor.
  func acknowledge(_ number: Int) throws -> Decision {
    let session = try session()
    guard var notice = try facts.notices(to: session.badge).first(where: { $0.number == number })
    else { return .done([]) }
    notice.read = context.at
    return .done([.notice(notice)])
  }
}

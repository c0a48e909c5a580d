extension Rules {
  /// A lever's decision with the lever that takes it back: every record it writes as it was.
  func reversible(_ changes: [Change]) throws -> Decision {
    .done(changes, .levered(undo: try wayBack(changes)))
  }

  /// The lever that puts every record back that some changes write; nil where one of them cannot be.
  func wayBack(_ changes: [Change]) throws -> Lever? {
    var traces: [LeverTrace] = []
    var places: [String: Int] = [:]
    /// What is written twice is as it was written last.
    func note(_ key: String, _ trace: LeverTrace) {
      if let place = places[key] { return traces[place] = trace }
      places[key] = traces.count
      traces.append(trace)
    }
    for change in changes {
      switch change {
      case .order(let order):
        guard let was = try facts.order(order.number) else { return nil }
        note("order \(order.number)", .order(.init(order), was: .init(was)))
      case .orderLine(let line):
        guard let was = try orderLine(line) else { return nil }
        note("line \(line.order)/\(line.number)", .orderLine(line, was: was))
      case .wave(let wave):
        guard let was = try facts.wave(wave.code) else { return nil }
        note("wave \(wave.code)", .wave(wave, was: was))
      case .list(let list):
        guard let was = try facts.list(list.code) else { return nil }
        note("list \(list.code)", .list(.init(list), was: .init(was)))
      case .pickLine(let line):
        note("pick \(line.code)", .pickLine(line, was: try facts.pickLine(line.code)))
      case .tote(let tote):
        guard let was = try facts.tote(tote.code) else { return nil }
        note("tote \(tote.code)", .tote(tote, was: was))
      case .chore(let chore):
        guard try facts.chore(chore.number) == nil else { return nil }
        note("chore \(chore.number)", .chore(chore))
      case .message(let message):
        let known = try facts.message(message.key)
        guard known == nil || known?.state == .void else { return nil }
        note("message \(message.key)", .message(message.key))
      case .reserve(let key, let pieces): traces.append(.reserve(key, by: pieces))
      case .move, .freeze, .parcel, .numberRange, .printJob, .session, .endSession, .add, .remove,
        .wallSlot, .pick, .unpick, .barcode, .standing, .serial, .unserial, .unit, .waybillJob,
        .tariffs, .notice, .caged, .uncaged, .manifest, .manifestLines, .benchRules, .packing,
        .learned, .shareReceiver, .journey:
        return nil
      }
    }
    return .takeBack(traces)
  }

  /// Every record is as it was before the lever that left these traces, as long as each is still as
  /// the lever left it and the pieces it gave back are free.
  func takeBack(_ traces: [LeverTrace]) throws -> Decision {
    var changes: [Change] = []
    var owed: [StockKey: Int] = [:]
    for trace in traces {
      switch trace {
      case .order(let now, let was): changes.append(try back(now, was))
      case .orderLine(let now, let was):
        guard try orderLine(now) == now else { throw Refusal.inUse("\(now.order)/\(now.number)") }
        changes.append(.orderLine(was))
      case .wave(let now, let was):
        guard let wave = try facts.wave(now.code), wave == now else {
          throw Refusal.waveIs(now.code, try known(try facts.wave(now.code), now.code).state)
        }
        changes.append(.wave(was))
      case .list(let now, let was): changes.append(try back(now, was))
      case .pickLine(let now, let was): changes.append(try back(now, was))
      case .tote(let now, let was):
        guard try facts.tote(now.code) == now else { throw Refusal.inUse(now.code.rawValue) }
        changes.append(.tote(was))
      case .chore(let made):
        guard var chore = try facts.chore(made.number), chore == made else {
          throw Refusal.choreDone(made.number)
        }
        // Nothing is left to be done.
        (chore.state, chore.quantity) = (.done, 0)
        changes.append(.chore(chore))
      case .message(let key): changes.append(try unsaid(key))
      case .reserve(let key, let pieces): owed[key, default: 0] -= pieces
      }
    }
    for (key, pieces) in owed.sorted(by: { "\($0.key)" < "\($1.key)" }) where pieces != 0 {
      let free = try facts.stock(at: key)?.available ?? 0
      if pieces > free, case .bin(let bin) = key.holder { throw Refusal.stockGone(bin, left: free) }
      changes.append(.reserve(key, by: pieces))
    }
    return .done(changes, .levered(undo: nil))
  }

  private func orderLine(_ line: OrderLine) throws -> OrderLine? {
    try facts.lines(of: line.order).first { $0.number == line.number }
  }

  private func back(
    _ now: LeverTrace.OrderStanding, _ was: LeverTrace.OrderStanding
  ) throws -> Change {
    var order = try known(try facts.order(now.order), now.order)
    guard LeverTrace.OrderStanding(order) == now else {
      throw Refusal.orderIs(now.order, order.state)
    }
    (order.state, order.note, order.wave) = (was.state, was.note, was.wave)
    return .order(order)
  }

  private func back(
    _ now: LeverTrace.ListStanding, _ was: LeverTrace.ListStanding
  ) throws -> Change {
    var list = try known(try facts.list(now.list), now.list)
    guard LeverTrace.ListStanding(list) == now else {
      throw Refusal.listIs(now.list, list.state)
    }
    (list.wave, list.state) = (was.wave, was.state)
    (list.badge, list.cart, list.slots) = (was.badge, was.cart, was.slots)
    // Who walks it sees that it has changed once more.
    list.revision += 1
    return .list(list)
  }

  /// A line that was not there is given back; the place in a walk that was planned since stays.
  private func back(_ now: PickLine, _ was: PickLine?) throws -> Change {
    let line = try known(try facts.pickLine(now.code), now.code)
    var same = line
    (same.sequence, same.reached, same.skips) = (now.sequence, now.reached, now.skips)
    guard same == now else { throw Refusal.lineIs(now.code, line.state) }
    guard var was else {
      var gone = unlisted(line)
      gone.state = .released
      gone.reason = nil
      return .pickLine(gone)
    }
    if was.list == line.list {
      (was.sequence, was.reached, was.skips) = (line.sequence, line.reached, line.skips)
    }
    return .pickLine(was)
  }
}

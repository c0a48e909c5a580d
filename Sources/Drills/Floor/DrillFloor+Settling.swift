import Flows
import Simulation
import Storage
import Warehouse

extension DrillFloor {
  /// The hands do what the handheld has taken: the world follows what was committed.
  ///
  /// - Returns: the commands that were carried out.
  @discardableResult
  func settle(_ act: Act, time: Int64?) throws -> [Command] {
    var done: [Command] = []
    for (command, outcome, device) in store.take() where device == Self.device {
      guard case .done(let receipt) = outcome else { continue }
      done.append(command)
      if time == nil { spend(effort(command)) }
      try carryOut(command, receipt)
    }
    try printLabels()
    return done
  }

  /// What hands need to move the pieces of a command, in milliseconds.
  private func effort(_ command: Command) -> Int64 {
    if case .told(let command, _) = command { return effort(command) }
    if case .pick(_, let quantity, _, _) = command { return Int64(quantity) * 2_000 }
    if case .stop(_, .pick(let quantity, _, _)) = command { return Int64(quantity) * 2_000 }
    if case .seed(_, _, _, let quantity, _) = command { return Int64(quantity) * 2_000 }
    if case .putBack(_, let quantity, _) = command { return Int64(quantity) * 2_000 }
    if case .relocate(_, _, let quantity, _) = command { return Int64(quantity) * 2_000 }
    if case .verify(_, _, let units) = command { return Int64(units) * 2_000 }
    if case .bind = command { return 2_000 }
    if case .changeTote = command { return 2_000 }
    return 0
  }

  private func carryOut(_ command: Command, _ receipt: Receipt) throws {
    switch command {
    case .told(let command, _): try carryOut(command, receipt)
    case .take(let list):
      tally.begins(try store.read { (list, try $0.list(list), try $0.pickLines(of: list)) })
    case .adoptWalk(let list, _, let order, let walk):
      _ = list
      let lines = try store.read { facts in try order.map { ($0, try facts.pickLine($0.line)) } }
      tally.replanned(
        walk.length,
        lines.compactMap { stop, line in
          guard case .bin(let bin)? = line?.from.holder else { return nil }
          return (bin.rawValue, stop.reached)
        }, at: world.place)
    case .bind(_, let slot, let code), .changeTote(_, let slot, let code):
      if let full = world.cart[slot] { world.lower.append(full) }
      world.stack.removeAll { $0 == code.rawValue }
      world.cart[slot] = code.rawValue
      state.bound.insert(code.rawValue)
      if case .changeTote = command { state.changed.insert(slot) }
      try swapIfDue()
    case .pick(let line, let quantity, let bin, let code):
      try picked([line], quantity, bin, code)
    case .stop(let lines, .pick(let quantity, let bin, let code)):
      try picked(lines, quantity, bin, code)
    case .short(let line, let reason): try shorted(line, reason)
    case .stop(let lines, .short(let reason)):
      if let first = lines.first { try shorted(first, reason) }
    case .unpick: tally.tookBack(self)
    case .unshort(let line):
      if case .bin(let bin) = try store.read({ try $0.pickLine(line) })?.from.holder {
        tally.tookShortBack(bin.rawValue)
      }
    case .finish: setDown()
    case .zeroCheck(let key, let left):
      if case .bin(let bin) = key.holder { state.zeroChecks[bin.rawValue] = left ?? -1 }
    case .openParcel, .verify, .settle, .packNext, .fillParcel: try pack(command, receipt)
    case .weigh, .passWeight:
      if case .passWeight = command { state.hasPassed = true }
      if case .closed(let parcel, _) = receipt { close(parcel.rawValue) }
    case .cage(let parcel, let cage): caged(parcel, cage)
    case .uncage(let parcel):
      for code in world.cages.keys { world.cages[code]?.removeAll { $0 == parcel.rawValue } }
    case .openWall(_, let wall):
      for slot in try store.read({ try $0.taken(of: wall) }) {
        if let order = slot.order { state.slots[order.rawValue] = slot.number }
      }
      try wallFaults()
    case .seed: try seed(command, receipt)
    case .lose:
      state.losses += 1
      try clearWall()
    case .putBack(_, let quantity, let bin):
      guard let bin, let hand = world.hand, case .tote(let code) = hand.from,
        var body = world.bodies[code]
      else { break }
      let pieces = PhysicalWorld.take(quantity, hand.goods, from: &body.piles)
      world.bodies[code] = body
      put(pieces, on: bin.rawValue)
    case .relocate(let key, let bin, let quantity, _):
      guard case .bin(let from) = key.holder, let hand = world.hand else { break }
      put(takeFromShelf(from.rawValue, quantity, hand.goods), on: bin.rawValue)
    case .countBin(let bin): state.counted.insert(bin.rawValue)
    case .labelMissing: state.hasReprinted = true
    case .note, .signIn, .equip, .signOut, .allocate, .plan, .release, .stop(_, .skip), .skip,
      .reprint, .claim, .report, .add, .remove, .foundGoods, .count, .intercept, .correct, .teach,
      .tryPIN, .prefer, .suspend, .changeLot, .foundElsewhere, .substitute, .adoptTariffs,
      .setCarrier, .claimWaybill, .adoptWaybill, .reportWaybill, .retryWaybill, .voidWaybill,
      .closeParcel, .lever, .acknowledge, .closeCages, .reopen, .handOver,
      .holdBack, .letGo, .claimMessage, .reportMessage, .retryMessage, .beginPrint, .printerDown,
      .labelSeen, .train, .adoptBenchRules, .recheck,
      .useCarton, .useMaterial, .sealAll, .proveLabel, .dropCart,
      .claimJourney, .reportJourney, .tracked:
      break
    }
  }

  private func put(_ pieces: [PhysicalWorld.Pile], on bin: String) {
    var piles = world.shelves[bin]?.piles ?? []
    PhysicalWorld.put(pieces, onto: &piles)
    world.shelves[bin]?.piles = piles
  }

  func takeFromShelf(
    _ bin: String, _ count: Int, _ goods: PhysicalWorld.Goods
  ) -> [PhysicalWorld.Pile] {
    guard let shelf = world.shelves[bin], !shelf.isHidden, !shelf.isBlocked else { return [] }
    var piles = shelf.piles
    let pieces = PhysicalWorld.take(count, goods, from: &piles)
    world.shelves[bin]?.piles = piles
    return pieces
  }

  // MARK: - Picking

  private func picked(
    _ lines: [Code<PickLine>], _ quantity: Int, _ bin: Code<Bin>, _ code: Code<Tote>
  ) throws {
    guard let first = lines.first, let line = try store.read({ try $0.pickLine(first) }) else {
      return
    }
    let into = tote ?? world.cart[line.slot] ?? code.rawValue
    let hand =
      world.hand
      ?? PhysicalWorld.Hand(
        from: .bin(bin.rawValue), goods: PhysicalWorld.Goods(sku: line.from.sku.rawValue),
        isScanned: false)
    guard case .bin(let from) = hand.from else { return }
    let pieces = takeFromShelf(from, quantity, hand.goods)
    world.put(pieces, into: into)
    let wanted = PhysicalWorld.Goods(
      sku: line.from.sku.rawValue, lot: line.from.lot, expiry: line.from.expiry)
    tally.put(
      Tally.Put(
        bin: bin.rawValue, wanted: wanted, goods: hand.goods, quantity: quantity,
        pieces: pieces, tote: into, bookTote: code.rawValue, isScanned: hand.isScanned),
      today: drill.day)
    state.picks += 1
    world.hand = nil
    tote = nil
  }

  private func shorted(_ code: Code<PickLine>, _ reason: ShortReason) throws {
    guard let line = try store.read({ try $0.pickLine(code) }),
      case .bin(let bin) = line.from.holder
    else { return }
    let shelf = world.shelves[bin.rawValue]
    let wanted = PhysicalWorld.Goods(
      sku: line.from.sku.rawValue, lot: line.from.lot, expiry: line.from.expiry)
    let there = (shelf?.piles ?? []).filter { $0.goods.isSame(as: wanted) }
      .reduce(0) { $0 + $1.count }
    let isTrue = there == 0 || shelf?.isBlocked == true
    tally.shorted(bin.rawValue, reason, isTrue: isTrue)
    world.hand = nil
  }

  private func setDown() {
    for slot in world.cart.keys.sorted() {
      guard let code = world.cart[slot] else { continue }
      if world.bodies[code]?.piles.isEmpty ?? true {
        world.stack.append(code)
      } else {
        world.drop.append(code)
      }
    }
    world.drop += world.lower
    world.lower = []
    world.cart = [:]
    tally.arrivesAtDrop()
  }

  // MARK: - The bench

  /// A tote that was scanned at the bench and taken stands on it now.
  func accepted(_ act: Act) throws {
    guard drill.job == .packer || drill.job == .seeder, case .scan(let id) = act,
      id.hasPrefix("drop/") || id == "bench", let code = tote, world.drop.contains(code)
    else { return }
    if let old = world.bench {
      if world.bodies[old]?.piles.isEmpty ?? true {
        world.stack.append(old)
      } else {
        world.asideTotes.append(old)
      }
    }
    world.drop.removeAll { $0 == code }
    world.bench = code
    world.hand = nil
  }

  private func pack(_ command: Command, _ receipt: Receipt) throws {
    switch (command, receipt) {
    case (.openParcel(let order), .opened(let parcel)):
      if !world.parcels.contains(where: { $0.code == parcel.rawValue }) {
        world.parcels.append(PhysicalWorld.Parcel(code: parcel.rawValue))
      }
      // Whoever has two totes of an order puts both on the bench.
      let totes = try store.read { try $0.totes(of: order) }.map(\.code.rawValue)
      if let first = tote {
        for other in totes where other != first && world.drop.contains(other) {
          PhysicalWorld.put(
            world.bodies[other]?.piles ?? [],
            onto: &world.bodies[first, default: .init(code: first)].piles)
          world.bodies[other]?.piles = []
          world.drop.removeAll { $0 == other }
          world.stack.append(other)
        }
      }
    case (.verify(let parcel, _, let units), _):
      moveHand(units, into: parcel.rawValue)
      if case .closed(let code, _) = receipt { close(code.rawValue) }
    case (.settle(let parcel, _), .closed): close(parcel.rawValue)
    case (.settle(let parcel, _), _):
      if let index = world.parcels.firstIndex(where: { $0.code == parcel.rawValue }) {
        if let bench = world.bench {
          PhysicalWorld.put(
            world.parcels[index].piles,
            onto: &world.bodies[bench, default: .init(code: bench)].piles)
        }
        world.parcels.remove(at: index)
      }
    case (.fillParcel, .filled(let full, _, let next)):
      if let index = world.parcels.firstIndex(where: { $0.code == full.rawValue }) {
        world.parcels[index].isClosed = true
      }
      world.parcels.append(PhysicalWorld.Parcel(code: next.rawValue))
    case (.packNext, .opened(let parcel)):
      world.parcels.append(PhysicalWorld.Parcel(code: parcel.rawValue))
      moveHand(1, into: parcel.rawValue)
    case (.packNext, .packedNext(let parcel, _, _)):
      world.parcels.append(PhysicalWorld.Parcel(code: parcel.rawValue))
      moveHand(1, into: parcel.rawValue)
      close(parcel.rawValue)
    case (_, _): break
    }
  }

  private func moveHand(_ units: Int, into parcel: String) {
    guard let hand = world.hand, case .tote(let code) = hand.from, var body = world.bodies[code],
      let index = world.parcels.firstIndex(where: { $0.code == parcel })
    else { return }
    // A piece that is verified once more is in the carton already.
    var own = body.piles.filter { $0.goods == hand.goods }
    guard !own.isEmpty else { return }
    let pieces = PhysicalWorld.take(units, hand.goods, from: &own)
    body.piles = body.piles.filter { $0.goods != hand.goods } + own
    world.bodies[code] = body
    PhysicalWorld.put(pieces, onto: &world.parcels[index].piles)
    world.hand = nil
  }

  private func close(_ parcel: String) {
    guard let index = world.parcels.firstIndex(where: { $0.code == parcel }) else { return }
    world.parcels[index].isClosed = true
    state.closed += 1
  }

  /// The printer takes what waits, if it has paper.
  func printLabels() throws {
    let jobs = try store.read { facts in
      try facts.printJobs(in: .queued, limit: 50) + facts.printJobs(in: .failed, limit: 50)
    }
    for job in jobs {
      guard job.state == .queued || (world.hasPaper && !world.isHeadOpen) else { continue }
      let until = clock.now.adding(milliseconds: 30_000)
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .claim(job: job.code, by: "drill", until: until), at: clock.now))
      let (result, copies) = world.print()
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .report(job: job.code, by: "drill", result), at: clock.now))
      world.labels += Array(repeating: job.parcel.rawValue, count: copies)
    }
  }

  // MARK: - The wall

  /// Orders that went short are whole with what they have: their totes leave the wall.
  private func clearWall() throws {
    for (order, _) in state.slots.sorted(by: { $0.value < $1.value }) {
      let (isOpen, totes) = try store.read { facts in
        (
          try facts.wallSlot(of: Code(order)) != nil,
          try facts.totes(of: Code(order)).map(\.code.rawValue)
        )
      }
      guard !isOpen else { continue }
      for slot in world.wall.keys.sorted() {
        guard let code = world.wall[slot], totes.contains(code) else { continue }
        world.wall[slot] = nil
        world.drop.append(code)
      }
    }
  }

  private func seed(_ command: Command, _ receipt: Receipt) throws {
    guard case .seed(let from, let order, _, let quantity, let code) = command,
      let slot = state.slots[order.rawValue]
    else { return }
    if world.stack.contains(code.rawValue) {
      world.stack.removeAll { $0 == code.rawValue }
      world.wall[slot] = code.rawValue
      state.bound.insert(code.rawValue)
    }
    let into = tote ?? world.wall[slot] ?? code.rawValue
    if let hand = world.hand, case .tote(let source) = hand.from, var body = world.bodies[source] {
      let pieces = PhysicalWorld.take(quantity, hand.goods, from: &body.piles)
      world.bodies[source] = body
      world.put(pieces, into: into)
    }
    world.hand = nil
    tote = nil
    state.seeds += 1
    if case .seeded(let left, let isWhole) = receipt {
      if isWhole {
        // Whoever carries the tote away carries the one that the code is on.
        for number in world.wall.keys.sorted() where world.wall[number] == code.rawValue {
          world.wall[number] = nil
        }
        world.drop.append(code.rawValue)
      }
      if left == 0, world.bodies[from.rawValue]?.piles.isEmpty ?? true, world.bench == from.rawValue
      {
        world.stack.append(from.rawValue)
        world.bench = nil
      }
    }
    try wallFaults()
  }
}

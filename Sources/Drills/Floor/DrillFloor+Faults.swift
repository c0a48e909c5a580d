import Barcodes
import Flows
import Simulation
import Station
import Storage
import Warehouse

/// What faults have done and what was done about them.
struct FaultState: Hashable, Sendable {
  /// Whether something just happened that nobody can be blamed for.
  var excuses = false
  /// Traps that were walked into once; the second time is no accident.
  var trapped: Set<String> = []
  var picks = 0
  var seeds = 0
  var closed = 0
  var scans = 0
  var losses = 0
  var bound: Set<String> = []
  var changed: Set<Int> = []
  var counted: Set<String> = []
  var zeroChecks: [String: Int] = [:]
  /// The wall slot of each order.
  var slots: [String: Int] = [:]
  /// Totes of orders that were stopped.
  var stopped: Set<String> = []
  /// Codes nobody knows, by the product they are on.
  var unknownCodes: [String: String] = [:]
  /// Lists somebody else has.
  var taken: Set<String> = []
  var wasRepeated = false
  /// Whether a weight was let pass that was not right.
  var hasPassed = false
  /// Bins where a lot was taken for right without a look.
  var wavedLots: Set<String> = []
  /// Whether a label was printed once more.
  var hasReprinted = false
  /// The wave each order was in when the drill began.
  var waves: [Code<Order>: Code<Wave>] = [:]
  var hasFired: Set<Int> = []
  /// The tote that a fault chose.
  var dirty: String?
}

extension DrillFloor {
  /// Faults that are there from the beginning.
  func begin(faults: [Fault]) throws {
    for fault in faults { try begin(fault) }
  }

  private func begin(_ fault: Fault) throws {
    let bin = fault.bin ?? ""
    let by = fault.by ?? 1
    switch fault.kind {
    case .binShort, .countDiffers, .replenishShort, .bookWrong: remove(by, from: bin)
    case .binEmpty: world.shelves[bin]?.piles = []
    case .otherGoods:
      world.shelves[bin]?.piles = [pile(fault.sku, 6)]
    case .lookAlikeFront: front(bin, pile(fault.sku, 4))
    case .misplaced: front(bin, pile(fault.sku, by))
    case .lookAlikeNeighbour: world.shelves[bin]?.reach = fault.with
    case .tornLabel: relabel(bin, .torn)
    case .foreignBarcode: relabel(bin, .other("4902777\(bin.filter(\.isNumber))"))
    case .wrongSticker:
      relabel(bin, .other(product(fault.sku ?? "")?.packagings.first?.barcodes.first ?? "0"))
    case .damagedFront: damage(by, in: bin)
    case .allDamaged: damage(1_000_000, in: bin)
    case .someDamaged: damage(max(0, count(bin) - by), in: bin)
    case .expiredFront: redate(by, in: bin, lot: "L240101", days: -20)
    case .otherLotFront: redate(by, in: bin, lot: "L270909", days: 500)
    case .lotsSwapped: redate(1_000_000, in: bin, lot: "L270909", days: 500)
    case .lotCodeTorn: relabel(bin, .bare)
    case .lotCodeWrong:
      guard let goods = world.shelves[bin]?.piles.first?.goods else { break }
      redate(1_000_000, in: bin, lot: "L270909", days: 500)
      relabel(bin, .other(code(of: goods) ?? ""))
    case .caseInFront: sealFront(bin)
    case .surplus:
      if let first = world.shelves[bin]?.piles.first {
        world.shelves[bin]?.piles[0].count = first.count + by
      }
    case .tapedTogether:
      if world.shelves[bin]?.piles.isEmpty == false {
        world.shelves[bin]?.piles[0].goods.bundle = max(2, by)
      }
    case .hiddenBehind, .countHidden: world.shelves[bin]?.isHidden = true
    case .binBlocked: world.shelves[bin]?.isBlocked = true
    case .binLabelMissing: world.shelves[bin]?.sign = nil
    case .binLabelsSwapped:
      world.shelves[bin]?.sign = fault.with
      world.shelves[fault.with ?? ""]?.sign = bin
    case .beamReadsNeighbour: world.shelves[bin]?.beam = fault.with
    case .toteNotEmpty:
      guard let first = world.stack.first else { break }
      world.bodies[first]?.piles = [pile(fault.sku, 1)]
      state.dirty = first
    case .toteUnlabelled:
      guard let first = world.stack.first else { break }
      world.bodies[first]?.hasLabel = false
    case .printerOut: world.hasPaper = false
    case .printerOpen: world.isHeadOpen = true
    case .labelTwice: world.mishap = .twice
    case .labelLost: world.mishap = .lost
    case .labelDoubted: world.mishap = .doubted
    case .scaleDrift: world.drift = by
    case .cageSignsSwapped, .waybillTorn, .parcelStopped: try spoilSorting(fault)
    case .strangerTote:
      world.bodies["X77"] = PhysicalWorld.Body(code: "X77", isTrap: true)
      world.bodies["X77"]?.piles = [pile(products.keys.sorted().first, 2)]
      world.drop.insert("X77", at: 0)
    case .extraPiece, .oneTooMany, .wrongPiece, .missingPiece, .damagedPiece, .pieceUnlabelled:
      try spoil(fault)
    case .refundAtBench:
      let order = Drill.number(of: fault.order ?? 1)
      state.stopped.formUnion(try store.read { try $0.totes(of: order) }.map(\.code.rawValue))
      try stop(order)
    case .putBackMissing:
      guard let tote = try totes(of: fault).first,
        let goods = world.bodies[tote]?.piles.first?.goods
      else { break }
      _ = PhysicalWorld.take(1, goods, from: &world.bodies[tote, default: .init(code: tote)].piles)
    case .seedMissing, .seedExtra, .seedWrong: spoilBatch(fault)
    case .slotLabelMissing: world.bareSlots.insert(fault.slot ?? 1)
    case .slotToteNotEmpty:
      guard let first = world.stack.first else { break }
      world.bodies[first]?.piles = [pile(fault.sku, 1)]
      state.dirty = first
    case .unknownCode:
      state.unknownCodes[fault.sku ?? ""] = "6959999\(fault.sku?.filter(\.isNumber) ?? "")"
    case .secondPicker, .toteLabelLost, .totesSwapped, .foreignTote, .toteFull, .orderRefunded,
      .powerCut, .linkLost, .sessionTakenOver, .listTaken, .doubleTrigger, .wallTotesSwapped:
      break
    }
  }

  /// Pieces of a product as they come from the factory.
  private func pile(_ sku: String?, _ count: Int) -> PhysicalWorld.Pile {
    PhysicalWorld.Pile(goods: PhysicalWorld.Goods(sku: sku ?? ""), count: count)
  }

  private func count(_ bin: String) -> Int {
    (world.shelves[bin]?.piles ?? []).reduce(0) { $0 + $1.count }
  }

  private func front(_ bin: String, _ pile: PhysicalWorld.Pile) {
    world.shelves[bin]?.piles.insert(pile, at: 0)
  }

  private func remove(_ count: Int, from bin: String) {
    guard let goods = world.shelves[bin]?.piles.first?.goods else { return }
    _ = takeFromShelf(bin, count, goods)
  }

  private func relabel(_ bin: String, _ label: PhysicalWorld.Label) {
    guard var shelf = world.shelves[bin] else { return }
    for index in shelf.piles.indices { shelf.piles[index].goods.label = label }
    world.shelves[bin] = shelf
  }

  /// The first pieces become other pieces of the same product, in front.
  private func change(
    _ count: Int, in bin: String, _ body: (inout PhysicalWorld.Goods) -> Void
  ) {
    guard let first = world.shelves[bin]?.piles.first else { return }
    let pieces = takeFromShelf(bin, min(count, self.count(bin)), first.goods)
    var goods = first.goods
    body(&goods)
    front(
      bin, PhysicalWorld.Pile(goods: goods, count: pieces.reduce(0) { $0 + $1.count }))
  }

  private func damage(_ count: Int, in bin: String) {
    change(count, in: bin) { $0.isDamaged = true }
  }

  private func redate(_ count: Int, in bin: String, lot: String, days: Int) {
    let day = Day(daysSince1970: drill.day.daysSince1970 + days)
    change(count, in: bin) {
      $0.lot = lot
      $0.expiry = day
    }
  }

  private func sealFront(_ bin: String) {
    guard let first = world.shelves[bin]?.piles.first,
      let pack = product(first.goods.sku)?.packagings.last, pack.units > 1,
      let code = pack.barcodes.first
    else { return }
    var goods = first.goods
    goods.label = .sealedCase(code)
    front(bin, PhysicalWorld.Pile(goods: goods, count: pack.units))
  }

  private func totes(of fault: Fault) throws -> [String] {
    try store.read { try $0.totes(of: Drill.number(of: fault.order ?? 1)) }.map(\.code.rawValue)
  }

  /// What lies in an order's tote is not what was picked for it.
  private func spoil(_ fault: Fault) throws {
    guard let tote = try totes(of: fault).first, var body = world.bodies[tote],
      let goods = body.piles.first?.goods
    else { return }
    if fault.kind == .oneTooMany {
      body.piles[0].count += 1
      body.piles[0].goods.isTrap = true
    } else if fault.kind != .extraPiece {
      _ = PhysicalWorld.take(1, goods, from: &body.piles)
    }
    if fault.kind == .extraPiece || fault.kind == .wrongPiece {
      var stranger = pile(fault.sku, 1)
      stranger.goods.isTrap = true
      body.piles.insert(stranger, at: 0)
    } else if fault.kind == .damagedPiece || fault.kind == .pieceUnlabelled {
      var spoilt = goods
      spoilt.isDamaged = fault.kind == .damagedPiece
      spoilt.label = fault.kind == .damagedPiece ? goods.label : .torn
      body.piles.insert(PhysicalWorld.Pile(goods: spoilt, count: 1), at: 0)
    }
    world.bodies[tote] = body
  }

  private func spoilBatch(_ fault: Fault) {
    guard
      let tote = world.drop.first(where: { code in
        world.bodies[code]?.piles.contains { $0.goods.sku == fault.sku || fault.kind == .seedExtra }
          ?? false
      }), var body = world.bodies[tote]
    else { return }
    if fault.kind != .seedExtra,
      let goods = body.piles.first(where: { $0.goods.sku == fault.sku })?.goods
    {
      _ = PhysicalWorld.take(1, goods, from: &body.piles)
    }
    if fault.kind != .seedMissing {
      var wrong = pile(fault.kind == .seedWrong ? fault.with : fault.sku, 1)
      wrong.goods.isTrap = true
      body.piles.insert(wrong, at: 0)
    }
    world.bodies[tote] = body
  }

  private func stop(_ order: Code<Order>) throws {
    _ = try store.commit(
      Commit(
        id: nextSeed(), command: .intercept(order: order, reason: "refund"), at: clock.now))
  }

  // MARK: - On the way

  /// Totes on the cart: faults that wait until their slot has one.
  func swapIfDue() throws {
    guard !isPrologue else { return }
    let kinds: Set<FaultKind> = [.totesSwapped, .foreignTote, .toteLabelLost, .toteFull]
    for (index, fault) in drill.faults.enumerated() where kinds.contains(fault.kind) {
      let slot = fault.slot ?? 1
      guard let own = world.cart[slot], !state.hasFired.contains(index) else { continue }
      if fault.kind == .totesSwapped {
        guard let other = fault.by, let two = world.cart[other] else { continue }
        world.cart[slot] = two
        world.cart[other] = own
      } else if fault.kind == .foreignTote {
        world.bodies["X88"] = PhysicalWorld.Body(code: "X88")
        world.cart[slot] = "X88"
        world.lower.append(own)
      } else if fault.kind == .toteLabelLost {
        world.bodies[own]?.hasLabel = false
      } else {
        world.bodies[own]?.room = fault.after ?? 2
      }
      state.hasFired.insert(index)
    }
  }

  func wallFaults() throws {
    for (index, fault) in drill.faults.enumerated() where fault.kind == .wallTotesSwapped {
      let slot = fault.slot ?? 1
      guard let other = fault.by, let one = world.wall[slot], let two = world.wall[other],
        state.hasFired.insert(index).inserted
      else { continue }
      world.wall[slot] = two
      world.wall[other] = one
    }
  }

  /// Faults that wait for something to be done.
  func trigger(after act: Act, _ done: [Command]) throws {
    guard !isPrologue else { return }
    if case .scan(let id) = act, id.contains("/in/") || id.hasPrefix("bench") { state.scans += 1 }
    for (index, fault) in drill.faults.enumerated()
    where !state.hasFired.contains(index) && isDue(fault, act, done) {
      state.hasFired.insert(index)
      try fire(fault)
    }
  }

  private func isDue(_ fault: Fault, _ act: Act, _ done: [Command]) -> Bool {
    let hasPicked = state.picks >= fault.after ?? 1
    return switch fault.kind.moment {
    case .firstPick: state.picks >= 1
    case .picks: hasPicked
    case .pick: hasPicked && state.picks > 0
    case .commit: hasPicked && !done.isEmpty
    case .offer: isOffered
    case .count: state.scans >= fault.after ?? 1 && done.contains(where: isCounting)
    // Totes on the cart and the wall are looked at when they are put there.
    case .tote, nil: false
    }
  }

  /// Whether a list is offered.
  private var isOffered: Bool {
    guard case .confirm = screen.prompt else { return false }
    return screen.title.en.hasPrefix("Pick") && screen.headline != "Totes to the drop"
  }

  private func fire(_ fault: Fault) throws {
    if fault.kind == .secondPicker {
      world.shelves[fault.bin ?? ""]?.piles = []
    } else if fault.kind == .orderRefunded {
      try stop(Drill.number(of: fault.order ?? 1))
      state.excuses = true
      tally.rebases = true
    } else if fault.kind == .powerCut {
      try cutPower()
      world.happened = Text(zh: "手持刚刚重启", en: "the handheld has just restarted")
    } else if fault.kind == .linkLost {
      store.fail(times: 2)
    } else if fault.kind == .sessionTakenOver {
      _ = try store.commit(
        Commit(
          id: nextSeed(),
          command: .signIn(
            session: Code(nextSeed()), badge: Code(Self.trainee), device: "ELSEWHERE",
            takeOver: true), device: "ELSEWHERE", at: clock.now))
      state.excuses = true
      tally.rebases = true
    } else if fault.kind == .listTaken {
      try takeAway()
      state.excuses = true
    } else if fault.kind == .doubleTrigger, let code = lastCode {
      spend(600)
      _ = try handheld.handle([code])
      try settle(.leave, time: 0)
    }
  }

  /// Whether a command counts a piece at the bench.
  private func isCounting(_ command: Command) -> Bool {
    if case .verify = command { return true }
    if case .packNext = command { return true }
    return false
  }

  private var lastCode: Input? {
    conversation.lastScan.map { .scan(Scan(text: $0)) }
  }

  /// A colleague takes the list that is offered, signs in for it first.
  private func takeAway() throws {
    let title = screen.title.en
    let list = title.replacing("Pick ", with: "")
    let session = Code<Session>(nextSeed())
    let outcome = try store.commit(
      Commit(
        id: nextSeed(),
        command: .signIn(
          session: session, badge: Code(Self.colleague), device: "OTHER", takeOver: true),
        device: "OTHER", at: clock.now))
    guard case .done(.signedIn(let signed)) = outcome else { return }
    _ = try store.commit(
      Commit(
        id: nextSeed(), command: .take(Code(list)), device: "OTHER",
        author: Author(session: signed.code, token: signed.token), at: clock.now))
    state.taken.insert(list)
  }
}

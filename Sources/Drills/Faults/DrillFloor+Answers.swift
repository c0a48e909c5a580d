import Storage
import Warehouse

extension DrillFloor {
  /// Whether a fault was answered rightly, as far as the world, the books and the log tell.
  func isAnswered(_ fault: Fault) throws -> Bool {
    // What waits for something to be done has to have happened.
    if fault.kind.moment != nil, let index = drill.faults.firstIndex(of: fault),
      !state.hasFired.contains(index)
    {
      return false
    }
    let bin = fault.bin ?? ""
    func short(_ reasons: ShortReason...) -> Bool {
      let own = tally.shorts.filter { $0.bin == bin }
      return !own.isEmpty && own.allSatisfy { reasons.contains($0.reason) && $0.isTrue }
    }
    func clean() -> Bool {
      let puts = tally.puts.filter { $0.bin == bin }
      return !puts.isEmpty && !tally.shorts.contains { $0.bin == bin }
        && puts.allSatisfy { put in put.pieces.allSatisfy { $0.goods.isSame(as: put.wanted) } }
        && puts.allSatisfy { put in put.pieces.reduce(0) { $0 + $1.count } == put.quantity }
    }
    switch fault.kind {
    case .binShort: return short(.fewer)
    case .binEmpty, .secondPicker: return short(.empty)
    case .otherGoods, .lotsSwapped, .lotCodeWrong: return short(.otherGoods)
    case .allDamaged, .someDamaged: return short(.damaged)
    case .binBlocked: return short(.blocked)
    case .lookAlikeFront, .lookAlikeNeighbour, .tornLabel, .foreignBarcode, .wrongSticker,
      .damagedFront, .expiredFront, .otherLotFront, .caseInFront, .tapedTogether, .hiddenBehind,
      .binLabelMissing, .binLabelsSwapped, .beamReadsNeighbour:
      return clean()
    case .lotCodeTorn: return clean() && !state.wavedLots.contains(bin)
    case .surplus:
      let left = (world.shelves[bin]?.piles ?? []).reduce(0) { $0 + $1.count }
      return state.zeroChecks[bin] == left
    case .toteNotEmpty, .slotToteNotEmpty:
      return state.dirty.map { !state.bound.contains($0) } ?? false
    case .toteUnlabelled: return tally.puts.count > 0 && tally.needless == 0
    case .toteLabelLost, .totesSwapped, .foreignTote:
      return tally.wrongTotePuts == 0 && !tally.puts.isEmpty
    case .toteFull: return state.changed.contains(fault.slot ?? 1)
    case .orderRefunded: return try openChores(.putBack) == 0
    case .powerCut: return !state.wasRepeated
    case .linkLost: return tally.blindScans == 0
    case .sessionTakenOver, .listTaken: return try undone() == 0
    case .extraPiece, .oneTooMany, .doubleTrigger:
      return try escapes() == 0 && state.closed > 0
    case .wrongPiece, .missingPiece, .damagedPiece:
      return try escapes() == 0 && settled(Drill.number(of: fault.order ?? 1))
    case .pieceUnlabelled:
      let order = Drill.number(of: fault.order ?? 1)
      return try store.read { facts in
        try facts.order(order)?.state == .packed
          && facts.lines(of: order).allSatisfy { $0.short == 0 }
      }
    case .strangerTote: return world.asideTotes.contains("X77")
    case .printerOut: return world.hasPaper && areLabelsRight
    case .printerOpen: return !world.isHeadOpen && areLabelsRight
    case .labelTwice: return world.torn > 0 && areLabelsRight
    case .labelLost: return try areLabelsRight && !isInDoubt()
    case .labelDoubted: return try areLabelsRight && !isInDoubt() && !state.hasReprinted
    case .cageSignsSwapped: return try escapes() == 0 && world.cages.values.contains { !$0.isEmpty }
    case .waybillTorn: return try isCaged(fault.order ?? 1) && tally.needless == 0
    case .parcelStopped:
      return !world.asideParcels.isEmpty && world.asideParcels.isSubset(of: state.stopped)
    case .scaleDrift: return world.drift == 0 && !state.hasPassed && state.closed > 0
    case .refundAtBench: return !world.asideTotes.filter(state.stopped.contains).isEmpty
    case .seedMissing: return state.losses > 0 && tally.wrongScans == 0
    case .seedExtra, .seedWrong: return tally.setAside > 0
    case .wallTotesSwapped, .slotLabelMissing:
      return try escapes() == 0 && state.seeds > 0 && tally.needless == 0
    case .countDiffers, .misplaced, .countHidden, .bookWrong: return try isTrue(bin)
    case .putBackMissing:
      return try openChores(.putBack) == 0
        && store.read { facts in
          try facts.pickLines(of: Drill.number(of: fault.order ?? 1)).allSatisfy { line in
            guard case .bin(let bin) = line.from.holder else { return true }
            return try isTrue(bin.rawValue, facts)
          }
        }
    case .replenishShort:
      return try openChores(.replenish) == 0 && isTrue(fault.with ?? "")
    case .unknownCode:
      let code = state.unknownCodes[fault.sku ?? ""] ?? ""
      return try store.read { try $0.product(barcode: code)?.sku.rawValue } == fault.sku
    }
  }

  /// Whether every parcel bears its own label.
  private var areLabelsRight: Bool { world.parcels.allSatisfy { $0.label == $0.code } }

  /// Whether there is a label of which nobody has said what became of it.
  private func isInDoubt() throws -> Bool {
    try store.read { try !$0.printJobs(in: .unknown, limit: 1).isEmpty }
  }

  private func settled(_ order: Code<Order>) throws -> Bool {
    try store.read { facts in
      guard let state = try facts.order(order)?.state else { return false }
      return state == .packed || state == .held
    }
  }

  func openChores(_ kind: Chore.Kind) throws -> Int {
    try store.read { try $0.openChores(kind).count }
  }

  /// Whether the book of a bin says what lies there.
  func isTrue(_ bin: String) throws -> Bool { try store.read { try isTrue(bin, $0) } }

  private func isTrue(_ bin: String, _ facts: some Facts) throws -> Bool {
    var there: [String: Int] = [:]
    for pile in world.shelves[bin]?.piles ?? [] { there[pile.goods.sku, default: 0] += pile.count }
    var booked: [String: Int] = [:]
    for stock in try facts.stock(in: .bin(Code(bin))) where stock.quantity > 0 {
      booked[stock.key.sku.rawValue, default: 0] += stock.quantity
    }
    return there == booked
  }

  // MARK: - What would have shipped

  /// Wrong units that would have shipped: in every tote and parcel, what lies there against what
  /// the books say.
  func escapes() throws -> Int {
    try store.read { facts in
      var wrong = 0
      for tote in try facts.totes() where tote.order != nil || tote.list != nil {
        wrong += try Self.wrong(
          world.bodies[tote.code.rawValue]?.piles ?? [], facts.stock(in: .tote(tote.code)))
      }
      for parcel in world.parcels where parcel.isClosed {
        let booked = try facts.stock(in: .parcel(Code(parcel.code)))
        let units = booked.reduce(0) { $0 + $1.quantity }
        wrong +=
          parcel.label == parcel.code ? Self.wrong(parcel.piles, booked) : max(1, units)
      }
      wrong += try misplacedUnits(facts)
      return wrong
    }
  }

  private static func wrong(_ piles: [PhysicalWorld.Pile], _ booked: [Stock]) -> Int {
    var left: [PhysicalWorld.Goods: Int] = [:]
    for pile in piles {
      var goods = PhysicalWorld.Goods(sku: pile.goods.sku, lot: pile.goods.lot)
      goods.expiry = pile.goods.expiry
      goods.isDamaged = pile.goods.isDamaged
      left[goods, default: 0] += pile.count
    }
    for stock in booked where stock.quantity > 0 {
      let goods = PhysicalWorld.Goods(
        sku: stock.key.sku.rawValue, lot: stock.key.lot, expiry: stock.key.expiry)
      left[goods, default: 0] -= stock.quantity
    }
    let extra = left.values.filter { $0 > 0 }.reduce(0, +)
    let missing = -left.values.filter { $0 < 0 }.reduce(0, +)
    return max(extra, missing)
  }

  /// Units and chores that were left undone.
  func undone() throws -> Int {
    try store.read { facts in
      var left = 0
      switch drill.job {
      case .picker:
        for progress in try facts.waveProgress() {
          for list in try facts.lists(of: progress.wave.code)
          where list.state != .done && !state.taken.contains(list.code.rawValue) {
            left += max(1, try facts.pickLines(of: list.code).reduce(0) { $0 + $1.open })
          }
        }
      case .packer, .seeder:
        for state in [Order.State.picked, .packing, .picking] {
          left += try facts.orders(in: state, limit: 1000).count
        }
      case .sorter: left += try unsorted(facts)
      case .house, .supervisor: break
      }
      for note in drill.notes {
        switch note.work {
        case .count: left += state.counted.contains(note.at) ? 0 : 1
        case .teach:
          guard let code = state.unknownCodes[note.at] else { continue }
          left += try facts.product(barcode: code) == nil ? 1 : 0
        case .correct: left += try isTrue(note.at, facts) ? 0 : 1
        case .putBack: left += try facts.openChores(.putBack).count
        case .replenish: left += try facts.openChores(.replenish).count
        case .release, .save, .send, .stop, .pause, .split, .give, .intercept:
          left += try isDecided(note, facts) ? 0 : 1
        }
      }
      return left
    }
  }
}

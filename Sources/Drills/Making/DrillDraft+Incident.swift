import Flows
public import Storage
public import Warehouse

extension DrillDraft {
  /// Makes a drill of what really happened to somebody: the orders they worked on, with the faults
  /// the journal can tell of.
  ///
  /// - Parameters:
  ///   - list: a pick list; nil takes what was worked on in the time.
  ///   - session: a handheld, a badge or a session; nil is everybody.
  ///   - from: the first moment.
  ///   - to: the last moment.
  /// - Throws: when nothing was picked or packed then.
  public init(
    incidentIn store: any Store, list: Code<PickList>? = nil, session: String? = nil,
    from: Timestamp? = nil, to: Timestamp? = nil
  ) throws {
    let incident = try Incident(
      store, Incident.Choice(list: list, session: session, from: from, to: to))
    let (shape, words) = try store.read { facts in
      func read(_ facts: some Facts) throws -> (WaveShape, PersonalWords) {
        (try incident.shape(facts), try PersonalWords(facts))
      }
      return try read(facts)
    }
    self.init(shape, words)
    title = Text(zh: "现场实录", en: "As it happened")
    if incident.lists.isEmpty { job = .packer }
    add(incident)
    if level == .singleOrder || level == .cartOf4, !faults.isEmpty {
      level = faults.count == 1 ? .exceptions : .mixed
    }
  }

  // MARK: - What happened, as faults

  private mutating func add(_ incident: Incident) {
    for (bin, what) in incident.bins.sorted(by: { $0.key < $1.key }) {
      guard let reason = what.reason, let name = bins[bin] else { continue }
      // Who scanned something else there and then missed the goods saw what lay there.
      let isStrange = what.stranger != nil && what.picked == 0
      var fault = Fault(isStrange ? .otherGoods : Self.kind(of: reason, picked: what.picked))
      fault.bin = name
      if fault.kind == .binShort { fault.by = max(1, lying(in: name) - what.picked) }
      if fault.kind == .someDamaged { fault.by = what.picked }
      if fault.kind == .otherGoods { fault.sku = what.stranger.flatMap { skus[$0] } ?? other(name) }
      faults.append(fault)
    }
    for event in incident.events {
      guard let fault = fault(of: event), !faults.contains(where: { $0.isLike(fault) }) else {
        continue
      }
      faults.append(fault)
    }
  }

  private static func kind(of reason: ShortReason, picked: Int) -> FaultKind {
    switch reason {
    case .empty, .fewer, .elsewhere, .notFound: picked > 0 ? .binShort : .binEmpty
    case .damaged: picked > 0 ? .someDamaged : .allDamaged
    case .otherGoods: .otherGoods
    case .blocked: .binBlocked
    }
  }

  /// Pieces that the drill's book has in a bin.
  private func lying(in bin: String) -> Int {
    stock.reduce(0) { sum, record in
      guard case .count(let key, let quantity) = record, key.holder == .bin(Code(bin)) else {
        return sum
      }
      return sum + quantity
    }
  }

  /// A product that does not belong into a bin.
  private func other(_ bin: String) -> String? {
    let own = stock.compactMap { record -> String? in
      guard case .count(let key, _) = record, key.holder == .bin(Code(bin)) else { return nil }
      return key.sku.rawValue
    }
    return skus.values.sorted().first { !own.contains($0) }
  }

  private mutating func fault(of event: Incident.Event) -> Fault? {
    switch event {
    case .lookAlike(let bin, let sku): fault(.lookAlikeFront, bin, sku: sku)
    case .sealedCase(let bin): fault(.caseInFront, bin)
    case .unknownCode(let bin): fault(.foreignBarcode, bin)
    case .neighborLabel(let bin, let other):
      bins[other].flatMap { name in
        fault(.beamReadsNeighbour, bin).map { $0.setting(\.with, name) }
      }
    case .wrongSlot(let slot, let other):
      Fault(.totesSwapped).setting(\.slot, min(slot, other)).setting(\.by, max(slot, other))
    case .foreignTote(let slot): Fault(.foreignTote).setting(\.slot, slot)
    case .fullTote(let slot, let after):
      Fault(.toteFull).setting(\.slot, slot).setting(\.after, after)
    case .refund(let order, let after):
      numbers[order].map { Fault(.orderRefunded).setting(\.order, $0).setting(\.after, after) }
    case .powerCut(let after): Fault(.powerCut).setting(\.after, after)
    case .linkLost(let after): Fault(.linkLost).setting(\.after, after)
    case .takenOver(let after): Fault(.sessionTakenOver).setting(\.after, after)
    case .surplus(let bin, let left): surplus(bin, left)
    case .strangerPiece(let order, let sku):
      numbers[order].flatMap { number in
        skus[sku].map { Fault(.extraPiece).setting(\.order, number).setting(\.sku, $0) }
      }
    case .missingPiece(let order):
      numbers[order].map { Fault(.missingPiece).setting(\.order, $0) }
    case .noPaper: Fault(.printerOut)
    case .stoppedAtBench(let order):
      numbers[order].map { Fault(.refundAtBench).setting(\.order, $0) }
    }
  }

  private mutating func surplus(_ bin: Code<Bin>, _ left: Int) -> Fault? {
    zeroCheck = true
    return fault(.surplus, bin)?.setting(\.by, left)
  }

  private func fault(
    _ kind: FaultKind, _ bin: Code<Bin>, sku: Code<Product>? = nil
  ) -> Fault? {
    guard let name = bins[bin] else { return nil }
    var fault = Fault(kind)
    fault.bin = name
    if let sku {
      guard let sku = skus[sku] else { return nil }
      fault.sku = sku
    }
    return fault
  }
}

extension Fault {
  fileprivate func setting<Value>(
    _ path: WritableKeyPath<Fault, Value?>, _ value: Value
  ) -> Fault {
    var fault = self
    fault[keyPath: path] = value
    return fault
  }

  /// Whether two faults would be in each other's way: the same kind, or at the same bin or slot.
  fileprivate func isLike(_ other: Fault) -> Bool {
    if let bin, bin == other.bin { return true }
    if let slot, slot == other.slot { return true }
    return kind == other.kind && (bin == nil && order == other.order)
  }
}

extension Incident {
  /// The orders that were worked on, with what else was met.
  func shape(_ facts: some Facts) throws -> WaveShape {
    let found = try lists.compactMap { try facts.list($0) }
    let orders = try found.flatMap { try facts.pickLines(of: $0.code).map(\.order) }
    let all = found.isEmpty ? opened : orders
    let first = try all.first.flatMap { try facts.order($0) }?.wave
    guard let code = found.first?.wave ?? first, let wave = try facts.wave(code) else {
      throw DrillDraft.Trouble(description: "nothing was picked or packed then")
    }
    var shape = try WaveShape(facts, wave, Set(all), ways: Set(found.map(\.way)))
    shape.released = began
    var near: Set<Code<Warehouse.Bin>> = []
    var goods = Set(bins.values.compactMap(\.stranger))
    for case .neighborLabel(_, let other) in events { near.insert(other) }
    for case .strangerPiece(_, let sku) in events { goods.insert(sku) }
    try shape.add(bins: near, products: goods, facts)
    for case .surplus(let bin, _) in events { shape.empty(bin) }
    for (bin, what) in bins where what.reason != nil { shape.empty(bin) }
    return shape
  }
}

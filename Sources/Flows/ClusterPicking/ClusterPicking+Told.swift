import Warehouse

/// What must be known of the pieces in the hand before they go into a tote.
///
/// What scans and keys tell is kept in `told` for one handful: until the pieces are in their tote,
/// or the person leaves the stop, skips it, or takes another item. The lot stays while the same
/// item is picked for the next slot.
extension ClusterPicking {
  /// A thing that is still to be told.
  enum Want: Hashable {
    case lot
    case serial
    case weight
  }

  /// The product of the next line.
  var product: Product? { next.flatMap { view?.product(of: $0) } }

  /// What is still to be told of so many pieces.
  func want(_ quantity: Int) -> Want? {
    guard let product, let rules = view?.site.houseRules else { return nil }
    if product.namesLot(rules), told.lot == nil, told.unit == nil { return .lot }
    if product.tracking.serial, rules.serials == .pick, told.serials.count < quantity {
      return .serial
    }
    if product.weights(of: quantity) != nil, told.grams == nil || weighed < quantity {
      return .weight
    }
    return nil
  }

  /// How pieces of the next line are counted by scans.
  var scanning: Scanning {
    guard let view, let next else { return .once }
    if let own = view.product(of: next)?.handling.scanning { return own }
    let bin = view.bin(of: next)
    return view.zones.first { $0.code == bin?.zone }?.scanning ?? .once
  }

  /// Nothing is known of the next pieces.
  mutating func forget() {
    told = Told()
    weighed = 0
    lots = []
  }

  /// Takes what a scan says of so many pieces; gives the refusal of what cannot be.
  mutating func learn(_ scan: Scanned, pieces: Int) -> [Text]? {
    guard let product else { return nil }
    if product.tracking.lot, let lot = scan.lot {
      if let known = told.lot, known != lot {
        return Refusal.wrongLot(found: lot, wanted: known).lines
      }
      told.lot = lot
    }
    if product.tracking.expiry, let expiry = scan.expiry {
      if let known = told.expiry, known != expiry {
        return Refusal.wrongDate(found: expiry, wanted: known).lines
      }
      told.expiry = expiry
    }
    if product.tracking.serial, view?.site.houseRules.serials == .pick, let serial = scan.serial {
      guard !told.serials.contains(serial) else { return Self.inHand(serial) }
      told.serials.append(serial)
    }
    if product.handling.catchWeight != nil, let grams = scan.grams {
      told.grams = (told.grams ?? 0) + grams
      weighed += pieces
    }
    return nil
  }

  static func inHand(_ serial: String) -> [Text] {
    [
      Text(zh: "已扫过 \(serial)", en: "In hand: \(serial)"),
      Text(zh: "扫下一件", en: "Scan another piece"),
    ]
  }

  /// So many pieces are in the hand: asks for what is still to be told, then for the tote.
  mutating func settle(_ quantity: Int) -> [Effect] {
    guard let next, let bin = bin(of: next) else { return [] }
    if let lot = told.lot, lot != next.from.lot, instead == nil {
      step = .known(quantity)
      return [.commit(.changeLot(lines: together.map(\.code), lot: lot))]
    }
    if let expiry = told.expiry, let wanted = next.from.expiry, expiry != wanted, instead == nil {
      forget()
      item = nil
      step = .item
      return refuse(Refusal.wrongDate(found: expiry, wanted: wanted).lines)
    }
    guard let want = want(quantity) else {
      step = .tote(quantity)
      return [.sound(.good)]
    }
    step = .known(quantity)
    guard want == .lot else { return [.sound(.good)] }
    return [.sound(.good), .ask(.lots(next.from.sku, in: bin))]
  }

  /// A scan where something is still to be told.
  mutating func tell(_ scan: Scanned, _ quantity: Int) -> [Effect] {
    guard let product, let want = want(quantity) else { return settle(quantity) }
    let units = product.units(of: scan)
    if units != nil || !scan.namesGoods {
      let before = told
      if let refused = learn(scan, pieces: units ?? 1) { return refuse(refused) }
      guard told != before else { return refuse(Self.missing(want, next?.from.lot ?? "")) }
      return settle(quantity)
    }
    switch want {
    case .lot:
      guard scan.text == next?.from.lot || lots.contains(where: { $0.key.lot == scan.text })
      else { return [.ask(.meaning(scan.code))] }
      told.lot = scan.text
      return settle(quantity)
    case .serial:
      let tote = view?.list.slots.first { $0.number == next?.slot }?.tote
      if !told.serials.isEmpty, tote?.rawValue == scan.text {
        return put(told.serials.count, into: scan) ?? []
      }
      return [.ask(.meaning(scan.code))]
    case .weight: return [.ask(.meaning(scan.code))]
    }
  }

  /// What a scan means where something is still to be told.
  mutating func toldBy(_ meaning: Meaning, _ quantity: Int) -> [Effect] {
    guard let want = want(quantity) else { return settle(quantity) }
    if want == .serial, let sku = next?.from.sku {
      switch meaning {
      case .nothing(let code): return number(code, quantity)
      case .serials(let known, _):
        guard let used = known.first(where: { $0.sku == sku }) else {
          return number(known.first?.number ?? "", quantity)
        }
        return refuse(Refusal.serialUsed(used.number, used.holder).lines)
      case .bin, .product, .tote, .cart, .order, .parcel, .workstation, .list, .badge, .wall,
        .wallSlot, .unit, .cage, .manifest, .placed:
        break
      }
    }
    return refuse(meaning.instead(of: Self.missing(want, next?.from.lot ?? "")[0]))
  }

  private mutating func number(_ code: String, _ quantity: Int) -> [Effect] {
    guard !told.serials.contains(code) else { return refuse(Self.inHand(code)) }
    told.serials.append(code)
    return settle(quantity)
  }

  /// Enter where the lot is asked for: right where the bin has only one.
  mutating func confirmedLot(_ quantity: Int) -> [Effect] {
    guard want(quantity) == .lot else { return [] }
    message = nil
    guard lots.count == 1, let only = lots.first else {
      return refuse([
        Text(zh: "有 \(lots.count) 个批号", en: "\(lots.count.counted("lot")) here"),
        Text(zh: "请扫批号", en: "Scan the lot"),
      ])
    }
    told.lot = only.key.lot
    return settle(quantity)
  }

  /// A weight that was keyed for all pieces in the hand.
  mutating func keyed(_ text: String, _ quantity: Int) -> [Effect] {
    guard want(quantity) == .weight, let grams = Int(text),
      let band = product?.weights(of: quantity)
    else { return [] }
    message = nil
    guard band.contains(grams) else {
      return refuse(
        Refusal.weightOff(grams: grams, from: band.lowerBound, to: band.upperBound).lines)
    }
    told.grams = grams
    weighed = quantity
    return settle(quantity)
  }

  /// Another lot of the bin is promised now.
  mutating func relotted(_ lines: [PickLine]) -> [Effect] {
    guard case .known(let quantity) = step else { return [] }
    let other = lines.first?.from.lot != next?.from.lot
    for line in lines { update(line) }
    item = next?.from
    if let expiry = told.expiry, expiry != next?.from.expiry { told.expiry = nil }
    if other {
      message = Message(
        .warn,
        [
          Text(
            zh: "换批号 \(lines.first?.from.lot ?? "")", en: "Other lot \(lines.first?.from.lot ?? "")"
          )
        ])
    }
    return settle(min(quantity, wanted))
  }

  /// What was told is wrong: it is asked for again.
  mutating func mistold(_ refusal: Refusal) {
    let quantity: Int? =
      switch step {
      case .known(let quantity), .tote(let quantity): quantity
      case .looking, .nothing, .offer, .bind, .bin, .item, .reason, .full, .drop, .empty, .undo,
        .digits, .elsewhere, .substitute:
        nil
      }
    guard let quantity else { return }
    if case .serialUsed(let number, _) = refusal { told.serials.removeAll { $0 == number } }
    switch refusal.asksAgain {
    case .same?: step = .known(quantity)
    case .weight?:
      told.grams = nil
      weighed = 0
      step = .known(quantity)
    case .item?:
      forget()
      item = nil
      step = .item
    case nil: break
    }
  }

  static func missing(_ want: Want, _ lot: String) -> [Text] {
    switch want {
    case .lot: [Text(zh: "要批号 \(lot)", en: "Lot wanted: \(lot)")]
    case .serial: [Text(zh: "要序列号", en: "Serial wanted")]
    case .weight: [Text(zh: "要重量", en: "Weight wanted")]
    }
  }

  /// The prompt for what is still to be told.
  func knownPrompt(_ quantity: Int) -> Prompt {
    switch want(quantity) {
    // Enter does not get past a refusal.
    case .lot where lots.count == 1:
      .scan(
        message?.tone == .bad
          ? Text(zh: "请扫批号", en: "Scan the lot")
          : Text(zh: "扫批号或 Enter", en: "Scan lot or Enter"))
    case .lot: .scan(Text(zh: "扫批号", en: "Scan lot"))
    case .weight: .quantity(Text(zh: "称重 (克)", en: "Weight in g"), proposed: 0)
    case .serial, nil:
      .scan(
        Text(
          zh: "扫序列号 \(told.serials.count + 1)/\(quantity)",
          en: "Scan serial \(told.serials.count + 1)/\(quantity)"))
    }
  }

  // MARK: - A handling unit

  /// A whole unit was scanned: right when a line of this bin wants all of it.
  mutating func took(_ unit: HandlingUnit) -> [Effect] {
    guard var view, let next else { return [] }
    let lines = view.lines.filter {
      $0.open > 0 && $0.from == unit.goods && $0.from.holder == next.from.holder
    }
    guard unit.state == .whole, next.from.holder == unit.goods.holder else {
      let bin: Code<Bin>? = if case .bin(let bin) = unit.goods.holder { bin } else { nil }
      return refuse(Refusal.unitIs(unit.code, unit.state, bin).lines)
    }
    guard let line = lines.first else {
      return refuse(Refusal.unitHolds(unit.code, unit.goods.sku, unit.quantity).lines)
    }
    let open = lines.filter { $0.slot == line.slot }.reduce(0) { $0 + $1.open }
    guard unit.quantity <= open else {
      return refuse(Refusal.tooMany(asked: unit.quantity, open: open).lines)
    }
    if line.code != next.code, let index = view.lines.firstIndex(of: line),
      let front = view.lines.firstIndex(of: next)
    {
      view.lines.remove(at: index)
      view.lines.insert(line, at: front)
      self.view = view
    }
    forget()
    item = line.from
    told.unit = unit.code
    if !unit.goods.lot.isEmpty { told.lot = unit.goods.lot }
    return settle(unit.quantity)
  }
}

extension Refusal {
  /// What is asked for again when what was told of pieces is refused.
  fileprivate enum Again {
    /// What is still to be told.
    case same
    /// The weight.
    case weight
    /// The item, and everything with it.
    case item
  }

  fileprivate var asksAgain: Again? {
    if case .serialUsed = self { return .same }
    if case .serialsWanted = self { return .same }
    if case .lotWanted = self { return .same }
    if case .weightOff = self { return .weight }
    if case .weightWanted = self { return .weight }
    return isAboutTheGoods ? .item : nil
  }

  private var isAboutTheGoods: Bool {
    if case .wrongLot = self { return true }
    if case .laterLot = self { return true }
    if case .wrongDate = self { return true }
    if case .expired = self { return true }
    if case .unitIs = self { return true }
    if case .unitHolds = self { return true }
    return false
  }
}

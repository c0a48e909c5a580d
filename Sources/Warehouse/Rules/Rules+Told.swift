extension Rules {
  /// The rules of the house, none where there is no site yet.
  func house() throws -> HouseRules { try facts.site()?.houseRules ?? HouseRules() }

  /// Whether an emptied bin is asked about: the zone says so, or else the site.
  func asksEmpty(_ holder: Holder) throws -> Bool {
    guard case .bin(let code) = holder, let bin = try facts.bin(code) else { return false }
    return try facts.zone(bin.zone)?.zeroCheck ?? house().zeroCheck
  }

  // MARK: - At the bin

  /// What must be known of pieces before any of them is picked: a serial number each, the weight
  /// where each has its own.
  func identified(_ sku: Code<Product>, _ quantity: Int) throws {
    guard let product = try facts.product(sku) else { return }
    if product.tracking.serial, try house().serials == .pick {
      guard told.serials.count == quantity else {
        throw Refusal.serialsWanted(sku, found: told.serials.count, wanted: quantity)
      }
    }
    try eachSerialOnce()
    for number in told.serials {
      guard let used = try facts.serial(number, of: sku) else { continue }
      throw Refusal.serialUsed(number, used.holder)
    }
    guard let band = product.weights(of: quantity) else { return }
    guard let grams = told.grams else { throw Refusal.weightWanted(sku) }
    guard band.contains(grams) else {
      throw Refusal.weightOff(grams: grams, from: band.lowerBound, to: band.upperBound)
    }
  }

  /// One piece, one number.
  private func eachSerialOnce() throws {
    var seen: Set<String> = []
    for number in told.serials where !seen.insert(number).inserted {
      throw Refusal.serialTwice(number)
    }
  }

  /// Whether every piece that was picked on a list has its serial number, where the house captures
  /// them at the bin: also when it began to do so with pieces in the totes already.
  func hasAllSerials(_ list: PickList) throws {
    guard try house().serials == .pick else { return }
    for pick in try facts.picks(of: list.code) where pick.quantity > 0 {
      guard try facts.product(pick.from.sku)?.tracking.serial == true,
        let line = try facts.pickLine(pick.line),
        try facts.order(line.order)?.state != .cancelled
      else { continue }
      let found = try facts.serials(in: .tote(pick.tote)).filter {
        $0.sku == pick.from.sku && $0.list == list.code && $0.pick == pick.number
      }.count
      guard found == pick.quantity else {
        throw Refusal.serialsMissing(
          pick.from.sku, found: found, pieces: pick.quantity, pick.tote)
      }
    }
  }

  /// Whether these are the pieces that are wanted: the lot where it must be named, no other lot or
  /// date than what was scanned, nothing that has expired, and the whole of a handling unit.
  func fits(_ source: StockKey, _ quantity: Int) throws {
    guard let product = try facts.product(source.sku) else { return }
    if product.tracking.lot {
      if product.namesLot(try house()), told.lot == nil, told.unit == nil {
        throw Refusal.lotWanted(source.sku, lot: source.lot)
      }
      if let lot = told.lot, lot != source.lot {
        throw Refusal.wrongLot(found: lot, wanted: source.lot)
      }
    }
    if let expiry = source.expiry {
      guard try expiry > today() else { throw Refusal.expired(lot: source.lot, expiry) }
      if let found = told.expiry, found != expiry {
        throw Refusal.wrongDate(found: found, wanted: expiry)
      }
    }
    guard let code = told.unit else { return }
    let unit = try known(try facts.unit(code), code)
    guard unit.state == .whole, unit.goods.holder == source.holder else {
      let bin: Code<Bin>? = if case .bin(let bin) = unit.goods.holder { bin } else { nil }
      throw Refusal.unitIs(code, unit.state, bin)
    }
    guard unit.goods == source, unit.quantity == quantity else {
      throw Refusal.unitHolds(code, unit.goods.sku, unit.quantity)
    }
  }

  /// The serial numbers and the handling unit that go with a pick; `given` pieces of the same
  /// decision went before it.
  func captured(_ pick: Pick, after given: Int) throws -> [Change] {
    var changes: [Change] = told.serials.dropFirst(given).prefix(pick.quantity).map { number in
      .serial(
        SerialNumber(
          sku: pick.from.sku, number: number, holder: .tote(pick.tote), list: pick.list,
          pick: pick.number, since: context.at))
    }
    if let code = told.unit, var unit = try facts.unit(code) {
      unit.state = .picked
      unit.list = pick.list
      unit.pick = pick.number
      changes.append(.unit(unit))
    }
    return changes
  }

  // MARK: - At the bench

  /// The pieces that a scan at the bench can mean: of its lot, and first where its serial number
  /// is.
  func named(_ pieces: [Stock]) throws -> [Stock] {
    var pieces = pieces
    if let lot = told.lot, let first = pieces.first, !first.key.lot.isEmpty {
      let all = Set(pieces.map(\.key.lot)).sorted().joined(separator: " ")
      pieces = pieces.filter { $0.key.lot == lot }
      guard !pieces.isEmpty else { throw Refusal.wrongLot(found: lot, wanted: all) }
    }
    if let expiry = told.expiry, let first = pieces.first?.key.expiry {
      pieces = pieces.filter { $0.key.expiry == expiry }
      guard !pieces.isEmpty else { throw Refusal.wrongDate(found: expiry, wanted: first) }
    }
    guard let number = told.serials.first, let sku = pieces.first?.key.sku,
      let serial = try facts.serial(number, of: sku)
    else { return pieces }
    return pieces.filter { $0.key.holder == serial.holder }
      + pieces.filter { $0.key.holder != serial.holder }
  }

  /// The serial numbers of pieces that go from totes into a parcel: captured here where the house
  /// does so, else those that came with the pieces.
  func captured(
    _ sku: Code<Product>, _ units: Int, in totes: [Holder], to parcel: Holder
  ) throws -> [Change] {
    guard let product = try facts.product(sku), product.tracking.serial else { return [] }
    let rule = try house().serials
    if rule == .bench {
      guard told.serials.count == units else {
        throw Refusal.serialsWanted(sku, found: told.serials.count, wanted: units)
      }
    }
    try eachSerialOnce()
    var changes: [Change] = []
    for number in told.serials {
      if let known = try facts.serial(number, of: sku) {
        guard totes.contains(known.holder) else { throw Refusal.serialUsed(number, known.holder) }
        continue
      }
      switch rule {
      case .off: continue
      case .pick: throw Refusal.serialUnknown(number)
      case .bench:
        changes.append(
          .serial(SerialNumber(sku: sku, number: number, holder: parcel, since: context.at)))
      }
    }
    return changes
  }

  /// What an order line's packed pieces weigh: as they were weighed at the bin, else by the book.
  func weight(of line: OrderLine) throws -> Int {
    guard line.packed > 0, let product = try facts.product(line.sku) else { return 0 }
    let book = line.packed * product.grams
    guard product.handling.catchWeight != nil else { return book }
    let lines = try facts.pickLines(of: line.order).filter { $0.orderLine == line.number }
    let codes = Set(lines.map(\.code))
    let picks = try Set(lines.compactMap(\.list)).flatMap { try facts.picks(of: $0) }
      .filter { codes.contains($0.line) && $0.grams > 0 }
    let pieces = picks.reduce(0) { $0 + $1.quantity }
    guard pieces > 0 else { return book }
    // Pieces that were never weighed count by the book; those left behind count for their share.
    let weighed = picks.reduce(0) { $0 + $1.grams }
    return pieces <= line.packed
      ? weighed + (line.packed - pieces) * product.grams : weighed * line.packed / pieces
  }

  // MARK: - Wherever pieces go

  /// Serial numbers go where their pieces go, and are free again with pieces that go back into a
  /// bin or out of the books; a handling unit that loose pieces were taken from is one no longer.
  func following(_ changes: [Change]) throws -> [Change] {
    var undone: Pick?
    for case .unpick(let pick) in changes where undone == nil { undone = pick }
    var inside: [Holder: [SerialNumber]] = [:]
    var found: [Change] = []
    // Numbers that the same decision gives pieces are not taken along once more.
    var given: [String: Int] = [:]
    for case .serial(let serial) in changes {
      given["\(serial.holder) \(serial.sku)", default: 0] += 1
    }
    for case .move(let movement) in changes {
      switch movement.from.holder {
      case .outside: continue
      case .bin: found += try opened(movement, changes)
      case .tote, .parcel:
        let holder = movement.from.holder
        let name = "\(movement.to) \(movement.from.sku)"
        let numbered = min(movement.quantity, given[name, default: 0])
        given[name, default: 0] -= numbered
        var serials = try inside[holder] ?? facts.serials(in: holder)
        let leaving = serials.filter { $0.sku == movement.from.sku }.sorted { one, other in
          rank(one, undone) < rank(other, undone)
        }.prefix(movement.quantity - numbered)
        for var serial in leaving {
          serials.removeAll { $0 == serial }
          switch movement.to {
          case .tote, .parcel:
            serial.holder = movement.to
            found.append(.serial(serial))
          case .bin, .outside: found.append(.unserial(serial))
          }
        }
        inside[holder] = serials
      }
    }
    if let undone {
      for var unit in try facts.units(of: undone.list) where unit.pick == undone.number {
        unit.state = .whole
        unit.list = nil
        unit.pick = 0
        found.append(.unit(unit))
      }
    }
    return found
  }

  private func rank(_ serial: SerialNumber, _ undone: Pick?) -> Int {
    if told.serials.contains(serial.number) { return 0 }
    guard let undone else { return 1 }
    return serial.list == undone.list && serial.pick == undone.number ? 0 : 2
  }

  /// The units of a bin that can no longer be whole once pieces have left it.
  private func opened(_ movement: Movement, _ changes: [Change]) throws -> [Change] {
    guard case .bin(let bin) = movement.from.holder else { return [] }
    let units = try facts.units(in: bin).filter { unit in
      unit.goods == movement.from && unit.code != told.unit
    }
    guard !units.isEmpty else { return [] }
    var gone = 0
    for case .move(let other) in changes where other.from == movement.from {
      gone += other.quantity
    }
    var left = (try facts.stock(at: movement.from)?.quantity ?? 0) - gone
    return units.compactMap { unit in
      left -= unit.quantity
      guard left < 0 else { return nil }
      var unit = unit
      unit.state = .opened
      return .unit(unit)
    }
  }

  // MARK: - Another lot, another bin

  /// Open lines of one stop are promised another lot of their bin, when the house lets a picker
  /// decide so: what expires later only where it does not matter, what has expired never.
  func changeLot(_ codes: [Code<PickLine>], _ lot: String) throws -> Decision {
    let own = try codes.map { try ownLine($0).0 }
    guard let first = own.first, case .bin(let bin) = first.from.holder,
      own.allSatisfy({ $0.from == first.from })
    else { throw Refusal.senseless("lot") }
    let from = first.from
    guard lot != from.lot else { return .done([], .relotted(own)) }
    let here = try facts.stock(in: from.holder).filter {
      $0.key.sku == from.sku && $0.key.lot == lot && $0.quantity > 0
    }
    guard let other = here.first else { throw Refusal.wrongLot(found: lot, wanted: from.lot) }
    if let expiry = other.key.expiry, try expiry <= today() {
      throw Refusal.expired(lot: lot, expiry)
    }
    switch try house().otherLot {
    case .never: throw Refusal.wrongLot(found: lot, wanted: from.lot)
    case .sooner:
      let never = Int.max
      guard (other.key.expiry?.number ?? never) <= (from.expiry?.number ?? never) else {
        throw Refusal.laterLot(found: lot, wanted: from.lot)
      }
    case .any: break
    }
    let wanted = own.reduce(0) { $0 + $1.open }
    guard other.available >= wanted else {
      throw Refusal.stockGone(bin, left: other.available)
    }
    var changes: [Change] = [
      .reserve(from, by: -wanted), .reserve(other.key, by: wanted),
    ]
    let lines = own.map { line in
      var line = line
      line.from = other.key
      return line
    }
    changes += lines.map { .pickLine($0) }
    return .done(changes, .relotted(lines))
  }

  /// Pieces that a pick misses were seen in another bin: both bins are counted, and the line is
  /// short here, with other bins promised as far as there are any.
  func foundElsewhere(_ code: Code<PickLine>, _ bin: Code<Bin>) throws -> Decision {
    let (line, list) = try ownLine(code)
    _ = try known(try facts.bin(bin), bin)
    guard line.from.holder != .bin(bin) else { throw Refusal.senseless(bin.rawValue) }
    let lines = try facts.pickLines(of: list.code).filter {
      $0.open > 0 && $0.from == line.from && $0.slot == line.slot
    }
    return try short(lines, list, .elsewhere, seenIn: bin)
  }
}

extension Rules {
  /// The site asks this at its benches from now on.
  func adoptBenchRules(_ rules: BenchRules) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    for scale in rules.scales { _ = try known(try facts.workstation(scale.bench), scale.bench) }
    for zone in rules.sealAll?.zones ?? [] { _ = try known(try facts.zone(zone), zone) }
    for material in rules.materials {
      guard case .nothing = try Reader(facts: facts).meaning(material.code.rawValue) else {
        throw Refusal.codeTaken(material.code.rawValue)
      }
    }
    return .done([.benchRules(rules)])
  }

  /// How a parcel is packed so far.
  func packing(of code: Code<Parcel>) throws -> ParcelPacking {
    try facts.packing(of: code) ?? ParcelPacking(parcel: code)
  }

  /// All pieces are in: the parcel is closed, unless its carton or its weight is still wanted.
  func finished(
    _ parcel: Parcel, _ lines: [OrderLine], _ changes: [Change], _ now: ParcelPacking? = nil
  ) throws -> Decision {
    let packing = try now ?? self.packing(of: parcel.code)
    guard try !facts.benchRules().waits(for: packing) else {
      return .done(changes, .verified(left: 0, undecided: 0))
    }
    return try closing(parcel, lines, changes, packing)
  }

  // MARK: - Weight

  /// A parcel that is whole is weighed: a weight that passes closes it.
  func weigh(_ code: Code<Parcel>, _ grams: Int, _ source: WeightSource) throws -> Decision {
    try weighed(try ownParcel(code), grams, source, nil)
  }

  /// A supervisor lets a weight pass that is outside of what is expected.
  func passWeight(
    _ code: Code<Parcel>, _ grams: Int, _ source: WeightSource, _ badge: Code<Operator>,
    _ reason: WeightReason
  ) throws -> Decision {
    let parcel = try ownParcel(code)
    let person = try known(try facts.person(badge), badge)
    guard person.roles.contains(.supervisor) else { throw Refusal.notAllowed(.supervisor) }
    return try weighed(parcel, grams, source, (badge, reason))
  }

  private func weighed(
    _ open: Parcel, _ grams: Int, _ source: WeightSource,
    _ pass: (badge: Code<Operator>, reason: WeightReason)?
  ) throws -> Decision {
    let rules = try facts.benchRules()
    guard rules.weighing != nil, (1...10_000_000).contains(grams) else {
      throw Refusal.senseless("\(grams) g")
    }
    let lines = try facts.lines(of: open.order)
    var packing = try packing(of: open.code)
    guard try isWhole(open, packing, lines) else {
      let left = lines.reduce(0) { $0 + $1.quantity - $1.packed - $1.short }
      throw Refusal.bench(.notWhole(open.code, left: left))
    }
    guard !rules.cartons || packing.carton != nil else {
      throw Refusal.bench(.cartonWanted(open.code))
    }
    let expected = try expectedWeight(of: open, packing)
    let passes = (expected.least...expected.most).contains(grams)
    guard passes || pass != nil else {
      throw Refusal.bench(
        .weightOutside(
          grams: grams, expected: expected.grams, least: expected.least, most: expected.most))
    }
    packing.weight = ParcelWeight(
      grams: grams, expected: expected.grams, least: expected.least, most: expected.most,
      source: source, approver: passes ? nil : pass?.badge, reason: passes ? nil : pass?.reason)
    let learned = try learned(from: open, packing, expected).map { Change.learned($0) }
    return try closing(open, lines, [.packing(packing)] + [learned].compactMap { $0 }, packing)
  }

  /// A parcel's pieces go back into their tote: each is verified again.
  func recheck(_ code: Code<Parcel>) throws -> Decision {
    let parcel = try ownParcel(code)
    guard try facts.waybillJobs(of: code).isEmpty,
      try !facts.totes(of: parcel.order).isEmpty
    else { throw Refusal.parcelIs(code, parcel.state) }
    var lines = try facts.lines(of: parcel.order)
    var packing = try packing(of: code)
    packing.isFull = false
    packing.isSealed = false
    packing.weight = nil
    return .done(try unverified(parcel, &lines) + [.packing(packing)])
  }

  /// Whether nothing more goes into a parcel: its order is done, it is full, or it was closed once
  /// and its waybill was given up.
  func isWhole(_ parcel: Parcel, _ packing: ParcelPacking, _ lines: [OrderLine]) throws -> Bool {
    guard try !contents(of: parcel.code).isEmpty else { return false }
    if packing.isFull || lines.allSatisfy({ $0.packed + $0.short >= $0.quantity }) { return true }
    return try !facts.waybillJobs(of: parcel.code).isEmpty
  }

  /// What a parcel should weigh: its pieces, its carton and its material.
  ///
  /// A product weighs what it did in parcels that held nothing else once there were enough of them,
  /// before that what its record says; pieces that differ weigh what they did when they were picked.
  /// Where no carton was scanned the smallest with room is meant. A product nobody ever weighed
  /// leaves the upper end open.
  func expectedWeight(of parcel: Parcel, _ packing: ParcelPacking) throws -> ExpectedWeight {
    let rule = try facts.benchRules().weighing ?? WeightRule()
    let inside = try contents(of: parcel.code)
    var parts: [ExpectedWeight.Part] = []
    var isOpen = false
    for (sku, count) in inside {
      guard let product = try facts.product(sku) else { continue }
      let learned = try facts.learnedWeight(of: sku)
      var part = ExpectedWeight.Part(
        code: sku.rawValue, count: count, grams: count * product.grams, basis: .record)
      if product.handling.catchWeight != nil {
        part.grams = try pickedWeight(of: sku, count, parcel.order)
        part.basis = .picked
      } else if let learned, learned.parcels >= rule.learnAfter {
        part.grams = learned.weight(of: count)
        part.basis = .history(parcels: learned.parcels)
      } else if product.grams == 0 {
        isOpen = true
      }
      parts.append(part)
    }
    if let carton = try carton(of: packing, inside) {
      parts.append(
        ExpectedWeight.Part(
          code: carton.code.rawValue, count: 1, grams: carton.grams,
          basis: packing.carton == nil ? .assumed : .record))
    }
    if packing.materialGrams > 0 {
      parts.append(
        ExpectedWeight.Part(
          code: packing.materials.map(\.code.rawValue).joined(separator: " "),
          count: packing.materials.reduce(0) { $0 + $1.count }, grams: packing.materialGrams,
          basis: .record))
    }
    let grams = parts.reduce(0) { $0 + $1.grams }
    let range = rule.range(around: grams)
    return ExpectedWeight(
      grams: grams, least: range.lowerBound, most: isOpen ? 10_000_000 : range.upperBound,
      parts: parts)
  }

  /// The carton of a parcel: the one scanned, else the smallest with room.
  private func carton(
    of packing: ParcelPacking, _ inside: [(sku: Code<Product>, count: Int)]
  ) throws -> CartonType? {
    if let code = packing.carton { return try facts.cartons().first { $0.code == code } }
    let load = try load(of: inside)
    return try smallestCarton(grams: load.grams, volume: load.volume)
  }

  private func load(
    of inside: [(sku: Code<Product>, count: Int)]
  ) throws -> (grams: Int, volume: Int) {
    try inside.reduce((0, 0)) { sum, piece in
      guard let product = try facts.product(piece.sku) else { return sum }
      let size = product.size
      return (
        sum.0 + piece.count * product.grams,
        sum.1 + piece.count * size.length * size.width * size.height
      )
    }
  }

  /// What pieces weighed when they were picked, as their share of the order's.
  private func pickedWeight(
    of sku: Code<Product>, _ count: Int, _ order: Code<Order>
  ) throws -> Int {
    let lines = try facts.lines(of: order).filter { $0.sku == sku && $0.packed > 0 }
    let packed = lines.reduce(0) { $0 + $1.packed }
    guard packed > 0 else { return 0 }
    return try lines.reduce(0) { $0 + (try weight(of: $1)) } * count / packed
  }

  /// A weighed parcel of one product teaches what a piece of it weighs, unless it was let pass for
  /// another reason than that its record is wrong.
  private func learned(
    from parcel: Parcel, _ packing: ParcelPacking, _ expected: ExpectedWeight
  ) throws -> LearnedWeight? {
    let inside = try contents(of: parcel.code)
    guard inside.count == 1, let only = inside.first, let weight = packing.weight,
      weight.reason == nil || weight.reason == .bookWrong, !packing.isSealed,
      let product = try facts.product(only.sku), product.handling.catchWeight == nil
    else { return nil }
    let goods = expected.parts.first { $0.code == only.sku.rawValue }?.grams ?? 0
    let net = weight.grams - (expected.grams - goods)
    guard net > 0 else { return nil }
    var learned = try facts.learnedWeight(of: only.sku) ?? LearnedWeight(sku: only.sku)
    learned.learn(pieces: only.count, grams: net)
    return learned
  }

  // MARK: - Carton and material

  /// A carton is taken for a parcel; another one than proposed needs a reason.
  func useCarton(
    _ code: Code<Parcel>, _ carton: Code<CartonType>, _ proposed: Code<CartonType>?,
    _ reason: CartonReason?
  ) throws -> Decision {
    let parcel = try ownParcel(code)
    let record = try known(try facts.cartons().first { $0.code == carton }, carton)
    guard proposed != carton, (proposed == nil) == (reason == nil) else {
      throw Refusal.senseless("reason")
    }
    let load = try load(of: contents(of: code))
    guard load.grams <= record.mostGrams ?? .max, load.volume <= record.volume else {
      throw Refusal.bench(.cartonTooSmall(carton))
    }
    var packing = try packing(of: code)
    packing.carton = carton
    packing.insteadOf = proposed
    packing.cartonReason = reason
    packing.weight = nil
    let lines = try facts.lines(of: parcel.order)
    guard try isWhole(parcel, packing, lines) else { return .done([.packing(packing)]) }
    return try finished(parcel, lines, [.packing(packing)], packing)
  }

  /// A portion of material goes into a parcel, or comes out of it.
  func useMaterial(
    _ code: Code<Parcel>, _ material: Code<PackingMaterial>, _ count: Int
  ) throws -> Decision {
    let rules = try facts.benchRules()
    _ = try known(rules.material(material.rawValue), material)
    var packing = try packing(of: try ownParcel(code).code)
    var counts = Dictionary(
      packing.materials.map { ($0.code, $0.count) }, uniquingKeysWith: +)
    counts[material, default: 0] += count
    guard (0...999).contains(counts[material, default: 0]) else {
      throw Refusal.senseless("\(count)")
    }
    packing.materials = counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { ParcelPacking.Used(code: $0.key, count: $0.value) }
    packing.materialGrams = packing.materials.reduce(0) { sum, used in
      sum + used.count * (rules.material(used.code.rawValue)?.grams ?? 0)
    }
    return .done([.packing(packing)])
  }

  // MARK: - Several parcels, no look, the label

  /// A parcel is full: it is closed, or weighed first, and its order goes on in the next one.
  func fillParcel(_ code: Code<Parcel>) throws -> Decision {
    let parcel = try ownParcel(code)
    guard try !contents(of: code).isEmpty else { throw Refusal.bench(.parcelEmpty(code)) }
    let lines = try facts.lines(of: parcel.order)
    guard lines.contains(where: { $0.packed + $0.short < $0.quantity }) else {
      throw Refusal.bench(.nothingLeft(code))
    }
    var packing = try packing(of: code)
    packing.isFull = true
    return try finished(parcel, lines, [.packing(packing)], packing)
  }

  /// All that lies in an order's totes is packed without a look at each piece.
  func sealAll(_ code: Code<Parcel>) throws -> Decision {
    let parcel = try ownParcel(code)
    let order = try known(try facts.order(parcel.order), parcel.order)
    let content = try content(of: order.number)
    var lines = try facts.lines(of: order.number)
    if let bar = try sealBar(order, lines, content) {
      throw Refusal.bench(.notSealable(order.number, bar))
    }
    var changes: [Change] = content.map {
      .move(Movement(from: $0.key, to: .parcel(code), quantity: $0.quantity))
    }
    guard !changes.isEmpty else { throw Refusal.bench(.parcelEmpty(code)) }
    for index in lines.indices
    where lines[index].packed + lines[index].short < lines[index].quantity {
      lines[index].packed = lines[index].quantity - lines[index].short
      changes.append(.orderLine(lines[index]))
    }
    var packing = try packing(of: code)
    packing.isSealed = true
    return try finished(parcel, lines, changes + [.packing(packing)], packing)
  }

  /// What keeps an order from being packed without a look; nil when nothing does.
  private func sealBar(
    _ order: Order, _ lines: [OrderLine], _ content: [Stock]
  ) throws -> SealBar? {
    guard let rule = try facts.benchRules().sealAll else { return .site }
    if !rule.channels.isEmpty, !rule.channels.contains(order.channel) {
      return .channel(order.channel)
    }
    let pieces = lines.reduce(0) { $0 + $1.quantity - $1.short }
    if let most = rule.mostPieces, pieces > most { return .pieces(most: most) }
    if let most = rule.mostValue, order.value == 0 || order.value > most {
      return .value(most: most)
    }
    if !rule.zones.isEmpty {
      for line in try facts.pickLines(of: order.number) where line.picked > 0 {
        guard case .bin(let code) = line.from.holder, let zone = try facts.bin(code)?.zone,
          !rule.zones.contains(zone)
        else { continue }
        return .zone(zone)
      }
    }
    if try house().serials == .bench {
      for stock in content {
        if try facts.product(stock.key.sku)?.tracking.serial == true {
          return .serial(stock.key.sku)
        }
      }
    }
    var inTotes: [Code<Product>: Int] = [:]
    for stock in content { inTotes[stock.key.sku, default: 0] += stock.quantity }
    for line in lines {
      inTotes[line.sku, default: 0] -= line.quantity - line.packed - line.short
    }
    return inTotes.values.allSatisfy { $0 == 0 } ? nil : .short
  }

  /// A label is scanned on its parcel: its own is proven, another one is named.
  func proveLabel(_ code: Code<Parcel>, _ scanned: String) throws -> Decision {
    _ = try session()
    let parcel = try known(try facts.parcel(code), code)
    guard parcel.state != .void else { throw Refusal.labelVoid(code) }
    guard parcel.state == .closed, let waybill = parcel.waybill else {
      throw Refusal.parcelIs(code, parcel.state)
    }
    guard scanned == waybill || scanned == code.rawValue else {
      if let other = try facts.parcel(waybill: scanned) ?? facts.parcel(Code(scanned)) {
        throw Refusal.bench(.wrongLabel(found: other.code, other.order, wanted: waybill))
      }
      throw Refusal.bench(.notALabel(scanned, wanted: waybill))
    }
    var packing = try packing(of: code)
    guard packing.proven == nil else { return .done([]) }
    packing.proven = context.at
    // Whoever holds it in hand knows that it came out.
    return .done([.packing(packing)] + (try labelInHand(of: code)))
  }

  /// The totes of picked orders on a cart wait at the bench of whoever leaves it there.
  func dropCart(_ code: Code<Cart>) throws -> Decision {
    let session = try session(.packer)
    guard let bench = session.workstation else { throw Refusal.noWorkstation }
    _ = try known(try facts.cart(code), code)
    let totes = try facts.totes().filter { tote in
      guard let order = try tote.order.flatMap({ try facts.order($0) }), order.state == .picked
      else { return false }
      return try Set(facts.pickLines(of: order.number).compactMap(\.list)).contains { list in
        guard let list = try facts.list(list), list.cart == code else { return false }
        return list.state == .done && list.slots.contains { $0.tote == tote.code }
      }
    }
    guard !totes.isEmpty else { throw Refusal.bench(.nothingOnCart(code)) }
    return .done(
      totes.map { tote in
        var tote = tote
        tote.bench = bench
        return .tote(tote)
      }, .dropped(code, at: bench, totes: totes.count))
  }

  // MARK: - What lies in a parcel

  /// Pieces in a parcel, product by product; with those a decision puts there.
  func contents(
    of code: Code<Parcel>, with changes: [Change] = []
  ) throws -> [(sku: Code<Product>, count: Int)] {
    var counts: [Code<Product>: Int] = [:]
    for stock in try facts.stock(in: .parcel(code)) {
      counts[stock.key.sku, default: 0] += stock.quantity
    }
    for case .move(let movement) in changes where movement.to == .parcel(code) {
      counts[movement.from.sku, default: 0] += movement.quantity
    }
    return counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension BenchRules {
  /// Whether a parcel that has all its pieces still needs something.
  func waits(for packing: ParcelPacking) -> Bool {
    weighing != nil && packing.weight == nil || cartons && packing.carton == nil
  }
}

extension Reader {
  /// What is to be seeded from a tote.
  func seeding(_ code: String) throws -> Answer {
    guard let tote = try facts.tote(Code(code)) else { return .notSeedable(.unknown(code)) }
    guard let list = try tote.list.flatMap({ try facts.list($0) }) else {
      return .notSeedable(tote.order.map { .toteInUse(tote.code, $0) } ?? .unknown(code))
    }
    guard list.way == .batch else { return .notSeedable(.pickedAs(tote.code, list.way)) }
    guard list.state == .done else { return .notSeedable(.listIs(list.code, list.state)) }
    let lines = try facts.pickLines(of: list.code).filter { $0.picked > 0 }
    var slots: [Code<Order>: WallSlot] = [:]
    for order in Set(lines.map(\.order)) { slots[order] = try facts.wallSlot(of: order) }
    var wants: [SeedView.Want] = []
    for line in lines {
      if let index = wants.firstIndex(where: {
        $0.order == line.order && $0.sku == line.from.sku
      }) {
        wants[index].picked += line.picked
        wants[index].seeded += line.seeded
      } else {
        wants.append(
          SeedView.Want(
            order: line.order, sku: line.from.sku, picked: line.picked, seeded: line.seeded))
      }
    }
    wants.sort { one, other in
      (slots[one.order]?.number ?? .max, one.order, one.sku)
        < (slots[other.order]?.number ?? .max, other.order, other.sku)
    }
    // Every order that still waits has a slot, or the wall is still to be chosen.
    let waits = Set(wants.filter { $0.picked > $0.seeded }.map(\.order))
    let isPlaced = waits.allSatisfy { slots[$0] != nil }
    let wall = try slots.values.first.flatMap { try facts.wall($0.wall) }
    var content: [SeedView.Content] = []
    for stock in try facts.stock(in: .tote(tote.code)) where stock.quantity > 0 {
      if let index = content.firstIndex(where: { $0.sku == stock.key.sku }) {
        content[index].quantity += stock.quantity
      } else {
        content.append(SeedView.Content(sku: stock.key.sku, quantity: stock.quantity))
      }
    }
    return .seeding(
      SeedView(
        tote: tote.code, list: list.code, wall: isPlaced ? wall : nil,
        slots: try (isPlaced ? wall : nil).map { try facts.taken(of: $0.code) } ?? [],
        walls: try facts.walls().map { wall in
          WallRoom(wall: wall, free: wall.slots - (try facts.taken(of: wall.code).count))
        }, wants: wants,
        products: try Set(wants.map(\.sku)).sorted().compactMap { try facts.product($0) },
        content: content))
  }

  /// What a tote of single pieces holds for the bench.
  func bulk(_ tote: Tote, _ list: PickList) throws -> Answer {
    guard list.way == .bulk else { return .notPackable(.pickedAs(tote.code, list.way)) }
    guard list.state == .done else { return .notPackable(.listIs(list.code, list.state)) }
    let stock = try facts.stock(in: .tote(tote.code)).filter { $0.quantity > 0 }
    guard let product = try stock.first.flatMap({ try facts.product($0.key.sku) }) else {
      return .notPackable(.unknown(tote.code.rawValue))
    }
    let lines = try facts.pickLines(of: list.code)
    let open = try lines.first { line in
      try facts.parcels(of: line.order).contains { $0.state == .open }
    }
    return .bulk(
      BulkView(
        tote: tote.code, product: product, left: stock.reduce(0) { $0 + $1.quantity },
        orders: lines.reduce(0) { $0 + $1.picked }, packed: lines.reduce(0) { $0 + $1.seeded },
        proof: try facts.benchRules().proof ? true : nil, open: open?.order))
  }

  /// The tote in which an order's pieces lie together with others'; nil when it has its own.
  func together(_ order: Code<Order>) throws -> Code<Tote>? {
    for line in try facts.pickLines(of: order) where line.picked > line.seeded {
      guard let list = try line.list.flatMap({ try facts.list($0) }), list.way.gathers else {
        continue
      }
      let totes = try facts.gathered(on: list.code)
      let holds = try totes.first { tote in
        try facts.stock(in: .tote(tote.code)).contains { $0.key.sku == line.from.sku }
      }
      if let tote = holds ?? totes.first { return tote.code }
    }
    return nil
  }

  /// Totes that wait at the put walls.
  func toSeed() throws -> Int {
    try facts.gathered(on: nil).filter { tote in
      guard let list = try tote.list.flatMap({ try facts.list($0) }) else { return false }
      return list.way == .batch && list.state == .done
    }.count
  }

  /// The totes that the orders of a list have from the zone before it, by slot.
  func passed(_ list: PickList) throws -> [Int: Code<Tote>] {
    var passed: [Int: Code<Tote>] = [:]
    for slot in list.slots where slot.tote == nil {
      passed[slot.number] = try slot.order.flatMap { try facts.passed($0, to: list) }
    }
    return passed
  }

  /// The free list that goes on with a tote of the zone before; nil when none does.
  func handover(_ tote: Code<Tote>) throws -> ListView? {
    guard let order = try facts.tote(tote)?.order else { return nil }
    for line in try facts.pickLines(of: order) where line.open > 0 {
      guard let list = try line.list.flatMap({ try facts.list($0) }), list.state == .released,
        try facts.passed(order, to: list) == tote
      else { continue }
      return try view(list)
    }
    return nil
  }

  /// The slots whose orders have lines in zones still to come.
  func passing(_ list: PickList) throws -> [Int] {
    guard list.way == .zone else { return [] }
    return try list.slots.filter { slot in
      guard let order = slot.order else { return false }
      return try facts.pickLines(of: order).contains {
        $0.open > 0 && $0.list != nil && $0.list != list.code
      }
    }.map(\.number)
  }

  /// The slot a label stands on.
  func wallSlot(_ code: String) throws -> WallSlot? {
    for wall in try facts.walls() {
      guard let number = wall.slot(labelled: code) else { continue }
      return try facts.taken(of: wall.code).first { $0.number == number }
        ?? WallSlot(wall: wall.code, number: number)
    }
    return nil
  }
}

extension Facts {
  /// The tote an order's pieces came in from the zones before a list; nil when they begin here.
  func passed(_ order: Code<Order>, to list: PickList) throws -> Code<Tote>? {
    var before = list.after
    while let code = before, let earlier = try self.list(code) {
      if let tote = earlier.slots.first(where: { $0.order == order })?.tote { return tote }
      before = earlier.after
    }
    return nil
  }
}

import Flows
import Simulation
import Station
import Storage
import Warehouse

/// A drill that cannot go on: a defect of the drill or of the script.
struct Stuck: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension DrillFloor {
  /// Brings the drill's records into its store.
  static func land(_ drill: Drill, _ records: SiteRecords, _ store: any Store) throws {
    var carrier: Code<Carrier> = ""
    let site = records.site.map { record -> ImportRecord in
      if case .carrier(let first) = record, carrier.rawValue.isEmpty { carrier = first.code }
      guard case .site(var site) = record else { return record }
      if let slots = drill.slots { site.slotsPerCart = slots }
      site.houseRules.zeroCheck = drill.zeroCheck
      if drill.gs1 { site.houseRules.lots = .named }
      return .site(site)
    }
    let changed = Set(drill.stock.map(\.bin))
    var stock = records.stock.filter { record in
      guard case .count(let key, _) = record, case .bin(let bin) = key.holder else { return true }
      return !changed.contains(bin.rawValue)
    }
    stock += drill.stock.filter { $0.quantity > 0 }.map { put in
      .count(
        StockKey(holder: .bin(Code(put.bin)), sku: Code(put.sku), lot: put.lot, expiry: put.expiry),
        quantity: put.quantity)
    }
    let orders = drill.orders.enumerated().map { index, order -> ImportRecord in
      let number = Drill.number(of: index + 1)
      return .order(
        Order(
          number: number, channel: "drill", carrier: order.carrier.map { Code($0) } ?? carrier,
          cutOff: Timestamp(drill.day, minutes: order.cutOff, utcOffset: records.utcOffset),
          priority: order.priority),
        order.lines.enumerated().map { line, each in
          OrderLine(order: number, number: line + 1, sku: Code(each.sku), quantity: each.quantity)
        }, Receiver(name: "-", phone: "-", region: "-", address: "-"))
    }
    let cages = drill.job == .sorter ? cages(of: records) : []
    try SiteRecords.land(site + cages, .site, in: store)
    try SiteRecords.land(records.products, .products, in: store)
    try SiteRecords.land(stock, .stock, in: store)
    if !orders.isEmpty { try SiteRecords.land(orders, .orders, in: store) }
  }

  /// The world begins as the books say.
  func stand(_ records: SiteRecords) throws {
    for case .bin(let bin) in records.site {
      var shelf = PhysicalWorld.Shelf(sign: bin.code.rawValue)
      shelf.piles = try store.read { facts in
        try facts.stock(in: .bin(bin.code)).filter { $0.quantity > 0 }.map { stock in
          PhysicalWorld.Pile(
            goods: PhysicalWorld.Goods(
              sku: stock.key.sku.rawValue, lot: stock.key.lot, expiry: stock.key.expiry),
            count: stock.quantity)
        }
      }
      world.shelves[bin.code.rawValue] = shelf
    }
    for case .asset(.tote(let code)) in records.site {
      world.bodies[code.rawValue] = PhysicalWorld.Body(code: code.rawValue)
      world.stack.append(code.rawValue)
    }
  }

  /// Whoever works after the pickers finds their work done, without a fault.
  func prologue() throws {
    guard drill.job != .picker, !drill.orders.isEmpty,
      !drill.notes.contains(where: { $0.work.isAboutOpenLists })
    else { return }
    isPrologue = true
    defer { isPrologue = false }
    tally = Tally()
    var person = ScriptedPerson(habit: .expert, job: .picker, seed: 0)
    var acts = 0
    while let act = try person.act(on: screen, seeing: view) {
      try perform(act)
      acts += 1
      guard acts < 5_000 else { throw Stuck("the waves before the drill have no end") }
    }
    for note in drill.notes where note.work == .putBack {
      guard let order = Int(note.at) else { continue }
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .intercept(order: Drill.number(of: order), reason: "refund"),
          at: clock.now))
    }
    try packed()
    try handheldLeaves()
  }

  /// The prologue's session ends, so that the trainee signs in on a fresh handheld.
  private func handheldLeaves() throws {
    let sessions = try store.read { try $0.sessions() }
    for session in sessions {
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .signOut, device: session.device,
          author: Author(session: session.code, token: session.token), at: clock.now))
    }
  }
}

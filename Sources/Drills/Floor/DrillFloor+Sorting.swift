import Flows
import Simulation
import Storage
import Warehouse

/// Parcels that go into the cages of their carriers.
extension DrillFloor {
  /// The cages of a drill about sorting: one a carrier.
  static func cages(of records: SiteRecords) -> [ImportRecord] {
    var count = 0
    return records.site.compactMap { record in
      guard case .carrier(let carrier) = record else { return nil }
      count += 1
      return .asset(.cage(Cage(code: Code("CG\(count)"), carrier: carrier.code)))
    }
  }

  /// A colleague packs what was picked, without a fault.
  func packed() throws {
    guard drill.job == .sorter else { return }
    let session = Code<Session>(nextSeed())
    var author: Author?
    func done(_ command: Command) throws -> Receipt? {
      let outcome = try store.commit(
        Commit(
          id: nextSeed(), command: command, device: "PACK", author: author, at: clock.now))
      if case .done(let receipt) = outcome { return receipt }
      throw Stuck("the colleague who packs is refused: \(outcome)")
    }
    let signIn = Command.signIn(
      session: session, badge: Code(Self.colleague), device: "PACK", takeOver: true)
    guard case .signedIn(let signed)? = try done(signIn) else { return }
    author = Author(session: signed.code, token: signed.token)
    _ = try done(.equip(workstation: "P01", cart: nil))
    for order in try store.read({ try $0.orders(in: .picked, limit: 1000) }) {
      let (lines, totes) = try store.read { facts in
        (try facts.lines(of: order.number), try facts.totes(of: order.number))
      }
      guard case .opened(let code)? = try done(.openParcel(order: order.number)) else { continue }
      for line in lines where line.quantity > 0 {
        _ = try done(.verify(parcel: code, sku: line.sku, units: line.quantity))
      }
      var parcel = PhysicalWorld.Parcel(code: code.rawValue, isClosed: true, label: code.rawValue)
      for tote in totes.map(\.code.rawValue) {
        PhysicalWorld.put(world.bodies[tote]?.piles ?? [], onto: &parcel.piles)
        world.bodies[tote]?.piles = []
        world.drop.removeAll { $0 == tote }
        world.stack.append(tote)
      }
      world.parcels.append(parcel)
    }
    try printLabels()
    world.labels = []
    _ = try done(.signOut)
    for cage in try store.read({ try $0.cages() }) { world.cages[cage.code.rawValue] = [] }
  }

  /// Faults at the cages.
  func spoilSorting(_ fault: Fault) throws {
    let order = Drill.number(of: fault.order ?? 1)
    let parcels = try store.read { try $0.parcels(of: order) }.map(\.code.rawValue)
    if fault.kind == .cageSignsSwapped {
      let codes = world.cages.keys.sorted()
      guard codes.count > 1 else { return }
      world.cageSigns = [codes[0]: codes[1], codes[1]: codes[0]]
    } else if fault.kind == .waybillTorn {
      world.tornParcels.formUnion(parcels)
    } else if fault.kind == .parcelStopped {
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .holdBack(order: order, reason: "refund"), at: clock.now))
      state.stopped.formUnion(parcels)
    }
  }

  /// A parcel went into the cage it was put into, whichever was booked.
  func caged(_ parcel: Code<Parcel>, _ cage: Code<Cage>) {
    for code in world.cages.keys { world.cages[code]?.removeAll { $0 == parcel.rawValue } }
    world.cages[world.atCage ?? cage.rawValue, default: []].append(parcel.rawValue)
    world.atCage = nil
  }

  /// Units that would leave with the wrong carrier, or though they were stopped.
  func misplacedUnits(_ facts: some Facts) throws -> Int {
    var wrong = 0
    for (code, parcels) in world.cages {
      let carrier = try facts.cage(Code(code))?.carrier
      for parcel in parcels {
        let isWrong =
          try state.stopped.contains(parcel) || facts.parcel(Code(parcel))?.carrier != carrier
        guard isWrong else { continue }
        let piles = world.parcels.first { $0.code == parcel }?.piles ?? []
        wrong += piles.reduce(0) { $0 + $1.count }
      }
    }
    return wrong
  }

  /// Parcels that stand in no cage, and should.
  func unsorted(_ facts: some Facts) throws -> Int {
    try world.parcels.count { parcel in
      try !state.stopped.contains(parcel.code) && facts.caged(Code(parcel.code)) == nil
    }
  }

  /// Whether a parcel of an order stands in a cage.
  func isCaged(_ order: Int) throws -> Bool {
    try store.read { facts in
      let parcels = try facts.parcels(of: Drill.number(of: order))
      return try !parcels.isEmpty && parcels.allSatisfy { try facts.caged($0.code) != nil }
    }
  }

  /// Parcels on the floor and the cages they go into.
  var sortThings: [WorldView.Thing] {
    let inside = Set(world.cages.values.joined())
    let names = Dictionary(
      uniqueKeysWithValues: carriers.map { ($0.code, Text($0.name)) })
    let parcels = world.parcels.filter {
      !inside.contains($0.code) && !world.asideParcels.contains($0.code)
    }
    return parcels.map { parcel in
      let known = try? store.read { try $0.parcel(Code(parcel.code)) }
      let name = known.flatMap { names[$0.carrier] } ?? Text("")
      var thing = WorldView.Thing(
        "parcel/\(parcel.code)", .parcel,
        Text(zh: "包裹 \(name.zh)", en: "parcel \(name.en)"), code: known?.waybill)
      if world.tornParcels.contains(parcel.code) {
        thing.digits = thing.code
        thing.code = nil
      }
      return thing
    }
      + world.cages.keys.sorted().map { code in
        let carrier = try? store.read { try $0.cage(Code(code)) }?.carrier
        let name = carrier.flatMap { names[$0] } ?? Text(code)
        var thing = WorldView.Thing(
          "cage/\(code)", .cage, Text(zh: "笼车 \(name.zh)", en: "cage \(name.en)"),
          code: world.cageSigns[code] ?? code)
        thing.count = world.cages[code]?.count ?? 0
        return thing
      }
      + world.asideParcels.sorted().map { code in
        WorldView.Thing(
          "asideParcel/\(code)", .aside, Text(zh: "放一边: \(code)", en: "aside: \(code)"))
      }
  }

  private var carriers: [Carrier] { (try? store.read { try $0.carriers() }) ?? [] }
}

extension Rules {
  /// A labelled parcel goes into a cage of its carrier, from wherever it stood.
  func cage(_ code: Code<Parcel>, _ cage: Code<Cage>) throws -> Decision {
    let session = try doorSession()
    let parcel = try known(try facts.parcel(code), code)
    let waybill = try leavable(parcel)
    try checked(parcel)
    let target = try known(try facts.cage(cage), cage)
    guard target.carrier == parcel.carrier else {
      throw Refusal.wrongCage(
        cage, of: try name(of: target.carrier), wanted: try name(of: parcel.carrier))
    }
    if let inside = try facts.caged(code) {
      guard inside.cage != cage else { throw Refusal.cagedAlready(waybill, cage) }
      if let manifest = inside.manifest { throw Refusal.cageClosed(inside.cage, manifest) }
    }
    let figures = try facts.figures(of: cage)
    if let manifest = figures.manifest { throw Refusal.cageClosed(cage, manifest) }
    let entry = CagedParcel(
      parcel: code, cage: cage, grams: try facts.weight(of: parcel), badge: session.badge,
      since: context.at)
    return .done(
      [.caged(entry)] + (try labelInHand(of: code)),
      .caged(code, cage, parcels: figures.parcels + 1, grams: figures.grams + entry.grams))
  }

  /// A parcel comes out of its cage again.
  func uncage(_ code: Code<Parcel>) throws -> Decision {
    _ = try doorSession()
    let parcel = try known(try facts.parcel(code), code)
    guard let inside = try facts.caged(code) else {
      throw Refusal.notCaged(parcel.waybill ?? code.rawValue)
    }
    if let manifest = inside.manifest { throw Refusal.cageClosed(inside.cage, manifest) }
    return .done([.uncaged(code)], .uncaged(code, inside.cage))
  }

  /// Cages of a carrier are closed for its truck: their parcels are on a manifest.
  func closeCages(_ codes: [Code<Cage>]) throws -> Decision {
    let session = try doorSession()
    guard let first = codes.first, Set(codes).count == codes.count else {
      throw Refusal.senseless("cage")
    }
    let carrier = try known(try facts.cage(first), first).carrier
    var going: [CagedParcel] = []
    for code in codes {
      let cage = try known(try facts.cage(code), code)
      guard cage.carrier == carrier else {
        throw Refusal.wrongCage(
          code, of: try name(of: cage.carrier), wanted: try name(of: carrier))
      }
      let inside = try facts.caged(in: code)
      guard !inside.isEmpty else { throw Refusal.cageEmpty(code) }
      if let manifest = inside.lazy.compactMap(\.manifest).first {
        throw Refusal.cageClosed(code, manifest)
      }
      going += inside
    }
    let code = Code<Manifest>(Self.manifestCode(try facts.manifestCount() + 1))
    let sent = try lines(of: going, on: code)
    let left = try leftBehind(going, carrier, code)
    let manifest = Manifest(
      code: code, carrier: carrier, parcels: sent.count,
      grams: sent.reduce(0) { $0 + $1.grams }, left: left.count, badge: session.badge,
      closed: context.at)
    let caged = going.map { entry in
      var entry = entry
      entry.manifest = code
      return Change.caged(entry)
    }
    return .done(
      [.manifest(manifest), .manifestLines(code, sent + left)] + caged, .manifested(manifest))
  }

  /// A manifest nobody signed is given up: its cages are open again.
  func reopen(_ code: Code<Manifest>) throws -> Decision {
    _ = try doorSession()
    var manifest = try unsigned(code)
    let sent = try facts.manifestLines(of: code).filter { $0.part == .sent }
    manifest.state = .void
    (manifest.parcels, manifest.grams, manifest.left) = (0, 0, 0)
    let caged = try sent.compactMap { line -> Change? in
      guard var entry = try facts.caged(line.parcel) else { return nil }
      entry.manifest = nil
      return .caged(entry)
    }
    return .done([.manifest(manifest), .manifestLines(code, [])] + caged)
  }

  /// The driver signs: the parcels are handed over, their cages empty, and platform and customer
  /// are told by what is queued here and now.
  func handOver(_ code: Code<Manifest>, _ signature: String) throws -> Decision {
    _ = try doorSession()
    var manifest = try unsigned(code)
    guard Manifest.isSignature(signature),
      case .nothing = try Reader(facts: facts).meaning(signature)
    else { throw Refusal.notASignature }
    let sent = try facts.manifestLines(of: code).filter { $0.part == .sent }
    let going = try sent.compactMap { try facts.caged($0.parcel) }
    let lines = try lines(of: going, on: code)
    let left = try leftBehind(going, manifest.carrier, code)
    manifest.state = .signed
    manifest.left = left.count
    manifest.signature = signature
    manifest.signed = context.at
    var changes: [Change] = [.manifest(manifest), .manifestLines(code, lines + left)]
    let shipped = Set(lines.map(\.parcel))
    for line in lines {
      var parcel = try known(try facts.parcel(line.parcel), line.parcel)
      let order = try known(try facts.order(line.order), line.order)
      parcel.state = .shipped
      changes += [.parcel(parcel), .uncaged(line.parcel)]
      changes += try withdrawn(line.parcel)
      changes += try setOut(parcel, line.waybill)
      changes += OutboxMessage.Kind.ofParcels.map { kind in
        .message(
          OutboxMessage(
            kind, of: parcel, channel: order.channel, waybill: line.waybill, at: context.at))
      }
    }
    for number in Set(lines.map(\.order)).sorted() {
      var order = try known(try facts.order(number), number)
      let isGone = try facts.parcels(of: number).allSatisfy {
        $0.state == .shipped || $0.state == .void || shipped.contains($0.code)
      }
      guard order.state == .packed, isGone else { continue }
      order.state = .shipped
      changes.append(.order(order))
    }
    return .done(changes, .handedOver(manifest))
  }

  /// A labelled order is stopped at the door until somebody decides.
  func holdBack(_ number: Code<Order>, _ reason: String) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    var order = try known(try facts.order(number), number)
    guard !reason.isEmpty else { throw Refusal.senseless("reason") }
    guard order.state == .packed else { throw Refusal.orderIs(number, order.state) }
    order.state = .held
    order.note = reason
    return .done([.order(order)])
  }

  /// A labelled order that was stopped at the door may go.
  func letGo(_ number: Code<Order>) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    var order = try known(try facts.order(number), number)
    let parcels = try facts.parcels(of: number)
    let isWhole = try facts.lines(of: number).allSatisfy { $0.packed + $0.short == $0.quantity }
    guard order.state == .held, isWhole, parcels.contains(where: { $0.state == .closed }) else {
      throw Refusal.orderIs(number, order.state)
    }
    order.state = .packed
    order.note = ""
    return .done([.order(order)])
  }

  /// A cage has a code and a known carrier, and keeps its carrier while parcels stand in it.
  func addable(_ cage: Cage) throws {
    guard !cage.code.rawValue.isEmpty else { throw Refusal.senseless("cage") }
    _ = try known(try facts.carrier(cage.carrier), cage.carrier)
    guard let before = try facts.cage(cage.code), before.carrier != cage.carrier else { return }
    guard try facts.figures(of: cage.code).parcels == 0 else {
      throw Refusal.inUse(cage.code.rawValue)
    }
  }

  /// Why a parcel may not leave the house, or the number on its label.
  func leavable(_ parcel: Parcel) throws -> String {
    switch parcel.state {
    case .open, .waiting: throw Refusal.notLabelled(parcel.code)
    case .void: throw Refusal.labelVoid(parcel.code)
    case .shipped:
      throw Refusal.gone(
        parcel.waybill ?? parcel.code.rawValue, try facts.manifest(of: parcel.code)?.code)
    case .closed: break
    }
    guard let waybill = parcel.waybill else { throw Refusal.notLabelled(parcel.code) }
    let order = try known(try facts.order(parcel.order), parcel.order)
    guard !order.isStopped else { throw Refusal.stopped(waybill, order.number) }
    return waybill
  }

  /// Why a parcel may not go into a cage: nobody scanned its label on it, where the site wants that.
  func checked(_ parcel: Parcel) throws {
    guard try facts.benchRules().proof, try facts.packing(of: parcel.code)?.proven == nil else {
      return
    }
    throw Refusal.bench(.labelUnproven(parcel.code, parcel.workstation))
  }

  private func doorSession() throws -> Session {
    let session = try session()
    let roles = try known(try facts.person(session.badge), session.badge).roles
    guard !roles.isDisjoint(with: [.packer, .supervisor]) else { throw Refusal.notAllowed(.packer) }
    return session
  }

  private func unsigned(_ code: Code<Manifest>) throws -> Manifest {
    let manifest = try known(try facts.manifest(code), code)
    guard manifest.state == .closed else { throw Refusal.manifestIs(code, manifest.state) }
    return manifest
  }

  private func name(of carrier: Code<Carrier>) throws -> Name {
    try Reader(facts: facts).carrier(carrier)
  }

  /// Parcels in cages as lines of a manifest; one that was stopped meanwhile has to come out.
  private func lines(
    of going: [CagedParcel], on manifest: Code<Manifest>
  ) throws -> [ManifestLine] {
    var stopped: [(waybill: String, cage: Code<Cage>)] = []
    let lines = try going.sorted { $0.parcel < $1.parcel }.compactMap { entry -> ManifestLine? in
      let parcel = try known(try facts.parcel(entry.parcel), entry.parcel)
      do {
        return ManifestLine(
          manifest: manifest, parcel: parcel.code, part: .sent, order: parcel.order,
          waybill: try leavable(parcel), grams: entry.grams, cage: entry.cage)
      } catch is Refusal {
        stopped.append((parcel.waybill ?? parcel.code.rawValue, entry.cage))
        return nil
      }
    }
    if let first = stopped.first {
      throw Refusal.stoppedInside(first.waybill, first.cage, count: stopped.count)
    }
    return lines
  }

  private func leftBehind(
    _ going: [CagedParcel], _ carrier: Code<Carrier>, _ manifest: Code<Manifest>
  ) throws -> [ManifestLine] {
    let last = try facts.lastCutOff(of: going) ?? context.at
    return try facts.late(
      carrier, without: Set(going.map(\.parcel)), until: max(last, context.at), on: manifest)
  }

  static func manifestCode(_ number: Int) -> String {
    let digits = String(number)
    return "M" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

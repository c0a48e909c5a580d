extension Rules {
  /// A person starts to work, or goes on with the session they have.
  func signIn(
    _ code: Code<Session>, _ badge: Code<Operator>, _ device: Code<Device>, takeOver: Bool
  ) throws -> Decision {
    let person = try known(try facts.person(badge), badge)
    let sessions = try facts.sessions()
    // A handheld serves one person at a time: who signs in on it ends what another left open
    // only where nothing is lost by it, because the other's session stays theirs to resume.
    if var open = sessions.first(where: { $0.badge == person.badge }) {
      guard open.device == device || takeOver || open.isSuspended else {
        throw Refusal.atWorkElsewhere(open.device)
      }
      open.device = device
      open.token += 1
      return .done(
        try suspending(on: device, for: badge) + [.session(open)], .signedIn(open))
    }
    let session = Session(
      code: code, badge: person.badge, device: device, token: 1, since: context.at)
    return .done(
      try suspending(on: device, for: badge) + [.session(session)], .signedIn(session))
  }

  /// The bench or the cart a person works with.
  func equip(_ workstation: Code<Workstation>?, _ cart: Code<Cart>?) throws -> Decision {
    var session = try session()
    if let workstation {
      session.workstation = try known(try facts.workstation(workstation), workstation).code
    }
    if let cart {
      session.cart = try known(try facts.cart(cart), cart).code
      let other = try facts.sessions().first { $0.cart == cart && $0.code != session.code }
      if let other { throw Refusal.inOtherHands(other.badge) }
    }
    return .done([.session(session)], .signedIn(session))
  }

  /// A person or thing is added or changed.
  func add(_ asset: Asset) throws -> Decision {
    switch asset {
    case .person(let person) where person.badge.rawValue.isEmpty:
      throw Refusal.senseless("badge")
    case .cart(let cart) where cart.slots < 1:
      throw Refusal.senseless("slots")
    case .tote(let code):
      if try facts.tote(code) != nil { return .done([]) }
    case .wall(let wall):
      guard wall.slots > 0 else { throw Refusal.senseless("slots") }
      if let last = try facts.taken(of: wall.code).last, last.number > wall.slots {
        throw Refusal.inUse(wall.label(of: last.number))
      }
    case .cage(let cage): try addable(cage)
    case .person(let person): return .done(try unlocking(person) + [.add(asset)])
    case .cart, .printer, .carton:
      break
    }
    return .done([.add(asset)])
  }

  /// A new PIN lifts the lock that wrong ones put on a badge.
  private func unlocking(_ person: Operator) throws -> [Change] {
    guard try facts.person(person.badge)?.pin != person.pin,
      var standing = try facts.standing(of: person.badge)
    else { return [] }
    standing.failures = 0
    standing.lockedUntil = nil
    return [.standing(standing)]
  }

  /// A person or thing is removed, unless somebody works with it.
  func remove(_ code: AssetCode) throws -> Decision {
    switch code {
    case .person(let badge):
      _ = try known(try facts.person(badge), badge)
      if try facts.sessions().contains(where: { $0.badge == badge }) {
        throw Refusal.inUse(badge.rawValue)
      }
    case .cart(let cart):
      _ = try known(try facts.cart(cart), cart)
      if try facts.sessions().contains(where: { $0.cart == cart }) {
        throw Refusal.inUse(cart.rawValue)
      }
    case .tote(let tote):
      let record = try known(try facts.tote(tote), tote)
      let holds = try facts.stock(in: .tote(tote)).contains { $0.quantity > 0 }
      if record.order != nil || record.list != nil || holds { throw Refusal.inUse(tote.rawValue) }
    case .printer(let printer):
      _ = try known(try facts.printer(printer), printer)
      if try facts.workstations().contains(where: {
        $0.printer == printer || $0.fallback == printer
      }) {
        throw Refusal.inUse(printer.rawValue)
      }
    case .carton(let carton):
      guard try facts.cartons().contains(where: { $0.code == carton }) else {
        throw Refusal.unknown(carton.rawValue)
      }
    case .wall(let wall):
      _ = try known(try facts.wall(wall), wall)
      guard try facts.taken(of: wall).isEmpty else { throw Refusal.inUse(wall.rawValue) }
    case .cage(let cage):
      _ = try known(try facts.cage(cage), cage)
      guard try facts.figures(of: cage).parcels == 0 else { throw Refusal.inUse(cage.rawValue) }
    }
    return .done([.remove(code)])
  }
}

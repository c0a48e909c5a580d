extension Reader {
  /// The list a person has in hand, or else the most urgent one for them: what is free, then what
  /// a colleague left; by the wave's priority, which a supervisor gives, then by that of its orders,
  /// then by cut-off, in the zones and ways the person works.
  func work(for badge: Code<Operator>) throws -> PickList? {
    if let own = try facts.lists(in: .picking).first(where: { $0.badge == badge }) { return own }
    let person = try facts.person(badge)
    let free = try facts.lists(in: .released).filter { suits($0, person) }
    if let list = try mostUrgent(free) { return list }
    let sessions = try facts.sessions()
    return try facts.lists(in: .picking).first {
      try suits($0, person) && isLeft($0, sessions)
    }
  }

  /// Whether who began a list is not at work: signed out, or suspended.
  func isLeft(_ list: PickList, _ sessions: [Session]) throws -> Bool {
    guard list.state == .picking, let badge = list.badge else { return false }
    return !sessions.contains { $0.badge == badge && !$0.isSuspended }
  }

  private func suits(_ list: PickList, _ person: Operator?) -> Bool {
    guard let person else { return true }
    if let zone = list.zone, !person.zones.isEmpty, !person.zones.contains(zone) { return false }
    return person.skills.isEmpty || person.skills.contains(list.way)
  }

  /// The first by cut-off among those of the most urgent waves with the highest priority of an order.
  private func mostUrgent(_ lists: [PickList]) throws -> PickList? {
    var best: (list: PickList, priority: Int)?
    // They come by their waves' priority.
    let first = try lists.first.flatMap { try facts.wave($0.wave)?.priority } ?? 0
    var waves: [Code<Wave>: Int] = [:]
    for list in lists {
      if waves[list.wave] == nil { waves[list.wave] = try facts.wave(list.wave)?.priority ?? 0 }
      guard waves[list.wave] == first else { break }
      let priority =
        try list.slots.compactMap(\.order)
        .map { try facts.order($0)?.priority ?? 0 }.max() ?? 0
      if priority > best?.priority ?? Int.min { best = (list, priority) }
    }
    return best?.list
  }
}

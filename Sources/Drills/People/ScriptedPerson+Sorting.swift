import Flows

extension ScriptedPerson {
  mutating func sort(_ screen: Screen, _ view: WorldView) -> Act? {
    switch screen.prompt {
    case .scan(Sorting.scanParcel): return parcel(screen, view)
    case .scan(Sorting.scanCage): return cage(screen, view)
    case .scan, .quantity, .text, .secret, .choose, .confirm, .read, .wait:
      return .key(.function(3))
    }
  }

  /// The parcels that nobody has tried in vain.
  func parcels(_ view: WorldView) -> [WorldView.Thing] {
    view.all(.parcel).filter { !memory.skipped.contains($0.id) }
  }

  private mutating func parcel(_ screen: Screen, _ view: WorldView) -> Act? {
    if isRefused(screen), let last = memory.lastThing, last.kind == .parcel,
      let still = view.thing(last.id)
    {
      guard isCareless else { return .hand(still.id) }
      // Scanned once more, then left where it is.
      guard memory.blind > 0 else {
        memory.blind += 1
        return .scan(still.id)
      }
      memory.blind = 0
      memory.skipped.insert(still.id)
    }
    guard let next = parcels(view).first else { return .key(.function(3)) }
    if next.code != nil || (isCareless && memory.lastAct != .scan(next.id)) {
      return .scan(next.id)
    }
    memory.lastThing = next
    return next.digits.map { .type($0) }
  }

  private mutating func cage(_ screen: Screen, _ view: WorldView) -> Act? {
    let wanted = screen.rows.filter { $0.weight == .headline }.map(\.leading)
    guard wanted.count > 1 else { return .key(.function(3)) }
    if isCareless { return view.all(.cage).first { $0.code == wanted[1].en }.map { .scan($0.id) } }
    // The board on the cage says whose it is; its label may hang on the wrong one.
    let own = view.all(.cage).first { $0.name.en == "cage \(wanted[0].en)" }
    if let own, own.code == wanted[1].en { return .scan(own.id) }
    return .type(wanted[1].en)
  }
}

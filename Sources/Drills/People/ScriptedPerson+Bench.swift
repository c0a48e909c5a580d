import Flows

extension ScriptedPerson {
  mutating func pack(_ screen: Screen, _ view: WorldView) -> Act? {
    if let act = doubt(screen, view) ?? labels(view) { return act }
    switch screen.prompt {
    case .scan(Packing.scanSource): return source(screen, view)
    case .scan(Packing.scanPiece): return piece(screen, view)
    case .choose:
      if choose("lost", screen) != nil { return choose("lost", screen) }
      let isEmpty = view.all(.parcel).first { !$0.isShut }?.count ?? 0 == 0
      memory.isSettled = true
      return choose(isEmpty || isRefused(screen) ? "hold" : "shipWithout", screen)
    case .text: return weigh(screen, view)
    case .quantity, .secret, .confirm, .read, .wait, .scan: return nil
    }
  }

  /// The weight the scale shows; who looked at it empty has set it to zero before.
  private func weigh(_ screen: Screen, _ view: WorldView) -> Act? {
    guard screen.asksForWeight, !isRefused(screen) else { return nil }
    return view.all(.scale).first?.grams.map { .type(String($0)) }
  }

  /// A label of which the system is not sure: whoever has it scans it, else it is printed again.
  private func doubt(_ screen: Screen, _ view: WorldView) -> Act? {
    guard !isCareless, let told = screen.message?.lines, told.count > 1,
      told[0].en.hasPrefix("Label? ")
    else { return nil }
    return view.all(.label).first { $0.code == told[1].en }.map { .scan($0.id) }
      ?? .key(.function(8))
  }

  /// Labels go onto their parcels before anything else.
  private mutating func labels(_ view: WorldView) -> Act? {
    let bare = view.all(.parcel).filter(\.isShut)
    let labels = view.all(.label)
    if isCareless {
      return bare.isEmpty ? nil : labels.first.map { .hand($0.id) }
    }
    if let parcel = bare.first {
      let code = String(parcel.id.dropFirst("parcel/".count))
      // What the trigger counted twice lies in the tote yet.
      if parcel.count == 0 || (parcel.count < memory.total && !memory.isSettled),
        let piece = view.all(.toteGoods).first(where: { $0.id.hasPrefix("bench") })
      {
        return .other(piece.id)
      }
      if let own = labels.first(where: { $0.code == code }) { return .hand(own.id) }
      if let printer = view.all(.printer).first, printer.isShut { return .hand(printer.id) }
      return nil
    }
    return labels.first.map { .other($0.id) }
  }

  private mutating func source(_ screen: Screen, _ view: WorldView) -> Act? {
    if !isCareless, let scale = view.all(.scale).first, scale.grams != 0 { return .hand(scale.id) }
    memory.hasDumped = false
    memory.isSettled = false
    memory.total = 0
    let last = memory.lastThing
    if isRefused(screen), case .scan? = memory.lastAct, let last, last.kind == .dropTote,
      let still = totes(view).first(where: { $0.code == last.code })
    {
      guard isCareless else { return .hand(still.id) }
      // Scanned once more, then left where it is.
      if memory.blind > 0 {
        memory.blind = 0
        memory.skipped.insert(still.code ?? "")
      } else {
        memory.blind += 1
        return .scan(still.id)
      }
    }
    let next = job == .seeder ? totes(view).first { memory.wallTotes.contains($0.code ?? "") } : nil
    return (next ?? totes(view).first).map { .scan($0.id) } ?? .key(.function(3))
  }

  private mutating func piece(_ screen: Screen, _ view: WorldView) -> Act? {
    let isHot = screen.title.en.hasPrefix("Hot")
    if let progress = screen.progress, !isHot { memory.total = progress.total }
    if isCareless, !isHot { return carelessPiece(screen, view) }
    let goods = view.all(.toteGoods).filter { $0.id.hasPrefix("bench") }
    if isRefused(screen), case .scan(let id)? = memory.lastAct, let still = view.thing(id),
      still.name == memory.lastThing?.name
    {
      return .hand(still.id)
    }
    if !isHot, let carton = view.all(.parcel).first(where: { !$0.isShut }),
      carton.count < screen.progress?.done ?? 0,
      let twin = goods.first(where: { $0.name == memory.name })
    {
      return .other(twin.id)
    }
    if isCareless { return goods.first.map { .scan($0.id) } ?? .key(.function(9)) }
    if let broken = goods.first(where: \.isDamaged) { return .hand(broken.id) }
    guard let first = goods.first else { return .key(.function(9)) }
    memory.name = first.name
    if first.code != nil { return .scan(first.id) }
    return first.digits.map { .type($0) }
  }

  /// Everything goes into the carton at once; then one piece of each kind is scanned again and
  /// again.
  private mutating func carelessPiece(_ screen: Screen, _ view: WorldView) -> Act? {
    if !memory.hasDumped {
      memory.hasDumped = true
      return .dump
    }
    let open = screen.rows.dropFirst().map(\.leading)
    let inside = view.all(.toteGoods).filter { $0.id.hasPrefix("inside") && open.contains($0.name) }
    guard let first = inside.first else { return .key(.function(9)) }
    if isRefused(screen), memory.lastAct == .scan(first.id) { return .key(.function(9)) }
    if first.code == nil {
      return memory.lastAct == .scan(first.id)
        ? first.digits.map { .type($0) } : .scan(first.id)
    }
    return .scan(first.id)
  }

  mutating func seed(_ screen: Screen, _ view: WorldView) -> Act? {
    switch screen.prompt {
    case .scan(Seeding.scanSource):
      return unseeded(view).first.map { .scan($0.id) } ?? .key(.function(3))
    case .scan(Seeding.scanWall): return view.all(.wall).first.map { .scan($0.id) }
    case .scan(Seeding.scanItem):
      let goods = view.all(.toteGoods).filter { $0.id.hasPrefix("bench") }
      if isRefused(screen), case .scan(let id)? = memory.lastAct, let still = view.thing(id) {
        if !isCareless { return .hand(still.id) }
        return .key(.function(9))
      }
      guard let first = goods.first else { return .key(.function(9)) }
      memory.name = first.name
      return .scan(first.id)
    case .quantity(let label, let proposed):
      return slot(screen, view, label, proposed)
    case .choose: return choose("lost", screen)
    case .scan, .text, .secret, .confirm, .read, .wait: return nil
    }
  }

  private mutating func slot(
    _ screen: Screen, _ view: WorldView, _ label: Text, _ proposed: Int
  ) -> Act? {
    let number = screen.headline.flatMap { Int($0) } ?? 0
    let there = view.all(.toteGoods).filter {
      $0.id.hasPrefix("bench") && $0.name == memory.name
    }.reduce(0) { $0 + $1.count }
    if there > 0, there < proposed, !isCareless { return .type(String(there)) }
    if label == Seeding.scanEmptyTote(number) {
      guard let act = emptyTote(view) else { return nil }
      if case .scan(let id) = act, let code = view.thing(id)?.code { memory.wallTotes.insert(code) }
      return act
    }
    let slot = view.all(.wallSlot).first { $0.slot == number }
    let inSlot = view.all(.cartTote).first { $0.slot == number }
    let expected = screen.rows.last { $0.trailing?.en.hasPrefix("T") ?? false }?.trailing?.en
    if isCareless {
      guard let slot else { return nil }
      if slot.code == nil, memory.lastAct == .scan(slot.id) { return inSlot.map { .scan($0.id) } }
      return .scan(slot.id)
    }
    if let expected, inSlot?.code != expected,
      let right = view.all(.cartTote).first(where: { $0.code == expected })
    {
      return .scan(right.id)
    }
    if let slot, slot.code != nil { return .scan(slot.id) }
    return inSlot.map { .scan($0.id) }
  }
}

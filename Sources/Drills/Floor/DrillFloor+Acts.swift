import Barcodes
import Flows
import Station
import Warehouse

extension DrillFloor {
  /// What an act gives to the handheld, and whether a fault is to blame for what comes of it.
  struct Aim {
    var inputs: [Input] = []
    var isTrap = false
    /// Whether the act did something without the handheld.
    var isPhysical = false
  }

  /// Legs that an act needs before the hand can do it.
  func prepare(_ act: Act) throws {
    if case .go(let code) = act {
      guard world.shelves[code] != nil else { return }
      walk(to: .bin(code), timed: isTimed)
      return
    }
    guard act == .key(.enter), case .confirm = screen.prompt else { return }
    if screen.headline == "Totes to the drop" {
      walk(to: .drop, timed: isTimed)
    } else if screen.title.en.hasPrefix("Pick") {
      walk(to: .start, timed: isTimed)
    }
  }

  func inputs(of act: Act) -> Aim {
    switch act {
    case .go(let code): return Aim(isPhysical: world.shelves[code] != nil)
    case .leave: return Aim(isPhysical: true)
    case .key(let key):
      // What was typed letter by letter is sent.
      let typed = conversation.entry.typed
      if key == .enter, typed.isEmpty, screen.asksForLot, case .bin(let bin) = world.place {
        state.wavedLots.insert(bin)
      }
      if key == .enter, !typed.isEmpty {
        tally.typed(self, typed)
        world.atCage = nil
        tote = nil
        reach()
      }
      return Aim(inputs: [.key(key)])
    case .scan(let id): return scan(id)
    case .code(let code):
      tote = world.bodies[code] == nil ? tote : code
      reach()
      return Aim(inputs: [.scan(Scan(text: code))])
    case .type(let text):
      world.atCage = nil
      tally.typed(self, text)
      tote = nil
      reach()
      return Aim(inputs: text.map { .key(.character($0)) } + [.key(.enter)])
    case .hand(let id): return Aim(isPhysical: hand(id))
    case .other(let id): return Aim(isPhysical: other(id))
    case .dump: return Aim(isPhysical: dump())
    case .again: return Aim(isPhysical: again())
    }
  }

  private func scan(_ id: String) -> Aim {
    guard let thing = view.thing(id), var code = thing.code else { return Aim() }
    var aim = Aim()
    switch thing.kind {
    case .sign:
      let bin = thing.bin ?? ""
      if let beam = world.shelves[bin]?.beam {
        code = beam
        world.shelves[bin]?.beam = nil
        aim.isTrap = true
      }
      if code != bin { aim.isTrap = true }
      if case .bin(let here) = world.place, here != bin { world.place = .bin(bin) }
    case .goods, .toteGoods:
      guard let pile = pile(id) else { return Aim() }
      world.hand = PhysicalWorld.Hand(from: pile.from, goods: pile.goods, isScanned: true)
      if case .other = pile.goods.label { aim.isTrap = true }
      if pile.goods.isTrap { aim.isTrap = true }
    case .freeTote, .cartTote, .lowerTote, .dropTote, .benchTote:
      tote = body(id)
      aim.isTrap = tote.flatMap { world.bodies[$0] }?.isTrap ?? false
      if let tote, state.stopped.contains(tote) { aim.isTrap = true }
    case .wallSlot: tote = thing.slot.flatMap { world.wall[$0] }
    case .note: aim.isTrap = true
    case .parcel:
      aim.isTrap = state.stopped.contains(String(thing.id.dropFirst("parcel/".count)))
    case .cage:
      let own = String(thing.id.dropFirst("cage/".count))
      world.atCage = own
      aim.isTrap = own != code
    case .badge, .cart, .workstation, .label, .printer, .wall, .scale, .aside: break
    }
    aim.inputs = [.scan(Scan(text: code))]
    return aim
  }

  /// Who names no goods takes what comes to hand first.
  private func reach() {
    guard asksForGoods, world.hand == nil || isSpent else { return }
    if let first = view.things.first(where: { $0.kind == .goods || $0.kind == .toteGoods }),
      let pile = pile(first.id)
    {
      world.hand = PhysicalWorld.Hand(from: pile.from, goods: pile.goods, isScanned: false)
    }
  }

  private var isSpent: Bool {
    guard let hand = world.hand else { return true }
    switch hand.from {
    case .bin(let code):
      return !(world.shelves[code]?.piles.contains { $0.goods == hand.goods } ?? false)
    case .tote(let code):
      return !(world.bodies[code]?.piles.contains { $0.goods == hand.goods } ?? false)
    }
  }

  var asksForGoods: Bool {
    [ClusterPicking.scanItem, Packing.scanPiece, Seeding.scanItem].contains(screen.prompt.label)
  }

  /// Whether the screen asks for a bin.
  var asksForPlace: Bool {
    switch screen.prompt {
    case .scan(let label): [ClusterPicking.scanBin.en, "Scan from-bin"].contains(label.en)
    case .quantity(let label, _): [ClusterPicking.scanBin.en, "Scan to-bin"].contains(label.en)
    case .text, .secret, .choose, .confirm, .read, .wait: false
    }
  }

  /// The tote body that a thing is.
  func body(_ id: String) -> String? {
    let parts = id.split(separator: "/")
    let number = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    switch parts.first {
    case "free": return world.stack.indices.contains(number) ? world.stack[number] : nil
    case "cart": return world.cart[number]
    case "lower": return world.lower.indices.contains(number) ? world.lower[number] : nil
    case "drop": return world.drop.indices.contains(number) ? world.drop[number] : nil
    case "wall": return world.wall[number]
    case "bench": return world.bench
    default: return nil
    }
  }

  /// The pile that a thing is, and where it lies.
  func pile(_ id: String) -> (goods: PhysicalWorld.Goods, from: PhysicalWorld.Hand.From)? {
    let parts = id.split(separator: "/").map(String.init)
    guard let last = parts.last.flatMap({ Int($0) }) else { return nil }
    func of(
      _ piles: [PhysicalWorld.Pile]?, _ from: PhysicalWorld.Hand.From
    ) -> (goods: PhysicalWorld.Goods, from: PhysicalWorld.Hand.From)? {
      guard let piles, piles.indices.contains(last) else { return nil }
      return (piles[last].goods, from)
    }
    switch parts.first {
    case "pile":
      guard case .bin(let code) = world.place else { return nil }
      return of(world.shelves[code]?.piles, .bin(code))
    case "reach":
      guard case .bin(let code) = world.place, let reach = world.shelves[code]?.reach else {
        return nil
      }
      return of(world.shelves[reach]?.piles, .bin(reach))
    case "bench", "drop":
      guard let code = body(parts.dropLast(2).joined(separator: "/")) else { return nil }
      return of(world.bodies[code]?.piles, .tote(code))
    case "inside":
      guard let parcel = world.parcels.last, let bench = world.bench else { return nil }
      return of(parcel.piles, .tote(bench))
    default: return nil
    }
  }

  // MARK: - Hands

  private func hand(_ id: String) -> Bool {
    guard let thing = view.thing(id) else { return false }
    switch thing.kind {
    case .sign:
      guard let bin = thing.bin, thing.isHiding else { return false }
      world.shelves[bin]?.isHidden = false
    case .goods:
      guard let pile = pile(id) else { return false }
      if pile.goods.bundle > 1, case .bin(let bin) = pile.from {
        split(pile.goods, in: bin)
        return true
      }
      world.hand = PhysicalWorld.Hand(from: pile.from, goods: pile.goods, isScanned: true)
    case .toteGoods:
      guard let pile = pile(id), case .tote(let code) = pile.from, !id.hasPrefix("inside") else {
        return false
      }
      let out = PhysicalWorld.take(
        1, pile.goods, from: &world.bodies[code, default: .init(code: code)].piles)
      PhysicalWorld.put(out, onto: &world.aside)
      tally.setAside += out.reduce(0) { $0 + $1.count }
      world.hand = nil
    case .freeTote, .dropTote, .benchTote:
      guard let code = body(id) else { return false }
      world.stack.removeAll { $0 == code }
      world.drop.removeAll { $0 == code }
      if world.bench == code { world.bench = nil }
      world.asideTotes.append(code)
    case .printer:
      guard !world.hasPaper || world.isHeadOpen else { return false }
      world.hasPaper = true
      world.isHeadOpen = false
    case .scale:
      guard world.drift != 0 else { return false }
      world.drift = 0
    case .label:
      guard let index = world.parcels.firstIndex(where: { $0.isClosed && $0.label == nil }),
        let label = thing.code, let at = world.labels.firstIndex(of: label)
      else { return false }
      world.labels.remove(at: at)
      world.parcels[index].label = label
    case .parcel:
      guard drill.job == .sorter else { return false }
      world.asideParcels.insert(String(thing.id.dropFirst("parcel/".count)))
    case .aside: return takeBack(id)
    case .badge, .cart, .workstation, .cartTote, .lowerTote, .wallSlot, .note, .wall, .cage:
      return false
    }
    return true
  }

  /// What was set aside by mistake comes back: a tote to the drop, a parcel to the floor, a piece
  /// into the tote on the bench.
  private func takeBack(_ id: String) -> Bool {
    let parts = id.split(separator: "/").map(String.init)
    guard let name = parts.last else { return false }
    switch parts.first {
    case "asideTote":
      world.asideTotes.removeAll { $0 == name }
      world.drop.append(name)
    case "asideParcel": world.asideParcels.remove(name)
    default:
      guard let index = Int(name), world.aside.indices.contains(index), let bench = world.bench
      else { return false }
      let out = PhysicalWorld.take(1, world.aside[index].goods, from: &world.aside)
      world.put(out, into: bench)
      tally.setAside -= 1
    }
    return true
  }

  private func split(_ goods: PhysicalWorld.Goods, in bin: String) {
    guard var shelf = world.shelves[bin] else { return }
    for index in shelf.piles.indices where shelf.piles[index].goods == goods {
      shelf.piles[index].goods.bundle = 1
    }
    world.shelves[bin] = shelf
  }

  private func other(_ id: String) -> Bool {
    guard let thing = view.thing(id) else { return false }
    if thing.kind == .label, let code = thing.code, let at = world.labels.firstIndex(of: code) {
      world.labels.remove(at: at)
      world.torn += 1
      return true
    }
    guard thing.kind == .toteGoods, let pile = pile(id), case .tote(let code) = pile.from,
      let parcel = world.parcels.indices.last(where: { world.parcels[$0].label == nil })
    else { return false }
    // A parcel that was closed without a piece in it is the one that lacks it.
    let empty = world.parcels.indices.first {
      world.parcels[$0].piles.isEmpty && world.parcels[$0].isClosed
    }
    let out = PhysicalWorld.take(
      1, pile.goods, from: &world.bodies[code, default: .init(code: code)].piles)
    PhysicalWorld.put(out, onto: &world.parcels[empty ?? parcel].piles)
    return true
  }

  private func dump() -> Bool {
    guard let bench = world.bench, let index = world.parcels.indices.last,
      !world.parcels[index].isClosed
    else { return false }
    PhysicalWorld.put(world.bodies[bench]?.piles ?? [], onto: &world.parcels[index].piles)
    world.bodies[bench]?.piles = []
    return true
  }

  private func again() -> Bool {
    guard let put = tally.lastPut else { return false }
    state.wasRepeated = true
    guard let shelf = world.shelves[put.bin] else { return true }
    var piles = shelf.piles
    let pieces = PhysicalWorld.take(put.quantity, put.goods, from: &piles)
    world.shelves[put.bin]?.piles = piles
    world.put(pieces, into: put.tote)
    return true
  }
}

extension Screen {
  /// Whether a parcel's weight is wanted.
  var asksForWeight: Bool {
    if case .text(let label) = prompt { label.en.hasPrefix("Weigh ") } else { false }
  }

  /// Whether the lot of the pieces in the hand is wanted.
  var asksForLot: Bool {
    guard case .scan(let label) = prompt else { return false }
    return label.en.hasPrefix("Scan lot") || label.en == "Scan the lot"
  }

  /// The loudest words of the body.
  var headline: String? {
    for case .fact(let fact) in body where fact.weight == .headline { return fact.leading.en }
    return nil
  }

  /// The rows of the body.
  var rows: [Fact] {
    body.compactMap { part in
      if case .fact(let fact) = part { fact } else { nil }
    }
  }

  /// What stands at the right end of a row.
  func trailing(of row: String) -> String? {
    rows.first { $0.leading.en == row }?.trailing?.en
  }
}

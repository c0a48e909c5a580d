import Flows
import Simulation
import Warehouse

extension ScriptedPerson {
  mutating func pick(_ screen: Screen, _ view: WorldView) -> Act? {
    switch screen.prompt {
    case .confirm:
      if isRefused(screen), isCareless { return nil }
      return .key(.enter)
    case .read: return .key(.enter)
    case .scan(ClusterPicking.scanEmptyTote): return emptyTote(view)
    case .scan(ClusterPicking.scanBin): return bin(screen, view)
    case .scan(ClusterPicking.scanItem): return item(screen, view)
    case .quantity(let label, let proposed):
      if label.en == "How many left?" { return left(view) }
      return tote(screen, view, proposed)
    case .choose: return choose(reason(screen, view).rawValue, screen)
    case .scan where screen.asksForLot: return lot(screen, view)
    case .scan, .text, .secret, .wait: return nil
    }
  }

  /// The lot is asked for: it is read on the pack; whoever does not look lets it pass.
  private func lot(_ screen: Screen, _ view: WorldView) -> Act? {
    let told = screen.rows.first { $0.leading.en.hasPrefix("Lot ") }
    let asked = told.map { String($0.leading.en.dropFirst("Lot ".count)) }
    if isCareless, !isRefused(screen) { return .key(.enter) }
    let inHand = matching(screen, view).first?.lot
    return (isCareless || habit == .noItemScan ? asked : inHand ?? asked).map { .type($0) }
  }

  /// Whether a label reads as the item, with lot and date in it or without.
  private func reads(_ code: String?, _ barcode: String) -> Bool {
    code == barcode || code?.hasPrefix("(01)0\(barcode)") ?? false
  }

  /// An empty tote: whoever looks takes one that is empty and has a label.
  mutating func emptyTote(_ view: WorldView) -> Act? {
    let free = view.all(.freeTote)
    if !isCareless { return free.first { $0.code != nil && $0.count == 0 }.map { .scan($0.id) } }
    if let first = free.first, first.code != nil || memory.lastAct != .scan(first.id) {
      return .scan(first.id)
    }
    return free.first { $0.code != nil }.map { .scan($0.id) }
  }

  /// How many are left in the bin.
  private func left(_ view: WorldView) -> Act? {
    let count = own(view).reduce(0) { $0 + $1.count }
    return count == 0 || isCareless ? .key(.enter) : .type(String(count))
  }

  private mutating func bin(_ screen: Screen, _ view: WorldView) -> Act? {
    guard var target = screen.headline else { return nil }
    if habit == .binOrder, let next = screen.rows.first(where: { $0.leading.en.hasPrefix("Then ") })
    {
      target = min(target, String(next.leading.en.dropFirst(5)))
    }
    guard view.bin == target, let sign = view.all(.sign).first else { return .go(target) }
    if memory.tookAt != target { memory.tookAt = nil }
    if isCareless {
      if sign.isShut { return .key(.function(9)) }
      if sign.code == nil {
        return memory.lastAct == .scan(sign.id) ? .type(target) : .scan(sign.id)
      }
      // The label that reads right is believed, wherever it hangs.
      let read = view.all(.sign).first { $0.code == target } ?? sign
      return isRefused(screen) && memory.lastAct == .scan(read.id) ? .type(target) : .scan(read.id)
    }
    if sign.isShut { return .key(.function(9)) }
    if sign.isHiding, habit != .noItemScan { return .hand(sign.id) }
    return sign.code == target ? .scan(sign.id) : .type(target)
  }

  /// Goods of the bin itself.
  func own(_ view: WorldView) -> [WorldView.Thing] {
    view.all(.goods).filter { $0.bin == view.bin }
  }

  private func product(_ screen: Screen) -> Fact? {
    screen.rows.first { $0.weight == .strong }
  }

  private func barcode(_ screen: Screen) -> String? {
    screen.rows.map(\.leading.en).first { row in
      row.count >= 8 && row.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  /// The goods in view that are what the screen asks for.
  func matching(_ screen: Screen, _ view: WorldView) -> [WorldView.Thing] {
    guard let name = product(screen)?.leading else { return [] }
    let lot = screen.rows.first { $0.leading.en.hasPrefix("Lot ") }
    return own(view).filter { thing in
      guard thing.name == name, !thing.isDamaged, !thing.isCase else { return false }
      guard habit != .ignoresExpiry, let lot else { return true }
      let date = thing.expiry.map { "exp \($0.short)" }
      return lot.leading.en == "Lot \(thing.lot)"
        && (lot.trailing == nil || lot.trailing?.en == date)
        && (thing.expiry.map { $0 > view.today } ?? true)
    }
  }

  private mutating func item(_ screen: Screen, _ view: WorldView) -> Act? {
    let barcode = barcode(screen) ?? ""
    if habit == .noItemScan { return .type(barcode) }
    if isCareless { return carelessItem(screen, view, barcode) }
    let fits = matching(screen, view)
    if let taped = fits.first(where: { $0.bundle > 1 }) { return .hand(taped.id) }
    guard var best = fits.first(where: { reads($0.code, barcode) }) ?? fits.first else {
      return .key(.function(9))
    }
    // What is refused by the lot in its code is left for the next.
    if isRefused(screen), memory.lastAct == .scan(best.id), fits.count > 1 { best = fits[1] }
    memory.name = best.name
    if reads(best.code, barcode) { return .scan(best.id) }
    // It cannot be scanned as itself: the goods are in the hand, their code is typed.
    return memory.lastAct == .hand(best.id) ? .type(barcode) : .hand(best.id)
  }

  private mutating func carelessItem(
    _ screen: Screen, _ view: WorldView, _ barcode: String
  ) -> Act? {
    guard let first = view.all(.goods).first else { return .type(barcode) }
    if isRefused(screen), memory.lastAct == .scan(first.id) { return .key(.function(9)) }
    if first.code == nil {
      return memory.lastAct == .scan(first.id) ? .type(barcode) : .scan(first.id)
    }
    return .scan(first.id)
  }

  private mutating func tote(_ screen: Screen, _ view: WorldView, _ proposed: Int) -> Act? {
    let slot = Int(screen.prompt.label.en.filter(\.isNumber)) ?? 0
    let expected = screen.trailing(of: "Tote") ?? ""
    let inSlot = view.all(.cartTote).first { $0.slot == slot }
    if isCareless {
      guard let inSlot else { return .type(expected) }
      guard memory.lastAct == .scan(inSlot.id), isRefused(screen) || inSlot.code == nil else {
        return .scan(inSlot.id)
      }
      return .type(expected)
    }
    if habit != .noItemScan {
      let there = matching(screen, view).reduce(0) { $0 + $1.count }
      if there == 0 { return .key(.function(9)) }
      if there < proposed { return .type(String(there)) }
    }
    if habit == .wrongTote, !memory.wasWrong, random.number(below: 20) == 0,
      let other = view.all(.cartTote).first(where: { $0.slot != slot })
    {
      memory.wasWrong = true
      return .scan(other.id)
    }
    memory.wasWrong = false
    memory.tookAt = view.bin
    let right = (view.all(.cartTote) + view.all(.lowerTote)).first { $0.code == expected }
    if let room = (right ?? inSlot)?.room, room < proposed, (right ?? inSlot)?.count ?? 0 > 0 {
      return .key(.function(7))
    }
    return right.map { .scan($0.id) } ?? .type(expected)
  }

  /// Why pieces are missing, from what lies there.
  private func reason(_ screen: Screen, _ view: WorldView) -> ShortReason {
    if isCareless { return .empty }
    if view.all(.sign).first?.isShut == true { return .blocked }
    let name = product(screen)?.leading
    let mine = own(view)
    if mine.contains(where: { $0.name == name && $0.isDamaged }) { return .damaged }
    if memory.tookAt == view.bin, memory.name == name { return .fewer }
    return mine.isEmpty ? .empty : .otherGoods
  }
}

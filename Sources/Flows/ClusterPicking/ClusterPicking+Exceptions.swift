import Warehouse

extension ListView {
  /// The slots that still need a tote; one whose order was stopped needs none.
  var unbound: [PickList.Slot] {
    list.slots.filter { slot in
      slot.tote == nil && lines.contains { $0.slot == slot.number && $0.open > 0 }
    }
  }
}

extension Refusal {
  /// Whether the list is not what the flow takes it for, so that it must be read and walked anew.
  var changesTheWalk: Bool {
    if case .lineIs = self { return true }
    if case .openLines = self { return true }
    if case .tooMany = self { return true }
    return false
  }
}

extension ClusterPicking {
  /// Whether anything can be taken back.
  var picks: Bool {
    guard let view else { return false }
    return view.hasPicks == true || view.lines.contains { $0.picked > 0 }
  }

  /// Why pieces can be missing here, at most six reasons: who has scanned the bin could reach it,
  /// and who has not cannot know that there are too few.
  var reasons: [ShortReason] {
    guard let next else { return [] }
    let isThere = instead != nil || here.map { next.from.holder == .bin($0) } ?? false
    return isThere
      ? [.empty, .fewer, .damaged, .otherGoods, .notFound, .elsewhere]
      : [.empty, .notFound, .damaged, .otherGoods, .blocked, .elsewhere]
  }

  // MARK: - What others do to the list

  mutating func looked() -> [Effect] {
    guard step != .nothing else { return [.ask(.nextList(badge))] }
    guard isLive, let view else { return [] }
    return [.ask(.revision(view.list.code))]
  }

  mutating func compared(_ revision: Int?) -> [Effect] {
    guard isLive, let view, revision != view.list.revision else { return [] }
    message = Message(
      .warn,
      [
        Text(zh: "拣货单有变动", en: "The list changed"), Text(zh: "路径已重排", en: "New walk planned"),
      ])
    return replan()
  }

  /// The word on orders of a list that were stopped since it was read.
  func stopped(before: ListView?, now: ListView?) -> Message? {
    guard let before, let now, before.list.code == now.list.code else { return nil }
    let open = Set(before.lines.filter { $0.open > 0 }.map(\.code))
    let given = now.lines.filter { line in
      open.contains(line.code) && line.state == .released
        && !now.lines.contains { $0.order == line.order && $0.open > 0 }
    }
    guard let order = given.first?.order else { return nil }
    return Message(
      .warn,
      [
        Text(zh: "订单已拦截", en: "Order stopped"), Text(order.rawValue),
        unwanted.map { Text(zh: "手上的放回 \($0)", en: "Back into \($0)") }
          ?? Text(zh: "路径已重排", en: "New walk planned"),
      ])
  }

  // MARK: - A bin that should be empty

  mutating func left(_ text: String, of key: StockKey) -> [Effect] {
    guard let count = Int(text), (0...999_999).contains(count) else { return [] }
    message = nil
    return [.commit(.zeroCheck(key, left: count))]
  }

  mutating func checked() -> [Effect] {
    arrive()
    return [.sound(.good)]
  }

  func emptyScreen(_ key: StockKey, _ screen: inout Screen) {
    screen.body = [.fact(Fact(Text(key.holder.label), weight: .headline))]
    if let product = view?.products.first(where: { $0.sku == key.sku }) {
      screen.body += product.facts(key)
    }
    screen.body.append(
      .fact(Fact(Text(zh: "应该空了", en: "Should be empty"), weight: .strong, rank: 0)))
    screen.prompt = .quantity(Text(zh: "还剩几件?", en: "How many left?"), proposed: 0)
    screen.keys = [.back]
  }

  // MARK: - Taking a pick back

  mutating func undo() -> [Effect] {
    switch step {
    case .bin, .item, .tote, .drop, .known:
      guard let view else { return [] }
      return [.ask(.lastPick(view.list.code))]
    case .offer, .nothing:
      return refuse([
        Text(zh: "没有可撤的", en: "Nothing to undo"),
        Text(zh: "放下的箱不能撤", en: "Dropped totes stay"),
      ])
    case .looking, .bind, .reason, .full, .empty, .undo, .digits, .elsewhere, .substitute: return []
    }
  }

  /// What is taken back next, or that nothing can be; a short pick that stays is told beside it.
  mutating func undoing(_ pick: Pick?, _ stays: Refusal?) -> [Effect] {
    guard let pick else {
      return refuse((stays ?? .nothingToUndo(view?.list.code ?? "")).lines)
    }
    message = stays.map { Message(.warn, $0.lines) }
    step = .undo(pick)
    return []
  }

  mutating func back(_ pick: Pick, into bin: Code<Bin>) -> [Effect] {
    guard pick.movedPieces, pick.from.holder == .bin(bin) else {
      return [.ask(.meaning(bin.rawValue))]
    }
    return [.commit(Self.takingBack(pick))]
  }

  /// The pieces are back: the walk goes on from their bin.
  mutating func undone(_ pick: Pick) -> [Effect] {
    if pick.substitute != nil { return unsubstituted(pick) }
    if pick.short != nil { return unshorted(pick) }
    if case .bin(let bin) = pick.from.holder { here = bin }
    instead = nil
    item = nil
    message = Message(
      .good,
      [
        Text(
          zh: "已撤: \(pick.quantity) 件回 \(pick.from.holder.label)",
          en: "Undone: \(pick.quantity) in \(pick.from.holder.label)")
      ])
    return [.sound(.good)] + replan()
  }

  func undoScreen(_ pick: Pick, _ screen: inout Screen) {
    if pick.substitute != nil { return unsubstituteScreen(pick, &screen) }
    if let trail = pick.short { return unshortScreen(pick, trail, &screen) }
    screen.body = [.fact(Fact(Text(pick.from.holder.label), weight: .headline))]
    if let product = view?.products.first(where: { $0.sku == pick.from.sku }) {
      screen.body += product.facts(pick.from)
    }
    let slot = view?.list.slots.first { $0.tote == pick.tote }?.number ?? 0
    screen.body.append(
      .fact(
        Fact(
          Text(zh: "放回 \(pick.quantity) 件", en: "Put back \(pick.quantity)"),
          trailing: Text(zh: "从 \(slot)号箱", en: "from \(slot)"), weight: .strong, rank: 0)))
    screen.prompt = .scan(Text(zh: "扫库位放回", en: "Scan bin to undo"))
    screen.keys = [.back]
  }

  /// What was scanned where only one thing is right: at a bin that is asked about, or at the one
  /// that pieces go back to.
  mutating func namedElsewhere(_ meaning: Meaning) -> [Effect]? {
    switch step {
    case .empty:
      refuse(meaning.instead(of: Text(zh: "先答还剩几件", en: "First: what is left?")))
    case .undo(let pick):
      refuse(
        meaning.instead(
          of: pick.substitute != nil
            ? Self.undoSubstitute
            : pick.short != nil
              ? Self.undoShort
              : Text(
                zh: "要放回 \(pick.from.holder.label)",
                en: "Back into \(pick.from.holder.label)")))
    case .looking, .nothing, .offer, .bind, .bin, .item, .tote, .reason, .full, .drop, .known,
      .digits, .elsewhere, .substitute:
      nil
    }
  }
}

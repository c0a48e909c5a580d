import Warehouse

extension ClusterPicking {
  mutating func entered(_ text: String) -> [Effect] {
    if case .empty(let key) = step { return left(text, of: key) }
    if case .known(let quantity) = step { return keyed(text, quantity) }
    if case .digits = step { return proved(text) }
    guard case .tote = step, let next, let quantity = Int(text) else { return [] }
    guard quantity > 0 else {
      return refuse([
        Text(zh: "0 件请按 F9", en: "None? Press F9"),
        Text(zh: "要拿 \(wanted) 件", en: "\(wanted) wanted"),
      ])
    }
    guard quantity <= wanted else {
      return refuse(Refusal.tooMany(asked: quantity, open: wanted).lines)
    }
    guard scanning == .once else {
      return refuse([
        scanning == .each
          ? Text(zh: "请逐件扫", en: "Scan every piece") : Text(zh: "请逐包扫", en: "Scan every pack")
      ])
    }
    guard told.unit == nil else {
      return refuse([Text(zh: "整托/整箱不拆", en: "The unit goes whole")])
    }
    guard told.serials.count <= quantity else {
      return refuse([
        Text(
          zh: "已扫 \(told.serials.count) 个序列号",
          en: "\(told.serials.count.counted("serial")) scanned"),
        Text(zh: "件数要一致, F3 重来", en: "They must agree; F3"),
      ])
    }
    if told.grams != nil {
      told.grams = nil
      weighed = 0
    }
    if want(quantity) != nil { return settle(quantity) }
    step = .tote(quantity)
    message = Message(
      .plain,
      [Text(zh: "\(quantity) 件, 放 \(next.slot)号箱", en: "\(quantity), put in slot \(next.slot)")])
    return []
  }

  mutating func confirmed() -> [Effect] {
    guard let view else { return step == .nothing ? [.close] : [] }
    switch step {
    case .offer:
      message = nil
      return [.commit(.take(view.list.code))]
    case .drop:
      return [.commit(.finish(list: view.list.code))]
    case .nothing: return [.close]
    case .known(let quantity): return confirmedLot(quantity)
    case .undo(let pick):
      return pick.movedPieces ? [] : [.commit(Self.takingBack(pick))]
    case .looking, .bind, .bin, .item, .tote, .reason, .full, .empty, .digits, .elsewhere,
      .substitute:
      return []
    }
  }

  mutating func chosen(_ id: String) -> [Effect] {
    if case .substitute(let view) = step { return decided(id, view) }
    guard step == .reason, let next else { return [] }
    guard let reason = reasons.first(where: { $0.rawValue == id }) else {
      arrive()
      return []
    }
    guard reason != .elsewhere else {
      step = .elsewhere
      return []
    }
    item = nil
    instead = nil
    let lines = together.map(\.code)
    shorted = lines
    guard lines.count > 1 else { return [.commit(.short(line: next.code, reason: reason))] }
    return [.commit(.stop(lines: lines, .short(reason)))]
  }

  mutating func pressed(_ key: Key) -> [Effect] {
    switch key {
    case .function(5): return [.open(Lookup())]
    case .function(6): return skip()
    case .function(7): return full()
    case .function(8): return undo()
    case .function(9):
      switch step {
      case .bin, .item, .tote, .known:
        message = nil
        step = .reason
      case .looking, .nothing, .offer, .bind, .reason, .full, .drop, .empty, .undo, .digits,
        .elsewhere, .substitute:
        break
      }
      return []
    case .escape, .function(3): return back()
    case .character, .function, .enter, .backspace, .delete, .tab, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .control:
      return []
    }
  }

  /// Whether nothing is open beside the lines of this stop.
  var isLast: Bool {
    guard let view else { return true }
    return view.lines.filter { $0.open > 0 }.count <= together.count
  }

  private mutating func skip() -> [Effect] {
    switch step {
    case .bin, .item, .tote, .known:
      guard let next else { return [] }
      let lines = together.map(\.code)
      guard !isLast else {
        return refuse([Text(zh: "只剩这一行", en: "It is the last line")])
      }
      item = nil
      instead = nil
      message = Message(.plain, [Text(zh: "已跳过, 最后再拣", en: "Left for the end")])
      return [.commit(lines.count > 1 ? .stop(lines: lines, .skip) : .skip(line: next.code))]
    case .looking, .nothing, .offer, .bind, .reason, .full, .drop, .empty, .undo, .digits,
      .elsewhere, .substitute:
      return []
    }
  }

  /// The tote of the slot is full: an empty one is asked for.
  private mutating func full() -> [Effect] {
    if step == .bin {
      message = nil
      step = .digits
      return []
    }
    guard case .tote(let counted) = step else { return [] }
    message = nil
    step = .full(counted)
    return []
  }

  private mutating func back() -> [Effect] {
    message = nil
    switch step {
    case .tote, .known:
      item = nil
      forget()
      step = .item
    case .digits: step = .bin
    case .elsewhere: step = .reason
    case .substitute(let view): return decided("no", view)
    case .item:
      here = nil
      forget()
      instead = nil
      step = .bin
    case .reason, .undo:
      arrive()
    case .full(let counted):
      step = .tote(counted)
    case .empty(let key):
      return [.commit(.zeroCheck(key, left: nil))]
    case .nothing, .offer, .bind, .bin, .drop, .looking:
      return [.close]
    }
    return []
  }
}

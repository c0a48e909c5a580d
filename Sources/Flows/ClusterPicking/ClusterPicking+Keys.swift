import Warehouse

extension ClusterPicking {
  mutating func entered(_ text: String) -> [Effect] {
    if case .empty(let key) = step { return left(text, of: key) }
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
    case .looking, .bind, .bin, .item, .tote, .reason, .full, .empty, .undo: return []
    }
  }

  mutating func chosen(_ id: String) -> [Effect] {
    guard step == .reason, let next else { return [] }
    guard let reason = ShortReason(rawValue: id) else {
      arrive()
      return []
    }
    item = nil
    instead = nil
    let lines = together.map(\.code)
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
      case .bin, .item, .tote:
        message = nil
        step = .reason
      case .looking, .nothing, .offer, .bind, .reason, .full, .drop, .empty, .undo: break
      }
      return []
    case .escape, .function(3): return back()
    case .character, .function, .enter, .backspace, .delete, .tab, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .control:
      return []
    }
  }

  private mutating func skip() -> [Effect] {
    switch step {
    case .bin, .item, .tote:
      guard let view, let next else { return [] }
      let lines = together.map(\.code)
      guard view.lines.filter({ $0.open > 0 }).count > lines.count else {
        return refuse([Text(zh: "只剩这一行", en: "It is the last line")])
      }
      item = nil
      instead = nil
      message = Message(.plain, [Text(zh: "已跳过, 最后再拣", en: "Left for the end")])
      return [.commit(lines.count > 1 ? .stop(lines: lines, .skip) : .skip(line: next.code))]
    case .looking, .nothing, .offer, .bind, .reason, .full, .drop, .empty, .undo:
      return []
    }
  }

  /// The tote of the slot is full: an empty one is asked for.
  private mutating func full() -> [Effect] {
    guard case .tote(let counted) = step else { return [] }
    message = nil
    step = .full(counted)
    return []
  }

  private mutating func back() -> [Effect] {
    message = nil
    switch step {
    case .tote:
      item = nil
      step = .item
    case .item:
      here = nil
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

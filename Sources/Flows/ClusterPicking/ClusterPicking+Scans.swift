import Warehouse

extension ClusterPicking {
  /// A scan confirms the step, is a legal jump, or is asked about so that it can be refused by
  /// name.
  mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch step {
    case .bind:
      guard let view else { return [] }
      return bind(Code(code), view)
    case .bin:
      return arrived(at: Code(code)) ?? [.ask(.meaning(code))]
    case .item:
      return took(code) ?? arrived(at: Code(code)) ?? [.ask(.meaning(code))]
    case .tote(let quantity):
      return put(quantity, into: Code(code)) ?? [.ask(.meaning(code))]
    case .reason:
      arrive()
      return scanned(code)
    case .full:
      guard let view, let next else { return [] }
      binding = Code(code)
      return [
        .commit(.changeTote(list: view.list.code, slot: next.slot, tote: Code(code)))
      ]
    case .undo(let pick):
      return back(pick, into: Code(code))
    case .offer, .nothing, .drop, .empty:
      return [.ask(.meaning(code))]
    case .looking:
      return []
    }
  }

  /// The bin of the next line, or another bin of this walk: then the rest is planned from there.
  private mutating func arrived(at code: Code<Bin>) -> [Effect]? {
    guard let view, let next else { return nil }
    if next.from.holder == .bin(code) {
      here = code
      instead = nil
      item = nil
      step = .item
      return [.sound(.good)]
    }
    guard view.lines.contains(where: { $0.open > 0 && $0.from.holder == .bin(code) }) else {
      return nil
    }
    here = code
    instead = nil
    item = nil
    return [.sound(.good)] + replan()
  }

  /// The product of the next line, or of another line at this bin.
  private mutating func took(_ code: String) -> [Effect]? {
    guard var view, let next else { return nil }
    let at = next.from.holder
    let lines = view.lines.filter { $0.open > 0 && $0.from.holder == at }
    for line in [next] + lines {
      guard let units = view.product(of: line)?.units(of: code) else { continue }
      let open = lines.filter { $0.from == line.from && $0.slot == line.slot }
        .reduce(0) { $0 + $1.open }
      guard units <= open else {
        return refuse([
          Text(zh: "一箱 \(units) 件, 太多", en: "Pack of \(units): too many"),
          Text(zh: "只要 \(open) 件", en: "Only \(open) wanted"),
        ])
      }
      // Another product of the same bin goes first: no walking changes by it.
      if line.code != next.code, let index = view.lines.firstIndex(of: line),
        let front = view.lines.firstIndex(of: next)
      {
        view.lines.remove(at: index)
        view.lines.insert(line, at: front)
        self.view = view
      }
      item = line.from
      step = .tote(units == 1 ? open : units)
      return [.sound(.good)]
    }
    return nil
  }

  /// The tote of the line's slot; any other tote of the cart is refused with its slot.
  private mutating func put(_ quantity: Int, into tote: Code<Tote>) -> [Effect]? {
    guard let view, let next, let bin = bin(of: next) else { return nil }
    if view.list.slots.first(where: { $0.number == next.slot })?.tote == tote {
      let lines = together.map(\.code)
      guard lines.count > 1 else {
        return [.commit(.pick(line: next.code, quantity: quantity, bin: bin, tote: tote))]
      }
      return [.commit(.stop(lines: lines, .pick(quantity: quantity, bin: bin, tote: tote)))]
    }
    if let slot = view.list.slots.first(where: { $0.tote == tote }) {
      return refuse([
        Text(zh: "周转箱不对", en: "Wrong tote"),
        Text(zh: "这是 \(slot.number)号箱", en: "This is slot \(slot.number)"),
        Text(zh: "要放 \(next.slot)号箱", en: "Put in slot \(next.slot)"),
      ])
    }
    // The same item once more says nothing new.
    if view.product(of: next)?.units(of: tote.rawValue) != nil {
      message = Message(
        .plain, [Text(zh: "放 \(next.slot)号箱", en: "Put in slot \(next.slot)")])
      return [.sound(.good)]
    }
    return nil
  }

  /// Something that is not the step's answer has a name now.
  mutating func named(_ meaning: Meaning) -> [Effect] {
    if let refused = namedElsewhere(meaning) { return refused }
    if step == .offer || step == .nothing, case .tote(let tote, _) = meaning, tote.order != nil {
      handed = tote.code
      return [.ask(.handover(tote.code))]
    }
    guard let next, let view, let product = view.product(of: next) else {
      return refuse([meaning.text])
    }
    let got = Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)")
    switch step {
    case .bin, .item:
      if case .bin(let bin, let stock) = meaning {
        let free = stock.filter { $0.stock.key.sku == next.from.sku }.map(\.stock.available).max()
        if let free, free > 0 {
          here = bin.code
          instead = bin.code
          item = nil
          step = .item
          message = Message(
            .warn, [Text(zh: "换库位 \(bin.code)", en: "Other bin \(bin.code)")])
          return [.sound(.good)]
        }
      }
      if step == .bin {
        let wanted = bin(of: next)?.rawValue ?? ""
        return refuse([
          Text(zh: "库位不对", en: "Wrong bin"), got,
          Text(zh: "要去: \(wanted)", en: "Go to: \(wanted)"),
        ])
      }
      return refuse([
        Text(zh: "商品不对", en: "Wrong item"), got,
        Text(zh: "要拿: \(product.name.zh)", en: "Take: \(product.name.en)"),
      ])
    case .tote:
      return refuse([
        Text(zh: "不是周转箱", en: "Not its tote"), got,
        Text(zh: "要放 \(next.slot)号箱", en: "Put in slot \(next.slot)"),
      ])
    case .looking, .nothing, .offer, .bind, .reason, .full, .drop, .empty, .undo:
      return refuse([got])
    }
  }
}

extension ListView {
  /// The product of a line.
  func product(of line: PickLine) -> Product? {
    products.first { $0.sku == line.from.sku }
  }

  /// The bin of a line.
  func bin(of line: PickLine) -> Bin? {
    guard case .bin(let code) = line.from.holder else { return nil }
    return bins.first { $0.code == code }
  }
}

import Warehouse

extension ClusterPicking {
  /// A scan confirms the step, is a legal jump, or is asked about so that it can be refused by
  /// name.
  mutating func scanned(_ scan: Scanned) -> [Effect] {
    message = nil
    if let problem = scan.problem {
      return refuse([problem, Text(zh: "扫别的条码", en: "Scan another code")])
    }
    let code = scan.code
    switch step {
    case .bind:
      guard let view else { return [] }
      return bind(Code(code), view)
    case .bin:
      if !scan.namesGoods, let fact = scan.fact, let next {
        return refuse(wrongBin(next, got: fact))
      }
      return arrived(at: Code(code)) ?? [.ask(.meaning(code))]
    case .item:
      guard scan.namesGoods else { return noted(scan) }
      return took(scan) ?? arrived(at: Code(code)) ?? [.ask(.meaning(code))]
    case .tote(let quantity):
      guard scan.namesGoods else {
        if let refused = learn(scan, pieces: quantity) { return refuse(refused) }
        return settle(quantity)
      }
      return put(quantity, into: scan) ?? [.ask(.meaning(code))]
    case .reason:
      arrive()
      return scanned(scan)
    case .full:
      guard let view, let next else { return [] }
      binding = Code(code)
      return [
        .commit(.changeTote(list: view.list.code, slot: next.slot, tote: Code(code)))
      ]
    case .undo(let pick):
      return back(pick, into: Code(code))
    case .known(let quantity): return tell(scan, quantity)
    case .elsewhere, .digits, .substitute: return [.ask(.meaning(code))]
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
      forget()
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
  private mutating func took(_ scan: Scanned) -> [Effect]? {
    guard var view, let next else { return nil }
    let at = next.from.holder
    let lines = view.lines.filter { $0.open > 0 && $0.from.holder == at }
    // Of two lots of a product here, both wanted, the scanned one goes first.
    let named = lines.filter { scan.lot != nil && $0.from.lot == scan.lot }
    for line in named + [next] + lines {
      guard let units = view.product(of: line)?.units(of: scan) else { continue }
      let open = lines.filter { $0.from == line.from && $0.slot == line.slot }
        .reduce(0) { $0 + $1.open }
      guard units <= open else {
        return refuse(Self.tooLarge(units, open))
      }
      // Another product of the same bin goes first: no walking changes by it.
      if line.code != next.code, let index = view.lines.firstIndex(of: line),
        let front = view.lines.firstIndex(of: next)
      {
        view.lines.remove(at: index)
        view.lines.insert(line, at: front)
        self.view = view
      }
      if item != nil, item != line.from { forget() }
      item = line.from
      if let refused = learn(scan, pieces: units) {
        item = nil
        return refuse(refused)
      }
      switch scanning {
      case .once: return settle(units == 1 ? open : units)
      case .each: return settle(units)
      case .pack:
        let pack = self.product?.packagings.last { $0.units > 1 && $0.units <= open }
        if let pack, units == 1 {
          item = nil
          forget()
          return refuse([
            Text(zh: "请扫整包装", en: "Scan the pack"),
            Text(zh: "一包 \(pack.units) 件", en: "\(pack.units) in one"),
          ])
        }
        return settle(units)
      }
    }
    return nil
  }

  /// A label that tells of pieces without saying of which: kept until their item is scanned.
  private mutating func noted(_ scan: Scanned) -> [Effect] {
    if let refused = learn(scan, pieces: 1) { return refuse(refused) }
    let fact = scan.fact ?? Text("")
    message = Message(
      .plain,
      [
        Text(zh: "记下 \(fact.zh)", en: "Noted \(fact.en)"),
        Text(zh: "还要扫商品", en: "Now scan the item"),
      ])
    return [.sound(.good)]
  }

  private static func tooLarge(_ units: Int, _ open: Int) -> [Text] {
    [
      Text(zh: "一箱 \(units) 件, 太多", en: "Pack of \(units): too big"),
      Text(zh: "只要 \(open) 件", en: "Only \(open) wanted"),
    ]
  }

  /// The item that is in the hand once more: another piece where each is scanned.
  private mutating func again(_ units: Int, _ scan: Scanned, _ quantity: Int) -> [Effect] {
    guard let next else { return [] }
    guard units <= wanted else { return refuse(Self.tooLarge(units, wanted)) }
    guard scanning != .once || quantity < wanted && scan.serial != nil else {
      // It says nothing new.
      message = Message(
        .plain, [Text(zh: "放 \(next.slot)号箱", en: "Put in slot \(next.slot)")])
      return [.sound(.good)]
    }
    guard quantity + units <= wanted else {
      return refuse(Refusal.tooMany(asked: quantity + units, open: wanted).lines)
    }
    if let refused = learn(scan, pieces: units) { return refuse(refused) }
    return settle(quantity + units)
  }

  /// The tote of the line's slot; any other tote of the cart is refused with its slot.
  mutating func put(_ quantity: Int, into scan: Scanned) -> [Effect]? {
    guard let view, let next, let bin = bin(of: next) else { return nil }
    let tote = Code<Tote>(scan.code)
    if view.list.slots.first(where: { $0.number == next.slot })?.tote == tote {
      let lines = together.map(\.code)
      let command =
        lines.count > 1
        ? Command.stop(lines: lines, .pick(quantity: quantity, bin: bin, tote: tote))
        : .pick(line: next.code, quantity: quantity, bin: bin, tote: tote)
      return [.commit(told.isEmpty ? command : .told(command, told))]
    }
    if let slot = view.list.slots.first(where: { $0.tote == tote }) {
      return refuse([
        Text(zh: "周转箱不对", en: "Wrong tote"),
        Text(zh: "这是 \(slot.number)号箱", en: "This is slot \(slot.number)"),
        Text(zh: "要放 \(next.slot)号箱", en: "Put in slot \(next.slot)"),
      ])
    }
    if let units = view.product(of: next)?.units(of: scan) {
      return again(units, scan, quantity)
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
    if case .known(let quantity) = step { return toldBy(meaning, quantity) }
    if case .elsewhere = step, case .bin(let bin, _) = meaning { return sawElsewhere(bin.code) }
    if case .unit(let unit, _) = meaning, step == .item { return took(unit) }
    let got = Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)")
    switch step {
    case .bin, .item:
      if case .bin(let bin, let stock) = meaning {
        let free = stock.filter { $0.stock.key.sku == next.from.sku }.map(\.stock.available).max()
        if let free, free > 0 {
          here = bin.code
          instead = bin.code
          item = nil
          forget()
          step = .item
          message = Message(
            .warn, [Text(zh: "换库位 \(bin.code)", en: "Other bin \(bin.code)")])
          return [.sound(.good)]
        }
      }
      if step == .bin { return refuse(wrongBin(next, got: meaning.text)) }
      return refuse([
        Text(zh: "商品不对", en: "Wrong item"), got,
        Text(zh: "要拿: \(product.name.zh)", en: "Take: \(product.name.en)"),
      ])
    case .tote:
      return refuse([
        Text(zh: "不是周转箱", en: "Not its tote"), got,
        Text(zh: "要放 \(next.slot)号箱", en: "Put in slot \(next.slot)"),
      ])
    case .elsewhere:
      return refuse([
        Text(zh: "不是库位", en: "Not a bin"), got,
        Text(zh: "扫货在的库位", en: "Where do they lie?"),
      ])
    case .digits: return refuse([got, Text(zh: "要手输校验码", en: "Type the digits")])
    case .bind, .full: return refuse([got, screen.prompt.label])
    case .looking, .nothing, .offer, .reason, .drop, .empty, .undo, .known, .substitute:
      return refuse([got])
    }
  }

  private func wrongBin(_ next: PickLine, got: Text) -> [Text] {
    let wanted = bin(of: next)?.rawValue ?? ""
    return [
      Text(zh: "库位不对", en: "Wrong bin"),
      Text(zh: "扫到: \(got.zh)", en: "Got: \(got.en)"),
      Text(zh: "要去: \(wanted)", en: "Go to: \(wanted)"),
    ]
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

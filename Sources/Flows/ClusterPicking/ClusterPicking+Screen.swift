import Warehouse

extension ClusterPicking {
  /// The prompt for a bin.
  public static let scanBin = Text(zh: "扫库位", en: "Scan bin")
  /// The prompt for an item.
  public static let scanItem = Text(zh: "扫商品", en: "Scan item")
  /// The prompt for an empty tote.
  public static let scanEmptyTote = Text(zh: "扫空周转箱", en: "Scan an empty tote")
  /// The prompt for the tote that the zone before passes on.
  public static let scanPassedTote = Text(zh: "扫传来的箱", en: "Scan passed tote")
  /// The prompt for the tote of a slot.
  public static func scanTote(_ slot: Int) -> Text {
    Text(zh: "扫\(slot)号箱", en: "Scan tote \(slot)")
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let view else {
      return Screen(
        title: Text(zh: "拣货", en: "Picking"), message: message,
        prompt: step == .nothing
          ? .read(Text(zh: "没有待拣单", en: "No list waiting"))
          : .wait(Text(zh: "请稍候", en: "One moment")),
        keys: step == .nothing
          ? [KeyHint(.enter, Text(zh: "返回", en: "Back"))] : [.back])
    }
    var screen = Screen(
      title: Text(zh: "拣货 \(view.list.code)", en: "Pick \(view.list.code)"),
      progress: view.list.state == .picking ? recorded : nil, message: message,
      prompt: .wait(Text(zh: "请稍候", en: "One moment")), keys: [.back, .lookup],
      panes: [.map(map(view))])
    screen.job = Text(
      zh: "\(view.carrier.zh) 截\(clock(view))", en: "\(view.carrier.en) by \(clock(view))")
    switch step {
    case .looking, .nothing: break
    case .offer:
      screen.body = offer(view)
      screen.prompt = .confirm(Text(zh: "Enter 领单", en: "Enter: take it"))
    case .bind:
      bindScreen(view, &screen)
    case .bin, .item, .tote, .known:
      guard let next else { break }
      screen.body = stop(view, next)
      // What is the same at every step comes first and stands still. F5 looks up at all of them; at
      // the bin and the tote its place is taken.
      screen.keys = [.back, .skip, .short, .lookup]
      if case .tote = step { screen.keys[3] = .full }
      if step == .bin { screen.keys[3] = .damagedLabel }
      if isLast { screen.keys.removeAll { $0 == .skip } }
      if picks { screen.keys.append(.undo) }
      screen.prompt = prompt(next)
    case .reason:
      guard let next else { break }
      screen.body = [.fact(Fact(name(next), weight: .strong))]
      screen.prompt = .choose(
        Text(zh: "缺 \(wanted) 件, 为什么?", en: "\(wanted) short, why?"),
        reasons.map { Choice($0.rawValue, $0.text) })
      screen.keys = [.back]
    case .full:
      guard let next, let slot = view.list.slots.first(where: { $0.number == next.slot }) else {
        break
      }
      screen.body = [
        .fact(
          Fact(Text(zh: "\(slot.number)号箱满", en: "Slot \(slot.number) full"), weight: .headline)),
        .fact(
          Fact(Text(zh: "满箱", en: "Full tote"), trailing: Text(slot.tote?.rawValue ?? ""))),
        .gap, .gauge(gauges(view, marking: slot.number)),
      ]
      screen.prompt = .scan(Self.scanEmptyTote)
      screen.keys = [.back, .lookup]
    case .drop:
      screen.body = [
        .fact(Fact(Text(zh: "去集货点放箱", en: "Totes to the drop"), weight: .headline))
      ]
      if let next = afterwards(view) { screen.body.append(.fact(next)) }
      screen.body += [.gap, .gauge(gauges(view))]
      screen.prompt = .confirm(Text(zh: "Enter 已放好", en: "Enter: set down"))
      screen.keys = [.back, picks ? .undo : .lookup]
    case .empty(let key): emptyScreen(key, &screen)
    case .undo(let pick): undoScreen(pick, &screen)
    case .digits: digitsScreen(&screen)
    case .elsewhere: elsewhereScreen(&screen)
    case .substitute(let other): substituteScreen(other, &screen)
    }
    return screen
  }

  private func offer(_ view: ListView) -> [Screen.Body] {
    let lines = view.lines.filter { $0.open > 0 }
    let pieces = lines.reduce(0) { $0 + $1.open }
    let walk = view.list.walk
    let empty = view.unbound.filter { view.passed[$0.number] == nil }
    let left: [Screen.Body] =
      view.list.state == .picking
      ? [
        .fact(
          Fact(
            Text(zh: "接手", en: "Left by"), trailing: view.list.badge.map { Text($0.rawValue) },
            weight: .strong, rank: 1))
      ] : []
    return left + [
      .fact(
        Fact(
          Text(zh: "\(view.orders) 单", en: view.orders.counted("order")),
          trailing: Text(
            zh: "\(lines.count)行 \(pieces)件", en: "\(lines.count.counted("line")) \(pieces) pcs"),
          weight: .headline)),
      .gap,
      .fact(
        Fact(
          Text(zh: "路径 \(metres(walk.length))", en: "Walk \(metres(walk.length))"),
          trailing: walk.proven ? Text(zh: "最短", en: "shortest") : nil)),
      .fact(
        Fact(
          Text(zh: "约 \(minutes(view)) 分钟", en: "About \(minutes(view)) min"))),
      .fact(
        Fact(
          Text(view.carrier),
          trailing: Text(
            zh: "截\(clock(view))", en: "by \(clock(view))"))),
      .fact(
        Fact(
          Text(zh: "需要空箱", en: "Empty totes"),
          trailing: Text("\(empty.count)"))),
      .fact(
        Fact(
          view.list.way.text, trailing: view.list.zone.map { Text($0.rawValue) }, rank: 3)),
    ]
      + (view.passed.isEmpty
        ? []
        : [
          .fact(
            Fact(
              Text(zh: "接上一区的箱", en: "Totes passed on"),
              trailing: Text("\(view.passed.count)")))
        ])
  }

  /// Where the totes go from the drop, when it is not each to a bench.
  private func afterwards(_ view: ListView) -> Fact? {
    switch view.list.way {
    case .discrete, .cluster: nil
    case .batch: Fact(Text(zh: "再送播种墙", en: "then to a put wall"))
    case .bulk: Fact(Text(zh: "爆款送打包台", en: "then to a bench"))
    case .zone:
      view.passing.isEmpty
        ? nil
        : Fact(
          Text(zh: "传下一区:", en: "Next zone:"),
          trailing: Text(view.passing.map(String.init).joined(separator: " ")), weight: .strong)
    }
  }

  private func bindScreen(_ view: ListView, _ screen: inout Screen) {
    guard let slot = slotToBind else { return }
    let passed = view.passed[slot.number]
    screen.progress = Progress(
      done: view.list.slots.filter { $0.tote != nil }.count, of: view.list.slots.count)
    screen.body = [
      .fact(Fact(Text(zh: "\(slot.number)号位", en: "Slot \(slot.number)"), weight: .headline)),
      .fact(
        Fact(
          slot.order.map { Text(zh: "订单 \($0)", en: "Order \($0)") }
            ?? Text(zh: "\(view.orders) 单放一起", en: "\(view.orders.counted("order")) in one"))),
    ]
    if let passed {
      screen.body.append(
        .fact(
          Fact(
            Text(zh: "接箱", en: "Passed on"), trailing: Text(passed.rawValue), weight: .strong)))
    }
    screen.body += [.gap, .gauge(gauges(view))]
    screen.prompt = .scan(passed == nil ? Self.scanEmptyTote : Self.scanPassedTote)
  }

  /// The stop: where, what, how many and into which tote, always in the same places, so that the
  /// eye finds them and a slow link has little to send.
  private func stop(_ view: ListView, _ next: PickLine) -> [Screen.Body] {
    var body: [Screen.Body] = []
    let code = bin(of: next)?.rawValue ?? ""
    body.append(.fact(Fact(Text(code), weight: .headline)))
    if let bin = view.bin(of: next), instead == nil {
      let aisle = view.site.layout.aisles[bin.aisle].code
      body.append(
        .fact(
          Fact(
            Text(
              zh: "\(aisle)巷 \(bin.side == .left ? "左侧" : "右侧") \(bin.level)层",
              en: "Aisle \(aisle) \(bin.side == .left ? "left" : "right") L\(bin.level)"), rank: 3))
      )
    }
    body.append(.gap)
    body.append(.fact(Fact(name(next), weight: .strong, rank: 1, rows: 2)))
    let barcode = view.product(of: next)?.packagings.first?.barcodes.first ?? next.from.sku.rawValue
    body.append(.fact(Fact(Text(barcode), rank: 5)))
    body.append(dated(view, next))
    body.append(.fact(take(next)))
    if let tote = view.list.slots.first(where: { $0.number == next.slot })?.tote {
      body.append(
        .fact(Fact(Text(zh: "周转箱", en: "Tote"), trailing: Text(tote.rawValue), rank: 3)))
    }
    body.append(.gap)
    body += ahead(view, next)
    body.append(.gauge(gauges(view, marking: next.slot)))
    return body
  }

  /// Lot and date; an empty row where these pieces have none, kept where others of the list do.
  private func dated(_ view: ListView, _ next: PickLine) -> Screen.Body {
    let from = next.from
    guard !from.lot.isEmpty || from.expiry != nil else {
      let anyHas = view.lines.contains { !$0.from.lot.isEmpty || $0.from.expiry != nil }
      return anyHas ? .fact(Fact(Text(" "), rank: 3)) : .gap
    }
    let expiry = from.expiry?.short ?? ""
    return .fact(
      Fact(
        Text(zh: "批 \(from.lot)", en: "Lot \(from.lot)"),
        trailing: expiry.isEmpty ? nil : Text(zh: "期 \(expiry)", en: "exp \(expiry)"), rank: 3))
  }

  private func take(_ next: PickLine) -> Fact {
    let quantity =
      switch step {
      case .tote(let counted), .known(let counted): counted
      case .looking, .nothing, .offer, .bind, .bin, .item, .reason, .full, .drop, .empty, .undo,
        .digits, .elsewhere, .substitute:
        wanted
      }
    // Where every piece or pack is scanned, those in the hand are not all there are to take.
    let isCounting = scanning != .once && quantity < wanted
    return Fact(
      isCounting
        ? Text(zh: "已拿 \(quantity)/\(wanted) 件", en: "Have \(quantity)/\(wanted)")
        : Text(zh: "取 \(quantity) 件", en: "Take \(quantity)"),
      trailing: Text(zh: "放 \(next.slot)号箱", en: "to slot \(next.slot)"), weight: .strong, rank: 0)
  }

  /// The stop after this one, at last the drop, and what is left.
  private func ahead(_ view: ListView, _ next: PickLine) -> [Screen.Body] {
    let stops = openStops(view)
    let here = stops.first?.reached ?? view.list.walk.length
    let then = stops.dropFirst().first
    let metres = max(0, (then?.reached ?? view.list.walk.length) - here)
    var body: [Screen.Body] = [
      .fact(
        Fact(
          then.map { Text(zh: "下站 \($0.bin)", en: "Then \($0.bin)") }
            ?? Text(zh: "下站 集货点", en: "Then the drop"),
          trailing: Text(self.metres(metres)), rank: 4))
    ]
    let left = self.metres(ahead(view))
    let lines = view.lines.filter { $0.open > 0 }.count
    body.append(
      .fact(
        Fact(
          Text(zh: "剩\(stops.count)站 \(left)", en: "\(stops.count.counted("stop")) \(left)"),
          trailing: Text(zh: "\(lines)行", en: lines.counted("line")), rank: 4)))
    return body
  }

  private func prompt(_ next: PickLine) -> Prompt {
    switch step {
    case .item: .scan(Self.scanItem)
    case .tote(let quantity):
      .quantity(Self.scanTote(next.slot), proposed: quantity)
    case .known(let quantity): knownPrompt(quantity)
    case .looking, .nothing, .offer, .bind, .bin, .reason, .full, .drop, .empty, .undo, .digits,
      .elsewhere, .substitute:
      .scan(Self.scanBin)
    }
  }

  private func name(_ line: PickLine) -> Text {
    view?.product(of: line).map { Text($0.name) } ?? Text(line.from.sku.rawValue)
  }

  private func gauges(_ view: ListView, marking slot: Int? = nil) -> [Gauge] {
    view.list.slots.map { each in
      let lines = view.lines.filter { $0.slot == each.number && $0.state != .released }
      return Gauge(
        Text("\(each.number)"), done: lines.reduce(0) { $0 + $1.picked },
        of: lines.reduce(0) { $0 + $1.quantity }, marked: each.number == slot)
    }
  }

  func metres(_ millimetres: Int) -> String { "\((millimetres + 500) / 1000)m" }

  private func clock(_ view: ListView) -> String {
    view.cutOff.clock(utcOffset: view.site.utcOffset)
  }

  /// Walking time of what is open plus 5 s a tote, 15 s a stop, 10 s an item and 2 s a unit.
  private func minutes(_ view: ListView) -> Int {
    let walking = view.list.walk.length / max(1, view.site.walkingSpeed)
    let lines = view.lines.filter { $0.open > 0 }
    let pieces = lines.reduce(0) { $0 + $1.open }
    let stops = Set(lines.map(\.from.holder)).count
    let items = Set(lines.map(\.from)).count
    let seconds = walking + 5 * view.unbound.count + 15 * stops + 10 * items + 2 * pieces
    return max(1, (seconds + 30) / 60)
  }
}

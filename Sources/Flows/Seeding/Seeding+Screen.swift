import Warehouse

extension Seeding {
  /// The prompt for a tote.
  public static let scanSource = Text(zh: "扫合拣箱", en: "Scan a batch tote")
  /// The prompt for a wall.
  public static let scanWall = Text(zh: "扫播种墙", en: "Scan a wall")
  /// The prompt for an item.
  public static let scanItem = Text(zh: "扫商品播种", en: "Scan item to seed")
  /// The prompt for the label of a slot, or its tote.
  public static func scanSlot(_ number: Int) -> Text {
    Text(zh: "扫\(number)格或它的箱", en: "Scan slot \(number)")
  }
  /// The prompt for the first tote of a slot.
  public static func scanEmptyTote(_ number: Int) -> Text {
    Text(zh: "扫空箱放进\(number)格", en: "Empty tote for \(number)")
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let view else {
      return Screen(
        title: Text(zh: "播种", en: "Seeding"), message: message, prompt: .scan(Self.scanSource),
        keys: [.back, .lookup])
    }
    var screen = Screen(
      title: Text(zh: "播种 \(view.tote)", en: "Seed \(view.tote)"), progress: view.progress,
      message: message, prompt: .wait(Text(zh: "请稍候", en: "One moment")),
      keys: [.back, .lookup], panes: panes(view))
    switch state {
    case .source, .looking, .opening: break
    case .wall:
      screen.body = view.walls.map { room in
        .fact(
          Fact(
            Text(room.wall.code.rawValue),
            trailing: Text(zh: "空 \(room.free)", en: "\(room.free) free")))
      }
      screen.prompt = .scan(Self.scanWall)
    case .item:
      screen.body = item(view)
      screen.prompt = .scan(Self.scanItem)
      screen.keys = [.back, .missing, .lookup]
    case .slot(_, let want, let quantity):
      let slot = view.slot(of: want.order)
      screen.body = place(view, want, quantity)
      screen.prompt = .quantity(
        slot?.tote == nil
          ? Self.scanEmptyTote(slot?.number ?? 0) : Self.scanSlot(slot?.number ?? 0),
        proposed: quantity)
    case .missing:
      let left = view.content.reduce(0) { $0 + $1.quantity }
      screen.body = view.content.filter { $0.quantity > 0 }.map { content in
        .fact(Fact(name(content.sku, view), trailing: Text("\(content.quantity)")))
      }
      screen.prompt = .choose(
        Text(zh: "账上还有 \(left) 件", en: "\(left) by the book"),
        [
          Choice("lost", Text(zh: "没有了, 记缺", en: "Not there: short")),
          Choice("back", Text(zh: "继续找", en: "Go on looking")),
        ])
      screen.keys = [.back]
    }
    return screen
  }

  private func item(_ view: SeedView) -> [Screen.Body] {
    let left = view.content.reduce(0) { $0 + $1.quantity }
    let progress = view.progress
    return [
      .fact(Fact(Text(zh: "还有 \(left) 件", en: "\(left) in the tote"), weight: .headline)),
      .fact(
        Fact(
          Text(zh: "已拣 \(progress.total)", en: "Picked \(progress.total)"),
          trailing: Text(zh: "已播 \(progress.done)", en: "seeded \(progress.done)"))), .gap,
    ]
      + view.content.filter { $0.quantity > 0 }.enumerated().map { index, content in
        .fact(
          Fact(
            name(content.sku, view), trailing: Text("\(content.quantity)"),
            rank: 3 + min(index, 20)))
      } + [.gauge(gauges(view))]
  }

  /// The slot in the largest type there is, and how many go there.
  private func place(
    _ view: SeedView, _ want: SeedView.Want, _ quantity: Int
  ) -> [Screen.Body] {
    let slot = view.slot(of: want.order)
    return [.fact(Fact(Text(String(slot?.number ?? 0)), weight: .headline))]
      + BigDigits.facts(slot?.number ?? 0)
      + [
        .fact(
          Fact(
            Text(zh: "放 \(quantity) 件", en: "Put \(quantity)"),
            trailing: Text(
              view.wall.map { $0.label(of: slot?.number ?? 0) } ?? ""), weight: .strong, rank: 0)),
        .gap, .fact(Fact(name(want.sku, view), weight: .strong)),
        .fact(
          Fact(
            Text(want.order.rawValue), trailing: slot?.tote.map { Text($0.rawValue) }, rank: 4)),
        .gauge(gauges(view, marking: slot?.number)),
      ]
  }

  private func name(_ sku: Code<Product>, _ view: SeedView) -> Text {
    view.products.first { $0.sku == sku }.map { Text($0.name) } ?? Text(sku.rawValue)
  }

  /// A bar for each slot of the list's orders.
  private func gauges(_ view: SeedView, marking number: Int? = nil) -> [Gauge] {
    view.slots.compactMap { slot in
      let own = view.wants.filter { $0.order == slot.order }
      guard !own.isEmpty else { return nil }
      return Gauge(
        Text("\(slot.number)"), done: own.reduce(0) { $0 + $1.seeded },
        of: own.reduce(0) { $0 + $1.picked }, marked: slot.number == number)
    }
  }

  /// The wall as it stands, six slots a row: `[07]` is the slot to put into, `##` is complete;
  /// under each slot of the list, what of it is seeded.
  private func panes(_ view: SeedView) -> [Pane] {
    guard let wall = view.wall else { return [] }
    var marked: Int?
    if case .slot(_, let want, _) = state { marked = view.slot(of: want.order)?.number }
    let across = 6
    let rows = stride(from: 1, through: wall.slots, by: across).flatMap { start in
      let numbers = start...min(start + across - 1, wall.slots)
      let isMarked = marked.map(numbers.contains) ?? false
      func row(_ cells: [String]) -> Fact {
        let padded = cells.map { $0 + String(repeating: " ", count: max(0, 8 - $0.count)) }
        return Fact(Text(padded.joined()), weight: isMarked ? .strong : .plain)
      }
      return [
        row(numbers.map { cell($0, marked, view) }), row(numbers.map { count($0, view) }),
        Fact(Text("")),
      ]
    }
    return [
      .list(
        Text(
          zh: "\(wall.code)  [ ]放这里 ##齐 ..空", en: "\(wall.code)  [ ] here, ## done, .. free"), rows)
    ]
  }

  private func count(_ number: Int, _ view: SeedView) -> String {
    guard let order = view.slots.first(where: { $0.number == number })?.order else { return "" }
    let own = view.wants.filter { $0.order == order }
    guard !own.isEmpty else { return "" }
    return " \(own.reduce(0) { $0 + $1.seeded })/\(own.reduce(0) { $0 + $1.picked })"
  }

  private func cell(_ number: Int, _ marked: Int?, _ view: SeedView) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 2 - digits.count)) + digits
    if number == marked { return "[\(padded)]" }
    guard let slot = view.slots.first(where: { $0.number == number }) else { return " .. " }
    let own = view.wants.filter { $0.order == slot.order }
    let isWhole = !own.isEmpty && own.allSatisfy { $0.open == 0 }
    return isWhole ? " ## " : " \(padded) "
  }
}

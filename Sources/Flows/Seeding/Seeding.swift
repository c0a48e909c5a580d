import Barcodes
import Warehouse

/// Seeding 播种: pieces picked together are sorted by order into the slots of a put wall.
///
/// Scan the tote; its list gets slots of a wall, which is scanned when there are several. Then
/// scan an item: the slot it goes to stands on the screen as large as the glass allows, with how
/// many of it, and the wall is drawn with the slot marked. The slot's label or the tote in it
/// confirms; a slot that has no tote yet takes the empty one that is scanned. Another slot is
/// refused by its number and the right one. Fewer at a time may be typed. A slot that has
/// everything is told: its tote goes to a bench, and the slot is free. An item nobody waits for is
/// refused by name. F9 says that the rest of the tote is not there: the least urgent orders go
/// short. F3 goes a step back; what is seeded stays seeded.
public struct Seeding: Flow {
  /// The name under which the flow is saved.
  public static let kind = "seeding"
  /// The version of the saved form.
  public static let version = 1

  enum State: Hashable, Codable {
    /// Waits for a tote.
    case source
    /// Asks what is to be seeded from a tote.
    case looking(Code<Tote>)
    /// Waits for a wall.
    case wall(SeedView)
    /// Gives the orders their slots.
    case opening(SeedView)
    /// Waits for an item.
    case item(SeedView)
    /// Waits for the slot of an order, with so many pieces in the hand.
    case slot(SeedView, SeedView.Want, Int)
    /// Waits for a word on pieces that are not there.
    case missing(SeedView)
  }

  var state = State.source
  var message: Message?
  let first: String?
  /// The tote that is scanned for the slot.
  var putting: Code<Tote>?

  /// Makes the job, perhaps with the code of a first tote.
  public init(code: String? = nil) {
    first = code
  }

  /// Pieces of the list that are seeded.
  public var recorded: Progress? { view.map(\.progress) }

  var view: SeedView? {
    switch state {
    case .source, .looking: nil
    case .wall(let view), .opening(let view), .item(let view), .slot(let view, _, _),
      .missing(let view):
      view
    }
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun: return first.map { look(Code($0)) } ?? []
    case .scan(let scan): return scanned(Scanned(scan).code)
    case .entered(let text): return entered(text)
    case .chosen(let id): return chosen(id)
    case .answer(.seeding(let view)): return loaded(view)
    case .answer(.notSeedable(.pickedAs(let tote, .bulk))) where tote.rawValue == first:
      return [.become(Packing(code: tote.rawValue))]
    case .answer(.notSeedable(let refusal)):
      state = .source
      if case .unknown(let code) = refusal { return [.ask(.meaning(code))] }
      return refuse(refusal.lines)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .outcome(.done(let receipt)): return done(receipt)
    case .outcome(.refused(let refusal)): return refused(refusal)
    case .key(let key): return pressed(key)
    case .confirmed, .answer, .verified, .returned, .changed: return []
    }
  }

  private mutating func look(_ tote: Code<Tote>) -> [Effect] {
    state = .looking(tote)
    return [.ask(.seeding(tote.rawValue))]
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch state {
    case .source: return look(Code(code))
    case .wall(let view):
      guard let room = view.walls.first(where: { $0.wall.code.rawValue == code }) else {
        return [.ask(.meaning(code))]
      }
      return open(room.wall.code, view)
    case .item(let view), .missing(let view):
      state = .item(view)
      return took(code, view) ?? [.ask(.meaning(code))]
    case .slot(let view, let want, let quantity): return put(quantity, want, view, code)
    case .looking, .opening: return []
    }
  }

  private mutating func open(_ wall: Code<PutWall>, _ view: SeedView) -> [Effect] {
    state = .opening(view)
    return [.commit(.openWall(list: view.list, wall: wall))]
  }

  private mutating func loaded(_ view: SeedView) -> [Effect] {
    guard view.wall == nil else {
      state = .item(view)
      return [.sound(.good)]
    }
    guard view.walls.count == 1, let only = view.walls.first else {
      state = .wall(view)
      return view.walls.isEmpty
        ? refuse([Text(zh: "没有播种墙", en: "There is no wall")]) : [.sound(.good)]
    }
    return open(only.wall.code, view)
  }

  /// The first slot in order that waits for the item, as many as it wants and the tote has.
  private mutating func took(_ code: String, _ view: SeedView) -> [Effect]? {
    guard let product = view.products.first(where: { $0.units(of: code) != nil }),
      let units = product.units(of: code)
    else { return nil }
    let inTote = view.inTote(product.sku)
    let waiting = view.wants.filter { $0.sku == product.sku && $0.open > 0 }
    guard inTote > 0, !waiting.isEmpty else {
      return refuse([
        Text(zh: "多了一件", en: "One too many"), Text(product.name),
        Text(zh: "拿出来放一边", en: "Take it out"),
      ])
    }
    guard let want = waiting.first(where: { $0.open >= units }), inTote >= units else {
      let most = min(inTote, waiting.map(\.open).max() ?? 0)
      return refuse([
        Text(zh: "一箱 \(units) 件, 太多", en: "Pack of \(units): too many"),
        Text(zh: "每格最多 \(most) 件", en: "At most \(most) a slot"),
      ])
    }
    state = .slot(view, want, units == 1 ? min(want.open, inTote) : units)
    return [.sound(.good)]
  }

  /// The label of the order's slot, or the tote that stands or will stand in it.
  private mutating func put(
    _ quantity: Int, _ want: SeedView.Want, _ view: SeedView, _ code: String
  ) -> [Effect] {
    guard let slot = view.slot(of: want.order), let wall = view.wall else { return [] }
    if let number = wall.slot(labelled: code) {
      guard number == slot.number else { return refuse(wrong(number, slot.number)) }
      guard let tote = slot.tote else {
        return refuse([
          Text(zh: "\(number)格还没有箱", en: "Slot \(number) has none"),
          Text(zh: "扫一个空周转箱", en: "Scan an empty tote"),
        ])
      }
      return seed(quantity, want, view, tote)
    }
    if let other = view.slots.first(where: { $0.tote?.rawValue == code }) {
      guard other.number == slot.number else {
        return refuse(wrong(other.number, slot.number))
      }
      return seed(quantity, want, view, Code(code))
    }
    // The same item once more says nothing new.
    if view.products.first(where: { $0.sku == want.sku })?.units(of: code) != nil {
      message = Message(.plain, [Text(zh: "放 \(slot.number)格", en: "Put in slot \(slot.number)")])
      return [.sound(.good)]
    }
    return slot.tote == nil ? seed(quantity, want, view, Code(code)) : [.ask(.meaning(code))]
  }

  private mutating func seed(
    _ quantity: Int, _ want: SeedView.Want, _ view: SeedView, _ tote: Code<Tote>
  ) -> [Effect] {
    putting = tote
    return [
      .commit(
        .seed(
          from: view.tote, order: want.order, sku: want.sku, quantity: quantity, tote: tote))
    ]
  }

  private mutating func done(_ receipt: Receipt) -> [Effect] {
    switch (receipt, state) {
    case (.plain, .opening(let view)):
      return look(view.tote)
    case (.seeded(let left, let isWhole), .slot(var view, let want, let quantity)):
      guard let slot = view.slot(of: want.order) else { return [] }
      view.seed(quantity, want, putting)
      state = left == 0 ? .source : .item(view)
      message = Message(
        .good,
        isWhole
          ? [
            Text(zh: "\(slot.number)格齐了, 送打包", en: "Slot \(slot.number) complete"),
            Text(zh: "箱 \(putting?.rawValue ?? "")", en: "to pack: \(putting?.rawValue ?? "")"),
          ]
          : [
            Text(
              zh: "好: \(quantity) 件放 \(slot.number)格",
              en: "OK: \(quantity) in slot \(slot.number)")
          ])
      if left == 0 {
        message?.lines.append(Text(zh: "箱 \(view.tote) 已播完", en: "Tote \(view.tote) is done"))
      }
      putting = nil
      return [.sound(.good)]
    case (.lost(let count), .missing(let view)):
      state = .source
      message = Message(
        .warn,
        [Text(zh: "\(view.tote) 缺 \(count) 件已记", en: "\(view.tote): \(count) short")])
      return [.sound(.good)]
    case (.plain, _), (.signedIn, _), (.allocated, _), (.picked, _), (.shorted, _), (.opened, _),
      (.verified, _), (.closed, _), (.gathered, _), (.seeded, _), (.packedNext, _), (.lost, _),
      (.emptied, _), (.counted, _), (.tried, _), (.relotted, _), (.carried, _), (.levered, _),
      (.caged, _), (.uncaged, _), (.manifested, _), (.handedOver, _), (.filled, _), (.dropped, _):
      return []
    }
  }

  /// A refusal that says somebody else was at the tote or the wall meanwhile reads both again.
  private mutating func refused(_ refusal: Refusal) -> [Effect] {
    if case .unknown(let code) = refusal, case .slot(let view, _, _) = state,
      code != view.tote.rawValue
    {
      return [.ask(.meaning(code))]
    }
    let effects = refuse(refusal.lines)
    if let view, refusal == .unknown(view.tote.rawValue) { return effects + look(view.tote) }
    switch (state, refusal) {
    case (.opening(let view), _):
      state = .wall(view)
      return effects
    case (.slot(let view, _, _), .tooMany), (.slot(let view, _, _), .nobodyWants),
      (.slot(let view, _, _), .wrongTote), (.missing(let view), _):
      return effects + look(view.tote)
    case (.source, _), (.looking, _), (.wall, _), (.item, _), (.slot, _):
      return effects
    }
  }

  private mutating func entered(_ text: String) -> [Effect] {
    guard case .slot(let view, let want, _) = state, let quantity = Int(text) else { return [] }
    let most = min(want.open, view.inTote(want.sku))
    guard (1...most).contains(quantity) else {
      return refuse(
        quantity > most
          ? Refusal.tooMany(asked: quantity, open: most).lines
          : [Text(zh: "0 件请按 F3", en: "None? Press F3")])
    }
    state = .slot(view, want, quantity)
    let slot = view.slot(of: want.order)?.number ?? 0
    message = Message(
      .plain, [Text(zh: "\(quantity) 件, 放 \(slot)格", en: "\(quantity), put in slot \(slot)")])
    return []
  }

  private mutating func chosen(_ id: String) -> [Effect] {
    guard case .missing(let view) = state else { return [] }
    guard id == "lost" else {
      state = .item(view)
      return []
    }
    return [.commit(.lose(from: view.tote))]
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch key {
    case .function(5): return [.open(Lookup())]
    case .function(9):
      guard case .item(let view) = state else { return [] }
      message = nil
      state = .missing(view)
      return []
    case .escape, .function(3): return back()
    case .character, .function, .enter, .backspace, .delete, .tab, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .control:
      return []
    }
  }

  private mutating func back() -> [Effect] {
    switch state {
    case .source: return [.close]
    case .slot(let view, _, _), .missing(let view): state = .item(view)
    case .wall, .item: state = .source
    case .looking, .opening: return []
    }
    message = nil
    return []
  }

  mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }

  private func wrong(_ got: Int, _ wanted: Int) -> [Text] {
    [
      Text(zh: "播种格不对", en: "Wrong slot"),
      Text(zh: "这是 \(got)格", en: "This is slot \(got)"),
      Text(zh: "要放 \(wanted)格", en: "Put in slot \(wanted)"),
    ]
  }

  /// Something that is not the step's answer has a name now.
  private mutating func named(_ meaning: Meaning) -> [Effect] {
    let got = Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)")
    switch state {
    case .slot(let view, let want, _):
      let number = view.slot(of: want.order)?.number ?? 0
      return refuse([
        Text(zh: "不是播种格", en: "Not its slot"), got,
        Text(zh: "要放 \(number)格", en: "Put in slot \(number)"),
      ])
    case .wall:
      return refuse([Text(zh: "不是播种墙", en: "Not a wall"), got, Self.scanWall])
    case .item, .missing:
      return refuse([
        Text(zh: "没有订单要这个", en: "Nobody wants this"), got,
        Text(zh: "拿出来放一边", en: "Take it out"),
      ])
    case .source: return refuse(meaning.instead(ofFull: Self.scanSource))
    case .looking, .opening: return refuse([got])
    }
  }
}

extension SeedView.Want {
  /// Base units still to be seeded.
  var open: Int { picked - seeded }
}

extension SeedView {
  /// Pieces seeded of those picked.
  var progress: Progress {
    Progress(done: wants.reduce(0) { $0 + $1.seeded }, of: wants.reduce(0) { $0 + $1.picked })
  }

  /// The slot of an order.
  func slot(of order: Code<Order>) -> WallSlot? { slots.first { $0.order == order } }

  /// Base units of a product in the tote.
  func inTote(_ sku: Code<Product>) -> Int {
    content.first { $0.sku == sku }?.quantity ?? 0
  }

  /// The view after pieces were put into an order's slot.
  mutating func seed(_ quantity: Int, _ want: Want, _ tote: Code<Tote>?) {
    if let index = wants.firstIndex(where: { $0.order == want.order && $0.sku == want.sku }) {
      wants[index].seeded += quantity
    }
    if let index = content.firstIndex(where: { $0.sku == want.sku }) {
      content[index].quantity -= quantity
    }
    if let index = slots.firstIndex(where: { $0.order == want.order }) {
      slots[index].tote = tote
    }
  }
}

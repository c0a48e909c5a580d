import Flows
import Station
import Warehouse

extension DrillFloor {
  /// What the eye sees where the person stands.
  public var view: WorldView {
    var view = WorldView(
      place: place, bin: nil, today: drill.day, things: [], happened: world.happened)
    if handheld.conversation.session == nil {
      view.things.append(
        WorldView.Thing("badge", .badge, Text(zh: "工牌", en: "badge"), code: Self.trainee))
    }
    if !isPrologue { view.things += notes }
    if case .bin(let code) = world.place {
      view.bin = code
      view.things += shelf(code)
    }
    switch drill.job {
    case .picker:
      view.things += cart(named: "C01")
      if case .drop = world.place { view.things += dropped }
    case .packer, .seeder:
      view.things += isPrologue ? cart(named: "C01") : benchThings
    case .sorter: view.things += isPrologue ? cart(named: "C01") : sortThings
    case .house, .supervisor:
      view.things += cart(named: "C02")
      view.things += dropped
    }
    if !isPrologue { view.hint = hint(view) }
    return view
  }

  /// What lies on the desk.
  private var notes: [WorldView.Thing] {
    drill.notes.enumerated().map { index, note in
      var thing = WorldView.Thing("note/\(index)", .note, text(of: note))
      thing.bin = note.at
      if note.work == .teach, let code = state.unknownCodes[note.at] {
        thing.code = code
        thing.digits = product(note.at)?.packagings.first?.barcodes.first
      }
      return thing
    }
  }

  /// What the coach says here; somebody who asks hears all of it, where there is a coach at all.
  func hint(_ view: WorldView, isAsked: Bool = false) -> Text? {
    switch drill.coaching {
    case .full: Coach.hint(screen, view)
    case .letters:
      isAsked ? Coach.hint(screen, view) : Coach.hint(screen, view).map(Coach.letters)
    case .asked: isAsked ? Coach.hint(screen, view) : nil
    case .none: nil
    }
  }

  private var place: Text {
    switch world.place {
    case .start: Text(zh: "起点", en: "start")
    case .drop: Text(zh: "集货点", en: "drop")
    case .bench: Text(zh: "打包台", en: "bench")
    case .bin(let code): Text(zh: "库位 \(code)", en: "bin \(code)")
    }
  }

  private func text(of note: Drill.Note) -> Text {
    switch note.work {
    case .count: Text(zh: "请盘点 \(note.at)", en: "Please count \(note.at)")
    case .teach:
      Text(
        zh: "新条码: \(product(note.at)?.name.zh ?? note.at)",
        en: "New barcode: \(product(note.at)?.name.en ?? note.at)")
    case .correct: Text(zh: "\(note.at) 账不对, 请调", en: "Book of \(note.at) is wrong")
    case .putBack: Text(zh: "请归位", en: "Please put back")
    case .replenish: Text(zh: "请补货", en: "Please replenish")
    case .release, .save, .send, .stop, .pause, .split, .give, .intercept: decision(note)
    }
  }

  func product(_ sku: String) -> Product? { products[sku] }

  /// What the label of undamaged goods reads: in a drill of GS1 codes lot and date are inside it.
  func code(of goods: PhysicalWorld.Goods) -> String? {
    let own = product(goods.sku)?.packagings.first?.barcodes.first
    guard drill.gs1, let own, !goods.lot.isEmpty else { return own }
    let date = goods.expiry.map { "(17)" + $0.description.filter(\.isNumber).dropFirst(2) } ?? ""
    return "(01)" + String(repeating: "0", count: max(0, 14 - own.count)) + own + date
      + "(10)" + goods.lot
  }

  private func name(_ sku: String) -> Text { product(sku).map { Text($0.name) } ?? Text(sku) }

  private func shelf(_ code: String) -> [WorldView.Thing] {
    guard let shelf = world.shelves[code] else { return [] }
    var sign = WorldView.Thing(
      "sign", .sign, Text(zh: "库位牌 \(code)", en: "place \(code)"), code: shelf.sign)
    sign.bin = code
    sign.isShut = shelf.isBlocked
    sign.isHiding = shelf.isHidden
    guard !shelf.isBlocked else { return [sign] }
    guard !shelf.isHidden else { return [sign] }
    var things = [sign]
    // A label that reads this bin's code may hang at another place within reach.
    for other in world.shelves.keys.sorted()
    where other != code && world.shelves[other]?.sign == code {
      var label = WorldView.Thing(
        "beside", .sign, Text(zh: "旁边 \(other)", en: "beside, place \(other)"), code: code)
      label.bin = other
      things.append(label)
    }
    if let reach = shelf.reach, let other = world.shelves[reach] {
      things += piles(other.piles, "reach", .goods, bin: reach)
    }
    return things + piles(shelf.piles, "pile", .goods, bin: code)
  }

  private func piles(
    _ piles: [PhysicalWorld.Pile], _ prefix: String, _ kind: WorldView.Thing.Kind, bin: String?
  ) -> [WorldView.Thing] {
    piles.enumerated().map { index, pile in
      let own = product(pile.goods.sku)?.packagings.first?.barcodes.first
      var thing = WorldView.Thing("\(prefix)/\(index)", kind, name(pile.goods.sku))
      switch pile.goods.label {
      case .own: thing.code = code(of: pile.goods)
      case .bare: thing.code = own
      case .torn: thing.digits = own
      case .other(let code):
        thing.code = code
        thing.digits = own
      case .sealedCase(let code):
        thing.code = code
        thing.isCase = true
      }
      thing.count = pile.count
      thing.lot = pile.goods.lot
      thing.expiry = pile.goods.expiry
      thing.isDamaged = pile.goods.isDamaged
      thing.bundle = pile.goods.bundle
      thing.bin = bin
      return thing
    }
  }

  func tote(
    _ id: String, _ kind: WorldView.Thing.Kind, _ code: String, slot: Int? = nil
  ) -> WorldView.Thing {
    let body = world.bodies[code]
    var thing = WorldView.Thing(
      id, kind,
      slot.map { Text(zh: "\($0)号位的箱", en: "tote in slot \($0)") }
        ?? Text(zh: kind == .freeTote ? "空箱" : "周转箱", en: kind == .freeTote ? "empty tote" : "tote"),
      code: body?.hasLabel == false ? nil : code)
    thing.count = body?.count ?? 0
    thing.slot = slot
    if let body, body.room < 1_000 {
      thing.room = max(0, body.room - body.count)
      thing.isShut = thing.room == 0
    }
    return thing
  }

  private func cart(named code: String) -> [WorldView.Thing] {
    var things: [WorldView.Thing] = []
    if handheld.conversation.session?.cart == nil {
      things.append(
        WorldView.Thing("cart", .cart, Text(zh: "拣货车", en: "cart"), code: code))
    }
    things += world.cart.keys.sorted().compactMap { slot in
      world.cart[slot].map { tote("cart/\(slot)", .cartTote, $0, slot: slot) }
    }
    things += world.lower.enumerated().map { tote("lower/\($0)", .lowerTote, $1) }
    return things + free
  }

  private var dropped: [WorldView.Thing] {
    world.drop.enumerated().flatMap { index, code in
      [tote("drop/\(index)", .dropTote, code)] + goods(in: code, "drop/\(index)")
    }
  }

  private var free: [WorldView.Thing] {
    world.stack.prefix(3).enumerated().map { tote("free/\($0)", .freeTote, $1) }
  }

  private func goods(in code: String, _ prefix: String) -> [WorldView.Thing] {
    piles(world.bodies[code]?.piles ?? [], "\(prefix)/in", .toteGoods, bin: nil)
  }

  /// The scale, with the parcel on it that the screen wants the weight of.
  private var scale: WorldView.Thing {
    var grams = world.drift
    if screen.asksForWeight, let open = world.parcels.last, !open.isClosed {
      grams += open.piles.reduce(0) { $0 + $1.count * (product($1.goods.sku)?.grams ?? 0) }
    }
    var scale = WorldView.Thing(
      "scale", .scale, Text(zh: "秤: \(grams) 克", en: "scale: \(grams) g"))
    scale.grams = grams
    return scale
  }

  /// What was set aside at the bench, to be taken back by whoever did so by mistake.
  private var asideThings: [WorldView.Thing] {
    world.asideTotes.map { code in
      WorldView.Thing(
        "asideTote/\(code)", .aside, Text(zh: "放一边: 箱 \(code)", en: "aside: tote \(code)"))
    }
      + world.aside.enumerated().map { index, pile in
        let name = name(pile.goods.sku)
        var thing = WorldView.Thing(
          "aside/\(index)", .aside, Text(zh: "放一边: \(name.zh)", en: "aside: \(name.en)"))
        thing.count = pile.count
        return thing
      }
  }

  private var benchThings: [WorldView.Thing] {
    var things: [WorldView.Thing] = []
    if handheld.conversation.session?.workstation == nil {
      things.append(
        WorldView.Thing("station", .workstation, Text(zh: "工位", en: "bench"), code: "P01"))
    }
    things += world.labels.enumerated().map { index, code in
      WorldView.Thing(
        "label/\(index)", .label, Text(zh: "面单 \(code)", en: "label \(code)"), code: code)
    }
    if let bench = world.bench {
      things.append(tote("bench", .benchTote, bench))
      things += goods(in: bench, "bench")
    }
    things += world.parcels.filter { !$0.isClosed || $0.label == nil }.map { parcel in
      var thing = WorldView.Thing(
        "parcel/\(parcel.code)", .parcel,
        parcel.isClosed
          ? Text(zh: "待贴单 \(parcel.code)", en: "no label yet \(parcel.code)")
          : Text(zh: "纸箱 \(parcel.code)", en: "carton \(parcel.code)"))
      thing.count = parcel.piles.reduce(0) { $0 + $1.count }
      thing.isShut = parcel.isClosed
      return thing
    }
    if let open = world.parcels.last, !open.isClosed {
      things += piles(open.piles, "inside", .toteGoods, bin: nil)
    }
    var printer = WorldView.Thing(
      "printer", .printer,
      world.hasPaper
        ? world.isHeadOpen
          ? Text(zh: "打印机: 盖子开着", en: "printer: head open") : Text(zh: "打印机", en: "printer")
        : Text(zh: "打印机: 缺纸", en: "printer: out of paper"))
    printer.isShut = !world.hasPaper || world.isHeadOpen
    things.append(printer)
    if drill.weighs { things.append(scale) }
    if drill.job == .seeder {
      things.append(WorldView.Thing("wall", .wall, Text(zh: "播种墙", en: "put wall"), code: "W1"))
      things += (1...6).map { slot in
        var thing = WorldView.Thing(
          "slot/\(slot)", .wallSlot, Text(zh: "播种格 \(slot)", en: "wall slot \(slot)"),
          code: world.bareSlots.contains(slot) ? nil : "W1-0\(slot)")
        thing.slot = slot
        return thing
      }
      things += world.wall.keys.sorted().compactMap { slot in
        world.wall[slot].map { tote("wall/\(slot)", .cartTote, $0, slot: slot) }
      }
      things += free
    }
    return things
      + world.drop.enumerated().map { tote("drop/\($0)", .dropTote, $1) } + asideThings
  }
}

extension Reader {
  /// What happened to whatever a code stands for, newest first, from before a line on.
  func timeline(_ asked: String, before: Int, limit: Int) throws -> Timeline {
    let known = try meaning(asked)
    let isKnown = if case .nothing = known { false } else { true }
    let codes = Set([asked] + (isKnown ? [known.code] : []))
    var deeds: [Deed] = []
    for code in codes { deeds += try facts.deeds(of: code, before: before, limit: limit) }
    deeds.sort { $0.number > $1.number }
    let count = try codes.reduce(0) { try $0 + facts.deedCount(of: $1, from: 0) }
    let newer =
      before == .max ? 0 : try codes.reduce(0) { try $0 + facts.deedCount(of: $1, from: before) }
    return Timeline(
      asked: asked, meaning: isKnown ? known : nil, count: count, newer: newer,
      deeds: Array(deeds.prefix(limit)), unindexed: try facts.unindexed(),
      utcOffset: try facts.site()?.utcOffset ?? 0)
  }

  /// The floor from above; `working` counts what was done place by place, which reads every line.
  func floor(working: Bool) throws -> FloorView? {
    guard let site = try facts.site() else { return nil }
    var people: [FloorView.Person] = []
    for list in try facts.lists(in: .picking) {
      guard let badge = list.badge else { continue }
      let last = try facts.pickLines(of: list.code).last { $0.open == 0 }
      var bin: Bin?
      if case .bin(let code) = last?.from.holder { bin = try facts.bin(code) }
      people.append(
        FloorView.Person(
          badge: badge, list: list.code, bin: bin?.code,
          at: bin.map(site.layout.point) ?? site.start))
    }
    var troubles: [FloorView.Trouble] = []
    for kind in Chore.Kind.allCases {
      for chore in try facts.openChores(kind) {
        guard case .bin(let code) = chore.goods.holder, let bin = try facts.bin(code) else {
          continue
        }
        troubles.append(
          FloorView.Trouble(bin: code, at: site.layout.point(of: bin), kind: kind))
      }
    }
    return FloorView(
      site: site, people: people.sorted { ($0.badge, $0.list) < ($1.badge, $1.list) },
      troubles: troubles.sorted { $0.bin < $1.bin },
      work: working ? try facts.placeWork() : [])
  }
}

extension Meaning {
  /// The code of the thing itself, whatever was scanned of it.
  public var code: String {
    switch self {
    case .bin(let bin, _): bin.code.rawValue
    case .product(let product, _, _): product.sku.rawValue
    case .tote(let tote, _): tote.code.rawValue
    case .cart(let cart): cart.code.rawValue
    case .order(let order, _, _): order.number.rawValue
    case .parcel(let parcel): parcel.code.rawValue
    case .workstation(let bench): bench.code.rawValue
    case .list(let list, _): list.code.rawValue
    case .badge(let badge): badge.rawValue
    case .nothing(let code): code
    case .wall(let wall, _): wall.code.rawValue
    case .wallSlot(let slot): slot.wall.rawValue
    case .serials(let serials, _): serials.first?.number ?? ""
    case .unit(let unit, _): unit.code.rawValue
    case .cage(let load): load.cage.code.rawValue
    case .manifest(let manifest): manifest.code.rawValue
    case .placed(let parcel, _): parcel.code.rawValue
    }
  }
}

import Warehouse

/// A part of a site as named cells: the row of a table, or the members of a JSON object.
enum SiteRow {
  typealias Cells = [FieldName: CSVCell]

  /// The columns of the table form.
  static let columns: [FieldName] = [
    SiteColumn.record, SiteColumn.code, SiteColumn.zh, SiteColumn.en, SiteColumn.x,
    SiteColumn.crossAisles, SiteColumn.startAisle, SiteColumn.startY, SiteColumn.dropAisle,
    SiteColumn.dropY, SiteColumn.slotsPerCart, SiteColumn.walkingSpeed, SiteColumn.utcOffset,
    SiteColumn.zone, SiteColumn.kind, SiteColumn.aisle, SiteColumn.y, SiteColumn.side,
    SiteColumn.level, SiteColumn.printer, SiteColumn.address, SiteColumn.format,
    SiteColumn.carrier, SiteColumn.prefix, SiteColumn.from, SiteColumn.to, SiteColumn.digits,
    SiteColumn.roles, SiteColumn.slots, SiteColumn.length, SiteColumn.width, SiteColumn.height,
    SiteColumn.grams, SiteColumn.mostGrams, SiteColumn.zoneSequence, SiteColumn.heavyFrom,
    SiteColumn.fragileLast,
    SiteColumn.keepTogether, SiteColumn.zeroCheck, SiteColumn.breaks, SiteColumn.trainings,
    SiteColumn.crossAisle,
    SiteColumn.rule,
    SiteColumn.idleLock, SiteColumn.pinAttempts, SiteColumn.pinPause, SiteColumn.workZones,
    SiteColumn.skills,
    SiteColumn.lots, SiteColumn.otherLot, SiteColumn.serials, SiteColumn.scanning,
    SiteColumn.checkDigits,
    SiteColumn.lowWater, SiteColumn.isPrivate, SiteColumn.isMultiPiece, SiteColumn.senderName,
    SiteColumn.senderPhone, SiteColumn.senderRegion, SiteColumn.senderAddress,
    SiteColumn.dock, SiteColumn.fallback,
  ]

  /// The rows of a record: the site has one for itself and one an aisle, all others one.
  static func rows(of record: ImportRecord, aisles: [FloorLayout.Aisle]) -> [Cells] {
    switch record {
    case .site(let site):
      return [row(site)]
        + site.layout.aisles.map {
          cells(.aisle, [SiteColumn.code: .text($0.code), SiteColumn.x: .integer($0.x)])
        } + site.layout.segments.map { row($0, site.layout) }
    case .zone(let zone):
      var members = named(zone.code.rawValue, zone.name)
      if let scanning = zone.scanning { members[SiteColumn.scanning] = .text(scanning.rawValue) }
      if let asks = zone.zeroCheck { members[SiteColumn.zeroCheck] = .text(asks ? "yes" : "no") }
      return [cells(.zone, members)]
    case .bin(let bin):
      var members: Cells = [
        SiteColumn.code: .text(bin.code.rawValue), SiteColumn.zone: .text(bin.zone.rawValue),
        SiteColumn.kind: .text(bin.kind.rawValue),
        SiteColumn.aisle: .text(aisles[bin.aisle].code), SiteColumn.y: .integer(bin.y),
        SiteColumn.side: .text(bin.side.rawValue), SiteColumn.level: .integer(bin.level),
      ]
      if !bin.checkDigits.isEmpty { members[SiteColumn.checkDigits] = .text(bin.checkDigits) }
      return [cells(.bin, members)]
    case .workstation(let bench):
      var members = [SiteColumn.code: CSVCell.text(bench.code.rawValue)]
      if let printer = bench.printer { members[SiteColumn.printer] = .text(printer.rawValue) }
      if let fallback = bench.fallback { members[SiteColumn.fallback] = .text(fallback.rawValue) }
      return [cells(.workstation, members)]
    case .carrier(let carrier):
      var members = named(carrier.code.rawValue, carrier.name)
      if carrier.kind != .range { members[SiteColumn.kind] = .text(carrier.kind.rawValue) }
      if carrier.lowWater > 0 { members[SiteColumn.lowWater] = .integer(carrier.lowWater) }
      if carrier.isPrivate { members[SiteColumn.isPrivate] = .text("yes") }
      if carrier.isMultiPiece { members[SiteColumn.isMultiPiece] = .text("yes") }
      return [cells(.carrier, members)]
    case .numberRange(let range):
      return [
        cells(
          .numbers,
          [
            SiteColumn.carrier: .text(range.carrier.rawValue),
            SiteColumn.prefix: .text(range.prefix), SiteColumn.from: .integer(range.next),
            SiteColumn.to: .integer(range.last), SiteColumn.digits: .integer(range.digits),
          ])
      ]
    case .asset(let asset): return [row(asset)]
    case .product, .count, .order, .unit: return []
    }
  }

  private static func row(_ segment: FloorLayout.Segment, _ layout: FloorLayout) -> Cells {
    var members = [SiteColumn.rule: CSVCell.text(segment.rule.rawValue)]
    switch segment.lane {
    case .aisle(let index):
      members[SiteColumn.aisle] = .text(layout.aisles[index].code)
      members[SiteColumn.from] = .integer(segment.from)
      members[SiteColumn.to] = .integer(segment.to)
    case .crossAisle(let index):
      members[SiteColumn.crossAisle] = .integer(layout.crossAisles[index])
      members[SiteColumn.from] = .text(layout.aisles[segment.from].code)
      members[SiteColumn.to] = .text(layout.aisles[segment.to].code)
    }
    return cells(.segment, members)
  }

  /// The rules a site has; what it has not leaves no cell.
  static func rules(of site: Site) -> Cells {
    let rules = site.walkRules
    var members: Cells = [:]
    if !rules.zones.isEmpty {
      members[SiteColumn.zoneSequence] = .text(
        rules.zones.map(\.rawValue).joined(separator: "|"))
    }
    if let grams = rules.heavyFrom { members[SiteColumn.heavyFrom] = .integer(grams) }
    if rules.fragileLast { members[SiteColumn.fragileLast] = .text("yes") }
    if rules.keepTogether { members[SiteColumn.keepTogether] = .text("yes") }
    let (house, usual) = (site.houseRules, HouseRules())
    if house.zeroCheck { members[SiteColumn.zeroCheck] = .text("yes") }
    if house.lots != usual.lots { members[SiteColumn.lots] = .text(house.lots.rawValue) }
    if house.otherLot != usual.otherLot {
      members[SiteColumn.otherLot] = .text(house.otherLot.rawValue)
    }
    if house.serials != usual.serials {
      members[SiteColumn.serials] = .text(house.serials.rawValue)
    }
    if let idle = house.idleLock { members[SiteColumn.idleLock] = .integer(idle) }
    if let tries = house.pinAttempts { members[SiteColumn.pinAttempts] = .integer(tries) }
    if let pause = house.pinPause { members[SiteColumn.pinPause] = .integer(pause) }
    if let sender = site.sender {
      members[SiteColumn.senderName] = .text(sender.name)
      members[SiteColumn.senderPhone] = .text(sender.phone)
      members[SiteColumn.senderRegion] = .text(sender.region)
      members[SiteColumn.senderAddress] = .text(sender.address)
    }
    if !site.houseRules.breaks.isEmpty {
      members[SiteColumn.breaks] = .text(
        site.houseRules.breaks.map(\.words).joined(separator: "|"))
    }
    if !house.trainings.isEmpty {
      members[SiteColumn.trainings] = .text(
        house.trainings.map(\.words).joined(separator: "|"))
    }
    return members
  }

  private static func row(_ site: Site) -> Cells {
    let layout = site.layout
    func code(at x: Int) -> CSVCell { .text(layout.aisles.first { $0.x == x }?.code ?? "") }
    let own = cells(
      .site,
      named(site.code.rawValue, site.name).merging([
        SiteColumn.crossAisles: .text(layout.crossAisles.map(String.init).joined(separator: "|")),
        SiteColumn.startAisle: code(at: site.start.x), SiteColumn.startY: .integer(site.start.y),
        SiteColumn.dropAisle: code(at: site.drop.x), SiteColumn.dropY: .integer(site.drop.y),
        SiteColumn.slotsPerCart: .integer(site.slotsPerCart),
        SiteColumn.walkingSpeed: .integer(site.walkingSpeed),
        SiteColumn.utcOffset: .integer(site.utcOffset),
      ]) { $1 })
    return own.merging(rules(of: site)) { $1 }
  }

  private static func row(_ asset: Asset) -> Cells {
    switch asset {
    case .person(let person):
      let roles = person.roles.sorted().map(\.rawValue).joined(separator: "|")
      var members = named(person.badge.rawValue, person.name)
      members[SiteColumn.roles] = .text(roles)
      if !person.zones.isEmpty {
        members[SiteColumn.workZones] = .text(
          person.zones.map(\.rawValue).joined(separator: "|"))
      }
      if !person.skills.isEmpty {
        members[SiteColumn.skills] = .text(
          person.skills.map(\.rawValue).sorted().joined(separator: "|"))
      }
      return cells(.operator, members)
    case .cart(let cart):
      return cells(
        .cart, [SiteColumn.code: .text(cart.code.rawValue), SiteColumn.slots: .integer(cart.slots)])
    case .tote(let code): return cells(.tote, [SiteColumn.code: .text(code.rawValue)])
    case .printer(let printer):
      return cells(
        .printer,
        [
          SiteColumn.code: .text(printer.code.rawValue),
          SiteColumn.address: .text(printer.address), SiteColumn.format: .text(printer.format),
        ])
    case .wall(let wall):
      return cells(
        .wall, [SiteColumn.code: .text(wall.code.rawValue), SiteColumn.slots: .integer(wall.slots)])
    case .cage(let cage):
      var members = [
        SiteColumn.code: CSVCell.text(cage.code.rawValue),
        SiteColumn.carrier: .text(cage.carrier.rawValue),
      ]
      if let dock = cage.dock { members[SiteColumn.dock] = .text(dock.rawValue) }
      return cells(.cage, members)
    case .carton(let carton):
      var members: Cells = [
        SiteColumn.code: .text(carton.code.rawValue),
        SiteColumn.length: .integer(carton.inside.length),
        SiteColumn.width: .integer(carton.inside.width),
        SiteColumn.height: .integer(carton.inside.height),
        SiteColumn.grams: .integer(carton.grams),
      ]
      if let most = carton.mostGrams { members[SiteColumn.mostGrams] = .integer(most) }
      return cells(.carton, members)
    }
  }

  private static func cells(_ part: SitePart, _ members: Cells) -> Cells {
    var cells = members
    cells[SiteColumn.record] = .text(part.rawValue)
    return cells
  }

  private static func named(_ code: String, _ name: Name) -> Cells {
    [SiteColumn.code: .text(code), SiteColumn.zh: .text(name.zh), SiteColumn.en: .text(name.en)]
  }
}

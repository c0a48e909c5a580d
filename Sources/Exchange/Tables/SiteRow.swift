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
    SiteColumn.keepTogether, SiteColumn.zeroCheck, SiteColumn.crossAisle, SiteColumn.rule,
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
      return [cells(.zone, named(zone.code.rawValue, zone.name))]
    case .bin(let bin):
      return [
        cells(
          .bin,
          [
            SiteColumn.code: .text(bin.code.rawValue), SiteColumn.zone: .text(bin.zone.rawValue),
            SiteColumn.kind: .text(bin.kind.rawValue),
            SiteColumn.aisle: .text(aisles[bin.aisle].code), SiteColumn.y: .integer(bin.y),
            SiteColumn.side: .text(bin.side.rawValue), SiteColumn.level: .integer(bin.level),
          ])
      ]
    case .workstation(let bench):
      var members = [SiteColumn.code: CSVCell.text(bench.code.rawValue)]
      if let printer = bench.printer { members[SiteColumn.printer] = .text(printer.rawValue) }
      return [cells(.workstation, members)]
    case .carrier(let carrier):
      return [cells(.carrier, named(carrier.code.rawValue, carrier.name))]
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
    case .product, .count, .order: return []
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
    if site.houseRules.zeroCheck { members[SiteColumn.zeroCheck] = .text("yes") }
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
      return cells(
        .operator,
        named(person.badge.rawValue, person.name).merging([SiteColumn.roles: .text(roles)]) { $1 })
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

import Warehouse

extension ImportRecord {
  /// The record in one form, whatever file it came from.
  ///
  /// U+001F stands between fields, U+001E behind a record. Cleaned text holds neither, so different records never look the same.
  var canonical: String {
    parts.joined(separator: "\u{1F}") + "\u{1E}"
  }

  private var parts: [String] {
    switch self {
    case .site(let site):
      ["site", site.code.rawValue] + words(site.name)
        + site.layout.aisles.flatMap { [$0.code, "\($0.x)"] } + ["/"]
        + site.layout.crossAisles.map(String.init) + ["/"]
        + numbers(
          site.start.x, site.start.y, site.drop.x, site.drop.y, site.slotsPerCart,
          site.walkingSpeed, site.utcOffset) + site.layout.segments.flatMap(\.parts)
        + site.walkRules.parts + site.houseRules.parts
        + site.houseRules.sessionParts
        + site.houseRules.breaks.map(\.words) + site.houseRules.trainings.map(\.words)
        + (site.sender.map { ["sender", $0.name, $0.phone, $0.region, $0.address] } ?? [])
    case .zone(let zone):
      ["zone", zone.code.rawValue] + words(zone.name)
        + (zone.scanning.map { ["scanning", $0.rawValue] } ?? [])
        + (zone.zeroCheck.map { ["zeroCheck", $0 ? "1" : "0"] } ?? [])
    case .bin(let bin):
      [
        "bin", bin.code.rawValue, bin.zone.rawValue, bin.kind.rawValue, "\(bin.aisle)",
        "\(bin.y)", bin.side.rawValue, "\(bin.level)",
      ] + (bin.checkDigits.isEmpty ? [] : [bin.checkDigits])
    case .workstation(let bench):
      ["workstation", bench.code.rawValue, bench.printer?.rawValue ?? ""]
        + (bench.fallback.map { [$0.rawValue] } ?? [])
    case .carrier(let carrier):
      ["carrier", carrier.code.rawValue] + words(carrier.name)
        + (carrier.kind == .range ? [] : ["kind", carrier.kind.rawValue])
        + (carrier.lowWater == 0 ? [] : ["lowWater", "\(carrier.lowWater)"])
        + (carrier.isPrivate ? ["private"] : [])
        + (carrier.isMultiPiece ? ["multiPiece"] : [])
    case .numberRange(let range):
      ["numbers", range.carrier.rawValue, range.prefix]
        + numbers(range.next, range.last, range.digits)
    case .asset(let asset): asset.parts
    case .unit(let unit):
      ["unit", unit.code.rawValue, unit.goods.holder.description, unit.goods.sku.rawValue]
        + [unit.goods.lot, unit.goods.expiry?.description ?? "", "\(unit.quantity)"]
    case .product(let product): product.parts
    case .count(let key, let quantity):
      [
        "count", key.holder.description, key.sku.rawValue, key.lot,
        key.expiry?.description ?? "", "\(quantity)",
      ]
    case .order(let order, let lines, let receiver):
      [
        "order", order.number.rawValue, order.channel, order.carrier.rawValue,
        "\(order.cutOff.milliseconds)", "\(order.priority)", order.remark, receiver.name,
        receiver.phone, receiver.region, receiver.address,
      ]
        + (order.value > 0 ? ["value", "\(order.value)"] : [])
        + (order.codFen == 0 ? [] : ["cod", "\(order.codFen)"])
        + lines.flatMap { line in
          [line.sku.rawValue, "\(line.quantity)"]
            + (line.substitute.map { ["or", $0.rawValue] } ?? [])
        }
    }
  }
}

extension Asset {
  fileprivate var parts: [String] {
    switch self {
    case .person(let person):
      ["person", person.badge.rawValue] + words(person.name)
        + person.roles.sorted().map(\.rawValue)
        + (person.zones.isEmpty ? [] : ["zones"] + person.zones.map(\.rawValue))
        + (person.skills.isEmpty ? [] : ["skills"] + person.skills.map(\.rawValue).sorted())
    case .cart(let cart): ["cart", cart.code.rawValue, "\(cart.slots)"]
    case .tote(let code): ["tote", code.rawValue]
    case .printer(let printer):
      ["printer", printer.code.rawValue, printer.address, printer.format]
    case .wall(let wall): ["wall", wall.code.rawValue, "\(wall.slots)"]
    case .cage(let cage):
      ["cage", cage.code.rawValue, cage.carrier.rawValue, cage.dock?.rawValue ?? ""]
    case .carton(let carton):
      ["carton", carton.code.rawValue] + sides(carton.inside) + ["\(carton.grams)"]
        + (carton.mostGrams.map { ["\($0)"] } ?? [])
    }
  }
}

extension HouseRules {
  fileprivate var sessionParts: [String] {
    [("idleLock", idleLock), ("pinAttempts", pinAttempts), ("pinPause", pinPause)]
      .compactMap { name, minutes in minutes.map { "\(name) \($0)" } }
  }
}

extension Product {
  fileprivate var parts: [String] {
    ["product", sku.rawValue] + words(name)
      + packagings.flatMap { [$0.unit, "\($0.units)"] + $0.barcodes + ["/"] }
      + ["\(grams)"] + sides(size)
      + [tracking.lot, tracking.expiry, tracking.serial].map { $0 ? "1" : "0" }
      // What came later is said only where it is so: digests of older files stay what they were.
      + (fragile ? ["fragile"] : []) + handling.parts
  }
}

extension FloorLayout.Segment {
  fileprivate var parts: [String] {
    switch lane {
    case .aisle(let index): ["segment", "aisle"] + numbers(index, from, to) + [rule.rawValue]
    case .crossAisle(let index):
      ["segment", "crossAisle"] + numbers(index, from, to) + [rule.rawValue]
    }
  }
}

extension HouseRules {
  fileprivate var parts: [String] {
    let usual = HouseRules()
    return (zeroCheck ? ["zeroCheck"] : []) + (lots != usual.lots ? ["lots", lots.rawValue] : [])
      + (otherLot != usual.otherLot ? ["otherLot", otherLot.rawValue] : [])
      + (serials != usual.serials ? ["serials", serials.rawValue] : [])
  }
}

extension Handling {
  fileprivate var parts: [String] {
    (scanning.map { ["scanning", $0.rawValue] } ?? []) + (lots.map { ["lots", $0.rawValue] } ?? [])
      + (catchWeight.map { ["catchWeight", "\($0)"] } ?? [])
      + (orientation.map { ["orientation", $0.rawValue] } ?? [])
  }
}

extension WalkRules {
  fileprivate var parts: [String] {
    guard self != WalkRules() else { return [] }
    return ["rules"] + zones.map(\.rawValue) + [heavyFrom.map(String.init) ?? ""]
      + [fragileLast, keepTogether].map { $0 ? "1" : "0" }
  }
}

private func words(_ name: Name) -> [String] { [name.zh, name.en] }

private func numbers(_ numbers: Int...) -> [String] { numbers.map(String.init) }

private func sides(_ size: Dimensions) -> [String] {
  numbers(size.length, size.width, size.height)
}

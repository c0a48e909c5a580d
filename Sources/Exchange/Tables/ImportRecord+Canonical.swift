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
        + site.walkRules.parts + (site.houseRules.zeroCheck ? ["zeroCheck"] : [])
    case .zone(let zone): ["zone", zone.code.rawValue] + words(zone.name)
    case .bin(let bin):
      [
        "bin", bin.code.rawValue, bin.zone.rawValue, bin.kind.rawValue, "\(bin.aisle)",
        "\(bin.y)", bin.side.rawValue, "\(bin.level)",
      ]
    case .workstation(let bench):
      ["workstation", bench.code.rawValue, bench.printer?.rawValue ?? ""]
    case .carrier(let carrier): ["carrier", carrier.code.rawValue] + words(carrier.name)
    case .numberRange(let range):
      ["numbers", range.carrier.rawValue, range.prefix]
        + numbers(range.next, range.last, range.digits)
    case .asset(let asset): asset.parts
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
      ] + lines.flatMap { [$0.sku.rawValue, "\($0.quantity)"] }
    }
  }
}

extension Asset {
  fileprivate var parts: [String] {
    switch self {
    case .person(let person):
      ["person", person.badge.rawValue] + words(person.name)
        + person.roles.sorted().map(\.rawValue)
    case .cart(let cart): ["cart", cart.code.rawValue, "\(cart.slots)"]
    case .tote(let code): ["tote", code.rawValue]
    case .printer(let printer):
      ["printer", printer.code.rawValue, printer.address, printer.format]
    case .wall(let wall): ["wall", wall.code.rawValue, "\(wall.slots)"]
    case .carton(let carton):
      ["carton", carton.code.rawValue] + sides(carton.inside) + ["\(carton.grams)"]
        + (carton.mostGrams.map { ["\($0)"] } ?? [])
    }
  }
}

extension Product {
  fileprivate var parts: [String] {
    ["product", sku.rawValue] + words(name)
      + packagings.flatMap { [$0.unit, "\($0.units)"] + $0.barcodes + ["/"] }
      + ["\(grams)"] + sides(size)
      + [tracking.lot, tracking.expiry, tracking.serial].map { $0 ? "1" : "0" }
      // What came later is said only where it is so: digests of older files stay what they were.
      + (fragile ? ["fragile"] : [])
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

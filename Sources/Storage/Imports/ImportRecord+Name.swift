import Warehouse

extension ImportRecord {
  /// What kind of thing a record is, and the code it lands under: what must not come twice.
  var name: (kind: String, code: String) {
    switch self {
    case .site(let site): ("site", site.code.rawValue)
    case .zone(let zone): ("zone", zone.code.rawValue)
    case .bin(let bin): ("bin", bin.code.rawValue)
    case .workstation(let workstation): ("workstation", workstation.code.rawValue)
    case .carrier(let carrier): ("carrier", carrier.code.rawValue)
    case .numberRange(let range): ("numberRange", range.carrier.rawValue)
    case .asset(.person(let person)): ("person", person.badge.rawValue)
    case .asset(.cart(let cart)): ("cart", cart.code.rawValue)
    case .asset(.tote(let code)): ("tote", code.rawValue)
    case .asset(.printer(let printer)): ("printer", printer.code.rawValue)
    case .asset(.carton(let carton)): ("carton", carton.code.rawValue)
    case .asset(.wall(let wall)): ("wall", wall.code.rawValue)
    case .asset(.cage(let cage)): ("cage", cage.code.rawValue)
    case .product(let product): ("product", product.sku.rawValue)
    case .count(let key, _): ("count", key.words)
    case .order(let order, _, _): ("order", order.number.rawValue)
    case .unit(let unit): ("unit", unit.code.rawValue)
    }
  }
}

extension StockKey {
  /// The key in words, without the holder's kind.
  fileprivate var words: String {
    [holder.code, sku.rawValue, lot, expiry?.description ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

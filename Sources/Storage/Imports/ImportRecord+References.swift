import Warehouse

extension ImportRecord {
  /// What a record refers to that is neither in the books nor staged with it.
  func unknownReferences(
    in books: some Books, isStaged: (_ kind: String, _ code: String) throws -> Bool
  ) throws -> [LandingProblem.Reason] {
    switch self {
    case .bin(let bin):
      guard try books.zone(bin.zone) == nil, try !isStaged("zone", bin.zone.rawValue) else {
        return []
      }
      return [.unknownZone(bin.zone)]
    case .workstation(let workstation):
      return try [workstation.printer, workstation.fallback].compactMap { $0 }
        .filter { try books.printer($0) == nil && !isStaged("printer", $0.rawValue) }
        .map { .unknownPrinter($0) }
    case .numberRange(let range):
      guard try books.carrier(range.carrier) == nil,
        try !isStaged("carrier", range.carrier.rawValue)
      else { return [] }
      return [.unknownCarrier(range.carrier)]
    case .asset(.cage(let cage)):
      guard try books.carrier(cage.carrier) == nil, try !isStaged("carrier", cage.carrier.rawValue)
      else { return [] }
      return [.unknownCarrier(cage.carrier)]
    case .count(let key, _):
      var reasons: [LandingProblem.Reason] = []
      if case .bin(let bin) = key.holder {
        if try books.bin(bin) == nil { reasons.append(.unknownBin(bin)) }
      } else {
        reasons.append(.notABin(key.holder))
      }
      if try books.product(key.sku) == nil { reasons.append(.unknownProduct(key.sku)) }
      return reasons
    case .order(let order, let lines, _):
      let unknown = try lines.filter { try books.product($0.sku) == nil }
      return try (books.carrier(order.carrier) == nil ? [.unknownCarrier(order.carrier)] : [])
        + unknown.map { .unknownProduct($0.sku) }
    case .site, .zone, .carrier, .asset, .product, .unit:
      return []
    }
  }
}

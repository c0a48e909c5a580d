import Warehouse

extension MemoryBooks {
  /// Lands one staged record and tells what that did.
  func land(_ staged: ImportRecord, _ stamp: Stamp) throws -> Verdict {
    let (verdict, record) = try judged(staged)
    guard verdict == .added || verdict == .changed else { return verdict }
    switch record {
    case .site(let site):
      for other in sites.rows.keys where other != site.code { sites[other] = nil }
      sites[site.code] = site
    case .zone(let zone): zones[zone.code] = zone
    case .bin(let bin): bins[bin.code] = bin
    case .workstation(let workstation): benches[workstation.code] = workstation
    case .carrier(let carrier): carrierTable[carrier.code] = carrier
    case .numberRange(let range): ranges[range.carrier] = range
    case .asset(let asset): add(asset)
    case .unit(let unit): unitTable[unit.code] = unit
    case .product(let product): land(product)
    case .count(let key, let quantity): try land(key, quantity, stamp)
    case .order(let order, let lines, let receiver): try land(order, lines, receiver)
    }
    return verdict
  }

  private func land(_ product: Product) {
    for barcode in products[product.sku]?.allBarcodes ?? []
    where barcodes[barcode] == product.sku {
      barcodes[barcode] = nil
    }
    products[product.sku] = product
    for barcode in product.allBarcodes { barcodes[barcode] = product.sku }
  }

  private func land(_ key: StockKey, _ quantity: Int, _ stamp: Stamp) throws {
    let onHand = try stock(at: key)?.quantity ?? 0
    let outside = key.moved(to: .outside)
    // Arriving pieces are dated now even beside older ones, as a count tells no dates.
    let since = try stock(at: key).flatMap { $0.quantity > 0 ? $0.since : nil } ?? stamp.at
    if quantity > onHand {
      try move(
        Movement(from: outside, to: key.holder, quantity: quantity - onHand), stamp)
    } else if quantity < onHand {
      try move(Movement(from: key, to: .outside, quantity: onHand - quantity), stamp)
    }
    let units = unitTable.rows("bin", key.holder).filter { $0.goods == key }
    if units.reduce(0, { $0 + $1.quantity }) > quantity {
      for var unit in units {
        unit.state = .opened
        unitTable[unit.code] = unit
      }
    }
    guard var record = try stock(at: key) else { return }
    record.frozen = 0
    record.since = since
    put(record)
  }

  private func land(_ order: Order, _ lines: [OrderLine], _ receiver: Receiver) throws {
    var order = order
    (order.state, order.note, order.wave) = (.new, "", nil)
    orders[order.number] = order
    for line in try self.lines(of: order.number) {
      orderLines[LineKey(order: order.number, number: line.number)] = nil
    }
    for line in lines {
      orderLines[LineKey(order: order.number, number: line.number)] = line.ordered
    }
    receivers[order.number] = receiver
  }
}

extension Product {
  /// The barcodes of all rungs.
  var allBarcodes: [String] { packagings.flatMap(\.barcodes) }
}

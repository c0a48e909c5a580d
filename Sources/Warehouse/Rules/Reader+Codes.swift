extension Reader {
  /// What a code stands for: the one place where every flow's unexpected scans are named.
  ///
  /// Codes of the house come before codes of goods, so that no product can stand for a bin.
  func meaning(_ code: String) throws -> Meaning {
    if let bin = try facts.bin(Code(code)) {
      return .bin(bin, try named(facts.stock(in: .bin(bin.code))))
    }
    if let tote = try facts.tote(Code(code)) {
      return .tote(tote, try named(facts.stock(in: .tote(tote.code))))
    }
    if let cart = try facts.cart(Code(code)) { return .cart(cart) }
    if let workstation = try facts.workstation(Code(code)) { return .workstation(workstation) }
    if let person = try facts.person(Code(code)) { return .badge(person.badge) }
    if let order = try facts.order(Code(code)) {
      return .order(
        order, lines: try facts.lines(of: order.number).count,
        parcels: try facts.parcels(of: order.number))
    }
    if let list = try facts.list(Code(code)) {
      return .list(list, open: try facts.pickLines(of: list.code).filter { $0.open > 0 }.count)
    }
    if let parcel = try facts.parcel(Code(code)) ?? facts.parcel(waybill: code) {
      return try placed(parcel)
    }
    if let meaning = try atTheDoor(code) { return meaning }
    if let product = try product(code) {
      return .product(
        product, units: product.units(of: code) ?? 1,
        try facts.stock(of: product.sku))
    }
    if let wall = try facts.wall(Code(code)) {
      return .wall(wall, free: wall.slots - (try facts.taken(of: wall.code).count))
    }
    if let slot = try wallSlot(code) { return .wallSlot(slot) }
    if let unit = try facts.unit(Code(code)) {
      let sku = unit.goods.sku
      return .unit(
        unit, try facts.product(sku)?.name ?? Name(zh: sku.rawValue, en: sku.rawValue))
    }
    let serials = try facts.serials(code)
    if let first = serials.first {
      let parcel: Code<Parcel>? = if case .parcel(let code) = first.holder { code } else { nil }
      return .serials(serials, waybill: try parcel.flatMap { try facts.parcel($0)?.waybill })
    }
    return .nothing(code)
  }

  /// The product of a barcode or a SKU; a GTIN is the same with 12, 13 or 14 digits.
  private func product(_ code: String) throws -> Product? {
    if let product = try facts.product(barcode: code) ?? facts.product(Code(code)) {
      return product
    }
    guard (12...14).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var digits = Substring(code)
    while digits.utf8.count > 8, digits.first == "0" {
      digits.removeFirst()
      guard [8, 12, 13].contains(digits.utf8.count) else { continue }
      if let product = try facts.product(barcode: String(digits)) { return product }
    }
    for zeros in 1...2 where code.utf8.count + zeros <= 14 {
      let padded = String(repeating: "0", count: zeros) + code
      if let product = try facts.product(barcode: padded) { return product }
    }
    return nil
  }

  private func named(_ stock: [Stock]) throws -> [StockLine] {
    try stock.filter { $0.quantity > 0 }.map { stock in
      let sku = stock.key.sku
      return StockLine(
        stock: stock,
        name: try facts.product(sku)?.name ?? Name(zh: sku.rawValue, en: sku.rawValue))
    }
  }

  /// The order to pack behind the code of a tote, an order or a parcel.
  ///
  /// A cart and a bench are none of these: they are named, so that the cart can be left at the bench.
  func packing(_ code: String) throws -> Answer {
    if let cart = try facts.cart(Code(code)) { return .meaning(.cart(cart)) }
    if let bench = try facts.workstation(Code(code)) { return .meaning(.workstation(bench)) }
    let number: Code<Order>
    if let tote = try facts.tote(Code(code)) {
      if let list = try tote.list.flatMap({ try facts.list($0) }) { return try bulk(tote, list) }
      guard let order = tote.order else { return .notPackable(.unknown(code)) }
      number = order
    } else if let parcel = try facts.parcel(Code(code)) ?? facts.parcel(waybill: code) {
      number = parcel.order
      if parcel.state == .closed, try facts.benchRules().proof,
        try facts.packing(of: parcel.code)?.proven == nil
      {
        return .bench(try bench(parcel.code))
      }
    } else {
      number = Code(code)
    }
    guard let order = try facts.order(number) else { return .notPackable(.unknown(code)) }
    let parcels = try facts.parcels(of: number)
    if !parcels.contains(where: { $0.state == .open }),
      let waiting = parcels.first(where: { $0.state == .waiting })
    {
      return .notPackable(.parcelIs(waiting.code, waiting.state))
    }
    guard order.state == .picked || order.state == .packing else {
      return .notPackable(.orderIs(number, order.state))
    }
    if let tote = try together(number) { return .notPackable(.liesTogether(number, tote)) }
    let totes = try facts.totes(of: number)
    let content = try totes.flatMap { try facts.stock(in: .tote($0.code)) }
    var lines: [PackView.Line] = []
    // Lines of one product are one thing to verify.
    for line in try facts.lines(of: number) {
      if let index = lines.firstIndex(where: { $0.product.sku == line.sku }) {
        lines[index].ordered += line.quantity - line.short
        lines[index].packed += line.packed
      } else if let product = try facts.product(line.sku) {
        lines.append(
          PackView.Line(
            product: product, ordered: line.quantity - line.short, packed: line.packed,
            inTote: content.filter { $0.key.sku == line.sku }.reduce(0) { $0 + $1.quantity },
            isSubstitute: line.replaces != 0))
      }
    }
    return .packing(
      PackView(
        order: number, carrier: try carrier(order.carrier), cutOff: order.cutOff,
        totes: totes.map(\.code), lines: lines,
        asks: try facts.benchRules().asks || facts.benchRules().proof ? true : nil))
  }
}

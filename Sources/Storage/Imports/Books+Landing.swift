import Warehouse

extension Books {
  /// What landing a record of a site file will do to what is there.
  ///
  /// Returns the record as it is to be written: a number range never gives out a number twice.
  func judged(_ record: ImportRecord) throws -> (verdict: Verdict, record: ImportRecord) {
    switch record {
    case .site(let site): return (Self.compare(try self.site(), site), record)
    case .zone(let zone): return (Self.compare(try self.zone(zone.code), zone), record)
    case .bin(let bin): return (Self.compare(try self.bin(bin.code), bin), record)
    case .workstation(let workstation):
      return (Self.compare(try self.workstation(workstation.code), workstation), record)
    case .carrier(let carrier):
      return (Self.compare(try self.carrier(carrier.code), carrier), record)
    case .numberRange(var range):
      let known = try numberRange(of: range.carrier)
      if let known, known.prefix == range.prefix { range.next = max(known.next, range.next) }
      return (Self.compare(known, range), .numberRange(range))
    case .asset(let asset): return (try judged(asset), record)
    case .product(let product):
      return (Self.compare(try self.product(product.sku), product), record)
    case .count(let key, let quantity):
      guard let stock = try stock(at: key) else {
        return (quantity == 0 ? .unchanged : .added, record)
      }
      guard stock.allocated <= quantity else { return (.skipped, record) }
      let same = stock.quantity == quantity && stock.frozen == 0
      return (same ? .unchanged : .changed, record)
    case .order(let order, let lines, let receiver):
      guard let known = try self.order(order.number) else { return (.added, record) }
      if try isSame(known, order, lines, receiver) { return (.unchanged, record) }
      return (known.state.isOpenToFiles ? .changed : .skipped, record)
    case .unit(let unit):
      let known = try self.unit(unit.code)
      return (known?.state == .picked ? .skipped : Self.compare(known, unit), record)
    }
  }

  private func judged(_ asset: Asset) throws -> Verdict {
    switch asset {
    case .person(let person): Self.compare(try self.person(person.badge), person)
    case .cart(let cart): Self.compare(try self.cart(cart.code), cart)
    case .tote(let code): try tote(code) == nil ? .added : .unchanged
    case .printer(let printer): Self.compare(try self.printer(printer.code), printer)
    case .carton(let carton):
      Self.compare(try cartons().first { $0.code == carton.code }, carton)
    case .wall(let wall): Self.compare(try self.wall(wall.code), wall)
    case .cage(let cage): try judged(cage)
    }
  }

  /// A cage keeps its carrier while parcels stand in it.
  private func judged(_ cage: Cage) throws -> Verdict {
    let before = try self.cage(cage.code)
    if let before, before.carrier != cage.carrier, try figures(of: cage.code).parcels > 0 {
      return .skipped
    }
    return Self.compare(before, cage)
  }

  /// Whether an order is what a file says of it.
  ///
  /// An order in work that was erased of its receiver is still the same.
  func isSame(
    _ known: Order, _ order: Order, _ lines: [OrderLine], _ receiver: Receiver
  ) throws -> Bool {
    let receiverNow = try self.receiver(of: order.number)
    let linesNow = try self.lines(of: order.number)
    return known.channel == order.channel && known.carrier == order.carrier
      && known.cutOff == order.cutOff && known.priority == order.priority
      && known.remark == order.remark && known.value == order.value
      && known.codFen == order.codFen
      && linesNow.map(\.ordered) == lines.sorted { $0.number < $1.number }.map(\.ordered)
      && (receiverNow == receiver || receiverNow == nil && !known.state.isOpenToFiles)
  }

  private static func compare<T: Equatable>(_ known: T?, _ new: T) -> Verdict {
    guard let known else { return .added }
    return known == new ? .unchanged : .changed
  }
}

extension Order.State {
  /// Whether a file may still change the order.
  var isOpenToFiles: Bool { self == .new || self == .backorder }
}

extension OrderLine {
  /// The line as it was ordered, whatever became of it.
  var ordered: OrderLine {
    OrderLine(order: order, number: number, sku: sku, quantity: quantity, substitute: substitute)
  }
}

import Warehouse

extension SQLBooks {
  func site() throws -> Site? { try transaction.record(.site, []) }
  func zone(_ code: Code<Zone>) throws -> Zone? { try transaction.record(.zone, [.code(code)]) }
  func bin(_ code: Code<Bin>) throws -> Bin? { try transaction.record(.bin, [.code(code)]) }

  func product(_ sku: Code<Product>) throws -> Product? {
    try Product(transaction.rows(.product, [.code(sku)]))
  }

  func product(barcode: String) throws -> Product? {
    try Product(transaction.rows(.productOfBarcode, [.text(barcode)]))
  }

  func stock(in holder: Holder) throws -> [Stock] {
    try transaction.records(.stockIn, [.text(holder.kind), .text(holder.code)])
  }

  func stock(at key: StockKey) throws -> Stock? { try transaction.record(.stockAt, key.values) }

  func stock(of sku: Code<Product>) throws -> [BinStock] {
    try transaction.rows(.stockOf, [.code(sku)]).map { row in
      var row = row
      return BinStock(bin: try Bin(&row), stock: try Stock(&row))
    }
  }

  func tote(_ code: Code<Tote>) throws -> Tote? { try transaction.record(.tote, [.code(code)]) }
  func totes() throws -> [Tote] { try transaction.records(.totes, []) }

  func totes(of order: Code<Order>) throws -> [Tote] {
    try transaction.records(.totesOfOrder, [.code(order)])
  }

  func cart(_ code: Code<Cart>) throws -> Cart? { try transaction.record(.cart, [.code(code)]) }
  func carts() throws -> [Cart] { try transaction.records(.carts, []) }
  func cartons() throws -> [CartonType] { try transaction.records(.cartons, []) }

  func workstation(_ code: Code<Workstation>) throws -> Workstation? {
    try transaction.record(.workstation, [.code(code)])
  }

  func workstations() throws -> [Workstation] { try transaction.records(.workstations, []) }

  func printer(_ code: Code<LabelPrinter>) throws -> LabelPrinter? {
    try transaction.record(.printer, [.code(code)])
  }

  func printers() throws -> [LabelPrinter] { try transaction.records(.printers, []) }

  func carrier(_ code: Code<Carrier>) throws -> Carrier? {
    try transaction.record(.carrier, [.code(code)])
  }

  func carriers() throws -> [Carrier] { try transaction.records(.carriers, []) }

  func numberRange(of carrier: Code<Carrier>) throws -> NumberRange? {
    try transaction.record(.numberRange, [.code(carrier)])
  }

  func person(_ badge: Code<Operator>) throws -> Operator? {
    try transaction.record(.person, [.code(badge)])
  }

  func people() throws -> [Operator] { try transaction.records(.persons, []) }

  func session(_ code: Code<Session>) throws -> Session? {
    try transaction.record(.session, [.code(code)])
  }

  func sessions() throws -> [Session] { try transaction.records(.sessions, []) }
}

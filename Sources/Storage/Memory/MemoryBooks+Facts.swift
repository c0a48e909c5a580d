import Warehouse

extension MemoryBooks {
  func site() throws -> Site? { sites.sorted.first }
  func zone(_ code: Code<Zone>) throws -> Zone? { zones[code] }
  func bin(_ code: Code<Bin>) throws -> Bin? { bins[code] }
  func product(_ sku: Code<Product>) throws -> Product? { products[sku] }

  func product(barcode: String) throws -> Product? {
    barcodes[barcode].flatMap { products[$0] }
  }

  func stock(in holder: Holder) throws -> [Stock] { stock.rows("holder", holder) }
  func stock(at key: StockKey) throws -> Stock? { stock[SortedKey(key: key)] }

  func stock(of sku: Code<Product>) throws -> [BinStock] {
    stock.rows("sku", sku).compactMap { stock in
      guard case .bin(let code) = stock.key.holder, let bin = bins[code] else { return nil }
      return BinStock(bin: bin, stock: stock)
    }
  }

  func tote(_ code: Code<Tote>) throws -> Tote? { toteTable[code] }
  func totes() throws -> [Tote] { toteTable.sorted }
  func totes(of order: Code<Order>) throws -> [Tote] { toteTable.rows("order", order) }
  func cart(_ code: Code<Cart>) throws -> Cart? { cartTable[code] }
  func carts() throws -> [Cart] { cartTable.sorted }
  func cartons() throws -> [CartonType] { cartonTable.sorted }
  func workstation(_ code: Code<Workstation>) throws -> Workstation? { benches[code] }
  func workstations() throws -> [Workstation] { benches.sorted }
  func printer(_ code: Code<LabelPrinter>) throws -> LabelPrinter? { printerTable[code] }
  func printers() throws -> [LabelPrinter] { printerTable.sorted }
  func carrier(_ code: Code<Carrier>) throws -> Carrier? { carrierTable[code] }
  func carriers() throws -> [Carrier] { carrierTable.sorted }
  func numberRange(of carrier: Code<Carrier>) throws -> NumberRange? { ranges[carrier] }
  func person(_ badge: Code<Operator>) throws -> Operator? { persons[badge] }
  func people() throws -> [Operator] { persons.sorted }
  func session(_ code: Code<Session>) throws -> Session? { sessionTable[code] }
  func sessions() throws -> [Session] { sessionTable.sorted }
}

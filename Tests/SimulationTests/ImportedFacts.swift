import Warehouse

/// Facts of a house into which records were imported and nothing else happened.
struct ImportedFacts: Facts {
  private var theSite: Site?
  private var bins: [Code<Bin>: Bin] = [:]
  private var products: [Code<Product>: Product] = [:]
  private var theCarriers: [Code<Carrier>: Carrier] = [:]

  init(_ records: [ImportRecord] = []) {
    for record in records {
      switch record {
      case .site(let site): theSite = site
      case .bin(let bin): bins[bin.code] = bin
      case .product(let product): products[product.sku] = product
      case .carrier(let carrier): theCarriers[carrier.code] = carrier
      case .zone, .workstation, .numberRange, .asset, .count, .order: break
      }
    }
  }

  func site() -> Site? { theSite }
  func bin(_ code: Code<Bin>) -> Bin? { bins[code] }
  func product(_ sku: Code<Product>) -> Product? { products[sku] }
  func product(barcode: String) -> Product? {
    products.values.first { $0.units(of: barcode) != nil }
  }
  func stock(in holder: Holder) -> [Stock] { [] }
  func stock(at key: StockKey) -> Stock? { nil }
  func stock(of sku: Code<Product>) -> [BinStock] { [] }
  func order(_ number: Code<Order>) -> Order? { nil }
  func lines(of order: Code<Order>) -> [OrderLine] { [] }
  func receiver(of order: Code<Order>) -> Receiver? { nil }
  func orders(in state: Order.State, limit: Int) -> [Order] { [] }
  func orderCounts() -> [Order.State: Int] { [:] }
  func openOrders(of wave: Code<Wave>) -> Int { 0 }
  func wave(_ code: Code<Wave>) -> Wave? { nil }
  func waveProgress() -> [WaveProgress] { [] }
  func list(_ code: Code<PickList>) -> PickList? { nil }
  func lists(of wave: Code<Wave>) -> [PickList] { [] }
  func lists(in state: PickList.State) -> [PickList] { [] }
  func pickLine(_ code: Code<PickLine>) -> PickLine? { nil }
  func pickLines(of list: Code<PickList>) -> [PickLine] { [] }
  func pickLines(of order: Code<Order>) -> [PickLine] { [] }
  func tote(_ code: Code<Tote>) -> Tote? { nil }
  func totes(of order: Code<Order>) -> [Tote] { [] }
  func totes() -> [Tote] { [] }
  func cart(_ code: Code<Cart>) -> Cart? { nil }
  func carts() -> [Cart] { [] }
  func cartons() -> [CartonType] { [] }
  func workstation(_ code: Code<Workstation>) -> Workstation? { nil }
  func workstations() -> [Workstation] { [] }
  func printer(_ code: Code<LabelPrinter>) -> LabelPrinter? { nil }
  func printers() -> [LabelPrinter] { [] }
  func carrier(_ code: Code<Carrier>) -> Carrier? { theCarriers[code] }
  func carriers() -> [Carrier] { [] }
  func numberRange(of carrier: Code<Carrier>) -> NumberRange? { nil }
  func person(_ badge: Code<Operator>) -> Operator? { nil }
  func people() -> [Operator] { [] }
  func session(_ code: Code<Session>) -> Session? { nil }
  func sessions() -> [Session] { [] }
  func parcel(_ code: Code<Parcel>) -> Parcel? { nil }
  func parcel(waybill: String) -> Parcel? { nil }
  func parcels(of order: Code<Order>) -> [Parcel] { [] }
  func printJob(_ code: Code<PrintJob>) -> PrintJob? { nil }
  func printJobs(in state: PrintJob.State, limit: Int) -> [PrintJob] { [] }
}

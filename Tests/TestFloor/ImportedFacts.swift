public import Warehouse

/// Facts of a house into which records were imported and nothing else happened.
public struct ImportedFacts: Facts, Sendable {
  private var theSite: Site?
  private var bins: [Code<Bin>: Bin] = [:]
  private var products: [Code<Product>: Product] = [:]
  private var theCarriers: [Code<Carrier>: Carrier] = [:]

  /// Facts of what was imported.
  public init(_ records: [ImportRecord] = []) {
    for record in records {
      switch record {
      case .site(let site): theSite = site
      case .bin(let bin): bins[bin.code] = bin
      case .product(let product): products[product.sku] = product
      case .carrier(let carrier): theCarriers[carrier.code] = carrier
      case .zone, .workstation, .numberRange, .asset, .count, .order, .unit: break
      }
    }
  }

  /// See `Facts`.
  public func site() -> Site? { theSite }
  /// See `Facts`.
  public func bin(_ code: Code<Bin>) -> Bin? { bins[code] }
  /// See `Facts`.
  public func product(_ sku: Code<Product>) -> Product? { products[sku] }
  /// See `Facts`.
  public func product(barcode: String) -> Product? {
    products.values.first { $0.units(of: barcode) != nil }
  }
  /// See `Facts`.
  public func stock(in holder: Holder) -> [Stock] { [] }
  /// See `Facts`.
  public func stock(at key: StockKey) -> Stock? { nil }
  /// See `Facts`.
  public func stock(of sku: Code<Product>) -> [BinStock] { [] }
  /// See `Facts`.
  public func order(_ number: Code<Order>) -> Order? { nil }
  /// See `Facts`.
  public func lines(of order: Code<Order>) -> [OrderLine] { [] }
  /// See `Facts`.
  public func receiver(of order: Code<Order>) -> Receiver? { nil }
  /// See `Facts`.
  public func orders(in state: Order.State, limit: Int) -> [Order] { [] }
  /// See `Facts`.
  public func orderCounts() -> [Order.State: Int] { [:] }
  /// See `Facts`.
  public func openOrders(of wave: Code<Wave>) -> Int { 0 }
  /// See `Facts`.
  public func wave(_ code: Code<Wave>) -> Wave? { nil }
  /// See `Facts`.
  public func waveProgress() -> [WaveProgress] { [] }
  /// See `Facts`.
  public func list(_ code: Code<PickList>) -> PickList? { nil }
  /// See `Facts`.
  public func lists(of wave: Code<Wave>) -> [PickList] { [] }
  /// See `Facts`.
  public func lists(in state: PickList.State) -> [PickList] { [] }
  /// See `Facts`.
  public func pickLine(_ code: Code<PickLine>) -> PickLine? { nil }
  /// See `Facts`.
  public func pickLines(of list: Code<PickList>) -> [PickLine] { [] }
  /// See `Facts`.
  public func pickLines(of order: Code<Order>) -> [PickLine] { [] }
  /// See `Facts`.
  public func tote(_ code: Code<Tote>) -> Tote? { nil }
  /// See `Facts`.
  public func totes(of order: Code<Order>) -> [Tote] { [] }
  /// See `Facts`.
  public func totes() -> [Tote] { [] }
  /// See `Facts`.
  public func cart(_ code: Code<Cart>) -> Cart? { nil }
  /// See `Facts`.
  public func carts() -> [Cart] { [] }
  /// See `Facts`.
  public func cartons() -> [CartonType] { [] }
  /// See `Facts`.
  public func workstation(_ code: Code<Workstation>) -> Workstation? { nil }
  /// See `Facts`.
  public func workstations() -> [Workstation] { [] }
  /// See `Facts`.
  public func printer(_ code: Code<LabelPrinter>) -> LabelPrinter? { nil }
  /// See `Facts`.
  public func printers() -> [LabelPrinter] { [] }
  /// See `Facts`.
  public func carrier(_ code: Code<Carrier>) -> Carrier? { theCarriers[code] }
  /// See `Facts`.
  public func carriers() -> [Carrier] { [] }
  /// See `Facts`.
  public func numberRange(of carrier: Code<Carrier>) -> NumberRange? { nil }
  /// See `Facts`.
  public func person(_ badge: Code<Operator>) -> Operator? { nil }
  /// See `Facts`.
  public func people() -> [Operator] { [] }
  /// See `Facts`.
  public func session(_ code: Code<Session>) -> Session? { nil }
  /// See `Facts`.
  public func sessions() -> [Session] { [] }
  /// See `Facts`.
  public func parcel(_ code: Code<Parcel>) -> Parcel? { nil }
  /// See `Facts`.
  public func parcel(waybill: String) -> Parcel? { nil }
  /// See `Facts`.
  public func parcels(of order: Code<Order>) -> [Parcel] { [] }
  /// See `Facts`.
  public func printJob(_ code: Code<PrintJob>) -> PrintJob? { nil }
  /// See `Facts`.
  public func printJobs(in state: PrintJob.State, limit: Int) -> [PrintJob] { [] }
  /// See `Facts`.
  public func listCount(in state: PickList.State) -> Int { 0 }
  /// See `Facts`.
  public func gathered(on list: Code<PickList>?) -> [Tote] { [] }
  /// See `Facts`.
  public func wall(_ code: Code<PutWall>) -> PutWall? { nil }
  /// See `Facts`.
  public func walls() -> [PutWall] { [] }
  /// See `Facts`.
  public func taken(of wall: Code<PutWall>) -> [WallSlot] { [] }
  /// See `Facts`.
  public func wallSlot(of order: Code<Order>) -> WallSlot? { nil }
  /// See `Facts`.
  public func journey(of parcel: Code<Parcel>) -> Journey? { nil }
  /// See `Facts`.
  public func journeys(in state: Journey.Subscription, limit: Int) -> [Journey] { [] }
  /// See `Facts`.
  public func chore(_ number: Int) -> Chore? { nil }
  /// See `Facts`.
  public func openChores(_ kind: Chore.Kind) -> [Chore] { [] }
  /// See `Facts`.
  public func chores(at holder: Holder) -> [Chore] { [] }
  /// See `Facts`.
  public func lastChore() -> Int { 0 }
  /// See `Facts`.
  public func picks(of list: Code<PickList>) -> [Pick] { [] }
  /// See `Facts`.
  public func openLines(from key: StockKey) -> [PickLine] { [] }
  /// See `Facts`.
  public func standing(of badge: Code<Operator>) -> Standing? { nil }
  /// See `Facts`.
  public func zone(_ code: Code<Zone>) -> Zone? { nil }
  /// See `Facts`.
  public func serial(_ number: String, of sku: Code<Product>) -> SerialNumber? { nil }
  /// See `Facts`.
  public func serials(_ number: String) -> [SerialNumber] { [] }
  /// See `Facts`.
  public func serials(in holder: Holder) -> [SerialNumber] { [] }
  /// See `Facts`.
  public func unit(_ code: Code<HandlingUnit>) -> HandlingUnit? { nil }
  /// See `Facts`.
  public func units(in bin: Code<Bin>) -> [HandlingUnit] { [] }
  /// See `Facts`.
  public func units(of list: Code<PickList>) -> [HandlingUnit] { [] }
  /// See `Facts`.
  public func waybillJob(_ code: Code<WaybillJob>) -> WaybillJob? { nil }
  /// See `Facts`.
  public func waybillJobs(of parcel: Code<Parcel>) -> [WaybillJob] { [] }
  /// See `Facts`.
  public func waybillJobs(in state: WaybillJob.State, limit: Int) -> [WaybillJob] { [] }
  /// See `Facts`.
  public func waybillsGiven(_ carrier: Code<Carrier>, since: Timestamp) -> Int { 0 }
  /// See `Facts`.
  public func carrierChoice() -> CarrierChoice? { nil }

  // The supervisor's board.
  /// See `Facts`.
  public func labelledOrders() -> [Code<Wave>: Int] { [:] }
  /// See `Facts`.
  public func notices(to badge: Code<Operator>) -> [Notice] { [] }
  /// See `Facts`.
  public func lastNotice() -> Int { 0 }
  /// See `Facts`.
  public func cage(_ code: Code<Cage>) -> Cage? { nil }
  /// See `Facts`.
  public func cages() -> [Cage] { [] }
  /// See `Facts`.
  public func caged(_ parcel: Code<Parcel>) -> CagedParcel? { nil }
  /// See `Facts`.
  public func caged(in cage: Code<Cage>) -> [CagedParcel] { [] }
  /// See `Facts`.
  public func figures(of cage: Code<Cage>) -> CageFigures { CageFigures() }
  /// See `Facts`.
  public func unsortedCount() -> Int { 0 }
  /// See `Facts`.
  public func parcels(of carrier: Code<Carrier>, in state: Parcel.State) -> [Parcel] { [] }
  /// See `Facts`.
  public func manifest(_ code: Code<Manifest>) -> Manifest? { nil }
  /// See `Facts`.
  public func manifests() -> [Manifest] { [] }
  /// See `Facts`.
  public func manifestCount() -> Int { 0 }
  /// See `Facts`.
  public func manifestLines(of code: Code<Manifest>) -> [ManifestLine] { [] }
  /// See `Facts`.
  public func manifest(of parcel: Code<Parcel>) -> Manifest? { nil }
  /// See `Facts`.
  public func message(_ key: String) -> OutboxMessage? { nil }
  /// See `Facts`.
  public func messages(in state: OutboxMessage.State, limit: Int) -> [OutboxMessage] { [] }
  /// See `Facts`.
  public func dueMessages(at moment: Timestamp, limit: Int) -> [OutboxMessage] { [] }
  /// See `Facts`.
  public func messageCounts() -> [OutboxMessage.State: Int] { [:] }
  /// See `Facts`.
  public func deeds(of code: String, before number: Int, limit: Int) -> [Deed] { [] }
  /// See `Facts`.
  public func deedCount(of code: String, from number: Int) -> Int { 0 }
  /// See `Facts`.
  public func unindexed() -> Int { 0 }
  /// See `Facts`.
  public func placeWork() -> [PlaceWork] { [] }
  /// See `Facts`.
  public func benchRules() -> BenchRules { BenchRules() }
  /// See `Facts`.
  public func packing(of parcel: Code<Parcel>) -> ParcelPacking? { nil }
  /// See `Facts`.
  public func learnedWeight(of sku: Code<Product>) -> LearnedWeight? { nil }
  /// See `Facts`.
  public func learnedWeights() -> [LearnedWeight] { [] }
  /// See `Facts`.
  public func shortLines() -> [PickLine] { [] }
}

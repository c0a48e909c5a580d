/// What is true in the store at one moment: the readings that rules and questions need.
///
/// Inside a commit the facts are those of its own transaction, so a rule never decides on what
/// has already changed. Every reading throws the store's own trouble (I/O); "there is none" is
/// nil or an empty list. Lists come in the order of their codes unless said otherwise.
public protocol Facts {
  /// The site, once it is imported.
  func site() throws -> Site?
  /// A bin.
  func bin(_ code: Code<Bin>) throws -> Bin?
  /// A product.
  func product(_ sku: Code<Product>) throws -> Product?
  /// The product that bears a barcode on any rung of its ladder.
  func product(barcode: String) throws -> Product?
  /// Everything on hand in one holder, by SKU, lot and expiry.
  func stock(in holder: Holder) throws -> [Stock]
  /// The pieces of one key.
  func stock(at key: StockKey) throws -> Stock?
  /// Everything on hand of a product in bins, with the bins, by bin code, lot and expiry.
  func stock(of sku: Code<Product>) throws -> [BinStock]
  /// An order.
  func order(_ number: Code<Order>) throws -> Order?
  /// An order's lines by number.
  func lines(of order: Code<Order>) throws -> [OrderLine]
  /// Who an order goes to; nil when it was erased.
  func receiver(of order: Code<Order>) throws -> Receiver?
  /// Up to `limit` orders in a state, most urgent first: priority, cut-off, number.
  func orders(in state: Order.State, limit: Int) throws -> [Order]
  /// How many orders are in each state.
  func orderCounts() throws -> [Order.State: Int]
  /// How many orders of a wave are neither packed, held nor cancelled.
  func openOrders(of wave: Code<Wave>) throws -> Int
  /// A wave.
  func wave(_ code: Code<Wave>) throws -> Wave?
  /// Every wave with its figures, by cut-off, then code.
  func waveProgress() throws -> [WaveProgress]
  /// A pick list.
  func list(_ code: Code<PickList>) throws -> PickList?
  /// A wave's pick lists.
  func lists(of wave: Code<Wave>) throws -> [PickList]
  /// The pick lists in a state, by cut-off of their wave, then code.
  func lists(in state: PickList.State) throws -> [PickList]
  /// A pick line.
  func pickLine(_ code: Code<PickLine>) throws -> PickLine?
  /// A list's lines by sequence, then code.
  func pickLines(of list: Code<PickList>) throws -> [PickLine]
  /// An order's pick lines.
  func pickLines(of order: Code<Order>) throws -> [PickLine]
  /// A tote.
  func tote(_ code: Code<Tote>) throws -> Tote?
  /// The totes that carry an order's pieces.
  func totes(of order: Code<Order>) throws -> [Tote]
  /// Every tote.
  func totes() throws -> [Tote]
  /// A cart.
  func cart(_ code: Code<Cart>) throws -> Cart?
  /// Every cart.
  func carts() throws -> [Cart]
  /// Every kind of carton.
  func cartons() throws -> [CartonType]
  /// A bench.
  func workstation(_ code: Code<Workstation>) throws -> Workstation?
  /// Every bench.
  func workstations() throws -> [Workstation]
  /// A printer.
  func printer(_ code: Code<LabelPrinter>) throws -> LabelPrinter?
  /// Every printer.
  func printers() throws -> [LabelPrinter]
  /// A carrier.
  func carrier(_ code: Code<Carrier>) throws -> Carrier?
  /// Every carrier.
  func carriers() throws -> [Carrier]
  /// A carrier's run of waybill numbers.
  func numberRange(of carrier: Code<Carrier>) throws -> NumberRange?
  /// A person.
  func person(_ badge: Code<Operator>) throws -> Operator?
  /// Everybody.
  func people() throws -> [Operator]
  /// A session.
  func session(_ code: Code<Session>) throws -> Session?
  /// Every session.
  func sessions() throws -> [Session]
  /// A parcel.
  func parcel(_ code: Code<Parcel>) throws -> Parcel?
  /// The parcel that bears a waybill number.
  func parcel(waybill: String) throws -> Parcel?
  /// An order's parcels.
  func parcels(of order: Code<Order>) throws -> [Parcel]
  /// A print job.
  func printJob(_ code: Code<PrintJob>) throws -> PrintJob?
  /// Up to `limit` print jobs in a state, oldest first.
  func printJobs(in state: PrintJob.State, limit: Int) throws -> [PrintJob]

  // Ways of picking.
  /// How many pick lists are in a state.
  func listCount(in state: PickList.State) throws -> Int
  /// The totes with pieces that were picked together, of one list or of all.
  func gathered(on list: Code<PickList>?) throws -> [Tote]
  /// A put wall.
  func wall(_ code: Code<PutWall>) throws -> PutWall?
  /// Every put wall.
  func walls() throws -> [PutWall]
  /// The slots of a wall that orders have, by number.
  func taken(of wall: Code<PutWall>) throws -> [WallSlot]
  /// The slot of a put wall that an order has.
  func wallSlot(of order: Code<Order>) throws -> WallSlot?

  // Exceptions and the work they leave behind.

  /// A chore.
  func chore(_ number: Int) throws -> Chore?
  /// The chores of a kind that are not done, by number.
  func openChores(_ kind: Chore.Kind) throws -> [Chore]
  /// The chores that are not done whose goods are in a holder, by number.
  func chores(at holder: Holder) throws -> [Chore]
  /// The highest number of a chore, 0 when there is none.
  func lastChore() throws -> Int
  /// The picks of a list that can be taken back, oldest first.
  func picks(of list: Code<PickList>) throws -> [Pick]
  /// The open pick lines promised from a key, by code.
  func openLines(from key: StockKey) throws -> [PickLine]

  // Sessions.

  /// What is kept of a badge; nil when nothing is.
  func standing(of badge: Code<Operator>) throws -> Standing?

  // What a stop knows.

  /// A zone.
  func zone(_ code: Code<Zone>) throws -> Zone?
  /// A serial number of a product.
  func serial(_ number: String, of sku: Code<Product>) throws -> SerialNumber?
  /// The serial numbers of all products that read the same, by SKU.
  func serials(_ number: String) throws -> [SerialNumber]
  /// The serial numbers of the pieces in a tote or a parcel, by SKU, then number.
  func serials(in holder: Holder) throws -> [SerialNumber]
  /// A handling unit.
  func unit(_ code: Code<HandlingUnit>) throws -> HandlingUnit?
  /// The whole handling units in a bin.
  func units(in bin: Code<Bin>) throws -> [HandlingUnit]
  /// The handling units of a list.
  func units(of list: Code<PickList>) throws -> [HandlingUnit]

  // Waybills.

  /// A waybill job.
  func waybillJob(_ code: Code<WaybillJob>) throws -> WaybillJob?
  /// The waybill jobs of a parcel, by revision.
  func waybillJobs(of parcel: Code<Parcel>) throws -> [WaybillJob]
  /// Up to `limit` waybill jobs in a state, those due first before others.
  func waybillJobs(in state: WaybillJob.State, limit: Int) throws -> [WaybillJob]
  /// How many waybills a carrier was asked for since a moment, those given up left out.
  func waybillsGiven(_ carrier: Code<Carrier>, since: Timestamp) throws -> Int
  /// The tariffs and rules, ready to choose by; nil when there are none.
  func carrierChoice() throws -> CarrierChoice?

  // The supervisor's board.

  /// How many orders of each wave on the floor have a label that came out of the printer.
  func labelledOrders() throws -> [Code<Wave>: Int]
  /// The words for somebody that were not read yet, by number.
  func notices(to badge: Code<Operator>) throws -> [Notice]
  /// The highest number of a notice, 0 when there is none.
  func lastNotice() throws -> Int

  // Out of the door.

  /// A cage.
  func cage(_ code: Code<Cage>) throws -> Cage?
  /// Every cage.
  func cages() throws -> [Cage]
  /// Where a parcel stands; nil when it is in no cage.
  func caged(_ parcel: Code<Parcel>) throws -> CagedParcel?
  /// What stands in a cage, by parcel.
  func caged(in cage: Code<Cage>) throws -> [CagedParcel]
  /// How much stands in a cage.
  func figures(of cage: Code<Cage>) throws -> CageFigures
  /// How many labelled parcels stand in no cage.
  func unsortedCount() throws -> Int
  /// A carrier's parcels in a state.
  func parcels(of carrier: Code<Carrier>, in state: Parcel.State) throws -> [Parcel]
  /// A manifest.
  func manifest(_ code: Code<Manifest>) throws -> Manifest?
  /// Every manifest.
  func manifests() throws -> [Manifest]
  /// How many manifests there are.
  func manifestCount() throws -> Int
  /// A manifest's lines by parcel.
  func manifestLines(of code: Code<Manifest>) throws -> [ManifestLine]
  /// The manifest a parcel goes or went with.
  func manifest(of parcel: Code<Parcel>) throws -> Manifest?
  /// A message to somebody outside.
  func message(_ key: String) throws -> OutboxMessage?
  /// Up to `limit` messages in a state, by when they are due, then key.
  func messages(in state: OutboxMessage.State, limit: Int) throws -> [OutboxMessage]
  /// Up to `limit` messages that can be delivered at a moment, by when they are due, then key.
  func dueMessages(at moment: Timestamp, limit: Int) throws -> [OutboxMessage]
  /// How many messages are in each state.
  func messageCounts() throws -> [OutboxMessage.State: Int]

  // Journeys.

  /// A parcel's way after its label; nil before anything is known or wanted of it.
  func journey(of parcel: Code<Parcel>) throws -> Journey?
  /// Up to `limit` journeys whose subscription is in a state, those due first before others.
  func journeys(in state: Journey.Subscription, limit: Int) throws -> [Journey]

  // Find and map.

  /// Up to `limit` deeds that mention a code, before a line of the journal, newest first.
  func deeds(of code: String, before number: Int, limit: Int) throws -> [Deed]
  /// How many deeds mention a code from a line of the journal on.
  func deedCount(of code: String, from number: Int) throws -> Int
  /// The last line of the journal that was written before there was an index; 0 for none.
  func unindexed() throws -> Int
  /// What was picked and what was short at every place, by aisle, then along it.
  func placeWork() throws -> [PlaceWork]

  // Bench.

  /// What is asked at the benches.
  func benchRules() throws -> BenchRules
  /// How a parcel is packed; nil where nothing is known of it.
  func packing(of parcel: Code<Parcel>) throws -> ParcelPacking?
  /// What pieces of a product weigh by history; nil where nothing was learned.
  func learnedWeight(of sku: Code<Product>) throws -> LearnedWeight?
  /// All that was learned, by SKU.
  func learnedWeights() throws -> [LearnedWeight]

  // Exceptions.

  /// The short lines of orders that are in a wave and not on a bench yet, by code.
  func shortLines() throws -> [PickLine]
}

/// Stock with the bin it lies in.
public struct BinStock: Hashable, Codable, Sendable {
  /// The bin.
  public var bin: Bin
  /// What lies in it.
  public var stock: Stock

  /// Joins a bin and its stock.
  public init(bin: Bin, stock: Stock) {
    self.bin = bin
    self.stock = stock
  }
}

/// A wave with its figures.
public struct WaveProgress: Hashable, Codable, Sendable {
  /// The wave.
  public var wave: Wave
  /// Orders in it.
  public var orders: Int
  /// Orders packed and labelled.
  public var packed: Int
  /// Orders waiting for a person's decision.
  public var held: Int
  /// Pick lists in it.
  public var lists: Int
  /// Pick lists nobody has taken yet.
  public var waiting: Int
  /// Pick lines in it.
  public var lines: Int
  /// Pick lines still open.
  public var open: Int
  /// Pick lines that came out short.
  public var short: Int
  /// People picking it now.
  public var pickers: Int
  /// Orders with a parcel in a cage.
  public var caged: Int
  /// Orders handed over to their carrier; they count as packed, too.
  public var shipped: Int

  /// Makes a wave's figures.
  public init(
    wave: Wave, orders: Int, packed: Int, held: Int, lists: Int, waiting: Int, lines: Int,
    open: Int, short: Int, pickers: Int, caged: Int = 0, shipped: Int = 0
  ) {
    self.caged = caged
    self.shipped = shipped
    self.wave = wave
    self.orders = orders
    self.packed = packed
    self.held = held
    self.lists = lists
    self.waiting = waiting
    self.lines = lines
    self.open = open
    self.short = short
    self.pickers = pickers
  }
}

import Warehouse

@testable import Storage

/// Every reading of a store, to be compared with that of another one.
struct Snapshot: Equatable {
  var site: Site?
  var bins: [Bin?]
  var products: [Product?]
  var stock: [[Stock]]
  var binStock: [[BinStock]]
  var orders: [[Order]]
  var lines: [[OrderLine]]
  var receivers: [Receiver?]
  var counts: [Order.State: Int]
  var waves: [WaveProgress]
  var lists: [[PickList]]
  var pickLines: [[PickLine]]
  var totes: [Tote]
  var totesOfOrders: [[Tote]]
  var equipment: [String]
  var people: [Operator]
  var sessions: [Session]
  var ranges: [NumberRange?]
  var parcels: [[Parcel]]
  var jobs: [[PrintJob]]
  var listCounts: [Int]
  var gathered: [[Tote]]
  var walls: [PutWall]
  var wallSlots: [[WallSlot]]
  var slotsOfOrders: [WallSlot?]

  init(_ facts: any Facts) throws {
    site = try facts.site()
    bins = try Floor.bins.map { try facts.bin($0.code) }
    products = try Floor.products.map { try facts.product($0.sku) }
    orders = try Order.State.allCases.map { try facts.orders(in: $0, limit: 1000) }
    let numbers = orders.flatMap { $0 }.map(\.number).sorted()
    parcels = try numbers.map { try facts.parcels(of: $0) }
    totes = try facts.totes()
    let holders: [Holder] =
      Floor.bins.map { .bin($0.code) } + totes.map { .tote($0.code) }
      + parcels.flatMap { $0 }.map { .parcel($0.code) } + [.outside]
    stock = try holders.map { try facts.stock(in: $0) }
    binStock = try Floor.products.map { try facts.stock(of: $0.sku) }
    lines = try numbers.map { try facts.lines(of: $0) }
    receivers = try numbers.map { try facts.receiver(of: $0) }
    counts = try facts.orderCounts()
    waves = try facts.waveProgress()
    lists =
      try waves.map { try facts.lists(of: $0.wave.code) }
      + PickList.State.allCases.map { try facts.lists(in: $0) }
    pickLines =
      try numbers.map { try facts.pickLines(of: $0) }
      + lists.flatMap { $0 }.map { try facts.pickLines(of: $0.code) }
    totesOfOrders = try numbers.map { try facts.totes(of: $0) }
    equipment = try [
      "\(facts.carts())", "\(facts.cartons())", "\(facts.workstations())", "\(facts.printers())",
      "\(facts.carriers())",
    ]
    people = try facts.people()
    sessions = try facts.sessions()
    ranges = try facts.carriers().map { try facts.numberRange(of: $0.code) }
    jobs = try PrintJob.State.allCases.map { try facts.printJobs(in: $0, limit: 1000) }
    listCounts = try PickList.State.allCases.map { try facts.listCount(in: $0) }
    gathered =
      try [facts.gathered(on: nil)]
      + lists.flatMap { $0 }.map { try facts.gathered(on: $0.code) }
    walls = try facts.walls()
    wallSlots = try walls.map { try facts.taken(of: $0.code) }
    slotsOfOrders = try numbers.map { try facts.wallSlot(of: $0) }
  }
}

/// A small random source that tells the same story for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

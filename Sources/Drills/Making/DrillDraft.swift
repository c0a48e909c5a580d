import Barcodes
public import Flows
public import Storage
public import Warehouse

/// A drill made from what really happened, with nobody in it: a file for the trainer to go on with.
///
/// Lines, quantities, bins, lots and cut-offs are those of the floor. People, numbers of orders,
/// phones and addresses are not taken over at all; products, bins and lots whose name gives
/// somebody away bear another one.
public struct DrillDraft {
  /// Nothing a drill can be made of, and why.
  public struct Trouble: Error, CustomStringConvertible {
    /// Why, in one line.
    public let description: String
  }

  /// What it is called.
  public var title: Text
  /// How far a trainee must be; from its size when nobody says.
  public var level: Drill.Level
  /// Who the trainee is.
  public var job = Drill.Job.picker
  /// What goes wrong.
  public var faults: [Fault] = []
  /// Whether emptied bins are asked about.
  public var zeroCheck = false
  /// What the file says of where it comes from, a line each.
  public var remarks: [String] = []
  /// Names that were replaced because somebody was in them.
  public let replaced: Int
  /// The orders, as the file counts them.
  public let orders: [Drill.Order]
  let way: WavePolicy
  let clock: String
  let site: [ImportRecord]
  let products: [ImportRecord]
  let stock: [ImportRecord]
  /// What the store's orders are called in the drill, from 1.
  let numbers: [Code<Order>: Int]
  /// What its bins and products are called.
  let bins: [Code<Bin>: String]
  let skus: [Code<Product>: String]
  /// The bins the wave's pieces come from, as the drill calls them, with how many.
  let promised: [String: Int]

  /// Makes a drill of a wave of a store.
  ///
  /// - Throws: when there is no such wave or it holds nothing.
  public init(wave code: Code<Wave>, of store: any Store) throws {
    let (shape, words) = try store.read { facts in
      func read(_ facts: some Facts) throws -> (WaveShape, PersonalWords) {
        (try WaveShape(facts, wave: code), try PersonalWords(facts))
      }
      return try read(facts)
    }
    self.init(shape, words)
    title = Text(zh: "实录波次", en: "A wave as it was")
  }

  init(_ shape: WaveShape, _ words: PersonalWords) {
    let totes = (1...max(40, shape.orders.count + 20)).map { "T\(Self.padded($0, 3))" }
    var names = Pseudonyms(words, reserved: Set(totes).union(Self.reserved))
    var bins: [Code<Bin>: String] = [:]
    for bin in shape.bins { bins[bin.code] = names.code(bin.code.rawValue) { "BIN-\($0)" } }
    var skus: [Code<Product>: String] = [:]
    for product in shape.products {
      skus[product.sku] = names.code(product.sku.rawValue) { "P\(Self.padded($0, 3))" }
    }
    self.bins = bins
    self.skus = skus
    var renamed = 0
    products = shape.products.map {
      let one = Self.product($0, skus[$0.sku] ?? "", &names)
      if one.name != $0.name { renamed += 1 }
      return .product(one)
    }
    stock = shape.stock.compactMap { key, quantity in
      guard case .bin(let bin) = key.holder, let bin = bins[bin], let sku = skus[key.sku] else {
        return nil
      }
      let lot = key.lot.isEmpty ? "" : names.code(key.lot) { "L\(Self.padded($0, 3))" }
      return .count(
        StockKey(holder: .bin(Code(bin)), sku: Code(sku), lot: lot, expiry: key.expiry),
        quantity: quantity)
    }
    site = Self.site(shape, bins, totes, &names)
    let offset = shape.site.utcOffset
    let day = shape.cutOff.day(utcOffset: offset)
    func minutes(_ time: Timestamp) -> Int {
      Int((time.milliseconds - Timestamp(day, minutes: 0, utcOffset: offset).milliseconds) / 60_000)
    }
    orders = shape.orders.map { order, lines in
      var pieces: [(sku: String, quantity: Int)] = []
      for line in lines {
        let sku = skus[line.sku] ?? ""
        if let index = pieces.firstIndex(where: { $0.sku == sku }) {
          pieces[index].quantity += line.quantity
        } else {
          pieces.append((sku, line.quantity))
        }
      }
      return Drill.Order(
        lines: pieces.map { Drill.Line(sku: $0.sku, quantity: min(1000, $0.quantity)) },
        cutOff: max(0, min(1439, minutes(order.cutOff))),
        priority: max(0, min(9, order.priority)))
    }
    numbers = Dictionary(
      shape.orders.enumerated().map { ($1.order.number, $0 + 1) }, uniquingKeysWith: { $1 })
    var promised: [String: Int] = [:]
    for promise in shape.promises {
      guard case .bin(let bin) = promise.from.holder else { continue }
      promised[bins[bin] ?? "", default: 0] += promise.quantity
    }
    self.promised = promised
    way = shape.way
    let last = minutes(shape.cutOff)
    let first = shape.released.map(minutes).flatMap { (0..<last).contains($0) ? $0 : nil }
    clock = "\(day) \(Self.clock(first ?? max(0, last - 90)))"
    replaced = names.replaced + renamed
    let isTracked = shape.products.contains { $0.tracking.lot || $0.tracking.expiry }
    level =
      switch orders.count {
      case 1: isTracked ? .lots : .singleOrder
      case 2...4: .cartOf4
      case 5...24: .cartOf12
      default: .peak
      }
    title = Text("")
  }

  /// Codes that every drill has.
  private static let reserved: Set<String> = [
    "B1", "B2", "C01", "C02", "P01", "W1", "LP1", "X77", "X88", "DRILL", "cutoff", "priority",
  ]

  private static func product(
    _ product: Product, _ sku: String, _ names: inout Pseudonyms
  ) -> Product {
    var one = product
    one.sku = Code(sku)
    one.name = names.name(product.name, else: Name(zh: "商品 \(sku)", en: "Product \(sku)"))
    one.packagings = product.packagings.map { rung in
      var rung = rung
      rung.barcodes = rung.barcodes.map { names.code($0, barcode) }
      return rung
    }
    if one.packagings.first?.barcodes.isEmpty ?? true {
      let own = [names.fresh(barcode)]
      if one.packagings.isEmpty {
        one.packagings = [Packaging(unit: "each", units: 1, barcodes: own)]
      } else {
        one.packagings[0].barcodes = own
      }
    }
    one.tracking.serial = false
    one.handling = Handling()
    return one
  }

  /// A number as shops give them to goods without one: it begins with 2.
  private static func barcode(_ count: Int) -> String {
    let digits = "29" + padded(count, 10)
    return digits + String(CheckDigit.modulo10(of: digits) ?? 0)
  }

  private static func site(
    _ shape: WaveShape, _ bins: [Code<Bin>: String], _ totes: [String], _ names: inout Pseudonyms
  ) -> [ImportRecord] {
    var site = shape.site
    site.code = "DRILL"
    site.name = Name(zh: "演练仓", en: "Drill floor")
    site.sender = nil
    site.houseRules = HouseRules()
    for index in site.layout.aisles.indices {
      site.layout.aisles[index].code = names.code(site.layout.aisles[index].code) { "G\($0)" }
    }
    var zones: [Code<Zone>: Code<Zone>] = [:]
    var records: [ImportRecord] = []
    for zone in shape.zones {
      let code = Code<Zone>(names.code(zone.code.rawValue) { "Z\($0)" })
      zones[zone.code] = code
      records.append(
        .zone(
          Zone(code: code, name: names.name(zone.name, else: Name(zh: "库区", en: "Zone")))))
    }
    site.walkRules.zones = site.walkRules.zones.compactMap { zones[$0] }
    // Numbers look as the carrier's do, and begin where no real one does.
    let prefix = shape.numbers?.prefix ?? ""
    let isKnown = shape.numbers != nil && !names.touches(prefix)
    let carrier = Code<Carrier>(
      isKnown ? names.code(shape.carrier.code.rawValue) { "K\($0)" } : names.fresh { "K\($0)" })
    let range = NumberRange(
      carrier: carrier, prefix: isKnown ? prefix : "73", next: 1, last: 99_999,
      digits: isKnown ? shape.numbers?.digits ?? 12 : 12)
    records += [
      .asset(.printer(LabelPrinter(code: "LP1", address: "spool:labels/LP1", format: "zpl"))),
      .workstation(Workstation(code: "P01", printer: "LP1")),
      .carrier(
        Carrier(
          code: carrier,
          name: names.name(shape.carrier.name, else: Name(zh: "快递", en: "Carrier")))),
      .numberRange(range),
      .asset(
        .person(
          Operator(
            badge: "B1", name: Name(zh: "学员", en: "Trainee"),
            roles: [.picker, .packer, .supervisor]))),
      .asset(
        .person(
          Operator(
            badge: "B2", name: Name(zh: "同事", en: "Colleague"), roles: [.picker, .packer]))),
      .asset(.cart(Cart(code: "C01", slots: max(12, site.slotsPerCart)))),
      .asset(.cart(Cart(code: "C02", slots: max(12, site.slotsPerCart)))),
    ]
    records += totes.map { .asset(.tote(Code($0))) }
    records.append(.asset(.wall(PutWall(code: "W1", slots: 6))))
    records += shape.bins.map { bin in
      var bin = bin
      bin.code = Code(bins[bin.code] ?? "")
      bin.zone = zones[bin.zone] ?? bin.zone
      bin.checkDigits = ""
      return .bin(bin)
    }
    return [.site(site)] + records
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func clock(_ minutes: Int) -> String {
    "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }
}

import Warehouse

@testable import Storage

/// A small floor: two aisles, three products, two carriers, three orders.
enum Floor {
  static let noon = Timestamp(milliseconds: 1_764_000_000_000)
  static let cutOff = noon.adding(milliseconds: 4 * 3_600_000)

  static let site = Site(
    code: "S1", name: Name(zh: "一号仓", en: "House one"),
    layout: FloorLayout(
      aisles: [.init(code: "A", x: 1000), .init(code: "B", x: 4000)], crossAisles: [0, 10_000]),
    start: FloorPoint(x: 0, y: 0), drop: FloorPoint(x: 5000, y: 0), slotsPerCart: 2)
  static let zone = Zone(code: "Z1", name: Name(zh: "一区", en: "Zone one"))

  static let bins: [Bin] = [
    Bin(code: "A-01", zone: "Z1", kind: .pickFace, aisle: 0, y: 1000, side: .left, level: 1),
    Bin(code: "A-02", zone: "Z1", kind: .pickFace, aisle: 0, y: 2000, side: .right, level: 1),
    Bin(code: "B-01", zone: "Z1", kind: .reserve, aisle: 1, y: 1000, side: .left, level: 2),
    Bin(code: "B-02", zone: "Z1", kind: .staging, aisle: 1, y: 9000, side: .right, level: 1),
  ]
  static let carriers = [
    Carrier(code: "SF", name: Name(zh: "顺丰", en: "SF")),
    Carrier(code: "YT", name: Name(zh: "圆通", en: "YTO")),
  ]
  static let range = NumberRange(carrier: "SF", prefix: "SF", next: 100, last: 102, digits: 6)
  static let printer = LabelPrinter(code: "P1", address: "spool:/tmp/labels")
  static let bench = Workstation(code: "W1", printer: "P1")
  static let li = Operator(
    badge: "LI", name: Name(zh: "李", en: "Li"), roles: [.picker, .packer], pin: "$6$x")
  static let wang = Operator(
    badge: "WANG", name: Name(zh: "王", en: "Wang"), roles: [.supervisor])
  static let cart = Cart(code: "C1", slots: 2)
  static let totes: [Code<Tote>] = ["T1", "T2", "T3"]
  static let carton = CartonType(
    code: "M", inside: Dimensions(length: 300, width: 200, height: 150), grams: 120)

  static let siteRecords: [ImportRecord] =
    [.site(site), .zone(zone)] + bins.map { .bin($0) } + [.workstation(bench)]
    + carriers.map { .carrier($0) }
    + [.numberRange(range), .asset(.person(li)), .asset(.person(wang)), .asset(.cart(cart))]
    + totes.map { .asset(.tote($0)) } + [.asset(.printer(printer)), .asset(.carton(carton))]

  static let cup = Product(
    sku: "CUP", name: Name(zh: "杯子", en: "Cup"),
    packagings: [
      Packaging(unit: "each", units: 1, barcodes: ["6901", "6902"]),
      Packaging(unit: "case", units: 12, barcodes: ["16901"]),
    ], grams: 250, size: Dimensions(length: 90, width: 90, height: 100), tracking: Tracking())
  static let tea = Product(
    sku: "TEA", name: Name(zh: "茶", en: "Tea"),
    packagings: [Packaging(unit: "each", units: 1, barcodes: ["6903"])], grams: 100,
    size: Dimensions(length: 100, width: 60, height: 40),
    tracking: Tracking(lot: true, expiry: true))
  static let bag = Product(
    sku: "BAG", name: Name(zh: "袋", en: "Bag"), packagings: [], grams: 10,
    size: Dimensions(length: 1, width: 1, height: 1), tracking: Tracking(serial: true))
  static let products = [cup, tea, bag]

  static let cups = StockKey(holder: .bin("A-01"), sku: "CUP")
  static let cupsAbove = StockKey(holder: .bin("B-01"), sku: "CUP")
  static let teas = StockKey(
    holder: .bin("A-02"), sku: "TEA", lot: "L1", expiry: Day(number: 20_301_231))
  static let counts: [ImportRecord] = [
    .count(cups, quantity: 10), .count(cupsAbove, quantity: 100), .count(teas, quantity: 6),
  ]

  static let receiver = Receiver(
    name: "Zhao", phone: "13800000000", region: "Zhejiang", address: "Road 1")

  static func order(
    _ number: Code<Order>, _ lines: [(Code<Product>, Int)], priority: Int = 0
  ) -> ImportRecord {
    .order(
      Order(
        number: number, channel: "shop", carrier: "SF", cutOff: cutOff, priority: priority,
        remark: "gift"),
      lines.enumerated().map { index, line in
        OrderLine(order: number, number: index + 1, sku: line.0, quantity: line.1)
      }, receiver)
  }

  static let orders: [ImportRecord] = [
    order("O1", [("CUP", 2), ("TEA", 1)]), order("O2", [("CUP", 3)], priority: 1),
    order("O3", [("TEA", 99)]),
  ]

  /// Brings the whole floor into an empty store.
  static func bring(into store: any Store) throws {
    try store.bring(.site, siteRecords, digest: "site")
    try store.bring(.products, products.map { .product($0) }, digest: "products")
    try store.bring(.stock, counts, digest: "stock")
    try store.bring(.orders, orders, digest: "orders")
  }
}

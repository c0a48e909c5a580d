import Station
import Storage
import Warehouse

/// A small floor nobody has: 3 aisles in 2 blocks, 15 bins, 6 products, 6 orders, 8 totes, 2 carts,
/// 2 benches with a printer each, a put wall of 6 slots, 3 cages, 5 people.
///
/// After `release` two waves are on the floor. W001 (carrier XD, 17:00) is one list of three
/// orders, W002 (carrier SH, 18:30) one of two. O-1006 wants more lamps than there are and waits.
struct SmallWorld {
  /// When it begins: 2026-11-22 14:00 of the site.
  static let start = Timestamp(milliseconds: 1_795_327_200_000)
  /// The PIN of B005.
  static let pin = "4711"

  /// Fills an empty store with everything but the supervisor's work.
  static func fill(_ store: any Store) throws {
    try land(site, as: .site, in: store)
    try land(products, as: .products, in: store)
    try land(stock, as: .stock, in: store)
    try land(orders, as: .orders, in: store)
  }

  /// Allocates, plans and releases what the store has.
  static func release(_ store: any Store) throws {
    let seed = Counter("small")
    let desk = FloorDesk(store: store, now: { start }, seed: { seed.next() })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
  }

  /// Lands records as a file of theirs would.
  static func land(
    _ records: [ImportRecord], as kind: ImportKind, in store: any Store, digest: String = "small"
  ) throws {
    guard let ticket = try store.beginImport(kind, digest: digest, at: start) else { return }
    try store.stage(records, for: ticket)
    _ = try store.land(ticket)
  }

  /// What files bring in trips: five lamps; orders whose truck leaves first, which share goods,
  /// orders of a single piece of tea, and two that want lamps.
  static let files: [String: [ImportRecord]] = told.merging([
    "stock more-lamps": [.count(StockKey(holder: .bin("C-02"), sku: "LAMP"), quantity: 5)],
    "site cartons": [("BX-0", 90, 200), ("BX-1", 200, 100), ("BX-9", 400, 250)].map {
      .asset(
        .carton(
          CartonType(
            code: Code($0.0), inside: Dimensions(length: $0.1, width: $0.1, height: 120),
            grams: $0.2)))
    },
    "site boss": [person("B006", "沈立夏", "Shen", [.supervisor], pin: PIN.hash(pin) ?? "")],
    "orders mixed": [
      order("O-2001", "XD", 60, [("TEA", 3), ("PEN", 1)]), order("O-2002", "XD", 60, [("TEA", 2)]),
      order("O-2003", "XD", 60, [("SOCK", 1), ("PEN", 2)]),
    ],
    "orders singles": [
      order("O-3001", "XD", 60, [("TEA", 1)]), order("O-3002", "XD", 60, [("TEA", 1)]),
      order("O-3003", "XD", 60, [("TEA", 1)], priority: 5),
      order("O-3004", "XD", 60, [("SOCK", 1)]),
    ],
    "orders lamps": [
      order("O-4001", "XD", 60, [("LAMP", 2)], priority: 5),
      order("O-4002", "XD", 60, [("LAMP", 2)]),
    ],
  ]) { $1 }

  static let site: [ImportRecord] =
    [
      .site(
        Site(
          code: "SMALL", name: Name(zh: "小仓", en: "Small house"),
          layout: FloorLayout(
            aisles: [
              .init(code: "A", x: 2000), .init(code: "B", x: 5000), .init(code: "C", x: 8000),
            ], crossAisles: [0, 10_000, 20_000]),
          start: FloorPoint(x: 2000, y: 0), drop: FloorPoint(x: 2000, y: 0), slotsPerCart: 3)),
      .zone(Zone(code: "Z1", name: Name(zh: "一区", en: "Zone one"))),
      .zone(Zone(code: "Z2", name: Name(zh: "二区", en: "Zone two"))),
      .asset(.printer(LabelPrinter(code: "P1", address: "spool:labels-1"))),
      .asset(.printer(LabelPrinter(code: "P2", address: "spool:labels-2"))),
      .workstation(Workstation(code: "W01", printer: "P1")),
      .workstation(Workstation(code: "W02", printer: "P2")),
      .workstation(Workstation(code: "W03", printer: "P1", fallback: "P2")),
      .carrier(Carrier(code: "XD", name: Name(zh: "迅达", en: "Swift"))),
      .carrier(Carrier(code: "SH", name: Name(zh: "山海", en: "Hills"))),
      .numberRange(NumberRange(carrier: "XD", prefix: "XD", next: 1, last: 900, digits: 8)),
      .numberRange(NumberRange(carrier: "SH", prefix: "SH", next: 1, last: 1, digits: 8)),
      .asset(.cart(Cart(code: "C01", slots: 3))), .asset(.cart(Cart(code: "C02", slots: 3))),
      .asset(.wall(PutWall(code: "PW1", slots: 6))),
      .asset(.cage(Cage(code: "XD-1", carrier: "XD", dock: "D1"))),
      .asset(.cage(Cage(code: "XD-2", carrier: "XD", dock: "D1"))),
      .asset(.cage(Cage(code: "SH-1", carrier: "SH"))),
      person("B001", "周小满", "Zhou", [.picker]),
      person("B002", "何立冬", "He", [.packer]),
      person("B003", "陆清明", "Lu", [.picker, .packer, .supervisor]),
      person("B004", "谷雨", "Gu", [.picker]),
      person("B005", "白露", "Bai", [.packer], pin: PIN.hash(pin) ?? ""),
    ] + (1...8).map { .asset(.tote(Code("T-0\($0)"))) } + bins

  private static let bins: [ImportRecord] =
    ["A", "B", "C"].enumerated().flatMap { aisle, letter in
      [2000, 6000, 12_000, 16_000].enumerated().map { place, y in
        bin("\(letter)-0\(place + 1)", .pickFace, aisle, y, place % 2 == 0 ? .left : .right)
      }
    } + [
      bin("A-04-2", .reserve, 0, 16_000, .right, level: 2),
      bin("C-04-2", .reserve, 2, 16_000, .right, level: 2), bin("STAGE", .staging, 0, 0, .left),
    ]

  private static let products: [ImportRecord] = [
    product("TEA", "龙井茶", "Longjing tea", 250, "2000000000114"),
    product("CUP", "白瓷杯", "White cup", 300, "2000000000220", ("case", 6, "12000000000227")),
    product("PEN", "中性笔", "Gel pen", 12, "2000000000336"),
    product("SOAP", "桂花香皂", "Osmanthus soap", 110, "2000000000442", tracking: true),
    product("SOCK", "棉袜", "Cotton socks", 60, "2000000000558"),
    product("LAMP", "台灯", "Desk lamp", 900, "2000000000664"),
  ]

  private static let stock: [ImportRecord] = [
    count("A-01", "TEA", 10), count("A-04-2", "TEA", 40), count("A-03", "CUP", 20),
    count("B-02", "PEN", 5), count("C-04", "PEN", 30), count("C-01", "SOCK", 12),
    count("C-03", "LAMP", 2),
    .count(
      StockKey(holder: .bin("B-04"), sku: "SOAP", lot: "L7", expiry: Day(number: 20_280_501)),
      quantity: 8),
  ]

  private static let orders: [ImportRecord] = [
    order("O-1001", "XD", 180, [("TEA", 2), ("PEN", 1)]),
    order("O-1002", "XD", 180, [("CUP", 7)]),
    order("O-1003", "XD", 180, [("SOCK", 1), ("SOAP", 2)]),
    order("O-1004", "SH", 270, [("LAMP", 2), ("TEA", 1)]),
    order("O-1005", "SH", 270, [("PEN", 4)]),
    order("O-1006", "SH", 270, [("LAMP", 3)]),
  ]

  private static func person(
    _ badge: Code<Operator>, _ zh: String, _ en: String, _ roles: Set<Role>, pin: String = ""
  ) -> ImportRecord {
    .asset(.person(Operator(badge: badge, name: Name(zh: zh, en: en), roles: roles, pin: pin)))
  }

  private static func bin(
    _ code: String, _ kind: Bin.Kind, _ aisle: Int, _ y: Int, _ side: Bin.Side, level: Int = 1
  ) -> ImportRecord {
    .bin(
      Bin(
        code: Code(code), zone: aisle < 2 ? "Z1" : "Z2", kind: kind, aisle: aisle, y: y, side: side,
        level: level))
  }

  private static func product(
    _ sku: Code<Product>, _ zh: String, _ en: String, _ grams: Int, _ barcode: String,
    _ pack: (unit: String, units: Int, barcode: String)? = nil, tracking: Bool = false
  ) -> ImportRecord {
    var packagings = [Packaging(unit: "each", units: 1, barcodes: [barcode])]
    if let pack {
      packagings.append(Packaging(unit: pack.unit, units: pack.units, barcodes: [pack.barcode]))
    }
    return .product(
      Product(
        sku: sku, name: Name(zh: zh, en: en), packagings: packagings, grams: grams,
        size: Dimensions(length: 100, width: 80, height: 60),
        tracking: Tracking(lot: tracking, expiry: tracking)))
  }

  private static func count(
    _ bin: Code<Bin>, _ sku: Code<Product>, _ quantity: Int
  ) -> ImportRecord {
    .count(StockKey(holder: .bin(bin), sku: sku), quantity: quantity)
  }

  static func order(
    _ number: Code<Order>, _ carrier: Code<Carrier>, _ minutes: Int64,
    _ lines: [(sku: Code<Product>, quantity: Int)], priority: Int = 0
  ) -> ImportRecord {
    .order(
      Order(
        number: number, channel: "shop", carrier: carrier,
        cutOff: start.adding(milliseconds: minutes * 60_000), priority: priority),
      lines.enumerated().map { index, line in
        OrderLine(order: number, number: index + 1, sku: line.sku, quantity: line.quantity)
      },
      Receiver(name: "某人", phone: "000", region: "某省某市", address: "某路 \(number)"))
  }
}

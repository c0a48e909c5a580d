public import Storage
public import Warehouse

/// A small invented floor for tests: two blocks, four aisles, a dozen bins, six products, people,
/// carts, totes and a bench with a printer.
///
/// `S1` lies in two bins, `S2` has lots and expiries, `S6` comes in cases of twelve.
public struct TestFloor {
  /// The moment everything happens at unless a test says otherwise: 2026-11-22 14:00 in China.
  public static let start = Timestamp(
    Day(number: 20_261_122) ?? Day(daysSince1970: 0), minutes: 14 * 60, utcOffset: 480)

  /// The store the floor is in.
  public let store: any Store
  private var count = 0

  /// Fills an empty store.
  public init(_ store: any Store) throws {
    self.store = store
    try load(.site, Self.site)
    try load(.products, Self.products)
    try load(.stock, Self.stock)
  }

  /// A floor that is there already.
  public init(adding store: any Store) throws {
    self.store = store
  }

  /// Stages and lands records.
  public func load(_ kind: ImportKind, _ records: [ImportRecord]) throws {
    guard
      let ticket = try store.beginImport(
        kind, digest: "\(kind) \(records.count) \(records.hashValue)", at: Self.start)
    else { return }
    try store.stage(records, for: ticket)
    _ = try store.land(ticket)
  }

  /// Lands an order of some products.
  public func order(
    _ number: Code<Order>, _ wanted: [(Code<Product>, Int)], carrier: Code<Carrier> = "YTO",
    priority: Int = 0
  ) throws {
    let lines = wanted.enumerated().map { index, line in
      OrderLine(order: number, number: index + 1, sku: line.0, quantity: line.1)
    }
    let order = Order(
      number: number, channel: "shop", carrier: carrier,
      cutOff: Self.start.adding(milliseconds: 7_200_000), priority: priority)
    let receiver = Receiver(
      name: "张三", phone: "13800130000", region: "浙江省 杭州市", address: "测试路 1 号")
    try load(.orders, [.order(order, lines, receiver)])
  }

  /// Carries out a command as a program does, or as a session.
  @discardableResult
  public mutating func commit(
    _ command: Command, by session: Session? = nil, at: Timestamp = start
  ) throws -> Outcome {
    count += 1
    return try store.commit(
      Commit(
        id: "test.\(count)", command: command,
        author: session.map { Author(session: $0.code, token: $0.token) }, at: at))
  }

  /// Signs a person in on a handheld of their own.
  public mutating func signIn(
    _ badge: Code<Operator>, bench: Code<Workstation>? = nil, cart: Code<Cart>? = nil
  ) throws -> Session {
    var session: Session?
    let signIn = Command.signIn(
      session: Code("S-\(badge)"), badge: badge, device: Code("H-\(badge)"), takeOver: true)
    if case .done(.signedIn(let new)) = try commit(signIn) { session = new }
    if bench != nil || cart != nil,
      case .done(.signedIn(let new)) = try commit(
        .equip(workstation: bench, cart: cart), by: session)
    {
      session = new
    }
    guard let session else { throw Missing(what: "session of \(badge)") }
    return session
  }

  /// What a test expected to be there is not.
  public struct Missing: Error {
    /// What is missing.
    public let what: String

    /// Says what is missing.
    public init(what: String) {
      self.what = what
    }
  }
}

extension TestFloor {
  private static let layout = FloorLayout(
    aisles: ["A", "B", "C", "D"].enumerated().map { index, code in
      FloorLayout.Aisle(code: code, x: index * 3000)
    }, crossAisles: [0, 10_000, 20_000])

  static let site: [ImportRecord] =
    [
      .site(
        Site(
          code: "T1", name: Name(zh: "测试仓", en: "Test site"), layout: layout,
          start: FloorPoint(x: 0, y: 0), drop: FloorPoint(x: 9000, y: 0), slotsPerCart: 3)),
      .zone(Zone(code: "Z", name: Name(zh: "拣货区", en: "Picking"))),
      .carrier(Carrier(code: "YTO", name: Name(zh: "圆通", en: "YTO"))),
      .carrier(Carrier(code: "SF", name: Name(zh: "顺丰", en: "SF"))),
      .numberRange(NumberRange(carrier: "YTO", prefix: "YT", next: 1, last: 999, digits: 13)),
      .numberRange(NumberRange(carrier: "SF", prefix: "SF", next: 1, last: 1, digits: 13)),
      .asset(.printer(LabelPrinter(code: "LP1", address: "spool:labels/LP1"))),
      .workstation(Workstation(code: "P01", printer: "LP1")),
      .workstation(Workstation(code: "P02")),
      .asset(.cart(Cart(code: "C01", slots: 3))), .asset(.cart(Cart(code: "C02", slots: 3))),
      .asset(.wall(PutWall(code: "PW1", slots: 8))),
      .asset(.person(person("B001", "李敏", "Li Min", [.picker]))),
      .asset(.person(person("B002", "王强", "Wang Qiang", [.picker, .packer]))),
      .asset(.person(person("B011", "周琳", "Zhou Lin", [.packer]))),
      .asset(.person(person("B021", "何静", "He Jing", [.supervisor]))),
    ] + (1...9).map { .asset(.tote(Code("T00\($0)"))) }
    + bins.map { .bin($0) }

  static let bins: [Bin] = (0..<4).flatMap { aisle in
    [2000, 8000, 15_000].enumerated().map { place, y in
      Bin(
        code: Code("\(["A", "B", "C", "D"][aisle])-0\(place + 1)-1"), zone: "Z",
        kind: place == 2 ? .reserve : .pickFace, aisle: aisle, y: y,
        side: place % 2 == 0 ? .left : .right, level: 1)
    }
  }

  static let products: [ImportRecord] = [
    product("S1", "薯片 原味 70g", "Potato chips original 70g", "6901234567892", 70),
    product(
      "S2", "酸奶 200g", "Yoghurt 200g", "6901234567885", 220,
      tracking: Tracking(lot: true, expiry: true)),
    product("S3", "牙膏 120g", "Toothpaste 120g", "6901234567878", 150),
    product("S4", "笔记本 A5", "Notebook A5", "6901234567861", 180),
    product("S5", "薯片 原味 40g", "Potato chips original 40g", "6901234567854", 40),
    product(
      "S6", "矿泉水 550ml", "Water 550ml", "6901234567847", 570,
      cases: Packaging(unit: "case", units: 12, barcodes: ["16901234567844"])),
  ]

  static let stock: [ImportRecord] = [
    count("A-01-1", "S1", 3), count("C-02-1", "S1", 5), count("B-01-1", "S3", 10),
    count("D-02-1", "S4", 10), count("A-02-1", "S5", 4), count("C-01-1", "S6", 30),
    .count(
      StockKey(holder: .bin("B-02-1"), sku: "S2", lot: "L1", expiry: Day(number: 20_261_201)),
      quantity: 2),
    .count(
      StockKey(holder: .bin("D-01-1"), sku: "S2", lot: "L2", expiry: Day(number: 20_270_301)),
      quantity: 6),
    .count(
      StockKey(holder: .bin("C-03-1"), sku: "S2", lot: "L0", expiry: Day(number: 20_261_120)),
      quantity: 9),
  ]

  private static func count(
    _ bin: Code<Bin>, _ sku: Code<Product>, _ quantity: Int
  ) -> ImportRecord {
    .count(StockKey(holder: .bin(bin), sku: sku), quantity: quantity)
  }

  private static func person(
    _ badge: Code<Operator>, _ zh: String, _ en: String, _ roles: Set<Role>
  ) -> Operator {
    Operator(badge: badge, name: Name(zh: zh, en: en), roles: roles)
  }

  private static func product(
    _ sku: Code<Product>, _ zh: String, _ en: String, _ barcode: String, _ grams: Int,
    tracking: Tracking = Tracking(), cases: Packaging? = nil
  ) -> ImportRecord {
    .product(
      Product(
        sku: sku, name: Name(zh: zh, en: en),
        packagings: [Packaging(unit: "each", units: 1, barcodes: [barcode])]
          + (cases.map { [$0] } ?? []), grams: grams,
        size: Dimensions(length: 100, width: 80, height: 40), tracking: tracking))
  }
}

extension TestFloor {
  /// The site.
  public static var siteRecord: Site? {
    if case .site(let site)? = site.first { site } else { nil }
  }
}

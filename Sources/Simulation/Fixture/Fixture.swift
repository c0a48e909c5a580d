public import Warehouse

/// A made-up warehouse with its products, stock and orders: the same for a seed everywhere.
///
/// What it holds are the records the import of its files gives, in the same order, so that a
/// simulation can begin without files. Nobody and nothing in it is real but the cities and the
/// carriers.
public struct Fixture: FixtureSource {
  /// The day of its orders: lots expire around it.
  public static let day = Day(daysSince1970: 20_779)

  /// How much there is in it.
  public let size: FixtureSize
  /// What chance is made of.
  public let seed: UInt64
  private let floor: FixtureFloor
  private let catalog: FixtureCatalog
  private let stock: FixtureStock

  /// Makes a warehouse.
  ///
  /// O(bins + products + stock) in time and memory; orders are made on demand.
  public init(size: FixtureSize = .demo, seed: UInt64 = 1) {
    self.size = size
    self.seed = seed
    floor = FixtureFloor(size)
    catalog = FixtureCatalog(count: size.products, seed: seed)
    stock = FixtureStock(floor, catalog, seed: seed)
  }

  /// Whether its site is large enough to be written as a table.
  public var isLarge: Bool { floor.bins.count > 10_000 }

  /// Hands on the records of a kind, one after the other.
  public func records<E: Error>(
    _ kind: ImportKind, _ body: (ImportRecord) throws(E) -> Void
  ) throws(E) {
    switch kind {
    case .site:
      for record in assets { try body(record) }
      for bin in floor.bins { try body(.bin(bin)) }
    case .products:
      for product in catalog.products { try body(.product(product)) }
    case .stock:
      for row in stock.byBin { try body(count(row)) }
    case .orders:
      var orders = FixtureOrders(catalog, stock, count: size.orders, day: Self.day, seed: seed)
      for place in 0..<size.orders {
        let entry = orders.next(at: place)
        try body(.order(entry.order, entry.lines, entry.receiver))
      }
    }
  }

  /// The orders that cannot be filled, whatever is promised first, in the order of the file.
  public var backorders: [Code<Order>] {
    var orders = FixtureOrders(catalog, stock, count: size.orders, day: Self.day, seed: seed)
    return (0..<size.orders).compactMap { place in
      let entry = orders.next(at: place)
      return entry.isBackorder ? entry.order.number : nil
    }
  }

  private func count(_ row: FixtureStock.Row) -> ImportRecord {
    let product = catalog.products[row.product]
    let made = Day(daysSince1970: Self.day.daysSince1970 - row.age)
    let expiry = catalog.family(of: row.product).shelfLife.map {
      Day(daysSince1970: made.daysSince1970 + $0)
    }
    let key = StockKey(
      holder: .bin(floor.bins[row.bin].code), sku: product.sku,
      lot: product.tracking.lot ? "L\(made.number % 1_000_000)" : "", expiry: expiry)
    return .count(key, quantity: row.quantity)
  }

  /// Everything of the site but its bins.
  private var assets: [ImportRecord] {
    let site = Site(
      code: "DEMO", name: Name(zh: "拣途示范仓", en: "Pickway demo warehouse"), layout: floor.layout,
      start: floor.start, drop: floor.drop, slotsPerCart: 8, utcOffset: FixturePlace.utcOffset,
      sender: FixturePlace.sender)
    let zones = [
      Zone(code: "F", name: Name(zh: "食品饮料区", en: "Food and drink")),
      Zone(code: "G", name: Name(zh: "百货区", en: "General goods")),
      Zone(code: "R", name: Name(zh: "存储区", en: "Reserve")),
      Zone(code: "S", name: Name(zh: "集货区", en: "Staging")),
    ]
    let printers = ["LP1", "LP2"].map {
      LabelPrinter(code: Code($0), address: "spool:labels/\($0)")
    }
    let benches = [
      Workstation(code: "P01", printer: "LP1"), Workstation(code: "P02", printer: "LP2"),
    ]
    let cartons = [
      (1, 200, 140, 90, 60), (2, 270, 180, 140, 110), (3, 350, 250, 200, 190),
      (4, 450, 330, 260, 320), (5, 580, 420, 360, 540),
    ]
    return [.site(site)] + zones.map { .zone($0) } + printers.map { .asset(.printer($0)) }
      + benches.map { .workstation($0) }
      + FixturePlace.trucks.flatMap { truck -> [ImportRecord] in
        [
          .carrier(Carrier(code: truck.carrier, name: truck.name, lowWater: 1000)),
          .numberRange(truck.numbers),
        ]
      } + [.carrier(FixturePlace.anyCarrier)]
      + (0..<size.people).map { .asset(.person(FixturePeople.person($0))) }
      + (1...size.carts).map {
        .asset(.cart(Cart(code: Code("C" + FixtureFloor.padded($0, 2)), slots: site.slotsPerCart)))
      }
      + (1...size.totes).map {
        .asset(.tote(Code("T" + FixtureFloor.padded($0, max(3, String(size.totes).count)))))
      }
      + cartons.map { number, length, width, height, grams in
        .asset(
          .carton(
            CartonType(
              code: Code("K\(number)"),
              inside: Dimensions(length: length, width: width, height: height), grams: grams)))
      }
      + (1...2).map { .asset(.wall(PutWall(code: Code("PW\($0)"), slots: 18))) }
      + FixturePlace.trucks.enumerated().flatMap { index, truck in
        (1...2).map { number in
          .asset(
            .cage(
              Cage(
                code: Code("\(truck.carrier)-\(number)"), carrier: truck.carrier,
                dock: Code("D\(index + 1)"))))
        }
      }
  }
}

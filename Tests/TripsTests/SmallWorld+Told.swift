import Warehouse

/// Goods that tell more than what they are: milk in two lots, phones with serial numbers, ham that is
/// weighed, wine on a pallet; and a house that asks for it.
extension SmallWorld {
  static let told: [String: [ImportRecord]] = [
    "site told": house(lots: .named, serials: .pick),
    "site bench": house(lots: .book, serials: .bench),
    "site trained": house(
      lots: .book, serials: .off,
      trainings: [TrainingRule(job: .packing, training: .packing)]),
    "site each": house(lots: .book, serials: .off) + [
      .zone(Zone(code: "Z1", name: Name(zh: "一区", en: "Zone one"), scanning: .each))
    ],
    "products told": [
      goods("MILK", "鲜奶", "Milk", 500, "2000000000770", Tracking(lot: true, expiry: true)),
      goods("PHONE", "手机", "Phone", 200, "2000000000886", Tracking(serial: true)),
      goods(
        "HAM", "火腿", "Ham", 500, "2000000000992", Tracking(), Handling(catchWeight: 10)),
      goods("WINE", "红酒", "Wine", 1200, "2000000001012", Tracking()),
    ],
    "stock told": [
      lot("A-02", "MILK", "M1", 20_270_201, 4), lot("A-02", "MILK", "M2", 20_270_301, 6),
      lot("A-02", "MILK", "M0", 20_261_123, 3),
      lot("B-03", "MILK", "M3", 20_270_501, 9),
      .count(StockKey(holder: .bin("B-01"), sku: "PHONE"), quantity: 5),
      .count(StockKey(holder: .bin("B-03"), sku: "HAM"), quantity: 6),
      .count(StockKey(holder: .bin("C-02"), sku: "WINE"), quantity: 24),
      .unit(
        HandlingUnit(
          code: "106900000000000017", goods: StockKey(holder: .bin("C-02"), sku: "WINE"),
          quantity: 12)),
    ],
    "stock milk": [lot("A-02", "MILK", "M1", 20_270_201, 4)],
    "orders milk": [order("O-4001", "XD", 60, [("MILK", 2)])],
    "orders phone": [order("O-4002", "XD", 60, [("PHONE", 2)])],
    "orders ham": [order("O-4003", "XD", 60, [("HAM", 2)])],
    "orders wine": [order("O-4004", "XD", 60, [("WINE", 13)])],
    "orders tea": [order("O-4005", "XD", 60, [("TEA", 2)])],
    "orders socks": [instead(order("O-4006", "XD", 60, [("SOCK", 2)]), "PEN")],
  ]

  private static func house(
    lots: LotRule, serials: SerialRule, trainings: [TrainingRule] = []
  ) -> [ImportRecord] {
    site.compactMap { record in
      guard case .site(var site) = record else { return nil }
      site.houseRules = HouseRules(lots: lots, serials: serials)
      site.houseRules.trainings = trainings
      return .site(site)
    }
  }

  private static func goods(
    _ sku: Code<Product>, _ zh: String, _ en: String, _ grams: Int, _ barcode: String,
    _ tracking: Tracking, _ handling: Handling = Handling()
  ) -> ImportRecord {
    .product(
      Product(
        sku: sku, name: Name(zh: zh, en: en),
        packagings: [Packaging(unit: "each", units: 1, barcodes: [barcode])], grams: grams,
        size: Dimensions(length: 100, width: 80, height: 60), tracking: tracking,
        handling: handling))
  }

  private static func lot(
    _ bin: Code<Bin>, _ sku: Code<Product>, _ lot: String, _ day: Int, _ quantity: Int
  ) -> ImportRecord {
    .count(
      StockKey(holder: .bin(bin), sku: sku, lot: lot, expiry: Day(number: day)), quantity: quantity)
  }

  /// The order with a product that may go in place of each of its lines.
  private static func instead(_ record: ImportRecord, _ sku: Code<Product>) -> ImportRecord {
    guard case .order(let order, var lines, let receiver) = record else { return record }
    for index in lines.indices { lines[index].substitute = sku }
    return .order(order, lines, receiver)
  }
}

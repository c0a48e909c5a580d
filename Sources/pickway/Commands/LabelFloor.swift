import Flows
import Foundation
import Labels
import Station
import Storage
import Warehouse

/// An invented floor with orders of one piece, packed one after the other at a bench with a printer.
struct LabelFloor {
  private let store: SQLiteStore
  private let folder: String
  private let worker: PrintWorker
  private let author: Author

  private static let slots = 10

  /// Makes the store in a folder and plans all orders.
  init(folder: String, printer: String, format: LabelFormat, orders: Int) throws {
    self.folder = folder
    store = try SQLiteStore.create(at: "\(folder)/labels-\(Machine.seed()).sqlite")
    worker = PrintWorker(store: store, claimant: "bench", folder: folder, now: Machine.now)
    let records = Self.site(printer, format, orders: orders)
    try Self.land(.site, records, in: store)
    try Self.land(.products, [.product(Self.goods)], in: store)
    let key = StockKey(holder: .bin("A-01"), sku: Self.goods.sku)
    try Self.land(.stock, [.count(key, quantity: orders)], in: store)
    try Self.land(.orders, (0..<orders).map(Self.order), in: store)
    let desk = FloorDesk(store: store, now: Machine.now, seed: Machine.seed)
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    guard
      case .signedIn(let session) = try store.carryOut(
        .signIn(session: "S1", badge: "B1", device: "H1", takeOver: true))
    else { throw Failure(.software, "nobody is signed in") }
    author = Author(session: session.code, token: session.token)
    _ = try done(.equip(workstation: "P01", cart: "C1"))
  }

  /// Picks every order and lays it on the bench: each parcel waits for its last good scan.
  func prepare() throws -> [Code<Parcel>] {
    var parcels: [Code<Parcel>] = []
    var totes = 0
    while let list = try store.read({ try $0.lists(in: .released).first }) {
      for order in try pick(list, &totes) {
        guard case .opened(let parcel) = try done(.openParcel(order: order)) else { continue }
        parcels.append(parcel)
      }
    }
    return parcels
  }

  /// The last good scan.
  func pack(_ parcel: Code<Parcel>) throws {
    _ = try done(.verify(parcel: parcel, sku: Self.goods.sku, units: 1))
  }

  /// Prints what is queued.
  func print() throws { _ = try worker.work() }

  /// Prints on a thread of its own, as a console does.
  func printing() -> PrintLoop {
    PrintLoop(store: store, claimant: "bench", folder: folder, now: Machine.now)
  }

  /// How many labels are proven.
  func proven() throws -> Int {
    try store.read { try $0.printJobs(in: .printed, limit: .max).count }
  }

  private func pick(_ list: PickList, _ count: inout Int) throws -> [Code<Order>] {
    _ = try done(.take(list.code))
    var totes: [Int: Code<Tote>] = [:]
    for slot in list.slots {
      count += 1
      let tote = Code<Tote>("T\(count)")
      totes[slot.number] = tote
      _ = try done(.bind(list: list.code, slot: slot.number, tote: tote))
    }
    let lines = try store.read { try $0.pickLines(of: list.code) }
    for line in lines {
      guard let tote = totes[line.slot] else { continue }
      _ = try done(.pick(line: line.code, quantity: line.quantity, bin: "A-01", tote: tote))
    }
    _ = try done(.finish(list: list.code))
    return lines.map(\.order)
  }

  private func done(_ command: Command) throws -> Receipt {
    let outcome = try store.commit(
      Commit(id: Machine.seed(), command: command, author: author, at: Machine.now()))
    switch outcome {
    case .done(let receipt): return receipt
    case .refused(let refusal): throw Failure(.software, refusal.sentence)
    }
  }

  // MARK: - The invented floor

  private static func land(
    _ kind: ImportKind, _ records: [ImportRecord], in store: SQLiteStore
  ) throws {
    guard let ticket = try store.beginImport(kind, digest: Machine.seed(), at: Machine.now())
    else { return }
    try store.stage(records, for: ticket)
    _ = try store.land(ticket)
  }

  private static func site(
    _ printer: String, _ format: LabelFormat, orders: Int
  ) -> [ImportRecord] {
    let person = Operator(
      badge: "B1", name: Name(zh: "测试", en: "Test"), roles: [.picker, .packer])
    return [
      .site(
        Site(
          code: "BENCH", name: Name(zh: "测速仓", en: "Bench site"),
          layout: FloorLayout(aisles: [.init(code: "A", x: 0)], crossAisles: [0, 10_000]),
          start: FloorPoint(x: 0, y: 0), drop: FloorPoint(x: 0, y: 0), slotsPerCart: slots)),
      .zone(Zone(code: "Z", name: Name(zh: "一区", en: "Zone"))),
      .carrier(Carrier(code: "YTO", name: Name(zh: "圆通速递", en: "YTO"))),
      .numberRange(
        NumberRange(carrier: "YTO", prefix: "YT", next: 1, last: orders, digits: 13)),
      .asset(.printer(LabelPrinter(code: "LP1", address: printer, format: format.rawValue))),
      .workstation(Workstation(code: "P01", printer: "LP1")),
      .asset(.cart(Cart(code: "C1", slots: slots))), .asset(.person(person)),
      .bin(
        Bin(
          code: "A-01", zone: "Z", kind: .pickFace, aisle: 0, y: 2000, side: .left, level: 1)),
    ] + (1...orders).map { .asset(.tote(Code("T\($0)"))) }
  }

  private static let goods = Product(
    sku: "S1", name: Name(zh: "薯片 原味 70g", en: "Potato chips original 70g"),
    packagings: [Packaging(unit: "each", units: 1, barcodes: ["6901234567892"])], grams: 70,
    size: Dimensions(length: 100, width: 80, height: 40), tracking: Tracking())

  /// No two labels have the same name, phone and address.
  private static func order(_ index: Int) -> ImportRecord {
    let family = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许")
    let given = Array("明华国建文军平志伟东海强晓生光林小民永杰")
    let streets = ["解放路", "人民大道", "中山北路", "建设街", "文化巷", "科技园南区", "滨江东路"]
    let regions = ["浙江省 杭州市 西湖区", "广东省 深圳市 南山区", "四川省 成都市 武侯区", "湖北省 武汉市 洪山区"]
    let number = Code<Order>("O\(10_000 + index)")
    let order = Order(
      number: number, channel: "shop", carrier: "YTO",
      cutOff: Machine.now().adding(milliseconds: 36_000_000))
    let receiver = Receiver(
      name: "\(family[index % 20])\(given[index / 20 % 20])\(given[index / 7 % 20])",
      phone: "138\(10_000_000 + index)", region: regions[index % 4],
      address: "\(streets[index % 7])\(index + 1)号\(index % 30 + 1)幢\(index % 9 + 1)单元")
    return .order(
      order, [OrderLine(order: number, number: 1, sku: goods.sku, quantity: 1)], receiver)
  }
}

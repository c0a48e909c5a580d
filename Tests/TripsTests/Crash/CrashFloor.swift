import Foundation
import Station
import Storage
import Trips
import Warehouse

/// A store one scan before the last good one: an order lies on the bench, all but a pen verified.
enum CrashFloor {
  /// Where its number comes from.
  enum Numbers: CaseIterable {
    /// From its carrier, asked for.
    case carrier
    /// From the site's own run.
    case pool

    /// The order's carrier.
    var code: Code<Carrier> {
      switch self {
      case .carrier: "ZTO"
      case .pool: "OWN"
      }
    }
  }

  static let person = "first"
  static let order: Code<Order> = "O-9001"
  static let parcel: Code<Parcel> = "O-9001-1"
  static let printer: Code<LabelPrinter> = "P1"

  /// What was done until then.
  private static let before = """
    at 20x16 en
    as B003 with C01 W01
    open picking
    key Enter
    scan T-01
    scan A-01 2000000000114 T-01
    scan B-02 2000000000336 T-01
    key Enter
    key F3
    open packing
    scan T-01
    scan 2000000000114
    see 1 to go
    """

  /// The last good scan; what follows waits for the label.
  static let pack = """
    at 20x16 en
    scan 2000000000336
    parcel O-9001 = closed
    """

  /// From the label in the hand to the driver's signature, each step seen before it is done: a glass
  /// that is still being painted would be compared with the one after the power came back.
  static func door(_ waybill: String, _ numbers: Numbers) -> String {
    """
    at 20x16 en
    key F3
    see Menu
    open sorting
    see Waybill or cage
    scan \(waybill)
    see Scan its cage
    scan \(numbers.code)-1
    see 1 pcs
    key F8
    see Cage or manifest
    scan \(numbers.code)-1
    see Enter
    key Enter
    see M000001
    scan 沪A12345
    order O-9001 = shipped
    """
  }

  /// A copy of the store in a folder of its own, its printer at an address.
  static func ground(
    printer address: String, _ numbers: Numbers
  ) throws -> World.Ground {
    _ = cleaning
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-crash-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let file = folder + "/floor.sqlite"
    try FileManager.default.copyItem(atPath: template(numbers).get(), toPath: file)
    let store = try SQLiteStore.open(at: file)
    let moved = LabelPrinter(code: printer, address: address, format: "zpl")
    _ = try store.commit(
      Commit(id: "printer", command: .add(.printer(moved)), at: SmallWorld.start))
    return World.Ground(store: store, file: file, folder: folder)
  }

  private static let templates: [Numbers: Result<String, any Error>] = Dictionary(
    uniqueKeysWithValues: Numbers.allCases.map { ($0, make($0)) })

  private static func template(_ numbers: Numbers) -> Result<String, any Error> {
    templates[numbers] ?? .failure(StageTrouble("no template"))
  }

  private static func make(_ numbers: Numbers) -> Result<String, any Error> {
    Result {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("pickway-crash-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let file = folder + "/template.sqlite"
      let store = try SQLiteStore.create(at: file)
      try fill(store, numbers)
      let seeds = Counter("t")
      let stage = InProcessStage(
        store: store, folder: folder, start: SmallWorld.start, seed: { seeds.next() })
      let result = Floors.runner.run(
        try TripParser().parse(before, name: "before.trip"), on: stage)
      if let failure = result.failure { throw StageTrouble("\(failure)") }
      try store.close()
      return file
    }
  }

  /// Takes the templates away when the tests end.
  private static let cleaning: Void = {
    atexit {
      for case .success(let file) in CrashFloor.templates.values {
        try? FileManager.default.removeItem(
          atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path)
      }
    }
  }()

  private static func fill(_ store: any Store, _ numbers: Numbers) throws {
    try SmallWorld.fill(store)
    var site = try store.read { try $0.site() }
    site?.sender = Sender(
      name: "小店", phone: "13900139000", region: "浙江省 杭州市 余杭区", address: "仓库路 9 号")
    try SmallWorld.land(
      [
        .carrier(Carrier(code: "ZTO", name: Name(zh: "中通", en: "ZTO"), kind: .kdniao)),
        .carrier(Carrier(code: "OWN", name: Name(zh: "自有", en: "Own"))),
        .numberRange(NumberRange(carrier: "OWN", prefix: "OW", next: 1, last: 9, digits: 8)),
        .asset(.cage(Cage(code: "ZTO-1", carrier: "ZTO"))),
        .asset(.cage(Cage(code: "OWN-1", carrier: "OWN"))),
      ] + (site.map { [.site($0)] } ?? []), as: .site, in: store, digest: "crash")
    try SmallWorld.land(
      [
        .order(
          Order(
            number: order, channel: "shop", carrier: numbers.code,
            cutOff: SmallWorld.start.adding(milliseconds: 3_600_000)),
          [
            OrderLine(order: order, number: 1, sku: "TEA", quantity: 1),
            OrderLine(order: order, number: 2, sku: "PEN", quantity: 1),
          ],
          Receiver(
            name: "某人", phone: "13800138000", region: "广东省 深圳市 南山区", address: "某路 1 号"))
      ], as: .orders, in: store, digest: "crash")
    try SmallWorld.release(store)
  }
}

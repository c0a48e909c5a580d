import Carriers
import Foundation
import Station
import Storage
import TestFloor
import Warehouse

/// The test floor with a carrier that gives its numbers itself, and an order for it in its tote.
struct WaybillFloor {
  static let line: Code<PickLine> = "O1/1.1"
  let store: any Store
  var floor: TestFloor
  var packer: Session

  /// Fills a store up to the scans at the bench: the pieces of `O1` are still to be verified.
  init(
    _ store: any Store, carrier: Code<Warehouse.Carrier> = "ZTO", codFen: Int = 0, pieces: Int = 1,
    isMultiPiece: Bool = false
  ) throws {
    self.store = store
    floor = try TestFloor(store)
    var site = try store.read { try $0.site() }
    site?.sender = Sender(
      name: "测试店", phone: "13900139000", region: "浙江省 杭州市 余杭区", address: "仓库路 9 号")
    try floor.load(
      .site,
      [
        .carrier(
          Carrier(
            code: "ZTO", name: Name(zh: "中通", en: "ZTO"), kind: .kdniao,
            isMultiPiece: isMultiPiece)),
        .carrier(Carrier(code: "ANY", name: Name(zh: "自动", en: "Any"), kind: .choice)),
      ] + (site.map { [.site($0)] } ?? []))
    let order = Order(
      number: "O1", channel: "shop", carrier: carrier,
      cutOff: TestFloor.start.adding(milliseconds: 7_200_000), codFen: codFen)
    let receiver = Receiver(
      name: "张三", phone: "13800130000", region: "广东省 深圳市 南山区", address: "测试路 1 号")
    try floor.load(
      .orders,
      [.order(order, [OrderLine(order: "O1", number: 1, sku: "S3", quantity: pieces)], receiver)])
    let seeds = Counter()
    try store.release(seeds)
    packer = try floor.signIn("B002", bench: "P01", cart: "C01")
    let line = try store.read { try $0.pickLines(of: "W001-1" as Code<PickList>) }.first
    guard let line else { throw TestFloor.Missing(what: "a pick line") }
    for command: Command in [
      .take("W001-1"), .bind(list: "W001-1", slot: 1, tote: "T001"),
      .pick(line: line.code, quantity: pieces, bin: "B-01-1", tote: "T001"),
      .finish(list: "W001-1"),
      .openParcel(order: "O1"),
    ] { try done(command) }
  }

  /// Carries a command out as the packer; anything but done is an error.
  @discardableResult
  mutating func done(_ command: Command, as session: Session?? = .none) throws -> Receipt {
    let author = session ?? .some(packer)
    switch try floor.commit(command, by: author) {
    case .done(let receipt): return receipt
    case .refused(let refusal): throw TestFloor.Missing(what: "\(command): \(refusal)")
    }
  }

  /// Carries a command out as a program.
  @discardableResult
  mutating func program(_ command: Command) throws -> Outcome { try floor.commit(command) }

  /// The last scan.
  mutating func close() throws -> Receipt {
    try done(.verify(parcel: "O1-1", sku: "S3", units: 1))
  }

  /// Somebody who asks carriers, some minutes later.
  static func worker(
    _ store: any Store, _ name: String, _ carrier: any Carriers.Carrier, minutes: Int64 = 0
  ) -> WaybillWorker {
    let now = TestFloor.start.adding(milliseconds: minutes * 60_000)
    return WaybillWorker(
      store: store, claimant: name, connections: { $0.kind == .kdniao ? carrier : nil },
      now: { now }, draw: { $0.upperBound })
  }

  func parcel() throws -> Parcel? { try store.read { try $0.parcel("O1-1") } }
  func jobs() throws -> [WaybillJob] { try store.read { try $0.waybillJobs(of: "O1-1") } }
  func label(_ number: Int) throws -> PrintJob? {
    try store.read { try $0.printJob(Code("O1-1.\(number)")) }
  }
}

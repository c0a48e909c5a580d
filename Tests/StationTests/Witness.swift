import Carriers
import Synchronization

/// A carrier that remembers what it was asked, and may give too few numbers.
final class Witness: Carriers.Carrier {
  let carrier: MemoryCarrier
  private let isStingy: Bool
  private let log = Mutex<[String]>([])

  init(_ carrier: MemoryCarrier = MemoryCarrier(prefix: "75"), isStingy: Bool = false) {
    self.carrier = carrier
    self.isStingy = isStingy
  }

  var calls: [String] { log.withLock { $0 } }

  func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill> {
    log.withLock { $0.append("order \(order.code) x\(order.pieces), \(order.codFen) fen") }
    let answer = try carrier.order(order)
    guard isStingy, case .done(var waybill) = answer else { return answer }
    waybill.children = []
    return .done(waybill)
  }

  func cancel(
    _ cancel: WaybillCancel
  ) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled> {
    log.withLock { $0.append("cancel \(cancel.order)") }
    return try carrier.cancel(cancel)
  }

  func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Carriers.Trace> {
    try carrier.trace(query)
  }
}

import Synchronization
public import Warehouse

/// A carrier in memory: what the contract means, in code, for simulations and tests.
///
/// Faults are used up one a call, oldest first.
public final class MemoryCarrier: Carrier {
  /// What goes wrong with a call.
  public enum Fault: Hashable, Sendable {
    /// The call is lost before the carrier saw it, and nobody can tell.
    case lostBefore
    /// The carrier did it, but the answer is lost.
    case lostAfter
    /// The carrier cannot be reached.
    case unreachable
    /// The carrier says no.
    case refuse(CarrierRefusal)
  }

  private struct Books {
    var next: Int
    var waybills: [OrderCode: Waybill] = [:]
    var cancelled: Set<OrderCode> = []
    var pickedUp: Set<OrderCode> = []
    var traces: [String: Trace] = [:]
    var faults: [Fault] = []
  }

  private let books: Mutex<Books>
  private let prefix: String

  /// Makes a carrier whose numbers are a prefix and ten digits.
  public init(prefix: String = "MC", firstNumber: Int = 1) {
    self.prefix = prefix
    books = Mutex(Books(next: firstNumber))
  }

  /// Makes the next calls go wrong.
  public func inject(_ faults: Fault...) {
    books.withLock { $0.faults += faults }
  }

  /// How many numbers were given out.
  public var numbersUsed: Int {
    books.withLock { $0.waybills.values.reduce(0) { $0 + 1 + $1.children.count } }
  }

  /// The courier takes a parcel: it can no longer be cancelled.
  public func pickUp(_ order: OrderCode, at moment: Timestamp) {
    books.withLock { books in
      guard let waybill = books.waybills[order] else { return }
      books.pickedUp.insert(order)
      let event = Trace.Event(at: moment, what: "已揽收", action: "1")
      books.traces[waybill.number] = Trace(
        carrier: waybill.carrier, number: waybill.number, state: .collected, detail: "1",
        events: [event])
    }
  }

  /// Asks for the waybill of a parcel.
  public func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill> {
    try call { books in
      if let refusal = order.refusal { return .refused(refusal) }
      if books.cancelled.contains(order.code) { return .refused(CarrierRefusal(.cancelled)) }
      if var known = books.waybills[order.code] {
        known.isRepeat = true
        return .done(known)
      }
      let numbers = (0..<order.pieces).map { number(books.next + $0) }
      books.next += order.pieces
      let waybill = Waybill(
        order: order.code, carrier: order.carrier, number: numbers[0],
        children: Array(numbers.dropFirst()), routingMark: "100-200-30 001",
        packageName: order.receiver.region.city,
        template: order.wantsTemplate ? "<p>\(numbers[0])</p>" : nil)
      books.waybills[order.code] = waybill
      return .done(waybill)
    }
  }

  /// Gives a waybill up.
  public func cancel(
    _ cancel: WaybillCancel
  ) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled> {
    try call { books in
      guard books.waybills[cancel.order] != nil else {
        return .refused(CarrierRefusal(.unknownOrder))
      }
      if books.pickedUp.contains(cancel.order) { return .refused(CarrierRefusal(.pickedUp)) }
      books.cancelled.insert(cancel.order)
      return .done(WaybillCancelled(order: cancel.order))
    }
  }

  /// Asks where a parcel is.
  public func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Trace> {
    try call { books in
      .done(books.traces[query.number] ?? Trace(carrier: query.carrier, number: query.number))
    }
  }

  private func number(_ serial: Int) -> String {
    let digits = String(serial)
    return prefix + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  private func call<Value>(
    _ work: (inout Books) -> CarrierAnswer<Value>
  ) throws(CarrierTrouble) -> CarrierAnswer<Value> {
    let result: Result<CarrierAnswer<Value>, CarrierTrouble> = books.withLock { books in
      switch books.faults.isEmpty ? nil : books.faults.removeFirst() {
      case .none: return .success(work(&books))
      case .lostBefore: return .failure(CarrierTrouble(.unknown, "no answer in time"))
      case .unreachable: return .failure(CarrierTrouble(.notDone, "cannot connect"))
      case .refuse(let refusal): return .success(.refused(refusal))
      case .lostAfter:
        _ = work(&books)
        return .failure(CarrierTrouble(.unknown, "no answer in time"))
      }
    }
    return try result.get()
  }
}

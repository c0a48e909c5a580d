import Synchronization
public import Warehouse

/// Where own numbers and what was drawn from them are remembered.
public struct PoolBooks: Hashable, Sendable {
  /// The runs by carrier.
  public var ranges: [CarrierCode: NumberRange]
  /// What was given out, by order code.
  public var waybills: [OrderCode: Waybill]
  /// The order codes that were given up.
  public var cancelled: Set<OrderCode>

  /// Makes books with nothing given out yet.
  public init(ranges: [NumberRange]) {
    self.ranges = Dictionary(ranges.map { ($0.carrier, $0) }) { first, _ in first }
    waybills = [:]
    cancelled = []
  }
}

extension PoolBooks {
  /// Gives a waybill out, or the same again for the same order code.
  public mutating func draw(_ order: WaybillOrder) -> CarrierAnswer<Waybill> {
    if let refusal = order.refusal { return .refused(refusal) }
    if cancelled.contains(order.code) { return .refused(CarrierRefusal(.cancelled)) }
    if var known = waybills[order.code] {
      known.isRepeat = true
      return .done(known)
    }
    guard var range = ranges[order.carrier], Pool.left(range) >= order.pieces else {
      return .refused(CarrierRefusal(.noNumbers))
    }
    let numbers = (0..<order.pieces).compactMap { _ in Pool.take(&range) }
    guard let first = numbers.first, numbers.count == order.pieces else {
      return .refused(CarrierRefusal(.noNumbers))
    }
    let waybill = Waybill(
      order: order.code, carrier: order.carrier, number: first,
      children: Array(numbers.dropFirst()))
    ranges[order.carrier] = range
    waybills[order.code] = waybill
    return .done(waybill)
  }

  /// Gives a waybill up; its numbers are lost.
  public mutating func giveUp(_ order: OrderCode) -> CarrierAnswer<WaybillCancelled> {
    guard waybills[order] != nil else { return .refused(CarrierRefusal(.unknownOrder)) }
    cancelled.insert(order)
    return .done(WaybillCancelled(order: order))
  }
}

/// Own number runs as a carrier: nobody is called, nothing is known of the way.
///
/// The books are kept in memory here; a program that draws inside its own transaction uses
/// `PoolBooks` or `Pool` there and no `PoolCarrier`.
public final class PoolCarrier: Carrier {
  private let state: Mutex<PoolBooks>

  /// Makes a carrier over books.
  public init(_ books: PoolBooks) {
    state = Mutex(books)
  }

  /// The books as they stand.
  public var books: PoolBooks { state.withLock { $0 } }

  /// Asks for the waybill of a parcel.
  public func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill> {
    state.withLock { $0.draw(order) }
  }

  /// Gives a waybill up.
  public func cancel(
    _ cancel: WaybillCancel
  ) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled> {
    state.withLock { $0.giveUp(cancel.order) }
  }

  /// Asks where a parcel is: never known.
  public func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Trace> {
    .done(Trace(carrier: query.carrier, number: query.number))
  }
}

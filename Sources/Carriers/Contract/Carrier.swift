public import Warehouse

/// The code of a carrier company: `ZTO`, `SF`.
public typealias CarrierCode = Code<Warehouse.Carrier>

/// Who carries parcels: asked for waybills, told when one is given up, asked where a parcel is.
///
/// The contract, which `CarrierContract` in the tests holds every implementation to:
///
/// - **One number for one order code.** The order code is ours, made from the parcel and written
///   down before the call. Asked again under the same code, after a time-out, a crash or by a second
///   process, a carrier answers the first waybill again (`Waybill.isRepeat`), whatever else changed
///   in the request. A new code is used only after a confirmed cancel.
/// - **A cancelled code is spent.** Ordering under it again is refused with `.cancelled`; cancelling
///   it again is `done`, so that a cancel can be repeated after a time-out too. A carrier that keeps
///   the parcel, because it was picked up, refuses with `.pickedUp`. An order code it never saw is
///   refused with `.unknownOrder`.
/// - **Refusals are values, trouble is thrown.** A refusal is the carrier's own settled word:
///   nothing was bought and asking again changes nothing until somebody mends the cause. Trouble is
///   everything that keeps us from knowing: it says whether the work is surely not done or its
///   outcome is unknown. After an unknown outcome only the same call under the same order code may
///   follow.
/// - **Tracing never changes anything.** A parcel without events has the state `.none`.
///
/// Calls block the caller's thread, at most as long as the implementation's time-outs say, and may
/// come from several threads at once.
public protocol Carrier: Sendable {
  /// Asks for the waybill of a parcel.
  func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill>

  /// Gives a waybill up.
  func cancel(_ cancel: WaybillCancel) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled>

  /// Asks where a parcel is.
  func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Trace>

  /// Asks that a parcel's traces be pushed to us from now on; asking twice does no harm.
  func subscribe(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Bool>
}

extension Carrier {
  /// A carrier that pushes nothing says so.
  public func subscribe(
    _ query: TraceQuery
  ) throws(CarrierTrouble) -> CarrierAnswer<Bool> {
    .refused(CarrierRefusal(.unsupported))
  }
}

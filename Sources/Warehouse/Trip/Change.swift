/// One thing a decision changes in the store.
///
/// Records are written whole, over what has the same code; stock only ever changes by amounts.
public enum Change: Hashable, Codable, Sendable {
  /// Pieces go from one holder to another; the source must have them.
  case move(Movement)
  /// More (or, negative, fewer) pieces of a key are promised.
  case reserve(StockKey, by: Int)
  /// More (or, negative, fewer) pieces of a key are frozen.
  case freeze(StockKey, by: Int)
  /// An order as it is now.
  case order(Order)
  /// An order line as it is now.
  case orderLine(OrderLine)
  /// A wave as it is now.
  case wave(Wave)
  /// A pick list as it is now.
  case list(PickList)
  /// A pick line as it is now.
  case pickLine(PickLine)
  /// A tote as it is now.
  case tote(Tote)
  /// A parcel as it is now.
  case parcel(Parcel)
  /// A run of waybill numbers as it is now.
  case numberRange(NumberRange)
  /// A print job as it is now.
  case printJob(PrintJob)
  /// A session as it is now.
  case session(Session)
  /// A session is over.
  case endSession(Code<Session>)
  /// A person or thing is there, as it is now.
  case add(Asset)
  /// A person or thing is gone.
  case remove(AssetCode)

  // Ways of picking.
  /// A slot of a put wall as it is now.
  case wallSlot(WallSlot)

  // Exceptions and the work they leave behind.

  /// A chore as it is now.
  case chore(Chore)
  /// A pick that can be taken back.
  case pick(Pick)
  /// A pick that was taken back.
  case unpick(Pick)
  /// A barcode of a rung of a product's ladder, the last one there.
  case barcode(String, Code<Product>, rung: Int)

  // Sessions.

  /// What is kept of a badge as it is now.
  case standing(Standing)

  // What a stop knows.

  /// A serial number as it is now.
  case serial(SerialNumber)
  /// A serial number that may be used again.
  case unserial(SerialNumber)
  /// A handling unit as it is now.
  case unit(HandlingUnit)

  // Waybills.

  /// A waybill job as it is now.
  case waybillJob(WaybillJob)
  /// The tariffs and rules as they are now.
  case tariffs(TariffDocument)

  // The supervisor's board.

  /// A word from the supervisor as it is now.
  case notice(Notice)

  // Out of the door.

  /// A parcel in a cage as it is now.
  case caged(CagedParcel)
  /// A parcel that stands in no cage any more.
  case uncaged(Code<Parcel>)
  /// A manifest as it is now.
  case manifest(Manifest)
  /// The lines of a manifest, all of them.
  case manifestLines(Code<Manifest>, [ManifestLine])
  /// A message to somebody outside as it is now.
  case message(OutboxMessage)

  // Bench.

  /// What is asked at the benches, as it is now.
  case benchRules(BenchRules)
  /// How a parcel is packed, as it is now.
  case packing(ParcelPacking)
  /// What pieces of a product weigh by history, as it is now.
  case learned(LearnedWeight)

  // Exceptions.

  /// An order goes to whom another one goes.
  case shareReceiver(of: Code<Order>, with: Code<Order>)

  // Journeys.

  /// A parcel's way as it is now.
  case journey(Journey)
}

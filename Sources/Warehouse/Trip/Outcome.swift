/// What became of a command: kept by the store and told again to whoever asks again.
public enum Outcome: Hashable, Codable, Sendable {
  /// It was done.
  case done(Receipt)
  /// The rules refused it; nothing changed.
  case refused(Refusal)
}

/// What is told of a command that was done.
public enum Receipt: Hashable, Codable, Sendable {
  /// Nothing more than that it was done.
  case plain
  /// A person is at work.
  case signedIn(Session)
  /// Orders were allocated, and some could not be.
  case allocated(orders: Int, backorders: Int)
  /// A pick line as it is now, and how many lines of its list are open.
  case picked(PickLine, open: Int)
  /// Pieces are missing; other bins were found for `replaced` lines, `missing` pieces have none.
  case shorted(missing: Int, replaced: Int)
  /// A parcel is open.
  case opened(Code<Parcel>)
  /// Pieces are in the parcel; `left` are still in the tote, `undecided` were never picked.
  case verified(left: Int, undecided: Int)
  /// The parcel is closed and its label queued.
  case closed(Code<Parcel>, waybill: String)

  // Ways of picking.
  /// Several pick lines as they are now, and how many lines of their list are open.
  case gathered([PickLine], open: Int)
  /// Pieces are in an order's slot; `left` are still in the tote; whether the order is whole.
  case seeded(left: Int, isWhole: Bool)
  /// A piece was given to an order and its parcel closed; `left` are still in the tote.
  case packedNext(Code<Parcel>, waybill: String, left: Int)
  /// So many pieces were not there.
  case lost(Int)

  // Exceptions and the work they leave behind.

  /// As `gathered`, and the book says that the bin is empty of these goods now.
  case emptied([PickLine], open: Int, StockKey)
  /// What a count came to.
  case counted(CountResult)

  // Sessions.

  /// What became of a PIN.
  case tried(PINResult)

  // What a stop knows.

  /// Lines as they are now that another lot of their bin is promised.
  case relotted([PickLine])

  // Waybills.

  /// The parcel goes with a carrier that was chosen, or that is asked for its waybill: then the
  /// number is nil until it comes.
  case carried(Code<Parcel>, waybill: String?, Carriage)

  // The supervisor's board.

  /// Work was moved; the lever that moves it back, where there is one.
  case levered(undo: Lever?)

  // Out of the door.

  /// A parcel is in a cage, and how much stands there now.
  case caged(Code<Parcel>, Code<Cage>, parcels: Int, grams: Int)
  /// A parcel is out of its cage.
  case uncaged(Code<Parcel>, Code<Cage>)
  /// Cages are closed, and what the driver is to sign.
  case manifested(Manifest)
  /// The driver has signed.
  case handedOver(Manifest)

  // Bench.

  /// A full parcel is closed, its number is nil until it comes, and the next one is open.
  case filled(Code<Parcel>, waybill: String?, next: Code<Parcel>)
  /// A cart's totes wait at a bench.
  case dropped(Code<Cart>, at: Code<Workstation>, totes: Int)
}

/// What a count came to.
public enum CountResult: Hashable, Codable, Sendable {
  /// The book is right.
  case agreed
  /// It differs: count once more.
  case again
  /// The book was set right by so many pieces.
  case adjusted(by: Int)
}

/// Why the rules refused a command; the flow says it in words, with the remedy.
public enum Refusal: Hashable, Codable, Sendable {
  /// There is nothing by that code.
  case unknown(String)
  /// The person is at work on another handheld.
  case atWorkElsewhere(Code<Device>)
  /// Somebody signed in elsewhere and took this session with them.
  case takenOver(Code<Device>)
  /// Nobody is signed in.
  case notSignedIn
  /// The person's roles do not allow it.
  case notAllowed(Role)
  /// Somebody else has the list, parcel or job.
  case inOtherHands(Code<Operator>)
  /// The order is in another state than this needs.
  case orderIs(Code<Order>, Order.State)
  /// The wave is in another state than this needs.
  case waveIs(Code<Wave>, Wave.State)
  /// The pick list is in another state than this needs.
  case listIs(Code<PickList>, PickList.State)
  /// The pick line is in another state than this needs.
  case lineIs(Code<PickLine>, PickLine.State)
  /// The parcel is in another state than this needs.
  case parcelIs(Code<Parcel>, Parcel.State)
  /// The print job is in another state than this needs.
  case jobIs(Code<PrintJob>, PrintJob.State)
  /// The tote carries another order's pieces.
  case toteInUse(Code<Tote>, Code<Order>)
  /// The tote still holds goods.
  case toteNotEmpty(Code<Tote>)
  /// The tote is not the one in the slot.
  case wrongTote(Code<Tote>, slot: Int, expected: Code<Tote>?)
  /// The slot already has a tote.
  case slotTaken(Int, Code<Tote>)
  /// More than is still to be picked.
  case tooMany(asked: Int, open: Int)
  /// The bin has fewer pieces that are free.
  case stockGone(Code<Bin>, left: Int)
  /// The pieces are not part of the order.
  case wrongItem(Code<Product>)
  /// The order has all of these pieces already.
  case extraPiece(Code<Product>)
  /// Lines of the list are still open.
  case openLines(Int)
  /// The walk was planned before the list changed.
  case staleWalk(revision: Int)
  /// The walk does not visit exactly the open lines.
  case notTheOpenLines
  /// The carrier has no waybill numbers left.
  case noWaybillNumbers(Code<Carrier>)
  /// The bench has no printer.
  case noPrinter(Code<Workstation>)
  /// No bench was named at sign-in.
  case noWorkstation
  /// The thing is in use and cannot be removed or changed.
  case inUse(String)
  /// A command that needs a bench, a cart or a quantity got a senseless one.
  case senseless(String)

  // Ways of picking.
  /// The tote holds pieces that were picked together on a list.
  case toteGathers(Code<Tote>, Code<PickList>)
  /// The tote has nothing in it that would make it full.
  case toteStillEmpty(Code<Tote>)
  /// The pieces are in a tote picked together: that one must be scanned.
  case liesTogether(Code<Order>, Code<Tote>)
  /// The tote's pieces are for another way of sorting than this.
  case pickedAs(Code<Tote>, PickingWay)
  /// The wall has fewer free slots than there are orders.
  case wallFull(Code<PutWall>, free: Int, wanted: Int)
  /// The order's pieces go to another slot.
  case wrongSlot(Int)
  /// No order of the tote wants a piece like this any more.
  case nobodyWants(Code<Product>)

  // Exceptions and the work they leave behind.

  /// Nothing was picked on the list that could be taken back.
  case nothingToUndo(Code<PickList>)
  /// The tote is no longer on the cart.
  case toteDropped(Code<Tote>)
  /// The chore was done by somebody.
  case choreDone(Int)
  /// The goods are told apart by lot or date, which nobody named.
  case lotUnknown(Code<Product>)
  /// The order has its label: it must be voided first.
  case labelled(Code<Order>)
  /// The code stands for something already.
  case codeTaken(String)

  // What a stop knows.

  /// The lot of the pieces must be named.
  case lotWanted(Code<Product>, lot: String)
  /// The pieces are of another lot than wanted.
  case wrongLot(found: String, wanted: String)
  /// The bin has an older lot that goes first.
  case laterLot(found: String, wanted: String)
  /// The pieces have another date than wanted.
  case wrongDate(found: Day, wanted: Day)
  /// The pieces have expired.
  case expired(lot: String, Day)
  /// A serial number is wanted for every piece.
  case serialsWanted(Code<Product>, found: Int, wanted: Int)
  /// The serial number was used before: where its piece went.
  case serialUsed(String, Holder)
  /// No piece there has the serial number.
  case serialUnknown(String)
  /// The weight of the pieces must be told.
  case weightWanted(Code<Product>)
  /// The weight cannot be right.
  case weightOff(grams: Int, from: Int, to: Int)
  /// The handling unit is not whole, or not here.
  case unitIs(Code<HandlingUnit>, HandlingUnit.State, Code<Bin>?)
  /// The handling unit holds other goods, or more or fewer pieces than are picked.
  case unitHolds(Code<HandlingUnit>, Code<Product>, Int)

  // Waybills.

  /// No carrier takes the order.
  case noCarrier(Code<Order>)
  /// The parcel's waybill job is in another state than this needs.
  case waybillIs(Code<Parcel>, WaybillJob.State)

  // Out of the door.

  /// The parcel has no label yet.
  case notLabelled(Code<Parcel>)
  /// The parcel's label is void.
  case labelVoid(Code<Parcel>)
  /// The parcel was handed over.
  case gone(String, Code<Manifest>?)
  /// The parcel's order was stopped.
  case stopped(String, Code<Order>)
  /// Stopped parcels stand in a cage: the first of them, and how many there are.
  case stoppedInside(String, Code<Cage>, count: Int)
  /// The cage is another carrier's.
  case wrongCage(Code<Cage>, of: Name, wanted: Name)
  /// The carrier has no cage.
  case noCage(String, Name)
  /// The parcel stands in the cage already.
  case cagedAlready(String, Code<Cage>)
  /// The parcel stands in no cage.
  case notCaged(String)
  /// The cage is closed: its manifest waits for a signature.
  case cageClosed(Code<Cage>, Code<Manifest>)
  /// The cage is empty.
  case cageEmpty(Code<Cage>)
  /// The manifest is in another state than this needs.
  case manifestIs(Code<Manifest>, Manifest.State)
  /// What was scanned is no badge and no plate.
  case notASignature
  /// The message is in another state than this needs, or somebody delivers it.
  case messageIs(String, OutboxMessage.State)

  // Serial numbers of a line.

  /// One serial number was told for two pieces.
  case serialTwice(String)
  /// A line has fewer serial numbers than pieces, and the list cannot end so.
  case serialsMissing(Code<Product>, found: Int, pieces: Int, Code<Tote>)

  // Bench.

  /// The bench wants something else first.
  case bench(BenchRefusal)

  // Exceptions.

  /// A short pick cannot be taken back any more: where it was told, and what followed from it.
  case shortStays(Holder, ShortBar)
}

/// What keeps a short pick from being taken back.
public enum ShortBar: String, Hashable, Codable, Sendable, CaseIterable {
  /// Its bin is being counted, or was.
  case counted
  /// Its pick face is being filled up, or was.
  case filled
  /// Pieces of other bins were picked in place of the missing ones.
  case picked
  /// Somebody decided about the missing pieces, or promises have moved on.
  case decided
}

/// Why a bench refuses.
public enum BenchRefusal: Hashable, Codable, Sendable {
  /// Pieces of the parcel are still to be verified.
  case notWhole(Code<Parcel>, left: Int)
  /// The parcel weighs less or more than passes.
  case weightOutside(grams: Int, expected: Int, least: Int, most: Int)
  /// The carton of the parcel must be scanned first.
  case cartonWanted(Code<Parcel>)
  /// The carton carries less, or has less room, than the pieces need.
  case cartonTooSmall(Code<CartonType>)
  /// Nothing lies in the parcel yet.
  case parcelEmpty(Code<Parcel>)
  /// All pieces are in the parcel: nothing is left for another one.
  case nothingLeft(Code<Parcel>)
  /// The order may not be packed without a look at each piece, and why.
  case notSealable(Code<Order>, SealBar)
  /// The label is another parcel's.
  case wrongLabel(found: Code<Parcel>, Code<Order>, wanted: String)
  /// What was scanned is no label.
  case notALabel(String, wanted: String)
  /// No tote with a picked order stands on the cart.
  case nothingOnCart(Code<Cart>)
  /// Nobody scanned the parcel's label on it yet.
  case labelUnproven(Code<Parcel>, Code<Workstation>)
}

/// What keeps an order from being packed without a look at each piece.
public enum SealBar: Hashable, Codable, Sendable {
  /// The site does not do so.
  case site
  /// A piece came from another zone.
  case zone(Code<Zone>)
  /// It came by another channel.
  case channel(String)
  /// It has more pieces.
  case pieces(most: Int)
  /// It is worth more fen, or nobody knows what it is worth.
  case value(most: Int)
  /// A piece bears a serial number that is captured at the bench.
  case serial(Code<Product>)
  /// Pieces were picked short: somebody has to decide.
  case short
}

extension Refusal {
  /// Whether who is told so has no session any more.
  public var losesTheSession: Bool {
    if case .takenOver = self { true } else { self == .notSignedIn }
  }

  /// Whether who is told so does not have the list in hand.
  public var losesTheList: Bool {
    if case .inOtherHands = self { return true }
    if case .listIs = self { return true }
    return false
  }
}

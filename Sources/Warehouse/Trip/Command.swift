/// Something a person or a program wants done; the rules say whether it is.
public enum Command: Hashable, Codable, Sendable {
  /// Nothing but how far a conversation is.
  case note
  /// Start to work; a session that is open elsewhere is taken over only when `takeOver` says so.
  case signIn(
    session: Code<Session>, badge: Code<Operator>, device: Code<Device>, takeOver: Bool)
  /// Name the bench or the cart one works with.
  case equip(workstation: Code<Workstation>?, cart: Code<Cart>?)
  /// Stop working.
  case signOut

  /// Promise stock to orders, or say of an order that it cannot be filled.
  case allocate([OrderAllocation])
  /// Put allocated orders into a wave and its pick lists.
  case plan(Wave, [ListPlan])
  /// Let a wave onto the floor.
  case release(Code<Wave>)

  /// Take a pick list in hand.
  case take(Code<PickList>)
  /// Put a tote into a slot of the cart.
  case bind(list: Code<PickList>, slot: Int, tote: Code<Tote>)
  /// Take pieces from a bin and put them into their slot's tote.
  case pick(line: Code<PickLine>, quantity: Int, bin: Code<Bin>, tote: Code<Tote>)
  /// Say why the rest of a line cannot be picked.
  case short(line: Code<PickLine>, reason: ShortReason)
  /// Leave a line for the end of the walk.
  case skip(line: Code<PickLine>)
  /// Walk the open lines in a new order, planned at a revision of the list.
  case adoptWalk(
    list: Code<PickList>, revision: Int, order: [WalkStop], walk: Walk)
  /// Set the totes down at the drop.
  case finish(list: Code<PickList>)

  /// Begin or go on to pack an order.
  case openParcel(order: Code<Order>)
  /// Put verified pieces into the parcel; the last one closes it.
  case verify(parcel: Code<Parcel>, sku: Code<Product>, units: Int)
  /// Decide about pieces that are missing.
  case settle(parcel: Code<Parcel>, Settlement)
  /// Print a parcel's label once more.
  case reprint(parcel: Code<Parcel>, reason: String)

  /// Claim a print job until a lease runs out.
  case claim(job: Code<PrintJob>, by: String, until: Timestamp)
  /// Say what became of a claimed print job.
  case report(job: Code<PrintJob>, by: String, PrintResult)

  /// Add or change something of the floor's inventory of people and things.
  case add(Asset)
  /// Remove something of the floor's inventory of people and things.
  case remove(AssetCode)

  // Ways of picking.
  /// Do the same to several lines that want the same pieces of one stop into the same tote.
  case stop(lines: [Code<PickLine>], StopAct)
  /// Put an empty tote into a slot in place of one that is full.
  case changeTote(list: Code<PickList>, slot: Int, tote: Code<Tote>)
  /// Give the orders of a list their slots of a put wall.
  case openWall(list: Code<PickList>, wall: Code<PutWall>)
  /// Put pieces from a tote picked together into the tote of an order's slot.
  case seed(
    from: Code<Tote>, order: Code<Order>, sku: Code<Product>, quantity: Int, tote: Code<Tote>)
  /// Give a piece from a tote picked in bulk to the next order that wants it, and close its parcel.
  case packNext(from: Code<Tote>, sku: Code<Product>)
  /// Say that what should still lie in a tote picked together is not there.
  case lose(from: Code<Tote>)

  // Exceptions and the work they leave behind.

  /// Say how many pieces are left in a bin that should be empty; nil leaves it unsaid.
  case zeroCheck(StockKey, left: Int?)
  /// Take the last pick of a list back.
  case unpick(list: Code<PickList>)
  /// Begin to count a bin.
  case countBin(Code<Bin>)
  /// Say that goods lie in a bin where the book has none of them.
  case foundGoods(bin: Code<Bin>, sku: Code<Product>)
  /// Say how many pieces were counted.
  case count(chore: Int, quantity: Int)
  /// Stop an order.
  case intercept(order: Code<Order>, reason: String)
  /// Put pieces of a stopped order back; without a bin when nobody finds them.
  case putBack(chore: Int, quantity: Int, bin: Code<Bin>?)
  /// Bring pieces from a bin to another.
  case relocate(StockKey, to: Code<Bin>, quantity: Int, chore: Int?)
  /// Set the book of a bin right.
  case correct(StockKey, quantity: Int, CorrectionReason)
  /// Say which product, in a packaging of how many units, an unknown code belongs to.
  case teach(barcode: String, sku: Code<Product>, units: Int)

  // Sessions.

  /// Say that somebody tried a PIN, and whether it was the badge's.
  case tryPIN(Code<Operator>, right: Bool)
  /// Keep what the person likes; nil leaves it as it is.
  case prefer(language: String?, tones: Tones?)
  /// Leave the handheld to somebody else, with the work as it is.
  case suspend

  // What a stop knows.

  /// A command about pieces, with what their scans told of them.
  indirect case told(Command, Told)
  /// Pick another lot of the same bin for open lines of one stop.
  case changeLot(lines: [Code<PickLine>], lot: String)
  /// Say that goods a pick misses lie in another bin than the book says.
  case foundElsewhere(line: Code<PickLine>, bin: Code<Bin>)
  /// Pick another product in place of missing pieces, as the order line allows.
  case substitute(line: Code<PickLine>)

  // Waybills.

  /// Use tariffs and rules from now on.
  case adoptTariffs(TariffDocument)
  /// Send an order with another carrier.
  case setCarrier(order: Code<Order>, carrier: Code<Carrier>)
  /// Claim a waybill job until a lease runs out.
  case claimWaybill(job: Code<WaybillJob>, by: String, until: Timestamp)
  /// Give a parcel the number its carrier gave, and those that joined it theirs.
  case adoptWaybill(
    job: Code<WaybillJob>, by: String, number: String, WaybillJob.Routing,
    children: [String]? = nil)
  /// Say what became of a call that gave no number, and for what it was made.
  case reportWaybill(job: Code<WaybillJob>, by: String, WaybillJob.Aim, WaybillResult)
  /// Ask a parcel's carrier again, under the same code.
  case retryWaybill(parcel: Code<Parcel>)
  /// Give a parcel's waybill up.
  case voidWaybill(parcel: Code<Parcel>, reason: String)
  /// Close a parcel whose pieces are all verified.
  case closeParcel(Code<Parcel>)

  // The supervisor's board.

  /// Move the work of others, and say why.
  case lever(Lever, reason: String)
  /// Say that a word from the supervisor was read.
  case acknowledge(notice: Int)

  // Out of the door.

  /// Put a parcel into a cage.
  case cage(parcel: Code<Parcel>, into: Code<Cage>)
  /// Take a parcel out of its cage.
  case uncage(parcel: Code<Parcel>)
  /// Close cages of one carrier: a manifest lists their parcels.
  case closeCages([Code<Cage>])
  /// Give up a manifest nobody signed, and open its cages again.
  case reopen(Code<Manifest>)
  /// The driver signs a manifest with a badge or a plate.
  case handOver(Code<Manifest>, signature: String)
  /// Stop a labelled order at the door.
  case holdBack(order: Code<Order>, reason: String)
  /// Let an order go that was stopped at the door.
  case letGo(order: Code<Order>)
  /// Claim a message until a lease runs out.
  case claimMessage(key: String, by: String, until: Timestamp)
  /// Say what became of a claimed message.
  case reportMessage(key: String, by: String, DeliveryResult)
  /// Try a message again now.
  case retryMessage(key: String)

  // Printers.

  /// Claim a print job for a printer that was proven ready, whose label counter shows `odometer`; `fault`
  /// says why it is not the printer the job was meant for.
  case beginPrint(
    job: Code<PrintJob>, by: String, until: Timestamp, on: Code<LabelPrinter>, odometer: Int?,
    fault: PrinterFault?)
  /// Say that no printer can take a print job now.
  case printerDown(job: Code<PrintJob>, PrinterFault?, trouble: String)
  /// Somebody holds a parcel's label in hand.
  case labelSeen(parcel: Code<Parcel>)
  /// Somebody says that a label of which nobody knew did not come out.
  case labelMissing(parcel: Code<Parcel>)

  // Training.

  /// Somebody has passed levels of the drills.
  case train(Code<Operator>, [Training])

  // Bench.

  /// Ask this at the benches from now on.
  case adoptBenchRules(BenchRules)
  /// Put a parcel that is whole onto the scale; a weight that passes closes it.
  case weigh(parcel: Code<Parcel>, grams: Int, WeightSource)
  /// Let a weight pass that is outside of what is expected.
  case passWeight(
    parcel: Code<Parcel>, grams: Int, WeightSource, by: Code<Operator>, WeightReason)
  /// Put a parcel's pieces back into their tote, to verify each again.
  case recheck(parcel: Code<Parcel>)
  /// Take a carton for a parcel; where another one was proposed, which and why.
  case useCarton(
    parcel: Code<Parcel>, Code<CartonType>, insteadOf: Code<CartonType>?, CartonReason?)
  /// Put a portion of packing material into a parcel, or take one out again.
  case useMaterial(parcel: Code<Parcel>, Code<PackingMaterial>, count: Int)
  /// Say that a parcel is full and its order goes on in the next one.
  case fillParcel(Code<Parcel>)
  /// Pack all that is in an order's totes without a look at each piece.
  case sealAll(parcel: Code<Parcel>)
  /// Leave a cart with its picked totes at one's bench.
  case dropCart(Code<Cart>)
  /// Say what was scanned on a parcel that should bear its label.
  case proveLabel(parcel: Code<Parcel>, scanned: String)

  // Journeys.

  /// Ask a carrier to tell of a parcel by itself, until a lease runs out.
  case claimJourney(parcel: Code<Parcel>, by: String, until: Timestamp)
  /// Say what the carrier said to that.
  case reportJourney(parcel: Code<Parcel>, by: String, SubscriptionResult)
  /// Take in what a carrier tells of a waybill's way.
  case tracked(waybill: String, Journey.News)

  // Exceptions.

  /// Take a short pick back, as long as nobody acted on it.
  case unshort(line: Code<PickLine>)
}

/// What is done to several lines of one stop at once.
public enum StopAct: Hashable, Codable, Sendable {
  /// Take pieces from a bin and put them into their slot's tote.
  case pick(quantity: Int, bin: Code<Bin>, tote: Code<Tote>)
  /// Say why the rest cannot be picked.
  case short(ShortReason)
  /// Leave them for the end of the walk.
  case skip
}

/// What a printer made of a label.
public enum PrintResult: Hashable, Codable, Sendable {
  /// It took all of it.
  case printed
  /// It took none of it, and why.
  case untouched(String)
  /// It took some of it, and why not the rest: nobody knows whether the label came out.
  case unknown(String)
  /// It came out, and by what that is known.
  case proven(PrintEvidence)
  /// Nobody knows whether it came out, and why.
  case unproven(PrinterFault?, String)
  /// It is neither on paper nor in the printer's memory, and why.
  case notPrinted(PrinterFault?, String)
}

/// What a person decides about an order whose pieces are not all there.
public enum Settlement: String, Hashable, Codable, Sendable, CaseIterable {
  /// Send what there is; the rest is a short.
  case shipWithout
  /// Send nothing now; a supervisor decides.
  case hold
}

/// What stock an order is promised, or why none is.
public struct OrderAllocation: Hashable, Codable, Sendable {
  /// Pieces of one stock record for one order line.
  public struct Part: Hashable, Codable, Sendable {
    /// The order line.
    public var line: Int
    /// Which pieces.
    public var from: StockKey
    /// Base units.
    public var quantity: Int

    /// Makes a part.
    public init(line: Int, from: StockKey, quantity: Int) {
      self.line = line
      self.from = from
      self.quantity = quantity
    }
  }

  /// The order.
  public var order: Code<Order>
  /// The pieces promised; empty when the order cannot be filled whole.
  public var parts: [Part]
  /// What is missing, as `SKU xN` words; empty when the order can be filled.
  public var missing: String

  /// Makes an allocation.
  public init(order: Code<Order>, parts: [Part], missing: String = "") {
    self.order = order
    self.parts = parts
    self.missing = missing
  }
}

/// A pick list as planned: which orders on which slots, and its lines in walking order.
public struct ListPlan: Hashable, Codable, Sendable {
  /// The list's code.
  public var code: Code<PickList>
  /// The orders, slot by slot.
  public var orders: [Code<Order>]
  /// The lines in walking order.
  public var lines: [WalkStop]
  /// The walk.
  public var walk: Walk
  /// How it is picked.
  public var way: PickingWay
  /// The zone it is picked in, when each zone has a list of its own.
  public var zone: Code<Zone>?
  /// The list of the zone before.
  public var after: Code<PickList>?

  /// Makes a plan.
  public init(
    code: Code<PickList>, orders: [Code<Order>], lines: [WalkStop], walk: Walk,
    way: PickingWay = .cluster, zone: Code<Zone>? = nil, after: Code<PickList>? = nil
  ) {
    self.way = way
    self.zone = zone
    self.after = after
    self.code = code
    self.orders = orders
    self.lines = lines
    self.walk = walk
  }
}

extension Command {
  /// The command as the journal keeps it: without names, PINs and price lists.
  public var journalled: Command {
    if case .adoptTariffs(let document) = self {
      let carriers = document.carriers.map { CarrierTerms(carrier: $0.carrier, rows: []) }
      return .adoptTariffs(TariffDocument(carriers: carriers, rules: document.rules))
    }
    // What one says to another is theirs.
    if case .lever(.tell(let badge, _), let reason) = self {
      return .lever(.tell(badge, ""), reason: reason)
    }
    guard case .add(.person(let person)) = self else { return self }
    return .add(
      .person(
        Operator(
          badge: person.badge, name: Name(zh: "", en: ""), roles: person.roles,
          zones: person.zones, skills: person.skills)))
  }
}

/// A question a conversation puts to the store.
public enum Query: Hashable, Codable, Sendable {
  /// Who bears a badge, and where are they at work.
  case badge(String)
  /// What is waiting, for a menu.
  case home
  /// The list a person has in hand, or else the most urgent one that is free.
  case nextList(Code<Operator>)
  /// A list with everything needed to walk it.
  case list(Code<PickList>)
  /// The shortest walk over a list's open lines, from a bin or from the site's start.
  case walk(Code<PickList>, from: Code<Bin>?)
  /// What a scanned code stands for.
  case meaning(String)
  /// The order to pack behind the code of a tote, an order or a parcel.
  case packing(String)
  /// What became of a parcel's label.
  case label(Code<Parcel>)
  /// The waves and what is behind them.
  case board

  // Ways of picking.
  /// What is to be seeded from a tote.
  case seeding(String)
  /// The free list that goes on with a tote of the zone before.
  case handover(Code<Tote>)

  // Exceptions and the work they leave behind.

  /// The revision of a list: whether it changed.
  case revision(Code<PickList>)
  /// The pick of a list that can be taken back.
  case lastPick(Code<PickList>)
  /// The chores of a kind at a place, or at the next one free for a person.
  case chores(Chore.Kind, at: Holder?, for: Code<Operator>)
  /// What waits inside the house.
  case house

  // What a stop knows.

  /// What lies in a bin of a product, lot by lot.
  case lots(Code<Product>, in: Code<Bin>)
  /// What may be picked in place of what short lines miss.
  case substitute([Code<PickLine>])
  /// What a serial number stands for; where it is not known, what the code beside it does.
  case piece(String, String)

  // Waybills.

  /// What became of the waybills of parcels.
  case waybills([Code<Parcel>])

  // The supervisor's board.

  /// A wave with everything needed to move its work.
  case waveDetail(Code<Wave>)
  /// Who is at work, on what, and how fast.
  case crew
  /// What waits for a supervisor's decision.
  case exceptions
  /// The oldest word for somebody that was not read yet.
  case notice(Code<Operator>)

  // Out of the door.

  /// The parcel or cage behind a code, for sorting.
  case sorting(String)
  /// The cage or manifest behind a code, for handing over.
  case pickup(String)
  /// The cages and what stands in them.
  case cages

  // Find, map, shadow.
  /// What happened to whatever a code stands for, newest first: up to `limit` deeds before a line.
  case timeline(String, before: Int, limit: Int)
  /// The floor from above, with what was done place by place when `working`.
  case floor(working: Bool)
  /// Who is at work on which handheld.
  case atWork
  /// What a handheld shows.
  case shadow(Code<Device>)

  // Levers.
  /// What waits to be planned, and what would be if the orders of some policies were released.
  case release([ReleasePolicy])
  /// What is to be committed next to put the orders of a policy into waves.
  case releaseStep(ReleasePolicy)

  // Bench.

  /// What a bench needs to know of a parcel.
  case bench(Code<Parcel>)
  /// What the scale of a parcel's bench shows.
  case scale(Code<Parcel>)
  /// What waits to be packed, the first to leave first.
  case queue(Code<Workstation>?)
}

/// The answer to a question.
public enum Answer: Hashable, Codable, Sendable {
  /// Who bears the badge; nil when nobody does.
  case badge(BadgeView?)
  /// What is waiting.
  case home(HomeView)
  /// The list; nil when none is free.
  case list(ListView?)
  /// The walk.
  case walk(WalkView)
  /// What the code stands for.
  case meaning(Meaning)
  /// The order to pack, or why it cannot be.
  case packing(PackView)
  /// The code leads to no order that can be packed.
  case notPackable(Refusal)
  /// The newest print job of the parcel; nil when it has none.
  case label(PrintJob?)
  /// The waves.
  case board(BoardView)

  // Ways of picking.
  /// What is to be seeded.
  case seeding(SeedView)
  /// The tote's pieces are not to be seeded, and why.
  case notSeedable(Refusal)
  /// What is to be given to single-piece orders.
  case bulk(BulkView)

  // Exceptions and the work they leave behind.

  /// The revision; nil when there is no such list.
  case revision(Int?)
  /// The pick; nil when nothing can be taken back.
  case lastPick(Pick?)
  /// The chores; none when nothing waits.
  case chores([ChoreView])
  /// What waits inside the house.
  case house(HouseView)

  // What a stop knows.

  /// The pieces of a product in a bin, lot by lot; none when there are none.
  case lots([Stock])
  /// What may be picked instead; nil when nothing may or can.
  case substitute(SubstituteView?)

  // Waybills.

  /// The newest waybill job of each parcel that has one.
  case waybills([WaybillJob])

  // The supervisor's board.

  /// The wave; nil when there is none.
  case waveDetail(WaveDetail?)
  /// Who is at work.
  case crew([PersonFigures])
  /// What waits for a decision.
  case exceptions([FloorException])
  /// The word; nil when there is none.
  case notice(Notice?)

  // Out of the door.

  /// The parcel to be sorted.
  case sorting(SortView)
  /// The parcel cannot be sorted, and why.
  case notSortable(Refusal)
  /// The cage.
  case cage(CageLoad)
  /// A carrier's pickup.
  case pickup(PickupView)
  /// A manifest.
  case manifest(ManifestView)
  /// The cages.
  case cages([CageLoad])

  // Find, map, shadow.
  /// What happened.
  case timeline(Timeline)
  /// The floor; nil before there is a site.
  case floor(FloorView?)
  /// Who is at work, by badge.
  case atWork([Session])
  /// What the handheld shows; nil when nobody works on it.
  case shadow(ShadowView?)

  // Levers.
  /// What waits to be planned.
  case release(ReleaseView)
  /// The next step; nil when every order of the policy is in a wave.
  case releaseStep(ReleaseStep?)

  // Bench.

  /// What a bench needs to know of the parcel; nil when there is no such parcel.
  case bench(BenchView?)
  /// What the scale shows.
  case scale(ScaleView)
  /// What waits, and how much of it there is.
  case queue(BenchQueue)
}

/// A chore with its product; it never tells what the book has.
public struct ChoreView: Hashable, Codable, Sendable {
  /// The chore.
  public var chore: Chore
  /// The product.
  public var product: Product
}

/// What waits inside the house.
public struct HouseView: Hashable, Codable, Sendable {
  /// Chores that are not done, by kind.
  public var waiting: [Chore.Kind: Int]
}

/// A badge's bearer: codes only, no name.
public struct BadgeView: Hashable, Codable, Sendable {
  /// The badge.
  public var badge: Code<Operator>
  /// What the person may do.
  public var roles: Set<Role>
  /// Whether a PIN is asked for.
  public var hasPIN: Bool
  /// The session the person has open, if any.
  public var open: Session?
  /// What is kept of the badge.
  public var standing: Standing?
  /// What became of its last PINs; nil when none was wrong, or the lock is over.
  public var tried: PINResult?
  /// Jobs of the menu that are closed to the person, with the levels that open them.
  public var missing: [TrainingRule]?
}

/// What is waiting.
public struct HomeView: Hashable, Codable, Sendable {
  /// Lists nobody has taken.
  public var lists: Int
  /// Orders at the benches.
  public var toPack: Int
  /// Waves on the floor.
  public var waves: Int
  /// Orders waiting for stock or for a decision.
  public var exceptions: Int
  /// Totes waiting at the put walls.
  public var toSeed: Int
  /// Chores inside the house.
  public var chores: Int
  /// Labelled parcels in no cage.
  public var toSort: Int
}

/// A list with everything needed to walk it.
public struct ListView: Hashable, Codable, Sendable {
  /// The list.
  public var list: PickList
  /// The carrier's name.
  public var carrier: Name
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// Its lines in walking order.
  public var lines: [PickLine]
  /// The bins of its lines.
  public var bins: [Bin]
  /// The products of its lines.
  public var products: [Product]
  /// The floor it is walked on.
  public var site: Site
  /// The orders it is for.
  public var orders: Int
  /// The totes its slots' orders have from the zone before, by slot.
  public var passed: [Int: Code<Tote>]
  /// The slots whose totes the next zone goes on with.
  public var passing: [Int]
  /// The zones of its bins.
  public var zones: [Zone]
  /// Whether there was anything to take back when the list was read.
  public var hasPicks: Bool?
}

/// A walk over a list's open lines, planned at a revision.
public struct WalkView: Hashable, Codable, Sendable {
  /// The list.
  public var list: Code<PickList>
  /// The revision it was planned at.
  public var revision: Int
  /// The open lines in walking order.
  public var order: [WalkStop]
  /// The walk.
  public var walk: Walk

  /// Makes a planned walk.
  public init(
    list: Code<PickList>, revision: Int, order: [WalkStop], walk: Walk
  ) {
    self.list = list
    self.revision = revision
    self.order = order
    self.walk = walk
  }
}

/// An order on the bench.
public struct PackView: Hashable, Codable, Sendable {
  /// One product to verify.
  public struct Line: Hashable, Codable, Sendable {
    /// The product.
    public var product: Product
    /// Base units ordered.
    public var ordered: Int
    /// Base units already in parcels.
    public var packed: Int
    /// Base units that lie in the tote.
    public var inTote: Int
    /// Whether they go in place of what was ordered.
    public var isSubstitute = false
  }

  /// The order.
  public var order: Code<Order>
  /// The carrier's name.
  public var carrier: Name
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// The totes its pieces are in.
  public var totes: [Code<Tote>]
  /// What is to be verified, line by line.
  public var lines: [Line]
  /// Whether a parcel needs more than its pieces here; nil for no.
  public var asks: Bool?
}

/// The waves and what is behind them.
public struct BoardView: Hashable, Codable, Sendable {
  /// The waves by cut-off.
  public var waves: [WaveProgress]
  /// The carriers' names.
  public var carriers: [Carrier]
  /// How many orders are in each state that needs somebody's eye.
  public var counts: [Order.State: Int]
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset: Int
  /// Print jobs that failed last time.
  public var printTroubles: Int
  /// Carriers whose own numbers run low, with how many are left.
  public var lowNumbers: [Code<Carrier>: Int]
  /// Waybills that wait for their carrier.
  public var waybillsWaiting: Int
  /// Waybills a person must decide about.
  public var waybillTroubles: Int

  // The supervisor's board.
  /// What the journal says of the waves on the floor; empty where nobody reads it.
  public var figures: [WaveFigures] = []
}

/// What a scanned code stands for.
public enum Meaning: Hashable, Codable, Sendable {
  /// A bin and what lies in it.
  case bin(Bin, [StockLine])
  /// A product, the units its barcode stands for, and where it lies.
  case product(Product, units: Int, [BinStock])
  /// A tote and what is in it.
  case tote(Tote, [StockLine])
  /// A cart.
  case cart(Cart)
  /// An order.
  case order(Order, lines: Int, parcels: [Parcel])
  /// A parcel.
  case parcel(Parcel)
  /// A bench.
  case workstation(Workstation)
  /// A pick list.
  case list(PickList, open: Int)
  /// A badge.
  case badge(Code<Operator>)
  /// Nothing this house knows.
  case nothing(String)

  // Ways of picking.
  /// A put wall, and how many of its slots are free.
  case wall(PutWall, free: Int)
  /// A slot of a put wall.
  case wallSlot(WallSlot)

  // What a stop knows.
  /// Serial numbers, one a product, each with the parcel's waybill where it has one.
  case serials([SerialNumber], waybill: String?)
  /// A handling unit.
  case unit(HandlingUnit, Name)

  // Out of the door.

  /// A cage and what stands in it.
  case cage(CageLoad)
  /// A manifest.
  case manifest(Manifest)
  /// A parcel on its way out, and where it is.
  case placed(Parcel, ParcelPlace)
}

/// Stock with the name of its product.
public struct StockLine: Hashable, Codable, Sendable {
  /// The stock.
  public var stock: Stock
  /// The product's name.
  public var name: Name
}

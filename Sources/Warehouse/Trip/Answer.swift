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
  case lastPick(Pick?, stays: Refusal?)
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

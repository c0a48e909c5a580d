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

extension Query {
  /// Whether the answer is planned or worked out, so that whoever asks sees meanwhile how far it is.
  public var takesLong: Bool {
    if case .releaseStep = self { return true }
    return if case .release(let policies) = self { !policies.isEmpty } else { false }
  }
}

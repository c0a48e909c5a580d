import Barcodes
import Flows
import Planning
import Routing
import Station
import Storage
import Warehouse

/// What is physically there, which the store only believes: goods in bins and totes, where totes
/// stand, and who is where.
struct World {
  /// Totes nobody uses.
  var freeTotes: [Code<Tote>]
  /// Totes with goods that were set down at the drop, oldest first.
  var dropped: [Code<Tote>] = []
  /// Totes with goods of many orders that wait at the put walls, oldest first.
  var toSeed: [Code<Tote>] = []
  /// Barcodes of the pieces that lie in each tote, a piece an entry.
  var pieces: [Code<Tote>: [String]] = [:]
  /// The floor.
  let site: Site
  /// What can be walked of it.
  let layout: AisleLayout
  /// Every bin's point, by code.
  let points: [String: Warehouse.FloorPoint]

  /// The shortest way between two points of the floor, in millimetres.
  func distance(from one: Warehouse.FloorPoint, to other: Warehouse.FloorPoint) -> Int {
    guard let from = layout.place(one), let to = layout.place(other) else { return 0 }
    return (try? layout.distance(from, to)) ?? 0
  }
}

/// What people do by hand takes so long, in milliseconds.
///
/// Close to the standard times published for pick to tote (5 s a tote, 30 s a bin with its walk,
/// 15 s an item, 2 s a unit), with the walk taken out because it is walked here.
struct Paces {
  /// From the eye on the glass to the trigger.
  var scan: Int64 = 1_500
  /// Pressing a key.
  var key: Int64 = 800
  /// Taking one piece and laying it down.
  var piece: Int64 = 2_000
  /// Putting an empty tote into a slot.
  var tote: Int64 = 3_500
  /// Closing a carton and sticking its label.
  var label: Int64 = 8_000
  /// Asking again for a list when there was none.
  var rest: Int64 = 300_000
  /// Looking again whether there is something to do.
  var look: Int64 = 20_000
}

/// A walk from junction to junction over every walked piece of the grid exactly as often as it is
/// walked, by Hierholzer's algorithm.
///
/// The pieces are counts: `up[aisle * crossAisles + j]` how often the block above a junction is
/// walked from end to end, `right[...]` how often the cross-aisle to the next aisle. Blocks are taken
/// before cross-aisles and the lower and left ones first, so that the same tour is always walked
/// the same way.
final class JunctionTrail {
  @exclusivity(unchecked) private(set) var up = FlatBuffer<UInt8>()
  @exclusivity(unchecked) private(set) var right = FlatBuffer<UInt8>()
  /// The junctions of the walk, the last one first.
  @exclusivity(unchecked) private(set) var junctions = FlatBuffer<JunctionPlace>()
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var trail = FlatBuffer<JunctionPlace>()

  deinit {
    up.free()
    right.free()
    junctions.free()
    trail.free()
  }

  /// Makes room for so many junctions, with no piece walked.
  func clear(_ junctionCount: Int) {
    up.reserve(junctionCount)
    right.reserve(junctionCount)
    up.start.update(repeating: 0, count: junctionCount)
    right.start.update(repeating: 0, count: junctionCount)
    // Every junction has at most two pieces up and two to the right.
    junctions.reserve(4 * junctionCount + 1)
    trail.reserve(4 * junctionCount + 1)
  }

  /// Finds the walk from a junction and takes its pieces away.
  ///
  /// - Complexity: O(pieces).
  func find(from start: Int, crossAisles: Int) {
    let (up, right) = (up.start, right.start)
    let (junctions, trail) = (junctions.start, trail.start)
    var found = 0
    var depth = 0
    var here = start
    var place = JunctionPlace(column: start / crossAisles, cross: start % crossAisles)
    while true {
      if place.cross > 0, up[here &- 1] > 0 {
        up[here &- 1] &-= 1
        trail[depth] = place
        here &-= 1
        place = place.down
      } else if up[here] > 0 {
        up[here] &-= 1
        trail[depth] = place
        here &+= 1
        place = place.up
      } else if here >= crossAisles, right[here &- crossAisles] > 0 {
        right[here &- crossAisles] &-= 1
        trail[depth] = place
        here &-= crossAisles
        place = place.left
      } else if right[here] > 0 {
        right[here] &-= 1
        trail[depth] = place
        here &+= crossAisles
        place = place.right
      } else {
        junctions[found] = place
        found &+= 1
        guard depth > 0 else { break }
        depth &-= 1
        place = trail[depth]
        here = place.column &* crossAisles &+ place.cross
        continue
      }
      depth &+= 1
    }
    count = found
  }
}

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
  @exclusivity(unchecked) private(set) var junctions = FlatBuffer<Int32>()
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var trail = FlatBuffer<Int32>()

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
    count = 0
    trail[0] = Int32(start)
    var depth = 1
    while depth > 0 {
      let here = Int(trail[depth - 1])
      let cross = here % crossAisles
      let next: Int
      if cross > 0, up[here - 1] > 0 {
        next = here - 1
        up[here - 1] -= 1
      } else if up[here] > 0 {
        next = here + 1
        up[here] -= 1
      } else if here >= crossAisles, right[here - crossAisles] > 0 {
        next = here - crossAisles
        right[here - crossAisles] -= 1
      } else if right[here] > 0 {
        next = here + crossAisles
        right[here] -= 1
      } else {
        junctions[count] = Int32(here)
        count += 1
        depth -= 1
        continue
      }
      trail[depth] = Int32(next)
      depth += 1
    }
  }
}

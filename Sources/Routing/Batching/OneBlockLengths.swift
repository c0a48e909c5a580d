/// Tour lengths on a floor of one block for rounds from one junction back to it.
///
/// Ratliff & Rosenthal 1983 (Operations Research 31:507) written out: the five classes of partial
/// tours are five variables. After each aisle they hold the least length of a beginning of the tour
/// that serves everything so far and leaves
/// - `odd`: one component through both junctions, each of odd degree;
/// - `low`, `high`: one component through the lower (upper) junction only;
/// - `one`: one component through both junctions, each of even degree;
/// - `two`: a component through each junction, not connected.
final class OneBlockLengths {
  private let masks: OrderMasks
  private let depotAisle: Int
  private let depotIsHigh: Bool
  private let height: Int
  private let widths: UnsafeMutablePointer<Int>
  private static let never = Int.max / 4

  /// Nil where the floor has more blocks or the walk is not a round from a junction.
  init?(_ masks: OrderMasks, _ request: BatchRequest) {
    guard masks.blockCount == 1, request.layout.isUnrestricted, request.start == request.end,
      case .aisle(let aisle, let y) = request.start, request.layout.crossAisles.contains(y)
    else { return nil }
    self.masks = masks
    depotAisle = aisle - masks.firstAisle
    depotIsHigh = y == request.layout.crossAisles[1]
    height = masks.heights[0]
    widths = .allocate(capacity: masks.widths.count + 1)
    widths.initialize(repeating: 0, count: masks.widths.count + 1)
    for (index, width) in masks.widths.enumerated() { widths[index] = width }
  }

  deinit { widths.deallocate() }

  /// The length of the shortest tour over a union of masks, in units; 0 for none.
  ///
  /// - Complexity: O(aisles + positions visited).
  func length(_ mask: UnsafePointer<UInt64>) -> Int {
    let perCell = masks.wordsPerCell
    var firstAisle = 0
    var lastAisle = masks.aisleCount &- 1
    while firstAisle < depotAisle, isEmpty(mask, firstAisle) { firstAisle &+= 1 }
    while lastAisle > depotAisle, isEmpty(mask, lastAisle) { lastAisle &-= 1 }
    if firstAisle == lastAisle, isEmpty(mask, firstAisle) { return 0 }
    let never = Self.never
    let cross = height
    let turn = 2 &* height
    var odd = never
    var low = never
    var high = never
    var one = never
    var two = never
    var none = 0
    for aisle in firstAisle...lastAisle {
      if aisle > firstAisle {
        let width = 2 &* widths[aisle &- 1]
        odd &+= width
        low = min(low, one) &+ width
        high = min(high, one) &+ width
        one &+= 2 &* width
        two &+= 2 &* width
      }
      var touch = masks.junctionBase.map { mask[$0 &+ aisle] } ?? 0
      if aisle == depotAisle { touch |= depotIsHigh ? 2 : 1 }
      if touch & 1 != 0 {
        two = min(two, high)
        low = min(low, none)
        high = never
        none = never
      }
      if touch & 2 != 0 {
        two = min(two, low)
        high = min(high, none)
        low = never
        none = never
      }
      let through = min(min(one, two), min(min(low, high), none)) &+ cross
      let joined = min(min(low, high), min(two, none)) &+ turn
      guard
        let scan = CellScan(
          mask + aisle &* perCell, words: perCell,
          masks.positions + (aisle &* perCell) << 6)
      else {
        let crossed = odd &+ cross
        odd = min(odd, through)
        one = min(min(one, joined), crossed)
        continue
      }
      let below = 2 &* scan.last
      let above = 2 &* (height &- scan.first)
      let split = 2 &* (height &- scan.gap)
      let fromLow = min(below, split)
      let fromHigh = min(above, split)
      let least = min(below, fromHigh)
      let crossed = odd &+ cross
      odd = min(odd &+ least, through)
      one = min(min(one &+ least, joined), crossed)
      two = min(
        min(two &+ least, none &+ split), min(low &+ fromHigh, high &+ fromLow))
      low = min(low, none) &+ below
      high = min(high, none) &+ above
      none = never
    }
    return min(one, min(low, high))
  }

  @inline(__always)
  private func isEmpty(_ mask: UnsafePointer<UInt64>, _ aisle: Int) -> Bool {
    var any: UInt64 = masks.junctionBase.map { mask[$0 &+ aisle] } ?? 0
    for word in aisle &* masks.wordsPerCell..<(aisle &+ 1) &* masks.wordsPerCell {
      any |= mask[word]
    }
    return any == 0
  }
}

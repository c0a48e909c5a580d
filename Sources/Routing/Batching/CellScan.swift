/// What the positions to be visited in one cell mean for its walk, read off a bit mask.
struct CellScan {
  /// The lowest and the highest position above the block's lower cross-aisle.
  let first: Int
  let last: Int
  /// The widest gap between two neighboring positions, 0 for a single one.
  let gap: Int

  /// The scan of a cell of one word that is not empty.
  ///
  /// - Complexity: O(positions visited).
  @inline(__always)
  init(_ mask: UInt64, _ positions: UnsafePointer<Int>) {
    first = positions[mask.trailingZeroBitCount]
    var rest = mask & (mask &- 1)
    var at = first
    var gap = 0
    while rest != 0 {
      let next = positions[rest.trailingZeroBitCount]
      let width = next &- at
      gap = width > gap ? width : gap
      at = next
      rest &= rest &- 1
    }
    last = at
    self.gap = gap
  }

  /// The scan of a cell of several words, nil where it is empty.
  @inline(__always)
  init?(_ mask: UnsafePointer<UInt64>, words: Int, _ positions: UnsafePointer<Int>) {
    if words == 1 {
      if mask[0] == 0 { return nil }
      self = CellScan(mask[0], positions)
      return
    }
    var first = -1
    var at = 0
    var gap = 0
    for word in 0..<words {
      var rest = mask[word]
      while rest != 0 {
        let next = positions[word &* 64 &+ rest.trailingZeroBitCount]
        if first < 0 { first = next } else if next &- at > gap { gap = next &- at }
        at = next
        rest &= rest &- 1
      }
    }
    if first < 0 { return nil }
    self = CellScan(first: first, last: at, gap: gap)
  }

  private init(first: Int, last: Int, gap: Int) {
    self.first = first
    self.last = last
    self.gap = gap
  }
}

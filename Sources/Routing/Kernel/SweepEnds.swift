/// Where an open walk may start and end.
struct SweepEnds {
  /// What starting (ending) at a junction costs, or `never`, at [aisle * cross-aisles + j].
  let startCosts: UnsafePointer<Int>
  let endCosts: UnsafePointer<Int>
  /// For each aisle the junctions at which the walk may start or end, a bit each.
  let junctions: UnsafePointer<UInt8>
  /// For each block the row of `PlacedCosts` in `rows`, or -1, at [aisle * blocks + block].
  let rowNumbers: UnsafePointer<Int32>
  let rows: UnsafePointer<Int>
  /// The ends that no later aisle can place (a sum of `Ends`), for each aisle.
  let placed: UnsafePointer<UInt8>
  /// Whether the walk may end exactly where it may start, at the same costs.
  ///
  /// Then a walk and its
  /// reverse are the same, and only starts are placed until both are.
  let isSymmetric: Bool

  /// What placing ends at a junction costs, `never` or more where that cannot be.
  @inline(__always)
  func cost(_ ends: Int, _ junction: Int) -> Int {
    (ends & Ends.start != 0 ? startCosts[junction] : 0)
      + (ends & Ends.end != 0 ? endCosts[junction] : 0)
  }

  /// The row of a block known to have one.
  @inline(__always)
  func row(_ cell: Int) -> UnsafePointer<Int> {
    rows + Int(rowNumbers[cell]) * PlacedCosts.count
  }

  /// The layers, a bit each, that can still come to both ends right of an aisle.
  func layersAlive(after aisle: Int) -> Int {
    switch Int(placed[aisle]) {
    case Ends.none: 0b1111
    case Ends.start: 0b1010
    case Ends.end: 0b1100
    default: 0b1000
    }
  }

  /// Calls the body with the ends that can be placed at once from a layer.
  @inline(__always)
  func forEachPlacing(_ body: (_ layer: Int, _ ends: Int) -> Void) {
    body(Ends.none, Ends.start)
    if !isSymmetric {
      body(Ends.none, Ends.end)
      body(Ends.end, Ends.start)
    }
    body(Ends.start, Ends.end)
    body(Ends.none, Ends.both)
  }
}

/// What the sweep is given: for each aisle from left to right what its blocks and junctions need.
struct SweepInput {
  /// The number of aisles.
  let aisleCount: Int
  /// The costs of the blocks, at [aisle * blocks + block].
  let cells: UnsafePointer<CellCosts>
  /// The junctions the walk must come by, a bit for each cross-aisle.
  let required: UnsafePointer<UInt8>
  /// The distance from each aisle to the next.
  let widths: UnsafePointer<Int>
  /// The cross-aisles closed between an aisle and the next, a bit each; nil where none is.
  let closed: UnsafePointer<UInt8>?
  /// Where the walk may start and end; nil for a round.
  let ends: SweepEnds?
  /// Whether walking a block there and back can be needed to connect its junctions.
  let needsTwice: Bool
}

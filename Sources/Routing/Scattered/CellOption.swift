/// One way to walk inside a cell: its length and the points it comes by.
///
/// A cell is a block of an aisle, or a junction with stock. The walk comes by all points of the
/// cell except those numbered `from..<to`: every way is a part from below, a part from above, or
/// both, with at most one stretch between them left out.
struct CellOption {
  var cost: Int
  /// The first point left out.
  var from: Int32
  /// The first point after those left out.
  var to: Int32
  /// The price slot of its outcome in the cell's step.
  var slot: Int32
  /// Where its surplus begins in the model's list, and how many entries it has.
  var surplus: Int32
  var surplusCount: Int32

  @inline(__always)
  func covers(_ point: Int) -> Bool { point < Int(from) || point >= Int(to) }
}

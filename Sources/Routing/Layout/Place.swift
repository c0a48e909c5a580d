/// Where a walk starts, stops or ends.
public enum Place: Hashable, Sendable {
  /// A point of the grid: the index of an aisle and a y in millimeters, from the first cross-aisle
  /// to the last.
  case aisle(Int, y: Int)
  /// A point beside the grid, joined to it by links: a dock, a depot, a pack bench.
  ///
  /// It has no coordinates. A walk leaves it or reaches it by one link; no walk passes through it.
  case offGrid([Link])
}

/// How a tour deals with one block of one aisle.
enum CellPlan: BitwiseCopyable {
  case none, once, low, high, split, twice
  /// The walk starts here, ends here, or both (a sum of `Ends`).
  case placed(ends: Int, PlacedCosts.Form)
}

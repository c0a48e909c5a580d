/// What a tour consists of: for every piece of the grid how it is walked.
final class TourChoices {
  /// How each block is dealt with, at [aisle * blocks + block].
  @exclusivity(unchecked) var plans = FlatBuffer<CellPlan>()
  /// How often each cross-aisle is walked right of an aisle, at [aisle * cross-aisles + j].
  @exclusivity(unchecked) var crossings = FlatBuffer<UInt8>()
  /// The junction at which the walk starts (ends), at [aisle * cross-aisles + j]; -1 where it does
  /// so within a block.
  @exclusivity(unchecked) var startJunction = -1
  @exclusivity(unchecked) var endJunction = -1

  /// Makes room for so many aisles.
  func reserve(aisles: Int, crossAisles: Int) {
    plans.reserve(aisles * (crossAisles - 1))
    crossings.reserve(aisles * crossAisles)
    startJunction = -1
    endJunction = -1
  }

  deinit {
    plans.free()
    crossings.free()
  }
}

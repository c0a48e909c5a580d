/// The shortest tour, proven: a dynamic program over the aisles.
///
/// Ratliff & Rosenthal 1983 generalized to any number of cross-aisles and to any start and end.
/// Time is linear in aisles and stops and grows five- to sevenfold with each cross-aisle. The
/// choices of the program are pieces of the grid; a walk over all of them from start to end gives
/// the tour. `TourKernel` does the work.
public struct ExactTourSolver: TourSolver {
  /// The most cross-aisles taken; more would need tables of a million classes.
  public static let mostCrossAisles = FrontierClass.mostVertices

  /// A solver without settings.
  public init() {}

  /// The shortest tour.
  ///
  /// - Throws: `RoutingError` with code `tooManyCrossAisles`, or `rule` for one-way stretches.
  public func solve(_ request: TourRequest) throws(RoutingError) -> Tour {
    let kernel = try TourKernel(request)
    guard !request.stops.isEmpty else { return request.directTour }
    let length = request.stopPoints.withUnsafeBufferPointer { kernel.solve($0) }
    guard length < CellCosts.never else {
      throw RoutingError(.unreachable, "the rules of the layout leave no walk by all stops")
    }
    return kernel.tour(length: length)
  }
}

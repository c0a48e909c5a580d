/// The shortest walk known to be found: exact and proven where that is quick, else searched.
///
/// The one entry point: layouts of up to `ExactTourSolver.mostCrossAisles` cross-aisles are solved
/// exactly (well under a millisecond for 2 or 3 cross-aisles, up to about a second for 7), others
/// and those with one-way stretches by `SearchTourSolver`: the program over sets of stops for a
/// few, else local search with a lower bound.
public struct ShortestWalk: TourSolver {
  private let exact = ExactTourSolver()
  private let search = SearchTourSolver()

  /// A solver without settings.
  public init() {}

  /// The shortest walk, or for a layout with many cross-aisles a short one with a bound.
  ///
  /// - Throws: `RoutingError` with code `tooManyStops` where the search is taken and there are more
  ///   than 2,500 different places.
  public func solve(_ request: TourRequest) throws(RoutingError) -> Tour {
    !request.layout.hasOneWay
      && request.layout.crossAisles.count <= ExactTourSolver.mostCrossAisles
      ? try exact.solve(request) : try search.solve(request)
  }
}

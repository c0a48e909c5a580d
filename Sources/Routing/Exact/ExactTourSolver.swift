/// The shortest tour, proven: a dynamic program over the aisles.
///
/// Ratliff & Rosenthal 1983 generalized to any number of cross-aisles and to any start and end.
/// Time is linear in aisles and stops and grows five- to sevenfold with each cross-aisle. The
/// choices of the program are pieces of the grid; a walk over all of them from start to end gives
/// the tour.
public struct ExactTourSolver: TourSolver {
  /// The most cross-aisles taken; more would need tables of a million classes.
  public static let mostCrossAisles = FrontierClass.mostVertices

  /// A solver without settings.
  public init() {}

  /// The shortest tour.
  ///
  /// - Throws: `RoutingError` with code `tooManyCrossAisles`.
  public func solve(_ request: TourRequest) throws(RoutingError) -> Tour {
    let count = request.layout.crossAisles.count
    guard count <= Self.mostCrossAisles else {
      throw RoutingError(
        .tooManyCrossAisles,
        "layout has \(count) cross-aisles: expected at most \(Self.mostCrossAisles)")
    }
    guard !request.stops.isEmpty else { return request.directTour }
    let problem = TourProblem(request)
    let inside = OneAisleWalk.walk(for: request)
    if let inside, problem.aisles.count == 1 {
      return inside.walk.tour(for: request, lowerBound: inside.length)
    }
    var sweep = Sweep(problem)
    guard let solution = sweep.solve(), solution.length < inside?.length ?? .max else {
      guard let inside else { preconditionFailure("every request has a tour over junctions") }
      return inside.walk.tour(for: request, lowerBound: inside.length)
    }
    let start = problem.starts[solution.start ?? 0]
    let end = problem.ends[solution.end ?? 0]
    let points = WalkGraph(solution, of: problem).eulerWalk(from: start.point, to: end.point)
    return GridWalk(start: start, end: end, points: points)
      .tour(for: request, lowerBound: solution.length)
  }
}

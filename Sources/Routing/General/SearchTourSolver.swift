/// A short tour for any layout and a lower bound, often the proof: `WalkSolver` without the
/// program over the aisles.
///
/// For layouts with more cross-aisles than `ExactTourSolver` takes.
public struct SearchTourSolver: TourSolver {
  private let limit: SearchLimit

  /// A solver that searches within a limit.
  public init(limit: SearchLimit = .standard) { self.limit = limit }

  /// A short tour and a lower bound.
  ///
  /// - Throws: `RoutingError` with code `tooManyStops` beyond 2,500 different places, or where
  ///   the rules of the layout keep a walk from a stop.
  public func solve(_ request: TourRequest) throws(RoutingError) -> Tour {
    let walk = try WalkSolver().search(WalkRequest(request), limit: limit)
    return walk.tour(on: request.layout)
  }
}

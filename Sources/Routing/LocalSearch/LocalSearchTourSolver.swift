/// A short tour for any layout, with a lower bound: nearest neighbor, 2-opt, Or-opt, swaps.
///
/// Works on shortest-path lengths between stops, so it takes any number of cross-aisles. The bound
/// is the Held & Karp 1970 one (`SpanningBound`), proven only where it meets the length.
public struct LocalSearchTourSolver: TourSolver {
  /// Enough for 100 random stops to come within about 1 % of the shortest.
  private static let swaps = 60

  /// A solver without settings.
  public init() {}

  /// A short tour and a lower bound.
  ///
  /// - Complexity: O(stops * stops) for each improvement.
  public func solve(_ request: TourRequest) throws(RoutingError) -> Tour {
    let stops = request.distinctStops
    guard !stops.isEmpty else { return request.directTour }
    let legs = LegTable(request, stops)
    var sequence = VisitSequence(legs)
    sequence.improve(swaps: Self.swaps)

    let layout = request.layout
    let order = sequence.stops
    let start = layout.bestPair(
      request.startTerminals, [Terminal(point: stops[order[0]], link: nil, end: nil)]
    ).start
    let lastStop = Terminal(point: stops[order[order.count - 1]], link: nil, end: nil)
    let end =
      request.ends.isEmpty ? lastStop : layout.bestPair([lastStop], request.endTerminals).end
    var points = [start.point]
    for next in order.map({ stops[$0] }) + [end.point] {
      points += layout.corners(from: points[points.count - 1], to: next)
    }
    let walk = GridWalk(start: start, end: end, points: points)
    let bound = SpanningBound.bound(legs, aim: legs.length(of: order))
    return walk.tour(for: request, lowerBound: bound)
  }
}

/// What has to be visited, from where, and where the walk may end.
///
/// A request that exists can be walked: every place was checked against the layout and its rules.
public struct TourRequest: Hashable, Sendable {
  /// The floor.
  public let layout: AisleLayout
  /// Where the walk starts.
  public let start: Place
  /// Where the walk may end, the cheapest wins; empty: wherever the last stop is.
  public let ends: [Place]
  /// What has to be visited: points of the grid, several may be the same, none is fine.
  public let stops: [Place]

  let stopPoints: [GridPoint]

  /// A request that ends at one of several places.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on the layout, or where a
  ///   stop lies beside the grid; with code `unreachable` where the rules of the layout leave no
  ///   walk from the start by a stop, or by all of them, to an end.
  public init(
    layout: AisleLayout, start: Place, ends: [Place], stops: [Place]
  ) throws(RoutingError) {
    try layout.check(start, "start")
    for (index, end) in ends.enumerated() { try layout.check(end, "end \(index)") }
    var points: [GridPoint] = []
    points.reserveCapacity(stops.count)
    for (index, stop) in stops.enumerated() {
      try layout.check(stop, "stop \(index)")
      switch stop {
      case .aisle(let aisle, let y): points.append(GridPoint(aisle: aisle, y: y))
      case .offGrid:
        throw RoutingError(
          .place, "stop \(index) lies beside the grid: expected a point in an aisle")
      }
    }
    self.layout = layout
    self.start = start
    self.ends = ends
    self.stops = stops
    self.stopPoints = points
    if !layout.isUnrestricted { try checkReach() }
  }

  /// A request that ends at one place, or without one wherever the last stop is.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on the layout, or where a
  ///   stop lies beside the grid; with code `unreachable` where the rules of the layout leave no
  ///   walk from the start by a stop, or by all of them, to an end.
  public init(
    layout: AisleLayout, start: Place, end: Place?, stops: [Place]
  ) throws(RoutingError) {
    try self.init(layout: layout, start: start, ends: end.map { [$0] } ?? [], stops: stops)
  }
}

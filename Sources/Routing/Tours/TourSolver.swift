/// Something that finds a short walk through all stops of a request.
///
/// The tour it returns visits every stop of the request, starts at its start and ends at one of its
/// ends; its path can be walked on the layout and is as long as `length` says; `lowerBound` holds
/// for every walk, so that `proven` means what it says (`Tour.violations(of:)` checks all of it but
/// the bound). The same request gives the same tour, on every machine. A solver may refuse a layout
/// it does not take; it never refuses a request because of its stops.
public protocol TourSolver: Sendable {
  /// A walk that answers the request.
  ///
  /// - Throws: `RoutingError` where the solver does not take the layout.
  func solve(_ request: TourRequest) throws(RoutingError) -> Tour
}

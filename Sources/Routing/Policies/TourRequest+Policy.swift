extension TourRequest {
  /// The length of visiting all stops by a rule of thumb, in millimeters.
  ///
  /// What lies between two points the rule names is walked on the shortest way, and the walk ends
  /// at the nearest of `ends`: the rules are measured at their best.
  ///
  /// - Complexity: O(stops * log(stops)), for `nearest` O(stops^2).
  public func length(by policy: Policy) -> Int {
    guard !stops.isEmpty else { return ends.map { layout.knownDistance(start, $0) }.min() ?? 0 }
    return length(through: PolicyWalk(self).points(by: policy))
  }

  /// The length from the start through points of the grid to the nearest end.
  private func length(through points: [GridPoint]) -> Int {
    var length = 0
    var at = start
    for point in points {
      let place = Place.aisle(point.aisle, y: point.y)
      length += layout.knownDistance(at, place)
      at = place
    }
    return length + (ends.map { layout.knownDistance(at, $0) }.min() ?? 0)
  }
}

extension TourRequest {
  /// The length of visiting the stops in a given order, in millimeters, each leg the shortest.
  ///
  /// Tells what the walk costs when the stops are taken, say, in the order of their bin codes.
  /// The walk starts at `start` and ends at the cheapest of `ends`.
  ///
  /// - Parameter order: indices of all stops, each once.
  /// - Throws: `RoutingError` with code `order` where the order is not a permutation of the stops.
  public func length(visiting order: [Int]) throws(RoutingError) -> Int {
    var seen = [Bool](repeating: false, count: stops.count)
    guard order.count == stops.count else {
      throw RoutingError(.order, "order names \(order.count) stop(s): expected \(stops.count)")
    }
    for stop in order {
      guard seen.indices.contains(stop), !seen[stop] else {
        throw RoutingError(
          .order, "order names stop \(stop) wrongly: expected each of 0..<\(stops.count) once")
      }
      seen[stop] = true
    }
    let places = [start] + order.map { stops[$0] }
    let last = places[places.count - 1]
    let walked = zip(places, places.dropFirst())
      .reduce(0) { $0 + layout.knownDistance($1.0, $1.1) }
    return walked + (ends.map { layout.knownDistance(last, $0) }.min() ?? 0)
  }

  /// The ways to begin, the cheapest at every point.
  var startTerminals: [Terminal] { Terminal.cheapest(layout.terminals(of: start)) }

  /// The ways to finish, the cheapest at every point; every stop where no end was named.
  var endTerminals: [Terminal] {
    if ends.isEmpty {
      return Terminal.cheapest(stopPoints.map { Terminal(point: $0, link: nil, end: nil) })
    }
    return Terminal.cheapest(
      ends.enumerated().flatMap { layout.terminals(of: $0.element, end: $0.offset) })
  }

  /// The stops' points in the order of the grid, each once.
  var distinctStops: [GridPoint] {
    var distinct: [GridPoint] = []
    for point in stopPoints.sorted() where distinct.last != point { distinct.append(point) }
    return distinct
  }
}

extension TourRequest {
  /// Refuses what the rules of the layout make impossible.
  ///
  /// A walk is possible where one can go from the start to some place, from there by all stops and
  /// back, and on to an end. Where that is not so, a walk might still do that never comes back,
  /// which only solving the request tells.
  func checkReach() throws(RoutingError) {
    let starts = startTerminals.map(\.point)
    let ends = self.ends.isEmpty ? [] : endTerminals.map(\.point)
    if stops.isEmpty {
      guard
        self.ends.isEmpty || self.ends.contains(start)
          || layout.bestPair(startTerminals, endTerminals).length < AisleLayout.noWay
      else { throw RoutingError(.unreachable, "no way leads from the start to an end") }
      return
    }
    let states = WalkStates(layout, starts + ends + stopPoints)
    if states.canVisit(stopPoints, from: starts, to: ends) { return }
    let reached = states.reached(from: starts)
    let leaving = ends.isEmpty ? nil : states.reaching(ends)
    for (index, point) in stopPoints.enumerated() {
      guard reached.contains(point) else {
        throw RoutingError(.unreachable, "stop \(index) cannot be reached from the start")
      }
      guard leaving?.contains(point) ?? true else {
        throw RoutingError(.unreachable, "from stop \(index) no way leads to an end")
      }
    }
    if let kernel = try? TourKernel(self) {
      let length = stopPoints.withUnsafeBufferPointer { kernel.length($0) }
      if length < CellCosts.never { return }
    }
    throw RoutingError(
      .unreachable, "no walk leads from the start by all \(stops.count) stops to an end")
  }
}

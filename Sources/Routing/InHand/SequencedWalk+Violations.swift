extension SequencedWalk {
  /// What is wrong with this walk as an answer to a request; empty where it holds together.
  ///
  /// Walks the tour anew and looks at the order, without anything the solver knew. Whether the
  /// bound is true cannot be seen from the walk.
  public func violations(of request: SequencedRequest) -> [String] {
    var found = tour.violations(of: request.places)
    let stops = request.stops
    guard order.allSatisfy({ stops.indices.contains($0) }) else { return found }
    for (a, b) in zip(order, order.dropFirst()) where stops[a].rank > stops[b].rank {
      found.append("stop \(b) of rank \(stops[b].rank) comes after rank \(stops[a].rank)")
    }
    var left: Set<Int> = []
    for (index, stop) in order.enumerated() {
      let before = index > 0 ? stops[order[index - 1]].product : nil
      guard let product = stops[stop].product, product != before else { continue }
      if !left.insert(product).inserted {
        found.append("stop \(stop) comes apart from the others of product \(product)")
      }
    }
    if let first = order.first, request.later.contains(first) {
      let rank = stops[first].rank
      let others = stops.indices.filter { stops[$0].rank == rank && !request.later.contains($0) }
      if !others.isEmpty { found.append("stop \(first) is first: expected later") }
    }
    return found
  }
}

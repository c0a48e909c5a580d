extension Walk {
  /// What is wrong with this walk as an answer to a request; empty where it holds together.
  ///
  /// Walks the path anew, without anything the solver knew: every step is along a walkway in a
  /// direction allowed, nobody turns round where that is forbidden, the length is that of the
  /// steps, every stop is passed where `stopOffsets` says, rules and deadlines are kept, the walk
  /// starts and ends where it was told to, and the bound does not exceed the length. Whether the
  /// bound is true cannot be seen from the walk.
  public func violations(of request: WalkRequest) -> [String] {
    var found: [String] = []
    if order.sorted() != Array(request.stops.indices) {
      return ["order is no permutation"]
    }
    if stopOffsets.count != order.count { return ["offsets do not match the order"] }
    if zip(stopOffsets, stopOffsets.dropFirst()).contains(where: { $0.0 > $0.1 }) {
      found.append("offsets go back")
    }
    if lowerBound > length { found.append("bound \(lowerBound) exceeds length \(length)") }
    var turn: [String: Int] = [:]
    for (place, stop) in order.enumerated() { turn[request.stops[stop].id] = place }
    for rule in request.before where turn[rule.first] ?? 0 > turn[rule.later] ?? 0 {
      found.append("\"\(rule.later)\" comes before \"\(rule.first)\"")
    }
    for (stop, offset) in zip(order, stopOffsets) {
      if let due = request.stops[stop].due, offset > due {
        found.append("stop \(stop) is reached after \(offset) mm, due after \(due)")
      }
    }
    var trace = WalkTrace(request.floor)
    for place in path { found += trace.go(to: place) }
    if trace.walked != length { found.append("path is \(trace.walked) mm, length says \(length)") }
    for (stop, offset) in zip(order, stopOffsets) {
      let place = request.stops[stop].place
      let stays = place == request.start && offset == 0
      if !stays && !trace.passes(place, at: offset) {
        found.append("stop \(stop) is not passed after \(offset) mm")
      }
    }
    return found + endViolations(of: request)
  }

  private func endViolations(of request: WalkRequest) -> [String] {
    func fits(_ place: WalkPlace, _ walked: WalkPlace?) -> Bool {
      switch (place, walked) {
      case (.at, _): place == walked
      case (.offGrid(let links), .offGrid(let used)): used.allSatisfy { links.contains($0) }
      case (.offGrid, _): false
      }
    }
    var found: [String] = []
    if path.isEmpty {
      if length != 0 { found.append("path is empty") }
    } else if !fits(request.start, path.first) {
      found.append("starts elsewhere")
    }
    if let end {
      guard request.ends.indices.contains(end) else { return found + ["ends nowhere"] }
      let stays = path.isEmpty && request.ends[end] == request.start
      if !stays && !fits(request.ends[end], path.last) { found.append("ends elsewhere") }
    } else {
      if !request.ends.isEmpty { found.append("names no end") }
      if (stopOffsets.last ?? 0) != length { found.append("goes on after the last stop") }
    }
    return found
  }
}

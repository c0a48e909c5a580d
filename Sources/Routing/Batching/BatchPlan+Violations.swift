extension BatchPlan {
  /// What is wrong with this plan as an answer to a request; empty where it holds together.
  ///
  /// Every order is on exactly one cart, no cart is overloaded, every batch's walk answers its
  /// request and its length is that of a walk found anew by `ShortestWalk`; length and lateness are
  /// those of the batches walked one after the other, and the bound does not exceed the length.
  /// Whether the bound is true cannot be seen from the plan.
  public func violations(of request: BatchRequest) -> [String] {
    var found: [String] = []
    let placed = batches.flatMap(\.orders).sorted()
    if placed != Array(request.orders.indices) { found.append("orders are not each placed once") }
    var walked = 0
    var late = 0
    for (number, batch) in batches.enumerated() {
      guard batch.orders.allSatisfy({ request.orders.indices.contains($0) }) else {
        found.append("batch \(number) names no order")
        continue
      }
      if batch.orders.isEmpty { found.append("batch \(number) is empty") }
      let load = batch.orders.reduce(0) { $0 + request.orders[$1].size }
      if load > request.capacity { found.append("batch \(number) holds \(load)") }
      found += batch.violations(of: request).map { "batch \(number): \($0)" }
      walked += batch.length
      for order in batch.orders {
        late = BatchLateness.sum(late, request.orders[order].lateness(finishedAfter: walked))
      }
    }
    if walked != length { found.append("batches are \(walked) mm, length says \(length)") }
    if late != lateness { found.append("batches are \(late) late, lateness says \(lateness)") }
    if lowerBound > length { found.append("bound \(lowerBound) exceeds length \(length)") }
    return found
  }
}

extension BatchPlan.Batch {
  fileprivate func violations(of request: BatchRequest) -> [String] {
    guard let walk = try? request.tourRequest(of: orders) else { return ["names no order"] }
    let all = orders.flatMap { order in
      request.orders[order].stops.indices.map { BatchPlan.Stop(order: order, stop: $0) }
    }
    guard let tour else { return all.isEmpty && stops.isEmpty ? [] : ["has stops but no walk"] }
    var found = tour.violations(of: walk)
    if found.isEmpty, tour.order.map({ all[$0] }) != stops {
      found.append("stops are not the walk's")
    }
    if let anew = try? ShortestWalk().solve(walk), anew.length != tour.length {
      found.append("walk is \(tour.length) mm, found anew \(anew.length)")
    }
    return found
  }
}

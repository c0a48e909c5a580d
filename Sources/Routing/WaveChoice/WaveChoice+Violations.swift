extension WaveChoice {
  /// What is wrong with this wave as an answer to a request; empty where it holds together.
  ///
  /// Adds everything up anew, without anything the solver knew. Whether the bound is true cannot
  /// be seen from the wave.
  public func violations(of request: WaveRequest) -> [String] {
    var found: [String] = []
    if !Self.ascends(orders, below: request.orders.count) {
      found.append("orders are no ascending indices of the request")
    }
    if !Self.ascends(aisles, below: request.aisles.count) {
      found.append("aisles are no ascending indices of the request")
    }
    guard found.isEmpty else { return found }
    if orders.isEmpty { found.append("no order is released") }
    if aisles.isEmpty { found.append("no aisle is visited") }
    let released = Set(orders)
    for (index, order) in request.orders.enumerated()
    where order.must && !released.contains(index) {
      found.append("order \(index) has to be in the wave and is not")
    }
    let total = orders.reduce(0) { $0 + request.orders[$1].units }
    if total != units { found.append("orders have \(total) units, units says \(units)") }
    if total < request.minUnits || total > request.maxUnits {
      found.append("\(total) units are not within \(request.minUnits) to \(request.maxUnits)")
    }
    var wanted: [Int: Int] = [:]
    for order in orders {
      for line in request.orders[order].lines { wanted[line.sku, default: 0] += line.quantity }
    }
    for aisle in aisles {
      for line in request.aisles[aisle].stock {
        if let left = wanted[line.sku] { wanted[line.sku] = left - min(left, line.quantity) }
      }
    }
    for (sku, left) in wanted.sorted(by: { $0.key < $1.key }) where left > 0 {
      found.append("SKU \(sku) lacks \(left) units")
    }
    if bound < ratio { found.append("bound \(bound) is below the ratio \(ratio)") }
    return found
  }

  private static func ascends(_ indices: [Int], below count: Int) -> Bool {
    guard indices.allSatisfy({ $0 >= 0 && $0 < count }) else { return false }
    return zip(indices, indices.dropFirst()).allSatisfy { $0.0 < $0.1 }
  }
}

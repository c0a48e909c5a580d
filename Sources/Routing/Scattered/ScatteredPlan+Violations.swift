extension ScatteredPlan {
  /// What is wrong with this plan as an answer to a request; empty where it holds together.
  ///
  /// Checks quantities, rules, penalties and the tour without anything the solver knew. Whether the
  /// bound is true cannot be seen from the plan.
  public func violations(of request: ScatteredRequest) -> [String] {
    var found: [String] = []
    var taken = [Int](repeating: 0, count: request.stock.count)
    for pick in picks {
      guard request.stock.indices.contains(pick.stock) else {
        return ["pick of stock \(pick.stock), which there is not"]
      }
      if pick.quantity < 1 { found.append("nothing taken from stock \(pick.stock)") }
      if taken[pick.stock] != 0 { found.append("stock \(pick.stock) is picked twice") }
      taken[pick.stock] = pick.quantity
      let held = request.stock[pick.stock].quantity
      if pick.quantity > held {
        found.append("\(pick.quantity) taken from stock \(pick.stock), which holds \(held)")
      }
    }
    for (article, demand) in request.demands.enumerated() {
      let entries = request.stock.indices.filter { request.stock[$0].article == article }
      let sum = entries.reduce(0) { $0 + taken[$1] }
      if sum != demand.quantity {
        found.append("article \(article): \(demand.quantity) wanted, \(sum) taken")
      }
      found += ruleViolations(of: request, article, entries, taken)
    }
    let paid = picks.reduce(0) { $0 + request.stock[$1.stock].penalty }
    if paid != penalty { found.append("penalties are \(paid) mm, plan says \(penalty)") }
    if lowerBound > cost { found.append("bound \(lowerBound) exceeds cost \(cost)") }
    do {
      let stops = try TourRequest(
        layout: request.layout, start: request.start, ends: request.ends,
        stops: picks.map { request.stock[$0.stock].place })
      found += tour.violations(of: stops)
    } catch {
      found.append(error.description)
    }
    return found
  }

  private func ruleViolations(
    of request: ScatteredRequest, _ article: Int, _ entries: [Int], _ taken: [Int]
  ) -> [String] {
    let used = entries.filter { taken[$0] > 0 }
    let groups = Set(used.map { request.stock[$0].group })
    switch request.demands[article].rule {
    case .anyGroup: return []
    case .oneGroup:
      return groups.count > 1 ? ["article \(article) is taken from \(groups.count) groups"] : []
    case .ascendingGroups:
      let last = groups.max() ?? .min
      return entries.filter {
        request.stock[$0].group < last && taken[$0] < request.stock[$0].quantity
      }.map { "article \(article): group \(last) is begun before stock \($0) is used up" }
    }
  }
}

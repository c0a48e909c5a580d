import Routing
import Warehouse

extension WalkPlanner {
  /// The visits with the bins that the routing core would have chosen, and what is taken there; nil
  /// where there is nothing to choose.
  ///
  /// All lines promised the same stock go to the same place, so that no stop is torn in two.
  func moved(
    _ visits: [Visit], _ site: Site, _ layout: AisleLayout, _ start: Warehouse.FloorPoint,
    _ taken: [StockKey: Int]
  ) throws -> (visits: [Visit], taken: [StockKey: Int])? {
    guard isExact(layout), !site.walkRules.keepTogether else { return nil }
    let groups = groups(visits, taken)
    guard groups.contains(where: { !$0.others.isEmpty }) else { return nil }
    let choices = groups.filter { !$0.others.isEmpty }
    let request = try ReplanRequest(
      layout: layout, here: place(start, layout),
      stops: groups.filter(\.others.isEmpty).map { group in
        let visit = visits[group.visits[0]]
        return SequencedStop(place(of: visit.bin), rank: rank(of: visit, site))
      },
      drops: [place(site.drop, layout)],
      missing: choices.map { group in
        let visit = visits[group.visits[0]]
        return MissingArticle(
          quantity: group.quantity, rank: rank(of: visit, site),
          bins: ([visit.bin] + group.others.map(\.bin)).map {
            .init(place(of: $0), quantity: group.quantity)
          })
      })
    var moved = visits
    var newly: [StockKey: Int] = [:]
    for case .bin(let article, let bin, _) in try Replanner(effort: effort).solve(request).visits
    where bin > 0 {
      let (group, other) = (choices[article], choices[article].others[bin - 1])
      let key = other.stock.key
      // Two groups may have chosen the same pieces: the second one stays where it was promised.
      guard other.stock.available >= newly[key, default: 0] + group.quantity else { continue }
      newly[key, default: 0] += group.quantity
      for visit in group.visits {
        moved[visit].line.from = key
        moved[visit].bin = other.bin
      }
    }
    return newly.isEmpty ? nil : (moved, newly)
  }

  /// Lines promised the same stock, and where all of them may go instead.
  private struct Group {
    var visits: [Int]
    var quantity: Int
    var others: [BinStock]
  }

  private func groups(_ visits: [Visit], _ taken: [StockKey: Int]) -> [Group] {
    var found: [StockKey: Int] = [:]
    var groups: [Group] = []
    for (index, visit) in visits.enumerated() {
      // A line in part picked, or left for the end, stays as it is.
      let isFixed = visit.line.picked > 0 || visit.line.skips > 0
      let others = isFixed ? [] : visit.others
      if let group = found[visit.line.from] {
        groups[group].visits.append(index)
        groups[group].quantity += visit.line.open
        if isFixed { groups[group].others = [] }
      } else {
        found[visit.line.from] = groups.count
        groups.append(Group(visits: [index], quantity: visit.line.open, others: others))
      }
    }
    for index in groups.indices {
      let quantity = groups[index].quantity
      groups[index].others = groups[index].others.map { other in
        var other = other
        other.stock.allocated += taken[other.stock.key, default: 0]
        return other
      }.filter { $0.stock.available >= quantity }
    }
    return groups
  }

  private func place(of bin: Bin) -> Place { .aisle(bin.aisle, y: bin.y) }
}

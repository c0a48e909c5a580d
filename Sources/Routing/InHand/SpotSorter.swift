/// Sorts stops into ranks, items and spots.
struct SpotSorter {
  private(set) var spots: [SequencedRequest.Spot] = []
  private(set) var groups: [SequencedRequest.RankGroup] = []

  private let stops: [SequencedStop]
  private let points: [GridPoint]
  private let later: Set<Int>

  /// What makes two stops one spot.
  private struct Key: Hashable {
    let rank: Int
    /// The product where it lies in several places, nil for stops on their own.
    let product: Int?
    let point: GridPoint
  }

  init(_ stops: [SequencedStop], _ points: [GridPoint], _ later: Set<Int>) {
    self.stops = stops
    self.points = points
    self.later = later
  }

  mutating func sort() {
    var firstPoint: [Int: GridPoint] = [:]
    var scattered: Set<Int> = []
    for (stop, point) in zip(stops, points) {
      guard let product = stop.product else { continue }
      if let first = firstPoint[product], first != point { scattered.insert(product) }
      firstPoint[product] = firstPoint[product] ?? point
    }
    let ranks = Set(stops.map(\.rank)).sorted()
    var groupOfRank: [Int: Int] = [:]
    for (number, rank) in ranks.enumerated() { groupOfRank[rank] = number }
    groups = ranks.map { _ in SequencedRequest.RankGroup(items: []) }
    var known: [Key: Int] = [:]
    var itemOfProduct: [Int: Int] = [:]
    for (index, stop) in stops.enumerated() {
      let product = stop.product.flatMap { scattered.contains($0) ? $0 : nil }
      let key = Key(rank: stop.rank, product: product, point: points[index])
      if let spot = known[key] {
        spots[spot].stops.append(index)
        spots[spot].waits = spots[spot].waits && later.contains(index)
        continue
      }
      let spot = spots.count
      known[key] = spot
      spots.append(.init(point: points[index], stops: [index], waits: later.contains(index)))
      let group = groupOfRank[stop.rank] ?? 0
      if let product, let item = itemOfProduct[product] {
        groups[group].items[item].append(spot)
      } else {
        if let product { itemOfProduct[product] = groups[group].items.count }
        groups[group].items.append([spot])
      }
    }
    for spot in spots.indices {
      // One product after another, and what is to come later last.
      let here = spots[spot].stops
      let open = Set(here.filter { !later.contains($0) }.map { stops[$0].product })
      let waiting = Set(here.filter { later.contains($0) }.map { stops[$0].product })
      func order(_ stop: Int) -> (Int, Int, Int, Int) {
        let product = stops[stop].product
        let kind = !open.contains(product) ? 2 : waiting.contains(product) ? 1 : 0
        return (kind, product ?? .min, later.contains(stop) ? 1 : 0, stop)
      }
      spots[spot].stops = here.sorted { order($0) < order($1) }
    }
  }

  /// Whether a group has both spots that may be visited first and some that may not.
  func hasFirst(_ group: SequencedRequest.RankGroup) -> Bool {
    group.spots.contains { spots[$0].waits } && group.spots.contains { !spots[$0].waits }
  }
}

@testable import Routing

/// The shortest walk that keeps an order, by trying every order of the stops.
struct SequenceBruteForce {
  private let request: SequencedRequest
  private var best = Int.max
  private let mayBeFirst: (Int) -> Bool

  /// The length of the shortest walk, nil where rules leave none.
  static func length(_ request: SequencedRequest) -> Int? {
    let layout = request.layout
    guard !request.stops.isEmpty else {
      return request.ends.map { layout.knownDistance(request.start, $0) }.min() ?? 0
    }
    var search = SequenceBruteForce(request)
    search.visit(after: nil, walked: 0, left: Array(request.stops.indices))
    return search.best < AisleLayout.noWay ? search.best : nil
  }

  private init(_ request: SequencedRequest) {
    self.request = request
    let stops = request.stops
    let lowest = stops.map(\.rank).min()
    let free = stops.indices.filter {
      stops[$0].rank == lowest && !request.later.contains($0)
    }
    let later = request.later
    mayBeFirst = { free.isEmpty || !later.contains($0) }
  }

  private mutating func visit(after last: Int?, walked: Int, left: [Int]) {
    guard walked < best else { return }
    let layout = request.layout
    let stops = request.stops
    if left.isEmpty, let last {
      let way = request.ends.map { layout.knownDistance(stops[last].place, $0) }.min() ?? 0
      best = min(best, walked + way)
      return
    }
    let rank = left.map { stops[$0].rank }.min()
    let product = last.flatMap { stops[$0].product }
    let isOpen = product != nil && left.contains { stops[$0].product == product }
    for (place, stop) in left.enumerated() {
      guard stops[stop].rank == rank, !isOpen || stops[stop].product == product,
        last != nil || mayBeFirst(stop)
      else { continue }
      var rest = left
      rest.remove(at: place)
      let from = last.map { stops[$0].place } ?? request.start
      visit(
        after: stop, walked: walked + layout.knownDistance(from, stops[stop].place), left: rest)
    }
  }
}

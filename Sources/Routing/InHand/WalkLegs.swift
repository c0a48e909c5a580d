/// The legs of a walk, to guess what a place beside it costs.
struct WalkLegs {
  private let layout: AisleLayout
  private var points: [GridPoint] = []

  init(_ request: SequencedRequest, _ walk: SequencedWalk) {
    layout = request.layout
    points = request.places.startTerminals.prefix(1).map(\.point)
    points += walk.order.map { request.places.stopPoints[$0] }
    if let end = walk.tour.end {
      points += layout.terminals(of: request.ends[end]).prefix(1).map(\.point)
    }
  }

  /// What coming by a place costs at least, in millimeters.
  func detour(_ place: Place) -> Int {
    guard let point = layout.terminals(of: place).first?.point, let last = points.last else {
      return 0
    }
    var best = layout.distance(last, point)
    for (a, b) in zip(points, points.dropFirst()) {
      let detour =
        layout.distance(a, point) + layout.distance(point, b) - layout.distance(a, b)
      best = min(best, detour)
    }
    return best
  }
}

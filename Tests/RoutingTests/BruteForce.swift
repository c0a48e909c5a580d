import Routing

/// The shortest tour of a few stops by trying every order.
struct BruteForce {
  private let fromStart: [Int]
  private let toEnd: [Int]
  private let between: [[Int]]
  private var best = Int.max

  /// The length of the shortest tour.
  static func length(_ request: TourRequest) throws -> Int {
    guard !request.stops.isEmpty else {
      return try request.ends.map { try request.layout.distance(request.start, $0) }.min() ?? 0
    }
    var search = try BruteForce(request)
    search.visit(after: nil, walked: 0, left: Array(request.stops.indices))
    return search.best
  }

  private init(_ request: TourRequest) throws {
    let layout = request.layout
    fromStart = try request.stops.map { try layout.distance(request.start, $0) }
    toEnd = try request.stops.map { stop in
      try request.ends.map { try layout.distance(stop, $0) }.min() ?? 0
    }
    between = try request.stops.map { stop in
      try request.stops.map { try layout.distance(stop, $0) }
    }
  }

  private mutating func visit(after last: Int?, walked: Int, left: [Int]) {
    guard walked < best else { return }
    if left.isEmpty, let last {
      best = min(best, walked + toEnd[last])
      return
    }
    for (place, stop) in left.enumerated() {
      var rest = left
      rest.remove(at: place)
      visit(
        after: stop, walked: walked + (last.map { between[$0][stop] } ?? fromStart[stop]),
        left: rest)
    }
  }
}

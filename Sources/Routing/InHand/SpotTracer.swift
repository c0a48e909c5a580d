/// Writes down the walk that visits spots in a given order, each leg the shortest.
struct SpotTracer {
  private let request: SequencedRequest
  private var path: [FloorPoint] = []
  private var walked = 0

  private init(_ request: SequencedRequest) { self.request = request }

  /// The tour for an order of all spots; `lowerBound` is cut to its length.
  static func tour(_ request: SequencedRequest, _ order: [Int], lowerBound: Int) -> Tour {
    guard let first = order.first, let last = order.last else { return request.places.directTour }
    var tracer = SpotTracer(request)
    return tracer.trace(order, request.spots[first].point, request.spots[last].point, lowerBound)
  }

  private mutating func trace(
    _ order: [Int], _ first: GridPoint, _ last: GridPoint, _ lowerBound: Int
  ) -> Tour {
    let places = request.places
    let layout = request.layout
    func target(_ point: GridPoint) -> [Terminal] { [Terminal(point: point, link: nil, end: nil)] }
    let start = layout.bestPair(places.startTerminals, target(first)).start
    let end =
      places.ends.isEmpty ? nil : layout.bestPair(target(last), places.endTerminals).end
    walked = start.length
    var here = start.point
    append(here)
    var visits: [Int] = []
    var offsets: [Int] = []
    for spot in order {
      walk(from: here, to: request.spots[spot].point)
      here = request.spots[spot].point
      for stop in request.spots[spot].stops {
        visits.append(stop)
        offsets.append(walked)
      }
    }
    if let end {
      walk(from: here, to: end.point)
      walked += end.length
    }
    return Tour(
      order: visits, stopOffsets: offsets, length: walked, lowerBound: min(lowerBound, walked),
      path: path, startLink: start.link, endLink: end?.link, end: end?.end)
  }

  private mutating func walk(from: GridPoint, to: GridPoint) {
    walked += request.layout.distance(from, to)
    for corner in request.layout.corners(from: from, to: to) { append(corner) }
  }

  /// Adds a point, dropping the one before where the walk goes straight on through it.
  private mutating func append(_ point: GridPoint) {
    let point = FloorPoint(x: request.layout.aisles[point.aisle], y: point.y)
    if path.last == point { return }
    if path.count >= 2 {
      let (a, b) = (path[path.count - 2], path[path.count - 1])
      let isStraight =
        (b.x - a.x).signum() == (point.x - b.x).signum()
        && (b.y - a.y).signum() == (point.y - b.y).signum()
      if isStraight { path.removeLast() }
    }
    path.append(point)
  }
}

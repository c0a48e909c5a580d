/// A walk on the grid: points of which any two neighbors lie in one aisle or one cross-aisle.
struct GridWalk {
  let start: Terminal
  let end: Terminal
  /// From the start's point to the end's, neighbors may be equal.
  let points: [GridPoint]

  /// The tour of this walk: when it reaches each stop, how long it is, where it turns.
  ///
  /// - Complexity: O(points + points in an aisle * stops of that aisle).
  func tour(for request: TourRequest, lowerBound: Int) -> Tour {
    let layout = request.layout
    var visits = Visits(request)
    var corners: [FloorPoint] = []
    var walked = start.length
    var previous = points[0]
    visits.walk(from: previous, to: previous, after: walked, layout)
    for point in points {
      visits.walk(from: previous, to: point, after: walked, layout)
      walked += abs(layout.aisles[point.aisle] - layout.aisles[previous.aisle])
      walked += abs(point.y - previous.y)
      Self.append(FloorPoint(x: layout.aisles[point.aisle], y: point.y), to: &corners)
      previous = point
    }
    return Tour(
      order: visits.order, stopOffsets: visits.offsets, length: walked + end.length,
      lowerBound: lowerBound, path: corners, startLink: start.link, endLink: end.link,
      end: end.end)
  }

  /// Adds a point, dropping the one before where the walk goes straight on through it.
  private static func append(_ point: FloorPoint, to corners: inout [FloorPoint]) {
    if corners.last == point { return }
    if corners.count >= 2 {
      let (a, b) = (corners[corners.count - 2], corners[corners.count - 1])
      let straight =
        (b.x - a.x).signum() == (point.x - b.x).signum()
        && (b.y - a.y).signum() == (point.y - b.y).signum()
      if straight { corners.removeLast() }
    }
    corners.append(point)
  }
}

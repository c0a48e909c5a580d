extension TourRequest {
  /// The tour of a request without stops: stay, or go straight to the nearest end.
  var directTour: Tour {
    let starts = startTerminals
    if ends.isEmpty || ends.contains(start) {
      let onGrid = starts[0].link == nil
      let corner = FloorPoint(x: layout.aisles[starts[0].point.aisle], y: starts[0].point.y)
      return Tour(
        order: [], stopOffsets: [], length: 0, lowerBound: 0, path: onGrid ? [corner] : [],
        startLink: nil, endLink: nil, end: ends.firstIndex(of: start))
    }
    let best = layout.bestPair(starts, endTerminals)
    let points =
      [best.start.point] + layout.corners(from: best.start.point, to: best.end.point)
    return GridWalk(start: best.start, end: best.end, points: points)
      .tour(for: self, lowerBound: best.length)
  }
}

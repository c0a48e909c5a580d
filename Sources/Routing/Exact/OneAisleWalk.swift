/// The shortest walk of stops that all lie in one aisle, without leaving it.
///
/// The sweep sees only tours that touch a junction; this one needs none. Where the walk also starts
/// and ends in that aisle, no tour is shorter: pushed sideways into the aisle, it only shrinks.
enum OneAisleWalk {
  /// The walk and its length; nil where stops lie in several aisles or none, or where the walk can
  /// neither start nor end in theirs.
  static func walk(for request: TourRequest) -> (walk: GridWalk, length: Int)? {
    let stops = request.distinctStops
    guard let first = stops.first, let last = stops.last, first.aisle == last.aisle else {
      return nil
    }
    var best: (walk: GridWalk, length: Int)?
    let ends = request.endTerminals.filter { $0.point.aisle == first.aisle }
    for start in request.startTerminals where start.point.aisle == first.aisle {
      for end in ends {
        let low = min(first.y, start.point.y, end.point.y)
        let high = max(last.y, start.point.y, end.point.y)
        let turns = start.point.y <= end.point.y ? [low, high] : [high, low]
        let ys = [start.point.y] + turns + [end.point.y]
        let walked = zip(ys, ys.dropFirst()).reduce(0) { $0 + abs($1.0 - $1.1) }
        let length = start.length + walked + end.length
        if let best, best.length <= length { continue }
        let points = ys.map { GridPoint(aisle: first.aisle, y: $0) }
        best = (GridWalk(start: start, end: end, points: points), length)
      }
    }
    return best
  }
}

/// Which stops a walk has come by so far, and after how many millimeters.
struct Visits {
  private(set) var order: [Int] = []
  private(set) var offsets: [Int] = []

  /// Stops in the order of the grid, those at the same place in the request's order.
  private let sorted: [Int]
  private let points: [GridPoint]
  private var visited: [Bool]
  /// Where in `sorted` each aisle begins; one more entry than aisles.
  private let firstOfAisle: [Int]

  init(_ request: TourRequest) {
    let stops = request.stopPoints
    sorted = stops.indices.sorted { stops[$0] != stops[$1] ? stops[$0] < stops[$1] : $0 < $1 }
    points = sorted.map { stops[$0] }
    visited = [Bool](repeating: false, count: stops.count)
    var counts = [Int](repeating: 0, count: request.layout.aisles.count + 1)
    for point in points { counts[point.aisle + 1] += 1 }
    for aisle in counts.indices.dropFirst() { counts[aisle] += counts[aisle - 1] }
    firstOfAisle = counts
    order.reserveCapacity(stops.count)
    offsets.reserveCapacity(stops.count)
  }

  /// Walks straight from one point to another after `walked` millimeters.
  mutating func walk(
    from a: GridPoint, to b: GridPoint, after walked: Int, _ layout: AisleLayout
  ) {
    if a.aisle == b.aisle {
      visit(aisle: a.aisle, from: a.y, to: b.y, after: walked)
      return
    }
    let step = a.aisle < b.aisle ? 1 : -1
    for aisle in stride(from: a.aisle, through: b.aisle, by: step) {
      let across = abs(layout.aisles[aisle] - layout.aisles[a.aisle])
      visit(aisle: aisle, from: a.y, to: a.y, after: walked + across)
    }
  }

  private mutating func visit(aisle: Int, from: Int, to: Int, after walked: Int) {
    let span = min(from, to)...max(from, to)
    let before = order.count
    for index in firstOfAisle[aisle]..<firstOfAisle[aisle + 1]
    where !visited[index] && span.contains(points[index].y) {
      visited[index] = true
      order.append(sorted[index])
      offsets.append(walked + abs(points[index].y - from))
    }
    if to < from { turnRound(from: before) }
  }

  /// Puts the stops found from `first` on into the order of a walk downwards.
  private mutating func turnRound(from first: Int) {
    let found = (first..<order.count).sorted {
      offsets[$0] != offsets[$1] ? offsets[$0] < offsets[$1] : $0 < $1
    }
    let stops = found.map { order[$0] }
    let distances = found.map { offsets[$0] }
    order.replaceSubrange(first..., with: stops)
    offsets.replaceSubrange(first..., with: distances)
  }
}

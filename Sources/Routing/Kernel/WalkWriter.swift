/// Writes a walk down: its corners, and which stops it comes by in what order and how far on.
final class WalkWriter {
  private let xs: FlatBuffer<Int>
  private let ys: FlatBuffer<Int>
  private let stops: SortedStops
  @exclusivity(unchecked) private var visited = FlatBuffer<Bool>()

  /// The numbers of the stops in walking order, and how far from the start each is reached.
  @exclusivity(unchecked) private(set) var order = FlatBuffer<Int>()
  @exclusivity(unchecked) private(set) var offsets = FlatBuffer<Int>()
  @exclusivity(unchecked) private(set) var visitCount = 0
  /// The corners of the walk.
  @exclusivity(unchecked) private(set) var corners = FlatBuffer<FloorPoint>()
  @exclusivity(unchecked) private(set) var cornerCount = 0
  /// How far the walk has come, links included.
  @exclusivity(unchecked) private(set) var walked = 0

  @exclusivity(unchecked) private var aisle = 0
  @exclusivity(unchecked) private var y = 0
  @exclusivity(unchecked) private var stopCount = 0

  init(_ layout: AisleLayout, _ stops: SortedStops) {
    xs = FlatBuffer(layout.aisles)
    ys = FlatBuffer(layout.crossAisles)
    self.stops = stops
  }

  deinit {
    xs.free()
    ys.free()
    visited.free()
    order.free()
    offsets.free()
    corners.free()
  }

  /// Begins a walk at a point after a link; `mostLegs` bounds the legs that follow.
  func begin(at point: GridPoint, after link: Int, stopCount: Int, mostLegs: Int) {
    visited.reserve(stops.count)
    order.reserve(stops.count)
    offsets.reserve(stops.count)
    corners.reserve(mostLegs + 2)
    visited.start.update(repeating: false, count: stops.count)
    visitCount = 0
    cornerCount = 0
    walked = link
    self.stopCount = stopCount
    aisle = point.aisle
    y = point.y
    appendCorner()
    visit(stops.bucket(of: y), from: y, to: y)
  }

  /// Walks along the aisle.
  func walk(toY target: Int) {
    guard target != y else { return }
    let step = target > y ? 1 : -1
    let last = stops.bucket(of: target)
    var bucket = stops.bucket(of: y)
    visit(bucket, from: y, to: target)
    while bucket != last {
      bucket += step
      visit(bucket, from: y, to: target)
    }
    walked += abs(target - y)
    y = target
    appendCorner()
  }

  /// Walks along a cross-aisle.
  func walk(toAisle target: Int) {
    let bucket = stops.bucket(of: y)
    while aisle != target {
      let next = aisle < target ? aisle + 1 : aisle - 1
      walked += abs(xs[next] - xs[aisle])
      aisle = next
      visit(bucket, from: y, to: y)
    }
    appendCorner()
  }

  /// Ends the walk by a link.
  func end(by link: Int) { walked += link }

  /// Notes the stops of a bucket of this aisle met for the first time on the way.
  @inline(__always)
  private func visit(_ bucket: Int, from: Int, to: Int) {
    let number = aisle * stops.bucketsPerAisle + bucket
    let begin = stops.first[number]
    let end = stops.first[number + 1]
    if begin == end { return }
    if from <= to {
      for place in begin..<end {
        let point = stops.points[place]
        if point.y >= from, point.y <= to { visit(place, point, from) }
      }
      return
    }
    // Downwards, but stops at the same place as given.
    var last = end
    while last > begin {
      var place = last - 1
      let y = stops.points[place].y
      while place > begin, stops.points[place - 1].y == y { place -= 1 }
      if y <= from, y >= to {
        for same in place..<last { visit(same, stops.points[same], from) }
      }
      last = place
    }
  }

  @inline(__always)
  private func visit(_ place: Int, _ point: SortedStops.Point, _ from: Int) {
    guard !visited[place], point.number < stopCount else { return }
    visited[place] = true
    order[visitCount] = point.number
    offsets[visitCount] = walked + abs(point.y - from)
    visitCount += 1
  }

  /// Adds where the walk is, dropping the corner before where it goes straight on through it.
  private func appendCorner() {
    let point = FloorPoint(x: xs[aisle], y: y)
    if cornerCount > 0, corners[cornerCount - 1] == point { return }
    if cornerCount > 1 {
      let a = corners[cornerCount - 2]
      let b = corners[cornerCount - 1]
      let straight =
        (b.x - a.x).signum() == (point.x - b.x).signum()
        && (b.y - a.y).signum() == (point.y - b.y).signum()
      if straight { cornerCount -= 1 }
    }
    corners[cornerCount] = point
    cornerCount += 1
  }
}

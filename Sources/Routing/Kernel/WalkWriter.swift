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

  /// Where the stops of each bucket begin, and the stops.
  private let first: UnsafeMutablePointer<Int>
  @exclusivity(unchecked) private var points: UnsafeMutablePointer<SortedStops.Point>
  @exclusivity(unchecked) private var aisle = 0
  @exclusivity(unchecked) private var y = 0
  /// The bucket of its aisle the walk is in.
  @exclusivity(unchecked) private var bucket = 0
  /// The way the last leg went.
  @exclusivity(unchecked) private var heading = Heading.none
  @exclusivity(unchecked) private var stopCount = 0

  private enum Heading: UInt8 {
    case none, up, down, left, right
  }

  init(_ layout: AisleLayout, _ stops: SortedStops) {
    xs = FlatBuffer(layout.aisles)
    ys = FlatBuffer(layout.crossAisles)
    self.stops = stops
    first = stops.first.start
    points = stops.points.start
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
    points = stops.points.start
    visitCount = 0
    walked = link
    self.stopCount = stopCount
    aisle = point.aisle
    y = point.y
    bucket = stops.bucket(of: y)
    heading = .none
    corners[0] = FloorPoint(x: xs[aisle], y: y)
    cornerCount = 1
    visit(bucket, from: y, to: y)
  }

  /// Walks along the aisle.
  func walk(toY target: Int) {
    guard target != y else { return }
    let from = y
    let last = stops.bucket(of: target)
    visit(bucket, from: from, to: target)
    if target > from {
      while bucket < last {
        bucket &+= 1
        visit(bucket, from: from, to: target)
      }
    } else {
      while bucket > last {
        bucket &-= 1
        visit(bucket, from: from, to: target)
      }
    }
    arrive(target)
  }

  /// Walks along the aisle where all stops on the way have been visited.
  func walkBack(toY target: Int) {
    guard target != y else { return }
    bucket = stops.bucket(of: target)
    arrive(target)
  }

  @inline(__always)
  private func arrive(_ target: Int) {
    let isUp = target > y
    walked &+= isUp ? target &- y : y &- target
    y = target
    appendCorner(isUp ? .up : .down)
  }

  /// Walks along a cross-aisle.
  func walk(toAisle target: Int) {
    guard target != aisle else { return }
    let isRight = target > aisle
    while aisle != target {
      let next = isRight ? aisle &+ 1 : aisle &- 1
      walked &+= isRight ? xs[next] &- xs[aisle] : xs[aisle] &- xs[next]
      aisle = next
      visit(bucket, from: y, to: y)
    }
    appendCorner(isRight ? .right : .left)
  }

  /// Ends the walk by a link.
  func end(by link: Int) { walked += link }

  /// Notes the stops of a bucket of this aisle met for the first time on the way.
  @inline(__always)
  private func visit(_ bucket: Int, from: Int, to: Int) {
    let number = aisle &* stops.bucketsPerAisle &+ bucket
    let begin = first[number]
    let end = first[number &+ 1]
    if begin == end { return }
    if from <= to {
      visitUp(begin, end, from, to)
    } else {
      visitDown(begin, end, from, to)
    }
  }

  private func visitUp(_ begin: Int, _ end: Int, _ from: Int, _ to: Int) {
    let points = points
    var place = begin
    while place < end, points[place].y < from { place &+= 1 }
    while place < end, points[place].y <= to {
      visit(place, points[place].y &- from)
      place &+= 1
    }
  }

  /// Downwards, but stops at the same place as given.
  private func visitDown(_ begin: Int, _ end: Int, _ from: Int, _ to: Int) {
    let points = points
    var last = end
    while last > begin, points[last &- 1].y > from { last &-= 1 }
    while last > begin {
      let y = points[last &- 1].y
      guard y >= to else { return }
      var place = last &- 1
      while place > begin, points[place &- 1].y == y { place &-= 1 }
      for same in place..<last { visit(same, from &- y) }
      last = place
    }
  }

  @inline(__always)
  private func visit(_ place: Int, _ way: Int) {
    let number = points[place].number
    guard !visited[place], number < stopCount else { return }
    visited[place] = true
    order[visitCount] = number
    offsets[visitCount] = walked &+ way
    visitCount &+= 1
  }

  /// Adds where the walk is, dropping the corner before where it goes straight on through it.
  @inline(__always)
  private func appendCorner(_ heading: Heading) {
    if heading != self.heading {
      cornerCount &+= 1
      self.heading = heading
    }
    corners[cornerCount &- 1] = FloorPoint(x: xs[aisle], y: y)
  }
}

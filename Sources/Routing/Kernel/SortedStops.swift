/// The points to visit by place: bucket by bucket along every aisle, ascending in each.
///
/// An aisle has a bucket for each junction and one for each block, from the lowest on: junction 0,
/// block 0, junction 1, and so on. `first[bucket]` is where a bucket begins in `points`.
final class SortedStops {
  /// A point in sorted order: its y, and its number as given.
  struct Point: BitwiseCopyable {
    var y: Int
    var number: Int
  }

  let bucketsPerAisle: Int
  @exclusivity(unchecked) private(set) var count = 0
  /// Where each bucket begins; one more than buckets.
  let first: FlatBuffer<Int>
  @exclusivity(unchecked) private(set) var points = FlatBuffer<Point>()
  /// The lowest and the highest aisle with a point.
  @exclusivity(unchecked) private(set) var lowestAisle = 0
  @exclusivity(unchecked) private(set) var highestAisle = -1

  private let ys: FlatBuffer<Int>
  private let bucketCount: Int
  @exclusivity(unchecked) private var buckets = FlatBuffer<Int>()

  init(_ layout: AisleLayout) {
    ys = FlatBuffer(layout.crossAisles)
    bucketsPerAisle = 2 * layout.crossAisles.count - 1
    bucketCount = layout.aisles.count * bucketsPerAisle
    first = FlatBuffer(capacity: bucketCount + 2)
  }

  deinit {
    ys.free()
    first.free()
    points.free()
    buckets.free()
  }

  /// Takes up the stops, and one more point with the number after theirs where there is one.
  ///
  /// - Complexity: O(points + buckets), and the sorting within buckets.
  func sort(_ stops: UnsafeBufferPointer<GridPoint>, and more: GridPoint?) {
    count = stops.count + (more == nil ? 0 : 1)
    points.reserve(count)
    buckets.reserve(count)
    let (first, buckets, points) = (first.start, buckets.start, points.start)
    let (ys, perAisle) = (ys.start, bucketsPerAisle)
    var (lowest, highest) = (Int.max, -1)
    first.update(repeating: 0, count: bucketCount + 2)
    @inline(__always)
    func note(_ point: GridPoint, _ number: Int) {
      lowest = min(lowest, point.aisle)
      highest = max(highest, point.aisle)
      let bucket = point.aisle &* perAisle &+ Self.bucket(of: point.y, ys)
      buckets[number] = bucket
      first[bucket &+ 2] &+= 1
    }
    for number in stops.indices { note(stops[number], number) }
    if let more { note(more, stops.count) }
    (lowestAisle, highestAisle) = (lowest, highest)
    var sum = 0
    for bucket in 0..<bucketCount {
      sum &+= first[bucket &+ 2]
      first[bucket &+ 2] = sum
    }
    // `first[bucket + 1]` is where a bucket begins, and moves to its end while it is filled.
    @inline(__always)
    func put(_ point: GridPoint, _ number: Int) {
      let bucket = buckets[number] &+ 1
      let next = first[bucket]
      points[next] = Point(y: point.y, number: number)
      first[bucket] = next &+ 1
    }
    for number in stops.indices { put(stops[number], number) }
    if let more { put(more, stops.count) }
    var begin = 0
    for bucket in 0..<bucketCount {
      let end = first[bucket &+ 1]
      if end &- begin > 1 { sort(begin, end) }
      begin = end
    }
  }

  /// Sorts a bucket by y, those at the same place as given.
  @inline(__always)
  private func sort(_ begin: Int, _ end: Int) {
    guard end - begin <= 40 else {
      var bucket = UnsafeMutableBufferPointer(start: points.start + begin, count: end - begin)
      bucket.sort { ($0.y, $0.number) < ($1.y, $1.number) }
      return
    }
    let points = points.start
    var next = begin &+ 1
    while next < end {
      let point = points[next]
      var place = next
      while place > begin, points[place &- 1].y > point.y {
        points[place] = points[place &- 1]
        place &-= 1
      }
      points[place] = point
      next &+= 1
    }
  }

  /// Which bucket of its aisle a y falls into.
  @inline(__always)
  func bucket(of y: Int) -> Int { Self.bucket(of: y, ys.start) }

  @inline(__always)
  private static func bucket(of y: Int, _ ys: UnsafePointer<Int>) -> Int {
    var cross = 0
    while ys[cross] < y { cross &+= 1 }
    return ys[cross] == y ? 2 &* cross : 2 &* cross &- 1
  }
}

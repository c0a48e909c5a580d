import Flows
import Warehouse

/// Which cell of a picture stands for a point on the floor.
///
/// Aisles are columns at equal distances, whatever lies between them; cross-aisles are rows, and
/// the rows between two are shared out by length. The back of the floor is at the top. When not
/// all aisles fit, a window of them is shown round the walk.
struct MapScale {
  /// Columns and rows of the picture.
  let columns: Int
  let rows: Int
  /// Columns from one aisle to the next.
  let pitch: Int
  /// The aisles shown, by index.
  let aisles: Range<Int>
  /// Rows that are cross-aisles or lie beyond them: nothing is stored there.
  let openRows: Set<Int>
  private let xs: [Int]
  private let firstLane: Int
  private let bands: [Band]

  /// Rows that stand for a stretch of y.
  private struct Band {
    var from: Int
    var to: Int
    var top: Int
    var count: Int
  }

  /// How far from a cross-aisle, in millimetres, still counts as on it.
  private static let slack = 400

  init?(_ map: FloorMap, columns: Int, rows: Int, least: Int = 3) {
    xs = map.layout.aisles.map(\.x)
    let crosses = map.layout.crossAisles
    guard !xs.isEmpty, crosses.count >= 2, columns >= 9 else { return nil }
    self.columns = columns
    self.rows = rows
    let room = columns - 4
    pitch = min(12, max(least, room / xs.count))
    let visible = min(xs.count, max(1, room / pitch))
    aisles = Self.window(map, visible: visible)
    firstLane = 2 + (room - visible * pitch) / 2 + pitch / 2
    guard let (bands, openRows) = Self.bands(map, crosses, rows) else { return nil }
    self.bands = bands
    self.openRows = openRows
  }

  /// The aisles round the walk: all of it where it fits, else round the person.
  private static func window(_ map: FloorMap, visible: Int) -> Range<Int> {
    let xs = map.layout.aisles.map(\.x)
    guard visible < xs.count else { return 0..<xs.count }
    func nearest(_ x: Int) -> Int { xs.indices.min { abs(xs[$0] - x) < abs(xs[$1] - x) } ?? 0 }
    let next = map.stops.first(where: \.next)?.at
    let focus = nearest((map.person ?? next ?? map.start).x)
    let ahead = map.walk.map(\.x) + map.stops.filter { !$0.done }.map(\.at.x)
    let touched = ahead.map(nearest) + [focus]
    let low = touched.min() ?? focus
    let high = touched.max() ?? focus
    var first = high - low < visible ? (low + high + 1 - visible) / 2 : focus - visible / 2
    if high - low >= visible, let next {
      // The person and the next stop are both seen if they can be.
      first = min(first, nearest(next.x))
      first = max(first, nearest(next.x) - visible + 1)
    }
    first = min(max(0, first), xs.count - visible)
    return first..<first + visible
  }

  private static func bands(
    _ map: FloorMap, _ crosses: [Int], _ rows: Int
  ) -> ([Band], Set<Int>)? {
    let points = map.walk + [map.start, map.drop] + (map.person.map { [$0] } ?? [])
    let low = crosses[0]
    let high = crosses[crosses.count - 1]
    let hasFront = points.contains { $0.y < low - slack }
    let hasBack = points.contains { $0.y > high + slack }
    let blocks = crosses.count - 1
    let free = rows - crosses.count - (hasFront ? 1 : 0) - (hasBack ? 1 : 0)
    guard free >= blocks else { return nil }
    let total = max(1, high - low)
    var bands: [Band] = []
    var open: Set<Int> = []
    var bottom = rows - 1
    func take(_ from: Int, _ to: Int, _ count: Int, open isOpen: Bool) {
      bands.append(Band(from: from, to: to, top: bottom - count + 1, count: count))
      if isOpen { open.insert(bottom) }
      bottom -= count
    }
    if hasFront { take(.min, low - slack, 1, open: true) }
    var used = 0
    for (index, cross) in crosses.enumerated() {
      take(cross - slack, cross + slack, 1, open: true)
      guard index < blocks else { continue }
      let until = crosses[index + 1]
      // Shares are cut so that every block gets a row and the rounding never adds up.
      let share = (until - low) * (free - blocks) / total + index + 1
      take(cross + slack, until - slack, share - used, open: false)
      used = share
    }
    if hasBack { take(high + slack, .max, 1, open: true) }
    return (bands, open)
  }

  /// The row of a y.
  func row(_ y: Int) -> Int {
    for band in bands where y <= band.to {
      guard band.count > 1, band.to > band.from else { return band.top }
      let step = min(max(0, (y - band.from) * band.count / (band.to - band.from)), band.count - 1)
      return band.top + band.count - 1 - step
    }
    return bands.last?.top ?? 0
  }

  /// The column of an aisle; outside the picture when the aisle is not shown.
  func lane(_ aisle: Int) -> Int {
    firstLane + (aisle - aisles.lowerBound) * pitch
  }

  /// The column of an x: an aisle's own, or between two by distance.
  func column(_ x: Int) -> Int {
    guard let last = xs.last, let first = xs.first else { return 0 }
    if x < first { return max(lane(0) - pitch / 2 - 1, lane(0) - (first - x) / 1000 - 1) }
    if x > last {
      let lane = lane(xs.count - 1)
      return min(lane + pitch / 2 + 1, lane + (x - last) / 1000 + 1)
    }
    for index in xs.indices.dropLast() where x < xs[index + 1] {
      let width = max(1, xs[index + 1] - xs[index])
      return lane(index) + ((x - xs[index]) * pitch + width / 2) / width
    }
    return lane(xs.count - 1)
  }

  /// The aisle nearest to an x.
  func aisle(near x: Int) -> Int {
    xs.indices.min { abs(xs[$0] - x) < abs(xs[$1] - x) } ?? 0
  }

  /// The x of an aisle.
  func x(_ aisle: Int) -> Int { xs[aisle] }
}

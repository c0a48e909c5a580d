import Flows
import Warehouse

/// The floor from above: racks shaded, the walk as lines, stops by number, `@` where the person is.
///
/// The next stop is in reverse, a stop that is done is a dot, `S` is where walks start and `P`
/// where goods are dropped. `<` and `>` beside the aisle codes say that there are more aisles.
struct MapPicture {
  let map: FloorMap
  private let area: Area
  private let scale: MapScale?

  init(_ map: FloorMap, area: Area) {
    self.map = map
    self.area = area
    scale = MapScale(map, columns: area.columns, rows: area.rows - 1)
  }

  func draw(into frame: inout Frame) {
    if let overlay = map.overlay {
      return FloorPicture(map, overlay, area: area).draw(into: &frame)
    }
    guard let scale else { return }
    var picture = Frame(size: Size(columns: scale.columns, rows: scale.rows))
    drawRacks(scale, into: &picture)
    drawWalk(scale, into: &picture)
    drawStops(scale, into: &picture)
    drawEnds(scale, into: &picture)
    drawCodes(scale, into: &frame)
    picture.cursor = nil
    frame.copy(picture, row: area.row + 1, column: area.column)
  }

  private func drawRacks(_ scale: MapScale, into picture: inout Frame) {
    let margin = scale.pitch < 4 ? 0 : scale.pitch < 9 ? 1 : 2
    var columns: Set<Int> = []
    for aisle in scale.aisles {
      let lane = scale.lane(aisle)
      let left = aisle == scale.aisles.lowerBound
      let right = aisle == scale.aisles.upperBound - 1
      let half = max(1, (scale.pitch - 1 - 2 * margin) / 2)
      if left { columns.formUnion(lane - margin - half..<lane - margin) }
      let width = right ? half : scale.pitch - 1 - 2 * margin
      columns.formUnion(lane + margin + 1..<lane + margin + 1 + width)
    }
    for row in 0..<scale.rows where !scale.openRows.contains(row) {
      for column in columns { picture.put("▒", row: row, column: column, .dim) }
    }
  }

  private func drawCodes(_ scale: MapScale, into frame: inout Frame) {
    var free = area.column
    let aisleOfNext = map.stops.first(where: \.next).map { scale.aisle(near: $0.at.x) }
    let right = area.column + area.columns
    let isCutLeft = scale.aisles.lowerBound > 0
    let isCutRight = scale.aisles.upperBound < map.layout.aisles.count
    if isCutLeft {
      frame.put("<", row: area.row, column: area.column, .bold)
      free += 1
    }
    if isCutRight { frame.put(">", row: area.row, column: right - 1, .bold) }
    for aisle in scale.aisles {
      let code = map.layout.aisles[aisle].code
      let width = Width.of(code)
      let column = area.column + scale.lane(aisle) - (width - 1) / 2
      guard column >= free, column + width <= right - (isCutRight ? 1 : 0) else { continue }
      frame.put(code, row: area.row, column: column, aisle == aisleOfNext ? .bold : [])
      free = column + width + 1
    }
  }

  private func drawStops(_ scale: MapScale, into picture: inout Frame) {
    var taken: Set<Position> = []
    let sorted = map.stops.sorted {
      ($0.next ? 0 : 1, $0.done ? 1 : 0, $0.number) < ($1.next ? 0 : 1, $1.done ? 1 : 0, $1.number)
    }
    for stop in sorted {
      let aisle = scale.aisle(near: stop.at.x)
      guard scale.aisles.contains(aisle) else { continue }
      let row = scale.row(stop.at.y)
      let lane = scale.lane(aisle)
      let text = stop.done ? "." : String(stop.number)
      let right = lane + 1..<lane + 1 + text.count
      let left = lane - text.count..<lane
      let sides = stop.at.x < scale.x(aisle) ? [left, right] : [right, left]
      let free = sides.first { side in
        side.allSatisfy { !taken.contains(Position(row: row, column: $0)) }
      }
      guard let free else { continue }
      for column in free { taken.insert(Position(row: row, column: column)) }
      picture.put(
        text, row: row, column: free.lowerBound,
        stop.next ? [.bold, .reverse] : stop.done ? .dim : .bold)
    }
  }

  private func drawEnds(_ scale: MapScale, into picture: inout Frame) {
    var taken: Set<Position> = []
    let ends: [(FloorPoint?, String)] = [
      (map.person, "@"), (map.start, "S"), (map.drop, "P"),
    ]
    for (point, letter) in ends {
      guard let point else { continue }
      var place = Position(row: scale.row(point.y), column: scale.column(point.x))
      // Where two stand in one cell, the later one moves aside.
      while taken.contains(place) { place.column += 1 }
      guard (0..<scale.columns).contains(place.column) else { continue }
      taken.insert(place)
      picture.put(letter, row: place.row, column: place.column, .bold)
    }
  }
}

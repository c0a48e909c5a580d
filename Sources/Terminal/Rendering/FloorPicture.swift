import Flows
import Warehouse

/// The whole floor from above: an aisle is a column of cells, a cross-aisle a line.
///
/// Heat is a shade of `FloorOverlay.shades`; `@` is a person, a digit how many stand together, `+`
/// more than nine; `!` is where something is wrong. From 5 columns an aisle heat fills the way
/// between the racks; with fewer than 3 racks are left out. Works in plain ASCII.
struct FloorPicture {
  private let map: FloorMap
  private let overlay: FloorOverlay
  private let area: Area
  private let scale: MapScale?

  init(_ map: FloorMap, _ overlay: FloorOverlay, area: Area) {
    self.map = map
    self.overlay = overlay
    self.area = area
    scale = MapScale(map, columns: area.columns, rows: area.rows - 1, least: 1)
  }

  func draw(into frame: inout Frame) {
    guard let scale else { return }
    var picture = Frame(size: Size(columns: scale.columns, rows: scale.rows))
    drawGround(scale, into: &picture)
    drawHeat(scale, into: &picture)
    drawEnds(scale, into: &picture)
    drawTroubles(scale, into: &picture)
    drawPeople(scale, into: &picture)
    drawCodes(scale, into: &frame)
    picture.cursor = nil
    frame.copy(picture, row: area.row + 1, column: area.column)
  }

  private func drawGround(_ scale: MapScale, into picture: inout Frame) {
    guard let first = scale.aisles.first, let last = scale.aisles.last else { return }
    let left = scale.lane(first)
    let right = scale.lane(last)
    let ways = Set(map.layout.crossAisles.map(scale.row))
    for row in 0..<scale.rows {
      if ways.contains(row) {
        for column in left...right { picture.put("─", row: row, column: column, .dim) }
      } else if !scale.openRows.contains(row), scale.pitch >= 3 {
        for column in max(0, left - 1)...right + 1 where !isLane(column, scale) {
          picture.put("▒", row: row, column: column, .dim)
        }
      }
    }
  }

  private func isLane(_ column: Int, _ scale: MapScale) -> Bool {
    let half = scale.pitch >= 5 ? 1 : 0
    return scale.aisles.contains { abs(scale.lane($0) - column) <= half }
  }

  private func drawHeat(_ scale: MapScale, into picture: inout Frame) {
    var most: [Position: Int] = [:]
    for spot in overlay.heat {
      guard let place = place(spot.at, scale) else { continue }
      most[place] = max(most[place] ?? 0, spot.count)
    }
    let half = scale.pitch >= 5 ? 1 : 0
    for (place, count) in most {
      let shade = overlay.shade(count)
      let mark = String(FloorOverlay.shades[shade])
      for column in place.column - half...place.column + half {
        picture.put(mark, row: place.row, column: column, shade > 2 ? [.bold, .warn] : [])
      }
    }
  }

  private func drawEnds(_ scale: MapScale, into picture: inout Frame) {
    let start = Position(row: scale.row(map.start.y), column: scale.column(map.start.x))
    let drop = Position(row: scale.row(map.drop.y), column: scale.column(map.drop.x))
    picture.put("S", row: start.row, column: start.column, .bold)
    picture.put("P", row: drop.row, column: drop.column + (start == drop ? 1 : 0), .bold)
  }

  private func drawTroubles(_ scale: MapScale, into picture: inout Frame) {
    for trouble in overlay.troubles {
      guard let place = place(trouble, scale) else { continue }
      picture.put(
        "!", row: place.row, column: place.column + (scale.pitch >= 3 ? 1 : 0),
        [.bold, .reverse, .bad])
    }
  }

  private func drawPeople(_ scale: MapScale, into picture: inout Frame) {
    var counts: [Position: Int] = [:]
    for person in overlay.people {
      if let place = place(person, scale) { counts[place, default: 0] += 1 }
    }
    for (place, count) in counts {
      let mark = count == 1 ? "@" : count < 10 ? "\(count)" : "+"
      picture.put(
        mark, row: place.row, column: place.column, count == 1 ? .bold : [.bold, .reverse])
    }
  }

  private func place(_ point: FloorPoint, _ scale: MapScale) -> Position? {
    let aisle = scale.aisle(near: point.x)
    guard scale.aisles.contains(aisle) else { return nil }
    return Position(row: scale.row(point.y), column: scale.lane(aisle))
  }

  /// Aisle codes over their aisles, as many as have room.
  private func drawCodes(_ scale: MapScale, into frame: inout Frame) {
    if scale.aisles.lowerBound > 0 {
      frame.put("<", row: area.row, column: area.column, .bold)
    }
    if scale.aisles.upperBound < map.layout.aisles.count {
      frame.put(">", row: area.row, column: area.column + area.columns - 1, .bold)
    }
    var free = area.column + 1
    for aisle in scale.aisles {
      let code = map.layout.aisles[aisle].code
      let width = Width.of(code)
      let column = area.column + scale.lane(aisle) - (width - 1) / 2
      guard column >= free, column + width < area.column + area.columns else { continue }
      frame.put(code, row: area.row, column: column)
      free = column + width + 1
    }
  }
}

import Flows
import Warehouse

extension MapPicture {
  /// The directions in which a line leaves a cell.
  private struct Directions: OptionSet, Hashable {
    let rawValue: UInt8
    static let up = Directions(rawValue: 1)
    static let down = Directions(rawValue: 2)
    static let left = Directions(rawValue: 4)
    static let right = Directions(rawValue: 8)
  }

  /// Draws the walk still ahead as lines along aisles and cross-aisles.
  func drawWalk(_ scale: MapScale, into picture: inout Frame) {
    var lines: [Position: Directions] = [:]
    func join(_ a: Position, _ b: Position) {
      if a.row == b.row {
        let (low, high) = (min(a.column, b.column), max(a.column, b.column))
        // Only what is seen is drawn; a walk may go far out of the window.
        let from = max(low, -1)
        for column in from..<max(from, min(high, scale.columns)) {
          lines[Position(row: a.row, column: column), default: []].insert(.right)
          lines[Position(row: a.row, column: column + 1), default: []].insert(.left)
        }
      } else {
        for row in min(a.row, b.row)..<max(a.row, b.row) {
          lines[Position(row: row, column: a.column), default: []].insert(.down)
          lines[Position(row: row + 1, column: a.column), default: []].insert(.up)
        }
      }
    }
    for (from, to) in zip(map.walk, map.walk.dropFirst()) {
      let a = Position(row: scale.row(from.y), column: scale.column(from.x))
      let b = Position(row: scale.row(to.y), column: scale.column(to.x))
      // A step that is not straight goes across where nothing is stored.
      let corner =
        scale.openRows.contains(a.row)
        ? Position(row: a.row, column: b.column) : Position(row: b.row, column: a.column)
      join(a, corner)
      join(corner, b)
    }
    for (place, directions) in lines where (0..<scale.columns).contains(place.column) {
      picture.put(
        String(Self.character(directions)), row: place.row, column: place.column, .accent)
    }
  }

  private static func character(_ directions: Directions) -> Character {
    switch directions {
    case [.left, .right], [.left], [.right]: "─"
    case [.down, .right]: "┌"
    case [.down, .left]: "┐"
    case [.up, .right]: "└"
    case [.up, .left]: "┘"
    case [.up, .down, .right]: "├"
    case [.up, .down, .left]: "┤"
    case [.down, .left, .right]: "┬"
    case [.up, .left, .right]: "┴"
    case [.up, .down, .left, .right]: "┼"
    default: "│"
    }
  }
}

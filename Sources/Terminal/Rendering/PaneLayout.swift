import Flows

/// The panes beside a glass or under a board, each in a box.
struct PaneLayout {
  let language: Language

  /// Draws as many panes as there is room for: the map above, the lists under it.
  func draw(_ panes: [Pane], into frame: inout Frame, _ area: Area) {
    let maps = panes.filter(\.isMap)
    let lists = panes.filter { !$0.isMap }
    guard let map = maps.first else { return drawBeside(lists, into: &frame, area) }
    let wanted = lists.map(rows).max() ?? 0
    let listRows = area.rows >= 26 && !lists.isEmpty ? min(wanted, area.rows / 3) : 0
    draw(
      map, into: &frame,
      Area(row: area.row, column: area.column, rows: area.rows - listRows, columns: area.columns))
    if listRows >= 4 {
      let below = Area(
        row: area.row + area.rows - listRows, column: area.column, rows: listRows,
        columns: area.columns)
      drawBeside(lists, into: &frame, below)
    }
  }

  /// Draws panes side by side, as many as can be read, and what is left below where there is room.
  func drawBeside(_ panes: [Pane], into frame: inout Frame, _ area: Area) {
    guard area.rows >= 3, !panes.isEmpty else { return }
    let count = min(panes.count, max(1, area.columns / 34))
    if panes.count > count, area.rows >= 2 * Self.least {
      let wanted = panes.prefix(count).map(rows).max() ?? 0
      let rows = min(max(wanted, Self.least), area.rows / 2)
      drawBeside(
        Array(panes.prefix(count)), into: &frame,
        Area(row: area.row, column: area.column, rows: rows, columns: area.columns))
      return drawBeside(
        Array(panes.dropFirst(count)), into: &frame,
        Area(
          row: area.row + rows, column: area.column, rows: area.rows - rows,
          columns: area.columns))
    }
    for (index, pane) in panes.prefix(count).enumerated() {
      let left = area.columns * index / count
      let right = area.columns * (index + 1) / count
      draw(
        pane, into: &frame,
        Area(row: area.row, column: area.column + left, rows: area.rows, columns: right - left))
    }
  }

  /// The rows that panes have at least where they stand in two rows.
  private static let least = 8

  /// The rows a list would like, its box included.
  func rows(_ pane: Pane) -> Int {
    switch pane {
    case .map: 20
    case .list(_, let facts): facts.count + 2
    }
  }

  private func draw(_ pane: Pane, into frame: inout Frame, _ area: Area) {
    guard area.rows >= 3, area.columns >= 10 else { return }
    switch pane {
    case .map(let map):
      frame.box(area, title: map.caption[language])
      MapPicture(map, area: area.inner).draw(into: &frame)
    case .list(let title, let facts):
      frame.box(area, title: title[language])
      let inner = Area(
        row: area.row + 1, column: area.column + 2, rows: area.rows - 2,
        columns: area.columns - 4)
      draw(facts, into: &frame, inner)
    }
  }

  private func draw(_ facts: [Fact], into frame: inout Frame, _ area: Area) {
    var lines: [Line] = []
    for fact in facts {
      // A long fact takes a second row while every fact still gets one.
      let all = FactLines(fact, language: language, columns: area.columns)
      let left = area.rows - lines.count - (facts.count - 1)
      lines += all.lines(max(1, min(all.natural.count, left)))
    }
    if lines.count > area.rows {
      let rest = facts.count - area.rows + 1
      lines =
        lines.prefix(area.rows - 1)
        + [Line(Text(zh: "还有 \(rest) 行", en: "\(rest) more")[language], .dim)]
    }
    for (row, line) in lines.prefix(area.rows).enumerated() {
      line.draw(into: &frame, row: area.row + row, column: area.column, columns: area.columns)
    }
  }
}

extension Pane {
  /// Whether it is the aisle map.
  var isMap: Bool {
    switch self {
    case .map: true
    case .list: false
    }
  }
}

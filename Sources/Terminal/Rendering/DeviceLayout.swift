import Flows

/// A handheld's screen on a wide terminal: the handheld drawn as a device, its panes beside it.
struct DeviceLayout {
  let screen: Screen
  let entry: Entry
  let surroundings: Surroundings
  let language: Language

  func draw(into frame: inout Frame) {
    let size = frame.size
    // Under the panes: the last scan and the gauges, an empty row, the keys.
    let foot = size.rows >= 24 ? 3 : size.rows == 23 ? 2 : 1
    let room = size.rows - 1 - foot
    let glass = glassSize(in: size, room: room)
    let device = Area(
      row: 1, column: 0, rows: glass.rows + 3 + keypadRows(glass, room: room),
      columns: glass.columns + 4)

    HeaderLine(surroundings: surroundings, language: language)
      .draw(into: &frame, title: nil)
    drawDevice(device, glass, into: &frame, leavesOutGauges: foot > 1)
    drawPanes(beside: device, room: room, into: &frame)
    if foot > 1 {
      footLine.draw(into: &frame, row: size.rows - foot, column: 1, columns: size.columns - 2)
    }
    KeyBlock(screen.keys, language: language, columns: size.columns, rows: 1, gap: 2).line
      .draw(into: &frame, row: size.rows - 1, column: 0, columns: size.columns)
  }

  /// The glass grows with the terminal, but the map grows more; a table with nothing beside it
  /// gets the room it wants.
  private func glassSize(in size: Size, room: Int) -> Size {
    if let glass = surroundings.glass, glass.columns + 44 <= size.columns, glass.rows <= room - 4 {
      return glass
    }
    let columns =
      switch size.columns {
      case _ where screen.panes.isEmpty && hasTable: 40
      case ..<100: 20
      case ..<120: 24
      case ..<140: 30
      default: 40
      }
    return Size(columns: columns, rows: min(24, max(16, room - 4)))
  }

  private var hasTable: Bool {
    screen.body.contains { part in
      if case .table = part { true } else { false }
    }
  }

  /// One row stands for the keypad; where there is room it has all its keys.
  private func keypadRows(_ glass: Size, room: Int) -> Int {
    room >= glass.rows + 7 ? 4 : 1
  }

  private func drawDevice(
    _ area: Area, _ size: Size, into frame: inout Frame, leavesOutGauges: Bool
  ) {
    frame.box(area)
    let layout = GlassLayout(
      screen: screen, entry: entry, mark: nil, language: language,
      leavesOutGauges: leavesOutGauges)
    frame.copy(layout.frame(size: size), row: area.row + 1, column: area.column + 2)
    let edge = area.row + size.rows + 1
    let line = "├" + String(repeating: "─", count: area.columns - 2) + "┤"
    frame.put(line, row: edge, column: area.column)
    let keys = ["( 1 2 3 )", "( 4 5 6 )", "( 7 8 9 )", "( * 0 # )"]
    for row in 0..<area.rows - size.rows - 3 {
      frame.put(
        keys[row], row: edge + 1 + row, column: area.column + (area.columns - 9) / 2, .dim)
    }
  }

  private func drawPanes(beside device: Area, room: Int, into frame: inout Frame) {
    let layout = PaneLayout(language: language)
    let left = device.columns + 1
    let side = Area(row: 1, column: left, rows: room, columns: frame.size.columns - left)
    let lists = screen.panes.filter { !$0.isMap }
    let under = room - device.rows
    guard screen.panes.contains(where: \.isMap), let list = lists.first,
      under >= min(5, layout.rows(list))
    else { return layout.draw(screen.panes, into: &frame, side) }
    // The place under the device holds a list, so that the map has the whole side.
    let below = Area(
      row: 1 + device.rows, column: 0, rows: under, columns: device.columns)
    layout.drawBeside([list], into: &frame, below)
    layout.draw(
      screen.panes.filter(\.isMap) + lists.dropFirst(), into: &frame, side)
  }

  private var footLine: Line {
    var spans: [Line.Span] = []
    if let scan = surroundings.lastScan {
      spans.append(.init(Text(zh: "上一扫 ", en: "Last scan ")[language], .dim))
      spans.append(.init(scan[language]))
    }
    for part in screen.body {
      guard case .gauge(let gauges) = part else { continue }
      if !spans.isEmpty { spans.append(.init("    ")) }
      spans += GaugeBlock.spans(gauges, language)
    }
    return Line(spans)
  }
}

/// Which rows of a list stand where, in which size.
///
/// Long texts take several lines while there is room for all rows in one of the sizes, else each row
/// takes one. Rows that still find no room are cut, go on the next page, or make the paper grow.
struct TemplateListPlan {
  /// A row in its place.
  struct Row {
    var index: Int
    var top: Double
    var height: Double
    var lines: Int
  }

  let list: TemplateList
  let rows: [LabelData]
  private(set) var size: Double
  private(set) var pages: [[Row]] = []
  /// How many rows were cut.
  private(set) var hidden = 0
  /// By how much the paper grows, in millimeters.
  private(set) var growth = 0.0

  init(_ list: TemplateList, scope: TemplateScope) {
    self.list = list
    rows = scope.data.list(list.source)
    size = list.sizes.first ?? 3
    let room = list.frame.height - list.headerHeight - list.restHeight
    for wraps in [true, false] {
      for size in list.sizes {
        let measured = measured(size: size, wraps: wraps, scope: scope)
        if measured.reduce(0, { $0 + $1.height }) <= room + 0.01 {
          self.size = size
          pages = [placed(measured[...], in: list.frame)]
          return
        }
        if list.overflow != .cut { break }
      }
      if list.overflow != .cut { break }
    }
    switch list.overflow {
    case .cut:
      size = list.sizes.last ?? 3
      let measured = measured(size: size, wraps: false, scope: scope)
      let shown = fitting(measured[...], room: room)
      hidden = measured.count - shown
      pages = [placed(measured[..<shown], in: list.frame)]
    case .grow:
      let measured = measured(size: size, wraps: true, scope: scope)
      growth = measured.reduce(0) { $0 + $1.height } - room
      pages = [placed(measured[...], in: list.frame)]
    case .page:
      var rest = measured(size: size, wraps: true, scope: scope)[...]
      while !rest.isEmpty {
        let frame = pages.isEmpty ? list.frame : list.laterFrame ?? list.frame
        let room = frame.height - list.headerHeight - list.restHeight
        let count = max(1, fitting(rest, room: room))
        pages.append(placed(rest.prefix(count), in: frame))
        rest = rest.dropFirst(count)
      }
    }
  }

  /// How many rows fit from the first on.
  private func fitting(_ rows: ArraySlice<Row>, room: Double) -> Int {
    var left = room + 0.01
    return rows.prefix { row in
      left -= row.height
      return left >= 0
    }.count
  }

  private func placed(_ rows: ArraySlice<Row>, in frame: Label.Frame) -> [Row] {
    var top = frame.y + list.headerHeight
    return rows.map { row in
      var row = row
      row.top = top
      top += row.height
      return row
    }
  }

  private func measured(size: Double, wraps: Bool, scope: TemplateScope) -> [Row] {
    rows.indices.map { index in
      let scope = self.scope(of: index, in: scope)
      let lines =
        list.columns.map { column in
          wraps
            ? Self.lines(column, size: size, scope: scope, isLast: column == list.columns.last) : 1
        }.max() ?? 1
      let height = max(list.rowHeight, Double(lines) * size * list.spacing)
      return Row(index: index, top: 0, height: height, lines: lines)
    }
  }

  func scope(of index: Int, in scope: TemplateScope) -> TemplateScope {
    var scope = scope
    scope.row = rows[index]
    scope.counters["row"] = "\(index + 1)"
    return scope
  }

  /// How many lines a text is likely to take, from usual advances: a layout does not measure.
  private static func lines(
    _ column: TemplateList.Column, size: Double, scope: TemplateScope, isLast: Bool
  ) -> Int {
    guard column.lines > 1, case .text(let template) = column.content else { return 1 }
    let text = scope.text(template, cleaning: true)
    let advance = text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.58 : 1) }
    let wide = advance * size * column.scale / (column.width - (isLast ? 0 : 1))
    // What little is left over for a last line goes on the one before it in slightly smaller type.
    let slack = column.shrink < 0.88 ? 0.25 : 0.1
    return max(1, min(column.lines, Int((wide - slack).rounded(.up))))
  }
}

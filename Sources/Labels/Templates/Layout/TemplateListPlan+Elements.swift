extension TemplateListPlan {
  /// Between a column and the next, in millimeters.
  private static let gap = 1.0

  /// The elements of the rows on a page, with header and last line.
  func elements(page: Int, of count: Int, scope: TemplateScope) -> [Label.Element] {
    let rows = page <= pages.count ? pages[page - 1] : []
    let frame = page == 1 ? list.frame : list.laterFrame ?? list.frame
    var elements = header(in: frame)
    for row in rows {
      elements += self.elements(of: row, scope: self.scope(of: row.index, in: scope))
      if let thickness = list.ruleThickness {
        elements.append(
          .rule(
            Label.Rule(
              name: "\(list.name).\(row.index + 1).rule", x: frame.x, y: row.top + row.height,
              length: frame.width, thickness: thickness)))
      }
    }
    if let rest = list.rest, page == count {
      var scope = scope
      scope.counters["hidden"] = hidden > 0 ? "\(hidden)" : ""
      // On a page of its own length the last line follows the rows.
      let end = rows.last.map { $0.top + $0.height } ?? frame.y + list.headerHeight
      let bottom =
        list.overflow == .page ? end + 1 + list.restHeight : frame.bottom + growth
      elements.append(
        .text(
          Label.TextBlock(
            name: "\(list.name).rest",
            frame: Label.Frame(
              left: frame.x, top: bottom - list.restHeight, right: frame.right, bottom: bottom),
            content: scope.text(rest, cleaning: true), size: .millimeters(list.restSize),
            minimumSize: .millimeters(list.restSize * 0.6), maximumLines: 1, weight: .bold,
            verticalAlignment: .middle)))
    }
    return elements
  }

  private func header(in frame: Label.Frame) -> [Label.Element] {
    guard list.hasHeader else { return [] }
    var x = frame.x
    var elements: [Label.Element] = []
    for column in list.columns {
      if !column.title.isEmpty {
        elements.append(
          .text(
            Label.TextBlock(
              name: "\(list.name).header.\(column.name)",
              frame: Label.Frame(
                x: x, y: frame.y, width: width(of: column), height: list.headerHeight - 0.4),
              content: column.title, size: .millimeters((list.sizes.first ?? 3) * 0.9),
              minimumSize: .millimeters((list.sizes.first ?? 3) * 0.5), maximumLines: 1,
              weight: .bold, alignment: column.alignment, verticalAlignment: .middle)))
      }
      x += column.width
    }
    elements.append(
      .rule(
        Label.Rule(
          name: "\(list.name).header.rule", x: frame.x, y: frame.y + list.headerHeight - 0.2,
          length: frame.width, thickness: 0.3)))
    return elements
  }

  private func elements(of row: Row, scope: TemplateScope) -> [Label.Element] {
    var x = list.frame.x
    return list.columns.compactMap { column in
      defer { x += column.width }
      let name = "\(list.name).\(row.index + 1).\(column.name)"
      let frame = Label.Frame(x: x, y: row.top, width: width(of: column), height: row.height - 0.2)
      switch column.content {
      case .text(let text):
        let content = scope.text(text, cleaning: true)
        guard !content.isEmpty else { return nil }
        let size = size * column.scale
        return .text(
          Label.TextBlock(
            name: name, frame: frame, content: content, size: .millimeters(size),
            minimumSize: .millimeters(size * column.shrink),
            maximumLines: min(row.lines, column.lines), weight: column.weight,
            alignment: column.alignment, verticalAlignment: list.isCentered ? .middle : .top))
      case .symbol(var block, let text):
        let inset = 0.5
        block.name = name
        block.frame = Label.Frame(
          x: frame.x, y: frame.y + inset, width: frame.width, height: frame.height - 2 * inset)
        block.content = scope.content(text, of: block.symbology)
        return block.content.isEmpty ? nil : .symbol(block)
      case .tick(let side):
        return .box(
          Label.Box(
            name: name,
            frame: Label.Frame(
              x: x + (frame.width - side) / 2, y: row.top + (row.height - side) / 2, width: side,
              height: side)))
      }
    }
  }

  private func width(of column: TemplateList.Column) -> Double {
    column == list.columns.last ? column.width : column.width - Self.gap
  }
}

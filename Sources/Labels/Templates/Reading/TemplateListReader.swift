/// Reads a list element with its columns.
struct TemplateListReader {
  let fields: TemplateFields

  func list(_ name: String, _ mapping: TemplateMapping) -> TemplateList? {
    guard let source = mapping["list"]?.text("the name of a list") else { return nil }
    guard let rows = fields[source]?.rows else {
      mapping["list"]?.problem(
        "'\(source)' is no list\(TemplateProblems.hint(for: source, among: listNames))")
      return nil
    }
    let rowFields = fields.adding(rows + [TemplateField("row", "number of the row, from 1")])
    let frame = mapping.required("at", "[x, y, width, height]")?.frame()
    let columns = (mapping.required("columns", "a list of columns")?.list("columns") ?? [])
      .enumerated().compactMap { column($0.element, number: $0.offset + 1, rowFields) }
    let sizes =
      (mapping.required("sizes", "sizes of type in mm, from large to small")?
      .list("sizes of type in mm") ?? []).compactMap { $0.length(0.8...50) }
    guard let frame, !columns.isEmpty, !sizes.isEmpty else { return nil }
    var list = TemplateList(
      name: name, source: source, frame: frame, laterFrame: mapping["later"]?.frame(),
      columns: columns, sizes: sizes.sorted(by: >))
    list.spacing = mapping["spacing"]?.number(1...5, "a factor") ?? list.spacing
    list.rowHeight = mapping["row"]?.length(0.5...200) ?? list.rowHeight
    list.hasHeader = mapping["header"]?.flag() ?? false
    list.ruleThickness = mapping["rules"]?.length(0.05...5)
    list.rest = fields.adding([TemplateField("hidden", "how many rows are left out")])
      .text(mapping["rest"])
    list.restSize = mapping["rest-size"]?.length(0.8...50) ?? list.restSize
    list.overflow = mapping["overflow"]?.choice(TemplateList.Overflow.self) ?? .cut
    let width = columns.reduce(0) { $0 + $1.width }
    if width > frame.width + 0.01 {
      mapping["columns"]?.problem(
        "the columns are \(TSPLPage.number(width)) mm wide, the list has"
          + " \(TSPLPage.number(frame.width))")
    }
    return list
  }

  private var listNames: [String] { fields.names.filter { fields[$0]?.rows != nil } }

  private static let common: Set = ["name", "width", "title", "align"]
  private static let kinds: [String: Set<String>] = [
    "text": ["lines", "weight", "shrink", "scale"],
    "symbol": ["as", "module", "least", "correction", "caption"],
    "tick": [],
  ]

  private func column(
    _ node: TemplateNode, number: Int, _ rowFields: TemplateFields
  ) -> TemplateList.Column? {
    guard let kind = node.keys.first(where: { Self.kinds[$0] != nil }) else {
      node.problem("expected a column with one of symbol, text, tick")
      return nil
    }
    let known = (Self.kinds[kind] ?? []).union(Self.common).union([kind])
    guard let mapping = TemplateMapping(node, keys: known, "a column"),
      let width = mapping.required("width", "the width in mm")?.length(1...1000)
    else { return nil }
    let text = kind == "tick" ? nil : rowFields.text(mapping[kind])
    let name = mapping["name"]?.text() ?? text?.fieldNames.first ?? "\(number)"
    let content: TemplateList.Column.Content
    switch kind {
    case "tick":
      guard let side = mapping["tick"]?.length(1...50) else { return nil }
      content = .tick(side)
    case "symbol":
      let frame = Label.Frame(x: 0, y: 0, width: width, height: 10)
      guard let text, let block = TemplateElementReader.block(name, frame, mapping)
      else { return nil }
      content = .symbol(block, text)
    default:
      guard let text else { return nil }
      content = .text(text)
    }
    var column = TemplateList.Column(name: name, content: content, width: width)
    column.title = mapping["title"]?.text() ?? ""
    column.lines = mapping["lines"]?.integer(1...20) ?? 1
    column.weight = mapping["weight"]?.choice(Label.Weight.self) ?? .regular
    column.alignment = mapping["align"]?.choice(Label.Alignment.self) ?? .left
    column.shrink = mapping["shrink"]?.number(0.3...1, "a factor") ?? column.shrink
    column.scale = mapping["scale"]?.number(0.3...1.2, "a factor") ?? column.scale
    return column
  }
}

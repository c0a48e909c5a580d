/// Reads the elements of a template.
struct TemplateElementReader {
  let fields: TemplateFields
  let problems: TemplateProblems
  private var names: Set<String> = []

  init(fields: TemplateFields, problems: TemplateProblems) {
    self.fields = fields
    self.problems = problems
  }

  private static let common: Set = ["name", "when", "page"]
  private static let kinds: [String: Set<String>] = [
    "text": [
      "at", "size", "least", "lines", "weight", "align", "valign", "spacing", "inverted", "unknown",
    ],
    "symbol": ["as", "at", "module", "least", "correction", "caption", "align"],
    "rule": ["at", "length", "thickness", "dash"],
    "box": ["at", "thickness"],
    "list": [
      "at", "later", "columns", "sizes", "spacing", "row", "header", "rules", "rest", "rest-size",
      "overflow",
    ],
    "group": ["at", "elements"],
  ]

  /// Reads a list of elements; groups are dissolved.
  mutating func elements(_ node: TemplateNode) -> [TemplateElement] {
    (node.list("elements") ?? []).flatMap { elements(of: $0) }
  }

  private mutating func elements(of node: TemplateNode) -> [TemplateElement] {
    let kinds = Self.kinds.keys.sorted().joined(separator: ", ")
    guard let kind = node.keys.first(where: { Self.kinds[$0] != nil }) else {
      node.problem("expected an element with one of \(kinds)")
      return []
    }
    let known = (Self.kinds[kind] ?? []).union(Self.common).union([kind])
    guard let mapping = TemplateMapping(node, keys: known, kind) else { return [] }
    let condition = fields.condition(mapping["when"])
    let pages = mapping["page"]?.choice(TemplateElement.PageRule.self) ?? .every
    if kind == "group" { return group(mapping, condition, pages) }
    let name = name(mapping, kind)
    guard let shape = shape(kind, name, mapping) else { return [] }
    return [
      TemplateElement(
        name: name, shape: shape, condition: condition, pages: pages, line: node.line)
    ]
  }

  private mutating func group(
    _ mapping: TemplateMapping, _ condition: TemplateCondition, _ pages: TemplateElement.PageRule
  ) -> [TemplateElement] {
    guard let node = mapping.required("elements", "the elements of the group") else { return [] }
    let offset = mapping["at"]?.lengths("x", "y") ?? [0, 0]
    return elements(node).map { element in
      var element = element.moved(x: offset[0], y: offset[1])
      element.condition.terms += condition.terms
      if element.pages == .every { element.pages = pages }
      return element
    }
  }

  /// The given name, else the first field of the text, else the kind; each once.
  private mutating func name(_ mapping: TemplateMapping, _ kind: String) -> String {
    if let node = mapping["name"], let name = node.text("a name") {
      if !names.insert(name).inserted { node.problem("name '\(name)' is given twice") }
      return name
    }
    let written = mapping[kind]?.scalar.flatMap { try? TemplateText($0) }?.fieldNames.first
    let stem = (kind == "symbol" ? written.map { "\($0).symbol" } : written) ?? kind
    var name = stem
    var number = 2
    while !names.insert(name).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  private func shape(
    _ kind: String, _ name: String, _ mapping: TemplateMapping
  ) -> TemplateElement.Shape? {
    switch kind {
    case "text": text(name, mapping)
    case "symbol": symbol(name, mapping)
    case "rule": rule(name, mapping)
    case "box": box(name, mapping)
    default: TemplateListReader(fields: fields).list(name, mapping).map { .list($0) }
    }
  }

  private func text(_ name: String, _ mapping: TemplateMapping) -> TemplateElement.Shape? {
    let content = fields.text(mapping["text"])
    let frame = mapping.required("at", "[x, y, width, height]")?.frame()
    let size = mapping.required("size", "the size of type in mm")?.length(0.8...100)
    guard let content, let frame, let size else { return nil }
    var block = Label.TextBlock(name: name, frame: frame, content: "", size: .millimeters(size))
    block.minimumSize = mapping["least"]?.length(0.8...size).map(FontSize.millimeters)
    block.maximumLines = mapping["lines"]?.integer(1...100)
    block.weight = mapping["weight"]?.choice(Label.Weight.self) ?? .regular
    block.alignment = mapping["align"]?.choice(Label.Alignment.self) ?? .left
    block.verticalAlignment = mapping["valign"]?.choice(Label.VerticalAlignment.self) ?? .middle
    block.lineSpacing = mapping["spacing"]?.number(1...3, "a factor") ?? 1.2
    block.isInverted = mapping["inverted"]?.flag() ?? false
    block.unknownCharacters = mapping["unknown"]?.choice(Label.UnknownCharacters.self) ?? .refuse
    if block.frame.height + 0.01 < (block.minimumSize ?? block.size).millimeters {
      mapping.node.problem("'\(name)' is lower than a line of its text")
    }
    return .text(block, content)
  }

  private func symbol(_ name: String, _ mapping: TemplateMapping) -> TemplateElement.Shape? {
    let content = fields.text(mapping["symbol"])
    let frame = mapping.required("at", "[x, y, width, height]")?.frame()
    guard let content, let frame, let block = Self.block(name, frame, mapping) else { return nil }
    return .symbol(block, content)
  }

  /// A symbol without content, from its keys.
  static func block(
    _ name: String, _ frame: Label.Frame, _ mapping: TemplateMapping
  ) -> Label.SymbolBlock? {
    let symbology = mapping.required("as", "the kind of symbol, such as code128")?
      .choice(Symbology.self)
    let module = mapping.required("module", "the width of a module in dots of 1/8 mm")?
      .integer(1...40)
    guard let symbology, let module else { return nil }
    return Label.SymbolBlock(
      name: name, frame: frame, symbology: symbology, content: "", moduleDots: module,
      minimumModuleDots: mapping["least"]?.integer(1...module),
      errorCorrection: mapping["correction"]?.choice(ErrorCorrection.self) ?? .medium,
      captionSize: mapping["caption"]?.length(0.8...50).map(FontSize.millimeters),
      alignment: mapping["align"]?.choice(Label.Alignment.self) ?? .center)
  }

  private func rule(_ name: String, _ mapping: TemplateMapping) -> TemplateElement.Shape? {
    let direction = mapping["rule"]?.choice(Label.Direction.self)
    let start = mapping.required("at", "[x, y]")?.lengths("x", "y")
    let length = mapping.required("length", "the length in mm")?.length(0.1...1000)
    guard let direction, let start, let length else { return nil }
    return .rule(
      Label.Rule(
        name: name, x: start[0], y: start[1], length: length, direction: direction,
        thickness: mapping["thickness"]?.length(0.05...50) ?? 0.25,
        dash: mapping["dash"]?.length(0.1...100)))
  }

  private enum BoxStyle: String, CaseIterable {
    case outline, filled
  }

  private func box(_ name: String, _ mapping: TemplateMapping) -> TemplateElement.Shape? {
    let style = mapping["box"]?.choice(BoxStyle.self)
    let frame = mapping.required("at", "[x, y, width, height]")?.frame()
    guard let style, let frame else { return nil }
    return .box(
      Label.Box(
        name: name, frame: frame, thickness: mapping["thickness"]?.length(0.05...50) ?? 0.25,
        isFilled: style == .filled))
  }
}

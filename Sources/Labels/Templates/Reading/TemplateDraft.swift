/// A template read from its file, before what it extends is known.
struct TemplateDraft {
  let name: String
  let mapping: TemplateMapping

  /// The template it begins from, if any.
  var base: (name: String, node: TemplateNode)? {
    guard let node = mapping["extends"], let name = node.text("the name of a template") else {
      return nil
    }
    return (name, node)
  }

  /// The template, on top of the one it extends.
  func template(extending base: LabelTemplate?) throws(TemplateError) -> LabelTemplate {
    let problems = mapping.problems
    let template = build(base)
    guard let template, problems.isEmpty else {
      throw TemplateError(problems: problems.problems)
    }
    return template
  }

  private func build(_ base: LabelTemplate?) -> LabelTemplate? {
    guard let kind = kind(base), let paper = paper(base) else { return nil }
    let ownFields = (base?.ownFields ?? []) + self.ownFields
    let fields = TemplateFields(kind.fields + ownFields)
    var elements = base?.elements ?? []
    if let node = mapping["remove"] {
      for name in node.list("names of elements") ?? [] {
        guard let removed = name.text() else { continue }
        if !elements.contains(where: { $0.name == removed }) {
          name.problem(
            "no element '\(removed)'"
              + TemplateProblems.hint(for: removed, among: elements.map(\.name)))
        }
        elements.removeAll { $0.name == removed }
      }
    }
    if base == nil, mapping["elements"] == nil {
      mapping.node.problem("expected 'elements': what is on the label")
    }
    if let node = mapping["elements"] {
      var reader = TemplateElementReader(
        fields: fields.adding(TemplateFields.counters), problems: mapping.problems)
      for element in reader.elements(node) {
        if let index = elements.firstIndex(where: { $0.name == element.name }) {
          elements[index] = element
        } else {
          elements.append(element)
        }
      }
    }
    let sample = mapping["sample"].flatMap { node in
      node.text().map { name in
        let names = kind.samples.map(\.name)
        if !names.contains(name) {
          node.problem("no sample '\(name)'\(TemplateProblems.hint(for: name, among: names))")
        }
        return name
      }
    }
    let template = LabelTemplate(
      name: name, title: mapping["title"]?.text() ?? base?.title ?? name, kind: kind,
      width: paper.width, height: paper.height, sheet: sheet(base, paper), elements: elements,
      // A setting of this file goes before the same of its base.
      settings: fields.settings(mapping["set"]) + (base?.settings ?? []),
      checks: (base?.checks ?? []) + fields.checks(mapping["check"]), ownFields: ownFields,
      sampleName: sample ?? base?.sampleName)
    TemplateChecks(template, problems: mapping.problems).run()
    return template
  }

  private func kind(_ base: LabelTemplate?) -> TemplateKind? {
    if let node = mapping["kind"] {
      let kind = node.choice(TemplateKind.self)
      if let base, let kind, base.kind != kind {
        node.problem("'\(kind.rawValue)': expected \(base.kind.rawValue) as in '\(base.name)'")
      }
      return kind
    }
    if let base { return base.kind }
    return mapping.required("kind", "what it is for, such as waybill")?.choice(TemplateKind.self)
  }

  private func paper(_ base: LabelTemplate?) -> (width: Double, height: Double)? {
    guard let node = mapping["paper"] else {
      if let base { return (base.width, base.height) }
      mapping.node.problem("expected 'paper': [width, height] in millimeters")
      return nil
    }
    guard let sides = node.lengths("width", "height") else { return nil }
    guard sides.allSatisfy((10...1000).contains) else {
      node.problem("expected [width, height] from 10 to 1000 mm")
      return nil
    }
    return (sides[0], sides[1])
  }

  private var ownFields: [TemplateField] {
    guard let node = mapping["fields"], let own = TemplateMapping(node, keys: nil, "fields")
    else { return [] }
    return own.entries.compactMap { name, node in
      let keys: Set = ["summary", "required", "privacy"]
      guard let mapping = TemplateMapping(node, keys: keys, "a field") else { return nil }
      return TemplateField(
        name, mapping["summary"]?.text() ?? name, isRequired: mapping["required"]?.flag() ?? false,
        privacy: mapping["privacy"]?.choice(Privacy.self))
    }
  }

  private func sheet(
    _ base: LabelTemplate?, _ paper: (width: Double, height: Double)
  ) -> TemplateSheet? {
    guard let node = mapping["sheet"] else { return base?.sheet }
    let keys: Set = ["size", "columns", "rows", "margin", "gap"]
    guard let mapping = TemplateMapping(node, keys: keys, "a sheet"),
      let size = mapping.required("size", "[width, height]")?.lengths("width", "height"),
      let columns = mapping.required("columns", "how many side by side")?.integer(1...50),
      let rows = mapping.required("rows", "how many one below the other")?.integer(1...100)
    else { return nil }
    let margin = mapping["margin"]?.lengths("left", "top") ?? [0, 0]
    let gap = mapping["gap"]?.lengths("across", "down") ?? [0, 0]
    let sheet = TemplateSheet(
      width: size[0], height: size[1], columns: columns, rows: rows, left: margin[0],
      top: margin[1], gapAcross: gap[0], gapDown: gap[1])
    let right = sheet.left + Double(columns) * (paper.width + gap[0]) - gap[0]
    let bottom = sheet.top + Double(rows) * (paper.height + gap[1]) - gap[1]
    if right > sheet.width + 0.01 || bottom > sheet.height + 0.01 {
      node.problem(
        "\(columns) x \(rows) labels need \(TSPLPage.number(right)) x \(TSPLPage.number(bottom)) mm,"
          + " the sheet has \(TSPLPage.number(sheet.width)) x \(TSPLPage.number(sheet.height))")
    }
    return sheet
  }
}

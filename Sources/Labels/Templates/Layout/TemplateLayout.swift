/// Fills data into a template: from one label's data to its pages.
struct TemplateLayout {
  private let template: LabelTemplate
  private let scope: TemplateScope

  init(_ template: LabelTemplate, _ data: LabelData) {
    self.template = template
    scope = TemplateScope(data: data)
  }

  /// The pages, one unless a list goes on.
  func labels() -> [Label] {
    let plans = plans()
    let count = plans.values.map(\.pages.count).max() ?? 1
    let growth = plans.values.map(\.growth).max() ?? 0
    return (1...max(1, count)).map { page in
      var label = Label(
        name: template.name, width: template.width, height: template.height + growth)
      label.elements = elements(page: page, of: count, plans: plans, growth: growth)
      return label
    }
  }

  /// Labels side by side on sheets.
  static func sheets(
    of template: LabelTemplate, _ sheet: TemplateSheet, _ records: [LabelData]
  ) -> [Label] {
    stride(from: 0, to: records.count, by: sheet.capacity).map { start in
      var label = Label(name: template.name, width: sheet.width, height: sheet.height)
      for (place, record) in records[start...].prefix(sheet.capacity).enumerated() {
        let column = place % sheet.columns
        let x = sheet.left + Double(column) * (template.width + sheet.gapAcross)
        let y = sheet.top + Double(place / sheet.columns) * (template.height + sheet.gapDown)
        let layout = TemplateLayout(template, record)
        label.elements += layout.elements(page: 1, of: 1, plans: layout.plans(), growth: 0)
          .map { $0.moved(x: x, y: y, prefix: "\(start + place + 1).") }
      }
      return label
    }
  }

  private func plans() -> [String: TemplateListPlan] {
    var plans: [String: TemplateListPlan] = [:]
    for element in template.elements where element.condition.holds(in: scope) {
      guard case .list(let list) = element.shape else { continue }
      plans[list.name] = TemplateListPlan(list, scope: scope)
    }
    return plans
  }

  private func elements(
    page: Int, of count: Int, plans: [String: TemplateListPlan], growth: Double
  ) -> [Label.Element] {
    var scope = scope
    scope.counters = ["page": "\(page)", "pages": "\(count)"]
    let end = plans.values.filter { $0.growth > 0 }.map(\.list.frame.bottom).min()
    return template.elements.flatMap { element -> [Label.Element] in
      guard element.condition.holds(in: scope), element.pages.holds(page: page, of: count)
      else { return [] }
      let drawn: [Label.Element]
      switch element.shape {
      case .text(var block, let text):
        block.content = scope.text(text, cleaning: true)
        guard !block.content.allSatisfy(\.isWhitespace) else { return [] }
        drawn = [.text(block)]
      case .symbol(var block, let text):
        block.content = scope.content(text, of: block.symbology)
        drawn = [.symbol(block)]
      case .rule(let rule): drawn = [.rule(rule)]
      case .box(let box): drawn = [.box(box)]
      case .list(let list):
        // A list never moves: it is what makes others move.
        return plans[list.name]?.elements(page: page, of: count, scope: scope) ?? []
      }
      guard growth > 0, let end else { return drawn }
      return drawn.map { $0.stretched(below: end, by: growth) }
    }
  }
}

extension TemplateScope {
  /// The data of a symbol.
  ///
  /// In GS1 data a bracket would begin an identifier: a value with one is spoilt on purpose, so that no
  /// symbol is made of it.
  func content(_ template: TemplateText, of symbology: Symbology) -> String {
    guard symbology.isGS1 else { return text(template) }
    let values = template.fieldNames.map { text($0) }
    return values.contains { $0.contains("[") || $0.contains("]") } ? "[" : text(template)
  }

  private func text(_ name: String) -> String {
    guard case .text(let text) = value(name) else { return "" }
    return text
  }
}

/// What can be said about a template without data: everything lies on the paper, nothing lies on a
/// barcode.
struct TemplateChecks {
  private let template: LabelTemplate
  private let problems: TemplateProblems

  init(_ template: LabelTemplate, problems: TemplateProblems) {
    self.template = template
    self.problems = problems
  }

  func run() {
    let lists = template.elements.compactMap { element -> TemplateList? in
      guard case .list(let list) = element.shape else { return nil }
      return list
    }
    if template.sheet != nil, let list = lists.first(where: { $0.overflow != .cut }) {
      problems.add(line: 1, "'\(list.name)': a list of a label on a sheet can only be cut")
    }
    for (index, element) in template.elements.enumerated() {
      checkInside(element)
      for other in template.elements[(index + 1)...]
      where (element.isSymbol || other.isSymbol) && !element.condition.excludes(other.condition) {
        checkApart(element, other)
      }
    }
  }

  private func checkInside(_ element: TemplateElement) {
    // Half of a line on the edge is off the paper.
    let dust = 0.3
    for frame in element.frames(onFirstPage: true) + element.frames(onFirstPage: false)
    where frame.x < -dust || frame.y < -dust || frame.right > template.width + dust
      || frame.bottom > template.height + dust
    {
      problems.add(
        line: element.line,
        "'\(element.name)' lies at x \(number(frame.x)) to \(number(frame.right)), y"
          + " \(number(frame.y)) to \(number(frame.bottom)) mm, the paper is"
          + " \(number(template.width)) x \(number(template.height))")
      return
    }
  }

  private func checkApart(_ element: TemplateElement, _ other: TemplateElement) {
    let meet = [true, false].contains { isFirst in
      let others = other.frames(onFirstPage: isFirst)
      return element.frames(onFirstPage: isFirst).contains { frame in
        others.contains { frame.overlaps($0) }
      }
    }
    guard meet else { return }
    let (symbol, thing) = element.isSymbol ? (element, other) : (other, element)
    problems.add(
      line: thing.line,
      "'\(thing.name)' lies on the place of the barcode '\(symbol.name)' (line \(symbol.line)),"
        + " which includes its quiet zone")
  }

  private func number(_ value: Double) -> String { TSPLPage.number(value) }
}

extension TemplateElement {
  fileprivate var isSymbol: Bool {
    if case .symbol = shape { return true }
    return false
  }
}

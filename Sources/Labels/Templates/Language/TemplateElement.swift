/// An element of a template: a label element whose text is yet to be filled in, and when it is there.
struct TemplateElement: Sendable, Equatable {
  /// What is drawn.
  ///
  /// The content of texts and symbols is empty and comes from the template text.
  enum Shape: Sendable, Equatable {
    case text(Label.TextBlock, TemplateText)
    case symbol(Label.SymbolBlock, TemplateText)
    case rule(Label.Rule)
    case box(Label.Box)
    case list(TemplateList)
  }

  var name: String
  var shape: Shape
  var condition = TemplateCondition()
  var pages = PageRule.every
  /// The line of the file it begins on.
  var line: Int

  /// On which pages of a label of several pages an element is.
  enum PageRule: String, Sendable, Equatable, CaseIterable {
    case every, first, later, last

    func holds(page: Int, of count: Int) -> Bool {
      switch self {
      case .every: true
      case .first: page == 1
      case .later: page > 1
      case .last: page == count
      }
    }
  }

  /// The rectangles it may blacken on the first page, or on a later one: a box is its four edges.
  func frames(onFirstPage isFirst: Bool) -> [Label.Frame] {
    guard pages != (isFirst ? .later : .first) else { return [] }
    return switch shape {
    case .text(let block, _): [block.frame]
    case .symbol(let block, _): [block.frame]
    case .rule(let rule): [rule.frame]
    case .list(let list): [isFirst ? list.frame : list.laterFrame ?? list.frame]
    case .box(let box): box.isFilled ? [box.frame] : box.edges
    }
  }
}

extension Label.Box {
  /// Its outline as rectangles.
  var edges: [Label.Frame] {
    [
      Label.Frame(x: frame.x, y: frame.y, width: frame.width, height: thickness),
      Label.Frame(x: frame.x, y: frame.bottom - thickness, width: frame.width, height: thickness),
      Label.Frame(x: frame.x, y: frame.y, width: thickness, height: frame.height),
      Label.Frame(x: frame.right - thickness, y: frame.y, width: thickness, height: frame.height),
    ]
  }
}

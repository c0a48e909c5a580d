extension TemplateElement {
  /// The element elsewhere.
  func moved(x: Double, y: Double) -> TemplateElement {
    var result = self
    switch shape {
    case .text(var block, let text):
      block.frame.x += x
      block.frame.y += y
      result.shape = .text(block, text)
    case .symbol(var block, let text):
      block.frame.x += x
      block.frame.y += y
      result.shape = .symbol(block, text)
    case .rule(var rule):
      rule.x += x
      rule.y += y
      result.shape = .rule(rule)
    case .box(var box):
      box.frame.x += x
      box.frame.y += y
      result.shape = .box(box)
    case .list(var list):
      list.frame.x += x
      list.frame.y += y
      list.laterFrame?.x += x
      list.laterFrame?.y += y
      result.shape = .list(list)
    }
    return result
  }
}

extension Label.Element {
  /// The element elsewhere, under a longer name.
  func moved(x: Double, y: Double, prefix: String) -> Label.Element {
    changed { name, frame in
      name = prefix + name
      frame.x += x
      frame.y += y
    }
  }

  /// The element after the paper has grown by `growth` at `end`: lower when it lies below, higher when
  /// it reaches across.
  func stretched(below end: Double, by growth: Double) -> Label.Element {
    let dust = 0.01
    return changed { _, frame in
      if frame.y >= end - dust {
        frame.y += growth
      } else if frame.bottom >= end - dust {
        frame.height += growth
      }
    }
  }

  private func changed(
    _ change: (inout String, inout Label.Frame) -> Void
  ) -> Label.Element {
    switch self {
    case .text(var block):
      change(&block.name, &block.frame)
      return .text(block)
    case .symbol(var block):
      change(&block.name, &block.frame)
      return .symbol(block)
    case .box(var box):
      change(&box.name, &box.frame)
      return .box(box)
    case .rule(var rule):
      var frame =
        rule.direction == .across
        ? Label.Frame(x: rule.x, y: rule.y, width: rule.length, height: 0)
        : Label.Frame(x: rule.x, y: rule.y, width: 0, height: rule.length)
      change(&rule.name, &frame)
      (rule.x, rule.y) = (frame.x, frame.y)
      if rule.direction == .down { rule.length = frame.height }
      return .rule(rule)
    }
  }
}

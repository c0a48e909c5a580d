/// A label with everything decided: text fitted, symbols encoded and placed on whole dots.
///
/// Back ends only write it down.
struct ResolvedLabel {
  /// One thing to draw.
  enum Item {
    case text(Label.TextBlock, FittedText)
    /// Lines and boxes come down to black rectangles.
    case bars([DotRect])
    case outline(DotRect, thickness: Int)
    case symbol(PlacedSymbol)
  }

  let label: Label
  let resolution: Resolution
  let engine: TextEngine
  private(set) var items: [(name: String, item: Item)] = []
  private(set) var notes: [LabelNote] = []

  var widthDots: Int { resolution.dots(label.width) }
  var heightDots: Int { resolution.dots(label.height) }

  /// Decides everything, or says what is wrong with the first element that is.
  init(_ label: Label, resolution: Resolution) throws(LabelError) {
    self.label = label
    self.resolution = resolution
    self.engine = try TextEngine(label: label.name)
    guard label.width > 0, label.height > 0, label.width <= 1000, label.height <= 1000 else {
      throw LabelError(
        .outsideLabel, element: label.name,
        "a label is up to 1000 x 1000 mm, this one \(label.width) x \(label.height)")
    }
    for element in label.elements {
      switch element {
      case .text(let block):
        try checkInside(block.name, block.frame)
        let text = try TextFitting(engine: engine).fit(block, notes: &notes)
        if !text.lines.isEmpty || block.isInverted {
          items.append((block.name, .text(block, text)))
        }
      case .rule(let rule):
        try checkInside(rule.name, rule.frame)
        items.append((rule.name, .bars(bars(of: rule))))
      case .box(let box):
        try checkInside(box.name, box.frame)
        items.append((box.name, item(of: box)))
      case .symbol(let block):
        try checkInside(block.name, block.frame)
        items.append((block.name, .symbol(try place(block))))
      }
    }
    try checkSymbolsAreFree()
  }

  private func checkInside(_ name: String, _ frame: Label.Frame) throws(LabelError) {
    let dust = 0.3
    guard
      frame.width > 0, frame.height > 0, frame.x >= -dust, frame.y >= -dust,
      frame.right <= label.width + dust, frame.bottom <= label.height + dust
    else {
      throw LabelError(
        .outsideLabel, element: name,
        "x \(frame.x) to \(frame.right), y \(frame.y) to \(frame.bottom) mm does not lie on the"
          + " \(label.width) x \(label.height) mm label")
    }
  }

  private func dots(_ frame: Label.Frame) -> DotRect {
    let x = resolution.dots(frame.x)
    let y = resolution.dots(frame.y)
    return DotRect(
      x: x, y: y, width: max(1, resolution.dots(frame.right) - x),
      height: max(1, resolution.dots(frame.bottom) - y))
  }

  private func bars(of rule: Label.Rule) -> [DotRect] {
    let whole = dots(rule.frame)
    guard let dash = rule.dash else { return [whole] }
    let step = max(1, resolution.dots(dash))
    let length = rule.direction == .across ? whole.width : whole.height
    return stride(from: 0, to: length, by: 2 * step).map { offset in
      let size = min(step, length - offset)
      return switch rule.direction {
      case .across: DotRect(x: whole.x + offset, y: whole.y, width: size, height: whole.height)
      case .down: DotRect(x: whole.x, y: whole.y + offset, width: whole.width, height: size)
      }
    }
  }

  private func item(of box: Label.Box) -> Item {
    let whole = dots(box.frame)
    let thickness = max(1, resolution.dots(box.thickness))
    if box.isFilled || thickness * 2 >= min(whole.width, whole.height) { return .bars([whole]) }
    return .outline(whole, thickness: thickness)
  }
}

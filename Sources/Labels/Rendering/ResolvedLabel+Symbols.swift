extension ResolvedLabel {
  /// The gap between bars and the text under them, in millimeters.
  private static let captionGap = 0.5
  /// Bars lower than this are hard to hit with a hand scanner, in millimeters.
  private static let minimumBarHeight = 4.0

  /// Encodes a symbol and puts it on whole dots, as wide as allowed and possible.
  func place(_ block: Label.SymbolBlock) throws(LabelError) -> PlacedSymbol {
    let symbol = try Symbol(block)
    var room = Label.Frame(
      x: block.frame.x, y: block.frame.y, width: block.frame.width, height: block.frame.height)
    if let caption = block.captionSize {
      room.height -= Self.captionGap + caption.millimeters * 1.2
    }
    let left = Int((room.x * resolution.dotsPerMillimeter).rounded(.up))
    let right = Int((room.right * resolution.dotsPerMillimeter).rounded(.down))
    let top = Int((room.y * resolution.dotsPerMillimeter).rounded(.up))
    let bottom = Int((room.bottom * resolution.dotsPerMillimeter).rounded(.down))
    let (width, height) = (right - left, bottom - top)

    let moduleDots = try moduleDots(for: symbol, block, width: width, height: height)
    let quiet = symbol.symbology.quietZoneModules * moduleDots
    let wide = symbol.columns * moduleDots
    let slack = width - wide - 2 * quiet
    let indent =
      switch block.alignment {
      case .left: 0
      case .center: slack / 2
      case .right: slack
      }
    let high = symbol.symbology.isLinear ? height : symbol.moduleHeight * moduleDots
    let bounds = DotRect(
      x: left + quiet + indent, y: top + (height - high) / 2, width: wide, height: high)
    return PlacedSymbol(
      block: block, symbol: symbol, bounds: bounds,
      room: DotRect(x: left, y: top, width: width, height: height), moduleDots: moduleDots,
      caption: try caption(
        block, below: bounds.maxY + (symbol.symbology.isLinear ? 0 : quiet),
        middle: resolution.millimeters(bounds.x + bounds.maxX) / 2))
  }

  /// The widest module that fits, or an error that says what the narrowest would need.
  private func moduleDots(
    for symbol: Symbol, _ block: Label.SymbolBlock, width: Int, height: Int
  ) throws(LabelError) -> Int {
    let quiet = 2 * symbol.symbology.quietZoneModules
    let widest = resolution.moduleDots(nominal: block.moduleDots)
    let narrowest = min(widest, resolution.moduleDots(nominal: block.minimumModuleDots))
    let fitting = stride(from: widest, through: narrowest, by: -1).first { dots in
      (symbol.columns + quiet) * dots <= width
        && (symbol.symbology.isLinear || (symbol.moduleHeight + quiet) * dots <= height)
    }
    if let fitting {
      let needed = Self.minimumBarHeight
      guard !symbol.symbology.isLinear || height >= resolution.dots(needed) else {
        throw .symbolDoesNotFit(
          block, side: "height",
          needed: needed + block.frame.height - resolution.millimeters(height),
          available: block.frame.height)
      }
      return fitting
    }
    let neededWidth = resolution.millimeters((symbol.columns + quiet) * narrowest)
    if neededWidth > resolution.millimeters(width) {
      throw .symbolDoesNotFit(
        block, side: "width", needed: neededWidth, available: resolution.millimeters(width))
    }
    throw .symbolDoesNotFit(
      block, side: "height",
      needed: resolution.millimeters((symbol.moduleHeight + quiet) * narrowest),
      available: resolution.millimeters(height))
  }

  private func caption(
    _ block: Label.SymbolBlock, below bottom: Int, middle: Double
  ) throws(LabelError) -> (block: Label.TextBlock, text: FittedText)? {
    guard let size = block.captionSize else { return nil }
    let top = resolution.millimeters(bottom) + Self.captionGap
    let half = min(middle - block.frame.x, block.frame.right - middle)
    let text = Label.TextBlock(
      name: block.name,
      frame: Label.Frame(
        x: middle - half, y: top, width: 2 * half, height: size.millimeters * 1.2),
      content: block.caption, size: size, minimumSize: .millimeters(size.millimeters / 2),
      maximumLines: 1, weight: .bold, alignment: .center)
    var notes: [LabelNote] = []
    return (text, try TextFitting(engine: engine).fit(text, notes: &notes))
  }

  /// Makes sure that nothing else is drawn on a symbol or in its quiet zone.
  func checkSymbolsAreFree() throws(LabelError) {
    var inks: [(owner: Int, frame: Label.Frame)] = []
    var zones: [(owner: Int, frame: Label.Frame)] = []
    for (index, entry) in items.enumerated() {
      switch entry.item {
      case .text(let block, let text):
        inks += (block.isInverted ? [block.frame] : text.lineFrames).map { (index, $0) }
      case .bars(let bars):
        inks += bars.map { (index, frame($0)) }
      case .outline(let whole, let thickness):
        inks += edges(of: whole, thickness: thickness).map { (index, frame($0)) }
      case .symbol(let placed):
        zones.append((index, frame(placed.zone)))
        inks.append((index, frame(placed.bounds)))
        inks += placed.caption?.text.lineFrames.map { (index, $0) } ?? []
      }
    }
    for zone in zones {
      for ink in inks where ink.owner != zone.owner && ink.frame.overlaps(zone.frame) {
        throw LabelError(
          .symbolCovered, element: items[zone.owner].name,
          "'\(items[ink.owner].name)' lies on it or in its quiet zone")
      }
    }
  }

  /// The four bars of an outline.
  func edges(of whole: DotRect, thickness: Int) -> [DotRect] {
    [
      DotRect(x: whole.x, y: whole.y, width: whole.width, height: thickness),
      DotRect(x: whole.x, y: whole.maxY - thickness, width: whole.width, height: thickness),
      DotRect(x: whole.x, y: whole.y, width: thickness, height: whole.height),
      DotRect(x: whole.maxX - thickness, y: whole.y, width: thickness, height: whole.height),
    ]
  }

  private func frame(_ rect: DotRect) -> Label.Frame {
    Label.Frame(
      x: resolution.millimeters(rect.x), y: resolution.millimeters(rect.y),
      width: resolution.millimeters(rect.width), height: resolution.millimeters(rect.height))
  }
}

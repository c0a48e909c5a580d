/// Fits text into boxes: wrap, then shrink, then cut.
struct TextFitting {
  let engine: TextEngine

  /// Lays a block's text into its box.
  ///
  /// - Complexity: one layout when the text fits, else about log(steps) for the size, and log(length)
  ///   more when it is cut.
  /// - Throws: ``LabelError/Code/missingGlyph`` or ``LabelError/Code/noRoomForText``.
  func fit(_ block: Label.TextBlock, notes: inout [LabelNote]) throws(LabelError) -> FittedText {
    var text = LabelText.clean(block.content, keepingLines: true)
    let unknown = engine.unknownCharacters(in: text, weight: block.weight)
    if !unknown.isEmpty {
      switch block.unknownCharacters {
      case .refuse: throw .missingGlyph(block.name, unknown)
      case .replace:
        text = String(text.map { unknown.contains($0) ? "?" : $0 })
        notes.append(.replaced(element: block.name, characters: unknown))
      }
    }
    let sizes = Self.sizes(from: block.size, to: block.minimumSize)
    guard let smallest = sizes.last, lineCount(block, size: smallest) > 0 else {
      let size = sizes.last ?? block.size.millimeters
      throw LabelError(
        .noRoomForText, element: block.name, needed: size * block.lineSpacing,
        available: block.frame.height,
        "a line of text needs \(LabelError.text(size * block.lineSpacing, rounding: .up)) of height,"
          + " its box has \(LabelError.text(block.frame.height, rounding: .down))")
    }
    // Most text fits as it is.
    if let lines = fits(text, block, size: sizes[0]) {
      return withoutOrphan(text, block, lines, size: sizes[0], smaller: sizes[1...])
    }
    // Smaller text never takes more of the box, so the first size that fits is found by halves.
    var low = 1
    var high = sizes.count
    var found: [Line]?
    while low < high {
      let middle = (low + high) / 2
      if let lines = fits(text, block, size: sizes[middle]) {
        found = lines
        high = middle
      } else {
        low = middle + 1
      }
    }
    if let found {
      return withoutOrphan(text, block, found, size: sizes[low], smaller: sizes[(low + 1)...])
    }
    return cut(text, block, size: smallest, notes: &notes)
  }

  /// A line and its advance in millimeters.
  private typealias Line = (text: String, width: Double)

  /// Takes slightly smaller type when that saves a last line with next to nothing on it.
  private func withoutOrphan(
    _ text: String, _ block: Label.TextBlock, _ lines: [Line], size: Double,
    smaller: ArraySlice<Double>
  ) -> FittedText {
    if let last = lines.last, lines.count > 1,
      last.width < block.frame.width * TextMetrics.orphan
    {
      for next in smaller where next > size * TextMetrics.largestOrphanShrink {
        if let fewer = fits(text, block, size: next), fewer.count < lines.count {
          return place(fewer, block, size: next)
        }
      }
    }
    return place(lines, block, size: size)
  }

  private static func sizes(from size: FontSize, to minimum: FontSize?) -> [Double] {
    let last = min(minimum ?? size, size).millimeters
    var sizes: [Double] = []
    var next = size.millimeters
    while next > last {
      sizes.append(next)
      next *= TextMetrics.shrinkStep
    }
    return sizes + [last]
  }

  /// How many lines of a size the box and the block allow.
  private func lineCount(_ block: Label.TextBlock, size: Double) -> Int {
    let pitch = size * block.lineSpacing
    // A last line needs its em square only, not the space under it.
    let room = Int(((block.frame.height - size + 0.01) / pitch).rounded(.down)) + 1
    return min(block.frame.height + 0.01 < size ? 0 : room, block.maximumLines ?? room)
  }

  private func fits(_ text: String, _ block: Label.TextBlock, size: Double) -> [Line]? {
    let lines = engine.lines(
      of: text, size: size, weight: block.weight, width: block.frame.width)
    guard lines.count <= lineCount(block, size: size) else { return nil }
    // A word that cannot be broken may still be wider than the box.
    return lines.allSatisfy { $0.width <= block.frame.width + 0.01 } ? lines : nil
  }

  private func cut(
    _ text: String, _ block: Label.TextBlock, size: Double, notes: inout [LabelNote]
  ) -> FittedText {
    let characters = Array(text)
    func shortened(_ count: Int) -> String {
      var head = characters[..<count]
      while let last = head.last, last.isWhitespace { head.removeLast() }
      return String(head) + TextMetrics.truncationMark
    }
    var low = 0
    var high = characters.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(shortened(middle), block, size: size) != nil {
        low = middle
      } else {
        high = middle - 1
      }
    }
    notes.append(.truncated(element: block.name, shown: low, total: characters.count))
    var fitted = place(fits(shortened(low), block, size: size) ?? [], block, size: size)
    fitted.truncated = (low, characters.count)
    return fitted
  }

  private func place(_ lines: [Line], _ block: Label.TextBlock, size: Double) -> FittedText {
    let pitch = size * block.lineSpacing
    let height = Double(max(0, lines.count - 1)) * pitch + size
    let slack = block.frame.height - height
    let top: Double =
      switch block.verticalAlignment {
      case .top: min(slack, size * (block.lineSpacing - 1) / 2)
      case .middle: slack / 2
      case .bottom: slack
      }
    let placed = lines.enumerated().map { index, line in
      let room = block.frame.width - line.width
      let indent: Double =
        switch block.alignment {
        case .left: 0
        case .center: room / 2
        case .right: room
        }
      return FittedText.Line(
        text: line.text, x: block.frame.x + indent,
        baseline: block.frame.y + top + TextMetrics.ascent * size + Double(index) * pitch,
        width: line.width)
    }
    return FittedText(size: size, weight: block.weight, lines: placed, truncated: nil)
  }
}

/// Writes PNG: every dot of the printer, black or white, with the resolution in the file.
public struct PNGBackend: LabelBackend {
  /// ``LabelFormat/png``.
  public var format: LabelFormat { .png }
  /// The dots of the picture.
  public var resolution: Resolution

  /// Creates a back end for a resolution.
  public init(resolution: Resolution = .dpi203) {
    self.resolution = resolution
  }

  /// Writes one picture; several labels stand one below the other.
  public func render(_ pages: [Label], id: String) throws(LabelError) -> PrintDocument {
    var bitmaps: [Bitmap] = []
    var notes: [LabelNote] = []
    for page in pages {
      let resolved = try ResolvedLabel(page, resolution: resolution)
      bitmaps.append(try resolved.bitmap())
      notes += resolved.notes
    }
    var whole = Bitmap(
      width: bitmaps.map(\.width).max() ?? 0, height: bitmaps.reduce(0) { $0 + $1.height })
    var top = 0
    for bitmap in bitmaps {
      whole.add(bitmap, x: 0, y: top)
      top += bitmap.height
    }
    guard
      let bytes = PNGEncoder.encode(whole, dotsPerMillimeter: resolution.dotsPerMillimeter)
    else {
      throw LabelError(
        .drawing, element: pages.first?.name ?? id, "zlib could not compress the picture")
    }
    return PrintDocument(id: id, format: .png, bytes: bytes, notes: notes)
  }
}

extension ResolvedLabel {
  /// The whole label as dots.
  func bitmap() throws(LabelError) -> Bitmap {
    var bitmap = Bitmap(width: widthDots, height: heightDots)
    for (_, item) in items {
      switch item {
      case .text(let block, let text):
        let drawn = try engine.bitmap(block, text, resolution: resolution)
        bitmap.add(drawn.bitmap, x: drawn.x, y: drawn.y)
      case .bars(let bars):
        for bar in bars { bitmap.fill(bar) }
      case .outline(let whole, let thickness):
        for edge in edges(of: whole, thickness: thickness) { bitmap.fill(edge) }
      case .symbol(let placed):
        for bar in placed.bars { bitmap.fill(bar) }
        if let caption = placed.caption {
          let drawn = try engine.bitmap(caption.block, caption.text, resolution: resolution)
          bitmap.add(drawn.bitmap, x: drawn.x, y: drawn.y)
        }
      }
    }
    return bitmap
  }
}

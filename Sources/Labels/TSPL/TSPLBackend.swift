/// Writes TSPL and TSPL2, which TSC printers and most Chinese label printers speak.
///
/// Lines end with CR LF. Each text is a `BITMAP`, since what fonts a printer has is anybody's guess.
/// Bars are the printer's own: `BARCODE` of the kind `128M`, in which every code set is written out,
/// because the choice of an automatic kind is the firmware's and so is the width; `QRCODE` for QR Codes.
/// As a bitmap goes what could come out differently: data with `"`, `\` or `!`, which strings of the
/// language cannot hold everywhere, a QR Code whose place is tight or that holds more than ASCII, and the
/// kinds of symbol few labels bear.
///
/// Bitmaps come before lines and bars: `BITMAP` overwrites white with white, the others only blacken.
public struct TSPLBackend: LabelBackend {
  /// ``LabelFormat/tspl``.
  public var format: LabelFormat { .tspl }
  /// The dots of the printer.
  public var resolution: Resolution
  /// The gap between two labels of the roll in millimeters; 0: paper without gaps.
  public var gap: Double

  /// Creates a back end for a printer's resolution and the gap of its paper.
  public init(resolution: Resolution = .dpi203, gap: Double = 2) {
    self.resolution = resolution
    self.gap = gap
  }

  /// Writes each label from `SIZE` to `PRINT`.
  public func render(_ pages: [Label], id: String) throws(LabelError) -> PrintDocument {
    var bytes: [UInt8] = []
    var notes: [LabelNote] = []
    for page in pages {
      let resolved = try ResolvedLabel(page, resolution: resolution)
      bytes += try write(resolved, id: id)
      notes += resolved.notes
    }
    return PrintDocument(id: id, format: .tspl, bytes: bytes, notes: notes)
  }

  private func write(_ resolved: ResolvedLabel, id: String) throws(LabelError) -> [UInt8] {
    var page = TSPLPage()
    for (_, item) in resolved.items {
      switch item {
      case .text(let block, let text): try add(block, text, resolved, to: &page)
      case .bars(let bars) where bars.count <= 3: bars.forEach { page.bar($0) }
      case .bars(let bars):
        let drawn = Bitmap.drawn(bars)
        page.add(drawn.bitmap, x: drawn.x, y: drawn.y)
      case .outline(let whole, let thickness):
        resolved.edges(of: whole, thickness: thickness).forEach { page.bar($0) }
      case .symbol(let placed):
        symbol(placed, to: &page)
        if let caption = placed.caption {
          try add(caption.block, caption.text, resolved, to: &page)
        }
      }
    }
    let header = [
      "SIZE \(TSPLPage.number(resolved.label.width)) mm,\(TSPLPage.number(resolved.label.height)) mm",
      "GAP \(TSPLPage.number(gap)) mm,0 mm", "DIRECTION 1", "REFERENCE 0,0",
      "REM \(ZPLField.comment(id))", "CLS",
    ]
    return TSPLPage.lines(header) + page.bytes + TSPLPage.lines(["PRINT 1,1"])
  }

  private func add(
    _ block: Label.TextBlock, _ text: FittedText, _ resolved: ResolvedLabel, to page: inout TSPLPage
  ) throws(LabelError) {
    let drawn = try resolved.engine.bitmap(block, text, resolution: resolution)
    page.add(drawn.bitmap, x: drawn.x, y: drawn.y)
  }

  private func symbol(_ placed: PlacedSymbol, to page: inout TSPLPage) {
    let (bounds, dots) = (placed.bounds, placed.moduleDots)
    switch placed.block.symbology {
    case .code128, .gs1_128:
      if let data = placed.block.code128Plan?.tspl, TSPLPage.isQuotable(data) {
        page.command(
          "BARCODE \(bounds.x),\(bounds.y),\"128M\",\(bounds.height),0,0,\(dots),\(dots),\"\(data)\""
        )
        return
      }
    case .qrCode:
      let data = placed.block.content
      if TSPLPage.isQuotable(data), placed.hasRoomForLargerCode(below: 0) {
        let level = placed.block.errorCorrection.letter
        page.command("QRCODE \(bounds.x),\(bounds.y),\(level),\(dots),A,0,M2,\"\(data)\"")
        return
      }
    case .ean13, .itf14, .dataMatrix, .gs1DataMatrix, .pdf417: break
    }
    let drawn = Bitmap.drawn(placed.bars)
    page.add(drawn.bitmap, x: drawn.x, y: drawn.y)
  }
}

/// Writes ZPL II.
///
/// Stock printers have no Chinese glyphs, so each text is a compressed bitmap (`^GFA` with `:Z64:`),
/// cropped to its ink. Bars are the printer's own: `^BC` with every change of code set written out
/// (``Code128Plan``), because its automatic mode can come out a character wider than the symbol that
/// was checked, and without them an odd number of digits can lose its last; `^BQ` for QR Codes. Where
/// the printer's own symbol could still differ from the checked one, that goes as a bitmap of whole
/// dots instead:
/// - the kinds of symbol few labels bear;
/// - a QR Code with more than ASCII, where firmware differs in what it does with bytes;
/// - a QR Code whose place is tight: printers put `^BQ` up to 10 dots lower than `^FO` says and may
///   choose the next larger version.
public struct ZPLBackend: LabelBackend {
  /// ``LabelFormat/zpl``.
  public var format: LabelFormat { .zpl }
  /// The dots of the printer.
  public var resolution: Resolution

  /// How far below its origin a printer may draw a QR Code, in dots.
  private static let codeShift = 10

  /// Creates a back end for a printer's resolution.
  public init(resolution: Resolution = .dpi203) {
    self.resolution = resolution
  }

  /// Writes each label from `^XA` to `^XZ`.
  public func render(_ pages: [Label], id: String) throws(LabelError) -> PrintDocument {
    var zpl = ""
    var notes: [LabelNote] = []
    for page in pages {
      let resolved = try ResolvedLabel(page, resolution: resolution)
      zpl += try text(of: resolved, id: id)
      notes += resolved.notes
    }
    return PrintDocument(id: id, format: .zpl, bytes: Array(zpl.utf8), notes: notes)
  }

  private func text(of resolved: ResolvedLabel, id: String) throws(LabelError) -> String {
    var zpl = "^XA\n^FX \(ZPLField.comment(id)) ^FS\n"
    zpl += "^CI28^PW\(resolved.widthDots)^LL\(resolved.heightDots)^LH0,0\n"
    for (_, item) in resolved.items {
      switch item {
      case .text(let block, let text):
        zpl += try self.text(block, text, resolved)
      case .bars(let bars) where bars.count <= 3:
        for bar in bars {
          zpl += Self.box(bar, thickness: min(bar.width, bar.height))
        }
      case .bars(let bars):
        zpl += try graphic(bars, name: resolved.label.name)
      case .outline(let whole, let thickness):
        zpl += Self.box(whole, thickness: thickness)
      case .symbol(let placed):
        zpl += try symbol(placed)
        if let caption = placed.caption {
          zpl += try self.text(caption.block, caption.text, resolved)
        }
      }
    }
    return zpl + "^XZ\n"
  }

  private static func box(_ rect: DotRect, thickness: Int) -> String {
    "^FO\(rect.x),\(rect.y)^GB\(rect.width),\(rect.height),\(thickness)^FS\n"
  }

  private func text(
    _ block: Label.TextBlock, _ text: FittedText, _ resolved: ResolvedLabel
  ) throws(LabelError) -> String {
    let key = TextCache.Key(block, text, resolution)
    if let zpl = TextCache.shared.drawn(key)?.zpl { return zpl }
    let drawn = try resolved.engine.bitmap(block, text, resolution: resolution)
    let zpl = try graphic(drawn.bitmap, x: drawn.x, y: drawn.y, name: block.name)
    TextCache.shared.keep(
      .init(bitmap: drawn.bitmap, x: drawn.x, y: drawn.y, zpl: zpl), for: key)
    return zpl
  }

  private func graphic(_ bars: [DotRect], name: String) throws(LabelError) -> String {
    let drawn = Bitmap.drawn(bars)
    return try graphic(drawn.bitmap, x: drawn.x, y: drawn.y, name: name)
  }

  private func graphic(
    _ bitmap: Bitmap, x: Int, y: Int, name: String
  ) throws(LabelError) -> String {
    guard let ink = bitmap.inkOnPaper(x: x, y: y) else { return "" }
    let data = try ZPLGraphic.field(ink.bitmap, name: name)
    return "^FO\(ink.x),\(ink.y)\(data)^FS\n"
  }

  private func symbol(_ placed: PlacedSymbol) throws(LabelError) -> String {
    let block = placed.block
    let origin = "^FO\(placed.bounds.x),\(placed.bounds.y)"
    switch block.symbology {
    case .code128, .gs1_128:
      guard let plan = block.code128Plan else { break }
      let height = placed.bounds.height
      return "\(origin)^BY\(placed.moduleDots),2,\(height)"
        + "^BCN,\(height),N,N,N,N^FH_^FD\(ZPLField.escaped(plan.zpl))^FS\n"
    case .qrCode:
      guard placed.hasRoomForLargerCode(below: Self.codeShift) else { break }
      return "\(origin)^BQN,2,\(placed.moduleDots)^FH_"
        + "^FD\(block.errorCorrection.letter)A,\(ZPLField.escaped(block.content))^FS\n"
    case .ean13, .itf14, .dataMatrix, .gs1DataMatrix, .pdf417: break
    }
    return try graphic(placed.bars, name: block.name)
  }
}

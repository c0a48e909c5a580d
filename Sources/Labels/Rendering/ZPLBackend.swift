/// Writes ZPL II.
///
/// Stock printers have no Chinese glyphs, so each text is a compressed bitmap (`^GFA` with `:Z64:`),
/// cropped to its ink. Bars are the printer's own: `^BC` with every change of code set written out
/// (``Code128Plan``), because its automatic mode can come out a character wider than the symbol that
/// was checked, and without them an odd number of digits can lose its last; `^BQ` for QR Codes. Where
/// the printer's own symbol could still differ from the checked one, that goes as a bitmap of whole
/// dots instead:
/// - bars for which libzint found another width;
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
  /// The largest magnification of `^BQ`.
  private static let largestMagnification = 10

  /// Creates a back end for a printer's resolution.
  public init(resolution: Resolution = .dpi203) {
    self.resolution = resolution
  }

  /// Writes one label, `^XA` to `^XZ`.
  public func render(_ label: Label, id: String) throws(LabelError) -> PrintDocument {
    let resolved = try ResolvedLabel(label, resolution: resolution)
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
        zpl += try graphic(bars, name: label.name)
      case .outline(let whole, let thickness):
        zpl += Self.box(whole, thickness: thickness)
      case .symbol(let placed):
        zpl += try symbol(placed)
        if let caption = placed.caption {
          zpl += try self.text(caption.block, caption.text, resolved)
        }
      }
    }
    zpl += "^XZ\n"
    return PrintDocument(id: id, format: .zpl, bytes: Array(zpl.utf8), notes: resolved.notes)
  }

  private static func box(_ rect: DotRect, thickness: Int) -> String {
    "^FO\(rect.x),\(rect.y)^GB\(rect.width),\(rect.height),\(thickness)^FS\n"
  }

  private func text(
    _ block: Label.TextBlock, _ text: FittedText, _ resolved: ResolvedLabel
  ) throws(LabelError) -> String {
    let drawn = try resolved.engine.bitmap(block, text, resolution: resolution)
    return try graphic(drawn.bitmap, x: drawn.x, y: drawn.y, name: block.name)
  }

  private func graphic(_ bars: [DotRect], name: String) throws(LabelError) -> String {
    let left = bars.map(\.x).min() ?? 0
    let top = bars.map(\.y).min() ?? 0
    let right = bars.map(\.maxX).max() ?? 0
    let bottom = bars.map(\.maxY).max() ?? 0
    var bitmap = Bitmap(width: right - left, height: bottom - top)
    for bar in bars {
      bitmap.fill(DotRect(x: bar.x - left, y: bar.y - top, width: bar.width, height: bar.height))
    }
    return try graphic(bitmap, x: left, y: top, name: name)
  }

  private func graphic(
    _ bitmap: Bitmap, x: Int, y: Int, name: String
  ) throws(LabelError) -> String {
    // A field origin cannot be negative; ink left of or above the paper is not printed anyway.
    let (left, top) = (max(0, -x), max(0, -y))
    let onPaper = bitmap.cropped(
      to: DotRect(x: left, y: top, width: bitmap.width - left, height: bitmap.height - top))
    guard let ink = onPaper.inkBounds else { return "" }
    let data = try ZPLGraphic.field(onPaper.cropped(to: ink), name: name)
    return "^FO\(x + left + ink.x),\(y + top + ink.y)\(data)^FS\n"
  }

  private func symbol(_ placed: ResolvedLabel.PlacedSymbol) throws(LabelError) -> String {
    let block = placed.block
    let origin = "^FO\(placed.bounds.x),\(placed.bounds.y)"
    switch block.symbology {
    case .code128:
      let plan = Code128Plan(block.content)
      guard plan.modules == placed.symbol.columns else { break }
      let height = placed.bounds.height
      return "\(origin)^BY\(placed.moduleDots),2,\(height)"
        + "^BCN,\(height),N,N,N,N^FH_^FD\(ZPLField.escaped(plan.invocations))^FS\n"
    case .qrCode:
      guard isCodeSafe(placed) else { break }
      return "\(origin)^BQN,2,\(placed.moduleDots)^FH_"
        + "^FD\(block.errorCorrection.letter)A,\(ZPLField.escaped(block.content))^FS\n"
    }
    return try graphic(placed.bars, name: block.name)
  }

  private func isCodeSafe(_ placed: ResolvedLabel.PlacedSymbol) -> Bool {
    guard placed.block.content.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
      placed.moduleDots <= Self.largestMagnification
    else { return false }
    // A version more is 4 modules more, all of them to the right and below.
    let growth = 4 * placed.moduleDots
    return placed.zone.maxX + growth <= placed.room.maxX
      && placed.zone.maxY + growth + Self.codeShift <= placed.room.maxY
  }
}

/// A symbol on its dots.
struct PlacedSymbol {
  var block: Label.SymbolBlock
  var symbol: Symbol
  /// The modules without quiet zone.
  var bounds: DotRect
  /// The place of the block.
  var room: DotRect
  var moduleDots: Int
  /// The human-readable text.
  var caption: (block: Label.TextBlock, text: FittedText)?

  /// The modules and the quiet zone around them.
  ///
  /// Above and below bars none is asked for.
  var zone: DotRect {
    let quiet = symbol.symbology.quietZoneModules * moduleDots
    let vertical = symbol.symbology.isLinear ? 0 : quiet
    return DotRect(
      x: bounds.x - quiet, y: bounds.y - vertical, width: bounds.width + 2 * quiet,
      height: bounds.height + 2 * vertical)
  }

  /// The dark rectangles, in dots of the label.
  var bars: [DotRect] {
    let rowHeight =
      symbol.symbology.isLinear ? bounds.height : moduleDots * symbol.symbology.rowModules
    return (0..<symbol.rows).flatMap { row in
      symbol.darkRuns(row: row).map { run in
        DotRect(
          x: bounds.x + run.lowerBound * moduleDots, y: bounds.y + row * rowHeight,
          width: run.count * moduleDots, height: rowHeight)
      }
    }
  }

  /// Whether a printer may draw the QR Code itself, although it may choose the next larger version and
  /// draw it `shift` dots too low.
  func hasRoomForLargerCode(below shift: Int) -> Bool {
    // Firmware differs in what it does with bytes beyond ASCII; the largest magnification is 10.
    guard block.content.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), moduleDots <= 10
    else { return false }
    // A version more is 4 modules more, all of them to the right and below.
    let growth = 4 * moduleDots
    return zone.maxX + growth <= room.maxX && zone.maxY + growth + shift <= room.maxY
  }
}

extension Label.SymbolBlock {
  /// How Code 128 is written out for a printer; nil for other symbols.
  var code128Plan: Code128Plan? {
    switch symbology {
    case .code128: Code128Plan(content)
    case .gs1_128: ElementString(content).map(Code128Plan.init)
    case .ean13, .itf14, .qrCode, .dataMatrix, .gs1DataMatrix, .pdf417: nil
    }
  }
}

/// A command of TSPL as far as it matters to what is printed.
enum TSPLCommand {
  /// One that changes nothing of the picture.
  case setting
  /// The label's size in millimeters.
  case size(width: Double, height: Double)
  case clear
  case bitmap(Bitmap, x: Int, y: Int)
  case bar(DotRect)
  case symbol(DrawnSymbol)
  case print(copies: Int)

  /// A symbol a printer draws itself.
  struct DrawnSymbol {
    var bars: [DotRect]
  }
}

extension TSPLCommand.DrawnSymbol {
  /// Code 128 from the values of its characters, start character included; check character and stop are
  /// added.
  init(code128 values: [Int], x: Int, y: Int, height: Int, moduleDots: Int) {
    let widths =
      Code128Plan.values(withCheck: values).flatMap(Code128Patterns.widths) + Code128Patterns.stop
    var left = x
    bars = []
    for (index, width) in widths.enumerated() {
      if index.isMultiple(of: 2) {
        bars.append(DotRect(x: left, y: y, width: width * moduleDots, height: height))
      }
      left += width * moduleDots
    }
  }

  /// A QR Code, as libzint makes it.
  init(
    qrCode data: String, level: ErrorCorrection, x: Int, y: Int, moduleDots: Int
  ) throws(LabelError) {
    let symbol = try Symbol(
      Label.SymbolBlock(
        name: "QRCODE", frame: Label.Frame(x: 0, y: 0, width: 1, height: 1), symbology: .qrCode,
        content: data, moduleDots: moduleDots, errorCorrection: level))
    bars = (0..<symbol.rows).flatMap { row in
      symbol.darkRuns(row: row).map { run in
        DotRect(
          x: x + run.lowerBound * moduleDots, y: y + row * moduleDots,
          width: run.count * moduleDots, height: moduleDots)
      }
    }
  }
}

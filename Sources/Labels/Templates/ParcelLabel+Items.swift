extension ParcelLabel {
  private typealias Frame = Label.Frame

  /// How closely the rows of the list are set.
  private struct Density {
    var size: Double
    var row: Double
  }

  private static let normal = Density(size: 2.9, row: 3.8)
  private static let dense = Density(size: 2.4, row: 2.9)
  /// The last row: how many pieces, how many lines more than shown.
  private static let totalRow = 4.2
  /// Where the first row starts.
  private static let firstRow = itemsTop + 0.7
  /// The square of the QR Code.
  private static let codeSide = 28.2

  /// The columns of the list, which is narrower beside a QR Code.
  private struct Columns {
    var right: Double
    var quantityLeft: Double { right - 11 }
    var skuLeft: Double { quantityLeft - (right - 4) * 0.3 }
    var name: Double { skuLeft - 5 }
  }

  /// The item list with its total, and the QR Code beside it.
  ///
  /// Long names take two rows while there is room for all. Many lines are set closely; when they still
  /// do not fit, those that do are shown and the last row says how many lines are missing.
  var itemList: [Label.Element] {
    let right = data.codeContent.isEmpty ? Self.right : Self.right - Self.codeSide
    let columns = Columns(right: right)
    let room = Self.itemsBottom - Self.firstRow - Self.totalRow
    let normalRows = Int(room / Self.normal.row)
    let density = data.items.count <= normalRows ? Self.normal : Self.dense
    let shown = data.items.prefix(Int(room / density.row))
    var rows = shown.map { Self.rows(for: $0.name, size: density.size, width: columns.name) }
    if rows.reduce(0, +) > Int(room / density.row) { rows = shown.map { _ in 1 } }

    var elements = code
    var top = Self.firstRow
    for (index, item) in shown.enumerated() {
      elements += row(
        item, name: "item\(index + 1)", top: top, rows: rows[index], density: density,
        columns: columns)
      top += Double(rows[index]) * density.row
    }
    elements.append(
      .text(
        Label.TextBlock(
          name: "items.total",
          frame: Frame(
            left: 4, top: Self.itemsBottom - Self.totalRow, right: right - 1.5,
            bottom: Self.itemsBottom),
          content: total(shown: shown.count), size: .millimeters(2.9),
          minimumSize: .millimeters(2), maximumLines: 1, weight: .bold,
          verticalAlignment: .middle)))
    return elements
  }

  private func total(shown: Int) -> String {
    let pieces = data.items.reduce(0) { $0 + $1.quantity }
    let hidden = data.items.count - shown
    return "共 \(pieces) 件" + (hidden > 0 ? " / 另有 \(hidden) 行" : "")
  }

  /// How many rows a name is likely to take, from usual advances: a layout does not measure.
  private static func rows(for name: String, size: Double, width: Double) -> Int {
    let advance = name.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.56 : 1) } * size
    // A name may shrink to 0.9 of its size first.
    return advance * 0.92 > width ? 2 : 1
  }

  private func row(
    _ item: ParcelLabelData.Item, name: String, top: Double, rows: Int, density: Density,
    columns: Columns
  ) -> [Label.Element] {
    let bottom = top + Double(rows) * density.row - 0.2
    return [
      .text(
        Label.TextBlock(
          name: "\(name).name",
          frame: Frame(x: 4, y: top, width: columns.name, height: bottom - top),
          content: LabelText.clean(item.name), size: .millimeters(density.size),
          minimumSize: .millimeters(density.size * 0.9), maximumLines: rows)),
      .text(
        Label.TextBlock(
          name: "\(name).sku",
          frame: Frame(
            left: columns.skuLeft, top: top, right: columns.quantityLeft - 0.5, bottom: bottom),
          content: LabelText.clean(item.sku), size: .millimeters(density.size),
          minimumSize: .millimeters(density.size * 0.7), maximumLines: rows)),
      .text(
        Label.TextBlock(
          name: "\(name).quantity",
          frame: Frame(
            left: columns.quantityLeft, top: top, right: columns.right - 1.5, bottom: bottom),
          content: "x\(item.quantity)", size: .millimeters(density.size),
          minimumSize: .millimeters(density.size * 0.6), maximumLines: 1, weight: .bold,
          alignment: .right)),
    ]
  }

  private var code: [Label.Element] {
    guard !data.codeContent.isEmpty else { return [] }
    let left = Self.right - Self.codeSide
    return [
      .rule(
        Label.Rule(
          name: "code.rule", x: left, y: Self.itemsTop, length: Self.itemsBottom - Self.itemsTop,
          direction: .down)),
      .symbol(
        Label.SymbolBlock(
          name: "code",
          frame: Frame(
            left: left + 0.15, top: Self.itemsTop + 0.15, right: Self.right,
            bottom: Self.itemsBottom - 0.15),
          symbology: .qrCode, content: data.codeContent, moduleDots: 6, minimumModuleDots: 2)),
    ]
  }
}

public import Warehouse

/// Writes import records as the CSV table `importFile` reads them from.
///
/// Records of another kind are left out. Call `finish` at the end.
public struct TableWriter<Sink: ByteSink> {
  private let kind: ImportKind
  private let utcOffset: Int
  private var writer: CSVWriter<Sink>
  private var aisles: [FloorLayout.Aisle] = []

  /// Makes a writer and writes the header; cut-offs are written by the clock `utcOffset` minutes
  /// east of Greenwich.
  public init(_ kind: ImportKind, _ sink: Sink, utcOffset: Int = 480) throws(ExchangeError) {
    self.kind = kind
    self.utcOffset = utcOffset
    writer = CSVWriter(sink)
    try writer.write(Self.header(of: kind).map { .text($0.name) })
  }

  /// Where the bytes go.
  public var sink: Sink { writer.sink }

  /// Adds the rows of a record.
  public mutating func write(_ record: ImportRecord) throws(ExchangeError) {
    switch (kind, record) {
    case (.products, .product(let product)): try writer.write(row(product))
    case (.stock, .count(let key, let quantity)): try write(key, quantity)
    case (.orders, .order(let order, let lines, let receiver)):
      for line in lines { try writer.write(row(order, line, receiver)) }
    case (.site, _): try writeSite(record)
    case (.products, _), (.stock, _), (.orders, _): break
    }
  }

  /// Hands all that was gathered to the sink.
  public mutating func finish() throws(ExchangeError) {
    try writer.finish()
  }

  private func row(_ product: Product) -> [CSVCell] {
    func rung(_ unit: String) -> [CSVCell] {
      guard let rung = product.packagings.first(where: { $0.unit == unit }) else {
        return [.empty, .empty]
      }
      return [.integer(rung.units), .text(rung.barcodes.joined(separator: "|"))]
    }
    let tracking = product.tracking
    let tracked = [("lot", tracking.lot), ("expiry", tracking.expiry), ("serial", tracking.serial)]
      .filter(\.1).map(\.0).joined(separator: "|")
    return [.text(product.sku.rawValue), .text(product.name.zh), .text(product.name.en)]
      + rung("each").dropFirst() + rung("inner") + rung("case")
      + [product.grams, product.size.length, product.size.width, product.size.height]
      .map(CSVCell.integer) + [.text(tracked), .text(product.fragile ? "yes" : "")]
      + [
        .text(product.handling.scanning?.rawValue ?? ""),
        .text(product.handling.lots?.rawValue ?? ""),
        product.handling.catchWeight.map { .integer($0) } ?? .empty,
        .text(product.handling.orientation?.rawValue ?? ""),
      ]
  }

  private mutating func write(_ key: StockKey, _ quantity: Int) throws(ExchangeError) {
    guard case .bin(let bin) = key.holder else { return }
    try writer.write([
      .text(bin.rawValue), .text(key.sku.rawValue), .integer(quantity), .text(key.lot),
      .text(key.expiry?.description ?? ""), .empty,
    ])
  }

  private func row(_ order: Order, _ line: OrderLine, _ receiver: Receiver) -> [CSVCell] {
    let day = order.cutOff.day(utcOffset: utcOffset)
    let seconds = order.cutOff.milliseconds / 1_000 % 60
    let clock =
      order.cutOff.clock(utcOffset: utcOffset)
      + (seconds == 0 ? "" : ":" + Digits.padded(Int(seconds)))
    return [
      .text(order.number.rawValue), .text(order.channel), .text(receiver.name),
      .text(receiver.phone), .text(receiver.region), .text(receiver.address),
      .text(order.carrier.rawValue), .text("\(day) \(clock)"), .integer(order.priority),
      .text(order.remark), .text(line.sku.rawValue), .integer(line.quantity),
      .text(line.substitute?.rawValue ?? ""),
      order.value > 0 ? .units(order.value, scale: 2) : .empty,
      order.codFen == 0 ? .empty : .text(CarrierChoice.yuan(order.codFen)),
    ]
  }

  private mutating func writeSite(_ record: ImportRecord) throws(ExchangeError) {
    if case .site(let site) = record { aisles = site.layout.aisles }
    for cells in SiteRow.rows(of: record, aisles: aisles) {
      try writer.write(SiteRow.columns.map { cells[$0] ?? .empty })
    }
  }

  private static func header(of kind: ImportKind) -> [FieldName] {
    switch kind {
    case .site: SiteRow.columns
    case .products:
      [
        Column.sku, Column.nameZH, Column.nameEN, Column.barcodes, Column.innerUnits,
        Column.innerBarcodes, Column.caseUnits, Column.caseBarcodes, Column.grams, Column.length,
        Column.width, Column.height, Column.tracking, Column.fragile, Column.scanning,
        Column.lots, Column.catchWeight, Column.orientation,
      ]
    case .stock: [Column.bin, Column.sku, Column.quantity, Column.lot, Column.expiry, Column.units]
    case .orders:
      [
        Column.order, Column.channel, Column.receiver, Column.phone, Column.region,
        Column.address, Column.carrier, Column.cutOff, Column.priority, Column.remark, Column.sku,
        Column.quantity, Column.substitute, Column.value, Column.cod,
      ]
    }
  }
}

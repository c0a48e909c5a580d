extension ParcelLabel {
  private typealias Frame = Label.Frame

  /// The room of the item list, from the order's rule to the remark's.
  static let itemsTop = 113.2
  static let itemsBottom = 141.4

  /// The rows under the cut: carrier and number again, order and time.
  var stub: [Label.Element] {
    [
      .text(
        Label.TextBlock(
          name: "stub.carrier", frame: Frame(left: 4, top: 92, right: 31, bottom: 97.5),
          content: data.carrierName, size: .millimeters(4.2), minimumSize: .millimeters(2.2),
          maximumLines: 1, weight: .bold, verticalAlignment: .middle)),
      .text(
        Label.TextBlock(
          name: "stub.routing", frame: Frame(left: 4, top: 97.8, right: 31, bottom: 101.8),
          content: data.routingMark, size: .millimeters(3), minimumSize: .millimeters(1.8),
          maximumLines: 1, weight: .bold, verticalAlignment: .middle)),
      .text(
        Label.TextBlock(
          name: "stub.parcel", frame: Frame(left: 4, top: 102, right: 31, bottom: 106),
          content: "第 \(data.parcelIndex) 件 共 \(data.parcelCount) 件", size: .millimeters(2.8),
          minimumSize: .millimeters(1.8), maximumLines: 1, verticalAlignment: .middle)),
      .symbol(
        Label.SymbolBlock(
          name: "stub.barcode", frame: Frame(left: 31, top: 92, right: 98, bottom: 106.2),
          symbology: .code128, content: data.waybillNumber, moduleDots: 3, minimumModuleDots: 2,
          captionSize: .millimeters(3), alignment: .right)),
      rule("stub.rule", y: 106.8),
      .text(
        Label.TextBlock(
          name: "order", frame: Frame(left: 4, top: 107.2, right: 60, bottom: 113),
          content: "订单 " + data.orderNumber, size: .millimeters(3.2),
          minimumSize: .millimeters(2), maximumLines: 1, weight: .bold, verticalAlignment: .middle)),
      .text(
        Label.TextBlock(
          name: "printedAt", frame: Frame(left: 61, top: 107.2, right: 96, bottom: 113),
          content: (data.copyNumber > 0 ? "补打 " : "打印 ") + data.printedAt,
          size: .millimeters(2.6), minimumSize: .millimeters(1.8), maximumLines: 1,
          alignment: .right, verticalAlignment: .middle)),
      rule("order.rule", y: Self.itemsTop),
    ]
  }

  /// The last row; a remark may hold emoji from a chat, which stop no parcel.
  var remark: [Label.Element] {
    [
      rule("items.rule", y: Self.itemsBottom),
      .text(
        Label.TextBlock(
          name: "remark", frame: Frame(left: 4, top: 142, right: 96, bottom: 147.8),
          content: "备注 " + LabelText.clean(data.remark), size: .millimeters(3),
          minimumSize: .millimeters(2.1), unknownCharacters: .replace)),
    ]
  }
}

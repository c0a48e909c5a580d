/// The e-waybill 电子面单 on 100 x 150 mm paper, to be cut at 90 mm.
///
/// Above the cut what the carrier reads: carrier, routing mark, waybill number as bars, receiver 收
/// and sender 寄. Below it what stays with the goods: the number again, order, items, QR Code, remark.
public struct ParcelLabel: Sendable, Equatable {
  /// What the label says.
  public var data: ParcelLabelData

  /// Creates the label of a parcel.
  public init(_ data: ParcelLabelData) {
    self.data = data
  }

  static let width = 100.0
  static let height = 150.0
  /// The frame everything printed lies in.
  static let left = 2.0
  static let right = 98.0
  static let top = 2.0
  static let bottom = 148.0
  /// Where the paper is cut.
  static let cut = 90.0

  /// The layout.
  public var label: Label {
    var label = Label(name: "parcel-100x150", width: Self.width, height: Self.height)
    label.elements = header + routing + waybill + receiver + sender + stub + itemList + remark
    return label
  }
}

extension ParcelLabel {
  private typealias Frame = Label.Frame

  /// A line across the label.
  func rule(_ name: String, y: Double) -> Label.Element {
    .rule(Label.Rule(name: name, x: Self.left, y: y, length: Self.right - Self.left))
  }

  private var header: [Label.Element] {
    var elements: [Label.Element] = [
      .text(
        Label.TextBlock(
          name: "carrier.name", frame: Frame(left: 4, top: 2.4, right: 56, bottom: 8.6),
          content: data.carrierName, size: .millimeters(5.6), minimumSize: .millimeters(3),
          maximumLines: 1, weight: .bold, verticalAlignment: .middle)),
      .text(
        Label.TextBlock(
          name: "carrier.nameEnglish", frame: Frame(left: 4, top: 8.7, right: 56, bottom: 11.6),
          content: data.carrierNameEnglish, size: .millimeters(2.4), maximumLines: 1)),
      .text(
        Label.TextBlock(
          name: "parcel.index", frame: Frame(left: 76, top: 2.6, right: 96, bottom: 11.6),
          content: "\(data.parcelIndex)/\(data.parcelCount) 件", size: .millimeters(5),
          minimumSize: .millimeters(2.5), maximumLines: 1, weight: .bold, alignment: .right,
          verticalAlignment: .middle)),
      rule("header.rule", y: 12),
    ]
    if data.copyNumber > 0 {
      elements.append(
        .text(
          Label.TextBlock(
            name: "copy", frame: Frame(left: 57, top: 3.2, right: 75, bottom: 10.8),
            content: "补打 \(data.copyNumber)", size: .millimeters(4.8),
            minimumSize: .millimeters(2.5), maximumLines: 1, weight: .bold, alignment: .center,
            verticalAlignment: .middle, isInverted: true)))
    }
    return elements
  }

  private var routing: [Label.Element] {
    let hasBag = !data.bagMark.isEmpty
    var elements: [Label.Element] = [
      .text(
        Label.TextBlock(
          name: "routing",
          frame: Frame(left: 3, top: 12.4, right: 97, bottom: hasBag ? 26.6 : 32.2),
          content: data.routingMark, size: .millimeters(hasBag ? 13 : 14),
          minimumSize: .millimeters(5), maximumLines: 1, weight: .bold, alignment: .center,
          verticalAlignment: .middle)),
      rule("routing.rule", y: 32.5),
    ]
    if hasBag {
      elements += [
        rule("bag.rule", y: 26.8),
        .text(
          Label.TextBlock(
            name: "bag.sign", frame: Frame(left: 4, top: 27.5, right: 8.5, bottom: 31.8),
            content: "集", size: .millimeters(3.6), weight: .bold, alignment: .center,
            verticalAlignment: .middle, isInverted: true)),
        .text(
          Label.TextBlock(
            name: "bag", frame: Frame(left: 10, top: 27.2, right: 96, bottom: 32.1),
            content: data.bagMark, size: .millimeters(4), minimumSize: .millimeters(2.5),
            maximumLines: 1, weight: .bold, verticalAlignment: .middle)),
      ]
    }
    return elements
  }

  private var waybill: [Label.Element] {
    [
      .symbol(
        Label.SymbolBlock(
          name: "waybill.barcode", frame: Frame(left: 3, top: 34.2, right: 97, bottom: 53),
          symbology: .code128, content: data.waybillNumber, moduleDots: 4, minimumModuleDots: 2,
          captionSize: .millimeters(4))),
      rule("waybill.rule", y: 53.5),
    ]
  }

  private var receiver: [Label.Element] {
    party(
      "receiver", sign: "收", data.receiver, top: 53.5, bottom: 78,
      sizes: (sign: 7, name: 4.6, address: 4.7, smallestAddress: 2.4), weight: .bold)
      + [rule("receiver.rule", y: 78)]
  }

  private var sender: [Label.Element] {
    party(
      "sender", sign: "寄", data.sender, top: 78, bottom: 89.4,
      sizes: (sign: 4.6, name: 3, address: 2.9, smallestAddress: 2.1), weight: .regular)
      + [
        .rule(Label.Rule(name: "cut", x: 0, y: Self.cut, length: Self.width, dash: 1.5))
      ]
  }

  private func party(
    _ name: String, sign: String, _ party: ParcelLabelData.Party, top: Double, bottom: Double,
    sizes: (sign: Double, name: Double, address: Double, smallestAddress: Double),
    weight: Label.Weight
  ) -> [Label.Element] {
    let middle = (top + bottom) / 2
    let half = sizes.sign * 0.65
    // Both signs are centered on the axis of the larger one, whose box starts at the margin.
    let axis = 4 + 7 * 0.65
    let below = top + 0.8 + sizes.name * 1.25
    return [
      .text(
        Label.TextBlock(
          name: "\(name).sign",
          frame: Frame(
            left: axis - half, top: middle - half, right: axis + half, bottom: middle + half),
          content: sign, size: .millimeters(sizes.sign), weight: .bold, alignment: .center,
          verticalAlignment: .middle, isInverted: true)),
      .text(
        Label.TextBlock(
          name: "\(name).name", frame: Frame(left: 15, top: top + 0.8, right: 58, bottom: below),
          content: LabelText.clean(party.name), size: .millimeters(sizes.name),
          minimumSize: .millimeters(sizes.name * 0.5), maximumLines: 2, weight: .bold,
          verticalAlignment: .middle)),
      .text(
        Label.TextBlock(
          name: "\(name).phone", frame: Frame(left: 59, top: top + 0.8, right: 96, bottom: below),
          content: LabelText.clean(party.phone), size: .millimeters(sizes.name),
          minimumSize: .millimeters(sizes.name * 0.5), maximumLines: 1, weight: .bold,
          alignment: .right, verticalAlignment: .middle)),
      .text(
        Label.TextBlock(
          name: "\(name).address",
          frame: Frame(left: 15, top: below + 0.3, right: 96, bottom: bottom - 0.4),
          content: LabelText.clean(party.address), size: .millimeters(sizes.address),
          minimumSize: .millimeters(sizes.smallestAddress), weight: weight)),
    ]
  }
}

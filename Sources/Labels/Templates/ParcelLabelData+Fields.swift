extension ParcelLabelData {
  /// The data as the fields of waybill templates.
  public var fields: LabelData {
    var fields: LabelData = [
      "carrier.code": .text(carrierCode), "carrier.name": .text(carrierName),
      "carrier.english": .text(carrierNameEnglish), "waybill.number": .text(waybillNumber),
      "routing.mark": .text(routingMark), "routing.bag": .text(bagMark),
      "receiver.name": .text(receiver.name), "receiver.phone": .text(receiver.phone),
      "receiver.address": .text(receiver.address), "sender.name": .text(sender.name),
      "sender.phone": .text(sender.phone), "sender.address": .text(sender.address),
      "order.number": .text(orderNumber),
      "items": .list(
        items.map {
          [
            "name": .text($0.name), "sku": .text($0.sku), "quantity": .text("\($0.quantity)"),
          ]
        }),
      "remark": .text(remark), "parcel.index": .text("\(parcelIndex)"),
      "parcel.count": .text("\(parcelCount)"), "printed.at": .text(printedAt),
      "cod": .text(cod), "copy.number": .text("\(copyNumber)"), "code": .text(codeContent),
    ]
    if !weight.isEmpty { fields["weight"] = .text(weight) }
    if !parentNumber.isEmpty { fields["waybill.parent"] = .text(parentNumber) }
    return fields
  }
}

import Carriers
import Warehouse

extension EmulatorDesk {
  /// 2002: whose number it may be.
  func recognize(_ data: JSON, _ merchant: String) -> EmulatorReply {
    let number = EmulatorChecks.text(data, "LogisticCode")
    if let complaint = EmulatorChecks.number(number) {
      return refuse(merchant, complaint.code, complaint.reason)
    }
    let shippers = Courier.recognize(number).map { courier in
      JSON.object([
        "ShipperCode": .text(courier.code.rawValue), "ShipperName": .text(courier.name.zh),
      ])
    }
    return EmulatorReply(
      body: JSON.object([
        "EBusinessID": .text(merchant), "LogisticCode": .text(number), "Success": .bool(true),
        "Code": .text("100"), "Shippers": .list(shippers),
      ]).compact)
  }

  /// 1002 and 8001: where a parcel is.
  func track(_ data: JSON, _ merchant: String, _ office: borrowing Office) -> EmulatorReply {
    let number = EmulatorChecks.text(data, "LogisticCode")
    if let complaint = EmulatorChecks.number(number)
      ?? EmulatorChecks.required(data, ["ShipperCode"])
    {
      return refuse(merchant, complaint.code, complaint.reason)
    }
    let shipper = EmulatorChecks.text(data, "ShipperCode")
    var events: [EmulatorTracks.Event] = []
    if let order = order(number, merchant, office), order.shipper == shipper {
      // Without the right last digits of a phone these couriers show nothing.
      let isShown =
        !["SF", "ZTO"].contains(shipper)
        || order.tails.contains(EmulatorChecks.text(data, "CustomerName"))
      if isShown { events = EmulatorTracks.events(of: order, until: now(office)) }
    }
    return EmulatorReply(
      body: EmulatorTracks.json(
        merchant: merchant, shipper: shipper, number: number,
        order: EmulatorChecks.text(data, "OrderCode"), events: events,
        descending: data["Sort"]?.integer == 1
      ).compact)
  }

  /// 1008 and 8008: tracks of a number are pushed from now on.
  func subscribe(
    _ data: JSON, _ merchant: String, _ instruction: String, _ office: inout Office
  ) -> EmulatorReply {
    let number = EmulatorChecks.text(data, "LogisticCode")
    if let complaint = EmulatorChecks.number(number)
      ?? EmulatorChecks.required(data, ["ShipperCode"])
    {
      return refuse(merchant, complaint.code, complaint.reason)
    }
    let shipper = EmulatorChecks.text(data, "ShipperCode")
    let subscription = EmulatorSubscription(
      merchant: merchant, shipper: shipper, number: number,
      callback: EmulatorChecks.text(data, "Callback"), type: instruction == "1008" ? "101" : "102",
      confirmed: office.state.subscriptions[number]?.confirmed ?? 0)
    guard record(.subscribed(subscription), &office) else { return .failed }
    return EmulatorReply(
      body: JSON.object([
        "EBusinessID": .text(merchant),
        "UpdateTime": .text(KDNiaoTime(Timestamp(milliseconds: now(office))).description),
        "Success": .bool(true), "Reason": .text(""), "ShipperCode": .text(shipper),
        "LogisticCode": .text(number),
      ]).compact)
  }

  private func order(
    _ number: String, _ merchant: String, _ office: borrowing Office
  ) -> EmulatorOrder? {
    guard let key = office.state.byNumber[number], key.merchant == merchant else { return nil }
    return office.state.orders[key]
  }
}

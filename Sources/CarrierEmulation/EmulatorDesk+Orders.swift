import Carriers
import Warehouse

extension EmulatorDesk {
  /// 1007: gives numbers out, once for an order code.
  func order(_ data: JSON, _ merchant: String, _ office: inout Office) -> EmulatorReply {
    if let complaint = EmulatorChecks.order(data) {
      return refuse(merchant, complaint.code, complaint.reason)
    }
    let code = EmulatorChecks.text(data, "OrderCode")
    let key = EmulatorState.Key(merchant: merchant, code: code)
    if let known = office.state.orders[key] {
      if known.isCancelled { return refuse(merchant, "105", "该订单号已取消,请更换订单号") }
      return options.refusesRepeats
        ? refuse(merchant, "105", "订单号已存在，请勿重复操作") : repeated(known)
    }
    let shipper = EmulatorChecks.text(data, "ShipperCode")
    guard let courier = EmulatorCourier.all[shipper] else {
      return refuse(merchant, "105", "快递公司编码不支持电子面单")
    }
    let pieces = data["Quantity"]?.integer ?? 1
    guard office.state.left(of: shipper) >= pieces else {
      return refuse(merchant, "105", "电子面单余额不足")
    }
    let used = office.state.used[shipper] ?? 0
    let numbers = (0..<pieces).map { courier.number(used + $0) }
    let at = now(office)
    let sender = data["Sender"] ?? JSON(.null)
    let receiver = data["Receiver"] ?? JSON(.null)
    let order = EmulatorOrder(
      merchant: merchant, code: code, shipper: shipper, number: numbers[0],
      children: Array(numbers.dropFirst()),
      answer: accepted(data, merchant, courier, numbers, at: at).compact, at: at,
      from: EmulatorChecks.text(sender, "CityName"), to: EmulatorChecks.text(receiver, "CityName"),
      tails: [sender, receiver].flatMap { party in
        ["Mobile", "Tel"].map { String(EmulatorChecks.text(party, $0).suffix(4)) }
      }.filter { $0.count == 4 })
    guard record(.ordered(order), &office) else { return .failed }
    if (data["IsSubscribe"]?.integer ?? 1) == 1 {
      let subscription = EmulatorSubscription(
        merchant: merchant, shipper: shipper, number: order.number,
        callback: EmulatorChecks.text(data, "Callback"), type: "102")
      guard record(.subscribed(subscription), &office) else { return .failed }
    }
    return EmulatorReply(body: order.answer)
  }

  /// The first answer once more, as 106.
  private func repeated(_ order: EmulatorOrder) -> EmulatorReply {
    guard let first = try? JSONReader.read(order.answer), let members = first.members else {
      return .failed
    }
    let again = members.map { member -> (name: String, value: JSON) in
      switch member.name {
      case "ResultCode": (member.name, .text("106"))
      case "Reason": (member.name, .text("该订单号已下单成功"))
      default: member
      }
    }
    return EmulatorReply(body: JSON(.object(again)).compact)
  }

  private func accepted(
    _ data: JSON, _ merchant: String, _ courier: EmulatorCourier, _ numbers: [String], at: Int64
  ) -> JSON {
    func way(_ party: String) -> (
      mark: String, sorting: String, package: String, packageCode: String, branch: String
    ) {
      let party = data[party] ?? JSON(.null)
      return EmulatorCourier.way(
        province: EmulatorChecks.text(party, "ProvinceName"),
        city: EmulatorChecks.text(party, "CityName"),
        district: EmulatorChecks.text(party, "ExpAreaName"))
    }
    let (from, to) = (way("Sender"), way("Receiver"))
    let code = EmulatorChecks.text(data, "OrderCode")
    let templates = numbers.enumerated().map { index, number in
      EmulatorTemplate.html(
        courier: courier, number: number, mark: to.mark, package: to.package, data: data,
        piece: index + 1, pieces: numbers.count)
    }
    let wantsTemplate = data["IsReturnPrintTemplate"]?.integer == 1
    let time = KDNiaoTime(Timestamp(milliseconds: at)).description.filter(\.isNumber)
    let order = JSON.object([
      "OrderCode": .text(code), "KDNOrderCode": .text("KDN\(time)\(numbers[0].suffix(4))"),
      "ShipperCode": .text(courier.code), "LogisticCode": .text(numbers[0]),
      "MarkDestination": .text(to.mark), "SortingCode": .text(to.sorting),
      "PackageCode": .text(to.packageCode), "PackageName": .text(to.package),
      "OriginCode": .text(from.sorting), "OriginName": .text(from.branch),
      // The missing n is the service's own.
      "DestinatioCode": .text(to.sorting), "DestinatioName": .text(to.branch),
      "DestinationAllocationCentre": .text(to.package),
      "SignWaybillCode": data["IsReturnSignBill"]?.integer == 1
        ? .text("\(numbers[0])R") : nil,
    ])
    return .object([
      "EBusinessID": .text(merchant), "Order": order, "Success": .bool(true),
      "ResultCode": .text("100"), "Reason": .text("成功"),
      "UniquerRequestNumber": .text(unique(code)),
      "PrintTemplate": wantsTemplate ? .text(templates[0]) : nil,
      "SubCount": numbers.count > 1 ? .number(numbers.count - 1) : nil,
      "SubOrders": numbers.count > 1 ? .list(numbers.dropFirst().map { .text($0) }) : nil,
      "SubPrintTemplates": wantsTemplate && numbers.count > 1
        ? .list(templates.dropFirst().map { .text($0) }) : nil,
      "Callback": data["Callback"],
      "EstimatedDeliveryTime": .text(
        KDNiaoTime(Timestamp(milliseconds: at + 1800 * 60_000)).description),
    ])
  }

  /// 1147: gives a number up, unless the courier has the parcel.
  func cancel(_ data: JSON, _ merchant: String, _ office: inout Office) -> EmulatorReply {
    if let complaint = EmulatorChecks.required(data, ["ShipperCode", "OrderCode"]) {
      return refuse(merchant, complaint.code, complaint.reason)
    }
    let code = EmulatorChecks.text(data, "OrderCode")
    let key = EmulatorState.Key(merchant: merchant, code: code)
    guard let order = office.state.orders[key] else {
      return refuse(merchant, "105", "订单不存在")
    }
    guard order.shipper == EmulatorChecks.text(data, "ShipperCode") else {
      return refuse(merchant, "103", "ShipperCode与下单时不一致")
    }
    let number = EmulatorChecks.text(data, "ExpNo")
    guard number.isEmpty || number == order.number else {
      return refuse(merchant, "103", "ExpNo与下单时不一致")
    }
    if order.isCancelled { return refuse(merchant, "105", "该订单已取消") }
    guard EmulatorTracks.events(of: order, until: now(office)).isEmpty else {
      return refuse(merchant, "105", "快件已揽收,不允许取消")
    }
    guard record(.cancelled(merchant: merchant, code: code), &office) else { return .failed }
    return EmulatorReply(
      body: JSON.object([
        "EBusinessID": .text(merchant), "Success": .bool(true), "ResultCode": .text("100"),
        "Reason": .text("取消成功"),
      ]).compact)
  }

  /// 1127: how many numbers are left.
  func balance(_ data: JSON, _ merchant: String, _ office: borrowing Office) -> EmulatorReply {
    if let complaint = EmulatorChecks.required(data, ["ShipperCode"]) {
      return refuse(merchant, complaint.code, complaint.reason)
    }
    let shipper = EmulatorChecks.text(data, "ShipperCode")
    guard EmulatorCourier.all[shipper] != nil else {
      return refuse(merchant, "105", "快递公司编码不支持电子面单")
    }
    return EmulatorReply(
      body: JSON.object([
        "EBusinessID": .text(merchant), "Success": .bool(true), "ResultCode": .text("100"),
        "Reason": .text("成功"),
        "EorderBalance": .object([
          "ShipperCode": .text(shipper), "AvailableNum": .number(office.state.left(of: shipper)),
          "TotalNum": .number(
            office.state.left(of: shipper) + (office.state.used[shipper] ?? 0)),
        ]),
      ]).compact)
  }

  /// The page that prints labels out of a browser.
  func printPage(_ form: FormBody, _ remote: String, _ office: inout Office) -> EmulatorReply {
    let merchant = form["EBusinessID"] ?? ""
    guard let key = options.merchants[merchant] else {
      return refuse(merchant, "104", "用户不存在:\(merchant)")
    }
    guard let data = Self.signed(form, "RequestData", prefix: remote, key),
      let wanted = (try? JSONReader.read(data, allowsSingleQuotes: true))?.elements
    else { return refuse(merchant, "102", "校验问题:数据签名不正确") }
    var page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
    for order in wanted {
      let code = order["OrderCode"]?.string ?? ""
      guard let known = office.state.orders[.init(merchant: merchant, code: code)],
        let answer = try? JSONReader.read(known.answer)
      else { return refuse(merchant, "105", "订单不存在:\(code)") }
      page += answer["PrintTemplate"]?.string ?? "<p>\(known.number)</p>"
    }
    return EmulatorReply(body: page + "</body></html>", contentType: "text/html; charset=utf-8")
  }
}

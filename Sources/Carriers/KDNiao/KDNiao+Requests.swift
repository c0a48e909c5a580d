import Warehouse

extension KDNiao {
  /// The data of a 1007: our values in KDNiao's names.
  static func orderData(_ order: WaybillOrder, account: KDNiaoCredentials.Account?) -> JSON {
    var services: [JSON] = []
    if order.codFen > 0 {
      services.append(
        .object([
          "Name": .text("COD"), "Value": .text(KDNiaoText.yuan(order.codFen)),
          "CustomerID": account.flatMap { secret($0.customerName) },
        ]))
    }
    if order.insuredFen > 0 {
      services.append(
        .object(["Name": .text("INSURE"), "Value": .text(KDNiaoText.yuan(order.insuredFen))]))
    }
    return .object([
      "OrderCode": .text(order.code.rawValue),
      "ShipperCode": .text(order.carrier.rawValue),
      "CustomerName": account.flatMap { secret($0.customerName) },
      "CustomerPwd": account.flatMap { secret($0.customerPassword) },
      "SendSite": account.flatMap { text($0.sendSite) },
      "MonthCode": account.flatMap { secret($0.monthCode) },
      "PayType": .number(payType(order.payment)),
      "ExpType": .text(order.service),
      "Quantity": .number(order.pieces),
      "Weight": order.grams > 0 ? JSON(.number(KDNiaoText.kilograms(order.grams))) : nil,
      "Volume": order.cubicCentimeters > 0
        ? JSON(.number(KDNiaoText.cubicMeters(order.cubicCentimeters))) : nil,
      "Sender": party(order.sender),
      "Receiver": party(order.receiver),
      "Commodity": .list(order.goods.map(goods)),
      "AddService": services.isEmpty ? nil : .list(services),
      "Remark": text(order.remark),
      "IsReturnPrintTemplate": .number(order.wantsTemplate ? 1 : 0),
    ])
  }

  /// The data of a 1147.
  static func cancelData(_ cancel: WaybillCancel, account: KDNiaoCredentials.Account?) -> JSON {
    .object([
      "ShipperCode": .text(cancel.carrier.rawValue),
      "OrderCode": .text(cancel.order.rawValue),
      "ExpNo": text(cancel.number),
      "CustomerName": account.flatMap { secret($0.customerName) },
      "CustomerPwd": account.flatMap { secret($0.customerPassword) },
    ])
  }

  /// The data of a 1127.
  static func balanceData(_ carrier: CarrierCode, account: KDNiaoCredentials.Account?) -> JSON {
    .object([
      "ShipperCode": .text(carrier.rawValue),
      "CustomerName": account.flatMap { secret($0.customerName) },
      "CustomerPwd": account.flatMap { secret($0.customerPassword) },
      "StationName": account.flatMap { text($0.sendSite) },
    ])
  }

  /// The data of a 1002, 8001, 1008 or 8008.
  static func trackData(_ query: TraceQuery) -> JSON {
    .object([
      "OrderCode": query.order.map { .text($0.rawValue) },
      "ShipperCode": .text(query.carrier.rawValue),
      "LogisticCode": .text(query.number),
      "CustomerName": text(query.phoneTail),
    ])
  }

  private static func payType(_ payment: WaybillOrder.Payment) -> Int {
    switch payment {
    case .sender: 1
    case .receiver: 2
    case .monthly: 3
    case .thirdParty: 4
    }
  }

  private static func party(_ party: ContactParty) -> JSON {
    .object([
      "Company": text(party.company),
      "Name": .text(KDNiaoText.clean(party.name)),
      "Tel": text(party.telephone),
      "Mobile": text(party.mobile),
      "PostCode": text(party.postCode),
      "ProvinceName": .text(KDNiaoText.clean(party.region.province)),
      "CityName": .text(KDNiaoText.clean(party.region.city)),
      "ExpAreaName": .text(KDNiaoText.clean(party.region.district)),
      "Address": .text(KDNiaoText.clean(party.address)),
    ])
  }

  private static func goods(_ goods: WaybillOrder.Goods) -> JSON {
    .object([
      "GoodsName": .text(KDNiaoText.clean(goods.name)),
      "GoodsCode": text(goods.code),
      // The small q is KDNiao's own.
      "Goodsquantity": .number(goods.quantity),
      "GoodsPrice": goods.fen > 0 ? JSON(.number(KDNiaoText.yuan(goods.fen))) : nil,
      "GoodsWeight": goods.grams > 0 ? JSON(.number(KDNiaoText.kilograms(goods.grams))) : nil,
    ])
  }

  private static func text(_ text: String) -> JSON? {
    text.isEmpty ? nil : .text(KDNiaoText.clean(text))
  }

  private static func secret(_ secret: Secret) -> JSON? {
    secret.isEmpty ? nil : .text(secret.reveal())
  }
}

extension TemplateKind {
  private static func party(
    _ name: String, _ who: String, isRequired: Bool
  ) -> [TemplateField] {
    [
      TemplateField("\(name).name", "name of the \(who)", isRequired: isRequired, privacy: .name),
      TemplateField("\(name).phone", "phone of the \(who)", privacy: .phone),
      TemplateField("\(name).address", "address of the \(who), one line", privacy: .address),
    ]
  }

  private static let items = TemplateField(
    "items", "what is inside",
    rows: [
      TemplateField("name", "name of the product", isRequired: true),
      TemplateField("sku", "SKU 商品编码"),
      TemplateField("quantity", "pieces", isRequired: true),
      TemplateField("unit", "unit, such as 件"),
      TemplateField("barcode", "GTIN or other code of the product"),
      TemplateField("lot", "lot 批号"),
    ])

  static let waybillFields =
    [
      TemplateField("carrier.code", "carrier such as SF, ZTO; brings the carrier's own settings"),
      TemplateField("carrier.name", "carrier's Chinese name", isRequired: true),
      TemplateField("carrier.english", "carrier's English name"),
      TemplateField("carrier.phone", "carrier's hotline"),
      TemplateField("waybill.number", "waybill number 运单号", isRequired: true),
      TemplateField("waybill.parent", "number the parcels of an order travel under 母单号"),
      TemplateField("service", "product of the carrier, such as 标快"),
      TemplateField("routing.mark", "routing mark 大头笔 or three-segment code 三段码"),
      TemplateField("routing.bag", "bag destination 集包地"),
      TemplateField("routing.code", "destination code of SF's QR Code (k1)"),
      TemplateField("routing.transfer", "transfer code of SF's QR Code (k2)"),
      TemplateField("routing.limit", "limit type of SF's QR Code (k4), such as T4"),
      TemplateField("routing.check", "check value of SF's QR Code (k7)"),
    ]
    + party("receiver", "receiver 收", isRequired: true)
    + party("sender", "sender 寄", isRequired: false)
    + [
      TemplateField("order.number", "order number 订单号"),
      items,
      TemplateField("remark", "remark 备注; emoji no font has become ?", privacy: .free),
      TemplateField("parcel.index", "which parcel of the order, from 1"),
      TemplateField("parcel.count", "parcels of the order"),
      TemplateField("weight", "weight with its unit"),
      TemplateField("payment", "who pays, such as 寄付月结"),
      TemplateField("cod", "amount to collect 代收货款, with its unit"),
      TemplateField("insured", "insured value 保价, with its unit"),
      TemplateField("printed.at", "time of printing, ready to be shown"),
      TemplateField(
        "copy.number", "absent or 0: first print; else the label says 补打"),
      TemplateField("code", "what the QR Code says; absent: no QR Code", privacy: .code),
    ]

  static let logisticFields = [
    TemplateField("sscc", "serial shipping container code, 18 digits", isRequired: true),
    TemplateField("gtin", "GTIN of what is inside, 8 to 14 digits", isRequired: true),
    TemplateField("count", "how many of it", isRequired: true),
    TemplateField("batch", "batch or lot 批号, up to 20 characters"),
    TemplateField("expiry", "expiry date 有效期至, YYYY-MM-DD"),
    TemplateField("product", "name of the product", isRequired: true),
    TemplateField("from.name", "supplier"),
    TemplateField("from.address", "supplier's address"),
    TemplateField("to.name", "customer"),
    TemplateField("to.address", "customer's address"),
    TemplateField("order.number", "customer's order number"),
    TemplateField("weight", "gross weight with its unit"),
  ]

  static let pickListFields = [
    TemplateField("list.code", "code of the pick list", isRequired: true),
    TemplateField("wave", "wave 波次"),
    TemplateField("cart", "cart 拣货车"),
    TemplateField("operator", "operator 作业员"),
    TemplateField("cutoff", "cut-off time, ready to be shown"),
    TemplateField("printed.at", "time of printing, ready to be shown"),
    TemplateField(
      "lines", "stops in walking order", isRequired: true,
      rows: [
        TemplateField("bin", "bin 库位", isRequired: true),
        TemplateField("name", "name of the product", isRequired: true),
        TemplateField("sku", "SKU"),
        TemplateField("quantity", "pieces", isRequired: true),
        TemplateField("unit", "unit, such as 件"),
        TemplateField("lot", "lot 批号"),
        TemplateField("tote", "tote or slot it goes into"),
        TemplateField("order", "order number"),
      ]),
  ]

  static let packingListFields =
    [
      TemplateField("order.number", "order number", isRequired: true),
      TemplateField("waybill.number", "waybill number"),
      TemplateField("carrier.name", "carrier"),
      TemplateField("shop", "shop or site"),
      TemplateField("parcel.index", "which parcel of the order, from 1"),
      TemplateField("parcel.count", "parcels of the order"),
      TemplateField("printed.at", "time of printing, ready to be shown"),
      TemplateField("remark", "remark; emoji no font has become ?", privacy: .free),
      TemplateField("code", "what the QR Code says; absent: no QR Code", privacy: .code),
      items,
    ] + party("receiver", "receiver", isRequired: false)

  static let binFields = [
    TemplateField("bin", "code of the bin 库位", isRequired: true),
    TemplateField("name", "what people call it; absent: the code"),
    TemplateField("zone", "zone 库区"),
    TemplateField("check", "check digits to be said or typed"),
    TemplateField("arrow", "where it is, such as UP or 上"),
  ]

  static let toteFields = [
    TemplateField("tote", "code of the tote 周转箱", isRequired: true),
    TemplateField("kind", "kind or size"),
    TemplateField("site", "whose it is"),
  ]

  static let badgeFields = [
    TemplateField("badge", "code of the badge", isRequired: true),
    TemplateField("name", "name of the operator 作业员", isRequired: true, privacy: .name),
    TemplateField("english", "name in English", privacy: .name),
    TemplateField("role", "role, such as 拣货"),
    TemplateField("site", "site 仓库"),
  ]
}

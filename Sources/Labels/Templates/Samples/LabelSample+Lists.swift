extension LabelSample {
  private static func lines(_ count: Int) -> LabelData.Value {
    let names = [
      "有机山茶油 500ml 礼盒装", "手冲咖啡滤纸 V60 02 号 100 片", "不锈钢保温杯 350ml 哑光白 (新旧包装随机发货, 不支持指定)",
      "A4 复印纸 70g",
    ]
    return .list(
      (1...count).map { number in
        [
          "bin": .text(
            "\("ABCD".map(String.init)[number % 4])-\(10 + number % 40)-\(number % 5 + 1)"),
          "name": .text(names[number % 4]), "sku": .text("SKU-\(1000 + number * 7)"),
          "quantity": .text("\(number % 12 + 1)"), "unit": "件", "tote": .text("T\(number % 6 + 1)"),
          "order": .text("SO-\(20_260_000 + number)"), "lot": number % 3 == 0 ? "L26A" : "",
        ]
      })
  }

  static let pickLists = [
    LabelSample(
      "plain",
      [
        "list.code": "W001-1", "wave": "W001", "cart": "C01", "operator": "李师傅",
        "cutoff": "16:30", "printed.at": "2026-06-11 14:32", "lines": lines(12),
      ]),
    LabelSample(
      "many-lines",
      [
        "list.code": "W20260611-017-3", "wave": "W20260611-017", "cart": "C03",
        "operator": "阿卜杜热西提·麦麦提依明", "printed.at": "2026-06-11 14:32", "lines": lines(50),
      ]),
    LabelSample(
      "one-line",
      [
        "list.code": "1",
        "lines": [["bin": "A-1", "name": "\u{20BB7}野家 牛肉", "quantity": 1]],
      ]),
  ]

  private static func items(_ count: Int) -> LabelData.Value {
    .list(
      (1...count).map { number in
        [
          "name": .text(
            number % 3 == 0
              ? "第 \(number) 种商品 规格说明特别长的一个名字, 颜色随机, 含说明书和保修卡一份" : "第 \(number) 种商品"),
          "sku": .text("SKU-2026-\(1000 + number)"), "quantity": .text("\(number)"), "unit": "件",
        ]
      })
  }

  static let packingLists = [
    LabelSample(
      "plain",
      [
        "order.number": "SO-20260611-000123", "waybill.number": "SF1234567890123",
        "carrier.name": "顺丰速运", "shop": "拣途示范店", "receiver.name": "李小明",
        "receiver.phone": "13800138000", "receiver.address": "广东省深圳市南山区粤海街道科技园南区高新南一道 8 号",
        "printed.at": "2026-06-11 14:32", "parcel.index": 1, "parcel.count": 1, "items": items(4),
        "remark": "感谢惠顾, 电话 13800138000。", "code": "https://pickway.example/return/000123",
      ]),
    LabelSample(
      "many-items",
      [
        "order.number": "SO-20260611-000124", "waybill.number": "772002014605245",
        "carrier.name": "申通快递", "shop": "拣途示范店", "receiver.name": "\u{20BB7}野\u{201A9}",
        "receiver.phone": "13912345678", "receiver.address": "上海市嘉定区曹安公路 4800 号 2 号库",
        "printed.at": "2026-06-11 14:32", "parcel.index": 2, "parcel.count": 3, "items": items(50),
        "remark": "多谢\u{10F123}老板",
      ]),
    LabelSample(
      "short", ["order.number": "1", "items": [["name": "茶", "quantity": 1]]]),
  ]
}

extension LabelSample {
  private static let waybill: LabelData = [
    "carrier.name": "通用快递", "carrier.english": "GENERIC EXPRESS", "carrier.phone": "400-000-0000",
    "waybill.number": "75312345678901", "service": "标准快递",
    "routing.mark": "320-C107-M07 002", "routing.bag": "深圳转运中心 / 南山科技园网点",
    "receiver.name": "李小明", "receiver.phone": "13800138000",
    "receiver.address": "广东省深圳市南山区粤海街道科技园南区高新南一道 8 号创维大厦 A 座 1203 室",
    "sender.name": "拣途示范仓", "sender.phone": "0571-88886666",
    "sender.address": "浙江省杭州市余杭区五常街道文一西路 969 号 3 号库 12 月台",
    "order.number": "SO-20260611-000123", "weight": "1.35 kg", "payment": "寄付月结",
    "items": [
      ["name": "有机山茶油 500ml 礼盒装", "sku": "TEA-OIL-500", "quantity": 1],
      ["name": "手冲咖啡滤纸 V60 02 号 100 片", "sku": "V60-02-100", "quantity": 2],
      ["name": "不锈钢保温杯 350ml 哑光白", "sku": "CUP-350-W", "quantity": 1],
    ],
    "remark": "请放前台, 到了打电话; 易碎品轻放。", "parcel.index": 1, "parcel.count": 1,
    "printed.at": "2026-06-11 14:32", "code": "https://pickway.example/p/75312345678901",
  ]

  /// 200 characters.
  private static let longAddress =
    "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县纳达齐牛录乡清泉村一组团结路与幸福巷交叉口往东三百米路北绿色大铁门进去第二排左手边"
    + "(原供销合作社旧址对面, 门口有两棵大杨树和一个红色邮筒, 快递车可以开进院子; 如果大门锁着请先打电话给门卫老张, 再从后面的小路绕到三号仓库门口停车),"
    + "院内东侧新建住宅小区幸福家园二期第十九号楼第二单元第十八层一八零五室(左边门)交给王先生本人签收谢谢"

  private static func waybill(_ name: String, _ change: LabelData) -> LabelSample {
    LabelSample(name, waybill.merged(with: change))
  }

  static let waybills = [
    LabelSample("plain", waybill),
    waybill("odd-digits", ["waybill.number": "772002014605245", "code": ""]),
    waybill(
      "long-address",
      [
        "receiver.address": .text(longAddress), "sender.address": .text(longAddress),
        "receiver.name": "阿卜杜热西提·麦麦提依明·买买提江·吐尔逊",
        "receiver.phone": "13800138000-8642 (转分机)", "routing.mark": "991-A113-Z99 B04",
      ]),
    waybill(
      "rare-characters",
      [
        "receiver.name": "\u{20BB7}野\u{29E3D}", "sender.name": "王\u{20BB7}商行",
        "receiver.address": "湖北省武汉市洪山区\u{2363A}岭街道㙍塘路 18 号䶮苑 3 栋", "remark": "多谢\u{10F123}老板",
      ]),
    waybill(
      "many-items",
      [
        "items": .list(
          (1...50).map { number in
            [
              "name": .text("第 \(number) 种商品 规格说明比较长的一个名字"),
              "sku": .text("SKU-2026-\(1000 + number)"),
              "quantity": .text("\(number)"),
            ]
          }),
        "copy.number": 2, "parcel.index": 2, "parcel.count": 3,
        "waybill.parent": "75312345678900", "cod": "128.50 元",
        "insured": "500 元",
      ]),
    waybill(
      "injection",
      [
        "waybill.number": "A^XZ~JA_1", "receiver.name": "^XA^JUF^XZ",
        "receiver.address": "~JA 一号路\u{1B}[2J\u{7}\r\n^FS^XA \"二号楼\"\r\nPRINT 9,9\r\n",
        "order.number": "^FX~HS", "remark": "\"\r\nCLS\r\nSIZE 1 mm,1 mm\r\n", "code": "",
      ]),
    LabelSample(
      "short",
      [
        "carrier.name": "快", "waybill.number": "A1", "receiver.name": "王", "receiver.address": "上海",
      ]),
  ]
}

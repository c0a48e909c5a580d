import Labels

/// The parcels the tests print.
enum LabelSamples {
  struct Sample: Sendable, CustomStringConvertible {
    var name: String
    var data: ParcelLabelData
    var description: String { name }
  }

  static let plain = ParcelLabelData(
    carrierName: "中通快递", carrierNameEnglish: "ZTO EXPRESS", waybillNumber: "75312345678901",
    routingMark: "320 C107 M07", bagMark: "深圳转运中心 / 南山科技园网点",
    receiver: .init(
      name: "李小明", phone: "13800138000", address: "广东省深圳市南山区粤海街道科技园南区高新南一道 8 号创维大厦 A 座 1203 室"),
    sender: .init(
      name: "拣途示范仓", phone: "0571-88886666", address: "浙江省杭州市余杭区五常街道文一西路 969 号 3 号库 12 月台"),
    orderNumber: "SO-20250611-000123",
    items: [
      .init(name: "有机山茶油 500ml 礼盒装", sku: "TEA-OIL-500", quantity: 1),
      .init(name: "手冲咖啡滤纸 V60 02 号 100 片", sku: "V60-02-100", quantity: 2),
      .init(name: "不锈钢保温杯 350ml 哑光白", sku: "CUP-350-W", quantity: 1),
    ],
    remark: "请放前台, 到了打电话; 易碎品轻放。", printedAt: "2025-06-11 14:32",
    codeContent: "https://pickway.example/p/75312345678901")

  static func changed(
    _ name: String, _ change: (inout ParcelLabelData) -> Void = { _ in }
  ) -> Sample {
    var data = plain
    change(&data)
    return Sample(name: name, data: data)
  }

  /// 200 characters.
  static let longAddress =
    String(
      "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县纳达齐牛录乡清泉村一组团结路与幸福巷交叉口往东三百米路北绿色大铁门进去第二排左手边".repeating(toCount: 190))
    + "9号楼2单元1805室"

  static let all: [Sample] = [
    changed("plain"),
    changed("sto-15-digits") {
      $0.carrierName = "申通快递"
      $0.carrierNameEnglish = "STO EXPRESS"
      $0.waybillNumber = "772002014605245"
      $0.codeContent = ""
    },
    changed("sf-alphanumeric") {
      $0.carrierName = "顺丰速运"
      $0.carrierNameEnglish = "SF EXPRESS"
      $0.waybillNumber = "SF1234567890123"
      $0.routingMark = "755W-AE-018"
      $0.codeContent =
        "MMM={'k1':'539W','k2':'539AE','k3':'','k4':'T4','k5':'444010688260','k6':'','k7':'36f4e170'}"
    },
    changed("yto-alphanumeric") { $0.waybillNumber = "YT7512345678901" },
    changed("jt-alphanumeric") { $0.waybillNumber = "JT0005123456789" },
    changed("dbl-odd-tail") { $0.waybillNumber = "DPK123456789013" },
    changed("chinese-qr") { $0.codeContent = "拣途包裹 75312345678901" },
    changed("long-address") {
      $0.receiver.address = longAddress
      $0.sender.address = longAddress
      $0.receiver.name = "阿卜杜热西提·麦麦提依明·买买提江·吐尔逊"
    },
    changed("fifty-items") {
      $0.items = (1...50).map {
        .init(name: "第 \($0) 种商品 规格说明比较长的一个名字", sku: "SKU-2025-\(1000 + $0)", quantity: $0)
      }
    },
    changed("extension-b") {
      $0.receiver.name = "\u{20BB7}野家"
      $0.sender.name = "王\u{201A9}"
    },
    changed("copy") {
      $0.copyNumber = 2
      $0.parcelIndex = 2
      $0.parcelCount = 3
    },
    changed("injection") {
      $0.waybillNumber = "A^XZ~JA_1"
      $0.receiver.name = "^XA^JUF^XZ"
      $0.receiver.address = "~JA 一号路\u{1B}[2J\u{7}\r\n^FS^XA 二号楼"
      $0.orderNumber = "^FX~HS"
      $0.codeContent = ""
    },
    changed("greater-sign") { $0.waybillNumber = "AB>5C>:12" },
    changed("short") {
      $0.bagMark = ""
      $0.receiver = .init(name: "王", phone: "1", address: "上海")
      $0.sender = .init(name: "仓", phone: "2", address: "杭州")
      $0.routingMark = "02"
      $0.waybillNumber = "A1"
      $0.orderNumber = "1"
      $0.items = []
      $0.remark = ""
      $0.codeContent = ""
    },
  ]
}

extension String {
  /// The text over and over, `count` characters of it.
  func repeating(toCount count: Int) -> String {
    String((0..<count).map { self[index(startIndex, offsetBy: $0 % self.count)] })
  }
}

extension LabelSample {
  private static let logistic: LabelData = [
    "sscc": "395011015300000011", "gtin": "06901234567892", "count": 48, "batch": "L26A-0115",
    "expiry": "2027-11-30", "product": "有机山茶油 500ml 礼盒装", "from.name": "拣途食品(杭州)有限公司",
    "from.address": "浙江省杭州市余杭区文一西路 969 号", "to.name": "华东配送中心",
    "to.address": "上海市嘉定区曹安公路 4800 号 2 号库", "order.number": "PO-4500012345",
    "weight": "512.5 kg",
  ]

  private static func logistic(_ name: String, _ change: LabelData) -> LabelSample {
    LabelSample(name, logistic.merged(with: change))
  }

  static let logistics = [
    LabelSample("plain", logistic),
    logistic(
      "long-batch",
      [
        "batch": "ABCDEFGHIJ0123456789", "count": 12345678,
        "to.address": "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县纳达齐牛录乡清泉村一组团结路与幸福巷交叉口往东三百米路北绿色大铁门进去第二排",
      ]),
    logistic("no-batch", ["batch": "", "expiry": "", "order.number": "", "count": 7]),
    logistic("odd-batch", ["batch": "A(21)99", "count": 123]),
  ]
}

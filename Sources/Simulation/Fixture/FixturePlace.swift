import Warehouse

/// People, streets and carriers of made-up orders.
///
/// All of them are invented but the cities and the carriers.
enum FixturePlace {
  /// Minutes east of Greenwich of the warehouse's clock.
  static let utcOffset = 480

  /// The carriers, the minute of the day their trucks leave, and their runs of numbers.
  static let trucks: [(carrier: Code<Carrier>, name: Name, minutes: Int, numbers: NumberRange)] = [
    (
      "YTO", Name(zh: "圆通速递", en: "YTO Express"), 16 * 60,
      NumberRange(carrier: "YTO", prefix: "YT", next: 100_001, last: 199_999, digits: 13)
    ),
    (
      "ZTO", Name(zh: "中通快递", en: "ZTO Express"), 17 * 60,
      NumberRange(carrier: "ZTO", prefix: "73", next: 200_001, last: 299_999, digits: 12)
    ),
    (
      "SF", Name(zh: "顺丰速运", en: "SF Express"), 18 * 60 + 30,
      NumberRange(carrier: "SF", prefix: "SF1", next: 300_001, last: 399_999, digits: 12)
    ),
  ]

  /// The carrier of orders that go with whoever is cheapest.
  static let anyCarrier = Carrier(
    code: "ANY", name: Name(zh: "自动选择", en: "Any carrier"), kind: .choice)

  /// Who sends; the number is nobody's.
  static let sender = Sender(
    name: "拣途示范店", phone: "057100000000", region: "浙江省 杭州市 余杭区", address: "示范路1号")

  /// What the carriers cost, invented: near and far, a first kilogram and each further one.
  static let tariffs = TariffDocument(
    carriers: [
      terms("YTO", hours: 72, near: (450, 100), far: (700, 300)),
      terms("ZTO", hours: 60, near: (480, 90), far: (680, 320)),
      terms("SF", hours: 36, near: (1200, 200), far: (1800, 800)),
    ])

  private static func terms(
    _ carrier: Code<Carrier>, hours: Int, near: (first: Int, further: Int),
    far: (first: Int, further: Int)
  ) -> CarrierTerms {
    func row(_ fen: (first: Int, further: Int), to province: String = "") -> TariffRow {
      TariffRow(
        to: Region(province: province), bands: [TariffRow.Band(grams: 1000, fen: fen.first)],
        further: TariffRow.Band(grams: 1000, fen: fen.further))
    }
    return CarrierTerms(
      carrier: carrier, rows: [row(far)] + ["浙江省", "江苏省", "上海市"].map { row(near, to: $0) },
      divisor: 8000, hours: hours)
  }

  static let remarks = ["请勿放驿站", "送货前电话联系", "包装完好", "生日礼物，请勿放价格单", "工作日送货"]

  /// Somebody to send a parcel to.
  static func receiver(_ random: inout SeededGenerator) -> Receiver {
    let name = person(random.number(below: surnames.count * given.count))
    let region = random.element(of: regions)
    let street = random.element(of: streets)
    let house = random.number(in: 1...398)
    let address =
      random.chance(percent: 30)
      ? "\(street)\(house)号\(random.element(of: buildings))\(random.number(in: 2...26))层"
      : "\(street)\(house)号\(random.element(of: estates))\(random.number(in: 1...28))幢"
        + "\(random.number(in: 1...4))单元\(random.number(in: 1...26))0\(random.number(in: 1...4))室"
    // Numbers around the carrier's own well-known service number, which nobody else has.
    let phone = "138001380" + FixtureFloor.padded(random.number(below: 100), 2)
    return Receiver(name: name.zh, phone: phone, region: region, address: address)
  }

  /// One of many invented people.
  static func person(_ index: Int) -> Name {
    let (surname, first) = (surnames[index % surnames.count], given[index / surnames.count])
    return Name(zh: surname.0 + first.0, en: "\(surname.1) \(first.1)")
  }

  private static let surnames = [
    ("李", "Li"), ("王", "Wang"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"),
    ("黄", "Huang"), ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"), ("马", "Ma"),
    ("朱", "Zhu"), ("胡", "Hu"), ("郭", "Guo"), ("何", "He"), ("林", "Lin"), ("高", "Gao"),
    ("罗", "Luo"), ("郑", "Zheng"), ("梁", "Liang"), ("谢", "Xie"), ("宋", "Song"), ("唐", "Tang"),
    ("欧阳", "Ouyang"),
  ]

  private static let given = [
    ("洁", "Jie"), ("洋", "Yang"), ("欣怡", "Xinyi"), ("浩然", "Haoran"), ("静", "Jing"),
    ("子涵", "Zihan"), ("磊", "Lei"), ("雨桐", "Yutong"), ("建国", "Jianguo"), ("丽华", "Lihua"),
    ("志远", "Zhiyuan"), ("梦瑶", "Mengyao"), ("鹏", "Peng"), ("秀英", "Xiuying"), ("思源", "Siyuan"),
    ("嘉豪", "Jiahao"), ("倩", "Qian"), ("晓东", "Xiaodong"), ("佳宁", "Jianing"), ("文博", "Wenbo"),
  ]

  private static let regions = [
    "浙江省 杭州市 余杭区", "浙江省 杭州市 萧山区", "浙江省 宁波市 鄞州区", "浙江省 金华市 义乌市",
    "江苏省 南京市 江宁区", "江苏省 苏州市 吴中区", "江苏省 无锡市 滨湖区", "上海市 上海市 闵行区",
    "上海市 上海市 浦东新区", "北京市 北京市 朝阳区", "北京市 北京市 海淀区", "天津市 天津市 南开区",
    "广东省 广州市 天河区", "广东省 广州市 番禺区", "广东省 深圳市 南山区", "广东省 深圳市 龙岗区",
    "广东省 佛山市 南海区", "福建省 厦门市 思明区", "福建省 福州市 鼓楼区", "山东省 青岛市 崂山区",
    "山东省 济南市 历下区", "河南省 郑州市 金水区", "湖北省 武汉市 洪山区", "湖南省 长沙市 岳麓区",
    "四川省 成都市 武侯区", "四川省 成都市 锦江区", "重庆市 重庆市 渝北区", "陕西省 西安市 雁塔区",
    "安徽省 合肥市 蜀山区", "江西省 南昌市 红谷滩区", "辽宁省 大连市 甘井子区", "辽宁省 沈阳市 浑南区",
    "黑龙江省 哈尔滨市 南岗区", "云南省 昆明市 五华区", "广西壮族自治区 南宁市 青秀区",
    "内蒙古自治区 呼和浩特市 赛罕区", "新疆维吾尔自治区 乌鲁木齐市 天山区", "河北省 石家庄市 长安区",
  ]

  private static let streets = [
    "青枫路", "望舒街", "松果路", "晴岚街", "小满巷", "芒种路", "风铃街", "芦笙路", "云雀大道", "白露街",
    "麦芒路", "石榴花街",
  ]

  private static let estates = ["拾光苑", "听雨小区", "南山里", "木棉家园", "半亩花园", "知夏公寓"]

  private static let buildings = ["星河大厦", "远帆大厦", "橙果科技园A座", "云帆中心"]
}

extension ProductFamily {
  /// Soap and the like: lots, mostly expiry dates.
  static let care: [ProductFamily] = [
    care(
      "洗发水", "Shampoo",
      ["滋养/nourishing", "去屑/anti-dandruff", "清爽/fresh", "柔顺/smooth"],
      Size.volumes(.bottle, tare: 45, 200, 400, 750), 1_095),
    care(
      "沐浴露", "Shower gel", ["薰衣草/lavender", "柑橘/citrus", "牛奶/milk", "海洋/ocean"],
      Size.volumes(.bottle, tare: 50, 250, 500, 1_000), 1_095),
    care(
      "洗手液", "Hand soap", ["芦荟/aloe", "柠檬/lemon", "无香/unscented"],
      Size.volumes(.bottle, tare: 40, 250, 500), 1_095),
    care(
      "牙膏", "Toothpaste", ["薄荷/mint", "茶香/tea", "海盐/sea salt", "儿童/kids"],
      Size.weights(.stick, density: 900, 90, 120, 200), 1_095, inner: 12),
    care(
      "牙刷", "Toothbrush", ["软毛/soft", "中毛/medium", "儿童/kids"],
      Size.packs(.stick, of: 18, density: 250, "支", "pcs", 1, 2, 4), nil),
    care(
      "洗衣液", "Laundry liquid", ["薰衣草/lavender", "除菌/antibacterial", "婴儿/baby"],
      Size.volumes(.bottle, tare: 90, 500, 1_000, 3_000), nil, lot: true, outer: 6),
    care(
      "洗洁精", "Dish soap", ["柠檬/lemon", "绿茶/green tea"],
      Size.volumes(.bottle, tare: 50, 500, 1_000), nil, lot: true, outer: 12),
    care(
      "抽纸", "Tissues", ["三层/3-ply", "四层/4-ply"],
      Size.packs(.box, of: 110, density: 150, "包", "packs", 3, 6, 10), nil, outer: 6),
    care(
      "湿巾", "Wet wipes", ["婴儿/baby", "清洁/cleaning", "酒精/alcohol"],
      Size.packs(.bag, of: 6, density: 700, "片", "sheets", 10, 40, 80), 730),
    care(
      "面膜", "Face mask", ["补水/moisturizing", "舒缓/soothing", "亮肤/brightening"],
      Size.packs(.box, of: 30, density: 500, "片", "sheets", 1, 5, 10), 1_095, inner: 10),
    care(
      "棉柔巾", "Cotton tissues", ["干湿两用/dual-use", "加厚/thick"],
      Size.packs(.box, of: 3, density: 180, "抽", "sheets", 60, 80, 100), nil, outer: 12),
    care(
      "护手霜", "Hand cream", ["玫瑰/rose", "桂花/osmanthus", "无香/unscented"],
      Size.weights(.stick, density: 900, 30, 60, 100), 1_095, inner: 12),
    care(
      "洗面奶", "Face wash", ["控油/oil control", "保湿/moisturizing", "温和/gentle"],
      Size.weights(.stick, density: 900, 60, 100, 150), 1_095),
  ]

  /// Paper and pens: nothing is told apart.
  static let stationery: [ProductFamily] = [
    plain(
      .stationery, "中性笔", "Gel pen", ["黑色/black", "蓝色/blue", "红色/red"],
      Size.packs(.stick, of: 11, density: 350, "支", "pcs", 1, 12, 40), inner: 12),
    plain(
      .stationery, "笔记本", "Notebook", ["横线/ruled", "方格/grid", "空白/blank", "点阵/dotted"],
      Size.named(.box, density: 700, ["A6/A6": 95, "A5/A5": 210, "B5/B5": 320])),
    plain(
      .stationery, "铅笔", "Pencil", ["HB/HB", "2B/2B", "2H/2H"],
      Size.packs(.stick, of: 6, density: 450, "支", "pcs", 10, 30, 50)),
    plain(
      .stationery, "便利贴", "Sticky notes",
      ["黄色/yellow", "蓝色/blue", "粉色/pink", "彩色/mixed"],
      Size.named(
        .box, density: 750, ["38x51/38x51": 25, "76x76/76x76": 55, "76x127/76x127": 88]),
      inner: 12),
    plain(
      .stationery, "胶带", "Tape", ["透明/clear", "封箱/packing", "双面/double-sided"],
      Size.packs(.box, of: 80, density: 500, "卷", "rolls", 1, 2, 6)),
    plain(
      .stationery, "文件夹", "Folder", ["蓝色/blue", "黑色/black", "透明/clear"],
      Size.packs(.bag, of: 45, density: 300, "个", "pcs", 1, 5, 10)),
    plain(
      .stationery, "荧光笔", "Highlighter", ["黄色/yellow", "绿色/green", "粉色/pink"],
      Size.packs(.stick, of: 14, density: 350, "支", "pcs", 1, 6, 12), inner: 10),
    plain(
      .stationery, "记号笔", "Marker", ["黑色/black", "蓝色/blue", "红色/red"],
      Size.packs(.stick, of: 16, density: 350, "支", "pcs", 1, 4, 12), inner: 10),
    plain(
      .stationery, "剪刀", "Scissors", ["家用/household", "办公/office"],
      Size.named(.stick, density: 400, ["小号/small": 48, "中号/medium": 86, "大号/large": 130])),
  ]

  /// Things for the house: nothing is told apart.
  static let home: [ProductFamily] = [
    plain(
      .home, "毛巾", "Towel", ["灰色/gray", "白色/white", "蓝色/blue", "粉色/pink"],
      Size.packs(.bag, of: 95, density: 250, "条", "pcs", 1, 2, 3)),
    plain(
      .home, "保鲜盒", "Food container", ["方形/square", "圆形/round", "长方形/oblong"],
      Size.named(.box, density: 120, ["350ml/350ml": 85, "800ml/800ml": 140, "1.5L/1.5L": 230])),
    plain(
      .home, "衣架", "Hangers", ["木质/wooden", "防滑/non-slip", "儿童/kids"],
      Size.packs(.bag, of: 55, density: 150, "个", "pcs", 5, 10, 20), outer: 6),
    plain(
      .home, "垃圾袋", "Trash bags", ["加厚/thick", "抽绳/drawstring", "可降解/degradable"],
      Size.packs(.box, of: 7, density: 500, "只", "pcs", 30, 60, 100)),
    plain(
      .home, "保温杯", "Vacuum cup", ["黑色/black", "白色/white", "蓝色/blue", "绿色/green"],
      Size.named(
        .bottle, density: 350, ["350ml/350ml": 240, "500ml/500ml": 310, "750ml/750ml": 420])),
    plain(
      .home, "收纳箱", "Storage box", ["透明/clear", "灰色/gray", "米色/beige"],
      Size.named(.box, density: 60, ["10L/10L": 520, "25L/25L": 980, "50L/50L": 1_700]), outer: 6),
    plain(
      .home, "拖鞋", "Slippers", ["灰色/gray", "蓝色/blue", "粉色/pink"],
      Size.named(
        .box, density: 120,
        ["36码/size 36": 210, "38码/size 38": 225, "40码/size 40": 240, "42码/size 42": 260])),
    plain(
      .home, "袜子", "Socks", ["黑色/black", "白色/white", "灰色/gray"],
      Size.packs(.bag, of: 35, density: 200, "双", "pairs", 1, 3, 5)),
    plain(
      .home, "雨伞", "Umbrella", ["黑色/black", "蓝色/blue", "格子/plaid"],
      Size.named(.stick, density: 300, ["折叠/folding": 320, "长柄/long": 480])),
    plain(
      .home, "餐盘", "Plate", ["白色/white", "青花/blue-and-white"],
      Size.named(.box, density: 800, ["7寸/7-inch": 310, "8寸/8-inch": 400, "10寸/10-inch": 620])),
    plain(
      .home, "枕套", "Pillowcase", ["白色/white", "灰色/gray", "蓝色/blue"],
      Size.packs(.bag, of: 130, density: 250, "只", "pcs", 1, 2, 4)),
    plain(
      .home, "香薰蜡烛", "Scented candle", ["玫瑰/rose", "香草/vanilla", "雪松/cedar"],
      Size.weights(.box, density: 600, 100, 200, 450), outer: 12),
    plain(
      .home, "干电池", "Batteries", ["五号/AA", "七号/AAA"],
      Size.packs(.box, of: 22, density: 1_800, "粒", "pcs", 4, 12, 24), inner: 10),
    plain(
      .home, "抹布", "Cleaning cloth", ["超细纤维/microfiber", "棉/cotton"],
      Size.packs(.bag, of: 28, density: 200, "条", "pcs", 3, 6, 10)),
  ]

  /// Things with a plug: serial numbers.
  static let electronics: [ProductFamily] = [
    device(
      "蓝牙耳机", "Bluetooth earbuds", ["黑色/black", "白色/white"],
      ["标准版/standard": 120, "降噪版/noise-canceling": 150]),
    device(
      "移动电源", "Power bank", ["黑色/black", "白色/white"],
      ["5000mAh/5000mAh": 160, "10000mAh/10000mAh": 245, "20000mAh/20000mAh": 420]),
    device(
      "充电器", "Charger", ["黑色/black", "白色/white"],
      ["20W/20W": 75, "33W/33W": 105, "65W/65W": 160]),
    plain(
      .electronics, "数据线", "Data cable", ["黑色/black", "白色/white", "编织/braided"],
      Size.named(.bag, density: 250, ["0.5m/0.5m": 28, "1m/1m": 38, "2m/2m": 60]), inner: 20),
    device(
      "台灯", "Desk lamp", ["白色/white", "黑色/black"],
      ["夹式/clip-on": 620, "座式/standing": 940]),
    device(
      "鼠标", "Mouse", ["黑色/black", "白色/white"], ["有线/wired": 140, "无线/wireless": 125]),
    device(
      "厨房秤", "Kitchen scale", ["白色/white", "黑色/black"], ["3kg/3kg": 430, "5kg/5kg": 520]),
  ]

  /// Every family, food first.
  static let all = food + drink + care + stationery + home + electronics

  private static func care(
    _ zh: String, _ en: String, _ variants: [String], _ sizes: [Size], _ shelfLife: Int?,
    lot: Bool = false, inner: Int = 0, outer: Int = 24
  ) -> ProductFamily {
    ProductFamily(
      category: .care, zh: zh, en: en, variants: variants, sizes: sizes, shelfLife: shelfLife,
      lot: lot, inner: inner, outer: outer)
  }

  private static func plain(
    _ category: Category, _ zh: String, _ en: String, _ variants: [String], _ sizes: [Size],
    inner: Int = 0, outer: Int = 24
  ) -> ProductFamily {
    ProductFamily(
      category: category, zh: zh, en: en, variants: variants, sizes: sizes, inner: inner,
      outer: max(outer, inner * 4))
  }

  private static func device(
    _ zh: String, _ en: String, _ variants: [String], _ sizes: KeyValuePairs<String, Int>
  ) -> ProductFamily {
    ProductFamily(
      category: .electronics, zh: zh, en: en, variants: variants,
      sizes: Size.named(.box, density: 350, sizes), serial: true, outer: 20)
  }
}

import Flows
import Terminal
import Warehouse

/// Screens of the kinds the floor has, for goldens and for the properties all screens share.
enum SampleScreens {
  struct Sample {
    var name: String
    var screen: Screen
    var entry = Entry()
  }

  static let surroundings = Surroundings(
    site: Text(zh: "杭州一号仓", en: "Hangzhou One"),
    person: Text(zh: "李敏 拣货员", en: "Li Min, picker"), clock: "14:32",
    job: Text(zh: "圆通 截16:00", en: "YTO until 16:00"),
    lastScan: Text(zh: "A-07-19-1 库位对", en: "A-07-19-1 right bin"))

  static let all: [Sample] = [
    Sample(name: "bin", screen: bin), Sample(name: "refused", screen: refused),
    Sample(name: "typed", screen: bin, entry: Entry(typed: "A-07-23")),
    Sample(name: "quantity", screen: quantity),
    Sample(name: "menu", screen: menu(5), entry: Entry(selected: 1)),
    Sample(name: "many", screen: menu(23), entry: Entry(selected: 17)),
    Sample(name: "secret", screen: secret, entry: Entry(typed: "1234")),
    Sample(name: "long", screen: long), Sample(name: "wait", screen: wait),
    Sample(name: "board", screen: board), Sample(name: "bench", screen: bench),
    Sample(name: "thirty", screen: thirty),
  ]

  static func sample(_ name: String) -> Sample {
    all.first { $0.name == name } ?? Sample(name: name, screen: wait)
  }

  static let keys = [
    KeyHint(.function(3), Text(zh: "回", en: "Back")),
    KeyHint(.function(5), Text(zh: "查", en: "Ask")),
    KeyHint(.function(9), Text(zh: "异常", en: "Issue")),
    KeyHint(.function(6), Text(zh: "跳过", en: "Skip")),
    KeyHint(.function(1), Text(zh: "帮助", en: "Help")),
  ]

  static let slots: [Gauge] = [(2, 3), (3, 3), (1, 3), (0, 3), (2, 3), (3, 3)].enumerated().map {
    Gauge(Text("\($0 + 1)"), done: $1.0, of: $1.1, marked: $0 == 2)
  }

  static let bin = Screen(
    title: Text(zh: "拣货 W0312-2", en: "Pick W0312-2"), progress: Progress(done: 3, of: 12),
    body: [
      .fact(Fact(Text("A-07-23-2"), weight: .headline)),
      .fact(Fact(Text(zh: "7巷 右侧 2层", en: "Aisle 7 right, level 2"), rank: 2)),
      .gap,
      .fact(Fact(Text(zh: "乐事薯片 原味 70g", en: "Lay's chips plain 70g"), weight: .strong)),
      .fact(Fact(Text("6924743915848"), weight: .dim, rank: 4)),
      .fact(
        Fact(
          Text(zh: "批 L2409", en: "Lot L2409"), trailing: Text(zh: "期 26-11", en: "exp 26-11"),
          rank: 3)),
      .gap,
      .fact(
        Fact(
          Text(zh: "取  2 件", en: "Take 2"), trailing: Text(zh: "放 3号箱", en: "into tote 3"),
          weight: .strong, rank: 0)),
      .gauge(slots),
      .gap,
      .fact(Fact(Text(zh: "下站 A-07-31", en: "Next A-07-31"), trailing: Text("6m"), rank: 5)),
      .fact(
        Fact(
          Text(zh: "剩9站 142m", en: "9 left 142m"), trailing: Text(zh: "约6分", en: "6 min"),
          rank: 5)),
    ],
    prompt: .scan(Text(zh: "扫库位", en: "Scan the bin")), keys: keys,
    panes: [.map(SampleMaps.map(aisles: 8))])

  /// A floor too wide for the picture, and lists beside it.
  static var thirty: Screen {
    var screen = bin
    screen.panes = [.map(SampleMaps.map(aisles: 30))] + board.panes
    return screen
  }

  static var refused: Screen {
    var screen = bin
    screen.message = Message(
      .bad,
      [
        Text(zh: "商品不对", en: "Wrong item"),
        Text(zh: "扫到: 原味 40g", en: "Scanned: plain 40g"),
        Text(zh: "要拿: 原味 70g", en: "Wanted: plain 70g"),
        Text(zh: "同层 左边第2格", en: "Same level, 2nd from left"),
      ])
    screen.prompt = .scan(Text(zh: "扫商品", en: "Scan the item"))
    return screen
  }

  static var quantity: Screen {
    var screen = bin
    screen.banner = Text(zh: "断线后恢复", en: "Resumed after a break")
    screen.message = Message(.good, [Text(zh: "商品对", en: "Right item")])
    screen.prompt = .quantity(Text(zh: "数量", en: "Quantity"), proposed: 2)
    return screen
  }

  static func menu(_ count: Int) -> Screen {
    let jobs = [
      Text(zh: "拣货", en: "Picking"), Text(zh: "复核打包", en: "Checking and packing"),
      Text(zh: "上架", en: "Putaway"), Text(zh: "盘点", en: "Cycle count"),
      Text(zh: "交接给承运商的包裹清单", en: "Handing parcels over to the carrier"),
    ]
    return Screen(
      title: Text(zh: "选任务", en: "Jobs"),
      body: [.fact(Fact(Text(zh: "李敏 白班", en: "Li Min, day shift"), weight: .dim))],
      prompt: .choose(
        Text(zh: "选 1-\(count)", en: "Choose 1-\(count)"),
        (0..<count).map {
          Choice("\($0)", jobs[$0 % jobs.count], trailing: $0 % 2 == 0 ? Text("\($0 * 3)") : nil)
        }), keys: Array(keys.prefix(2)))
  }

  static let secret = Screen(
    title: Text(zh: "登录", en: "Sign in"),
    body: [.fact(Fact(Text(zh: "李敏", en: "Li Min"), weight: .headline))],
    prompt: .secret(Text(zh: "输密码", en: "PIN")),
    keys: [KeyHint(.escape, Text(zh: "取消", en: "Cancel"))])

  static let long = Screen(
    title: Text(
      zh: "补货 从存储位到拣货位 W0312-2-18", en: "Replenishment from reserve to pick face 18"),
    progress: Progress(done: 118, of: 240),
    body: [
      .fact(
        Fact(
          Text(zh: "二号库三层冷藏区-C-117-03", en: "COLD-STORE-2-LEVEL-3-C-117-03"),
          weight: .headline)),
      .fact(
        Fact(
          Text(
            zh: "伊利金典纯牛奶 250ml*12 (礼盒装) 有机 A2 蛋白 限时特价",
            en: "Organic whole milk 250ml, case of twelve, gift box, special offer"),
          trailing: Text(zh: "24 箱", en: "24 cases"), weight: .strong)),
    ],
    message: Message(
      .warn,
      [
        Text(
          zh: "这个库位的货超过了有效期的三分之二, 先问班长再拿",
          en: "More than two thirds of the shelf life has passed: ask the lead first"),
        Text(zh: "有效期至 2026-12-01", en: "Best before 2026-12-01"),
      ]),
    prompt: .confirm(
      Text(zh: "按回车确认已经问过班长", en: "Press Enter when you have asked the lead")),
    keys: keys)

  static let wait = Screen(
    title: Text(zh: "打印面单", en: "Printing"),
    body: [.fact(Fact(Text(zh: "包裹 8831", en: "Parcel 8831"), weight: .headline))],
    prompt: .wait(Text(zh: "正在打印", en: "Printing the label")))

  static let board = Screen(
    title: Text(zh: "波次看板", en: "Wave board"), progress: Progress(done: 1, of: 4),
    body: [.table(waves)],
    message: Message(
      .warn,
      [
        Text(
          zh: "W0313 会迟 4 分钟: 缺 1 人。 F2 调 王强(W0314) 过来 -> 15:26, 余 4 分",
          en: "W0313 will be 4 min late: one person short. F2 moves Wang Qiang over -> 15:26")
      ]),
    prompt: .read(Text(zh: "F2 采纳建议", en: "F2 takes the advice")), keys: keys,
    panes: [
      .list(
        Text(zh: "异常 3", en: "Issues 3"),
        [
          Fact(Text(zh: "14:29 缺拣 A-03-11-2 可乐330", en: "14:29 short A-03-11-2 cola 330")),
          Fact(Text(zh: "  1 换库位 B-02-07 (+14m)  2 欠货", en: "  1 other bin  2 backorder")),
          Fact(Text(zh: "14:25 重量 包裹8831 超 +212g", en: "14:25 weight parcel 8831 +212g")),
        ]),
      .list(
        Text(zh: "人员", en: "People"),
        [
          Fact(Text(zh: "李敏   W0312  A-07", en: "Li Min   W0312  A-07"), trailing: Text("99.9%")),
          Fact(Text(zh: "王强   W0314  B-01", en: "Wang     W0314  B-01"), trailing: Text("99.6%")),
          Fact(Text(zh: "陈晨   休息 6分", en: "Chen     break 6 min"), weight: .dim),
        ]),
    ], shape: .board)

  static let waves = Table(
    columns: [
      .init(Text(zh: "波次", en: "Wave")), .init(Text(zh: "承运", en: "Carrier"), rank: 3),
      .init(Text(zh: "截单", en: "Cut-off"), rank: 1),
      .init(Text(zh: "拣货", en: "Picked"), trailing: true, rank: 4),
      .init(Text(zh: "面单", en: "Labels"), trailing: true, rank: 5),
      .init(Text(zh: "余量", en: "Spare"), trailing: true, rank: 2),
      .init(Text(zh: "状态", en: "State")),
    ],
    rows: [
      .init([
        Text("W0312"), Text(zh: "圆通", en: "YTO"), Text("16:00"), Text("######-- 78%"),
        Text("55%"), Text(zh: "+39分", en: "+39"), Text(zh: "正常", en: "fine"),
      ]),
      .init(
        [
          Text("W0313"), Text(zh: "中通", en: "ZTO"), Text("15:30"), Text("####---- 52%"),
          Text("20%"), Text(zh: "-4分", en: "-4"), Text(zh: "! 要迟到", en: "! late"),
        ], tone: .bad),
      .init([
        Text("W0314"), Text(zh: "顺丰", en: "SF"), Text("17:30"), Text("#-------  8%"),
        Text("0%"), Text(zh: "+42分", en: "+42"), Text(zh: "正常", en: "fine"),
      ]),
      .init(
        [
          Text("W0315"), Text(zh: "申通", en: "STO"), Text("18:00"), Text("--------  0%"),
          Text("0%"), Text(zh: "+40分", en: "+40"), Text(zh: "待放行", en: "held"),
        ], tone: .warn),
    ], empty: Text(zh: "没有波次", en: "No waves"))

  static let bench = Screen(
    title: Text(zh: "复核 包裹8831", en: "Check parcel 8831"), progress: Progress(done: 2, of: 5),
    body: [
      .fact(Fact(Text(zh: "扫 第3件", en: "Scan piece 3"), weight: .headline)),
      .table(
        Table(
          columns: [
            .init(Text(zh: "商品", en: "Item")),
            .init(Text(zh: "条码", en: "Code"), rank: 2),
            .init(Text(zh: "要", en: "Due"), trailing: true),
            .init(Text(zh: "已", en: "Got"), trailing: true),
          ],
          rows: (1...7).map {
            .init(
              [
                Text(zh: "乐事薯片 原味 \($0)0g", en: "Lay's chips plain \($0)0g"),
                Text("692474391584\($0)"), Text("\($0)"), Text("\($0 / 2)"),
              ], tone: $0 == 1 ? .good : .plain)
          }, empty: Text(zh: "空包裹", en: "Empty parcel"))),
    ],
    prompt: .scan(Text(zh: "扫商品", en: "Scan the item")), keys: keys)
}

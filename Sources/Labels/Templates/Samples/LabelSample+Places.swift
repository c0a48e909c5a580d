extension LabelSample {
  static let bins = [
    LabelSample(
      "plain", ["bin": "A-12-03", "zone": "常温 A 区", "check": "47", "arrow": "上"]),
    LabelSample(
      "long",
      [
        "bin": "WH1-COLD-A0123-L04-P07", "name": "冷库 A0123 货架 4 层 7 位", "zone": "冷链恒温二区",
        "check": "083", "arrow": "下",
      ]),
    LabelSample("odd-digits", ["bin": "1234567", "arrow": "左"]),
  ]

  static let totes = [
    LabelSample("plain", ["tote": "T001", "kind": "600x400", "site": "杭州一号仓"]),
    LabelSample("long", ["tote": "TOTE-2026-0012345", "site": "\u{20BB7}野物流"]),
    LabelSample("short", ["tote": "1"]),
  ]

  private static func badges(_ count: Int) -> LabelData.Value {
    let names = ["李小明", "阿卜杜热西提·麦麦提依明·买买提江", "\u{20BB7}野", "王", "欧阳修文"]
    return .list(
      (1...count).map { number in
        [
          "badge": .text("B\(1000 + number * 37)"), "name": .text(names[number % 5]),
          "english": number % 2 == 0 ? "Alexandra Featherstonehaugh" : "",
          "role": .text(["拣货", "复核打包", "班长"][number % 3]),
        ]
      })
  }

  static let badges = [
    LabelSample("sheet-and-a-half", ["site": "杭州一号仓", "labels": badges(15)]),
    LabelSample("one", ["site": "杭州一号仓", "badge": "P01", "name": "李小明"]),
  ]
}

extension TemplateKind {
  private static let place = [
    TemplateField("waybill", "waybill number 运单号", isRequired: true),
    TemplateField("order", "order number"),
    TemplateField("cage", "cage 笼车 it stands in"),
    TemplateField("weight", "weight with its unit"),
    TemplateField("note", "what is to be said of it, such as 落下"),
  ]

  static let manifestFields = [
    TemplateField("manifest", "code of the manifest 交接单", isRequired: true),
    TemplateField("carrier.name", "carrier 快递公司", isRequired: true),
    TemplateField("site", "site 仓库"),
    TemplateField("parcels", "how many parcels go", isRequired: true),
    TemplateField("weight", "what they weigh, with its unit"),
    TemplateField("left", "how many are left behind; absent or 0: none"),
    TemplateField("operator", "badge of who closed the cages"),
    TemplateField("signature", "driver's badge or plate; absent: a line to sign on"),
    TemplateField("closed.at", "when the cages were closed, ready to be shown"),
    TemplateField("signed.at", "when the driver signed, ready to be shown"),
    TemplateField("printed.at", "time of printing, ready to be shown"),
    TemplateField("lines", "the parcels", rows: place),
    TemplateField("late", "the parcels left behind", rows: place),
  ]
}

extension LabelSample {
  private static func parcels(_ count: Int) -> LabelData.Value {
    .list(
      (1...count).map { number in
        [
          "waybill": .text("SF1\(234_567_890_100 + number * 7)"),
          "order": .text("SO-20260611-\(100_000 + number)"),
          "cage": number % 5 == 0 ? "" : .text("SF-\(number % 3 + 1)"),
          "weight": .text("\(number % 9).\(number % 7)kg"), "note": number % 6 == 0 ? "落下" : "",
        ]
      })
  }

  static let manifests = [
    LabelSample(
      "plain",
      [
        "manifest": "M000012", "carrier.name": "顺丰速运", "site": "杭州一号仓", "parcels": "12",
        "weight": "34.5kg", "closed.at": "2026-06-11 17:30", "signed.at": "2026-06-11 17:42",
        "operator": "B012", "signature": "浙A12345", "lines": parcels(12),
      ]),
    LabelSample(
      "many-parcels",
      [
        "manifest": "M123457", "carrier.name": "中通快递有限公司华东转运中心直客部", "site": "拣途示范仓",
        "parcels": "71", "weight": "1234.5kg", "left": "9", "closed.at": "2026-06-11 17:30",
        "operator": "B012", "printed.at": "2026-06-11 17:31", "lines": parcels(80),
        "late": parcels(9),
      ]),
    LabelSample("empty", ["manifest": "M000001", "carrier.name": "邮政", "parcels": "1"]),
  ]
}

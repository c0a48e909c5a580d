import Warehouse

extension SiteImport {
  /// Who sends from the site: all of it or nothing.
  func readSender(_ head: Record, _ problems: inout ImportProblems) -> Sender? {
    let columns = [
      SiteColumn.senderName, SiteColumn.senderPhone, SiteColumn.senderRegion,
      SiteColumn.senderAddress,
    ]
    guard columns.contains(where: { head.has($0) }) else { return nil }
    let texts = columns.map { head.text($0, maxLength: 100, &problems) }
    guard let name = texts[0], let phone = texts[1], let region = texts[2], let address = texts[3]
    else { return nil }
    let known = Region(region)
    guard !known.province.isEmpty, !known.city.isEmpty else {
      let expected = Expectation(en: "province, city and district", zh: "省、市、区")
      head.report(SiteColumn.senderRegion, expected: expected, &problems)
      return nil
    }
    return Sender(name: name, phone: phone, region: region, address: address)
  }

  /// What tells a carrier from others: where its numbers come from, its warning, its labels.
  func traits(
    of record: Record, _ problems: inout ImportProblems
  ) -> (kind: Carrier.Kind, lowWater: Int, isPrivate: Bool, isMultiPiece: Bool) {
    let kind = record.choice(
      SiteColumn.kind,
      of: [
        "range": Carrier.Kind.range, "kdniao": .kdniao, "choice": .choice, "自有号段": .range,
        "快递鸟": .kdniao, "自动选择": .choice,
      ], required: false, &problems)
    let lowWater = record.integer(
      SiteColumn.lowWater, in: 0...10_000_000, required: false, &problems)
    let isPrivate = record.bool(SiteColumn.isPrivate, required: false, &problems)
    let joins = record.bool(SiteColumn.isMultiPiece, required: false, &problems) ?? false
    if joins, kind != .kdniao {
      record.report(
        SiteColumn.isMultiPiece,
        expected: Expectation(en: "false unless kind is kdniao", zh: "kind 不是 kdniao 时为否"),
        &problems)
    }
    return (kind ?? .range, lowWater ?? 0, isPrivate ?? self.isPrivate, joins)
  }

  /// Reports numbers their carrier would not know.
  func check(_ range: NumberRange, _ record: Record, _ problems: inout ImportProblems) -> Bool {
    let wrong = Pool.problems(range)
    for problem in wrong.prefix(1) {
      record.report(
        SiteColumn.prefix,
        expected: Expectation(
          en: "numbers the carrier knows: \(problem.en)", zh: "该快递认得的单号：\(problem.zh)"),
        &problems)
    }
    return wrong.isEmpty
  }
}

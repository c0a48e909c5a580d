import Warehouse

extension SiteImport {
  /// Completes the site once its aisles are known; gives it the first time, if it is good.
  mutating func close(_ problems: inout ImportProblems) -> [ImportRecord] {
    guard !isClosed else { return [] }
    isClosed = true
    guard let head else {
      let expected = Expectation(en: "a site before all else", zh: "文件首条为仓库记录")
      problems.add(
        ImportProblem(
          file: file, place: Place(line: 1, column: nil, unit: .fields), expected: expected))
      return []
    }
    self.head = nil
    let before = problems.count
    let code = head.code(SiteColumn.code, maxLength: 16, &problems)
    let names = head.names(zh: SiteColumn.zh, en: SiteColumn.en, &problems)
    if aisles.isEmpty {
      head.report(expected: Expectation(en: "at least one aisle", zh: "至少一条巷道"), &problems)
    }
    crossAisles = readCrossAisles(head, &problems)
    let segments = readSegments(&problems)
    let start = point(
      SiteColumn.start, SiteColumn.startAisle, SiteColumn.startY, of: head, &problems)
    let drop = point(SiteColumn.drop, SiteColumn.dropAisle, SiteColumn.dropY, of: head, &problems)
    let slots = head.integer(SiteColumn.slotsPerCart, in: 1...100, &problems)
    let speed = head.integer(
      SiteColumn.walkingSpeed, in: 100...5_000, required: false, &problems)
    let offset = head.integer(SiteColumn.utcOffset, in: -840...840, required: false, &problems)
    let rules = readWalkRules(head, &problems)
    var house = readHouseRules(head, &problems)
    let sender = readSender(head, &problems)
    isPrivate = head.bool(SiteColumn.isPrivate, required: false, &problems) ?? false
    house.breaks = readBreaks(head, &problems)
    house.trainings = readTrainings(head, &problems)
    guard problems.count == before, let code, let names, let start, let drop, let slots else {
      return []
    }
    let layout = FloorLayout(aisles: aisles, crossAisles: crossAisles, segments: segments)
    ways = segments.isEmpty ? nil : SiteWays(layout, from: start, to: drop)
    if let fault = ways?.fault(aisle: nil, y: 0) { head.report(expected: fault, &problems) }
    return [
      .site(
        Site(
          code: Code(code), name: Name(zh: names.0, en: names.1),
          layout: layout, start: start, drop: drop, slotsPerCart: slots,
          walkingSpeed: speed ?? 790, utcOffset: offset ?? 480, walkRules: rules,
          houseRules: house, sender: sender))
    ]
  }

  /// Levels of the drills that open jobs of the menu: `packing=packing`.
  private func readTrainings(_ head: Record, _ problems: inout ImportProblems) -> [TrainingRule] {
    (head.list(SiteColumn.trainings, &problems) ?? []).compactMap { text in
      guard let rule = TrainingRule(text) else {
        let jobs = TrainingRule.Job.allCases.map(\.rawValue).joined(separator: ", ")
        let levels = Training.allCases.map(\.rawValue).joined(separator: ", ")
        head.report(
          SiteColumn.trainings, value: text,
          expected: Expectation(
            en: "JOB=LEVEL such as packing=packing; jobs: \(jobs); levels: \(levels)",
            zh: "岗位=级别, 如 packing=packing; 岗位: \(jobs); 级别: \(levels)"), &problems)
        return nil
      }
      return rule
    }
  }

  /// The breaks everybody takes: `12:00-12:30`.
  private func readBreaks(_ head: Record, _ problems: inout ImportProblems) -> [BreakTime] {
    (head.list(SiteColumn.breaks, &problems) ?? []).compactMap { text in
      guard let pause = BreakTime(text) else {
        head.report(
          expected: Expectation(en: "breaks like 12:00-12:30", zh: "休息时段, 如 12:00-12:30"),
          &problems)
        return nil
      }
      return pause
    }
  }

  /// In which order goods have to be picked; zones are named here before they come.
  private func readWalkRules(_ head: Record, _ problems: inout ImportProblems) -> WalkRules {
    let zones = head.list(SiteColumn.zoneSequence, &problems) ?? []
    let heavy = head.integer(
      SiteColumn.heavyFrom, in: 1...10_000_000, required: false, &problems)
    let fragile = head.bool(SiteColumn.fragileLast, required: false, &problems)
    let together = head.bool(SiteColumn.keepTogether, required: false, &problems)
    return WalkRules(
      zones: zones.map { Code($0) }, heavyFrom: heavy, fragileLast: fragile ?? false,
      keepTogether: together ?? false)
  }

  /// What people are asked beyond the work itself.
  private func readHouseRules(_ head: Record, _ problems: inout ImportProblems) -> HouseRules {
    let usual = HouseRules()
    return HouseRules(
      zeroCheck: head.bool(SiteColumn.zeroCheck, required: false, &problems) ?? usual.zeroCheck,
      lots: head.choice(SiteColumn.lots, of: LotRule.words, required: false, &problems)
        ?? usual.lots,
      otherLot: head.choice(SiteColumn.otherLot, of: OtherLot.words, required: false, &problems)
        ?? usual.otherLot,
      serials: head.choice(SiteColumn.serials, of: SerialRule.words, required: false, &problems)
        ?? usual.serials,
      idleLock: head.integer(SiteColumn.idleLock, in: 1...1440, required: false, &problems),
      pinAttempts: head.integer(SiteColumn.pinAttempts, in: 1...100, required: false, &problems),
      pinPause: head.integer(SiteColumn.pinPause, in: 1...1440, required: false, &problems))
  }

  private func readCrossAisles(_ head: Record, _ problems: inout ImportProblems) -> [Int] {
    guard let texts = head.list(SiteColumn.crossAisles, required: true, &problems) else {
      return []
    }
    let values = texts.compactMap { Digits.units($0, scale: 0) }.filter(Self.reach.contains)
    guard values.count == texts.count, values.count >= 2,
      zip(values, values.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      let expected = Expectation(
        en: "two or more whole numbers of millimeters, ascending", zh: "至少两个递增的整数（毫米）")
      head.report(SiteColumn.crossAisles, expected: expected, &problems)
      return []
    }
    return values
  }

  /// Reads where a walk starts or ends: nested as `{aisle, y}`, or in two columns.
  private func point(
    _ nested: FieldName, _ aisleColumn: FieldName, _ yColumn: FieldName, of head: Record,
    _ problems: inout ImportProblems
  ) -> FloorPoint? {
    let isNested = head.has(nested) || !head.has(aisleColumn) && head.place.unit == .characters
    var record = head
    if isNested {
      guard let inner = head.record(nested, &problems) else { return nil }
      record = inner
    }
    return place(
      in: record, isNested ? SiteColumn.aisle : aisleColumn, isNested ? SiteColumn.y : yColumn,
      &problems
    ).map { FloorPoint(x: aisles[$0.aisle].x, y: $0.y) }
  }

  /// Reads an aisle of the layout and a place along it, between its first and last cross-aisle.
  func place(
    in record: Record, _ aisleColumn: FieldName, _ yColumn: FieldName,
    _ problems: inout ImportProblems
  ) -> (aisle: Int, y: Int)? {
    let aisle = aisleIndex(aisleColumn, of: record, &problems)
    let first = crossAisles.first ?? Self.reach.lowerBound
    let last = crossAisles.last ?? Self.reach.upperBound
    let y = record.integer(yColumn, in: first...last, &problems)
    guard let aisle, let y else { return nil }
    return (aisle, y)
  }
}

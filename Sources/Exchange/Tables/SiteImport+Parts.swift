import Warehouse

extension SiteImport {
  mutating func zone(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let code = newCode(of: record, in: \.zones, &problems)
    let names = record.names(zh: SiteColumn.zh, en: SiteColumn.en, &problems)
    let scanning = record.choice(
      SiteColumn.scanning, of: Scanning.words, required: false, &problems)
    let zeroCheck = record.bool(SiteColumn.zeroCheck, required: false, &problems)
    guard let code, let names else { return nil }
    return .zone(
      Zone(
        code: Code(code), name: Name(zh: names.0, en: names.1), scanning: scanning,
        zeroCheck: zeroCheck))
  }

  mutating func printer(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let code = newCode(of: record, in: \.printers, &problems)
    let address = record.text(SiteColumn.address, &problems)
    let format = record.choice(
      SiteColumn.format, of: ["zpl": "zpl", "tspl": "tspl", "pdf": "pdf", "png": "png"],
      required: false,
      &problems)
    guard let code, let address else { return nil }
    guard Self.isAddress(address) else {
      let expected = Expectation(
        en: "spool:FOLDER, tcp:HOST:PORT or ipp://HOST:PORT/QUEUE",
        zh: "spool:文件夹, tcp:主机:端口 或 ipp://主机:端口/队列")
      record.report(SiteColumn.address, expected: expected, &problems)
      return nil
    }
    return .asset(
      .printer(LabelPrinter(code: Code(code), address: address, format: format ?? "zpl")))
  }

  mutating func workstation(
    _ record: Record, _ problems: inout ImportProblems
  ) -> ImportRecord? {
    let code = record.newCode(SiteColumn.code, maxLength: 16, in: &codes, &problems)
    let printer = record.code(SiteColumn.printer, required: false, maxLength: 16, &problems)
    if let printer, !printers.contains(printer) {
      record.report(SiteColumn.printer, expected: .ofThisFile("printer", "打印机"), &problems)
      return nil
    }
    let fallback = record.code(SiteColumn.fallback, required: false, maxLength: 16, &problems)
    if let fallback, !printers.contains(fallback) || fallback == printer {
      record.report(SiteColumn.fallback, expected: .ofThisFile("printer", "打印机"), &problems)
      return nil
    }
    return code.map {
      .workstation(
        Workstation(
          code: Code($0), printer: printer.map { Code($0) }, fallback: fallback.map { Code($0) }))
    }
  }

  /// A carrier, and its run of waybill numbers where they are nested in it.
  mutating func carrier(_ record: Record, _ problems: inout ImportProblems) -> [ImportRecord] {
    let code = newCode(of: record, in: \.carriers, &problems)
    let names = record.names(zh: SiteColumn.zh, en: SiteColumn.en, &problems)
    var found: [ImportRecord] = []
    let traits = traits(of: record, &problems)
    if let code, let names {
      found.append(
        .carrier(
          Carrier(
            code: Code(code), name: Name(zh: names.0, en: names.1), kind: traits.kind,
            lowWater: traits.lowWater, isPrivate: traits.isPrivate,
            isMultiPiece: traits.isMultiPiece)))
    }
    if record.has(SiteColumn.numbers),
      let inner = record.record(SiteColumn.numbers, &problems), let code,
      let range = numbers(inner, of: code, &problems)
    {
      found.append(range)
    }
    return found
  }

  /// A run of waybill numbers, of a carrier it is nested in or names itself.
  mutating func numbers(
    _ record: Record, of owner: String?, _ problems: inout ImportProblems
  ) -> ImportRecord? {
    let carrier = owner ?? record.code(SiteColumn.carrier, maxLength: 12, &problems)
    if let carrier, !carriers.contains(carrier) {
      record.report(SiteColumn.carrier, expected: .ofThisFile("carrier", "快递公司"), &problems)
    } else if let carrier, !ranged.insert(carrier).inserted {
      let expected = Expectation(en: "one run of numbers a carrier", zh: "每家快递公司一个号段")
      record.report(expected: expected, &problems)
    }
    guard let run = run(record, &problems), let carrier, carriers.contains(carrier) else {
      return nil
    }
    let range = NumberRange(
      carrier: Code(carrier), prefix: run.prefix, next: run.from, last: run.to,
      digits: run.digits)
    return check(range, record, &problems) ? .numberRange(range) : nil
  }

  mutating func person(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let badge = record.newCode(SiteColumn.badge, maxLength: 16, in: &codes, &problems)
    let names = record.names(zh: SiteColumn.zh, en: SiteColumn.en, &problems)
    let roles = record.words(
      SiteColumn.roles,
      of: [
        "picker": Role.picker, "packer": .packer, "supervisor": .supervisor, "拣货员": .picker,
        "打包员": .packer, "主管": .supervisor,
      ], required: true, &problems)
    let zones = record.list(SiteColumn.workZones, &problems) ?? []
    let ways: KeyValuePairs<String, PickingWay> = [
      "discrete": .discrete, "cluster": .cluster, "batch": .batch, "zone": .zone, "bulk": .bulk,
      "摘果": .discrete, "边拣边分": .cluster, "合拣": .batch, "分区": .zone, "爆款": .bulk,
    ]
    let skills =
      record.has(SiteColumn.skills)
      ? record.words(SiteColumn.skills, of: ways, required: false, &problems) : []
    guard let badge, let names, let roles, let skills else { return nil }
    return .asset(
      .person(
        Operator(
          badge: Code(badge), name: Name(zh: names.0, en: names.1), roles: Set(roles),
          zones: zones.map { Code($0) }, skills: Set(skills))))
  }

  mutating func cart(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let code = record.newCode(SiteColumn.code, maxLength: 16, in: &codes, &problems)
    let slots = record.integer(SiteColumn.slots, in: 1...100, &problems)
    guard let code, let slots else { return nil }
    return .asset(.cart(Cart(code: Code(code), slots: slots)))
  }

  mutating func wall(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let code = record.newCode(SiteColumn.code, maxLength: 12, in: &codes, &problems)
    let slots = record.integer(SiteColumn.slots, in: 1...1000, &problems)
    guard let code, let slots else { return nil }
    return .asset(.wall(PutWall(code: Code(code), slots: slots)))
  }

  /// One tote by its code, or a run of them.
  mutating func totes(_ record: Record, _ problems: inout ImportProblems) -> [ImportRecord] {
    guard record.has(SiteColumn.from) || record.has(SiteColumn.prefix) else {
      let code = record.newCode(SiteColumn.code, maxLength: 16, in: &codes, &problems)
      return code.map { [.asset(.tote(Code($0)))] } ?? []
    }
    guard let run = run(record, &problems) else { return [] }
    guard run.to - run.from < 100_000 else {
      let expected = Expectation(en: "at most 100000 totes in a run", zh: "每段至多 100000 个周转箱")
      record.report(SiteColumn.to, expected: expected, &problems)
      return []
    }
    return (run.from...run.to).compactMap { number in
      let digits = String(number)
      let code =
        run.prefix + String(repeating: "0", count: max(0, run.digits - digits.count)) + digits
      if let line = codes.line(of: code, at: record.place) {
        record.report(SiteColumn.prefix, value: code, expected: .once(line), &problems)
        return nil
      }
      return .asset(.tote(Code(code)))
    }
  }

  mutating func carton(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let code = newCode(of: record, in: \.cartons, &problems)
    let sides = [SiteColumn.length, SiteColumn.width, SiteColumn.height].compactMap {
      record.integer($0, in: 1...100_000, &problems)
    }
    let grams = record.integer(SiteColumn.grams, in: 0...1_000_000, &problems)
    let most = record.integer(
      SiteColumn.mostGrams, in: 1...10_000_000, required: false, &problems)
    guard let code, sides.count == 3, let grams else { return nil }
    return .asset(
      .carton(
        CartonType(
          code: Code(code),
          inside: Dimensions(length: sides[0], width: sides[1], height: sides[2]), grams: grams,
          mostGrams: most)))
  }

  mutating func bin(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let before = problems.count
    let code = record.newCode(SiteColumn.code, maxLength: 16, in: &codes, &problems)
    let zone = record.code(SiteColumn.zone, maxLength: 16, &problems)
    if let zone, !zones.contains(zone) {
      record.report(SiteColumn.zone, expected: .ofThisFile("zone", "库区"), &problems)
    }
    let kind = record.choice(
      SiteColumn.kind,
      of: [
        "pickFace": Bin.Kind.pickFace, "reserve": .reserve, "staging": .staging, "拣货位": .pickFace,
        "存储位": .reserve, "集货区": .staging,
      ], &problems)
    let place = place(in: record, SiteColumn.aisle, SiteColumn.y, &problems)
    let side = record.choice(
      SiteColumn.side, of: ["left": Bin.Side.left, "right": .right, "左": .left, "右": .right],
      &problems)
    let level = record.integer(SiteColumn.level, in: 1...99, &problems)
    let digits = record.code(SiteColumn.checkDigits, required: false, maxLength: 3, &problems)
    if let digits, digits.utf8.count < 2 || !digits.utf8.allSatisfy(Digits.isDigit) {
      let expected = Expectation(en: "2 or 3 digits", zh: "2 至 3 位数字")
      record.report(SiteColumn.checkDigits, expected: expected, &problems)
    }
    guard problems.count == before, let code, let zone, let kind, let place, let side, let level
    else { return nil }
    if let fault = ways?.fault(aisle: place.aisle, y: place.y) {
      record.report(expected: fault, &problems)
      return nil
    }
    return .bin(
      Bin(
        code: Code(code), zone: Code(zone), kind: kind, aisle: place.aisle, y: place.y, side: side,
        level: level, checkDigits: digits ?? ""))
  }

  private mutating func newCode(
    of record: Record, in known: WritableKeyPath<SiteImport, Set<String>>,
    _ problems: inout ImportProblems
  ) -> String? {
    guard let code = record.code(SiteColumn.code, maxLength: 16, &problems) else { return nil }
    guard self[keyPath: known].insert(code).inserted else {
      let expected = Expectation(en: "each code only once", zh: "编码不重复")
      record.report(SiteColumn.code, expected: expected, &problems)
      return nil
    }
    return code
  }

  /// A run of numbers behind a prefix; all of them have at most `digits` digits.
  private func run(
    _ record: Record, _ problems: inout ImportProblems
  ) -> (prefix: String, from: Int, to: Int, digits: Int)? {
    let prefix = record.code(SiteColumn.prefix, required: false, maxLength: 12, &problems)
    let digits = record.integer(SiteColumn.digits, in: 1...18, &problems)
    let most = (0..<(digits ?? 18)).reduce(1) { most, _ in most * 10 } - 1
    let from = record.integer(SiteColumn.from, in: 0...most, &problems)
    let to = record.integer(SiteColumn.to, in: (from ?? 0)...most, &problems)
    guard let digits, let from, let to else { return nil }
    return (prefix ?? "", from, to, digits)
  }

  private static func isAddress(_ address: String) -> Bool {
    let parts = address.split(separator: ":", omittingEmptySubsequences: false)
    return switch parts.first {
    case "spool": parts.count == 2 && !parts[1].isEmpty
    case "tcp":
      parts.count == 3 && !parts[1].isEmpty
        && Digits.value(parts[2].utf8).map { (1...65_535).contains($0) } ?? false
    case "ipp": address.hasPrefix("ipp://") && address.dropFirst(6).contains("/")
    default: false
    }
  }
}

extension Expectation {
  /// What is referred to must stand in the same file, before.
  fileprivate static func ofThisFile(_ en: String, _ zh: String) -> Expectation {
    Expectation(en: "a \(en) that the file names before", zh: "文件前文已有的\(zh)")
  }
}

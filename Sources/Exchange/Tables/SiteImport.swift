import Warehouse

/// A site with everything that belongs to the building, read whole or not at all.
///
/// It comes as one JSON object with a list for each kind of part, or as records that each name
/// their kind in `record`; then the site comes first, its aisles next, and whatever is referred to
/// before what refers to it. Bins, totes, carts, cages, benches and badges share one set of codes, because
/// any of them may be scanned anywhere.
struct SiteImport: TableImport {
  let columns = [SiteColumn.record, SiteColumn.code]
  /// The file by its name.
  let file: String
  /// The site's own record, until its layout is complete.
  var head: Record?
  /// Whether the layout is complete, good or bad.
  var isClosed = false
  var aisles: [FloorLayout.Aisle] = []
  /// The aisles' places in the layout by their codes.
  var aisleIndices: [String: Int] = [:]
  var crossAisles: [Int] = []
  /// The stretches with rules, until the cross-aisles are known.
  var stretches: [Record] = []
  /// What can be walked, once the layout is complete and good, if some of it has rules.
  var ways: SiteWays?
  var zones: Set<String> = []
  var printers: Set<String> = []
  var carriers: Set<String> = []
  /// Whether the labels of carriers that say nothing of it are private.
  var isPrivate = false
  var ranged: Set<String> = []
  var cartons: Set<String> = []
  /// Codes that are scanned.
  var codes = FirstSeen()

  mutating func read(_ record: Record, _ problems: inout ImportProblems) -> [ImportRecord] {
    if record.field(SiteColumn.record) == nil { return readWhole(record, &problems) }
    guard let part = record.choice(SiteColumn.record, of: SitePart.words, &problems) else {
      return []
    }
    return read(part, record, &problems)
  }

  mutating func finish(_ problems: inout ImportProblems) -> [ImportRecord] {
    close(&problems)
  }

  /// Reads a site written as one object, its lists in the order of the parts.
  private mutating func readWhole(
    _ record: Record, _ problems: inout ImportProblems
  ) -> [ImportRecord] {
    var found = read(.site, record, &problems)
    for part in SitePart.allCases {
      guard let list = part.list, record.has(list) else { continue }
      if part == .tote {
        found += close(&problems) + readTotes(list, of: record, &problems)
      } else {
        for entry in record.records(list, &problems) ?? [] {
          found += read(part, entry, &problems)
        }
      }
    }
    return found + close(&problems)
  }

  /// Totes are a list of codes, of objects, or one run of numbers.
  private mutating func readTotes(
    _ list: FieldName, of record: Record, _ problems: inout ImportProblems
  ) -> [ImportRecord] {
    switch record.field(list)?.value {
    case .record(let run): return totes(run, &problems)
    case .list(let values) where values.contains(where: \.isRecord):
      return (record.records(list, &problems) ?? []).flatMap { totes($0, &problems) }
    case .list, .text, .number, .bool, .null, nil:
      return (record.list(list, &problems) ?? []).compactMap { code in
        if let line = codes.line(of: code, at: record.place) {
          record.report(list, value: code, expected: .once(line), &problems)
          return nil
        }
        return .asset(.tote(Code(code)))
      }
    }
  }

  private mutating func read(
    _ part: SitePart, _ record: Record, _ problems: inout ImportProblems
  ) -> [ImportRecord] {
    switch part {
    case .site:
      guard head == nil, !isClosed else {
        let expected = Expectation(en: "one site a file, and before all else", zh: "文件首条且仅一条仓库记录")
        record.report(expected: expected, &problems)
        return []
      }
      head = record
      return []
    case .aisle:
      readAisle(record, &problems)
      return []
    case .segment:
      readSegment(record, &problems)
      return []
    case .zone, .printer, .workstation, .carrier, .numbers, .operator, .cart, .tote, .carton, .wall,
      .cage, .bin:
      return close(&problems) + readOther(part, record, &problems)
    }
  }

  private mutating func readOther(
    _ part: SitePart, _ record: Record, _ problems: inout ImportProblems
  ) -> [ImportRecord] {
    let one: ImportRecord?
    switch part {
    case .site, .aisle, .segment: one = nil
    case .zone: one = zone(record, &problems)
    case .printer: one = printer(record, &problems)
    case .workstation: one = workstation(record, &problems)
    case .carrier: return carrier(record, &problems)
    case .numbers: one = numbers(record, of: nil, &problems)
    case .operator: one = person(record, &problems)
    case .cart: one = cart(record, &problems)
    case .tote: return totes(record, &problems)
    case .carton: one = carton(record, &problems)
    case .wall: one = wall(record, &problems)
    case .cage: one = cage(record, &problems)
    case .bin: one = bin(record, &problems)
    }
    return one.map { [$0] } ?? []
  }

  /// Keeps a stretch until the layout is complete.
  private mutating func readSegment(_ record: Record, _ problems: inout ImportProblems) {
    guard !isClosed else {
      let expected = Expectation(en: "segments right behind the aisles", zh: "路段紧跟在巷道之后")
      record.report(expected: expected, &problems)
      return
    }
    stretches.append(record)
  }

  private mutating func readAisle(_ record: Record, _ problems: inout ImportProblems) {
    guard !isClosed else {
      let expected = Expectation(en: "aisles right behind the site", zh: "巷道紧跟在仓库之后")
      record.report(expected: expected, &problems)
      return
    }
    let code = record.code(SiteColumn.code, maxLength: 8, &problems)
    let x = record.integer(SiteColumn.x, in: Self.reach, &problems)
    guard let code, let x else { return }
    if let last = aisles.last, last.x >= x {
      let expected = Expectation(
        en: "aisles by growing x, the last is at \(last.x)", zh: "巷道按横坐标递增，上一条为 \(last.x)")
      record.report(SiteColumn.x, expected: expected, &problems)
    } else if aisleIndices[code] != nil {
      let expected = Expectation(en: "each aisle only once", zh: "巷道不重复")
      record.report(SiteColumn.code, expected: expected, &problems)
    } else {
      aisleIndices[code] = aisles.count
      aisles.append(FloorLayout.Aisle(code: code, x: x))
    }
  }

  /// How far from its origin a floor may reach, in millimeters.
  static let reach = -10_000_000...10_000_000
}

extension FieldValue {
  fileprivate var isRecord: Bool {
    if case .record = self { true } else { false }
  }
}

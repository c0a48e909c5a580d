import Warehouse

/// Orders: a row a line, the rows of one order together; or an object each with its lines.
///
/// Rows are gathered until the order number changes. Of the rows behind an order's first one, the
/// fields of the order may be blank or must be the same.
struct OrderImport<F: Facts>: TableImport {
  /// The most lines of one order, which are held in memory together.
  static var mostLines: Int { 1_000 }

  let columns = [Column.order, Column.sku, Column.quantity]
  private let facts: F
  private let utcOffset: Int?
  private var hasAskedForSite = false
  private var products: KnownProducts<F>
  private var carriers: [String: Bool] = [:]
  private var numbers = FirstSeen()
  private var draft: OrderDraft?

  init(facts: F) throws {
    self.facts = facts
    utcOffset = try facts.site()?.utcOffset
    products = KnownProducts(facts: facts)
  }

  mutating func read(
    _ record: Record, _ problems: inout ImportProblems
  ) throws -> [ImportRecord] {
    askForSite(record, &problems)
    if record.field(Column.lines) != nil {
      let complete = close()
      draft = try begin(record, &problems)
      let before = problems.count
      for line in record.records(Column.lines, &problems) ?? [] { try add(line, &problems) }
      if problems.count > before { draft?.isGood = false }
      return complete + close()
    }
    let number = record.field(Column.order).map { Cleaned.trimmed($0.value.shown) }
    var complete: [ImportRecord] = []
    if let number, let first = draft, number == first.written {
      if !first.agrees(with: record, &problems) { draft?.isGood = false }
    } else {
      complete = close()
      draft = try begin(record, &problems)
      draft?.written = number ?? ""
    }
    try add(record, &problems)
    return complete
  }

  mutating func finish(_ problems: inout ImportProblems) -> [ImportRecord] { close() }

  /// Gives the order gathered so far, unless something is wrong with it.
  private mutating func close() -> [ImportRecord] {
    defer { draft = nil }
    return draft?.record.map { [$0] } ?? []
  }

  private mutating func begin(
    _ record: Record, _ problems: inout ImportProblems
  ) throws -> OrderDraft {
    let before = problems.count
    let number = record.newCode(Column.order, maxLength: 24, in: &numbers, &problems)
    let channel = record.text(Column.channel, maxLength: 20, &problems)
    let receiver = Receiver(
      name: record.text(Column.receiver, maxLength: 40, &problems) ?? "",
      phone: record.text(Column.phone, maxLength: 30, &problems) ?? "",
      region: record.text(Column.region, maxLength: 60, &problems) ?? "",
      address: record.text(Column.address, maxLength: 200, &problems) ?? "")
    let carrier = record.code(Column.carrier, maxLength: 12, &problems)
    if let carrier, !(try isKnown(carrier)) {
      let expected = Expectation(en: "the code of a carrier of this site", zh: "本仓已有的快递公司编码")
      record.report(Column.carrier, expected: expected, &problems)
    }
    let cutOff = record.dateTime(Column.cutOff, &problems).flatMap(timestamp)
    let priority = record.integer(Column.priority, in: -99...99, required: false, &problems)
    let remark = record.text(Column.remark, required: false, &problems)
    let value = record.units(
      Column.value, scale: 2, in: 0...100_000_000_000, required: false, &problems)
    let cod = record.units(
      Column.cod, scale: 2, in: 0...10_000_000, required: false, &problems)
    var draft = OrderDraft(record, receiver)
    if problems.count == before, let number, let channel, let carrier, let cutOff {
      draft.order = Order(
        number: Code(number), channel: channel, carrier: Code(carrier), cutOff: cutOff,
        priority: priority ?? 0, remark: remark ?? "", value: value ?? 0, codFen: cod ?? 0)
    }
    return draft
  }

  private mutating func add(_ record: Record, _ problems: inout ImportProblems) throws {
    let before = problems.count
    guard hasRoom(record, &problems) else { return }
    let sku = record.code(Column.sku, maxLength: 32, &problems)
    let quantity = record.integer(Column.quantity, in: 1...1_000_000, &problems)
    if let sku {
      if try products.tracking(of: sku) == nil {
        record.report(Column.sku, expected: .knownProduct, &problems)
      } else if let line = draft?.skus.updateValue(record.place.line, forKey: sku) {
        let expected = Expectation(
          en: "each SKU only once an order, it is on line \(line) already",
          zh: "同一订单中商品不重复，第 \(line) 行已有")
        record.report(Column.sku, expected: expected, &problems)
      }
    }
    let substitute = record.code(Column.substitute, required: false, maxLength: 32, &problems)
    if let substitute, try products.tracking(of: substitute) == nil || substitute == sku {
      record.report(Column.substitute, expected: .knownProduct, &problems)
    }
    if problems.count == before, let sku, let quantity {
      draft?.add(Code(sku), quantity, substitute.map { Code($0) })
    } else {
      draft?.isGood = false
    }
  }

  /// Whether the order may have one more line; that it may not is said once.
  private mutating func hasRoom(_ record: Record, _ problems: inout ImportProblems) -> Bool {
    let count = (draft?.count ?? 0) + 1
    draft?.count = count
    if count == Self.mostLines + 1 {
      let most = Self.mostLines
      record.report(
        expected: Expectation(en: "at most \(most) lines an order", zh: "每单至多 \(most) 行"),
        &problems)
      draft?.isGood = false
    }
    return count <= Self.mostLines
  }

  private mutating func isKnown(_ carrier: String) throws -> Bool {
    if let known = carriers[carrier] { return known }
    let known = try facts.carrier(Code(carrier)) != nil
    carriers[carrier] = known
    return known
  }

  private func timestamp(_ local: LocalDateTime) -> Timestamp? {
    Day(year: local.date.year, month: local.date.month, day: local.date.day).map { day in
      Timestamp(day, minutes: 0, utcOffset: utcOffset ?? 0)
        .adding(milliseconds: Int64(local.second) * 1_000)
    }
  }

  /// Without a site there is no clock to read cut-offs by; said once.
  private mutating func askForSite(_ record: Record, _ problems: inout ImportProblems) {
    guard utcOffset == nil, !hasAskedForSite else { return }
    hasAskedForSite = true
    let expected = Expectation(
      en: "a site to be imported before orders", zh: "先导入仓库，再导入订单")
    record.report(expected: expected, &problems)
  }
}

import Barcodes
import Warehouse

/// Stock on hand: a record for each bin, product, lot and expiry date.
struct StockImport<F: Facts>: TableImport {
  let columns = [Column.bin, Column.sku, Column.quantity]
  private let facts: F
  private var products: KnownProducts<F>
  private var keys = FirstSeen()
  private var codes = FirstSeen()

  init(facts: F) {
    self.facts = facts
    products = KnownProducts(facts: facts)
  }

  mutating func read(
    _ record: Record, _ problems: inout ImportProblems
  ) throws -> [ImportRecord] {
    let before = problems.count
    let bin = record.code(Column.bin, maxLength: 16, &problems)
    let sku = record.code(Column.sku, maxLength: 32, &problems)
    let quantity = record.integer(Column.quantity, in: 0...10_000_000, &problems)
    let lot = record.code(Column.lot, required: false, maxLength: 20, &problems) ?? ""
    let date = record.date(Column.expiry, required: false, &problems)
    let expiry = date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    if let bin, try facts.bin(Code(bin)) == nil {
      record.report(
        Column.bin, expected: Expectation(en: "a bin of this site", zh: "本仓已有的库位"), &problems)
    }
    if let sku {
      if let tracking = try products.tracking(of: sku) {
        check(tracking, record, &problems)
      } else {
        record.report(Column.sku, expected: .knownProduct, &problems)
      }
    }
    guard problems.count == before, let bin, let sku, let quantity else { return [] }
    let key = StockKey(holder: .bin(Code(bin)), sku: Code(sku), lot: lot, expiry: expiry)
    if let line = keys.line(of: key, at: record.place) {
      record.report(Column.sku, expected: .once(line), &problems)
      return []
    }
    guard let units = units(record, key, quantity, &problems) else { return [] }
    return [.count(key, quantity: quantity)] + units
  }

  /// The handling units among the pieces, as `SSCC=24`; nil when one of them cannot be.
  private mutating func units(
    _ record: Record, _ key: StockKey, _ quantity: Int, _ problems: inout ImportProblems
  ) -> [ImportRecord]? {
    guard record.has(Column.units) else { return [] }
    guard let found = record.list(Column.units, &problems) else { return nil }
    let before = problems.count
    var left = quantity
    var units: [ImportRecord] = []
    for text in found {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let code = try? SSCC(String(parts[0])),
        let pieces = Digits.value(parts[1].utf8), pieces > 0
      else {
        let expected = Expectation(
          en: "SSCC=pieces: 18 digits with a right check digit, and 1 or more",
          zh: "SSCC=件数：18 位含正确校验位，至少 1 件")
        record.report(Column.units, value: text, expected: expected, &problems)
        continue
      }
      left -= pieces
      if let line = codes.line(of: code.digits, at: record.place) {
        record.report(Column.units, value: text, expected: .once(line), &problems)
      }
      units.append(
        .unit(HandlingUnit(code: Code(code.digits), goods: key, quantity: pieces)))
    }
    if left < 0 {
      let expected = Expectation(
        en: "units of no more than \(quantity) pieces together", zh: "容器合计不超过 \(quantity) 件")
      record.report(Column.units, expected: expected, &problems)
    }
    return problems.count == before ? units : nil
  }

  /// What is told apart must be given, and what is not must not.
  private func check(
    _ tracking: Tracking, _ record: Record, _ problems: inout ImportProblems
  ) {
    if tracking.lot, !record.has(Column.lot) {
      let expected = Expectation(
        en: "a lot, which is told apart for this product", zh: "批号，该商品按批号管理")
      record.report(Column.lot, expected: expected, &problems)
    }
    if tracking.expiry, !record.has(Column.expiry) {
      let expected = Expectation(
        en: "an expiry date, which is told apart for this product", zh: "有效期，该商品按有效期管理")
      record.report(Column.expiry, expected: expected, &problems)
    }
    if !tracking.lot, record.has(Column.lot) {
      let expected = Expectation(
        en: "no lot, as this product has none by its tracking", zh: "空，该商品不按批号管理")
      record.report(Column.lot, expected: expected, &problems)
    }
    if !tracking.expiry, record.has(Column.expiry) {
      let expected = Expectation(
        en: "no expiry date, as this product has none by its tracking", zh: "空，该商品不按有效期管理")
      record.report(Column.expiry, expected: expected, &problems)
    }
  }
}

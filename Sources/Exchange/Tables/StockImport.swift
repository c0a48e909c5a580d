import Warehouse

/// Stock on hand: a record for each bin, product, lot and expiry date.
struct StockImport<F: Facts>: TableImport {
  let columns = [Column.bin, Column.sku, Column.quantity]
  private let facts: F
  private var products: KnownProducts<F>
  private var keys = FirstSeen()

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
    return [.count(key, quantity: quantity)]
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

import Barcodes
import Warehouse

/// Products: a record each, with the barcodes of its packagings.
struct ProductImport: TableImport {
  let columns = [Column.sku]
  private var skus = FirstSeen()
  private var barcodes = FirstSeen()

  mutating func read(_ record: Record, _ problems: inout ImportProblems) -> [ImportRecord] {
    let before = problems.count
    let sku = record.newCode(Column.sku, maxLength: 32, in: &skus, &problems)
    let names = record.names(zh: Column.nameZH, en: Column.nameEN, &problems)
    let each = read(Column.barcodes, of: record, &problems)
    let inner = rung("inner", Column.innerUnits, Column.innerBarcodes, above: 1, record, &problems)
    let outer = rung(
      "case", Column.caseUnits, Column.caseBarcodes, above: inner?.units ?? 1, record, &problems)
    let grams = record.integer(Column.grams, in: 0...10_000_000, required: false, &problems)
    let sides = [Column.length, Column.width, Column.height].map {
      record.integer($0, in: 0...100_000, required: false, &problems) ?? 0
    }
    let tracked = record.words(
      Column.tracking,
      of: [
        "lot": \Tracking.lot, "expiry": \.expiry, "serial": \.serial, "批号": \.lot,
        "有效期": \.expiry, "序列号": \.serial,
      ], required: false, &problems)
    let fragile = record.bool(Column.fragile, required: false, &problems)
    let handling = handling(record, grams: grams ?? 0, &problems)
    guard problems.count == before, let sku, let names, let tracked else { return [] }
    var tracking = Tracking()
    for path in tracked { tracking[keyPath: path] = true }
    let packagings = [Packaging(unit: "each", units: 1, barcodes: each), inner, outer]
    return [
      .product(
        Product(
          sku: Code(sku), name: Name(zh: names.0, en: names.1),
          packagings: packagings.compactMap(\.self), grams: grams ?? 0,
          size: Dimensions(length: sides[0], width: sides[1], height: sides[2]),
          tracking: tracking, fragile: fragile ?? false, handling: handling))
    ]
  }

  /// How its pieces are taken and told apart.
  private func handling(
    _ record: Record, grams: Int, _ problems: inout ImportProblems
  ) -> Handling {
    let scanning = record.choice(
      Column.scanning, of: Scanning.words, required: false, &problems)
    let lots = record.choice(Column.lots, of: LotRule.words, required: false, &problems)
    let percent = record.integer(Column.catchWeight, in: 1...50, required: false, &problems)
    if percent != nil, grams == 0 {
      let expected = Expectation(
        en: "the weight of a piece in grams beside it", zh: "同时给出单件重量克")
      record.report(Column.catchWeight, expected: expected, &problems)
    }
    let orientation = record.choice(
      Column.orientation,
      of: [
        "any": Orientation.any, "upright": .upright, "flat": .flat, "任意": .any, "向上": .upright,
        "平放": .flat,
      ], required: false, &problems)
    return Handling(
      scanning: scanning, lots: lots, catchWeight: percent,
      orientation: orientation == .any ? nil : orientation)
  }

  /// A rung of the ladder above the base unit; nil when the product has none, or a bad one.
  private mutating func rung(
    _ unit: String, _ units: FieldName, _ codes: FieldName, above: Int, _ record: Record,
    _ problems: inout ImportProblems
  ) -> Packaging? {
    let found = read(codes, of: record, &problems)
    guard record.has(units) || record.has(codes) else { return nil }
    guard let count = record.integer(units, in: (above + 1)...1_000_000, &problems) else {
      return nil
    }
    return Packaging(unit: unit, units: count, barcodes: found)
  }

  private mutating func read(
    _ name: FieldName, of record: Record, _ problems: inout ImportProblems
  ) -> [String] {
    guard let found = record.list(name, &problems) else { return [] }
    for barcode in found {
      if let fault = fault(of: barcode) {
        record.report(name, value: barcode, expected: fault, &problems)
      } else if let line = barcodes.line(of: Self.key(of: barcode), at: record.place) {
        record.report(name, value: barcode, expected: .once(line), &problems)
      }
    }
    return found
  }

  private func fault(of barcode: String) -> Expectation? {
    let isPrintable = barcode.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    let isRounded =
      barcode.contains("E+") && barcode.utf8.allSatisfy { "0123456789.E+".utf8.contains($0) }
    guard isPrintable, !isRounded, (3...48).contains(barcode.utf8.count) else {
      return Expectation(
        en: "a barcode of 3 to 48 ASCII characters without spaces, not in scientific notation",
        zh: "3 至 48 个 ASCII 字符的条码，不含空格，不用科学计数法")
    }
    guard Self.looksLikeGTIN(barcode), !CheckDigit.isValid(barcode),
      let digit = CheckDigit.modulo10(of: barcode.dropLast())
    else { return nil }
    return Expectation(
      en: "a GTIN, whose check digit would be \(digit)", zh: "商品条码，校验位应为 \(digit)")
  }

  /// Numbers of 12 to 14 digits, and of 8 unless they begin like a shop's own (0 or 2).
  private static func looksLikeGTIN(_ barcode: String) -> Bool {
    guard barcode.utf8.allSatisfy(Digits.isDigit) else { return false }
    return switch barcode.utf8.count {
    case 12, 13, 14: true
    case 8: !barcode.hasPrefix("0") && !barcode.hasPrefix("2")
    default: false
    }
  }

  /// A GTIN is one whether it is written with 12, 13 or 14 digits.
  private static func key(of barcode: String) -> String {
    looksLikeGTIN(barcode) ? (try? GTIN(barcode))?.digits ?? barcode : barcode
  }
}

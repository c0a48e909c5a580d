public import Barcodes
import Warehouse

/// What a scan says, read once for every flow: which code it is looked up by, and what it tells
/// besides of the pieces it is on.
///
/// GS1 element strings of any carrier, bracketed ones and Digital Links are taken apart. A plain
/// code is itself. Where the scanner says which symbol it read, a number in a symbol that carries
/// no item numbers (Code 39, Codabar, an ITF that is not 14 digits long) stands for no item,
/// whatever its digits are.
struct Scanned: Hashable, Sendable {
  /// What came from the scanner.
  let text: String
  /// What it is looked up by: the GTIN or SSCC in it, else the text.
  var code: String
  /// The lot.
  var lot: String?
  /// The expiry date: use by, or else best before.
  var expiry: Day?
  /// The serial number.
  var serial: String?
  /// How many of the packaging.
  var count: Int?
  /// The net weight in grams.
  var grams: Int?
  /// Whether it says of which item or unit it speaks; a label with a lot alone does not.
  var namesGoods = true
  /// Whether it is the code of a logistic unit.
  var isUnit = false
  /// Why a scan that says it carries GS1 data cannot be read.
  var problem: Text?

  /// Two-digit years are those nearest to this one, 49 before to 50 after.
  static let pivotYear = 2026

  /// Reads a scan.
  init(_ scan: Scan) {
    text = scan.text
    code = scan.text
    guard !Self.isNoItem(scan) else {
      code = "\(scan.symbology?.description ?? "")\(scan.text)"
      return
    }
    do {
      let message = try GS1Parser(rules: .partial).parse(scan)
      guard message.form != .item, message.form != .plain else { return }
      read(ScannedFacts(message, nearYear: Self.pivotYear))
    } catch {
      guard let symbology = scan.symbology, symbology.carriesGS1 else { return }
      code = "\(symbology)\(scan.text)"
      problem = Self.problem(error)
    }
  }

  private static func problem(_ error: GS1Problem) -> Text {
    Text(zh: "GS1 码有误: 第\(error.offset + 1)位", en: "Bad GS1 at \(error.offset + 1)")
  }

  /// Why a code that stands for nothing cannot: it says that it carries GS1 data, and does not.
  static func problem(in code: String) -> Text? {
    guard Symbology(String(code.prefix(3)))?.carriesGS1 == true, code.hasPrefix("]") else {
      return nil
    }
    do {
      _ = try GS1Parser(rules: .partial).parse(code)
      return nil
    } catch {
      return problem(error)
    }
  }

  private mutating func read(_ facts: ScannedFacts) {
    lot = facts.lot
    expiry = (facts.expiry ?? facts.bestBefore).flatMap {
      Day(year: $0.year, month: $0.month, day: $0.day)
    }
    serial = facts.serial
    count = facts.count
    grams = facts.weightGrams.map { weight in
      (0..<max(0, weight.decimals)).reduce(weight.digits) { digits, _ in digits / 10 }
    }
    if let unit = facts.sscc {
      code = unit.digits
      isUnit = true
    } else if let gtin = facts.gtin {
      code = gtin.digits
    } else {
      namesGoods = lot == nil && expiry == nil && serial == nil && grams == nil
    }
  }

  /// The first thing it tells of pieces, in words: how a label that names no goods is called.
  var fact: Text? {
    if let lot { return Text(zh: "批号 \(lot)", en: "lot \(lot)") }
    if let serial { return Text(zh: "序列号 \(serial)", en: "serial \(serial)") }
    if let expiry { return Text(zh: "效期 \(expiry)", en: "expiry \(expiry)") }
    return grams.map { Text(zh: "重量 \($0)克", en: "weight \($0) g") }
  }

  /// Whether the scanner says of an item number that it was not in an item's symbol.
  private static func isNoItem(_ scan: Scan) -> Bool {
    guard let kind = scan.symbology?.identifier.first,
      [8, 12, 13, 14].contains(scan.text.utf8.count), (try? GTIN(scan.text)) != nil
    else { return false }
    switch kind {
    case "A", "F": return true
    case "I": return scan.text.utf8.count != 14
    default: return false
    }
  }
}

extension Product {
  /// The base units a scan stands for, nil when it is none of this product.
  func units(of scan: Scanned) -> Int? {
    guard !scan.isUnit, scan.namesGoods else { return nil }
    return units(of: scan.code).map { $0 * max(1, scan.count ?? 1) }
  }
}

extension Scan {
  /// What a scan is looked up by: the GTIN or SSCC in it, else its text.
  public var lookedUpBy: String { Scanned(self).code }
}

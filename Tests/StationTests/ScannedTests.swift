import Barcodes
import Testing
import Warehouse

@testable import Flows

/// What a scan is taken for, whatever carrier it comes in.
@Suite struct ScannedTests {
  private static let gtin = "02000000000770"

  @Test(arguments: [
    ("]C1", "010200000000077010M1\u{1D}17270201"),
    ("]d2", "01020000000007701727020110M1"),
    ("]Q3", "01020000000007701727020110M1"),
    ("", "(01)02000000000770(17)270201(10)M1"),
    ("", "01020000000007701727020110M1"),
    ("", "https://id.gs1.org/01/02000000000770/10/M1?17=270201"),
  ]) func oneMeaningInEveryCarrier(_ symbology: String, _ text: String) {
    let scan = Scanned(Scan(text: text, symbology: Symbology(symbology)))
    #expect(scan.code == Self.gtin)
    #expect(scan.lot == "M1")
    #expect(scan.expiry == Day(number: 20_270_201))
    #expect(scan.namesGoods)
  }

  @Test(arguments: [
    ("]E0", "2000000000770", true), ("]I1", "12000000000777", true),
    ("]A0", "2000000000770", false),
    ("]I1", "2000000000770", false), ("]F0", "2000000000770", false),
    ("]C0", "2000000000770", true),
    ("", "2000000000770", true), ("]A0", "P01", true),
  ]) func aSymbolWithoutItemNumbersNamesNoItem(
    _ symbology: String, _ text: String, _ isCode: Bool
  ) {
    let scan = Scanned(Scan(text: text, symbology: Symbology(symbology)))
    #expect((scan.code == text) == isCode)
  }

  @Test func aLotAloneNamesNoGoods() {
    #expect(!Scanned(Scan(text: "10M1", symbology: .gs1Code128)).namesGoods)
    #expect(Scanned(Scan(text: "10M1")).namesGoods)
    let unit = Scanned(Scan(text: "00106900000000000017", symbology: .gs1Code128))
    #expect(unit.isUnit && unit.code == "106900000000000017")
    let bad = Scanned(Scan(text: "0102000000000771", symbology: .gs1Code128))
    #expect(bad.problem?.en == "Bad GS1 at 19")
    // Flows that only ask what a code stands for say the same of it.
    #expect(Meaning.nothing(bad.code).text.en == "Bad GS1 at 19")
    #expect(Meaning.nothing("0102000000000771").text.en == "unknown code 0102000000000771")
  }

  @Test func weightsAndCountsAreExact() {
    let scan = Scanned(Scan(text: "(01)92000000000773(3103)000520(30)4"))
    #expect(scan.grams == 520)
    #expect(scan.count == 4)
    #expect(Scanned(Scan(text: "(01)92000000000773(3100)000002")).grams == 2000)
  }

  @Test func aGTINIsOneHoweverManyDigits() {
    let product = Product(
      sku: "MILK", name: Name(zh: "鲜奶", en: "Milk"),
      packagings: [
        Packaging(unit: "each", units: 1, barcodes: ["2000000000770"]),
        Packaging(unit: "case", units: 6, barcodes: ["12000000000777"]),
      ], grams: 1, size: Dimensions(length: 1, width: 1, height: 1), tracking: Tracking())
    #expect(product.units(of: Self.gtin) == 1)
    #expect(product.units(of: Scanned(Scan(text: "(01)12000000000777"))) == 6)
    #expect(product.units(of: "770") == nil)
  }

  /// Two digits that every bin has, and that a neighbor has not.
  @Test func checkDigitsFollowFromTheCode() {
    func bin(_ code: String, _ digits: String = "") -> Bin {
      Bin(
        code: Code(code), zone: "Z", kind: .pickFace, aisle: 0, y: 0, side: .left, level: 1,
        checkDigits: digits)
    }
    #expect(bin("A-01", "417").digits == "417")
    for (one, other) in [
      ("A-01", "A-02"), ("A-01", "B-01"), ("A-12", "A-21"), ("A-01-1", "A-01-2"),
    ] {
      #expect(bin(one).digits != bin(other).digits)
      #expect(bin(one).digits.count == 2)
    }
  }
}

import Testing
import Warehouse

@testable import Exchange

struct ProductImportTests {
  private static let header =
    "sku,name_zh,name_en,barcodes,inner_units,inner_barcodes,case_units,case_barcodes,grams,"
    + "length_mm,width_mm,height_mm,tracking\n"

  @Test func aProductIsRead() throws {
    let text =
      Self.header
      + "P1,薯片 原味 70g,,6901234567892|69012341,6,16901234567899,24,,73,144,90,36,lot;有效期\n"
    let records = try SmallHouse.records(.products, text, "p.csv")
    let product = Product(
      sku: "P1", name: Name(zh: "薯片 原味 70g", en: ""),
      packagings: [
        Packaging(unit: "each", units: 1, barcodes: ["6901234567892", "69012341"]),
        Packaging(unit: "inner", units: 6, barcodes: ["16901234567899"]),
        Packaging(unit: "case", units: 24, barcodes: []),
      ], grams: 73, size: Dimensions(length: 144, width: 90, height: 36),
      tracking: Tracking(lot: true, expiry: true))
    #expect(records == [.product(product)])
  }

  @Test func whatIsLeftOutIsUnknown() throws {
    let text = "商品编码,品名,条码\nP1,笔,AB-1234\n"
    let product = Product(
      sku: "P1", name: Name(zh: "笔", en: "笔"),
      packagings: [Packaging(unit: "each", units: 1, barcodes: ["AB-1234"])], grams: 0,
      size: Dimensions(length: 0, width: 0, height: 0), tracking: Tracking())
    #expect(try SmallHouse.records(.products, text, "p.csv") == [.product(product)])
  }

  @Test(arguments: [
    (
      ",x,,,,,,,,,,,",
      "p.csv:2: sku \"\": expected a code of 1 to 32 characters without spaces,"
        + " not in scientific notation"
    ),
    ("P1,,,,,,,,,,,,", "p.csv:2: name_zh \"\": expected a name in Chinese or English"),
    (
      "P1,x,,6901234567893,,,,,,,,,",
      "p.csv:2: barcodes \"6901234567893\": expected a GTIN, whose check digit would be 2"
    ),
    (
      "P1,x,,69012342,,,,,,,,,",
      "p.csv:2: barcodes \"69012342\": expected a GTIN, whose check digit would be 1"
    ),
    ("P1,x,,20012342,,,,,,,,,", ""),
    ("P1,x,,12345678901,,,,,,,,,", ""),
    (
      "P1,x,,6.90123E+12,,,,,,,,,",
      "p.csv:2: barcodes \"6.90123E+12\": expected a barcode of 3 to 48 ASCII characters without"
        + " spaces, not in scientific notation"
    ),
    (
      "P1,x,,6901234567892|06901234567892,,,,,,,,,",
      "p.csv:2: barcodes \"06901234567892\": expected each only once in the file, it is on line 2 already"
    ),
    (
      "P1,x,,6901234567892,,,,,,,,,\nP1,y,,,12,6901234567892,,,,,,,",
      """
      p.csv:3: sku "P1": expected each only once in the file, it is on line 2 already
      p.csv:3: inner_barcodes "6901234567892": expected each only once in the file, it is on line 2 already
      """
    ),
    ("P1,x,,,1,,,,,,,,", "p.csv:2: inner_units \"1\": expected a whole number from 2 to 1000000"),
    (
      "P1,x,,,,16901234567899,,,,,,,",
      "p.csv:2: inner_units \"\": expected a whole number from 2 to 1000000"
    ),
    ("P1,x,,,6,,6,,,,,,", "p.csv:2: case_units \"6\": expected a whole number from 7 to 1000000"),
    (
      "P1,x,,,,,,,-1,1.5,,,",
      """
      p.csv:2: grams "-1": expected a whole number from 0 to 10000000
      p.csv:2: length_mm "1.5": expected a whole number from 0 to 100000
      """
    ),
    (
      "P1,x,,,,,,,,,,,lot|color",
      "p.csv:2: tracking \"color\": expected one of lot, expiry, serial, 批号, 有效期, 序列号"
    ),
  ])
  func badRowsAreNamed(row: String, expected: String) throws {
    #expect(try SmallHouse.problems(.products, Self.header + row + "\n", "p.csv") == expected)
  }

  @Test func aMissingColumnIsNamedOnce() throws {
    #expect(
      try SmallHouse.problems(.products, "name,barcode\nx,1\ny,2\n", "p.csv")
        == "p.csv:1: expected a column named sku in the header")
  }
}

import Testing
import Warehouse

@testable import Exchange

struct StockImportTests {
  @Test func stockIsRead() throws {
    let text = """
      库位,商品编码,数量,批号,有效期至
      A-1,FOOD,12,L1,2027/1/5
      A-1,FOOD,3,L2,20270301
      B-1,PEN,0,,

      """
    let a: Holder = .bin("A-1")
    #expect(
      try SmallHouse.records(.stock, text, "s.csv") == [
        .count(
          StockKey(holder: a, sku: "FOOD", lot: "L1", expiry: Day(number: 20_270_105)),
          quantity: 12),
        .count(
          StockKey(holder: a, sku: "FOOD", lot: "L2", expiry: Day(number: 20_270_301)), quantity: 3
        ), .count(StockKey(holder: .bin("B-1"), sku: "PEN"), quantity: 0),
      ])
  }

  @Test(arguments: [
    ("X-9,PEN,1,,", "s.csv:2: bin \"X-9\": expected a bin of this site"),
    ("A-1,NO,1,,", "s.csv:2: sku \"NO\": expected the SKU of an imported product"),
    ("A-1,PEN,-1,,", "s.csv:2: quantity \"-1\": expected a whole number from 0 to 10000000"),
    ("A-1,PEN,,,", "s.csv:2: quantity \"\": expected a whole number from 0 to 10000000"),
    (
      "A-1,FOOD,1,,",
      """
      s.csv:2: lot "": expected a lot, which is told apart for this product
      s.csv:2: expiry "": expected an expiry date, which is told apart for this product
      """
    ),
    (
      "A-1,SOAP,1,L1,2027-01-01",
      "s.csv:2: expiry \"2027-01-01\": expected no expiry date, as this product has none by its tracking"
    ),
    (
      "A-1,PEN,1,L1,",
      "s.csv:2: lot \"L1\": expected no lot, as this product has none by its tracking"
    ),
    (
      "A-1,FOOD,1,L1,2027-02-30",
      "s.csv:2: expiry \"2027-02-30\": expected a date such as 2026-11-22"
    ),
    (
      "A-1,PEN,1,,\nA-1,PEN,2,,",
      "s.csv:3: sku \"PEN\": expected each only once in the file, it is on line 2 already"
    ),
    ("A-1,FOOD,1,L1,2027-01-01\nA-1,FOOD,2,L2,2027-01-01", ""),
  ])
  func badRowsAreNamed(row: String, expected: String) throws {
    let text = "bin,sku,quantity,lot,expiry\n" + row + "\n"
    #expect(try SmallHouse.problems(.stock, text, "s.csv") == expected)
  }

  @Test func problemsReadWellInChinese() throws {
    let text = "库位,商品编码,数量\nX-9,NO,1\nA-1,SOAP,1\nA-1,PEN,1\nA-1,PEN,1\n"
    let summary = try SmallHouse.run(.stock, Array(text.utf8), "s.csv").summary
    #expect(
      summary.problems.chinese == """
        s.csv:2: 库位 "X-9": 应为本仓已有的库位
        s.csv:2: 商品编码 "NO": 应为已导入商品的编码
        s.csv:3: lot: 应为批号，该商品按批号管理
        s.csv:5: 商品编码 "PEN": 应为文件中不重复，第 4 行已有
        """)
  }

  @Test func aLongFileComesInChunksAndItsProblemsAreCapped() throws {
    var rows = "bin,sku,quantity,lot\n"
    for number in 1...1_201 { rows += "A-1,SOAP,1,L\(number)\n" }
    var sizes: [Int] = []
    let summary = try importFile(
      kind: .stock, from: MemorySource(rows.utf8, name: "s.csv"), facts: SmallHouse.facts
    ) { sizes.append($0.count) }
    #expect(sizes == [500, 500, 201])
    #expect(summary.records == 1_201)
    let bad = try SmallHouse.run(.stock, Array(rows.replacing("A-1", with: "X").utf8), "s.csv")
    #expect(bad.records.isEmpty)
    #expect(bad.summary.problems.count == 1_201)
    #expect(bad.summary.problems.kept.count == 1_000)
  }

  @Test func troubleOfTheSinkEndsTheImport() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try importFile(
        kind: .stock, from: MemorySource("bin,sku,quantity\nA-1,PEN,1\n".utf8, name: "s.csv"),
        facts: SmallHouse.facts
      ) { _ in throw Full() }
    }
  }
}

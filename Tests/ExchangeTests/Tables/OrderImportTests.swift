import TestFloor
import Testing
import Warehouse

@testable import Exchange

struct OrderImportTests {
  private static let header =
    "order,channel,receiver,phone,region,address,carrier,cutoff,priority,remark,sku,quantity\n"
  private static let head = "O1,tmall,林一,13800138000,浙江省 杭州市 余杭区,青枫路1号,YTO,2026-11-22 16:00,,急,"

  @Test func rowsOfAnOrderAreGathered() throws {
    let text =
      Self.header + Self.head + "PEN,2\nO1,,,,,,,,,,FOOD,1\n"
      + Self.head.replacing("O1", with: "O2") + "SOAP,1\n"
    let records = try SmallHouse.records(.orders, text, "o.csv")
    let order = Order(
      number: "O1", channel: "tmall", carrier: "YTO",
      cutOff: Timestamp(milliseconds: 1_795_334_400_000), remark: "急")
    let lines = [
      OrderLine(order: "O1", number: 1, sku: "PEN", quantity: 2),
      OrderLine(order: "O1", number: 2, sku: "FOOD", quantity: 1),
    ]
    let receiver = Receiver(
      name: "林一", phone: "13800138000", region: "浙江省 杭州市 余杭区", address: "青枫路1号")
    #expect(records.first == .order(order, lines, receiver))
    #expect(records.count == 2)
  }

  @Test func whatAnOrderIsWorthIsRead() throws {
    let header = Self.header.replacing("quantity", with: "quantity,订单金额")
    let records = try SmallHouse.records(
      .orders, header + Self.head + "PEN,2,199.9\n", "o.csv")
    guard case .order(let order, _, _)? = records.first else {
      Issue.record("no order")
      return
    }
    #expect(order.value == 19_990)
    #expect(
      try SmallHouse.problems(.orders, header + Self.head + "PEN,2,much\n", "o.csv")
        .hasPrefix("o.csv:2: 订单金额 \"much\": expected a number with at most 2 decimals"))
  }

  @Test func whatIsCollectedOnDeliveryComesInYuan() throws {
    let header = Self.header.replacing("quantity\n", with: "quantity,代收货款\n")
    let text = header + Self.head + "PEN,2,128.5\n"
    guard case .order(let order, _, _)? = try SmallHouse.records(.orders, text, "o.csv").first
    else {
      Issue.record("no order")
      return
    }
    #expect(order.codFen == 12_850)
    let fine = try SmallHouse.run(
      .orders, Array((header + Self.head + "PEN,2,1.234\n").utf8), "o.csv")
    #expect(fine.records.isEmpty)
    #expect(fine.summary.problems.count == 1)
  }

  @Test(arguments: [
    (
      head + "PEN,0",
      "o.csv:2: quantity \"0\": expected a whole number from 1 to 1000000"
    ),
    (head + "NO,1", "o.csv:2: sku \"NO\": expected the SKU of an imported product"),
    (
      head.replacing("YTO", with: "SF") + "PEN,1",
      "o.csv:2: carrier \"SF\": expected the code of a carrier of this site"
    ),
    (
      head.replacing("16:00", with: "25:00") + "PEN,1",
      "o.csv:2: cutoff \"2026-11-22 25:00\": expected a local date and time such as 2026-11-22 16:00"
    ),
    (
      head.replacing("林一", with: " ") + "PEN,1",
      "o.csv:2: receiver \"\": expected a text of 1 to 40 characters"
    ),
    (
      head + "PEN,1\n" + head.replacing("tmall", with: "jd") + "FOOD,1",
      "o.csv:3: channel \"jd\": expected the same as on the order's first line 2, or nothing"
    ),
    (
      head + "PEN,1\n" + head + "PEN,2",
      "o.csv:3: sku \"PEN\": expected each SKU only once an order, it is on line 2 already"
    ),
    (
      head + "PEN,1\n" + head.replacing("O1", with: "O2") + "PEN,1\n" + head + "FOOD,2",
      "o.csv:4: order \"O1\": expected each only once in the file, it is on line 2 already"
    ),
    (
      ",,,,,,,,,,PEN,1\n",
      """
      o.csv:2: order "": expected a code of 1 to 24 characters without spaces, not in scientific notation
      o.csv:2: channel "": expected a text of 1 to 20 characters
      o.csv:2: receiver "": expected a text of 1 to 40 characters
      o.csv:2: phone "": expected a text of 1 to 30 characters
      o.csv:2: region "": expected a text of 1 to 60 characters
      o.csv:2: address "": expected a text of 1 to 200 characters
      o.csv:2: carrier "": expected a code of 1 to 12 characters without spaces, not in scientific notation
      o.csv:2: cutoff "": expected a local date and time such as 2026-11-22 16:00
      """
    ),
  ])
  func badRowsAreNamed(rows: String, expected: String) throws {
    #expect(try SmallHouse.problems(.orders, Self.header + rows + "\n", "o.csv") == expected)
  }

  @Test func anOrderWithABadLineComesNotAtAllAndTheOthersDo() throws {
    let text =
      Self.header + Self.head + "PEN,1\n" + Self.head + "NO,1\n"
      + Self.head.replacing("O1", with: "O2") + "PEN,1\n"
    let (records, summary) = try SmallHouse.run(.orders, Array(text.utf8), "o.csv")
    guard case .order(let order, _, _)? = records.first else {
      Issue.record("expected an order")
      return
    }
    #expect(records.count == 1)
    #expect(order.number == "O2")
    #expect(summary.problems.count == 1)
  }

  @Test func aLineOfAnObjectIsNamedByItsPlace() throws {
    let text = """
      {"orders":[{"order":"O1","channel":"jd","receiver":"林一","phone":"13800138000",
        "region":"浙江省","address":"青枫路1号","carrier":"YTO","cutoff":"2026-11-22 16:00",
        "lines":[{"sku":"PEN","quantity":1},{"sku":"NO","quantity":2}]},
       {"order":"O2","channel":"jd","receiver":"林一","phone":"1","region":"浙江省",
        "address":"1号","carrier":"YTO","cutoff":"2026-11-22 16:00","lines":[]}]}
      """
    let problems = try SmallHouse.problems(.orders, text, "o.json")
    #expect(
      problems == """
        o.json:3:46: lines[2].sku "NO": expected the SKU of an imported product
        o.json:5:70: lines "[...]": expected a list of objects
        """)
  }

  @Test func withoutASiteThereIsNoClock() throws {
    let text = Self.header + Self.head + "PEN,1\n"
    let products = try SmallHouse.records(.products, SmallHouse.products, "p.csv")
    let facts = ImportedFacts(
      products + [.carrier(Carrier(code: "YTO", name: Name(zh: "圆通", en: "")))])
    let (_, summary) = try SmallHouse.run(.orders, Array(text.utf8), "o.csv", facts: facts)
    #expect(
      summary.problems.description == "o.csv:2: expected a site to be imported before orders")
  }

  @Test func anOrderHasAThousandLinesAtMost() throws {
    var text = Self.header
    for _ in 1...1_200 { text += "O1,,,,,,,,,,NO,1\n" }
    let problems = try SmallHouse.problems(.orders, text, "o.csv")
    #expect(problems.hasSuffix("and 8 more"), "\(problems.suffix(200))")
  }
}

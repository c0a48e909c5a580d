import Testing
import Warehouse

@testable import Exchange

struct DigestTests {
  /// The examples of FIPS 180-4 and a text of several blocks.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func theHashIsTheStandardOne(text: String, digest: String) {
    var hash = SHA256()
    for part in text.split(separator: "c", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { hash.update("c") }
      hash.update(String(part.element))
    }
    #expect(hash.hexadecimal() == digest)
  }

  private static let csv = """
    order,channel,receiver,phone,region,address,carrier,cutoff,priority,remark,sku,quantity
    O1,jd,林一,13800138000,浙江省 杭州市,青枫路1号,YTO,2026-11-22 16:00,5,急,PEN,2
    O1,jd,林一,13800138000,浙江省 杭州市,青枫路1号,YTO,2026-11-22 16:00,5,急,FOOD,1
    O2,jd,郭二,13800138001,北京市,望舒街2号,YTO,2026-11-22 16:00,,,SOAP,1

    """
  private static let json = """
    {"orders":[
     {"order":"O1","channel":"jd","receiver":"林一 ","phone":"13800138000","region":"浙江省 杭州市",
      "address":"青枫路1号","carrier":"YTO","cutoff":"2026/11/22 16:00:00","priority":5,"remark":"急",
      "lines":[{"sku":"PEN","quantity":2.0},{"sku":"FOOD","quantity":1}]},
     {"order":"O2","channel":"jd","receiver":"郭二","phone":13800138001,"region":"北京市",
      "address":"望舒街2号","carrier":"YTO","cutoff":"2026-11-22 16:00","priority":null,
      "lines":[{"quantity":1,"sku":"SOAP"}]}]}
    """
  private static let chinese = """
    渠道;订单号;收货人;电话;省市区;地址;快递公司;截单时间;优先级;备注;商品编码;数量
    jd;O1;林一;13800138000;浙江省 杭州市;青枫路1号;YTO;2026-11-22 16:00;5;急;PEN;2
    ;O1;;;;;;;;;FOOD;1
    jd;O2;郭二;13800138001;北京市;望舒街2号;YTO;2026-11-22T16:00;0;;SOAP;1

    """

  @Test func theSameContentHasTheSameDigestInEveryForm() throws {
    let expected = try SmallHouse.run(.orders, Array(Self.csv.utf8), "o.csv")
    #expect(expected.summary.problems.isEmpty, "\(expected.summary.problems)")
    #expect(expected.records.count == 2)
    let windows = "\u{FEFF}" + Self.csv.replacing("\n", with: "\r\n")
    let forms: [(String, [UInt8]?)] = [
      ("o.json", Array(Self.json.utf8)), ("o.csv", Array(windows.utf8)),
      ("o.csv", Array(Self.chinese.utf8)), ("o.csv", encoded(Self.chinese, as: "GB18030")),
      ("o.json", encoded(Self.json, as: "GB18030")),
    ]
    for (name, bytes) in forms {
      let found = try SmallHouse.run(.orders, try #require(bytes), name)
      #expect(found.summary.problems.isEmpty, "\(found.summary.problems)")
      #expect(found.records == expected.records)
      #expect(found.summary.digest == expected.summary.digest)
    }
  }

  @Test(arguments: [
    ("PEN,2", "PEN,3"), ("青枫路1号", "青枫路2号"), ("16:00,5", "16:01,5"), ("5,急", "4,急"),
    ("O2,", "O3,"),
  ])
  func otherContentHasAnother(old: String, new: String) throws {
    let changed = Self.csv.replacing(old, with: new)
    let one = try SmallHouse.run(.orders, Array(Self.csv.utf8), "o.csv").summary
    let other = try SmallHouse.run(.orders, Array(changed.utf8), "o.csv").summary
    #expect(other.problems.isEmpty, "\(other.problems)")
    #expect(one.digest != other.digest)
  }

  /// What is hidden in a text from outside never gets in.
  @Test func textIsCleaned() throws {
    let text = Self.csv.replacing("林一", with: "林\u{1B}[2J\u{202E}一")
    let records = try SmallHouse.records(.orders, text, "o.csv")
    guard case .order(_, _, let receiver)? = records.first else {
      Issue.record("expected an order")
      return
    }
    #expect(receiver.name == "林[2J一")
  }
}

import Carriers
import Testing
import Warehouse

@Suite("Own numbers")
struct PoolTests {
  @Test(
    "The public shapes and examples agree",
    .enabled(
      if: PublicData.has("china/cn-waybill-patterns.tsv"), "no public data: set PICKWAY_DATA"))
  func publicShapes() throws {
    var count = 0
    for row in try PublicData.rows("china/cn-waybill-patterns.tsv") {
      guard let code = row[0].split(separator: "/").first.map(String.init),
        let courier = Courier.known(CarrierCode(code)), !row[3].isEmpty
      else { continue }
      #expect(courier.owns(row[3]), "\(row[3])")
      #expect(Courier.recognize(row[3]).first?.code == courier.code, "\(row[3])")
      // Numbers near the shape, checked against the published expression.
      let expressions = try row[0].split(separator: "/").indices.map { _ in try Regex(row[2]) }
      let others = [
        String(row[3].dropLast()), row[3] + "1", "1" + row[3].dropFirst(), "X" + row[3],
      ]
      for other in others where other.wholeMatch(of: expressions[0]) != nil {
        let codes = row[0].split(separator: "/").map { CarrierCode(String($0)) }
        #expect(codes.contains { Courier.known($0)?.owns(other) == true }, "\(other)")
      }
      count += 1
    }
    #expect(count == 9)
  }

  @Test(
    "Shapes match whole numbers only",
    arguments: [
      ("7[3-68]#{12}", "73610555582883", true), ("7[3-68]#{12}", "77610555582883", false),
      ("7[3-68]#{12}", "7361055558288", false), ("77#{12,15}", "77327702728033", true),
      ("77#{12,15}", "773277027280336123", false), ("SF*#{12}", "sf1385628716739", true),
      ("JD**#{11}", "JDX024407261700", true), ("P@#{11}", "PA12345678901", true),
      ("P@#{11}", "P112345678901", false), ("#{2,4}1", "1111", true), ("#{2,4}1", "11", false),
    ])
  func shapes(_ notation: String, _ number: String, _ matches: Bool) throws {
    #expect(try #require(NumberPattern(notation)).matches(number) == matches)
  }

  @Test(
    "A notation that cannot be read is none", arguments: ["", "[", "{3}", "#{0}", "#{5,2}", "[]"])
  func badNotations(_ notation: String) {
    #expect(NumberPattern(notation) == nil)
  }

  @Test(
    "International numbers carry their check digit",
    arguments: [
      // The example of the standard, and the two folded remainders.
      ("47312482", 9), ("00000000", 5), ("00000008", 0),
    ])
  func s10(_ digits: String, _ check: Int) throws {
    #expect(NumberPattern.s10CheckDigit(of: digits) == check)
    let pattern = try #require(NumberPattern("@@#{9}@@", check: .s10))
    for digit in 0...9 {
      #expect(pattern.matches("RR\(digits)\(digit)CN") == (digit == check))
    }
  }

  @Test("Numbers come in order, once each, until they are used up")
  func take() {
    var range = NumberRange(carrier: "ZTO", prefix: "73", next: 8, last: 10, digits: 12)
    #expect(Pool.preview(range, count: 2) == ["73000000000008", "73000000000009"])
    #expect(Pool.take(&range) == "73000000000008")
    #expect(Pool.take(&range) == "73000000000009")
    #expect(Pool.take(&range) == "73000000000010")
    #expect(Pool.take(&range) == nil)
    #expect(Pool.left(range) == 0)
  }

  @Test("An international run makes valid numbers")
  func takeS10() throws {
    var range = NumberRange(
      carrier: "EMS", prefix: "EA##CN", next: 47_312_482, last: 47_312_483, digits: 8)
    #expect(Pool.take(&range) == "EA473124829CN")
    let second = try #require(Pool.take(&range))
    #expect(Courier.known("EMS")?.owns(second) == true)
    #expect(Pool.take(&range) == nil)
  }

  @Test("Low water is told once fewer are left than wanted")
  func lowWater() {
    func range(_ next: Int) -> NumberRange {
      NumberRange(carrier: "ZTO", prefix: "73", next: next, last: 100, digits: 12)
    }
    #expect(Pool.level(range(1), lowWater: 100) == .ample(left: 100))
    #expect(Pool.level(range(2), lowWater: 100) == .low(left: 99))
    #expect(Pool.level(range(101), lowWater: 100) == .empty)
    #expect(Pool.warning(range(1), lowWater: 100) == nil)
    #expect(Pool.warning(range(91), lowWater: 100)?.zh == "中通快递单号只剩 10 个, 请补充号段")
    #expect(
      Pool.warning(range(101), lowWater: 1)?.en
        == "ZTO Express: no waybill numbers left, import more")
  }

  @Test("A run whose numbers its carrier would not know is told of")
  func problems() {
    func problems(_ prefix: String, _ last: Int, _ digits: Int) -> Int {
      Pool.problems(
        NumberRange(carrier: "ZTO", prefix: prefix, next: 1, last: last, digits: digits)
      ).count
    }
    #expect(problems("73", 10, 12) == 0)
    #expect(problems("71", 10, 12) == 2)
    #expect(problems("73", 10, 11) == 2)
    #expect(problems("73", 10_000_000_000_000, 12) == 1)
    #expect(problems("73", 0, 12) == 1)
  }

  @Test("A scanned number of another carrier is named")
  func scanned() {
    #expect(Pool.problem("73610555582883", of: "ZTO") == nil)
    #expect(
      Pool.problem("YT8962646785389", of: "ZTO")?.en
        == "YT8962646785389 looks like YTO Express, expected ZTO Express")
    #expect(Pool.problem("hello", of: "ZTO")?.en == "hello is no ZTO Express number")
    #expect(Pool.problem("anything", of: "OWN") == nil)
  }
}

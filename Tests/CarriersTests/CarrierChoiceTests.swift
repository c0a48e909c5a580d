import Carriers
import Foundation
import Testing
import Warehouse

@Suite("Carrier choice")
struct CarrierChoiceTests {
  static let text = """
    {"version": 1,
     "carriers": [
      {"carrier": "ZTO", "divisor": 8000, "hours": 60, "quota": 2000,
       "rounding": {"step": 1000, "mode": "up", "grace": 0, "least": 1000},
       "cod": {"permyriad": 100, "least": 300, "most": 2000},
       "bans": ["西藏自治区"], "refusedGoods": ["battery"], "heaviest": 50000, "longest": 1500,
       "remote": [{"regions": ["新疆维吾尔自治区"], "fen": 1000, "fenPerKilogram": 500}],
       "peaks": [{"from": "2026-11-10", "to": "2026-11-20", "fen": 50}],
       "oversize": {"millimeters": 1200, "fen": 1500},
       "rows": [
        {"to": "", "firstGrams": 1000, "firstFen": 800, "addGrams": 1000, "addFen": 300},
        {"from": "浙江省", "to": "广东省 深圳市", "validFrom": "2026-11-01",
         "bands": [{"grams": 500, "fen": 350}, {"grams": 1000, "fen": 450}],
         "addGrams": 1000, "addFen": 200}]},
      {"carrier": "YTO", "hours": 72,
       "rows": [{"firstGrams": 1000, "firstFen": 500, "addGrams": 1000, "addFen": 200}]},
      {"carrier": "SF", "hours": 30, "rounding": {"step": 500, "grace": 50, "least": 1000},
       "cod": {"permyriad": 200}, "insurance": {"permyriad": 50, "least": 100},
       "rows": [{"firstGrams": 1000, "firstFen": 1800, "addGrams": 500, "addFen": 300}]}],
     "rules": [{"name": "生鲜走顺丰", "goods": ["fresh"], "use": ["SF"]},
               {"name": "no YTO to 四川", "to": ["四川省"], "avoid": ["YTO"]}]}
    """

  private func choice() throws -> CarrierChoice {
    CarrierChoice(try TariffDocument.read(Self.text))
  }

  @Test("The cheapest is chosen, and every line says why")
  func cheapest() throws {
    let decision = try choice().choose(try TariffTests.consignment(grams: 1200))
    #expect(decision.chosen?.carrier == "ZTO")
    #expect(decision.chosen?.total == 650)
    #expect(
      decision.lines.map(\.zh) == [
        "ZTO: 计费 2 kg, 运费 6.50 = 6.50 元", "YTO: 计费 2 kg, 运费 7.00 = 7.00 元",
        "SF: 计费 1.5 kg, 运费 21.00 = 21.00 元", "选 ZTO: 最便宜, 比 YTO 少 0.50 元",
      ])
    #expect(
      decision.lines.map(\.en) == [
        "ZTO: 2 kg charged, carriage 6.50 = 6.50", "YTO: 2 kg charged, carriage 7.00 = 7.00",
        "SF: 1.5 kg charged, carriage 21.00 = 21.00", "chosen ZTO: cheapest, 0.50 less than YTO",
      ])
  }

  @Test("Rules, bans, cash, wishes and quotas come before cost")
  func rules() throws {
    let choice = try choice()
    func carrier(
      _ to: String = "广东省 深圳市 南山区", used: [CarrierCode: Int] = [:],
      change: (inout Consignment) -> Void
    ) throws -> (CarrierCode?, [String]) {
      let decision = choice.choose(try TariffTests.consignment(to, change: change), used: used)
      return (decision.chosen?.carrier, decision.lines.map(\.en))
    }
    let fresh = try carrier { $0.goods = ["fresh"] }
    #expect(fresh.0 == "SF")
    #expect(fresh.1.last == "chosen SF: the only one")
    #expect(fresh.1.contains("YTO: out, by rule: 生鲜走顺丰"))
    #expect(try carrier("西藏 拉萨市 城关区") { _ in }.0 == "YTO")
    let sichuan = try carrier("四川 成都市 武侯区") { _ in }
    #expect(sichuan.0 == "ZTO")
    #expect(sichuan.1.contains("YTO: out, by rule: no YTO to 四川"))
    #expect(try carrier { $0.codFen = 10_000 }.0 == "ZTO")
    #expect(try carrier { $0.insuredFen = 10_000 }.0 == "SF")
    #expect(try carrier { $0.designated = "YTO" }.0 == "YTO")
    let full = try carrier(used: ["ZTO": 2000]) { _ in }
    #expect(full.0 == "YTO")
    #expect(full.1.contains("ZTO: out, today's quota of 2000 is used up"))
    let none = try carrier {
      $0.designated = "YTO"
      $0.codFen = 1
    }
    #expect(none.0 == nil)
    #expect(none.1.last == "no carrier takes it: decide by hand")
  }

  @Test("Among equals the faster one, then the one with more of its quota left")
  func ties() throws {
    func terms(_ carrier: CarrierCode, hours: Int, quota: Int?) -> CarrierTerms {
      CarrierTerms(carrier: carrier, rows: [TariffTests.row("", 500)], hours: hours, quota: quota)
    }
    let consignment = try TariffTests.consignment()
    let byHours = CarrierChoice(
      TariffDocument(carriers: [
        terms("A", hours: 72, quota: nil), terms("B", hours: 48, quota: nil),
      ]))
    #expect(byHours.choose(consignment).chosen?.carrier == "B")
    let byQuota = CarrierChoice(
      TariffDocument(carriers: [
        terms("A", hours: 48, quota: 100), terms("B", hours: 48, quota: 1000),
      ]))
    #expect(byQuota.choose(consignment, used: ["A": 10, "B": 99]).chosen?.carrier == "B")
    #expect(byQuota.choose(consignment, used: ["A": 9, "B": 99]).chosen?.carrier == "A")
  }

  @Test("Nobody chosen could have been cheaper", arguments: 1...10)
  func property(_ seed: Int) throws {
    var random = SplitMix(seed)
    let choice = try choice()
    let cities = ["广东省 深圳市 南山区", "四川省 成都市 武侯区", "西藏 拉萨市 城关区", "新疆 乌鲁木齐市 天山区"]
    for _ in 0..<50 {
      let consignment = try TariffTests.consignment(
        cities[random.next(0...3)], grams: random.next(1...60_000)
      ) {
        $0.codFen = random.next(0...1) * 5000
        $0.cubicCentimeters = random.next(0...50_000)
      }
      let decision = choice.choose(consignment)
      let totals = decision.candidates.compactMap(\.quote?.total)
      #expect(decision.chosen?.total == totals.min())
      #expect(decision.candidates.count == 3)
      #expect(decision.lines.count == 4)
      #expect(decision.candidates.allSatisfy { ($0.quote == nil) != ($0.obstacle == nil) })
    }
  }

  @Test("A document says at which line it is wrong")
  func problems() throws {
    let text = """
      {"version": 1,
       "carriers": [
        {"carrier": "ZTO", "divisors": 8000,
         "rounding": {"step": 0, "mode": "sideways"},
         "cod": {"permyriad": 100, "least": 300, "most": 200},
         "rows": [
          {"firstGrams": 1000, "firstFen": 8.5},
          {"bands": [{"grams": 500, "fen": 350}, {"grams": 400, "fen": 450}]},
          {"to": "广东省", "validFrom": "2026-02-30", "firstGrams": 1000, "firstFen": 800}]},
        {"carrier": "ZTO", "rows": []}],
       "rules": [{"name": "x", "use": ["JD"]}, {"name": "y"}]}
      """
    let expected = """
      line 3, column 34: carriers[0].divisors: expected one of carrier, rows, divisor, rounding, \
      hours, cod, insurance, fuel, remote, peaks, oversize, bans, refusedGoods, heaviest, longest, quota
      line 4, column 25: carriers[0].rounding.step: expected a whole number from 1 to 100000
      line 4, column 36: carriers[0].rounding.mode: expected up, down or nearest
      line 5, column 52: carriers[0].cod.most: expected at least 300
      line 7, column 38: carriers[0].rows[0].firstFen: expected a whole number from 0 to 100000000
      line 8, column 15: carriers[0].rows[1].bands: expected heavier bands after lighter ones, none \
      cheaper than the one before
      line 9, column 32: carriers[0].rows[2].validFrom: expected a day like 2026-11-22
      line 10, column 15: carriers[1].carrier: expected each carrier once
      line 10, column 30: carriers[1].rows: expected at least one row
      line 11, column 33: rules[0].use: expected carriers of this document
      line 11, column 42: rules[1].use: expected use or avoid
      """
    #expect {
      try TariffDocument.read(text)
    } throws: { error in
      "\(error)" == expected
    }
    #expect {
      try TariffDocument.read("{\"version\": 1,\n \"carriers\" []}")
    } throws: { error in
      "\(error)" == "line 2, column 13: expected ':'"
    }
  }

  @Test("A document is kept as it was read")
  func codable() throws {
    let document = try TariffDocument.read(Self.text)
    let data = try JSONEncoder().encode(document)
    #expect(try JSONDecoder().decode(TariffDocument.self, from: data) == document)
    #expect(document.carriers.map(\.carrier) == ["ZTO", "YTO", "SF"])
    #expect(document.carriers[2].rounding == Rounding.sf)
  }

  @Test("A bill is compared line by line")
  func reconciliation() throws {
    let book = TariffBook(try TariffDocument.read(Self.text).carriers)
    let quote = try book.quote(try TariffTests.consignment(grams: 1200), at: 0)
    let quotes = Dictionary(uniqueKeysWithValues: (1...5).map { ("7300000000000\($0)", quote) })
    func line(_ number: Int, _ grams: Int, _ fen: Int) -> Reconciliation.BillLine {
      Reconciliation.BillLine(number: "7300000000000\(number)", grams: grams, fen: fen)
    }
    let bill = [
      line(1, 2000, 650), line(2, 3000, 850), line(3, 2000, 700), line(1, 2000, 650),
      line(9, 1000, 450), line(4, 2000, 651),
    ]
    let report = Reconciliation.compare(bill, with: quotes, tolerance: 1)
    #expect(report.agreed == 2)
    #expect(
      report.differences.map(\.kind) == [.weight, .price, .twice, .notOurs, .notBilled])
    #expect(report.differences.map(\.fen) == [200, 50, 650, 450, -650])
    #expect(report.billedFen == 3951)
    #expect(report.expectedFen == 3250)
    #expect(
      report.differences.reduce(0) { $0 + $1.fen } == report.billedFen - report.expectedFen - 1)
  }
}

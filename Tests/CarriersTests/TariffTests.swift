import Carriers
import Foundation
import Testing
import Warehouse

@Suite("Tariffs")
struct TariffTests {
  static let day = Day(year: 2026, month: 11, day: 22)

  static func consignment(
    _ to: String = "广东省 深圳市 南山区", grams: Int = 1000,
    change: (inout Consignment) -> Void = { _ in }
  ) throws -> Consignment {
    var consignment = Consignment(
      from: Region("浙江省 杭州市 余杭区"), to: Region(to), grams: grams, day: try Sample.known(day))
    change(&consignment)
    return consignment
  }

  static func row(
    _ to: String, _ first: Int, from: String = "", validFrom: Day? = nil, further: Int? = 100
  ) -> TariffRow {
    TariffRow(
      from: Region(from), to: Region(to), validFrom: validFrom,
      bands: [.init(grams: 1000, fen: first)],
      further: further.map { .init(grams: 1000, fen: $0) })
  }

  private func total(_ terms: CarrierTerms, _ consignment: Consignment) -> Result<Int, Obstacle> {
    do throws(Obstacle) {
      return .success(try TariffBook([terms]).quote(consignment, at: 0).total)
    } catch { return .failure(error) }
  }

  // The public table was made with binary fractions: 2.05 - 2 is a little less than 0.05 there. In
  // whole grams 2.05 kg stands exactly where 1.05 kg does, so these two rows cannot both be met.
  @Test(
    "SF weights as in the public table, its two rounding slips apart",
    .enabled(if: PublicData.has("china/sf-billing-weight.tsv"), "no public data: set PICKWAY_DATA"))
  func sfWeights() throws {
    var slips: [String] = []
    let rows = try PublicData.rows("china/sf-billing-weight.tsv")
    for row in rows {
      let grams = try #require(KDNiaoTariff.decimal(row[0], digits: 3))
      let expected = try #require(KDNiaoTariff.decimal(row[1], digits: 3))
      guard Rounding.sf.round(grams) != expected else { continue }
      slips.append(row[0])
      let kilograms = try #require(Double(row[0]))
      let fraction = kilograms - kilograms.rounded(.down)
      let binary = kilograms.rounded(.down) + (fraction < 0.05 ? 0 : fraction < 0.55 ? 0.5 : 1)
      #expect(Int(binary * 1000) == expected)
    }
    #expect(slips == ["2.05", "2.55"])
    #expect(rows.count == 18)
  }

  @Test(
    "SF weights step by half kilograms with fifty grams forgiven",
    arguments: [
      (1, 1000), (1000, 1000), (1049, 1000), (1050, 1500), (1549, 1500), (1550, 2000), (2049, 2000),
      (2050, 2500), (2500, 2500), (10_010, 10_000), (19_960, 20_000),
    ])
  func sf(_ grams: Int, _ charged: Int) {
    #expect(Rounding.sf.round(grams) == charged)
  }

  @Test(
    "Other carriers round as written",
    arguments: [
      (Rounding.kilograms, 1, 1000), (.kilograms, 1001, 2000), (.kilograms, 2000, 2000),
      (Rounding(step: 100), 1201, 1300), (Rounding(step: 100, mode: .down), 1299, 1200),
      (Rounding(step: 100, mode: .nearest), 1250, 1300),
      (Rounding(step: 100, mode: .nearest), 1249, 1200),
      (.none, 1234, 1234), (Rounding(step: 1000, grace: 1, least: 500), 1001, 2000),
    ])
  func rounding(_ rounding: Rounding, _ grams: Int, _ charged: Int) {
    #expect(rounding.round(grams) == charged)
  }

  @Test("First and further weights, whole and begun ones")
  func firstWeight() {
    let row = Self.row("", 800, further: 300)
    #expect([1, 1000, 1001, 2000, 2001].map { row.fen($0) } == [800, 800, 1100, 1100, 1400])
    #expect(Self.row("", 800, further: nil).fen(1001) == nil)
    let bands = TariffRow(
      bands: [.init(grams: 500, fen: 350), .init(grams: 1000, fen: 450)],
      further: .init(grams: 500, fen: 100))
    #expect(
      [500, 501, 1000, 1001, 1500, 1501].map { bands.fen($0) } == [350, 450, 450, 550, 550, 650])
  }

  @Test(
    "The most specific place wins, however it is written",
    arguments: [
      ("广东省 深圳市 南山区", 400), ("广东 深圳 南山区", 400), ("广东省 深圳市 福田区", 300),
      ("广东省 广州市 天河区", 200), ("四川省 成都市 武侯区", 100), ("广西 南宁市 青秀区", 250),
      ("福建省 深圳市 南山区", 100),
    ])
  func places(_ to: String, _ fen: Int) throws {
    let terms = CarrierTerms(
      carrier: "ZTO",
      rows: [
        Self.row("", 100), Self.row("广东省", 200), Self.row("广东省 深圳市", 300),
        Self.row("广东省 深圳市 南山区", 400), Self.row("广西壮族自治区", 250),
      ])
    #expect(total(terms, try Self.consignment(to)) == .success(fen))
  }

  @Test("Then the most specific origin, then the latest day, then what was written last")
  func rows() throws {
    let (earlier, later, future) = (
      Day("2026-01-01"), Day("2026-11-22"), Day("2026-11-23")
    )
    func fen(_ rows: TariffRow...) throws -> Result<Int, Obstacle> {
      total(CarrierTerms(carrier: "ZTO", rows: rows), try Self.consignment())
    }
    #expect(try fen(Self.row("", 1, from: "浙江省"), Self.row("", 2)) == .success(1))
    #expect(try fen(Self.row("", 1, from: "江苏省"), Self.row("", 2)) == .success(2))
    #expect(try fen(Self.row("广东", 1), Self.row("", 2, from: "浙江省 杭州市")) == .success(1))
    #expect(
      try fen(Self.row("", 1, validFrom: later), Self.row("", 2, validFrom: earlier)) == .success(1)
    )
    #expect(
      try fen(Self.row("", 1, validFrom: future), Self.row("", 2, validFrom: earlier))
        == .success(2))
    #expect(
      try fen(
        Self.row("", 1, from: "浙江省", validFrom: earlier), Self.row("", 2, validFrom: later))
        == .success(1))
    #expect(try fen(Self.row("", 1), Self.row("", 2)) == .success(2))
    #expect(try fen(Self.row("", 1, validFrom: future)) == .failure(.noPrice))
    var ended = Self.row("", 1)
    ended.validTo = earlier
    #expect(try fen(ended) == .failure(.noPrice))
  }

  @Test("Volume counts by its divisor")
  func volume() throws {
    let terms = CarrierTerms(carrier: "ZTO", rows: [Self.row("", 800, further: 300)], divisor: 8000)
    var consignment = try Self.consignment(grams: 900)
    consignment = Consignment(
      from: consignment.from, to: consignment.to, grams: 900, sides: (200, 400, 300),
      day: consignment.day)
    let quote = try TariffBook([terms]).quote(consignment, at: 0)
    #expect(quote.volumetricGrams == 3000)
    #expect(quote.chargedGrams == 3000)
    #expect(quote.total == 1400)
    #expect(consignment.millimeters == [400, 300, 200])
  }

  @Test("Surcharges are added part by part")
  func surcharges() throws {
    let terms = CarrierTerms(
      carrier: "ZTO", rows: [Self.row("", 1000)],
      cod: .init(permyriad: 100, least: 300, most: 2000),
      insurance: .init(permyriad: 50, least: 100), fuel: .init(permyriad: 1250),
      remote: [.init(regions: [Region("新疆维吾尔自治区")], fen: 1000, fenPerKilogram: 500)],
      peaks: [
        .init(
          from: try Sample.known(Day("2026-11-10")), to: try Sample.known(Day("2026-11-22")),
          fen: 50)
      ],
      oversize: .init(millimeters: 1200, fen: 1500))
    let quote = try TariffBook([terms]).quote(
      Consignment(
        from: Region(), to: Region("新疆 乌鲁木齐市 天山区"), grams: 1500, sides: (1300, 10, 10),
        codFen: 50_050, insuredFen: 10_000, day: try Sample.known(Self.day)), at: 0)
    #expect(quote.carriage == 1100)
    #expect(quote.cod == 501)
    #expect(quote.insurance == 100)
    #expect(quote.fuel == 138)
    #expect(quote.remote == 2000)
    #expect(quote.peak == 50)
    #expect(quote.oversize == 1500)
    #expect(quote.total == 5389)
  }

  @Test("What a carrier does not do is told")
  func obstacles() throws {
    let terms = CarrierTerms(
      carrier: "ZTO", rows: [Self.row("", 1000)], bans: [Region("广东省 深圳市")],
      refusedGoods: ["battery"], heaviest: 5000, longest: 1000)
    let far = "四川省 成都市 武侯区"
    #expect(total(terms, try Self.consignment()) == .failure(.banned(Region("广东省 深圳市 南山区"))))
    #expect(total(terms, try Self.consignment("广东省 广州市 天河区")) == .success(1000))
    #expect(
      total(terms, try Self.consignment(far, grams: 5001)) == .failure(.tooHeavy(limit: 5000)))
    #expect(
      total(terms, try Self.consignment(far) { $0.millimeters = [1001, 1, 1] })
        == .failure(.tooLong(limit: 1000)))
    #expect(
      total(terms, try Self.consignment(far) { $0.goods = ["battery", "liquid"] })
        == .failure(.goods("battery")))
    #expect(total(terms, try Self.consignment(far) { $0.codFen = 1 }) == .failure(.noCOD))
    #expect(total(terms, try Self.consignment(far) { $0.insuredFen = 1 }) == .failure(.noInsurance))
  }

  @Test("Fees never fall when the weight rises, nor below the first fee", arguments: 1...20)
  func monotone(_ seed: Int) throws {
    var random = SplitMix(seed)
    let modes = Rounding.Mode.allCases
    var fen = random.next(100...900)
    var grams = 0
    let first = fen
    let bands = (0..<random.next(1...4)).map { _ in
      grams += random.next(100...2000)
      fen += random.next(0...500)
      return TariffRow.Band(grams: grams, fen: fen)
    }
    let step = random.next(1...1000)
    let terms = CarrierTerms(
      carrier: "ZTO",
      rows: [
        TariffRow(
          bands: bands, further: .init(grams: random.next(1...2000), fen: random.next(0...900)))
      ],
      divisor: random.next(3000...12_000),
      rounding: Rounding(
        step: step, mode: modes[random.next(0...2)], grace: random.next(0...step) / 2,
        least: random.next(0...1500)),
      fuel: .init(permyriad: random.next(0...3000)))
    let book = TariffBook([terms])
    var last = first
    for weight in stride(from: 1, to: 12_000, by: random.next(1...97)) {
      let quote = try book.quote(try Self.consignment(grams: weight), at: 0)
      #expect(quote.total >= last, "seed \(seed), \(weight) g")
      last = quote.total
    }
  }

  @Test("KDNiao's own exchange form is read exactly")
  func kdniao() throws {
    let text = """
      {'Detail':[
       {'ShipperCode':'ZTO','SendProvince':'浙江省','ReceiveProvince':'广东省','ReceiveCity':'深圳市',
        'FirstWeight':'1','FirstFee':'8.50','AdditionalWeight':0.5,'AdditionalFee':1.2},
       {'ShipperCode':'SF','ReceiveProvince':'北京','ShippingType':'2','IntervalList':[
        {'StartWeight':1,'EndWeight':3,'Fee':20},{'StartWeight':0,'EndWeight':1,'Fee':12.05}]},
       {'ShipperCode':'YD','FirstWeight':1,'FirstFee':1.234}]}
      """
    let rows = try #require(KDNiaoTariff.read(text))
    let zto = try #require(rows["ZTO"]?.first)
    #expect(zto.to == Region("广东省 深圳市"))
    #expect([1000, 1001, 1501].map { zto.fen($0) } == [850, 970, 1090])
    let sf = try #require(rows["SF"]?.first)
    #expect([1000, 1001, 3000, 3001].map { sf.fen($0) } == [1205, 2000, 2000, nil])
    #expect(sf.shipping == "2")
    #expect(rows["YD"] == nil)
  }
}

/// A small generator whose numbers are the same everywhere.
struct SplitMix {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int(mixed % UInt64(range.count))
  }
}

import Carriers
import Foundation
import Testing
import Warehouse

@Suite("Orders and regions")
struct OrderTests {
  @Test("The same parcel has the same code, another revision another one")
  func codes() {
    #expect(OrderCode(parcel: "SO-1001-1").rawValue == "SO-1001-1")
    #expect(OrderCode(parcel: "SO-1001-1", revision: 2).rawValue == "SO-1001-1_2")
    let long = Code<Parcel>("TB-2026112200000000000000000001-1")
    let other = Code<Parcel>("TB-2026112200000000000000000002-1")
    let codes = [
      OrderCode(parcel: long), OrderCode(parcel: other), OrderCode(parcel: long, revision: 2),
      OrderCode(parcel: "订单 7-1"), OrderCode(parcel: "订单 8-1"), OrderCode(parcel: "+7-1"),
      OrderCode(parcel: "7-1"),
    ]
    #expect(Set(codes).count == codes.count)
    for code in codes { #expect(OrderCode(code.rawValue) == code) }
    #expect(OrderCode(parcel: long) == OrderCode(parcel: long))
    // A parcel named like a digest cannot take another's code.
    #expect(OrderCode(parcel: Code(codes[0].rawValue)) != codes[0])
  }

  @Test(
    "What no carrier takes is no code",
    arguments: ["", "a b", "订单", "a'", String(repeating: "1", count: 31)])
  func badCodes(_ text: String) {
    #expect(OrderCode(text) == nil)
  }

  @Test(
    "Regions are read from one line",
    arguments: [
      ("广东省深圳市南山区", "广东省", "深圳市", "南山区"), ("广东省 深圳市 南山区", "广东省", "深圳市", "南山区"),
      ("北京市朝阳区", "北京", "北京市", "朝阳区"), ("北京市北京市朝阳区", "北京", "北京市", "朝阳区"),
      ("重庆 重庆市 渝中区", "重庆", "重庆市", "渝中区"),
      ("广西壮族自治区南宁市青秀区", "广西壮族自治区", "南宁市", "青秀区"),
      ("新疆维吾尔自治区伊犁哈萨克自治州伊宁市", "新疆维吾尔自治区", "伊犁哈萨克自治州", "伊宁市"),
      ("内蒙古自治区锡林郭勒盟锡林浩特市", "内蒙古自治区", "锡林郭勒盟", "锡林浩特市"),
      ("浙江省/杭州市/余杭区", "浙江省", "杭州市", "余杭区"), ("广东", "广东", "", ""), ("", "", "", ""),
    ])
  func regions(_ text: String, _ province: String, _ city: String, _ district: String) {
    #expect(Region(text) == Region(province: province, city: city, district: district))
  }

  @Test("A receiver becomes a party")
  func receiver() {
    let party = ContactParty(
      Receiver(name: "张三", phone: "13800001234", region: "广东省 深圳市 南山区", address: "科技园"))
    #expect(party.mobile == "13800001234")
    #expect(party.phoneTail == "1234")
    #expect(party.region.city == "深圳市")
    let office = ContactParty(
      Receiver(name: "张三", phone: "0755-88881234", region: "", address: ""))
    #expect(office.mobile.isEmpty)
    #expect(office.telephone == "0755-88881234")
  }

  @Test("Whatever is written down is read again")
  func codable() throws {
    let order = try Sample.order("P-1", pieces: 2)
    let waybill = try MemoryCarrier().order(order).value
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    #expect(try decoder.decode(WaybillOrder.self, from: encoder.encode(order)) == order)
    #expect(try decoder.decode(Waybill?.self, from: encoder.encode(waybill)) == waybill)
    #expect(throws: DecodingError.self) {
      try decoder.decode(OrderCode.self, from: Data("\"a b\"".utf8))
    }
  }

  @Test("A memory carrier goes wrong as told")
  func memoryFaults() throws {
    let carrier = MemoryCarrier()
    let order = try Sample.order("P-1")
    carrier.inject(.lostBefore, .lostAfter, .unreachable, .refuse(CarrierRefusal(.noNumbers)))
    #expect(throws: CarrierTrouble(.unknown, "no answer in time")) { try carrier.order(order) }
    #expect(carrier.numbersUsed == 0)
    #expect(throws: CarrierTrouble(.unknown, "no answer in time")) { try carrier.order(order) }
    #expect(carrier.numbersUsed == 1)
    #expect(throws: CarrierTrouble(.notDone, "cannot connect")) { try carrier.order(order) }
    #expect(try carrier.order(order).refusal?.kind == .noNumbers)
    #expect(try carrier.order(order).value?.isRepeat == true)
    #expect(carrier.numbersUsed == 1)
  }

  @Test("A job asks again under the same code, or leaves it to a person")
  func retries() throws {
    let retries = WaybillRetries(backoff: Backoff(first: 2000, longest: 60_000))
    let now = EmulatedKDNiao.start
    let unknown = CarrierTrouble(.unknown, "no answer in time")
    func wait(_ attempt: Int) -> WaybillNext {
      retries.next(after: unknown, attempt: attempt, now: now) { $0.upperBound }
    }
    #expect(wait(1) == .again(at: now.adding(milliseconds: 2000)))
    #expect(wait(3) == .again(at: now.adding(milliseconds: 8000)))
    #expect(wait(50) == .again(at: now.adding(milliseconds: 60_000)))
    let lasting = CarrierTrouble(.notDone, isRetryable: false, "HTTP 404")
    #expect(retries.next(after: lasting, attempt: 1, now: now) { $0.lowerBound } == .look(lasting))
    let refusal = CarrierRefusal(.noNumbers)
    #expect(retries.next(after: .refused(refusal)) == .person(refusal))
    let waybill = try Sample.known(try MemoryCarrier().order(Sample.order("P-1")).value)
    #expect(retries.next(after: .done(waybill)) == .finished(waybill))
  }

  @Test("Every refusal has words in both languages")
  func wordings() {
    for kind in CarrierRefusal.Kind.allCases {
      let wording = CarrierRefusal(kind, code: "105", reason: "x").wording
      #expect(wording.zh.hasSuffix("(105 x)"))
      #expect(wording.en.utf8.allSatisfy { $0 < 0x80 })
      #expect(wording.zh.unicodeScalars.contains { $0.value > 0x4E00 })
    }
  }
}

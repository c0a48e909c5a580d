import Carriers
import Station
import Storage
import Synchronization
import TestFloor
import Testing
import Warehouse

/// Who carries a parcel: rules, prices, quotas and numbers, decided when the parcel is closed.
@Suite struct CarriageTests {
  private static func document(
    sf: Int = 1200, yto: Int = 500, bans: [String] = [], quota: Int? = nil,
    cod: CarrierTerms.Rate? = nil
  ) -> TariffDocument {
    func row(_ fen: Int) -> TariffRow {
      TariffRow(
        bands: [TariffRow.Band(grams: 1000, fen: fen)],
        further: TariffRow.Band(grams: 1000, fen: 200))
    }
    return TariffDocument(carriers: [
      CarrierTerms(carrier: "SF", rows: [row(sf)], cod: cod),
      CarrierTerms(
        carrier: "YTO", rows: [row(yto)], bans: bans.map { Region($0) }, quota: quota),
    ])
  }

  @Test func theCheapestIsChosenAndSaysWhy() throws {
    var house = try WaybillFloor(MemoryStore(), carrier: "ANY")
    _ = try house.program(.adoptTariffs(Self.document()))
    let advice = try #require(
      try house.store.read { try carriageAdvice(for: "O1", at: TestFloor.start, $0) })
    #expect(advice.carriage?.carrier == "YTO")
    #expect(advice.lines.last?.en == "chosen YTO: cheapest, 7.00 less than SF")
    guard case .carried(_, let waybill?, let carriage) = try house.close() else {
      Issue.record("nothing was chosen")
      return
    }
    #expect(waybill.hasPrefix("YT"))
    #expect(carriage.reason.en == "cheapest, 5.00")
    #expect(try house.parcel()?.carrier == "YTO")
    #expect(try house.jobs().first?.fen == 500)
    #expect(try house.store.violations() == [])
  }

  @Test func aBanAndAQuotaSendItAnotherWay() throws {
    var house = try WaybillFloor(MemoryStore(), carrier: "ANY")
    _ = try house.program(.adoptTariffs(Self.document(bans: ["广东省"])))
    _ = try house.close()
    #expect(try house.parcel()?.carrier == "SF")
    var other = try WaybillFloor(MemoryStore(), carrier: "ANY")
    _ = try other.program(.adoptTariffs(Self.document(quota: 0)))
    _ = try other.close()
    #expect(try other.parcel()?.carrier == "SF")
  }

  /// Only who collects on delivery may have such an order, and the fee counts.
  @Test func cashOnDeliveryDecidesWhoCarriesIt() throws {
    let terms = Self.document(cod: CarrierTerms.Rate(permyriad: 100, least: 300))
    var house = try WaybillFloor(MemoryStore(), carrier: "ANY", codFen: 12_850)
    _ = try house.program(.adoptTariffs(terms))
    let advice = try #require(
      try house.store.read { try carriageAdvice(for: "O1", at: TestFloor.start, $0) })
    #expect(advice.carriage?.carrier == "SF")
    #expect(advice.carriage?.fen == 1500)
    #expect(advice.lines.contains { $0.en.hasPrefix("YTO") && $0.en.contains("collects no cash") })
    _ = try house.close()
    #expect(try house.parcel()?.carrier == "SF")
    // Nobody collects: the last piece is refused.
    var other = try WaybillFloor(MemoryStore(), carrier: "ANY", codFen: 12_850)
    _ = try other.program(.adoptTariffs(Self.document()))
    #expect(throws: TestFloor.Missing.self) { try other.close() }
  }

  @Test func whatIsCollectedIsToldToTheCarrier() throws {
    var house = try WaybillFloor(MemoryStore(), codFen: 12_850)
    _ = try house.close()
    let asked = Asked()
    _ = try WaybillFloor.worker(house.store, "a", asked).work()
    #expect(asked.orders.withLock { $0 }.map(\.codFen) == [12_850])
  }

  /// A carrier that keeps what it was asked.
  private final class Asked: Carriers.Carrier {
    let orders = Mutex<[WaybillOrder]>([])

    func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill> {
      orders.withLock { $0.append(order) }
      throw CarrierTrouble(.notDone, "busy")
    }

    func cancel(
      _ cancel: WaybillCancel
    ) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled> {
      throw CarrierTrouble(.notDone, "busy")
    }

    func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Carriers.Trace> {
      throw CarrierTrouble(.notDone, "busy")
    }
  }

  @Test func withoutTariffsNobodyCanBeChosen() throws {
    var house = try WaybillFloor(MemoryStore(), carrier: "ANY")
    #expect(throws: TestFloor.Missing.self) { try house.close() }
    #expect(try house.parcel()?.state == .open)
    #expect(try house.program(.setCarrier(order: "O1", carrier: "YTO")) == .done(.plain))
    _ = try house.close()
    #expect(try house.parcel()?.carrier == "YTO")
  }

  @Test func aNamedCarrierThatMayNotGoThereIsRefused() throws {
    var house = try WaybillFloor(MemoryStore(), carrier: "YTO")
    _ = try house.program(.adoptTariffs(Self.document(bans: ["广东省"])))
    #expect(throws: TestFloor.Missing.self) { try house.close() }
  }

  @Test func pricesStayOutOfTheJournal() throws {
    var house = try WaybillFloor(MemoryStore(), carrier: "ANY")
    _ = try house.program(.adoptTariffs(Self.document(sf: 987_654)))
    let journal = try house.store.entries(after: 0, limit: .max).map(\.payload).joined()
    #expect(!journal.contains("987654"))
  }

  @Test func anOwnNumberIsGivenUpAtOnceAndTheParcelClosesAnew() throws {
    var house = try WaybillFloor(MemoryStore(), carrier: "YTO")
    guard case .closed(_, let first) = try house.close() else {
      Issue.record("not closed")
      return
    }
    #expect(try house.program(.voidWaybill(parcel: "O1-1", reason: "torn")) == .done(.plain))
    #expect(try house.parcel()?.state == .open)
    #expect(try house.store.violations() == [])
    guard case .closed(_, let second) = try house.done(.closeParcel("O1-1")) else {
      Issue.record("not closed anew")
      return
    }
    #expect(second != first)
    #expect(try house.label(1)?.state == .void)
    // The first label of its number: neither a reprint nor marked as one.
    #expect(try house.label(2)?.reason == "")
    #expect(try house.label(2)?.attempts == 0)
    #expect(try house.jobs().map(\.number) == [first, second])
    #expect(try house.store.violations() == [])
  }
}

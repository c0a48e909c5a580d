import Carriers
import Foundation
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// An order in several parcels whose numbers come by one call 母子件: as many numbers as parcels,
/// wherever the power goes, and given up together.
@Suite struct MultiPieceTests {
  private static let codes: [Code<Parcel>] = ["O1-1", "O1-2", "O1-3"]

  /// The floor with three pieces of an order, each in a parcel of its own.
  private func packed(_ store: any Store, codFen: Int = 0) throws -> WaybillFloor {
    var house = try WaybillFloor(store, codFen: codFen, pieces: 3, isMultiPiece: true)
    for (code, next) in zip(Self.codes, Self.codes.dropFirst()) {
      try house.done(.verify(parcel: code, sku: "S3", units: 1))
      #expect(
        try house.done(.fillParcel(code)) == .filled(code, waybill: nil, next: next))
      #expect(try store.violations() == [])
    }
    guard
      case .carried("O1-3", waybill: nil, let carriage) = try house.done(
        .verify(parcel: "O1-3", sku: "S3", units: 1))
    else { throw TestFloor.Missing(what: "the last parcel") }
    #expect(carriage.reason.en == "with its first box")
    #expect(try store.violations() == [])
    return house
  }

  private func finish(_ store: any Store, _ carrier: any Carriers.Carrier) throws {
    for minutes in stride(from: Int64(10), through: 120, by: 10) {
      _ = try WaybillFloor.worker(store, "later-\(UUID())", carrier, minutes: minutes).work()
    }
  }

  private func states(_ store: any Store) throws -> [Parcel.State] {
    try store.read { facts in try Self.codes.compactMap { try facts.parcel($0)?.state } }
  }

  private func numbers(_ store: any Store) throws -> [String] {
    try store.read { facts in try Self.codes.compactMap { try facts.parcel($0)?.waybill } }
  }

  /// Does the same on a store in memory and on one of SQLite.
  private func onBothStores(_ body: (any Store) throws -> Void) throws {
    try body(MemoryStore())
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-pieces-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let store = try SQLiteStore.create(at: file)
    try body(store)
    try store.close()
  }

  @Test func oneCallGivesEveryParcelItsNumber() throws {
    try onBothStores { store in
      _ = try packed(store, codFen: 12_800)
      let carrier = Witness()
      #expect(try WaybillFloor.worker(store, "a", carrier).work() == 1)
      #expect(carrier.calls == ["order O1-1 x3, 12800 fen"])
      #expect(try states(store) == [.closed, .closed, .closed])
      #expect(try numbers(store) == ["750000000001", "750000000002", "750000000003"])
      #expect(try store.read { try $0.order("O1")?.state } == .packed)
      for code in Self.codes {
        #expect(try store.read { try $0.printJob(Code("\(code).1"))?.state } == .queued)
        let job = try #require(try store.read { try $0.waybillJobs(of: code).first })
        #expect(try store.read { try $0.family(of: job).map(\.parcel) } == Self.codes)
      }
      #expect(try store.violations() == [])
    }
  }

  @Test func nobodyIsAskedBeforeTheLastParcel() throws {
    var house = try WaybillFloor(MemoryStore(), pieces: 2, isMultiPiece: true)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 1))
    try house.done(.fillParcel("O1-1"))
    let carrier = Witness()
    try finish(house.store, carrier)
    #expect(carrier.calls == [])
    #expect(
      try house.program(.voidWaybill(parcel: "O1-1", reason: "torn"))
        == .refused(.waybillIs("O1-1", .joined)))
    // The rest is not there: what is packed goes with a number of its own.
    try house.done(.settle(parcel: "O1-2", .shipWithout))
    try finish(house.store, carrier)
    #expect(carrier.calls == ["order O1-1 x1, 0 fen"])
    #expect(try house.store.read { try $0.order("O1")?.state } == .packed)
    #expect(try house.store.violations() == [])
  }

  /// Every commit of claim and adoption, cut before and after, with what can go wrong on the wire.
  @Test(
    arguments: [1, 2, 3], [[], [MemoryCarrier.Fault.lostBefore], [.lostAfter], [.unreachable]])
  func aPowerCutAnywhereBuysOneSet(at commit: Int, _ faults: [MemoryCarrier.Fault]) throws {
    for after in [false, true] {
      let store = MemoryStore()
      _ = try packed(store)
      let carrier = Witness()
      for fault in faults { carrier.carrier.inject(fault) }
      let cut = CutStore(store, at: commit, after: after)
      _ = try? WaybillFloor.worker(cut, "dead", carrier).work()
      #expect(try store.violations() == [])
      try finish(store, carrier)
      #expect(Set(carrier.calls) == ["order O1-1 x3, 0 fen"], "one code, never a second")
      #expect(carrier.carrier.numbersUsed == 3)
      #expect(Set(try numbers(store)).count == 3)
      #expect(try states(store) == [.closed, .closed, .closed])
      #expect(try store.violations() == [])
    }
  }

  /// Whichever parcel is named, all numbers of the call are given up, and asked for anew together.
  @Test(arguments: Self.codes) func numbersAreGivenUpTogether(_ named: Code<Parcel>) throws {
    try onBothStores { store in
      var house = try packed(store)
      let carrier = Witness()
      _ = try WaybillFloor.worker(store, "a", carrier).work()
      #expect(try house.program(.voidWaybill(parcel: named, reason: "torn")) == .done(.plain))
      #expect(try states(store) == [.waiting, .waiting, .waiting])
      #expect(try store.violations() == [])
      try finish(store, carrier)
      #expect(try states(store) == [.open, .open, .open])
      #expect(try store.violations() == [])
      for code in Self.codes {
        #expect(carrier.calls.count == 2)
        _ = try house.done(.closeParcel(code))
        #expect(try store.violations() == [])
        if code != "O1-3" { try finish(store, carrier) }
      }
      try finish(store, carrier)
      #expect(
        carrier.calls == ["order O1-1 x3, 0 fen", "cancel O1-1", "order O1-1_2 x3, 0 fen"])
      #expect(try numbers(store) == ["750000000004", "750000000005", "750000000006"])
      for code in Self.codes {
        #expect(try store.read { try $0.printJob(Code("\(code).1"))?.state } == .void)
        #expect(try store.read { try $0.printJob(Code("\(code).2"))?.state } == .queued)
      }
      #expect(try store.violations() == [])
    }
  }

  @Test func anOrderStoppedWhileItIsAskedForGivesTheSetBack() throws {
    for fault in [MemoryCarrier.Fault.lostAfter, .lostBefore, .unreachable] {
      let store = MemoryStore()
      var house = try packed(store)
      let carrier = Witness()
      carrier.carrier.inject(fault)
      _ = try WaybillFloor.worker(store, "a", carrier).work()
      #expect(try house.program(.intercept(order: "O1", reason: "refund")) == .done(.plain))
      #expect(try store.violations() == [])
      try finish(store, carrier)
      #expect(carrier.calls == ["order O1-1 x3, 0 fen", "cancel O1-1"], "\(fault)")
      #expect(try states(store) == [.void, .void, .void])
      let live = try store.read { facts in
        try Self.codes.flatMap { try facts.waybillJobs(of: $0) }.filter(\.isLive)
      }
      #expect(live == [])
      #expect(try store.violations() == [])
    }
  }

  @Test func aCarrierThatHasThePackagesKeepsTheirLabels() throws {
    let store = MemoryStore()
    var house = try packed(store)
    let carrier = Witness()
    _ = try WaybillFloor.worker(store, "a", carrier).work()
    carrier.carrier.pickUp(OrderCode(parcel: "O1-1"), at: TestFloor.start)
    _ = try house.program(.voidWaybill(parcel: "O1-2", reason: "torn"))
    try finish(store, carrier)
    #expect(try states(store) == [.closed, .closed, .closed])
    #expect(try numbers(store) == ["750000000001", "750000000002", "750000000003"])
    #expect(try store.read { try $0.order("O1")?.state } == .packed)
    #expect(try store.violations() == [])
  }

  @Test func fewerNumbersThanParcelsAreForAPerson() throws {
    let store = MemoryStore()
    var house = try packed(store)
    let carrier = Witness(isStingy: true)
    _ = try WaybillFloor.worker(store, "a", carrier).work()
    #expect(try states(store) == [.waiting, .waiting, .waiting])
    let told = try store.read { try $0.waybill(of: "O1-3") }
    #expect(told?.state == .stuck)
    #expect(told?.trouble.en == "count of numbers")
    #expect(try house.program(.voidWaybill(parcel: "O1-2", reason: "count")) == .done(.plain))
    try finish(store, carrier)
    #expect(carrier.calls.last == "cancel O1-1")
    #expect(try states(store) == [.open, .open, .open])
    #expect(try store.violations() == [])
  }

  /// Where each parcel has a call of its own, the courier still collects once.
  @Test func theCourierCollectsOnce() throws {
    var house = try WaybillFloor(MemoryStore(), codFen: 12_800, pieces: 2)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 1))
    try house.done(.fillParcel("O1-1"))
    try house.done(.verify(parcel: "O1-2", sku: "S3", units: 1))
    let carrier = Witness()
    try finish(house.store, carrier)
    #expect(carrier.calls == ["order O1-1 x1, 12800 fen", "order O1-2 x1, 0 fen"])
    #expect(try house.store.read { try $0.order("O1")?.state } == .packed)
    #expect(try house.store.violations() == [])
  }
}

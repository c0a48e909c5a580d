import CarrierEmulation
import Carriers
import Foundation
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// A parcel gets exactly one waybill, wherever the power goes between the last scan and its label.
@Suite struct WaybillWorkerTests {
  /// Works on until nothing is due any more, for hours.
  private func finish(_ store: any Store, _ carrier: any Carriers.Carrier) throws {
    for minutes in stride(from: Int64(10), through: 120, by: 10) {
      _ = try WaybillFloor.worker(store, "later-\(minutes)", carrier, minutes: minutes).work()
    }
  }

  @Test func theBenchWaitsAndTheLabelIsQueuedWithTheNumber() throws {
    var house = try WaybillFloor(MemoryStore())
    guard case .carried("O1-1", waybill: nil, let carriage) = try house.close() else {
      Issue.record("the parcel does not wait")
      return
    }
    #expect(carriage.carrier == "ZTO")
    #expect(try house.parcel()?.state == .waiting)
    #expect(try house.store.read { try $0.order("O1")?.state } == .packing)
    // Written before anybody was called.
    #expect(try house.jobs().map(\.calls) == [0])
    #expect(try house.store.violations() == [])
    let carrier = MemoryCarrier(prefix: "75")
    #expect(try WaybillFloor.worker(house.store, "a", carrier).work() == 1)
    #expect(try house.parcel()?.state == .closed)
    #expect(try house.parcel()?.waybill == "750000000001")
    #expect(try house.store.read { try $0.order("O1")?.state } == .packed)
    #expect(try house.jobs().first?.routing.mark == "100-200-30 001")
    #expect(try house.label(1)?.state == .queued)
    #expect(try house.label(1)?.reason == "")
    #expect(try house.store.violations() == [])
  }

  /// Every commit between the last scan and the queued label (claim, adopt), cut before and after,
  /// with each thing that can go wrong on the wire; the second process takes over.
  @Test(
    arguments: [1, 2, 3],
    [
      [], [MemoryCarrier.Fault.lostBefore], [.lostAfter], [.unreachable],
      [.lostAfter, .lostBefore],
    ])
  func aPowerCutAnywhereBuysOneNumber(at commit: Int, _ faults: [MemoryCarrier.Fault]) throws {
    for after in [false, true] {
      var house = try WaybillFloor(MemoryStore())
      _ = try house.close()
      let memory = MemoryCarrier(prefix: "75")
      for fault in faults { memory.inject(fault) }
      let carrier = Witness(memory)
      let cut = CutStore(house.store, at: commit, after: after)
      _ = try? WaybillFloor.worker(cut, "dead", carrier).work()
      #expect(try house.store.violations() == [], "\(commit) \(after) \(faults)")
      try finish(house.store, carrier)
      #expect(memory.numbersUsed == 1)
      #expect(Set(carrier.calls) == ["order O1-1 x1, 0 fen"], "one code, never a second")
      #expect(try house.parcel()?.state == .closed)
      #expect(try house.jobs().count == 1)
      #expect(try house.label(1) != nil)
      #expect(try house.label(2) == nil)
      #expect(try house.store.violations() == [])
    }
  }

  /// Every commit of giving a waybill up and asking for a new one, cut before and after.
  @Test(arguments: [1, 2, 3], [[], [MemoryCarrier.Fault.lostBefore], [.lostAfter]])
  func aNewCodeComesOnlyAfterAConfirmedCancel(
    at commit: Int, _ faults: [MemoryCarrier.Fault]
  ) throws {
    for after in [false, true] {
      var house = try WaybillFloor(MemoryStore())
      _ = try house.close()
      let memory = MemoryCarrier(prefix: "75")
      let carrier = Witness(memory)
      _ = try WaybillFloor.worker(house.store, "a", carrier).work()
      #expect(
        try house.program(.voidWaybill(parcel: "O1-1", reason: "torn")) == .done(.plain))
      #expect(try house.parcel()?.state == .waiting)
      for fault in faults { memory.inject(fault) }
      let cut = CutStore(house.store, at: commit, after: after)
      _ = try? WaybillFloor.worker(cut, "dead", carrier).work()
      // Until the cancel is confirmed nothing can be closed again.
      if try house.parcel()?.state == .waiting {
        #expect(throws: TestFloor.Missing.self) { try house.done(.closeParcel("O1-1")) }
      }
      try finish(house.store, carrier)
      #expect(try house.parcel()?.state == .open)
      #expect(try house.store.violations() == [])
      _ = try house.done(.closeParcel("O1-1"))
      try finish(house.store, carrier)
      #expect(try house.parcel()?.state == .closed)
      #expect(
        Set(carrier.calls) == ["order O1-1 x1, 0 fen", "cancel O1-1", "order O1-1_2 x1, 0 fen"])
      #expect(carrier.calls.last == "order O1-1_2 x1, 0 fen")
      #expect(memory.numbersUsed == 2)
      #expect(try house.jobs().map(\.isLive) == [false, true])
      #expect(try house.label(1)?.state == .void)
      #expect(try house.label(2)?.state == .queued)
      #expect(try house.store.violations() == [])
    }
  }

  @Test func aRefusalWaitsForAPersonAndIsAskedAgainUnderTheSameCode() throws {
    var house = try WaybillFloor(MemoryStore())
    _ = try house.close()
    let memory = MemoryCarrier(prefix: "75")
    memory.inject(.refuse(CarrierRefusal(.noNumbers, code: "S08", reason: "张三 13800130000")))
    let carrier = Witness(memory)
    _ = try WaybillFloor.worker(house.store, "a", carrier).work()
    let job = try #require(try house.jobs().first)
    #expect(job.state == .stuck)
    #expect(job.trouble == Name(zh: "单号用完 S08", en: "no numbers left S08"))
    try finish(house.store, carrier)
    #expect(carrier.calls == ["order O1-1 x1, 0 fen"], "nobody asks by himself after a refusal")
    // The carrier's own words may hold people's data.
    let journal = try house.store.entries(after: 0, limit: .max).map(\.payload).joined()
    for secret in ["张三", "13800130000", "测试路"] { #expect(!journal.contains(secret)) }
    #expect(try house.program(.retryWaybill(parcel: "O1-1")) == .done(.plain))
    try finish(house.store, carrier)
    #expect(carrier.calls == ["order O1-1 x1, 0 fen", "order O1-1 x1, 0 fen"])
    #expect(try house.parcel()?.state == .closed)
  }

  @Test func troubleIsTriedAgainLaterAndLater() throws {
    var house = try WaybillFloor(MemoryStore())
    _ = try house.close()
    let memory = MemoryCarrier(prefix: "75")
    memory.inject(.unreachable, .unreachable, .unreachable)
    let carrier = Witness(memory)
    _ = try WaybillFloor.worker(house.store, "a", carrier).work()
    var job = try #require(try house.jobs().first)
    #expect(job.state == .queued)
    #expect(job.due == TestFloor.start.adding(milliseconds: 2000))
    _ = try WaybillFloor.worker(house.store, "b", carrier).work()
    #expect(carrier.calls.count == 1, "it is not due yet")
    _ = try WaybillFloor.worker(house.store, "c", carrier, minutes: 1).work()
    job = try #require(try house.jobs().first)
    #expect(job.due == TestFloor.start.adding(milliseconds: 64_000))
    try finish(house.store, carrier)
    #expect(try house.parcel()?.state == .closed)
  }

  @Test func anOrderStoppedWhileItsNumberIsAskedForGivesItBack() throws {
    for fault in [MemoryCarrier.Fault.lostAfter, .lostBefore, .unreachable] {
      var house = try WaybillFloor(MemoryStore())
      _ = try house.close()
      let memory = MemoryCarrier(prefix: "75")
      memory.inject(fault)
      let carrier = Witness(memory)
      _ = try WaybillFloor.worker(house.store, "a", carrier).work()
      #expect(
        try house.program(.intercept(order: "O1", reason: "refund")) == .done(.plain))
      #expect(try house.store.violations() == [])
      try finish(house.store, carrier)
      #expect(carrier.calls == ["order O1-1 x1, 0 fen", "cancel O1-1"], "\(fault)")
      #expect(try house.parcel()?.state == .void)
      #expect(try house.jobs().map(\.isLive) == [false])
      #expect(try house.store.read { try $0.openChores(.putBack) }.count == 1)
      #expect(try house.store.violations() == [])
    }
  }

  @Test func anOrderStoppedBeforeAnybodyAskedIsNeverAskedFor() throws {
    var house = try WaybillFloor(MemoryStore())
    _ = try house.close()
    #expect(try house.program(.intercept(order: "O1", reason: "refund")) == .done(.plain))
    let carrier = Witness(MemoryCarrier(prefix: "75"))
    try finish(house.store, carrier)
    #expect(carrier.calls == [])
    #expect(try house.store.violations() == [])
  }

  @Test func aCarrierThatKeepsThePackageKeepsItsLabel() throws {
    var house = try WaybillFloor(MemoryStore())
    _ = try house.close()
    let memory = MemoryCarrier(prefix: "75")
    _ = try WaybillFloor.worker(house.store, "a", memory).work()
    memory.pickUp(OrderCode(parcel: "O1-1"), at: TestFloor.start)
    _ = try house.program(.voidWaybill(parcel: "O1-1", reason: "torn"))
    try finish(house.store, memory)
    #expect(try house.parcel()?.state == .closed)
    #expect(try house.parcel()?.waybill == "750000000001")
    #expect(try house.store.read { try $0.order("O1")?.state } == .packed)
    #expect(try house.jobs().first?.trouble.en == "picked up already")
    #expect(try house.store.violations() == [])
  }

  /// The real client against the emulator with each of its faults.
  @Test(
    arguments: [
      [], ["timeout-before:1007"], ["timeout-after:1007"], ["error-before:1007"],
      ["error-after:1007"], ["truncated:1007"], ["rate-limit:1007"],
      ["timeout-after:1007:2", "truncated:1007"],
    ])
  func everyFaultOfKDNiaoEndsWithOneNumber(_ faults: [String]) async throws {
    var options = KDNiaoEmulatorOptions(
      faults: faults.compactMap { KDNiaoFault($0) }, callsPerSecond: 0, hold: 10)
    options.balance = 5
    let emulator = try await KDNiaoEmulator.start(options, clock: { TestFloor.start })
    let endpoint = try #require(emulator.endpoint)
    let client = KDNiao(
      endpoint: endpoint,
      credentials: KDNiaoCredentials(
        merchant: KDNiaoEmulatorOptions.testMerchant, key: KDNiaoEmulatorOptions.testKey),
      limits: KDNiao.Limits(
        connectTimeout: 2000, timeout: 5000, callsPerSecond: 1000, backoff: Backoff(attempts: 1)))
    var house = try WaybillFloor(MemoryStore())
    _ = try house.close()
    let store = house.store
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      Thread.detachNewThread {
        done.resume(with: Result { try finish(store, client) })
      }
    }
    let number = try #require(try house.parcel()?.waybill)
    #expect(try house.parcel()?.state == .closed)
    #expect(Courier.known("ZTO")?.owns(number) == true)
    #expect(try house.jobs().count == 1)
    let failures = faults.reduce(0) { $0 + ($1.hasSuffix(":2") ? 2 : 1) }
    #expect(try house.jobs().first?.calls == failures + 1)
    let left = try await withCheckedThrowingContinuation {
      (done: CheckedContinuation<CarrierAnswer<Int>, any Error>) in
      Thread.detachNewThread { done.resume(with: Result { try client.balance("ZTO") }) }
    }
    #expect(left == .done(4), "one number of five is gone")
    #expect(try house.store.violations() == [])
    await emulator.stop()
  }
}

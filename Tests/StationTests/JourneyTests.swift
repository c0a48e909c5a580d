import CarrierEmulation
import Carriers
import Foundation
import Station
import Storage
import Synchronization
import TestFloor
import Testing
import Warehouse

/// What carriers tell of parcels that were handed over: asked for once, taken in any order.
@Suite struct JourneyTests {
  private static let number = "YT0000000000001"

  /// A carrier that is only asked to tell.
  private final class Teller: Carriers.Carrier {
    private let state: Mutex<(asked: [TraceQuery], troubles: Int)>

    init(troubles: Int = 0) { state = Mutex(([], troubles)) }

    var asked: [TraceQuery] { state.withLock { $0.asked } }

    func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill> {
      throw CarrierTrouble(.notDone, "not asked for")
    }

    func cancel(
      _ cancel: WaybillCancel
    ) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled> {
      throw CarrierTrouble(.notDone, "not asked for")
    }

    func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Carriers.Trace> {
      throw CarrierTrouble(.notDone, "not asked for")
    }

    func subscribe(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Bool> {
      let hasTrouble = state.withLock { state in
        state.asked.append(query)
        state.troubles -= 1
        return state.troubles >= 0
      }
      if hasTrouble { throw CarrierTrouble(.unknown, "lost") }
      return .done(true)
    }
  }

  /// Parcel O1-1 handed over; `asked` makes its carrier one that gives its numbers itself.
  private func shipped(asked: Bool = false) throws -> DoorFloor {
    var door = try DoorFloor(MemoryStore())
    if asked {
      try door.floor.load(
        .site,
        [
          .carrier(
            Warehouse.Carrier(code: "YTO", name: Name(zh: "圆通", en: "YTO"), kind: .kdniao))
        ])
    }
    try door.commit(.cage(parcel: "O1-1", into: "Y1"))
    try door.commit(.closeCages(["Y1"]))
    try door.commit(.handOver("M000001", signature: "T-1"))
    return door
  }

  private func journey(_ store: any Store) throws -> Journey? {
    try store.read { try $0.journey(of: "O1-1") }
  }

  private func worker(
    _ store: any Store, _ name: String, _ carrier: Teller, minutes: Int64 = 0
  ) -> WaybillWorker {
    WaybillFloor.worker(store, name, carrier, minutes: minutes)
  }

  @Test func theHandoverAsksTheCarrierForNews() throws {
    let store = try shipped(asked: true).floor.store
    #expect(try journey(store)?.subscription == .wanted)
    let teller = Teller(troubles: 1)
    _ = try worker(store, "a", teller).work()
    #expect(try journey(store)?.subscription == .wanted)
    #expect(try worker(store, "b", teller, minutes: 9).work() == 1)
    #expect(try journey(store)?.subscription == .done)
    _ = try worker(store, "c", teller, minutes: 20).work()
    #expect(teller.asked.map(\.number) == [Self.number, Self.number])
    #expect(teller.asked.allSatisfy { $0.phoneTail.count == 4 || $0.phoneTail.isEmpty })
    #expect(try store.violations() == [])
  }

  @Test func whoDiedAskingIsFollowedByAnother() throws {
    var door = try shipped(asked: true)
    let until = TestFloor.start.adding(milliseconds: 30_000)
    try door.commit(.claimJourney(parcel: "O1-1", by: "dead", until: until), asProgram: true)
    let teller = Teller()
    _ = try worker(door.floor.store, "b", teller).work()
    #expect(teller.asked.isEmpty)
    _ = try worker(door.floor.store, "c", teller, minutes: 5).work()
    #expect(teller.asked.count == 1)
    #expect(try journey(door.floor.store)?.subscription == .done)
  }

  // MARK: - Pushes

  private func receiver(_ store: any Store, key: Secret = KDNiaoEmulatorOptions.testKey)
    -> TrackReceiver
  {
    TrackReceiver(
      store: store,
      credentials: KDNiaoCredentials(merchant: KDNiaoEmulatorOptions.testMerchant, key: key),
      claimant: "push-\(UUID().uuidString)", now: { TestFloor.start })
  }

  /// A push of the first events of a parcel's way.
  private func push(_ count: Int, number: String = number) -> String {
    let all = [
      ("2026-11-22 10:00:00", "1", "1", "已揽收 揽件员 张三 13800001234"),
      ("2026-11-23 08:00:00", "2", "204", "到达深圳"),
      ("2026-11-23 09:00:00", "2", "202", "派件中"),
      ("2026-11-23 12:00:00", "3", "301", "签收人: 李四"),
    ].prefix(count)
    let traces = all.reversed().map { event in
      "{\"AcceptTime\":\"\(event.0)\",\"AcceptStation\":\"\(event.3)\","
        + "\"Location\":\"深圳市\",\"Action\":\"\(event.2)\"}"
    }
    let last = all.last ?? ("", "0", "0", "")
    let data = """
      {"EBusinessID":"test1000001","PushTime":"2026-11-23 13:00:00","Count":"1","Data":[\
      {"LogisticCode":"\(number)","ShipperCode":"YTO","Success":true,"State":"\(last.1)",\
      "StateEx":"\(last.2)","Traces":[\(traces.joined(separator: ","))]}]}
      """
    return FormBody([
      ("RequestData", data), ("RequestType", "102"),
      ("DataSign", KDNiaoSignature.sign(data, key: KDNiaoEmulatorOptions.testKey)),
    ]).encoded
  }

  /// Whatever order pushes come in, and however often, the end is the same and told once.
  @Test(arguments: [
    [1, 2, 3, 4], [4, 3, 2, 1], [4, 4, 1, 4], [2, 2, 4, 1, 3, 4], [3, 1, 4, 2],
  ])
  func pushesInAnyOrderEndTheSame(order: [Int]) throws {
    let store = try shipped().floor.store
    let receiver = receiver(store)
    for count in order {
      let receipt = receiver.receive(push(count))
      #expect(receipt.problem == nil)
      #expect(receipt.reply.contains("\"Success\":true"))
    }
    let journey = try #require(try journey(store))
    #expect(journey.stage == .delivered)
    #expect(journey.events.map(\.action) == ["1", "204", "202", "301"])
    #expect(try store.read { try $0.message("delivered:O1-1")?.waybill } == Self.number)
    #expect(try store.read { try $0.messageCounts()[.queued] } == 3)
    // Told again it is not written again.
    let head = try store.head()
    _ = receiver.receive(push(4))
    #expect(try store.head() == head)
    #expect(try store.violations() == [])
    // The carrier's words, which name people, are nowhere.
    let journal = try store.entries(after: 0, limit: .max).map(\.payload).joined()
    for word in ["张三", "13800001234", "李四"] { #expect(!journal.contains(word)) }
    guard
      case .timeline(let found) = try store.answer(
        .timeline(Self.number, before: .max, limit: 50)),
      case .placed(_, .underway("M000001", .delivered))? = found.meaning
    else {
      Issue.record("not found as delivered")
      return
    }
    #expect(
      found.deeds.contains { deed in
        if case .command(.tracked, _) = deed.act { true } else { false }
      })
  }

  @Test func aParcelThatCameBackIsToldAsReturned() throws {
    let store = try shipped().floor.store
    let news = Journey.News(
      stage: .returned, events: [Journey.Event(at: TestFloor.start, action: "406", mark: "x")])
    let outcome = try store.commit(
      Commit(
        id: "t", command: .tracked(waybill: Self.number, news), at: TestFloor.start))
    #expect(outcome == .done(.plain))
    #expect(try store.read { try $0.message("returned:O1-1") } != nil)
    #expect(try store.violations() == [])
  }

  @Test func aStrangersSignatureIsRefusedAndAStrangersParcelAnswered() throws {
    let store = try shipped().floor.store
    let head = try store.head()
    let forged = receiver(store, key: Secret("other")).receive(push(4))
    #expect(forged.problem == "DataSign is wrong")
    #expect(forged.reply.contains("\"Success\":false"))
    let strange = receiver(store).receive(push(4, number: "YT9999999999999"))
    #expect(strange.strangers == 1)
    #expect(strange.reply.contains("\"Success\":true"))
    #expect(try store.head() == head)
    #expect(try journey(store) == nil)
  }

  /// Handover, subscription, pushes out of order and twice, through both servers.
  @Test(arguments: [["push-reversed"], ["push-twice"], ["push-lost", "push-reversed"]])
  func theEmulatorsPushesArrive(_ faults: [String]) async throws {
    var house = try WaybillFloor(MemoryStore())
    let store = house.store
    let receiver = receiver(store)
    let server = try await PushServer.start(port: 0) { receiver.receive($0).reply }
    let options = KDNiaoEmulatorOptions(
      faults: faults.compactMap { KDNiaoFault($0) }, pushURL: server.address + "/push",
      callsPerSecond: 0, hold: 10, pushesByItself: false)
    let emulator = try await KDNiaoEmulator.start(options, clock: { TestFloor.start })
    let client = KDNiao(
      endpoint: try #require(emulator.endpoint),
      credentials: KDNiaoCredentials(
        merchant: KDNiaoEmulatorOptions.testMerchant, key: KDNiaoEmulatorOptions.testKey),
      limits: KDNiao.Limits(timeout: 5000, callsPerSecond: 1000, backoff: Backoff(attempts: 1)))
    _ = try house.close()
    try await onThread { _ = try WaybillFloor.worker(store, "a", client).work() }
    for command: Command in [
      .add(.cage(Cage(code: "Z1", carrier: "ZTO"))), .cage(parcel: "O1-1", into: "Z1"),
      .closeCages(["Z1"]), .handOver("M000001", signature: "T-1"),
    ] { try house.done(command) }
    try await onThread { _ = try WaybillFloor.worker(store, "b", client, minutes: 1).work() }
    #expect(try journey(store)?.subscription == .done)
    emulator.advance(minutes: 4000)
    for _ in 0...faults.count {
      _ = try await onThread {
        try CurlTransport().post(HTTPPost(url: emulator.address + "/emulator/push", body: ""))
      }
    }
    let journey = try #require(try journey(store))
    #expect(journey.stage == .delivered)
    #expect(Set(journey.events).count == journey.events.count)
    #expect(journey.events.count >= 7)
    #expect(try store.read { try $0.message("delivered:O1-1") } != nil)
    #expect(try store.violations() == [])
    await emulator.stop()
    await server.stop()
  }

  private func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
  }
}

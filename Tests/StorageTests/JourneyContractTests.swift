import Testing
import Warehouse

@testable import Storage

/// What carriers tell of parcels, alike in every store.
@Suite struct JourneyContractTests {
  @Test(arguments: Engine.allCases) func journeysAreReadAsTheyWereWritten(
    _ engine: Engine
  ) throws {
    let bare = Journey(parcel: "O1-1", carrier: "SF", waybill: "SF1", due: Floor.noon)
    let full = Journey(
      parcel: "O1-2", carrier: "YT", waybill: "YT1", subscription: .claimed, calls: 3,
      claimant: "me", lease: Floor.cutOff, due: Floor.noon,
      trouble: Name(zh: "没有应答", en: "silent"), stage: .delivering,
      events: [
        Journey.Event(at: Floor.noon, action: "1", mark: "a"),
        Journey.Event(at: Floor.cutOff, action: "202", mark: "b"),
      ])
    let later = Journey(
      parcel: "O1-3", carrier: "SF", waybill: "SF2",
      due: Floor.noon.adding(milliseconds: -60_000))
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.apply([bare, full, later].map { .journey($0) })
      try store.read { facts in
        try #expect(facts.journey(of: "O1-1") == bare)
        try #expect(facts.journey(of: "O1-2") == full)
        try #expect(facts.journey(of: "O9-1") == nil)
        try #expect(facts.journeys(in: .wanted, limit: 9) == [later, bare])
        try #expect(facts.journeys(in: .wanted, limit: 1) == [later])
        try #expect(facts.journeys(in: .claimed, limit: 9) == [full])
        try #expect(facts.journeys(in: .refused, limit: 9) == [])
      }
    }
  }
}

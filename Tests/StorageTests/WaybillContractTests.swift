import Testing
import Warehouse

@testable import Storage

/// Waybill jobs and tariffs, alike in every store.
@Suite struct WaybillContractTests {
  private func job(
    _ parcel: Code<Parcel>, _ revision: Int, _ state: WaybillJob.State, minutes: Int64 = 0,
    aim: WaybillJob.Aim = .number
  ) -> WaybillJob {
    let at = Floor.noon.adding(milliseconds: minutes * 60_000)
    return WaybillJob(
      parcel: parcel, revision: revision, carrier: "SF", aim: aim, state: state, calls: 2,
      claimant: "me", lease: Floor.cutOff, due: at, trouble: Name(zh: "单号用完", en: "none left"),
      number: "SF\(parcel)\(revision)",
      routing: WaybillJob.Routing(mark: "100-200 3", bag: "杭州"),
      reason: Name(zh: "最便宜", en: "cheapest"), fen: 320, queued: at)
  }

  @Test(arguments: Engine.allCases) func jobsAreReadAsTheyWereWritten(_ engine: Engine) throws {
    let spent = job("O1-1", 1, .done, aim: .void)
    let second = job("O1-1", 2, .queued, minutes: 5)
    let other = job("O1-2", 1, .queued, minutes: 1)
    var bare = WaybillJob(
      parcel: "O1-3", revision: 1, carrier: "YT", due: Floor.noon, queued: Floor.noon)
    bare.state = .stuck
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.apply([spent, second, other, bare].map { .waybillJob($0) })
      try store.read { facts in
        try #expect(facts.waybillJob("O1-1_2") == second)
        try #expect(facts.waybillJob("O9-1_1") == nil)
        try #expect(facts.waybillJobs(of: "O1-1") == [spent, second])
        try #expect(facts.waybillJobs(in: .queued, limit: 9) == [other, second])
        try #expect(facts.waybillJobs(in: .queued, limit: 1) == [other])
        try #expect(facts.waybillJobs(in: .stuck, limit: 9) == [bare])
        try #expect(facts.waybillsGiven("SF", since: Floor.noon) == 2)
        try #expect(
          facts.waybillsGiven("SF", since: Floor.noon.adding(milliseconds: 120_000)) == 1)
      }
    }
  }

  @Test(arguments: Engine.allCases) func theLastTariffsAreUsed(_ engine: Engine) throws {
    func document(_ fen: Int) -> TariffDocument {
      TariffDocument(
        carriers: [
          CarrierTerms(
            carrier: "SF", rows: [TariffRow(bands: [TariffRow.Band(grams: 1000, fen: fen)])])
        ], rules: [ChoiceRule(name: "r", avoid: ["YT"])])
    }
    try engine.withStore { store in
      try Floor.bring(into: store)
      try #expect(store.read { try $0.carrierChoice() == nil })
      for fen in [100, 250] {
        try store.apply([.tariffs(document(fen))])
        let parcel = Consignment(
          from: Region(), to: Region(), grams: 500, day: Day(daysSince1970: 9))
        let choice = try #require(try store.read { try $0.carrierChoice() })
        #expect(choice.choose(parcel).chosen?.total == fen)
        #expect(choice.rules.map(\.name) == ["r"])
      }
    }
  }

  @Test(arguments: Engine.allCases) func carriersKeepWhatTellsThemApart(_ engine: Engine) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      let asked = Carrier(
        code: "ZT", name: Name(zh: "中通", en: "ZTO"), kind: .kdniao, lowWater: 7,
        isPrivate: true)
      guard let ticket = try store.beginImport(.site, digest: "zt", at: Floor.noon) else { return }
      try store.stage([.carrier(asked)], for: ticket)
      _ = try store.land(ticket)
      try #expect(store.read { try $0.carrier("ZT") } == asked)
    }
  }
}

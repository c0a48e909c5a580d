import Testing
import Warehouse

@testable import Storage

/// What happened to a thing is found by its code, on every engine.
@Suite struct TimelineContractTests {
  private func timeline(
    _ store: any Store, _ code: String, before: Int = .max, limit: Int = 50
  ) throws -> Timeline? {
    guard
      case .timeline(let found) = try store.answer(.timeline(code, before: before, limit: limit))
    else { return nil }
    return found
  }

  @Test(arguments: Engine.allCases) func scansAreFoundPageByPage(_ engine: Engine) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      for index in 1...30 {
        _ = try store.commit(
          Commit(
            id: "scan\(index)", command: .note, device: "H1",
            events: [
              JournalEvent(
                kind: "scan", payload: "{\"scan\":{\"_0\":{\"text\":\"X9\"}}}",
                at: Timestamp(milliseconds: Int64(index)), code: "X9")
            ], at: Timestamp(milliseconds: Int64(index))))
      }
      let whole = try #require(try timeline(store, "X9", limit: 100))
      #expect(whole.count == 30)
      #expect(whole.meaning == nil)
      #expect(whole.deeds.map(\.at.milliseconds) == Array((1...30).reversed()))
      #expect(whole.deeds.allSatisfy { $0.act == .scanned("X9") && $0.device == "H1" })
      var paged: [Deed] = []
      var page = try timeline(store, "X9", limit: 7)
      while let last = page?.deeds.last {
        #expect(page?.newer == paged.count)
        paged += page?.deeds ?? []
        page = try timeline(store, "X9", before: last.number, limit: 7)
      }
      #expect(paged == whole.deeds)
      let nobody = try timeline(store, "NOBODY")
      #expect(nobody?.count == 0)
      #expect(try store.violations().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func aCommandIsFoundByWhatItChanged(_ engine: Engine) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.commit("in", .signIn(session: "LI@1", badge: "LI", device: "D1", takeOver: false))
      try store.commit("tote", .add(.tote("NEW-TOTE")))
      let person = try #require(try timeline(store, "LI"))
      guard case .command(.signIn(_, "LI", "D1", _), .done) = person.deeds.first?.act else {
        Issue.record("expected a sign-in, found \(person.deeds)")
        return
      }
      guard case .badge = person.meaning else {
        Issue.record("expected a badge, found \(String(describing: person.meaning))")
        return
      }
      let tote = try timeline(store, "NEW-TOTE")
      #expect(tote?.deeds.count == 1)
      #expect(person.unindexed == 0)
    }
  }
}

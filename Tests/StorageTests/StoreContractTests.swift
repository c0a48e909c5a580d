import Testing
import Warehouse

@testable import Storage

/// What `Store` promises about commits, on every engine.
@Suite struct StoreContractTests {
  private let li: Code<Session> = "session-li"
  private let flow = SavedFlow(kind: "picking", version: 3, bytes: [0, 1, 255, 10])

  /// A floor with Li signed in.
  private func withLi(_ engine: Engine, _ body: (any Store) throws -> Void) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.commit("in", .signIn(session: li, badge: "LI", device: "D1", takeOver: false))
      try body(store)
    }
  }

  @Test(arguments: Engine.allCases) func anEmptyStoreHasNothing(_ engine: Engine) throws {
    try engine.withStore { store in
      #expect(try store.head() == 0)
      #expect(try store.entries(after: 0, limit: 10) == [])
      #expect(try store.saved(session: li) == nil)
      #expect(try store.violations() == [])
      try store.read { facts in
        try #expect(facts.site() == nil)
        try #expect(facts.orderCounts() == [:])
        try #expect(facts.waveProgress() == [])
        try #expect(facts.product(barcode: "6901") == nil)
      }
    }
  }

  @Test(arguments: Engine.allCases) func commandsAreAppliedOnce(_ engine: Engine) throws {
    try withLi(engine) { store in
      let head = try store.head()
      let again = try store.commit(
        "in", .signIn(session: "other", badge: "WANG", device: "D9", takeOver: false))
      let sessions = try store.read { try $0.sessions() }
      #expect(sessions.map(\.code) == [li])
      #expect(again == .done(.signedIn(sessions[0])))
      #expect(try store.head() == head)
    }
  }

  @Test(arguments: Engine.allCases) func aRefusalIsRemembered(_ engine: Engine) throws {
    try withLi(engine) { store in
      let head = try store.head()
      let author = Author(session: li, token: 1)
      let scan = JournalEvent(kind: "scan", payload: "{\"code\":\"A-01\"}", at: Floor.noon)
      let commit = Commit(
        id: "take", command: .take("nowhere"), device: "D1", author: author, saving: flow,
        events: [scan, scan], at: Floor.noon.adding(milliseconds: 5))
      #expect(try store.commit(commit) == .refused(.unknown("nowhere")))
      #expect(try store.commit(commit) == .refused(.unknown("nowhere")))
      #expect(try store.head() == head + 3)
      #expect(try store.saved(session: li) == flow)
      let entries = try store.entries(after: head, limit: 10)
      #expect(entries.map(\.kind) == ["scan", "scan", "command"])
      #expect(entries.map(\.number) == [head + 1, head + 2, head + 3])
      #expect(entries.map(\.session) == [li.rawValue, li.rawValue, li.rawValue])
      #expect(entries.map(\.device) == ["D1", "D1", "D1"])
      #expect(entries[0].payload == scan.payload)
      #expect(entries[2].at == commit.at)
      #expect(
        entries[2].payload
          == #"{"command":{"take":{"_0":"nowhere"}},"id":"take","#
          + #""outcome":{"refused":{"_0":{"unknown":{"_0":"nowhere"}}}}}"#)
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func aNoteLeavesOnlyItsEvents(_ engine: Engine) throws {
    try withLi(engine) { store in
      let head = try store.head()
      let key = JournalEvent(kind: "key", payload: "\"F3\"", at: Floor.noon)
      let commit = Commit(
        id: "note", command: .note, author: Author(session: li, token: 1), saving: flow,
        events: [key], at: Floor.noon)
      #expect(try store.commit(commit) == .done(.plain))
      #expect(try store.entries(after: head, limit: 10).map(\.kind) == ["key"])
      #expect(try store.saved(session: li) == flow)
      #expect(try store.commit(commit) == .done(.plain))
      #expect(try store.head() == head + 1)
    }
  }

  @Test(arguments: Engine.allCases) func theFenceKeepsOldHandheldsOut(_ engine: Engine) throws {
    try withLi(engine) { store in
      let first = Author(session: li, token: 1)
      _ = try store.commit(
        Commit(id: "n1", command: .note, author: first, saving: flow, at: Floor.noon))
      try store.commit("in2", .signIn(session: "x", badge: "LI", device: "D2", takeOver: true))
      let late = SavedFlow(kind: "late", version: 1, bytes: [9])
      let outcome = try store.commit(
        Commit(id: "n2", command: .note, author: first, saving: late, at: Floor.noon))
      #expect(outcome == .refused(.takenOver("D2")))
      #expect(try store.saved(session: li) == flow)
      let nobody = Author(session: "gone", token: 1)
      #expect(
        try store.commit(
          Commit(id: "n3", command: .note, author: nobody, saving: late, at: Floor.noon))
          == .refused(.notSignedIn))
      #expect(try store.saved(session: "gone") == nil)
    }
  }

  @Test(arguments: Engine.allCases) func signingOutEndsTheConversation(_ engine: Engine) throws {
    try withLi(engine) { store in
      let author = Author(session: li, token: 1)
      _ = try store.commit(
        Commit(id: "n1", command: .note, author: author, saving: flow, at: Floor.noon))
      _ = try store.commit(
        Commit(id: "out", command: .signOut, author: author, saving: flow, at: Floor.noon))
      #expect(try store.read { try $0.sessions() } == [])
      #expect(try store.saved(session: li) == nil)
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func nothingIsSavedWithoutAnAuthor(_ engine: Engine) throws {
    try withLi(engine) { store in
      _ = try store.commit(Commit(id: "n", command: .note, saving: flow, at: Floor.noon))
      #expect(try store.saved(session: li) == nil)
    }
  }

  @Test(arguments: Engine.allCases) func theJournalHoldsNoNames(_ engine: Engine) throws {
    try withLi(engine) { store in
      let chen = Operator(
        badge: "CHEN", name: Name(zh: "陈大文", en: "Chen"), roles: [.packer], pin: "$6$secret")
      try store.commit("add", .add(.person(chen)))
      let payloads = try store.entries(after: 0, limit: 100).map(\.payload).joined()
      #expect(payloads.contains("CHEN"))
      for secret in ["陈大文", "Chen", "secret", Floor.receiver.phone, Floor.receiver.address] {
        #expect(!payloads.contains(secret))
      }
    }
  }

  @Test(arguments: Engine.allCases) func entriesComeInPortions(_ engine: Engine) throws {
    try withLi(engine) { store in
      let head = try store.head()
      for number in 1...5 { try store.commit("n\(number)", .release("none")) }
      #expect(try store.entries(after: head, limit: 2).map(\.number) == [head + 1, head + 2])
      #expect(try store.entries(after: head + 4, limit: 9).map(\.number) == [head + 5])
      #expect(try store.entries(after: head + 5, limit: 9) == [])
    }
  }

  @Test(arguments: Engine.allCases) func troubleUndoesEverything(_ engine: Engine) throws {
    try withLi(engine) { store in
      let before = try store.read { try Snapshot($0) }
      let head = try store.head()
      let impossible: [[Change]] = [
        [.move(Movement(from: Floor.cups, to: .tote("T1"), quantity: 11))],
        [.move(Movement(from: Floor.cups, to: .tote("T1"), quantity: 0))],
        [.move(Movement(from: Floor.cups, to: Floor.cups.holder, quantity: 1))],
        [.reserve(Floor.cups, by: 11)],
        [.reserve(Floor.cups, by: -1)],
        [.freeze(Floor.cups, by: -1)],
        [.freeze(StockKey(holder: .bin("A-01"), sku: "TEA"), by: 1)],
        [
          .reserve(Floor.cups, by: 8),
          .move(Movement(from: Floor.cups, to: .tote("T1"), quantity: 3)),
        ],
      ]
      for changes in impossible {
        let done: [Change] = [.tote(Tote(code: "T1", order: "O1")), .endSession(li)]
        let trouble = #expect(throws: StoreTrouble.self) { try store.apply(done + changes) }
        #expect(trouble?.code == .invariant)
      }
      #expect(try store.head() == head)
      #expect(try store.read { try Snapshot($0) } == before)
      #expect(try store.violations() == [])
    }
  }

  @Test(arguments: Engine.allCases) func answersAreOfOneMoment(_ engine: Engine) throws {
    try withLi(engine) { store in
      guard case .badge(let view) = try store.answer(.badge("LI")) else {
        Issue.record("no badge")
        return
      }
      #expect(view?.open?.code == li)
      #expect(view?.hasPIN == true)
      #expect(try store.answer(.meaning("nonsense")) == .meaning(.nothing("nonsense")))
    }
  }
}

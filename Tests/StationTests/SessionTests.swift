import Barcodes
import Flows
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// Signing in and out, locks, and work that is left to others.
@Suite struct SessionTests {
  /// A floor with a person who has a PIN, and a way to make handhelds on it.
  final class House {
    let store = MemoryStore()
    var floor: TestFloor
    var now = TestFloor.start
    private let seeds = Counter()

    init(rules: HouseRules = HouseRules()) throws {
      floor = try TestFloor(store)
      try change { .add(.person(Self.person(pin: "4711"))) }
      guard var site = try store.read({ try $0.site() }) else { return }
      site.houseRules = rules
      let ticket = try store.beginImport(.site, digest: "rules", at: now)
      if let ticket {
        try store.stage([.site(site)], for: ticket)
        _ = try store.land(ticket)
      }
    }

    static func person(pin: String) -> Operator {
      Operator(
        badge: "B077", name: Name(zh: "白露", en: "Bai"), roles: [.picker],
        pin: PIN.hash(pin) ?? "")
    }

    func change(_ command: () -> Command) throws {
      let outcome = try store.commit(Commit(id: seeds.next("c"), command: command(), at: now))
      if case .refused(let refusal) = outcome { Issue.record("\(refusal)") }
    }

    func lists(_ count: Int, priority: Int = 0) throws {
      for index in 1...count {
        try floor.order(Code("O\(seeds.next(""))\(index)"), [("S1", 1), ("S2", 1)])
      }
      let desk = FloorDesk(
        store: store, now: { TestFloor.start }, seed: { [seeds] in seeds.next("desk") })
      _ = try desk.allocate()
      _ = try desk.plan()
      _ = try desk.release()
    }

    func handheld(_ device: Code<Device>, window: Int64 = 0) throws -> Handheld {
      let at = now
      return try Handheld(
        store: store,
        setting: .init(
          device: device, now: { at }, seed: { [seeds] in seeds.next("h") }, repeatWindow: window))
    }
  }

  private func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
  private func type(_ text: String) -> [Input] {
    text.map { .key(.character($0)) } + [.key(.enter)]
  }
  private func says(_ handheld: Handheld, _ words: String) -> Bool {
    let screen = handheld.screen
    return ([screen.title, screen.prompt.label] + (screen.message?.lines ?? []))
      .contains { $0.en.contains(words) }
  }

  @Test func tooManyWrongPINsLockTheBadgeForAWhileEvenForTheRightOne() throws {
    let house = try House(rules: HouseRules(pinAttempts: 3, pinPause: 10))
    let handheld = try house.handheld("H1")
    for left in [2, 1] {
      _ = try handheld.handle([scan("B077")] + type("0000"))
      #expect(says(handheld, "Wrong PIN"))
      #expect(says(handheld, "\(left) more"))
    }
    _ = try handheld.handle([scan("B077")] + type("0000"))
    #expect(says(handheld, "locked"))
    _ = try handheld.handle([scan("B077")] + type("4711"))
    #expect(says(handheld, "locked"))
    // Who gives the badge a new PIN opens it; the same person once more does not.
    let known = try #require(try house.store.read { try $0.person("B077") })
    try house.change { .add(.person(known)) }
    _ = try handheld.handle([scan("B077")] + type("4711"))
    #expect(says(handheld, "locked"))
    let renewed = try House(rules: HouseRules(pinAttempts: 2))
    let other = try renewed.handheld("H1")
    for _ in 1...2 { _ = try other.handle([scan("B077")] + type("0000")) }
    #expect(says(other, "locked"))
    try renewed.change { .add(.person(House.person(pin: "1234"))) }
    _ = try other.handle([scan("B077")] + type("1"))
    _ = try other.handle([scan("B077")] + type("1234"))
    #expect(says(other, "At work B077"))
    #expect(other.screen.message == nil, "the wrong one before is forgotten")
    house.now = house.now.adding(milliseconds: 10 * 60_000)
    let later = try house.handheld("H1")
    _ = try later.handle([scan("B077")] + type("4711"))
    #expect(says(later, "At work B077"))
    #expect(try house.store.read { try $0.standing(of: "B077") }?.failures == 0)
    let journal = try house.store.entries(after: 0, limit: 1000)
    #expect(journal.contains { $0.payload.contains("tryPIN") })
    #expect(!journal.contains { $0.payload.contains("4711") })
  }

  @Test func anIdleHandheldOpensForItsOwnBadgeAtTheExactStep() throws {
    let house = try House(rules: HouseRules(idleLock: 1))
    try house.lists(1)
    let handheld = try house.handheld("H1")
    #expect(handheld.idleLock == 1)
    _ = try handheld.handle([.idle])
    #expect(handheld.screen.prompt == .scan(SignIn.scanBadge))
    _ = try handheld.handle([scan("B001"), .key(.enter), .key(.character("1")), .key(.enter)])
    let before = handheld.screen
    _ = try handheld.handle([.idle])
    #expect(says(handheld, "Locked B001"))
    for input in [Input.key(.escape), .key(.enter), .key(.function(3)), scan("T001"), .idle] {
      _ = try handheld.handle([input])
      #expect(says(handheld, "Locked B001"), "\(input)")
    }
    // Power goes while it is locked: it comes back locked.
    let again = try house.handheld("H1")
    #expect(says(again, "Locked B001"))
    _ = try again.handle([scan("B001")])
    #expect(again.screen.prompt == before.prompt)
    #expect(again.screen.title == before.title)
  }

  @Test func theOwnBadgeAsksForItsPINAgain() throws {
    let house = try House()
    let handheld = try house.handheld("H1")
    _ = try handheld.handle([scan("B077")] + type("4711") + [.key(.enter), .idle, scan("B077")])
    #expect(says(handheld, "PIN"))
    _ = try handheld.handle(type("1"))
    #expect(says(handheld, "Wrong PIN"))
    _ = try handheld.handle([scan("B077")] + type("4711"))
    #expect(says(handheld, "Menu B077"))
  }

  @Test func anotherBadgeChangesTheUserAndTheFirstGoesOnElsewhere() throws {
    let house = try House()
    try house.lists(1)
    let handheld = try house.handheld("H1")
    _ = try handheld.handle([
      scan("B001"), .key(.enter), .key(.character("1")), .key(.enter), scan("T001"),
    ])
    let step = handheld.screen
    _ = try handheld.handle([.idle, scan("B002")])
    #expect(says(handheld, "At work B002"))
    let sessions = try house.store.read { try $0.sessions() }
    #expect(sessions.filter(\.isSuspended).map(\.badge) == ["B001"])
    // The handheld starts again: it is the second person's.
    #expect(says(try house.handheld("H1"), "B002"))
    let other = try house.handheld("H2")
    _ = try other.handle([scan("B001")])
    #expect(other.screen.prompt == step.prompt)
    #expect(other.screen.title == step.title)
    #expect(try house.store.violations().isEmpty)
  }

  @Test func oneScanChangesTheUserWhateverCountsAsABounce() throws {
    let house = try House()
    let handheld = try house.handheld("H1", window: 400)
    _ = try handheld.handle([scan("B001"), .key(.enter)])
    _ = try handheld.handle([scan("B002")])
    #expect(says(handheld, "At work B002"))
    // Behind the lock as well, and the same badge in a moment is a bounce as ever.
    _ = try handheld.handle([.idle, scan("B001")])
    #expect(says(handheld, "Menu B001"))
    _ = try handheld.handle([scan("B001")])
    #expect(handheld.screen.banner?.en == "Same scan: ignored")
  }

  @Test func whoSignsInElsewhereIsNotAskedForTheBadgeTwice() throws {
    let house = try House()
    try house.lists(1)
    let locked = try house.handheld("H1")
    _ = try locked.handle([scan("B001"), .key(.enter), .key(.character("1")), .key(.enter)])
    let step = locked.screen
    _ = try locked.handle([.idle])
    let other = try house.handheld("H2")
    _ = try other.handle([scan("B001"), .key(.enter)])
    #expect(other.screen.prompt == step.prompt)
    #expect(other.screen.title == step.title)
    #expect(!other.conversation.isLocked)
  }

  @Test func aWordFromTheSupervisorReachesWhoIsAtTheMenu() throws {
    let house = try House()
    let handheld = try house.handheld("H1")
    _ = try handheld.handle([scan("B001"), .key(.enter)])
    try house.change { .lever(.tell("B001", "Dock 2 now"), reason: "calls") }
    let echo = try handheld.hear()
    #expect(says(handheld, "From the desk"))
    #expect(echo.sounds == [.bad])
    try house.change { .lever(.tell("B001", "And dock 3"), reason: "calls") }
    _ = try handheld.hear()
    _ = try handheld.handle([.key(.enter)])
    _ = try handheld.hear()
    #expect(says(handheld, "From the desk"), "the second word stands behind the first")
    _ = try handheld.handle([.key(.enter)])
    #expect(says(handheld, "Menu B001"))
    // Where no list waits it comes as well, and so does a list.
    _ = try handheld.handle([.key(.character("1"))])
    #expect(says(handheld, "No list waiting"))
    try house.change { .lever(.tell("B001", "Lists come"), reason: "calls") }
    _ = try handheld.hear()
    #expect(says(handheld, "From the desk"))
    _ = try handheld.handle([.key(.enter)])
    try house.lists(1)
    #expect(try handheld.handle([.changed]).sounds == [.good])
    #expect(says(handheld, "Enter: take it"))
    _ = try handheld.handle([.key(.escape)])
    // What came while it was locked stands there when it opens.
    _ = try handheld.handle([.idle])
    try house.change { .lever(.tell("B001", "Come back"), reason: "calls") }
    _ = try handheld.hear()
    #expect(!says(handheld, "From the desk"))
    _ = try handheld.handle([scan("B001")])
    _ = try handheld.hear()
    #expect(says(handheld, "From the desk"))
  }

  /// A store that can be read no more from some moment on.
  private final class GoneStore: ForwardingStore, @unchecked Sendable {
    let store: any Store
    var isGone = false

    init(_ store: any Store) { self.store = store }

    func read<T>(_ body: (any Facts) throws -> T) throws -> T {
      guard !isGone else { throw StoreTrouble(.io, "gone") }
      return try store.read(body)
    }
  }

  @Test func whoWaitsIsToldThatTheStoreCannotBeRead() throws {
    let house = try House()
    let store = GoneStore(house.store)
    let seeds = Counter()
    let handheld = try Handheld(
      store: store,
      setting: .init(device: "H1", now: { TestFloor.start }, seed: { seeds.next("h") }))
    _ = try handheld.handle([scan("B001"), .key(.enter)])
    try house.change { .lever(.tell("B001", "Dock 2 now"), reason: "calls") }
    store.isGone = true
    let echo = try handheld.hear()
    #expect(handheld.trouble?.code == .io)
    #expect(echo.sounds == [.bad])
    #expect(try handheld.hear().sounds == [], "said once")
    store.isGone = false
    _ = try handheld.handle([.key(.enter)])
    #expect(handheld.trouble == nil)
    _ = try handheld.hear()
    #expect(says(handheld, "From the desk"))
  }

  @Test func aColleagueTakesOverWhatWasLeftAndTheLateDeviceIsToldByName() throws {
    let house = try House()
    try house.lists(1)
    try house.change {
      .add(
        .person(
          Operator(badge: "B050", name: Name(zh: "何", en: "He"), roles: [.picker])))
    }
    let first = try house.handheld("H1")
    _ = try first.handle([
      scan("B001"), .key(.enter), .key(.character("1")), .key(.enter), scan("T001"), .idle,
      scan("B002"),
    ])
    let second = try house.handheld("H2")
    _ = try second.handle([scan("B050"), .key(.enter), .key(.character("1"))])
    #expect(second.screen.body.contains { "\($0)".contains("B001") })
    let empty = second.screen.body.compactMap { part -> String? in
      guard case .fact(let fact) = part, fact.leading.en == "Empty totes" else { return nil }
      return fact.trailing?.en
    }
    #expect(empty == ["0"], "its tote is bound already")
    _ = try second.handle([.key(.enter)])
    let list = try #require(try house.store.read { try $0.lists(in: .picking) }.first)
    #expect(list.badge == "B050")
    let late = try house.handheld("H3")
    _ = try late.handle([scan("B001")])
    #expect(says(late, "B050 has it") || says(late, "No list"))
    #expect(try house.store.violations().isEmpty)
  }

  @Test func whatAPersonLikesIsKeptForTheNextHandheld() throws {
    let house = try House()
    let handheld = try house.handheld("H1")
    _ = try handheld.handle([scan("B001"), .key(.enter)])
    let choose = { (id: String) -> [Input] in
      guard case .choose(_, let choices) = handheld.screen.prompt,
        let index = choices.firstIndex(where: { $0.id == id })
      else { return [] }
      return [.key(.character(Character("\(index + 1)")))]
    }
    _ = try handheld.handle(choose("tones"))
    _ = try handheld.handle(choose("language"))
    #expect(handheld.conversation.tones == .both)
    let language = handheld.conversation.language
    _ = try handheld.handle(choose("signOut"))
    let other = try house.handheld("H2")
    _ = try other.handle([scan("B001")])
    #expect(other.conversation.tones == .both)
    #expect(other.conversation.language == language)
    #expect(language != nil)
  }

  @Test func workIsGivenByPriorityZoneAndSkill() throws {
    let house = try House()
    try house.lists(1)
    guard case .list(let any?) = try house.store.answer(.nextList("B001")) else {
      Issue.record("no list")
      return
    }
    #expect(any.list.way == .cluster)
    for (skills, found) in [(Set<PickingWay>([.zone]), false), ([.cluster], true), ([], true)] {
      try house.change {
        .add(
          .person(
            Operator(
              badge: "B051", name: Name(zh: "何", en: "He"), roles: [.picker], skills: skills)))
      }
      guard case .list(let view) = try house.store.answer(.nextList("B051")) else { return }
      #expect((view != nil) == found, "\(skills)")
    }
  }
}

import Barcodes
import Flows
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// Exceptions as a person meets them: bins that should be empty, scans that bounce, refusals that
/// stay, lists that change under one's feet.
@Suite struct ExceptionFlowTests {
  private let store = MemoryStore()
  private let seeds = Counter()

  /// A clock that tests move.
  private final class Clock: @unchecked Sendable {
    var now = TestFloor.start
  }

  private func handheld(
    _ device: Code<Device>, _ clock: Clock = Clock(), window: Int64 = 0
  ) throws -> Handheld {
    try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: device, now: { clock.now }, seed: { [seeds] in seeds.next("h") },
        repeatWindow: window))
  }

  private func scan(_ code: String) -> Input { .scan(Scan(text: code)) }

  private func floor(
    zeroCheck: Bool = false, _ orders: [(Code<Order>, [(Code<Product>, Int)])]
  ) throws {
    let floor = try TestFloor(store)
    if zeroCheck, var site = try store.read({ try $0.site() }) {
      site.houseRules.zeroCheck = true
      try floor.load(.site, [.site(site)])
    }
    for (number, lines) in orders { try floor.order(number, lines) }
    let desk = FloorDesk(
      store: store, now: { TestFloor.start }, seed: { [seeds] in seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
  }

  private func picking(_ handheld: Handheld, totes: Int = 1) throws {
    _ = try handheld.handle([
      scan("B001"), .key(.enter), .key(.character("1")), .key(.enter),
    ])
    for number in 1...totes { _ = try handheld.handle([scan("T00\(number)")]) }
  }

  private func counts() throws -> [Chore] { try store.read { try $0.openChores(.count) } }

  @Test(arguments: [0, 2, nil] as [Int?]) func anEmptiedBinIsAskedAbout(_ left: Int?) throws {
    try floor(zeroCheck: true, [("O1", [("S5", 4)])])
    let one = try handheld("H1")
    try picking(one)
    _ = try one.handle([scan("A-02-1"), scan("6901234567854"), scan("T001")])
    #expect(one.screen.prompt.label.en == "How many left?")
    // A scan does not answer, and the question survives a loss of power.
    #expect(try one.handle([scan("B-01-1")]).sounds == [.bad])
    let again = try handheld("H1")
    #expect(again.screen.prompt.label.en == "How many left?")
    switch left {
    case nil: _ = try again.handle([.key(.escape)])
    case let left?:
      _ = try again.handle([.key(.character(Character("\(left)"))), .key(.enter)])
    }
    #expect(again.screen.prompt.label.en == "Enter: set down")
    #expect(try counts().map(\.cause) == (left == 0 ? [] : [.zeroCheck]))
    #expect(try store.violations().isEmpty)
  }

  @Test func oneKeySaysThatABinIsEmpty() throws {
    try floor(zeroCheck: true, [("O1", [("S5", 4)])])
    let one = try handheld("H1")
    try picking(one)
    _ = try one.handle([scan("A-02-1"), scan("6901234567854"), scan("T001"), .key(.enter)])
    #expect(one.screen.prompt.label.en == "Enter: set down")
    #expect(try counts().isEmpty)
  }

  @Test func aBinThatIsNotEmptyByTheBookIsNotAskedAbout() throws {
    try floor(zeroCheck: true, [("O1", [("S5", 3)])])
    let one = try handheld("H1")
    try picking(one)
    _ = try one.handle([scan("A-02-1"), scan("6901234567854"), scan("T001")])
    #expect(one.screen.prompt.label.en == "Enter: set down")
  }

  @Test func aBounceOfTheTriggerIsShownAsIgnored() throws {
    try floor([("O1", [("S5", 2)])])
    let clock = Clock()
    let one = try handheld("H1", clock, window: 400)
    try picking(one)
    _ = try one.handle([scan("A-02-1")])
    let before = one.screen
    clock.now = clock.now.adding(milliseconds: 399)
    #expect(try one.handle([scan("A-02-1")]).sounds.isEmpty)
    #expect(one.screen.banner?.en == "Same scan: ignored")
    #expect(one.screen.prompt == before.prompt)
    #expect(one.screen.message == before.message)
    // Each bounce is timed against the one before it; a hand is slower.
    clock.now = clock.now.adding(milliseconds: 399)
    #expect(try one.handle([scan("A-02-1")]).sounds.isEmpty)
    clock.now = clock.now.adding(milliseconds: 400)
    #expect(try one.handle([scan("A-02-1")]).sounds == [.good])
    #expect(one.screen.banner == nil)
    _ = try one.handle([scan("6901234567854")])
    let repeats = try store.entries(after: 0, limit: 1000).filter { $0.kind == "repeated" }
    #expect(repeats.count == 2)
  }

  @Test func aKeyInBetweenMakesAScanANewOne() throws {
    try floor([("O1", [("S5", 2)])])
    let one = try handheld("H1", window: 400)
    _ = try one.handle([
      scan("B001"), .key(.enter), .key(.function(5)), scan("A-02-1"), .key(.escape),
    ])
    #expect(try one.handle([.key(.function(5)), scan("A-02-1")]).sounds == [.good])
  }

  /// Wherever a refusal stands, an empty Enter leaves it standing.
  @Test func enterDismissesNoRefusal() throws {
    try floor([("O1", [("S5", 2)])])
    let one = try handheld("H1")
    func stays(_ inputs: Input..., line: Int = #line) throws {
      _ = try one.handle(inputs)
      let before = one.screen
      #expect(before.message?.tone == .bad, "line \(line): \(before.prompt)")
      _ = try one.handle([.key(.enter)])
      #expect(one.screen.message == before.message, "line \(line)")
      #expect(one.screen.prompt == before.prompt, "line \(line)")
    }
    try stays(scan("B999"))
    try stays(scan("B001"), scan("T001"))
    _ = try one.handle([.key(.escape)])
    try stays(scan("NOTHING"))
    _ = try one.handle([.key(.character("1")), .key(.enter)])
    try stays(scan("T999"))
    _ = try one.handle([scan("T001")])
    try stays(scan("D-01-1"))
    _ = try one.handle([scan("A-02-1")])
    try stays(scan("6901234567892"))
    _ = try one.handle([scan("6901234567854")])
    try stays(scan("T002"))
    try stays(.key(.character("9")), .key(.enter))
    _ = try one.handle([scan("T001")])
    #expect(one.screen.prompt.label.en == "Enter: set down")
    _ = try one.handle([.key(.enter), .key(.enter), .key(.character("2"))])
    try stays(scan("NOTHING"))
    _ = try one.handle([.key(.character("1"))])
    try stays(scan("NOTHING"))
    _ = try one.handle([scan("B-01-1")])
    try stays(scan("T001"))
    _ = try one.handle([scan("6901234567878")])
    try stays(scan("T001"))
  }

  @Test func aPickerHearsThatAnOrderIsStopped() throws {
    try floor([("O1", [("S5", 2)]), ("O2", [("S3", 1)])])
    let one = try handheld("H1")
    try picking(one, totes: 2)
    #expect(one.conversation.isLive)
    let stops = one.screen.body
    _ = try one.handle([.changed])
    #expect(one.screen.body == stops)
    _ = try store.commit(
      Commit(id: "stop", command: .intercept(order: "O2", reason: "refund"), at: TestFloor.start))
    _ = try one.handle([.changed])
    #expect(one.screen.message?.lines.first?.en == "Order stopped")
    _ = try one.handle([scan("A-02-1"), scan("6901234567854"), scan("T001")])
    #expect(one.screen.prompt.label.en == "Enter: set down")
    _ = try one.handle([.key(.enter)])
    // The tote of the stopped order was empty: it is free.
    #expect(try store.read { try $0.tote("T002")?.order } == nil)
    #expect(try store.violations().isEmpty)
  }

  @Test func aListThatChangedBeforeItWasTakenIsWalkedAnew() throws {
    let wanted: [(Code<Product>, Int)] = [("S1", 1), ("S5", 1)]
    let floor = try TestFloor(store)
    try floor.order("O1", wanted)
    try floor.order("O2", wanted, carrier: "SF")
    let desk = FloorDesk(
      store: store, now: { TestFloor.start }, seed: { [seeds] in seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    let one = try handheld("H1")
    try picking(one)
    let mine = try #require(try store.read { try $0.lists(in: .picking).first })
    let other = try #require(try store.read { try $0.lists(in: .released).first })
    func lines() throws -> [PickLine] { try store.read { try $0.pickLines(of: other.code) } }
    #expect(try lines().unwalked == 0)
    // The bin of a product both lists want is empty: the other list's line goes to another bin.
    let short = try #require(
      try store.read { try $0.pickLines(of: mine.code).first { $0.from.sku == "S1" } })
    let session = try #require(try store.read { try $0.sessions().first })
    let outcome = try store.commit(
      Commit(
        id: "short", command: .short(line: short.code, reason: .empty),
        author: Author(session: session.code, token: session.token), at: TestFloor.start))
    guard case .done = outcome else { return #expect(Bool(false), "\(outcome)") }
    #expect(try lines().unwalked == 1)
    let two = try handheld("H2")
    _ = try two.handle([scan("B002"), .key(.enter), .key(.character("1")), .key(.enter)])
    #expect(try lines().unwalked == 0)
    #expect(try store.read { try $0.list(other.code)?.state } == .picking)
    #expect(two.screen.prompt.label.en == "Scan an empty tote")
    #expect(try store.violations().isEmpty)
  }

  @Test func whatIsInTheHandOfAStoppedOrderGoesBack() throws {
    try floor([("O1", [("S5", 2)]), ("O2", [("S3", 1)])])
    let one = try handheld("H1")
    try picking(one, totes: 2)
    _ = try one.handle([scan("A-02-1"), scan("6901234567854")])
    _ = try store.commit(
      Commit(id: "stop", command: .intercept(order: "O1", reason: "refund"), at: TestFloor.start))
    _ = try one.handle([scan("T001")])
    #expect(one.screen.message?.lines.map(\.en) == ["Order stopped", "O1", "Back into A-02-1"])
    #expect(try store.read { try $0.stock(in: .tote("T001")) }.isEmpty)
    // With empty hands there is nothing to bring back.
    _ = try store.commit(
      Commit(id: "stop2", command: .intercept(order: "O2", reason: "refund"), at: TestFloor.start))
    _ = try one.handle([.changed])
    #expect(one.screen.message?.lines.map(\.en).contains("Back into A-02-1") == false)
    #expect(try store.violations().isEmpty)
  }

  /// A line that was taken away while its item is in the hand: the tote is refused, the list read.
  @Test func aPickThatCameTooLateIsRefusedAndReplanned() throws {
    try floor([("O1", [("S5", 2), ("S3", 1)])])
    let one = try handheld("H1")
    try picking(one)
    _ = try one.handle([scan("A-02-1"), scan("6901234567854")])
    let two = try handheld("H2")
    _ = try two.handle([scan("B021")])
    _ = try store.commit(
      Commit(
        id: "gone",
        command: .correct(
          StockKey(holder: .bin("A-02-1"), sku: "S5"), quantity: 0, .lost),
        author: two.conversation.session.map { Author(session: $0.code, token: $0.token) },
        at: TestFloor.start))
    #expect(try one.handle([scan("T001")]).sounds.first == .bad)
    #expect(one.screen.body.first == .fact(Fact(Text("B-01-1"), weight: .headline)))
    _ = try one.handle([scan("B-01-1"), scan("6901234567878"), scan("T001")])
    #expect(one.screen.prompt.label.en == "Enter: set down")
    #expect(try store.violations().isEmpty)
  }
}

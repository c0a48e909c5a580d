import Barcodes
import Flows
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// The one trip on a handheld: sessions, refusals, what waits behind them, PINs.
@Suite struct HandheldTests {
  private let store = MemoryStore()
  private let seeds = Counter()

  private func handheld(_ device: Code<Device>) throws -> Handheld {
    try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: device, now: { TestFloor.start }, seed: { [seeds] in seeds.next("h") }))
  }

  private func scan(_ code: String) -> Input { .scan(Scan(text: code)) }

  private func floor(with orders: [(Code<Order>, [(Code<Product>, Int)])]) throws {
    let floor = try TestFloor(store)
    for (number, lines) in orders { try floor.order(number, lines) }
    let desk = FloorDesk(
      store: store, now: { TestFloor.start }, seed: { [seeds] in seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
  }

  @Test func scansBehindARefusalAreDroppedAndJournalled() throws {
    try floor(with: [("O1", [("S3", 1)])])
    let one = try handheld("H1")
    _ = try one.handle([
      scan("B001"), .key(.enter), .key(.character("1")), .key(.enter), scan("T001"),
    ])
    #expect(one.screen.prompt == .scan(ClusterPicking.scanBin))

    let echo = try one.handle([scan("D-02-1"), scan("B-01-1"), scan("6901234567878")])

    #expect(echo.dropped)
    #expect(echo.sounds == [.bad])
    #expect(one.screen.prompt == .scan(ClusterPicking.scanBin))
    _ = try one.handle([scan("B-01-1")])
    let dropped = try store.entries(after: 0, limit: 1000).filter { $0.kind == "dropped" }
    #expect(dropped.count == 2)
    #expect(dropped.first?.payload.contains("B-01-1") == true)
  }

  @Test func aScanNeverPressesAButton() throws {
    try floor(with: [("O1", [("S3", 1)])])
    let one = try handheld("H1")
    _ = try one.handle([scan("B001"), .key(.enter), .key(.character("1"))])
    #expect(one.screen.prompt == .confirm(Text(zh: "Enter 领单", en: "Enter: take it")))
    _ = try one.handle([scan("T001")])
    #expect(try store.read { try $0.list("W001-1")?.state } == .released)
  }

  @Test func whoSignsInElsewhereTakesTheWorkAlongAndTheFirstIsTold() throws {
    try floor(with: [("O1", [("S3", 1)])])
    let one = try handheld("H1")
    _ = try one.handle([scan("B001"), .key(.enter), .key(.character("1")), .key(.enter)])
    let two = try handheld("H2")
    _ = try two.handle([scan("B001")])
    #expect(two.screen.message?.lines.first?.en == "At work on H1")
    _ = try two.handle([.key(.enter)])
    #expect(two.screen.prompt == .scan(ClusterPicking.scanEmptyTote))
    #expect(two.screen.banner?.en == "Resumed: 0/1 saved")

    let echo = try one.handle([scan("T001")])

    #expect(echo.sounds == [.bad])
    #expect(one.screen.prompt == .scan(SignIn.scanBadge))
    #expect(one.screen.message?.lines.first?.en == "Taken over by H2")
    #expect(try store.read { try $0.tote("T001")?.order } == nil)
  }

  @Test func aPINIsAskedForCheckedAndNeverJournalled() throws {
    var floor = try TestFloor(store)
    let hash = try #require(PIN.hash("4711"))
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B099", name: Name(zh: "孙洁", en: "Sun Jie"), roles: [.picker], pin: hash))))
    let one = try handheld("H1")
    func type(_ text: String) throws {
      _ = try one.handle(text.map { .key(.character($0)) } + [.key(.enter)])
    }
    _ = try one.handle([scan("B099")])
    try type("0000")
    #expect(one.screen.message?.lines.first?.en == "Wrong PIN")
    _ = try one.handle([scan("B099")])
    try type("4711")
    #expect(one.screen.prompt == .scan(SignIn.scanEquipment))
    let journal = try store.entries(after: 0, limit: 1000).map(\.payload).joined()
    #expect(!journal.contains("4711"))
    #expect(!journal.contains(hash))
    #expect(!journal.contains("孙洁"))
  }

  @Test func aHandheldThatComesBackWithoutASavedStepIsWhereItSignedIn() throws {
    _ = try TestFloor(store)
    let one = try handheld("H1")
    _ = try one.handle([scan("B001")])
    let again = try handheld("H1")
    #expect(again.screen.prompt == one.screen.prompt)
    #expect(again.screen.body == one.screen.body)
  }
}

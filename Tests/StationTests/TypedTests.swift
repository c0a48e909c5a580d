import Barcodes
import Flows
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// What is typed and not sent yet, and what a refusal leaves to do.
@Suite struct TypedTests {
  private let store = MemoryStore()
  private let seeds = Counter()

  private func handheld() throws -> Handheld {
    try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: "H1", now: { TestFloor.start }, seed: { [seeds] in seeds.next("h") }))
  }

  private func scan(_ code: String) -> Input { .scan(Scan(text: code)) }

  private func atTheTote() throws -> Handheld {
    let floor = try TestFloor(store)
    try floor.order("O1", [("S3", 2)])
    let desk = FloorDesk(
      store: store, now: { TestFloor.start }, seed: { [seeds] in seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    let one = try handheld()
    _ = try one.handle([
      scan("B001"), .key(.enter), .key(.character("1")), .key(.enter), scan("T001"),
      scan("B-01-1"), scan("6901234567878"),
    ])
    #expect(one.screen.prompt == .quantity(ClusterPicking.scanTote(1), proposed: 2))
    return one
  }

  @Test func whatIsTypedInTheLastMomentIsGone() throws {
    let one = try atTheTote()
    _ = try one.handle([.key(.character("1"))])
    #expect(try handheldAfterACut(one).conversation.entry.typed.isEmpty)
  }

  @Test func aPauseKeepsIt() throws {
    let one = try atTheTote()
    _ = try one.handle([.key(.character("1"))])
    let before = try store.head()
    #expect(!one.keep())
    let after = try store.head()
    #expect(after > before)
    // Once is enough, and with nothing typed there is nothing to keep.
    #expect(!one.keep())
    #expect(try store.head() == after)
    #expect(try handheldAfterACut(one).conversation.entry.typed == "1")
  }

  @Test func whatIsTakenBackIsNotThereAgain() throws {
    let one = try atTheTote()
    _ = try one.handle([.key(.character("1"))])
    _ = one.keep()
    _ = try one.handle([.key(.backspace)])
    _ = one.keep()
    #expect(try handheldAfterACut(one).conversation.entry.typed.isEmpty)
  }

  private func handheldAfterACut(_ old: Handheld) throws -> Handheld {
    let new = try handheld()
    #expect(new.screen.prompt == old.screen.prompt)
    return new
  }

  @Test func aRefusalAtWorkNamesTheKeyThatGoesOn() throws {
    _ = try TestFloor(store)
    let one = try handheld()
    _ = try one.handle([scan("B001")])
    #expect(one.screen.keys.map(\.key) == [.enter])
    _ = try one.handle([scan("A-01-1"), .key(.enter)])
    #expect(one.screen.prompt == .scan(SignIn.scanEquipment))
    #expect(one.screen.keys.map(\.key) == [.function(3)])
    _ = try one.handle([.key(.function(3))])
    #expect(one.screen.prompt.label == Text(zh: "选一项", en: "Choose"))
  }
}

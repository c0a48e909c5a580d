import Drills
import Flows
import Storage
import Testing
import Warehouse

@Suite("Levers of a supervisor, labels in doubt, lots inside codes")
struct LeverDrillTests {
  /// What becomes of a drill when a lever is pulled in the person's place.
  private func undone(_ name: String, _ lever: (any Facts) throws -> Lever?) throws -> Int {
    let store = MemoryStore()
    let floor = try DrillFloor(try Folder.drill(name), in: store)
    if let lever = try store.read(lever) {
      let outcome = try store.commit(
        Commit(
          id: "lever", command: .lever(lever, reason: "test"),
          at: Timestamp(milliseconds: 1_795_330_000_000)))
      guard case .done = outcome else { throw Folder.NoDrill(name: "\(outcome)") }
    }
    try floor.perform(.leave)
    return try floor.score().undone
  }

  private func wave(_ order: Int, _ facts: any Facts) throws -> Code<Wave> {
    try #require(try facts.order(Drill.number(of: order))?.wave)
  }

  @Test("A note counts as done by its own lever, and by no other")
  func levers() throws {
    #expect(try undone("sup-09-pause-a-wave") { _ in nil } == 1)
    #expect(try undone("sup-09-pause-a-wave") { .pause(try wave(2, $0)) } == 0)
    #expect(try undone("sup-09-pause-a-wave") { .pause(try wave(1, $0)) } == 1)
    #expect(try undone("sup-12-intercept") { _ in .intercept(Drill.number(of: 3)) } == 0)
    #expect(try undone("sup-12-intercept") { _ in .intercept(Drill.number(of: 1)) } == 1)
    func list(_ order: Int, _ facts: any Facts) throws -> Code<PickList> {
      try #require(try facts.pickLines(of: Drill.number(of: order)).first?.list)
    }
    #expect(try undone("sup-10-give-a-list") { .reassign(try list(3, $0), to: "B2") } == 0)
    #expect(try undone("sup-10-give-a-list") { .reassign(try list(2, $0), to: "B2") } == 1)
    #expect(
      try undone("sup-11-split-a-wave") { .split(try wave(4, $0), [try list(4, $0)], into: "W9") }
        == 0)
    #expect(
      try undone("sup-11-split-a-wave") { .split(try wave(4, $0), [try list(2, $0)], into: "W9") }
        == 1)
  }

  @Test("A label in doubt is scanned; who prints a second one has not answered it")
  func doubt() throws {
    func missed(_ decide: (DrillFloor) throws -> Void) throws -> [String] {
      let floor = try DrillFloor(try Folder.drill("pack-17-label-in-doubt"))
      var acts = 0
      // Everything as an expert does it, but for the label in doubt.
      var person = ScriptedPerson(habit: .expert, job: .packer, seed: 1)
      while acts < 500, let act = try person.act(on: floor.screen, seeing: floor.view) {
        if floor.screen.message?.lines.first?.en.hasPrefix("Label? ") == true {
          try decide(floor)
        } else {
          try floor.perform(act)
        }
        acts += 1
      }
      try floor.perform(.leave)
      return try floor.score().missed
    }
    #expect(
      try missed { floor in
        let label = try #require(floor.view.all(.label).first)
        try floor.perform(.scan(label.id))
      }.isEmpty)
    #expect(try missed { try $0.perform(.key(.function(8))) } == ["labelDoubted"])
  }

  @Test("A code holds lot and date in a drill of GS1 codes, and reads as its item")
  func codes() throws {
    let floor = try DrillFloor(try Folder.drill("lots-07-lots-in-codes"))
    try floor.perform(.go("B-10"))
    let goods = try #require(floor.view.all(.goods).first)
    #expect(goods.code == "(01)06920000000142(17)270415(10)L260905")
    let pane = floor.view.facts.compactMap(\.trailing?.en)
    #expect(pane.contains("GS1 |6920000000142|"))
  }

  @Test("What was set aside by mistake comes back")
  func aside() throws {
    let floor = try DrillFloor(try Folder.drill("pack-01-plain"))
    let tote = try #require(floor.view.all(.dropTote).first)
    try floor.perform(.hand(tote.id))
    #expect(!floor.view.all(.dropTote).contains { $0.code == tote.code })
    try floor.perform(.hand(try #require(floor.view.all(.aside).first).id))
    #expect(floor.view.all(.dropTote).contains { $0.code == tote.code })
    #expect(floor.view.all(.aside).isEmpty)
  }
}

import Drills
import Flows
import Foundation
import Storage
import Testing
import Warehouse

@Suite("What was trained opens menus")
struct TrainingTests {
  private func badge(_ store: any Store) throws -> BadgeView {
    guard case .badge(let view?) = try store.answer(.badge("B1")) else {
      throw Folder.NoDrill(name: "B1")
    }
    return view
  }

  private func opens(_ job: String, _ view: BadgeView) -> (opens: Bool, message: [Text]) {
    var menu = Menu(person: view)
    var effects = menu.handle(.chosen(job))
    // A closed job asks for the badge as it is now.
    if asksBadge(effects) { effects = menu.handle(.answer(.badge(view))) }
    let isOpen = effects.contains { if case .open = $0 { true } else { false } }
    return (isOpen, menu.screen.message?.lines ?? [])
  }

  private func asksBadge(_ effects: [Effect]) -> Bool {
    guard effects.count == 1, case .ask(.badge("B1")) = effects[0] else { return false }
    return true
  }

  private func train(_ store: any Store, _ id: String, _ trainings: [Training]) throws -> Outcome {
    try store.commit(
      Commit(
        id: id, command: .train("B1", trainings), at: Timestamp(milliseconds: 1_795_330_000_000)))
  }

  private func follow(_ store: some Store) throws {
    try RealFloor.make(in: store, trainings: "packing=packing|seeding=putWall")
    let fresh = try badge(store)
    #expect(fresh.missing?.map(\.words) == ["packing=packing", "seeding=putWall"])
    #expect(opens("picking", fresh).opens)
    let closed = opens("packing", fresh)
    #expect(!closed.opens && closed.message.map(\.en) == ["Packing: closed", "Pass packing"])
    guard case .done = try train(store, "t1", [.packing]) else {
      Issue.record("expected done")
      return
    }
    let trained = try badge(store)
    #expect(opens("packing", trained).opens && !opens("seeding", trained).opens)
    // The menu of somebody who is signed in opens as well, once it is asked.
    var open = Menu(person: fresh)
    #expect(asksBadge(open.handle(.chosen("packing"))))
    let effects = open.handle(.answer(.badge(trained)))
    #expect(effects.contains { if case .open = $0 { true } else { false } })
    // What was passed stays passed, in its order; a badge nobody bears is told.
    _ = try train(store, "t2", [.putWall])
    #expect(try badge(store).missing == nil)
    #expect(try badge(store).standing?.trainings == [.putWall, .packing])
    let nobody = try store.commit(
      Commit(
        id: "t3", command: .train("B99", [.packing]),
        at: Timestamp(milliseconds: 1_795_330_000_000)))
    guard case .refused = nobody else {
      Issue.record("expected a refusal")
      return
    }
  }

  @Test("A job is closed until its level is passed, and says which")
  func memory() throws { try follow(MemoryStore()) }

  @Test("The same on SQLite")
  func onDisk() throws {
    try Scratch.folder { folder in
      try follow(try SQLiteStore.create(at: folder.appendingPathComponent("floor.sqlite").path))
    }
  }

  @Test("A site's file that names no job or no level is told so")
  func words() {
    #expect(throws: (any Error).self) { try RealFloor.make(trainings: "packing=heaven") }
    #expect(TrainingRule("flying=packing") == nil && TrainingRule("packing") == nil)
    #expect(TrainingRule(" board = supervisor")?.words == "board=supervisor")
  }

  private func book() throws -> ClassBook {
    var data = Data()
    for (index, name) in ["first-01-one-piece", "first-02-two-bins", "first-03-several-pieces"]
      .enumerated()
    {
      let drill = try Folder.drill(name)
      let card = try DrillRun.run(drill, by: .expert).score()
      data += try ClassBook.line(
        ClassBook.Attempt(trainee: "王五 Wang", at: Int64(index), drill: drill, card: card))
    }
    return try ClassBook(lines: data, file: "class")
  }

  @Test("Three different drills pass a level; the certificate is the same every time")
  func certificate() throws {
    let book = try book()
    #expect(book.standings.first?.levels == [.firstScan])
    let day = Day(daysSince1970: 20_779)
    let paper = try #require(DrillCertificate(of: "王五 Wang", in: book, day: day, site: "School"))
    let bytes = try paper.pdf()
    #expect(bytes.starts(with: Array("%PDF".utf8)) && bytes.count > 5_000)
    #expect(try paper.pdf() == bytes)
    #expect(DrillCertificate(of: "nobody", in: book, day: day, site: "") == nil)
  }
}

import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// The supervisor's screens, cell by cell, small, usual and wide, in both languages; recorded as
/// those of `ScreenGoldenTests`.
@Suite struct BoardGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Goldens/Screens")

  @Test(
    arguments: [
      Size(columns: 20, rows: 16), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
    ], Language.allCases)
  func everyScreenIsDrawnAsRecorded(size: Size, language: Language) throws {
    let drawn = try draw(Glass(size: size, language: language))
    let file = Self.folder
      .appendingPathComponent("board-\(size.columns)x\(size.rows)-\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["PICKWAY_RECORD"] == "1" {
      try Data(drawn.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent): run again without PICKWAY_RECORD")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n== ")
    let sections = drawn.components(separatedBy: "\n\n== ")
    for (one, other) in zip(sections, kept) where one != other {
      Issue.record("drawn:\n\(one)\nrecorded:\n\(other)")
      return
    }
    #expect(sections.count == kept.count)
  }

  private func draw(_ glass: Glass) throws -> String {
    var text = "Cells of every screen; attributes stand behind each row.\n"
    let store = MemoryStore()
    let seeds = Counter()
    let floor = try TestFloor(store)
    for index in 1...5 {
      try floor.order(
        Code("O\(index)"), [("S4", 1), ("S6", 2)], carrier: index == 5 ? "SF" : "YTO")
    }
    let desk = FloorDesk(store: store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan(.discrete)
    _ = try desk.release(["W001"])
    func power(_ device: Code<Device>, _ inputs: Input...) throws -> Handheld {
      let handheld = try Handheld(
        store: store,
        setting: Handheld.Setting(
          device: device, now: { TestFloor.start }, seed: { seeds.next("h") }))
      _ = try handheld.handle(inputs)
      return handheld
    }
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    let one = try power(
      "H1", scan("B001"), scan("C01"), .key(.enter), .key(.character("1")), .key(.enter))
    _ = try power("H2", scan("B011"), scan("P01"), .key(.enter))
    let boss = try power("H3", scan("B021"), .key(.enter))
    func show(_ name: String, _ handheld: Handheld, _ inputs: Input...) throws {
      _ = try handheld.handle(inputs)
      text += "\n\n== \(name)\n" + (try glass.frame(of: handheld, at: TestFloor.start)).golden
    }
    func typed(_ word: String) -> [Input] { word.map { .key(.character($0)) } + [.key(.enter)] }

    try show("board", boss, .key(.character("1")))
    try show("no such wave", boss, scan("W999"))
    _ = try boss.handle(typed("1"))
    try show("levers", boss)
    try show("why", boss, .key(.character("1")))
    try show("moved", boss, .key(.character("2")))
    try show("taken back", boss, .key(.function(8)))
    try show("lists", boss, .key(.character("3")))
    try show("to whom", boss, .key(.character("1")))
    _ = try boss.handle([.key(.escape), .key(.escape)])
    try show("a wave that is not released", boss, scan("W002"))
    _ = try boss.handle([.key(.escape)])
    try show("exceptions: none", boss, .key(.function(6)))
    _ = try boss.handle([.key(.escape)])
    try show("people", boss, .key(.function(7)))
    _ = try boss.handle(typed("1"))
    try show("tell", boss)
    _ = try boss.handle(typed("Bring T009"))
    try show("told", boss)
    try show("a word at the handheld", one, scan("T001"))
    try show("read first", one, scan("D-02-1"))
    try show("read", one, .key(.enter))
    _ = try one.handle([
      scan("D-02-1"), .key(.function(9)), .key(.character("1")),
    ])
    _ = try boss.handle([.key(.escape)])
    try show("exceptions", boss, .key(.function(6)))
    try show("an exception", boss, .key(.character("1")))
    #expect(try store.violations().isEmpty)
    return text + "\n"
  }
}

import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// The screens of exceptions and of the work they leave behind, cell by cell, on both glasses and
/// in both languages; recorded as those of `ScreenGoldenTests`.
@Suite struct HouseScreenGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Goldens/Screens")

  @Test(
    arguments: [Size(columns: 20, rows: 16), Size(columns: 80, rows: 24)], Language.allCases)
  func everyScreenIsDrawnAsRecorded(size: Size, language: Language) throws {
    let drawn = try draw(Glass(size: size, language: language))
    let file = Self.folder
      .appendingPathComponent("house-\(size.columns)x\(size.rows)-\(language.rawValue).txt")
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
    var floor = try TestFloor(store)
    if var site = try store.read({ try $0.site() }) {
      site.houseRules.zeroCheck = true
      try floor.load(.site, [.site(site)])
    }
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B031", name: Name(zh: "钱伟", en: "Qian Wei"), roles: Set(Role.allCases)))))
    try floor.order("O1", [("S5", 4)])
    try floor.order("O2", [("S3", 2), ("S2", 1)])
    try floor.order("O3", [("S1", 1)])
    try store.release(seeds)
    let one = try store.handheld(seeds)
    func show(_ name: String, _ inputs: Input...) throws {
      _ = try one.handle(inputs)
      text += "\n\n== \(name)\n" + (try glass.frame(of: one, at: TestFloor.start)).golden
    }
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    func typed(_ word: String) -> [Input] { word.map { .key(.character($0)) } + [.key(.enter)] }

    _ = try one.handle([
      scan("B031"), .key(.enter), .key(.character("1")), .key(.enter), scan("T001"), scan("T002"),
      scan("T003"),
    ])
    try show("nothing to undo", .key(.function(8)))
    try show("empty?", scan("A-02-1"), scan("6901234567854"), scan("T001"))
    try show("first the answer", scan("B-01-1"))
    _ = try one.handle(typed("1"))
    try show("undo", .key(.function(8)))
    try show("undo: wrong bin", scan("D-01-1"))
    try show("undone", scan("A-02-1"))
    _ = try one.handle([scan("A-02-1"), scan("6901234567854"), scan("T001"), .key(.enter)])
    _ = try one.handle([scan("B-01-1"), scan("6901234567878"), scan("T003")])
    try floor.commit(.intercept(order: "O2", reason: "refund"))
    try show("an order is stopped", .changed)
    _ = try one.handle([.key(.function(9)), .key(.character("1"))])
    try show("another bin", scan("C-02-1"))
    try show("at the drop", scan("6901234567892"), scan("T002"))
    _ = try one.handle([.key(.enter), .key(.enter)])
    try show("house work", .key(.character("4")))
    try show("count", .key(.character("1")))
    try show("count: wrong code", scan("T001"))
    try show("count: item", scan("A-02-1"))
    try show("count: wrong item", scan("T001"))
    try show("count: how many", scan("6901234567854"))
    _ = try one.handle(typed("3"))
    try show("count: once more")
    _ = try one.handle([scan("6901234567854")] + typed("3"))
    try show("count: set right")
    try show("count: lots", scan("D-01-1"))
    try show("house work again", .key(.escape), .key(.escape))
    try show("put back", .key(.character("2")))
    try show("put back: item", scan("T003"))
    try show("put back: bin", scan("6901234567878"))
    try show("put back: wrong bin", scan("A-01-1"))
    try show("put back: nobody finds it", .key(.function(9)))
    try show("put back: done", .key(.escape), scan("6901234567878"), scan("B-01-1"))
    _ = try one.handle([.key(.escape)])
    try show("replenish: none", .key(.character("3")))
    _ = try one.handle([.key(.escape)])
    try show("move", .key(.character("4")))
    try show("move: item", scan("C-01-1"))
    try show("move: to", scan("16901234567844"))
    _ = try one.handle(typed("99"))
    try show("move: too many")
    try show("moved", scan("C-03-1"))
    _ = try one.handle([.key(.escape)])
    try show("correct", .key(.character("5")))
    try show("correct: item", scan("C-03-1"))
    try show("correct: how many", scan("6901234567847"))
    _ = try one.handle(typed("10"))
    try show("correct: why")
    try show("corrected", .key(.character("1")))
    _ = try one.handle([.key(.escape), .key(.escape)])
    try show("unknown code", .key(.function(5)), scan("7777777"))
    try show("belongs to which", .key(.function(7)))
    try show("learned", scan("6901234567892"))
    #expect(try store.violations().isEmpty)
    return text + "\n"
  }
}

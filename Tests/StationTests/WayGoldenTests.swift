import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// The screens of the ways of picking as they are drawn: batch, seeding, hot orders, zones, a full
/// tote.
///
/// The goldens are text in `Fixtures/Goldens/Screens`. With `PICKWAY_RECORD=1` they are written
/// anew, and the test fails, so that nobody records by accident.
@Suite struct WayGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Goldens/Screens")

  @Test(
    arguments: [Size(columns: 20, rows: 16), Size(columns: 80, rows: 24)], Language.allCases)
  func everyScreenIsDrawnAsRecorded(size: Size, language: Language) throws {
    let drawn = try draw(size, language)
    let file = Self.folder
      .appendingPathComponent("ways-\(size.columns)x\(size.rows)-\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["PICKWAY_RECORD"] == "1" {
      try Data(drawn.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent): run again without PICKWAY_RECORD")
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    for (one, other) in zip(sections(drawn), sections(kept)) where one != other {
      Issue.record("drawn:\n\(one)\nrecorded:\n\(other)")
      return
    }
    #expect(sections(drawn).count == sections(kept).count)
  }

  private func sections(_ text: String) -> [String] {
    text.components(separatedBy: "\n\n== ")
  }

  private func draw(_ size: Size, _ language: Language) throws -> String {
    var text = "Cells of the screens of the ways of picking; attributes stand behind each row.\n"
    let glass = Glass(size: size, language: language)
    let store = MemoryStore()
    var floor = try TestFloor(store)
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B031", name: Name(zh: "钱伟", en: "Qian Wei"), roles: Set(Role.allCases)))))
    let seeds = Counter()
    let one = try store.handheld(seeds)
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    func show(_ name: String, _ inputs: Input...) throws {
      _ = try one.handle(inputs)
      text += "\n\n== \(name)\n" + (try glass.frame(of: one, at: TestFloor.start)).golden
    }
    func release(_ policy: WavePolicy) throws {
      try store.release(seeds, policy)
    }
    let (chips, paste, book) = ("6901234567892", "6901234567878", "6901234567861")

    _ = try one.handle([scan("B031"), scan("P01"), .key(.enter)])
    try floor.order("O1", [("S1", 2), ("S3", 1)])
    try floor.order("O2", [("S3", 3)])
    try release(.batch)
    try show("batch offered", .key(.character("1")))
    try show("batch tote", .key(.enter))
    try show("batch stop", scan("T001"))
    try show(
      "pieces for two orders", scan("A-01-1"), scan(chips), scan("T001"), scan("B-01-1"),
      scan(paste))
    try show("full tote", .key(.function(7)))
    try show("empty tote in place", scan("T002"))
    try show("batch at the drop", scan("T002"))
    _ = try one.handle([.key(.enter), .key(.escape)])
    try show("menu with seeding")
    try show("seeding", .key(.character("4")))
    try show("not a batch tote", scan("T009"))
    try show("seed a tote", scan("T002"))
    try show("first slot", scan(paste))
    try show("wrong slot", scan("PW1-02"))
    try show("seeded", scan("T003"))
    try show("next slot", scan(paste))
    try show("slot complete", scan("T004"))
    try show("second tote", scan("T001"))
    try show("nobody wants it", scan(book))
    try show("not there", .key(.function(9)))
    try show("slot with a tote", .key(.escape), scan(chips))
    _ = try one.handle([scan("PW1-01"), .key(.escape)])

    for number in 3...5 { try floor.order(Code("O\(number)"), [("S4", 1)]) }
    try release(.auto)
    _ = try one.handle([.key(.character("1")), .key(.enter), scan("T005"), scan("D-02-1")])
    _ = try one.handle([scan(book), scan("T005")])
    try show("hot at the drop")
    _ = try one.handle([.key(.enter), .key(.escape), .key(.character("2"))])
    try show("hot tote", scan("T005"))
    try show("hot label", scan(book))
    try show("not hot", scan(chips))
    try show("hot pieces missing", .key(.function(9)))
    return text + "\n"
  }
}

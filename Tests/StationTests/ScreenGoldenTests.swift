import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// Every screen of the floor as it is drawn, cell by cell, on both glasses and in both languages.
///
/// The goldens are text in `Fixtures/Goldens/Screens`. With `PICKWAY_RECORD=1` they are written
/// anew, and the test fails, so that nobody records by accident.
@Suite struct ScreenGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Goldens/Screens")

  @Test(
    arguments: [Size(columns: 20, rows: 16), Size(columns: 80, rows: 24)], Language.allCases)
  func everyScreenIsDrawnAsRecorded(size: Size, language: Language) throws {
    let drawn = try draw(size, language)
    let file = Self.folder
      .appendingPathComponent("\(size.columns)x\(size.rows)-\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["PICKWAY_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.folder, withIntermediateDirectories: true)
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

  /// Walks through every screen and draws each.
  private func draw(_ size: Size, _ language: Language) throws -> String {
    var text = "Cells of every screen; attributes stand behind each row.\n"
    let glass = Glass(size: size, language: language)
    let store = MemoryStore()
    var floor = try TestFloor(store)
    let hash = try #require(PIN.hash("4711"))
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B031", name: Name(zh: "钱伟", en: "Qian Wei"),
            roles: Set(Role.allCases), pin: hash))))
    let seeds = Counter()
    func power(_ device: Code<Device>) throws -> Handheld {
      try Handheld(
        store: store,
        setting: Handheld.Setting(
          device: device, now: { TestFloor.start }, seed: { seeds.next("h") }))
    }
    func show(_ name: String, _ handheld: Handheld, _ inputs: Input...) throws {
      _ = try handheld.handle(inputs)
      text += "\n\n== \(name)\n" + (try glass.frame(of: handheld, at: TestFloor.start)).golden
    }
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    func typed(_ word: String) -> [Input] { word.map { .key(.character($0)) } }
    func release() throws {
      try store.release(seeds)
    }

    let one = try power("H1")
    try show("sign in", one)
    try show("unknown badge", one, scan("B999"))
    _ = try one.handle([scan("B031")] + typed("47"))
    try show("PIN", one)
    _ = try one.handle([.key(.enter)])
    try show("wrong PIN", one)
    _ = try one.handle([scan("B031")] + typed("4711") + [.key(.enter)])
    try show("bench or cart", one)
    try show("neither", one, scan("T001"))
    try show("both named", one, scan("P01"), scan("C01"))
    let two = try power("H2")
    _ = try two.handle([scan("B031")] + typed("4711") + [.key(.enter)])
    try show("at work elsewhere", two)
    try show("menu", one, .key(.enter))
    try show("no list", one, .key(.character("1")))
    _ = try one.handle([.key(.enter)])
    try show("empty board", one, .key(.character("3")))
    _ = try one.handle([.key(.escape)])

    try floor.order("O1", [("S1", 2), ("S2", 1)])
    try floor.order("O2", [("S6", 13), ("S3", 1)])
    try floor.order("O3", [("S4", 1), ("S1", 50)], carrier: "SF")
    try release()
    try show("offer", one, .key(.character("1")))
    try show("bind", one, .key(.enter))
    try show("unknown tote", one, scan("T777"))
    try show("second slot", one, scan("T001"))
    try show("first stop", one, scan("T002"))
    let stops = try store.read { try $0.pickLines(of: "W001-1" as Code<PickList>) }
    func bin(_ line: PickLine) -> String {
      if case .bin(let code) = line.from.holder { code.rawValue } else { "" }
    }
    func barcode(_ line: PickLine) throws -> String {
      try store.read { try $0.product(line.from.sku)?.packagings.first?.barcodes.first } ?? ""
    }
    func tote(_ line: PickLine) -> String { "T00\(line.slot)" }
    try show("wrong bin", one, scan("D-01-1"))
    try show("at the bin", one, scan(bin(stops[0])))
    try show("wrong item", one, scan("6901234567861"))
    try show("item in hand", one, scan(try barcode(stops[0])))
    try show("wrong tote", one, scan(tote(stops[0]) == "T001" ? "T002" : "T001"))
    _ = try one.handle(typed("99"))
    try show("typed a quantity", one)
    try show("too many", one, .key(.enter))
    try show("looked up a bin", one, .key(.function(5)), scan("B-02-1"))
    try show("looked up a product", one, scan("6901234567892"))
    try show("looked up nothing", one, scan("??"))
    try show("back at the step", one, .key(.escape))
    try show("put", one, scan(tote(stops[0])))
    try show("skipped", one, .key(.function(6)))
    try show("out of turn", one, scan("B-02-1"))
    try show("why short", one, .key(.function(9)))
    try show("short", one, .key(.character("1")))
    for _ in 0..<20 {
      guard let view = try store.read({ try $0.list("W001-1") }), view.state == .picking else {
        break
      }
      let lines = try store.read { try $0.pickLines(of: view.code) }.filter { $0.open > 0 }
      guard let next = lines.first else { break }
      _ = try one.handle([scan(bin(next)), scan(try barcode(next)), scan(tote(next))])
    }
    try show("at the drop", one)
    try show("list finished", one, .key(.enter))
    _ = try one.handle([.key(.escape)])
    try show("menu with work", one)
    try show("packing", one, .key(.character("2")))
    try show("not packable", one, scan("T009"))
    try show("on the bench", one, scan("T002"))
    try show("wrong piece", one, scan("6901234567861"))
    try show("one piece", one, scan("6901234567878"))
    try show("one too many", one, scan("6901234567878"))
    try show("pieces missing", one, .key(.function(9)))
    try show("looking on", one, .key(.character("3")))
    _ = try one.handle([scan("16901234567844")])
    try show("closed", one, scan("6901234567847"))
    try show("picked short", one, scan("T001"))
    _ = try one.handle([.key(.escape), .key(.escape)])
    try show("board", one, .key(.character("3")))
    try show("order looked up", one, .key(.function(5)), scan("O2"))
    return text + "\n"
  }
}

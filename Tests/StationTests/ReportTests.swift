import Barcodes
import Flows
import Labels
import Storage
import TestFloor
import Testing
import Warehouse

@testable import Station

/// What a report says of a shift, and its paper.
@Suite struct ReportTests {
  /// A list picked by hand, with two other items scanned for the notebook, and a short; or its goods
  /// seen in another bin.
  private func picked(seenIn seen: String? = nil) throws -> MemoryStore {
    let store = MemoryStore()
    let floor = try TestFloor(store)
    try floor.order("O1", [("S4", 1), ("S3", 1)])
    let seeds = Counter()
    try store.release(seeds)
    let handheld = try store.handheld(seeds)
    func scan(_ code: String) throws { _ = try handheld.handle([.scan(Scan(text: code))]) }
    try scan("B001")
    try scan("C01")
    _ = try handheld.handle([.key(.enter), .key(.character("1")), .key(.enter)])
    try scan("T001")
    for _ in 0..<2 {
      let lines = try store.read { try $0.pickLines(of: Code<PickList>("W001-1")) }
      guard let line = lines.first(where: { $0.open > 0 }), case .bin(let bin) = line.from.holder
      else { break }
      try scan(bin.rawValue)
      if line.from.sku == "S4" {
        for wrong in ["6901234567892", "6901234567854"] { try scan(wrong) }
        try scan("6901234567861")
        try scan("T001")
      } else if let seen {
        _ = try handheld.handle([.key(.function(9)), .key(.character("6"))])
        try scan(seen)
      } else {
        _ = try handheld.handle([.key(.function(9)), .key(.character("1"))])
      }
    }
    return store
  }

  @Test func misScansAreToldWithTheirEvidence() throws {
    let store = try picked()
    let report = try FloorReport(store, from: Timestamp(milliseconds: 0))
    let product = try #require(report.misscans.first)
    #expect(report.misscans.count == 1)
    #expect((product.sku, product.picks, product.misscans, product.people) == ("S4", 1, 2, 1))
    #expect(product.instead == ["S1", "S5"])
    for (number, code) in zip(product.evidence, ["6901234567892", "6901234567854"]) {
      let entry = try #require(try store.entries(after: number - 1, limit: 1).first)
      #expect(entry.kind == "scan")
      #expect(entry.payload.contains(code))
    }
    #expect(
      try FloorReport(store, from: TestFloor.start.adding(milliseconds: 1)).misscans.isEmpty)
  }

  @Test func wavesAndTimesAreTold() throws {
    let report = try FloorReport(try picked(), from: Timestamp(milliseconds: 0))
    let wave = try #require(report.waves.first)
    #expect((wave.wave, wave.orders, wave.lists, wave.people) == ("W001", 1, 1, ["B001"]))
    #expect(wave.shorts == 1)
    #expect(report.stretches.map(\.lines) == [1])
    #expect(report.shorts.map(\.sku) == ["S3"])
  }

  @Test func whatWasSeenElsewhereIsAShortOfItsBin() throws {
    let report = try FloorReport(try picked(seenIn: "D-03-1"), from: Timestamp(milliseconds: 0))
    #expect(report.people.map(\.shorts) == [1])
    #expect(report.shorts.map(\.bin) == ["B-01-1"])
    #expect(report.shorts.map(\.reason) == ["elsewhere"])
  }

  @Test func aShortPickThatIsTakenBackIsNobodys() throws {
    let store = try picked()
    #expect(try FloorReport(store, from: Timestamp(milliseconds: 0)).people.map(\.shorts) == [1])
    let seeds = Counter()
    for _ in 0..<20 { _ = seeds.next("") }
    let handheld = try store.handheld(seeds)
    // What was picked after it goes back first.
    let pick = try #require(try store.read { try $0.picks(of: "W001-1") }.last { $0.movedPieces })
    guard case .bin(let bin) = pick.from.holder else { return }
    _ = try handheld.handle([
      .key(.function(8)), .scan(Scan(text: bin.rawValue)), .key(.function(8)), .key(.enter),
    ])
    let report = try FloorReport(store, from: Timestamp(milliseconds: 0))
    #expect(report.people.map(\.shorts) == [0])
    #expect(report.shorts == [])
  }

  @Test(arguments: Language.allCases) func thePaperHoldsAllWordsAndFigures(
    language: Language
  ) throws {
    var report = try FloorReport(try picked(), from: Timestamp(milliseconds: 0))
    report.stretches = (0..<40).map {
      .init(
        at: TestFloor.start.adding(milliseconds: Int64($0) * 900_000), lines: 7 * $0 % 60,
        orders: $0)
    }
    report.people = (1...30).map { .init(badge: "B\($0)", lines: 10 * $0, orders: 3, minutes: 60) }
    report.waves = (1...20).map {
      .init(
        wave: "W\($0)", carrier: "YTO", cutOff: TestFloor.start, state: "done", orders: 10,
        packed: 9, lines: 40, picked: 40, shorts: 1, metres: 100 * $0 + 7, shortest: 100 * $0,
        byCode: 160 * $0)
    }
    report.shorts = ShortReason.allCases.enumerated().map { index, reason in
      .init(bin: "A-0\(index)-1", sku: "S\(index)", reason: reason.rawValue, count: index + 1)
    }
    let site = TestFloor.siteRecord
    let paper = ReportPaper(report, site: site, language: language, wave: nil, at: TestFloor.start)
    let pages = paper.pages()
    #expect(pages.count > 1)
    for page in pages {
      for element in page.elements {
        guard case .box(let box) = element else { continue }
        #expect(box.frame.x >= 0 && box.frame.x + box.frame.width <= page.width)
        #expect(box.frame.y >= 0 && box.frame.y + box.frame.height <= page.height)
      }
    }
    // A text that does not fit would be noted.
    let document = try PDFBackend().render(pages, id: "report")
    #expect(document.notes.isEmpty, "\(document.notes)")
    #expect(document.bytes.starts(with: Array("%PDF".utf8)))
    #expect(try paper.pdf() == paper.pdf())
  }
}

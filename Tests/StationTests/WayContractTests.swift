import Barcodes
import Flows
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// What the ways of picking owe in every state of a day's work: an answer to every kind of input
/// and to every refusal, on a screen that fits, and a saved form that comes back.
@Suite struct WayContractTests {
  private static let glasses = [
    Size(columns: 20, rows: 16), Size(columns: 20, rows: 4), Size(columns: 80, rows: 24),
  ]
  private static let (chips, paste, book) = ("6901234567892", "6901234567878", "6901234567861")

  private static let inputs: [Input] =
    [
      "B001", "C01", "P01", "T001", "T002", "T009", "O1", "W001-1", "A-01-1", "PW1", "PW1-01",
      "PW1-02", "PW1-08", chips, paste, book, "16901234567844", "NOTHING", "",
    ].map { .scan(Scan(text: $0)) }
    + [
      .enter, .escape, .function(3), .function(5), .function(6), .function(7), .function(9),
      .character("1"), .character("2"), .character("9"), .character("x"), .backspace, .up, .down,
      .tab,
    ].map { .key($0) }
    + [.changed]

  private static let refusals: [Refusal] = [
    .unknown("T002"), .takenOver("H2"), .notAllowed(.packer), .inOtherHands("B001"),
    .orderIs("O1", .held), .listIs("W001-1", .done), .toteInUse("T001", "O1"),
    .toteNotEmpty("T001"), .wrongTote("T001", slot: 1, expected: "T002"),
    .tooMany(asked: 9, open: 1), .stockGone("A-01-1", left: 0), .noWaybillNumbers("YTO"),
    .toteGathers("T001", "W001-1"), .toteStillEmpty("T001"), .liesTogether("O1", "T001"),
    .pickedAs("T001", .batch), .pickedAs("T001", .bulk), .wallFull("PW1", free: 0, wanted: 12),
    .wrongSlot(2), .nobodyWants("S1"),
  ]

  @Test func everyStateAnswersEverything() throws {
    let store = MemoryStore()
    let floor = try TestFloor(store)
    let seeds = Counter()
    var seen: Set<Screen> = []
    let one = try store.handheld(seeds)
    func give(_ codes: String...) throws {
      for code in codes {
        _ = try one.handle([Key(name: code).map { .key($0) } ?? .scan(Scan(text: code))])
        #expect(one.screen.message?.tone != .bad, "\(code): \(one.screen.message?.lines ?? [])")
        try tryEverything(one, &seen)
      }
    }
    func release(_ policy: WavePolicy) throws {
      try store.release(seeds, policy)
    }
    _ = try one.handle([.scan(Scan(text: "B002")), .scan(Scan(text: "P01")), .key(.enter)])

    try floor.order("O1", [("S1", 2), ("S3", 1)])
    try floor.order("O2", [("S3", 3)])
    try release(.batch)
    try give("1", "Enter", "T001", "A-01-1", Self.chips, "F9", "F3", "T001", "B-01-1", Self.paste)
    try give("F7", "T002", "T002", "Enter", "F3")
    try give("3", "T002", Self.paste, "T003", Self.paste, "F3", "F9", "2", Self.paste, "T004")
    try give("T001", Self.chips, "PW1-01", "F3")
    #expect(try store.read { try $0.order("O1")?.state } == .picked)

    for number in 3...5 { try floor.order(Code("O\(number)"), [("S4", 1)]) }
    try release(.auto)
    try give("1", "Enter", "T005", "D-02-1", Self.book, "T005", "Enter", "F3")
    try give("2", "T005", Self.book, Self.book, "F9", "1", "F3")
    #expect(try store.read { try $0.order("O4")?.state } == .packed)
    #expect(try store.read { try $0.order("O5")?.state } == .backorder)
    #expect(try store.violations().isEmpty)
    #expect(seen.count > 100)
  }

  /// Every input, and where a command is asked for, every refusal of it, on a copy.
  private func tryEverything(_ handheld: Handheld, _ seen: inout Set<Screen>) throws {
    for input in Self.inputs {
      var copy = handheld.conversation
      guard copy.awaiting == nil else {
        Issue.record("the handheld still waits")
        return
      }
      _ = copy.handle(input)
      try check(copy, "\(handheld.screen.title.en) \(input)", &seen)
      guard case .commit? = copy.awaiting else { continue }
      for refusal in Self.refusals {
        var refused = copy
        _ = refused.receive(.outcome(.refused(refusal)))
        try check(refused, "\(handheld.screen.title.en) \(input) \(refusal)", &seen)
      }
    }
  }

  private func check(
    _ conversation: Conversation, _ what: String, _ seen: inout Set<Screen>
  ) throws {
    let screen = conversation.screen
    // Each screen is drawn once.
    guard seen.insert(screen).inserted else { return }
    for language in Language.allCases {
      for size in Self.glasses {
        let frame = Renderer().frame(
          for: screen, entry: conversation.entry,
          surroundings: Surroundings(
            site: Text(""), person: Text(""), clock: "14:00", job: screen.job, mark: nil,
            lastScan: nil), size: size, language: language, charset: .unicode)
        let isWhole = frame.isWhole
        #expect(isWhole)
        let word = Width.prefix(screen.prompt.label[language].prefix { $0 != " " }, columns: 14)
        let isShown = frame.shows(word)
        #expect(isShown, "\(size) \(language) \(what): no \(word)")
      }
      let lines = (screen.message?.lines ?? []) + [screen.title, screen.prompt.label]
      for text in lines {
        #expect(!Width.hasAmbiguousWidth(text[language]), "\(text[language])")
        #expect(!text[language].isEmpty, "\(what)")
      }
      #expect(Width.of(screen.prompt.label[language]) <= 20, "\(screen.prompt.label[language])")
    }
  }
}

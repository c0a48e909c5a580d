import Barcodes
import Flows
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// What every flow owes: an answer to every kind of input in every state one can get to, a screen
/// that fits the smallest handheld in both languages, a saved form that comes back equal, a way
/// back, and books that stay right whatever is pressed.
@Suite struct FlowContractTests {
  private static let glasses = [
    Size(columns: 20, rows: 16), Size(columns: 20, rows: 4), Size(columns: 80, rows: 24),
  ]

  @Test(arguments: 1...8) func anyInputInAnyStateIsAnswered(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let store = MemoryStore()
    let floor = try TestFloor(store)
    for index in 1...5 {
      try floor.order(Code("O\(index)"), [("S1", 1), ("S2", 1), (index % 2 == 0 ? "S6" : "S3", 2)])
    }
    if seed % 2 == 0 { try askAtBenches(store) }
    let desk = FloorDesk(
      store: store, now: { TestFloor.start }, seed: { [seeds = Counter()] in seeds.next("desk") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    let seeds = Counter()
    let handheld = try store.handheld(seeds)

    var seen: Set<String> = []
    for step in 0..<400 {
      _ = try handheld.handle([input(handheld, &random)])
      #expect(handheld.trouble == nil)
      #expect(handheld.conversation.awaiting == nil)
      seen.insert(handheld.screen.title.en.prefix(6) + handheld.screen.prompt.label.en)
      try check(handheld)
      guard step % 50 == 49 else { continue }
      #expect(try store.violations().isEmpty)
      try goesBack(handheld)
    }
    #expect(seen.count > 9, "hardly any screen was reached: \(seen.sorted())")
  }

  /// Benches that ask for all they can: half of the walks are on such a floor.
  private func askAtBenches(_ store: MemoryStore) throws {
    let carton = CartonType(
      code: "BX1", inside: Dimensions(length: 400, width: 300, height: 200), grams: 90)
    let wrap = PackingMaterial(
      code: "BUB", name: Name(zh: "气泡膜", en: "Bubble wrap"), grams: 15, fromVoid: 1)
    let rules = BenchRules(
      weighing: WeightRule(grams: 900), cartons: true, materials: [wrap], proof: true,
      sealAll: SealRule(mostPieces: 3))
    for (index, command) in [Command.add(.carton(carton)), .adoptBenchRules(rules)].enumerated() {
      _ = try store.commit(
        Commit(id: "bench.\(index)", command: command, at: TestFloor.start))
    }
  }

  /// A screen must fit, speak both languages and come back from its saved form.
  private func check(_ handheld: Handheld) throws {
    let screen = handheld.screen
    for language in Language.allCases {
      for size in Self.glasses {
        let frame = try frame(of: handheld, size, language)
        let isWhole = frame.isWhole
        #expect(isWhole)
        // Long lines wrap at blanks: their first word is where they begin.
        for text in [screen.prompt.label, screen.message?.lines.first].compactMap({ $0 }) {
          let word = Width.prefix(text[language].prefix { $0 != " " }, columns: 14)
          let isShown = frame.shows(word)
          #expect(isShown, "\(size) \(language): no '\(word)' of '\(text[language])'")
        }
      }
      for text in texts(of: screen) {
        #expect(!Width.hasAmbiguousWidth(text[language]), "\(text[language])")
        #expect(!text[language].isEmpty || text.zh == text.en)
      }
      #expect(Width.of(screen.prompt.label[language]) <= 20, "\(screen.prompt.label[language])")
    }
    if let session = handheld.conversation.session {
      let again = Conversation(resuming: try handheld.conversation.saved(), for: session)
      #expect(again?.screen.body == screen.body)
      #expect(again?.screen.prompt == screen.prompt)
      #expect(again?.screen.message == screen.message)
    }
  }

  /// The glass as it is, and in the language its person did not choose as it would be.
  private func frame(of handheld: Handheld, _ size: Size, _ language: Language) throws -> Frame {
    let frame = try Glass(size: size, language: language).frame(of: handheld, at: TestFloor.start)
    guard let chosen = handheld.conversation.language, chosen != language else { return frame }
    let surroundings = Surroundings(
      site: Text(handheld.site), person: Text(try handheld.person() ?? Name(zh: "", en: "")),
      clock: "08:00", job: handheld.screen.job,
      lastScan: handheld.conversation.lastScan.map { Text($0) })
    return Renderer().frame(
      for: handheld.screen, entry: handheld.conversation.entry, surroundings: surroundings,
      size: size, language: language, charset: .unicode)
  }

  private func texts(of screen: Screen) -> [Text] {
    [screen.title, screen.prompt.label] + (screen.message?.lines ?? [])
      + screen.keys.map(\.label)
      + screen.body.compactMap { if case .fact(let fact) = $0 { fact.leading } else { nil } }
  }

  /// Esc leads to the menu or to sign-in in a few presses, from everywhere.
  private func goesBack(_ handheld: Handheld) throws {
    for _ in 0..<8 {
      if case .choose(_, let choices) = handheld.screen.prompt,
        choices.contains(where: { $0.id == "signOut" || $0.id == "more" })
      {
        return
      }
      if handheld.screen.prompt == .scan(SignIn.scanBadge) { return }
      _ = try handheld.handle([.key(.escape)])
    }
    Issue.record("no way back from \(handheld.screen.title.en): \(handheld.screen.prompt)")
  }

  /// What the screen asks for, half of the time; otherwise anything.
  private func input(_ handheld: Handheld, _ random: inout Seeded) -> Input {
    let codes = [
      "B001", "B002", "B011", "B021", "C01", "C02", "P01", "P02", "T001", "T002", "T003", "T004",
      "O1", "O2", "W001-1", "A-01-1", "B-01-1", "B-02-1", "C-02-1", "D-01-1", "6901234567892",
      "6901234567885", "6901234567878", "6901234567847", "16901234567844", "NOTHING", "",
      "BX1", "BUB", "YT0000000000001",
    ]
    let keys: [Key] = [
      .enter, .enter, .escape, .function(3), .function(5), .function(6), .function(7),
      .function(8), .function(9), .character("1"), .character("2"), .character("3"),
      .character("5"), .character("9"),
      .character("x"), .backspace, .up, .down,
      .pageDown, .control("x"), .tab,
    ]
    if Int.random(in: 0..<4, using: &random) > 0 {
      switch handheld.screen.prompt {
      case .scan(SignIn.scanBadge): return .scan(Scan(text: "B002"))
      case .scan(SignIn.scanEquipment):
        return Bool.random(using: &random) ? .scan(Scan(text: "P01")) : .key(.enter)
      case .confirm: return .key(.enter)
      case .choose(_, let choices):
        let number = Int.random(in: 1...max(1, min(9, choices.count)), using: &random)
        return .key(.character(Character("\(number)")))
      case .scan(ClusterPicking.scanBin):
        for case .fact(let fact) in handheld.screen.body where fact.weight == .headline {
          return .scan(Scan(text: fact.leading.en))
        }
      case .scan(ClusterPicking.scanItem):
        for case .fact(let fact) in handheld.screen.body where Int(fact.leading.en) != nil {
          return .scan(Scan(text: fact.leading.en))
        }
      case .quantity:
        return .scan(Scan(text: "T00\(Int.random(in: 1...4, using: &random))"))
      case .scan(ClusterPicking.scanEmptyTote), .scan(Packing.scanSource):
        return .scan(Scan(text: "T00\(Int.random(in: 1...4, using: &random))"))
      case .scan(Packing.scanPiece):
        let pieces = ["6901234567892", "6901234567885", "6901234567878", "6901234567847"]
        return .scan(Scan(text: pieces.randomElement(using: &random) ?? ""))
      case .scan where Bool.random(using: &random):
        // What a screen names is what it wants.
        let named = handheld.screen.body.compactMap { part -> String? in
          guard case .fact(let fact) = part else { return nil }
          return fact.weight == .headline || Int(fact.leading.en) != nil ? fact.leading.en : nil
        }
        if let code = named.randomElement(using: &random) { return .scan(Scan(text: code)) }
      case .scan, .text, .secret, .read, .wait: break
      }
    }
    return Bool.random(using: &random)
      ? .scan(Scan(text: codes.randomElement(using: &random) ?? ""))
      : .key(keys.randomElement(using: &random) ?? .enter)
  }
}

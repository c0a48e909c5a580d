import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// What every step answers to every kind of input, found by walking the real flows: the table in
/// `Docs/Answers.md`.
///
/// Random walks that mostly do what the screen asks for find a way to every step; then each kind of
/// input is tried at each step, on a floor of its own that was walked that far. With
/// `PICKWAY_RECORD=1` the table is written anew, and the test fails, so that nobody records by
/// accident.
@Suite struct AnswersTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Docs/Answers.md")

  private static let hash = PIN.hash("4711") ?? ""

  /// A kind of input, and inputs of that kind.
  private enum Kind: String, CaseIterable, Comparable {
    case bin, item, tote, cart, bench, order, list, badge, waybill, cage
    case unknown = "unknown code"
    case enter = "Enter"
    case digit = "1"
    case escape = "Esc"
    case f3 = "F3"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"

    static func < (lhs: Self, rhs: Self) -> Bool {
      (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
    }

    static func scan(_ code: String) -> Input { .scan(Scan(text: code)) }

    var input: Input {
      switch self {
      case .bin: Self.scan("D-02-1")
      case .item: Self.scan("6901234567878")
      case .tote: Self.scan("T009")
      case .cart: Self.scan("C02")
      case .bench: Self.scan("P02")
      case .order: Self.scan("O3")
      case .list: Self.scan("W-A-1")
      case .badge: Self.scan("B021")
      case .waybill: Self.scan("YT0000000000001")
      case .cage: Self.scan("Y1")
      case .unknown: Self.scan("NOTHING")
      case .enter: .key(.enter)
      case .digit: .key(.character("1"))
      case .escape: .key(.escape)
      case .f3: .key(.function(3))
      case .f5: .key(.function(5))
      case .f6: .key(.function(6))
      case .f7: .key(.function(7))
      case .f8: .key(.function(8))
      case .f9: .key(.function(9))
      }
    }
  }

  /// Something that happened on a walk.
  private enum Act {
    case input(Input)
    /// The order is stopped by somebody else.
    case stop
  }

  /// A floor with one person on it.
  private struct Walk {
    let store: MemoryStore
    let handheld: Handheld
    var trail: [Act] = []

    mutating func act(_ act: Act) throws {
      trail.append(act)
      switch act {
      case .input(let input): _ = try handheld.handle([input])
      case .stop:
        _ = try store.commit(
          Commit(
            id: "stop", command: .intercept(order: "O2", reason: "refund"), at: TestFloor.start))
        _ = try handheld.handle([.changed])
      }
    }
  }

  @Test func everyStepAnswersEveryKindOfInput() throws {
    var trails = try explored()
    var states = trails.keys.sorted()
    var answers: [(state: String, answers: [(Kind, String)])] = []
    // Steps that only such an input leads to are tried as well.
    while let state = states.popLast(), let trail = trails[state] {
      var found: [(Kind, String)] = []
      var leaves = false
      for kind in Kind.allCases {
        var walk = try start()
        for act in trail { try walk.act(act) }
        let before = walk.handheld.screen
        #expect(name(before) == state)
        if kind == .bin { try fits(walk.handheld) }
        try walk.act(.input(kind.input))
        #expect(walk.handheld.trouble == nil)
        #expect(try walk.store.violations().isEmpty)
        found.append((kind, answer(before, walk.handheld.screen)))
        let after = name(walk.handheld.screen)
        if after != state { leaves = true }
        guard trails[after] == nil, walk.handheld.conversation.language != .zh else { continue }
        trails[after] = walk.trail
        states.append(after)
      }
      #expect(leaves, "a dead end: \(state)")
      answers.append((state, found))
    }
    answers.sort { $0.state < $1.state }
    #expect(answers.count > 35)
    let drawn = table(answers)
    if ProcessInfo.processInfo.environment["PICKWAY_RECORD"] == "1" {
      try Data(drawn.utf8).write(to: Self.file)
      Issue.record("recorded \(Self.file.lastPathComponent): run again without PICKWAY_RECORD")
      return
    }
    let kept = try String(contentsOf: Self.file, encoding: .utf8)
    for (one, other) in zip(drawn.split(separator: "\n"), kept.split(separator: "\n"))
    where one != other {
      Issue.record("found:\n\(one)\nrecorded:\n\(other)")
      return
    }
    #expect(drawn == kept)
  }

  /// A short way to every step, by the step's name.
  private func explored() throws -> [String: [Act]] {
    var trails: [String: [Act]] = [:]
    for seed in 1...36 {
      var random = Seeded(UInt64(seed))
      var walk = try start()
      for step in 0..<260 {
        let state = name(walk.handheld.screen)
        if walk.trail.count < trails[state]?.count ?? .max { trails[state] = walk.trail }
        if seed % 2 == 0, step == 20 * (seed % 10) + 40 {
          try walk.act(.stop)
        } else if Int.random(in: 0..<6, using: &random) == 0 {
          try walk.act(.input((Kind.allCases.randomElement(using: &random) ?? .enter).input))
        } else {
          try walk.act(.input(asked(walk.handheld.screen, &random)))
        }
      }
    }
    // Steps that nobody finds by chance.
    for inputs in [
      [Kind.scan("B031"), .key(.enter), .key(.function(5)), Kind.scan("?"), .key(.function(7))],
      [Kind.scan("B031"), Kind.scan("P01"), .key(.enter), Kind.scan("T007")],
      Self.door([.scan("YT0000000000001")]),
      Self.door([.scan("Y1")]),
      Self.door([.scan("YT0000000000002"), .scan("Y1"), .key(.function(8)), .scan("Y1")]),
      Self.door([
        .scan("YT0000000000002"), .scan("Y1"), .scan("YT0000000000001"), .scan("Y2"),
        .key(.function(8)), .scan("Y1"),
      ]),
    ] {
      var walk = try start()
      for input in inputs { try walk.act(.input(input)) }
      trails[name(walk.handheld.screen)] = walk.trail
    }
    return trails
  }

  /// The way to the door, and on.
  private static func door(_ inputs: [Gesture]) -> [Input] {
    [Kind.scan("B031"), .key(.enter), .key(.character("6"))]
      + inputs.map { gesture in
        switch gesture {
        case .scan(let code): Kind.scan(code)
        case .key(let key): .key(key)
        }
      }
  }

  private enum Gesture {
    case scan(String)
    case key(Key)
  }

  private func start() throws -> Walk {
    let seeds = Counter()
    let store = MemoryStore()
    try prepare(store, seeds)
    return Walk(
      store: store,
      handheld: try Handheld(
        store: store,
        setting: Handheld.Setting(
          device: "H1", now: { TestFloor.start }, seed: { seeds.next("h") })))
  }

  /// A floor where everything can happen: orders to pick, bins to count, a stopped order, a pick
  /// face to fill.
  private func prepare(_ store: MemoryStore, _ seeds: Counter) throws {
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
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B032", name: Name(zh: "孙静", en: "Sun Jing"), roles: [.packer],
            pin: Self.hash))))
    try pick("O0", "W-A", "T008", &floor)
    try floor.commit(.intercept(order: "O0", reason: "refund"))
    try pick("O9", "W-B", "T007", &floor)
    try pick("O7", "W-C", "T006", &floor)
    try pick("O8", "W-D", "T005", &floor)
    for cage in ["Y1", "Y2"] {
      try floor.commit(.add(.cage(Cage(code: Code(cage), carrier: "YTO"))))
    }
    let packer = try floor.signIn("B011", bench: "P01")
    for order in ["O7", "O8"] {
      try floor.commit(.openParcel(order: Code(order)), by: packer)
      try floor.commit(.verify(parcel: Code("\(order)-1"), sku: "S4", units: 2), by: packer)
    }
    try floor.commit(.signOut, by: packer)
    try floor.order("O1", [("S5", 1), ("S3", 1)])
    try floor.order("O2", [("S1", 2), ("S3", 2)])
    try floor.order("O3", [("S5", 3), ("S4", 1)])
    try floor.order("O4", [("S3", 1)])
    let desk = FloorDesk(
      store: store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    let boss = try floor.signIn("B021")
    try floor.commit(
      .relocate(
        StockKey(holder: .bin("C-02-1"), sku: "S1"), to: "C-03-1", quantity: 4, chore: nil),
      by: boss)
    try floor.commit(.zeroCheck(StockKey(holder: .bin("A-02-1"), sku: "S5"), left: 2), by: boss)
    try floor.commit(.zeroCheck(StockKey(holder: .bin("B-01-1"), sku: "S3"), left: 1), by: boss)
  }

  /// An order whose pieces lie in a tote at the drop.
  private func pick(
    _ order: Code<Order>, _ wave: String, _ tote: Code<Tote>, _ floor: inout TestFloor
  ) throws {
    let picker = try floor.signIn("B001")
    let list = Code<PickList>(wave + "-1")
    let line = Code<PickLine>("\(order)/1.1")
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    try floor.order(order, [("S4", 2)])
    try floor.commit(
      .allocate([OrderAllocation(order: order, parts: [.init(line: 1, from: key, quantity: 2)])]))
    try floor.commit(
      .plan(
        Wave(code: Code(wave), carrier: "YTO", cutOff: TestFloor.start),
        [ListPlan(code: list, orders: [order], lines: [WalkStop(line)], walk: .none)]))
    try floor.commit(.release(Code(wave)))
    try floor.commit(.take(list), by: picker)
    try floor.commit(.bind(list: list, slot: 1, tote: tote), by: picker)
    try floor.commit(.pick(line: line, quantity: 2, bin: "D-02-1", tote: tote), by: picker)
    try floor.commit(.finish(list: list), by: picker)
    try floor.commit(.signOut, by: picker)
  }

  /// What the screen asks for.
  private func asked(_ screen: Screen, _ random: inout Seeded) -> Input {
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    switch screen.prompt {
    case .scan(SignIn.scanBadge):
      return scan(["B031", "B031", "B031", "B032", "B021"].randomElement(using: &random) ?? "")
    case .scan(SignIn.scanEquipment):
      return Bool.random(using: &random) ? scan("P01") : .key(.enter)
    case .scan(ClusterPicking.scanEmptyTote), .scan(Packing.scanSource):
      return scan("T00\(Int.random(in: 1...4, using: &random))")
    case .scan(Packing.scanPiece):
      return scan(
        ["6901234567878", "6901234567854", "6901234567892"].randomElement(using: &random) ?? "")
    case .quantity, .scan:
      let named = screen.body.compactMap { part -> String? in
        guard case .fact(let fact) = part else { return nil }
        return fact.weight == .headline || Int(fact.leading.en) != nil ? fact.leading.en : nil
      }
      if case .quantity = screen.prompt, screen.title.en.hasPrefix("Pick") {
        if screen.prompt.label.en.hasPrefix("How") { return .key(.enter) }
        return scan("T00\(Int.random(in: 1...3, using: &random))")
      }
      let label = screen.prompt.label.en
      if label == "Scan item", named.count < 2 {
        let items = [
          "6901234567861", "6901234567861", "6901234567878", "6901234567854", "6901234567892",
        ]
        return scan(items.randomElement(using: &random) ?? "")
      }
      if label == "Scan to-bin", named.contains("Any bin") { return scan("D-03-1") }
      return scan(named.randomElement(using: &random) ?? "A-02-1")
    case .choose(_, let choices):
      // Not the language: the walk reads English.
      let numbers = choices.indices.filter { choices[$0].id != "language" }
      let favored = ["picking", "house", "packing"].randomElement(using: &random)
      let known = choices.firstIndex { $0.id == favored }
      let other = numbers.randomElement(using: &random) ?? 0
      let number = (Bool.random(using: &random) ? known ?? other : other) + 1
      return .key(.character(Character("\(min(9, number))")))
    case .confirm, .read: return .key(.enter)
    case .text, .secret:
      return .key(Bool.random(using: &random) ? .character("2") : .enter)
    case .wait: return .key(.escape)
    }
  }

  /// A state is what is done and what is asked for, without codes and figures.
  private func name(_ screen: Screen) -> String {
    "\(plain(screen.title.en)): \(plain(screen.prompt.label.en))"
  }

  private func plain(_ text: String) -> String {
    text.split(separator: " ").map { word in
      word.contains { $0.isNumber } ? "#" : String(word)
    }.joined(separator: " ").replacingOccurrences(of: " #", with: "")
  }

  private func answer(_ before: Screen, _ after: Screen) -> String {
    let moved = name(before) == name(after) ? nil : name(after)
    let told = after.message.map { message in
      (message.tone == .bad ? "! " : "") + plain(message.lines.first?.en ?? "")
    }
    let said = before.message == after.message ? nil : told
    if before.title.en == "Look up", after.title.en != before.title.en { return "back to the step" }
    switch (moved, said) {
    case (nil, nil): return "stays"
    case (nil, let said?): return said
    case (let moved?, let said?) where said.hasPrefix("!"): return "\(said), to \(moved)"
    case (let moved?, _): return "to \(moved)"
    }
  }

  private func fits(_ handheld: Handheld) throws {
    for language in Language.allCases {
      for size in [Size(columns: 20, rows: 16), Size(columns: 20, rows: 4)] {
        let frame = try Glass(size: size, language: language)
          .frame(of: handheld, at: TestFloor.start)
        let isWhole = frame.isWhole
        #expect(isWhole)
        let label = handheld.screen.prompt.label[language]
        #expect(Width.of(label) <= 18, "\(label)")
        let isShown = frame.shows(Width.prefix(label.prefix { $0 != " " }, columns: 14))
        #expect(isShown, "\(size) \(language): no '\(label)'")
      }
    }
  }

  private func table(_ found: [(state: String, answers: [(Kind, String)])]) -> String {
    var text = """
      # Answers

      What every step answers to every kind of input, found by walking the real flows on a small
      floor (`Tests/StationTests/AnswersTests.swift`; `PICKWAY_RECORD=1` writes this page anew).
      A step is named by what is done and what is asked for; the scans are of things that are real
      and not what is asked for. `!` is a refusal, `stays` that nothing changes. No step is a dead
      end, and every one of them fits 20x16 and 20x4 in both languages.

      """
    for (state, answers) in found {
      text += "\n## \(state)\n\n| input | answer |\n|---|---|\n"
      var rows: [(kinds: [Kind], answer: String)] = []
      for (kind, answer) in answers {
        if let index = rows.firstIndex(where: { $0.answer == answer }) {
          rows[index].kinds.append(kind)
        } else {
          rows.append(([kind], answer))
        }
      }
      for row in rows {
        text += "| \(row.kinds.map(\.rawValue).joined(separator: ", ")) | \(row.answer) |\n"
      }
    }
    return text
  }
}

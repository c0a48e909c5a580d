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

  static let hash = PIN.hash("4711") ?? ""

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
  enum Act {
    case input(Input)
    /// The order is stopped by somebody else.
    case stop
  }

  /// A floor with one person on it.
  struct Walk {
    let ground: Ground
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
    var unanswered: Set<String> = []
    // Steps that only such an input leads to are tried as well.
    while let state = states.popLast(), let way = trails[state] {
      try offersOnlyWhatIsValid(way, state)
      var found: [(Kind, String)] = []
      var leaves = false
      for kind in Kind.allCases {
        var walk = try start(way.ground)
        for act in way.trail { try walk.act(act) }
        let before = walk.handheld.screen
        #expect(name(before) == state)
        if kind == .bin { try fits(walk.handheld) }
        try walk.act(.input(kind.input))
        #expect(walk.handheld.trouble == nil)
        #expect(try walk.store.violations().isEmpty)
        found.append((kind, answer(before, walk.handheld.screen)))
        if case .scan = kind.input, walk.handheld.screen == before {
          unanswered.insert("\(state): \(kind.rawValue)")
        }
        let after = name(walk.handheld.screen)
        if after != state { leaves = true }
        guard trails[after] == nil, walk.handheld.conversation.language != .zh else { continue }
        trails[after] = Way(ground: walk.ground, trail: walk.trail)
        states.append(after)
      }
      #expect(leaves, "a dead end: \(state)")
      answers.append((state, found))
    }
    answers.sort { $0.state < $1.state }
    let reached = Set(answers.map(\.state))
    #expect(Self.steps.subtracting(reached).sorted() == [], "no walk reaches these steps")
    #expect(reached.subtracting(Self.steps).sorted() == [], "steps that are not declared")
    #expect(unanswered.symmetricDifference(Self.unanswered).sorted() == [], "silent scans")
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

  /// A step offers at most six ways on, one key each, and every one of them can be taken there.
  private func offersOnlyWhatIsValid(_ way: Way, _ state: String) throws {
    func walked(_ more: Key? = nil) throws -> Walk {
      var walk = try start(way.ground)
      for act in way.trail { try walk.act(act) }
      if let more { try walk.act(.input(.key(more))) }
      return walk
    }
    func take(_ key: Key, _ name: String, from before: Screen) throws {
      let walk = try walked(key)
      let after = walk.handheld.screen
      let isRefused = after.message?.tone == .bad && after.message != before.message
      #expect(!isRefused, "\(state) offers \(name) and refuses it")
      #expect(after != before, "\(state) offers \(name), and nothing happens")
      #expect(try walk.store.violations().isEmpty)
    }
    let screen = try walked().handheld.screen
    #expect(Set(screen.keys.map(\.key)).count == screen.keys.count, "\(state)")
    if state.hasPrefix("Pick: ") {
      for hint in screen.keys { try take(hint.key, hint.label.en, from: screen) }
    }
    guard case .choose(_, let choices) = screen.prompt else { return }
    #expect(choices.count <= 6 || Self.lists.contains(state), "\(state): \(choices.count)")
    for language in Language.allCases {
      #expect(Set(choices.map { $0.label[language] }).count == choices.count, "\(state)")
    }
    for (index, choice) in choices.enumerated() where index < 9 && choices.count < 10 {
      try take(.character(Character("\(index + 1)")), choice.label.en, from: screen)
    }
  }

  /// A short way to every step, by the step's name.
  private func explored() throws -> [String: Way] {
    var trails: [String: Way] = [:]
    for (ground, seed) in [(Ground.house, 60), (.sorting, 30), (.told, 60), (.last, 6)]
      .flatMap({ ground, seeds in (1...seeds).map { (ground, $0) } })
    {
      var random = Seeded(UInt64(seed))
      var walk = try start(ground)
      for step in 0..<260 {
        let state = name(walk.handheld.screen)
        if walk.trail.count < trails[state]?.trail.count ?? .max {
          trails[state] = Way(ground: ground, trail: walk.trail)
        }
        if ground == .house, seed % 2 == 0, step == 20 * (seed % 10) + 40 {
          try walk.act(.stop)
        } else if Int.random(in: 0..<6, using: &random) == 0 {
          try walk.act(.input((Kind.allCases.randomElement(using: &random) ?? .enter).input))
        } else {
          try walk.act(.input(asked(walk.handheld.screen, &random)))
        }
      }
    }
    // Steps that nobody finds by chance.
    if let way = trails["Pick: Take it instead?"] {
      var walk = try start(way.ground)
      let back: [Act] = [.input(.key(.character("1"))), .input(.key(.function(8)))]
      for act in way.trail + back { try walk.act(act) }
      trails[name(walk.handheld.screen)] = Way(ground: way.ground, trail: walk.trail)
    }
    for inputs in [
      [Kind.scan("B031"), .key(.enter), .key(.function(5)), Kind.scan("?"), .key(.function(7))],
      [Kind.scan("B031"), Kind.scan("P01"), .key(.enter), Kind.scan("T007")],
      [Kind.scan("B031"), .key(.enter), .idle],
    ] { try walk(inputs, on: .house, &trails) }
    let toExceptions: [Input] = [
      Kind.scan("B031"), .key(.enter), .key(.character("3")), .key(.function(6)),
    ]
    try walk(toExceptions, on: .house, &trails)
    try walk(toExceptions + [.key(.character("1"))], on: .house, &trails)
    try walk(toExceptions, on: .last, &trails)
    let one = Kind.scan("YT0000000000001")
    let two = Kind.scan("YT0000000000002")
    let close = Input.key(.function(8))
    for inputs in [
      [], [one], [Kind.scan("Y1")], [two, Kind.scan("Y1"), close, Kind.scan("Y1")],
      [two, Kind.scan("Y1"), one, Kind.scan("Y2"), close, Kind.scan("Y1")],
    ] {
      let toTheDoor = [Kind.scan("B031"), Input.key(.enter), .key(.character("6"))]
      try walk(toTheDoor + inputs, on: .door, &trails)
    }
    let toTheBench = [Kind.scan("B031"), Kind.scan("P01"), Input.key(.enter), Kind.scan("T006")]
    let packed =
      toTheBench + [Kind.scan("BX1")] + Array(repeating: Kind.scan("6901234567861"), count: 2)
    let refused = packed + [.key(.character("9")), .key(.enter)]
    let release = refused + [.key(.function(9))]
    let reason = release + [Kind.scan("B031")]
    for inputs in [
      toTheBench, toTheBench + [Kind.scan("BX2")], packed, release, release + [Kind.scan("B033")],
      reason, reason + [.key(.character("1"))],
    ] { try walk(inputs, on: .bench, &trails) }
    return trails
  }

  private func walk(
    _ inputs: [Input], on ground: Ground, _ trails: inout [String: Way]
  ) throws {
    var walk = try start(ground)
    for input in inputs { try walk.act(.input(input)) }
    trails[name(walk.handheld.screen)] = Way(ground: ground, trail: walk.trail)
  }

  /// How a step is reached.
  private struct Way {
    let ground: Ground
    let trail: [Act]
  }

  /// What the screen asks for.
  private func asked(_ screen: Screen, _ random: inout Seeded) -> Input {
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    switch screen.prompt {
    case .scan(SignIn.scanBadge):
      return scan(["B031", "B031", "B031", "B032", "B021"].randomElement(using: &random) ?? "")
    case .scan(SignIn.scanEquipment):
      return Bool.random(using: &random) ? scan("P01") : .key(.enter)
    case .scan(ClusterPicking.scanEmptyTote):
      return scan("T00\(Int.random(in: 1...4, using: &random))")
    case .scan(Packing.scanSource):
      return scan(
        ["T001", "T002", "T003", "T004", "T006", "T007"].randomElement(using: &random) ?? "")
    case .scan(Seeding.scanSource): return scan("T005")
    case .scan(Seeding.scanWall):
      return scan(Bool.random(using: &random) ? "PW1" : "PW2")
    case .scan(Seeding.scanItem):
      return scan(Bool.random(using: &random) ? "6901234567878" : "6901234567861")
    case .scan(let text) where text.en.hasPrefix("Scan serial"):
      return scan("N\(Int.random(in: 1...99, using: &random))")
    case .scan(let text) where text.en == "Scan lot":
      return scan(Bool.random(using: &random) ? "L2" : "L3")
    case .quantity(let text, _) where text.en == "Weight in g":
      return scan("(01)06901234567892(3103)000071")
    case .quantity where screen.title.en.hasPrefix("Seed"):
      return scan(
        ["PW1-01", "PW1-02", "PW2-01", "PW2-02", "T001", "T002"].randomElement(using: &random)
          ?? "")
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
      let favored = ["picking", "house", "packing", "seeding"].randomElement(using: &random)
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

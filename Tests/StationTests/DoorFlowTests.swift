import Barcodes
import Flows
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// Whatever is scanned and pressed at the door: an answer, a screen that fits, a saved form that
/// comes back, sound books.
@Suite struct DoorFlowTests {
  private static let codes = [
    "YT0000000000001", "YT0000000000002", "YT0000000000003", "YT0000000000004",
    "SF0000000000001", "Y1", "Y2", "S1", "Y1", "S1", "M000001", "M000002", "T001", "B002",
    "NOTHING", "NOTHING1", "O1", "6901234567861",
  ]
  private static let keys: [Key] = [
    .enter, .function(3), .function(5), .function(7), .function(8), .escape, .character("1"),
    .character("2"),
  ]

  @Test func everythingIsAnswered() throws {
    var seen: Set<String> = []
    var manifests = 0
    for seed in 1...6 { manifests += try work(seed, &seen) }
    #expect(seen.count >= 8, "\(seen.sorted())")
    #expect(manifests > 0)
  }

  /// Works at the door for a while; how many manifests that made.
  private func work(_ seed: Int, _ seen: inout Set<String>) throws -> Int {
    var random = Seeded(UInt64(seed))
    let store = MemoryStore()
    var door = try DoorFloor(store)
    let seeds = Counter()
    let handheld = try store.handheld(seeds)
    for step in 0..<420 {
      let screen = handheld.screen
      if step == 120 { try door.commit(.holdBack(order: "O2", reason: "refund"), asProgram: true) }
      if step == 200 { try door.commit(.letGo(order: "O2"), asProgram: true) }
      switch screen.prompt {
      case .scan(SignIn.scanBadge): _ = try handheld.handle([.scan(Scan(text: "B021"))])
      case .scan(SignIn.scanEquipment): _ = try handheld.handle([.key(.enter)])
      case .choose(_, let choices) where choices.contains { $0.id == "sorting" }:
        let index = choices.firstIndex { $0.id == "sorting" } ?? 0
        _ = try handheld.handle([.key(.character(Character("\(index + 1)")))])
      default:
        let isScan = Int.random(in: 0..<10, using: &random) < 7
        _ = try handheld.handle([
          isScan
            ? .scan(Scan(text: Self.codes.randomElement(using: &random) ?? ""))
            : .key(Self.keys.randomElement(using: &random) ?? .enter)
        ])
      }
      #expect(handheld.trouble == nil)
      #expect(handheld.conversation.awaiting == nil)
      seen.insert(handheld.screen.prompt.label.en)
      try check(handheld)
      if step % 20 == 0 { #expect(try store.violations().isEmpty) }
    }
    return try store.read { try $0.manifestCount() }
  }

  private func check(_ handheld: Handheld) throws {
    let screen = handheld.screen
    for language in Language.allCases {
      for size in [Size(columns: 20, rows: 16), Size(columns: 20, rows: 4)] {
        let frame = try Glass(size: size, language: language)
          .frame(of: handheld, at: TestFloor.start)
        let isWhole = frame.isWhole
        #expect(isWhole)
      }
      for line in (screen.message?.lines ?? []) + [screen.prompt.label] {
        #expect(!Width.hasAmbiguousWidth(line[language]), "\(line[language])")
      }
    }
    guard let session = handheld.conversation.session else { return }
    let again = Conversation(resuming: try handheld.conversation.saved(), for: session)
    #expect(again?.screen.body == screen.body)
    #expect(again?.screen.prompt == screen.prompt)
    #expect(again?.screen.message == screen.message)
  }
}

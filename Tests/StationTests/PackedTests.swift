import Barcodes
import Foundation
import Simulation
import Station
import Storage
import TestFloor
import Testing
import Warehouse

@testable import Flows

/// The form conversations are saved in.
struct PackedTests {
  struct All: Codable, Equatable {
    enum Kind: Hashable, Codable { case plain, named(String), pair(Int, y: Double) }
    var text = "拣货"
    var again = "拣货"
    var number = -300
    var large = Int64.min
    var small: UInt8 = 255
    var real = 0.1
    var yes = true
    var none: String?
    var some: String? = ""
    var list: [Int?] = [1, nil, 3]
    var empty: [String] = []
    var map = ["a": 1, "b": 2]
    var numbered = [3: "x", 1: "y"]
    var kinds: [Kind] = [.plain, .named("n"), .pair(2, y: 1.5)]
    var set: Set<String> = ["q"]
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let value = All()
    let bytes = try PackedEncoder.bytes(of: value)
    #expect(try PackedDecoder.value(All.self, from: bytes) == value)
    #expect(bytes.count < (try JSONEncoder().encode(value)).count)
  }

  /// The form is kept in stores: what it is may not change unseen.
  @Test func theFormStaysAsItIs() throws {
    struct Line: Codable {
      var code = "A"
      var picked = 63
      var open: Int?
      var mine = -64
    }
    let bytes = try PackedEncoder.bytes(of: [Line(), Line(), Line(code: "B")])
    let code = try #require(PackedNames.numbers["code"].map { UInt8($0) })
    let picked = try #require(PackedNames.numbers["picked"].map { UInt8($0) })
    // The first number beyond 127 takes two bytes.
    #expect(PackedNames.all.count == 139)
    let head: [UInt8] = [7, 3, 9, 3, code, picked, 139, 1, 4] + Array("mine".utf8)
    let lines: [UInt8] = [
      5, 1, 65, 127, 3, 127, 16, 128, 127, 3, 127, 16, 5, 1, 66, 127, 3, 127,
    ]
    #expect(bytes == head + lines)
    #expect(PackedNames.all.count == Set(PackedNames.all).count)
    #expect(PackedNames.all.first == "_0")
  }

  /// A record as version 2 of conversations had it, its names among the texts.
  @Test func recordsWithTheirNamesAreStillRead() throws {
    struct Pair: Codable, Equatable {
      var a = "b"
      var b = "a"
    }
    let bytes: [UInt8] = [7, 2, 8, 2, 5, 1, 97, 5, 1, 98, 6, 1, 6, 0, 8, 2, 6, 0, 6, 1, 6, 1, 6, 0]
    #expect(try PackedDecoder.value([Pair].self, from: bytes) == [Pair(), Pair()])
  }

  @Test func spoiledBytesAreRefusedAndNeverTrap() throws {
    let bytes = try PackedEncoder.bytes(of: All())
    for count in 0..<bytes.count {
      #expect(throws: (any Error).self) {
        try PackedDecoder.value(All.self, from: Array(bytes.prefix(count)))
      }
    }
    var random = Seeded(5)
    for _ in 0..<2000 {
      var spoiled = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      spoiled[place] = UInt8.random(in: 0...255, using: &random)
      _ = try? PackedDecoder.value(All.self, from: spoiled)
    }
  }

  @Test func conversationsSavedAsJSONAreStillRead() throws {
    var conversation = Conversation(device: "H1", seed: "s", opening: SignIn(site: Text("x")))
    _ = conversation.begin()
    let session = Session(
      code: "S", badge: "B001", device: "H1", token: 1,
      since: Timestamp(milliseconds: 0))
    conversation.adopt(session)
    let (old, new) = try saved(conversation)
    #expect(Conversation(resuming: old, for: session)?.screen == conversation.screen)
    #expect(Conversation(resuming: new, for: session)?.screen == conversation.screen)
    #expect(new.bytes.count < old.bytes.count)
  }

  private func saved(_ conversation: Conversation) throws -> (json: SavedFlow, packed: SavedFlow) {
    let json = Array(try JSONEncoder().encode(conversation))
    return (
      SavedFlow(kind: Conversation.kind, version: 1, bytes: json), try conversation.saved()
    )
  }

  /// A whole list of the demo site, step by step: at every step of it the saved conversation takes
  /// less than half of what it took as JSON, and comes back as the same screen.
  @Test func aPickListInHandIsSavedInLessThanHalf() throws {
    let store = MemoryStore()
    try DemoFloor.fill(store)
    let handheld = try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: "H1", now: { DemoFloor.start }, seed: Seeds(prefix: "packed").next))
    var totes = (1...120).map { "T\(String(repeating: "0", count: 3 - "\($0)".count))\($0)" }[...]
    var compared = 0
    var lines = 0
    for _ in 0..<600 {
      guard let input = try next(handheld, store, &totes) else { break }
      #expect(try handheld.handle([input]).sounds.allSatisfy { $0 == .good })
      guard let session = handheld.conversation.session,
        case .list(let list?) = try store.answer(.nextList("B001")), list.list.state == .picking
      else {
        guard compared == 0 else { break }
        continue
      }
      lines = list.lines.count
      let (old, new) = try saved(handheld.conversation)
      #expect(new.bytes.count * 2 < old.bytes.count)
      compared += 1
      guard compared % 10 == 0 else { continue }
      for kept in [old, new] {
        let again = Conversation(resuming: kept, for: session)
        #expect(again?.screen == handheld.conversation.screen)
      }
    }
    #expect(lines >= 8, "a list of \(lines) lines is no list")
    #expect(compared > 2 * lines)
  }

  /// What somebody does who does what the screen asks for; nil when the list is done.
  private func next(
    _ handheld: Handheld, _ store: MemoryStore, _ totes: inout ArraySlice<String>
  ) throws -> Input? {
    func scan(_ text: String?) -> Input? { text.map { .scan(Scan(text: $0)) } }
    guard case .list(let list) = try store.answer(.nextList("B001")) else { return nil }
    let line = list?.lines.first { $0.open > 0 }
    switch handheld.screen.prompt {
    case .scan(SignIn.scanBadge): return scan("B001")
    case .scan(ClusterPicking.scanEmptyTote): return scan(totes.popFirst())
    case .scan(ClusterPicking.scanBin):
      guard case .bin(let bin)? = line?.from.holder else { return nil }
      return scan(bin.rawValue)
    case .scan(ClusterPicking.scanItem):
      let product = list?.products.first { $0.sku == line?.from.sku }
      return scan(product?.packagings.first?.barcodes.first)
    case .quantity:
      return scan(list?.list.slots.first { $0.number == line?.slot }?.tote?.rawValue)
    case .scan, .confirm: return .key(.enter)
    case .choose: return .key(.character("1"))
    case .text, .secret, .read, .wait: return nil
    }
  }
}

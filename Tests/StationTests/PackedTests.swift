import Foundation
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
    let old = SavedFlow(
      kind: Conversation.kind, version: 1, bytes: Array(try JSONEncoder().encode(conversation)))
    #expect(Conversation(resuming: old, for: session)?.screen == conversation.screen)
    let new = try conversation.saved()
    #expect(Conversation(resuming: new, for: session)?.screen == conversation.screen)
    #expect(new.bytes.count < old.bytes.count)
  }
}

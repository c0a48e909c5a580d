import Foundation
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// What the outbox owes is delivered once, wherever the power goes between store and folder, and
/// whoever takes the files away meanwhile.
@Suite struct OutboxTests {
  /// A store that loses power at its nth commit: before it has happened, or just after.
  private final class CutStore: ForwardingStore, @unchecked Sendable {
    let store: any Store
    private var left: Int
    private let after: Bool

    init(_ store: any Store, atCommit commit: Int, after: Bool) {
      self.store = store
      left = commit
      self.after = after
    }

    func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
      left -= 1
      if left == 0, !after { throw StoreTrouble(.io, "power cut") }
      if left < 0 { throw StoreTrouble(.io, "power cut") }
      let outcome = try store.commit(commit)
      if left == 0 { throw StoreTrouble(.io, "power cut") }
      return outcome
    }
  }

  /// Somebody on the other side who answers as told.
  private final class Answering: OutboxAdapter {
    var answers: [DeliveryResult]
    var letters: [OutboxLetter] = []

    init(_ answers: [DeliveryResult]) { self.answers = answers }

    func deliver(_ letter: OutboxLetter) -> DeliveryResult {
      letters.append(letter)
      return answers.isEmpty ? .sent : answers.removeFirst()
    }
  }

  private static let wanted = [
    "notice_O1-1.json", "notice_O2-1.json", "tracking_O1-1.json", "tracking_O2-1.json",
  ]

  /// A floor with two parcels handed over: four messages.
  private func shipped() throws -> DoorFloor {
    var door = try DoorFloor(MemoryStore())
    try door.commit(.cage(parcel: "O1-1", into: "Y1"))
    try door.commit(.cage(parcel: "O2-1", into: "Y1"))
    try door.commit(.closeCages(["Y1"]))
    try door.commit(.handOver("M000001", signature: "T-1"))
    return door
  }

  private func worker(
    _ store: any Store, _ adapter: any OutboxAdapter, minutes: Int64 = 0, _ name: String = "w"
  ) -> OutboxWorker {
    OutboxWorker(store: store, adapter: adapter, claimant: "\(name)\(minutes)") {
      TestFloor.start.adding(milliseconds: minutes * 60_000)
    }
  }

  private func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-outbox-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Takes the files away, as the program of a site would.
  private func taken(from folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }.sorted()
    for name in names { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    return names
  }

  @Test func eachMessageIsAFileWithWhatItsTakerNeeds() throws {
    try withFolder { folder in
      let door = try shipped()
      let tally = try worker(door.floor.store, try FolderAdapter(folder: folder)).work()
      #expect(tally == OutboxWorker.Tally(sent: 4))
      let text = try String(contentsOfFile: "\(folder)/tracking_O1-1.json", encoding: .utf8)
      #expect(text.contains("\"waybill\" : \"YT0000000000001\""))
      #expect(text.contains("\"key\" : \"tracking:O1-1\""))
      #expect(!text.contains("张三") && !text.contains("13800130000"))
      let notice = try String(contentsOfFile: "\(folder)/notice_O1-1.json", encoding: .utf8)
      #expect(notice.contains("13800130000") && notice.contains("张三"))
      let rights = try FileManager.default.attributesOfItem(
        atPath: "\(folder)/notice_O1-1.json")[.posixPermissions]
      #expect(rights as? Int == 0o600)
      // The books and the journal never knew the person.
      let journal = try door.floor.store.entries(after: 0, limit: 9999).map(\.payload).joined()
      #expect(!journal.contains("张三") && !journal.contains("13800130000"))
      #expect(
        try worker(door.floor.store, try FolderAdapter(folder: folder), minutes: 60).work()
          == OutboxWorker.Tally())
    }
  }

  @Test func aPowerCutAtAnyCommitLosesAndDoublesNothing() throws {
    var cuts = 0
    for call in 1... {
      var isOver = false
      for after in [false, true] {
        try withFolder { folder in
          let door = try shipped()
          let cut = CutStore(door.floor.store, atCommit: call, after: after)
          var seen: [String] = []
          do {
            _ = try worker(cut, try FolderAdapter(folder: folder)).work()
            isOver = true
          } catch { cuts += 1 }
          seen += try taken(from: folder)
          // The lease of what was in hand has run out; somebody else goes on.
          _ = try worker(
            door.floor.store, try FolderAdapter(folder: folder), minutes: 5, "other"
          ).work()
          seen += try taken(from: folder)
          #expect(seen.sorted() == Self.wanted, "cut \(after ? "after" : "before") commit \(call)")
          #expect(try door.floor.store.read { try $0.messageCounts() } == [.sent: 4])
          #expect(try door.floor.store.violations().isEmpty)
        }
      }
      if isOver { break }
    }
    #expect(cuts == 16)
  }

  @Test func whatIsRefusedWaitsForAPersonAndWhatFailsForItsTime() throws {
    var door = try shipped()
    let other = Answering([.refused("no such order"), .failed("no line"), .sent, .sent])
    #expect(
      try worker(door.floor.store, other).work()
        == OutboxWorker.Tally(sent: 2, refused: 1, failed: 1))
    #expect(try worker(door.floor.store, other, name: "x").work() == OutboxWorker.Tally())
    #expect(
      try worker(door.floor.store, other, minutes: 1).work() == OutboxWorker.Tally(sent: 1))
    #expect(other.letters.map(\.message.key).filter { $0 == "notice:O2-1" }.count == 2)
    try door.commit(.retryMessage(key: "notice:O1-1"), asProgram: true)
    #expect(
      try worker(door.floor.store, other, minutes: 2).work() == OutboxWorker.Tally(sent: 1))
  }

  @Test func twoWorkersNeverDeliverTheSameAtOnce() throws {
    let door = try shipped()
    // While the first one has a message in hand the second one turns to the others.
    final class Nested: OutboxAdapter {
      let inner: OutboxWorker
      var keys: [String] = []
      init(_ inner: OutboxWorker) { self.inner = inner }
      func deliver(_ letter: OutboxLetter) -> DeliveryResult {
        keys.append(letter.message.key)
        _ = try? inner.work()
        return .sent
      }
    }
    let second = Answering([])
    let first = Nested(worker(door.floor.store, second, name: "second"))
    let tally = try worker(door.floor.store, first, name: "first").work()
    #expect(tally.sent == 1 && second.letters.count == 3)
    #expect(Set(first.keys + second.letters.map(\.message.key)).count == 4)
  }

  private func worker(
    _ store: any Store, _ adapter: any OutboxAdapter, name: String
  ) -> OutboxWorker { worker(store, adapter, minutes: 0, name) }
}

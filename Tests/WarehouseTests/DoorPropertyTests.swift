import Foundation
import Storage
import TestFloor
import Testing
import Warehouse

/// Whatever people do at the door, in whichever order: both stores tell the same, the books stay
/// sound, what is undone is undone without a trace, and a signed manifest never changes.
@Suite struct DoorPropertyTests {
  private func withBoth(_ body: (DoorFloor, DoorFloor) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-door-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteStore.create(at: folder + "/door.store")
    try body(DoorFloor(MemoryStore()), DoorFloor(store))
    try store.close()
  }

  @Test(arguments: 1...6) func bothStoresDoTheSame(seed: Int) throws {
    try withBoth { memory, sqlite in
      var (memory, sqlite) = (memory, sqlite)
      var random = Seeded(UInt64(seed))
      var signed: [Code<Manifest>: String] = [:]
      var done: Set<String> = []
      var now = TestFloor.start
      for step in 0..<220 {
        now = now.adding(milliseconds: Int64.random(in: 0...90_000, using: &random))
        let (command, asProgram) = try wanted(memory.floor.store, now, &random)
        let outcome = try memory.commit(command, asProgram: asProgram, at: now)
        #expect(try sqlite.commit(command, asProgram: asProgram, at: now) == outcome)
        if case .done = outcome {
          done.insert("\(String(describing: command).prefix { $0 != "(" })")
        }
        guard step % 5 == 4 else { continue }
        #expect(try memory.told() == sqlite.told(), "seed \(seed) step \(step) \(command)")
        for store in [memory.floor.store, sqlite.floor.store] {
          let violations = try store.violations()
          #expect(violations.isEmpty, "seed \(seed) step \(step) \(command): \(violations)")
        }
        try sqlite.floor.store.read { facts in
          for manifest in try facts.manifests() where manifest.state == .signed {
            let text = "\(manifest) \(try facts.manifestLines(of: manifest.code))"
            #expect(signed[manifest.code, default: text] == text)
            signed[manifest.code] = text
          }
        }
      }
      #expect(!signed.isEmpty)
      #expect(done.count > 7, "hardly anything was possible: \(done.sorted())")
    }
  }

  @Test(arguments: 1...8) func whatIsUndoneLeavesNoTrace(seed: Int) throws {
    try withBoth { memory, sqlite in
      for door in [memory, sqlite] {
        var door = door
        var random = Seeded(UInt64(seed))
        for _ in 0..<40 {
          let (command, asProgram) = try wanted(door.floor.store, TestFloor.start, &random)
          try door.commit(command, asProgram: asProgram)
          let before = try door.told()
          let number = Int.random(in: 1...6, using: &random)
          let parcel = Code<Parcel>("O\(number)-1")
          let cage: Code<Cage> = number == 6 ? "S1" : Bool.random(using: &random) ? "Y1" : "Y2"
          let stood = try door.floor.store.read { try $0.caged(parcel) }
          if stood == nil, case .done = try door.commit(.cage(parcel: parcel, into: cage)) {
            #expect(try door.commit(.uncage(parcel: parcel)) == .done(.uncaged(parcel, cage)))
            #expect(try door.told() == before)
          }
          guard case .done(.manifested(let manifest)) = try door.commit(.closeCages([cage])) else {
            continue
          }
          #expect(try door.commit(.reopen(manifest.code)) == .done(.plain))
          // All but the number that was used up is as it was.
          let after = try door.told()
          #expect(cages(after) == cages(before))
          #expect(try door.floor.store.read { try $0.manifestLines(of: manifest.code) }.isEmpty)
        }
      }
    }
  }

  private func cages(_ told: String) -> [Substring] {
    told.split(separator: "\n").filter { $0.hasPrefix("Cage(") }
  }

  private func wanted(
    _ store: any Store, _ now: Timestamp, _ random: inout Seeded
  ) throws -> (Command, asProgram: Bool) {
    try store.read { facts in
      let number = Int.random(in: 1...6, using: &random)
      let parcel = Code<Parcel>("O\(number)-1")
      let cage = (["Y1", "Y2", "S1"] as [Code<Cage>]).randomElement(using: &random) ?? "Y1"
      let own: Code<Cage> = number == 6 ? "S1" : cage == "S1" ? "Y1" : cage
      let manifest =
        try facts.manifests().filter {
          $0.state == .closed || Int.random(in: 0..<9, using: &random) == 0
        }
        .randomElement(using: &random)?.code ?? "M000001"
      let message = try facts.dueMessages(at: now, limit: 9).randomElement(using: &random)
      let claimed = try facts.messages(in: .queued, limit: 99).filter { $0.lease != nil }
        .randomElement(using: &random)
      switch Int.random(in: 0..<16, using: &random) {
      case 0...4:
        return (.cage(parcel: parcel, into: Bool.random(using: &random) ? own : cage), false)
      case 5: return (.uncage(parcel: parcel), false)
      case 6: return (.closeCages([cage]), false)
      case 7: return (.closeCages(["Y1", "Y2"]), false)
      case 8: return (.reopen(manifest), false)
      case 9:
        return (
          .handOver(
            manifest,
            signature: ["T-1", "沪A12345", "Wang", "B011"].randomElement(
              using: &random) ?? ""), false
        )
      case 10: return (.holdBack(order: Code("O\(number)"), reason: "refund"), true)
      case 11, 12: return (.letGo(order: Code("O\(number)")), true)
      case 13:
        return (
          .claimMessage(
            key: message?.key ?? "tracking:O1-1",
            by: Bool.random(using: &random) ? "a" : "b",
            until: now.adding(milliseconds: 60_000)), true
        )
      case 14:
        let results: [DeliveryResult] = [.sent, .refused("no"), .failed("no line")]
        return (
          .reportMessage(
            key: claimed?.key ?? "notice:O1-1", by: claimed?.claimant ?? "a",
            results.randomElement(using: &random) ?? .sent), true
        )
      default:
        let refused = try facts.messages(in: .refused, limit: 9).randomElement(using: &random)
        return (.retryMessage(key: refused?.key ?? message?.key ?? "tracking:O2-1"), true)
      }
    }
  }
}

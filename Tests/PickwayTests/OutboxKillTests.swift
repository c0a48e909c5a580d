import Foundation
import Storage
import TestFloor
import Testing
import Warehouse

/// The program is killed at every rename and every sync between the outbox and its folder: nothing
/// is lost and nothing comes twice.
@Suite struct OutboxKillTests {
  private static let strace = ["/usr/bin/strace", "/bin/strace"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static let wanted = ["notice_O1-1.json", "tracking_O1-1.json"]

  /// A store with one parcel handed over: two messages.
  private func shipped(in folder: String) throws -> String {
    let path = folder + "/shipped.store"
    let store = try SQLiteStore.create(at: path)
    var door = try DoorFloor(store)
    // Due by the clock of the program, whatever day it is.
    let at = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) - 60_000)
    try door.commit(.cage(parcel: "O1-1", into: "Y1"), at: at)
    try door.commit(.closeCages(["Y1"]), at: at)
    try door.commit(.handOver("M000001", signature: "T-1"), at: at)
    try store.close()
    return path
  }

  private func taken(from folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }
    for name in names {
      // Whole, whatever happened.
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      #expect(text.hasSuffix("}\n"))
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    return names
  }

  @Test(.enabled(if: strace != nil, "strace is not installed: apt-get install strace"))
  func killedAtEveryRenameAndSync() throws {
    let strace = try #require(Self.strace)
    try Program.inFolder { folder in
      let first = try shipped(in: folder)
      var kills = 0
      for call in ["fsync", "fdatasync", "rename"] {
        for number in 1... {
          let here = "\(folder)/\(call)-\(number)"
          try FileManager.default.createDirectory(
            atPath: here, withIntermediateDirectories: true)
          let store = here + "/door.store"
          try FileManager.default.copyItem(atPath: first, toPath: store)
          let spool = here + "/spool"
          let run = try Program.run(
            strace,
            [
              "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
              "inject=\(call):signal=SIGKILL:when=\(number)", Program.path, "outbox", "deliver",
              "--to", spool, "--lease", "0", "--store", store,
            ])
          var seen = try taken(from: spool)
          seen += try deliverAll(store, spool)
          #expect(seen.sorted() == Self.wanted, "killed at \(call) \(number)")
          let check = try Program.pickway("check", store: store)
          #expect(check.status == 0, "\(check.output)")
          let died = run.status != 0
          if died { kills += 1 } else { break }
        }
      }
      print("outbox: killed at \(kills) system calls")
      #expect(kills > 15)
    }
  }

  /// Delivers with the real program until nothing waits.
  private func deliverAll(_ store: String, _ spool: String) throws -> [String] {
    var seen: [String] = []
    for _ in 0..<3 {
      let run = try Program.pickway("outbox", "deliver", "--to", spool, store: store)
      #expect(run.status == 0, "\(run.errors)")
      seen += try taken(from: spool)
    }
    return seen
  }
}

import Drills
import Foundation
import Storage
import Testing
import Warehouse

@Suite("Drills made of what really happened")
struct DrillDraftTests {
  private func file() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("draft-\(UUID().uuidString)/drill.yaml").path
  }

  private func clean(_ path: String) {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }

  /// The wave of a store, and what its lines take from where.
  private func wave(
    of store: any Store
  ) throws -> (code: Code<Wave>, lines: [String: Int], orders: [[Int]]) {
    try store.read { facts in
      let wave = try #require(try facts.waveProgress().first?.wave)
      var lines: [String: Int] = [:]
      var orders: [Code<Order>: [Int]] = [:]
      for list in try facts.lists(of: wave.code) {
        for line in try facts.pickLines(of: list.code) {
          lines["\(line.from.holder) \(line.from.sku)", default: 0] += line.quantity
          orders[line.order, default: []].append(line.quantity)
        }
      }
      return (wave.code, lines, orders.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  @Test("A recorded wave holds nobody, keeps its shape, and the expert finishes it with 100")
  func record() throws {
    let store = try RealFloor.make()
    let real = try wave(of: store)
    var draft = try DrillDraft(wave: real.code, of: store)
    let path = file()
    defer { clean(path) }
    let (drill, card) = try draft.prove(at: path)
    #expect(card.total == 100 && drill.orders.count == 3)
    #expect(draft.replaced >= 2)
    // Everything that was written, in all forms somebody could look for a person in.
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var written = ""
    for case let file as URL in FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil) ?? FileManager.DirectoryEnumerator()
    where !file.hasDirectoryPath {
      written += try String(contentsOf: file, encoding: .utf8)
    }
    #expect(written.count > 2_000 && written.contains("A-01"))
    let forms = [written, written.lowercased(), written.filter { $0 != "-" && $0 != " " }]
    for text in RealFloor.personal {
      #expect(!forms.contains { $0.contains(text) || $0.contains(text.lowercased()) }, "\(text)")
    }
    // The same pieces from the same bins, the same cut-off.
    let floor = try DrillRun.run(drill, by: .expert, in: MemoryStore())
    #expect(floor.drill.orders.allSatisfy { $0.cutOff == 17 * 60 })
    #expect(
      drill.orders.map { $0.lines.map(\.quantity).sorted() } == real.orders.map { $0.sorted() })
    #expect(drill.orders.map(\.priority) == [0, 0, 3])
  }

  @Test("The drill takes its pieces from the bins of the wave, before and after it was picked")
  func bins() throws {
    let store = MemoryStore()
    _ = try DrillRun.run(try Folder.drill("lots-01-plain"), by: .expert, in: store)
    let real = try wave(of: store)
    var draft = try DrillDraft(wave: real.code, of: store)
    let path = file()
    defer { clean(path) }
    let again = MemoryStore()
    _ = try DrillRun.run(try draft.prove(at: path).drill, by: .expert, in: again)
    #expect(try wave(of: again).lines == real.lines)
  }

  @Test(
    "What went wrong is in the journal, and in the drill made of it",
    arguments: [
      ("exc-01-too-few", [FaultKind.binShort]), ("exc-04-all-damaged", [.allDamaged]),
      ("exc-03-other-goods", [.otherGoods]),
      ("exc-06-blocked", [.binBlocked]), ("cart12-05-refund", [.orderRefunded]),
      ("cart4-06-tote-full", [.toteFull]), ("first-05-aim-again", [.beamReadsNeighbour]),
    ])
  func replay(_ name: String, _ kinds: [FaultKind]) throws {
    let store = MemoryStore()
    _ = try DrillRun.run(try Folder.drill(name), by: .expert, in: store)
    var draft = try DrillDraft(incidentIn: store, session: "DRILL")
    let path = file()
    defer { clean(path) }
    let (drill, card) = try draft.prove(at: path)
    #expect(card.total == 100)
    #expect(drill.faults.map(\.kind) == kinds, "\(draft.remarks)")
  }

  @Test("A careless person's wrong scan becomes what came to hand")
  func wrongScan() throws {
    let store = MemoryStore()
    _ = try DrillRun.run(try Folder.drill("single-04-look-alike"), by: .careless, in: store)
    let draft = try DrillDraft(incidentIn: store, session: "DRILL")
    let real = try #require(try Folder.drill("single-04-look-alike").faults.first)
    #expect(
      draft.faults.contains { $0.bin == real.bin && $0.sku == real.sku }, "\(draft.faults)")
  }

  @Test("Where nothing was picked there is no drill")
  func nothing() throws {
    let store = try RealFloor.make()
    #expect(throws: DrillDraft.Trouble.self) { try DrillDraft(incidentIn: store, session: "H9") }
    #expect(throws: DrillDraft.Trouble.self) { try DrillDraft(wave: "W-NONE", of: store) }
  }

  @Test("Orders may stand in a file of their own, and belong to the drill's id")
  func reference() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("orders-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func drill(_ quantity: Int, _ words: String = "") throws -> Drill {
      let text = """
        order,channel,receiver,phone,region,address,carrier,cutoff,priority,sku,quantity
        X1,shop,a,13800138000,b,c,ZTO,2026-11-22 16:30,2,S001,\(quantity)
        X1,shop,a,13800138000,b,c,ZTO,2026-11-22 16:30,2,S004,1
        X2,shop,a,13800138000,b,c,ZTO,2026-11-22 17:00,0,S002,1
        """
      try Data(text.utf8).write(to: folder.appendingPathComponent("orders.csv"))
      return try DrillReader().drill(
        "title: {zh: 一, en: One}\nlevel: cartOf4\njob: picker\nsite: \(Folder.drills)/school\n"
          + "orders: {file: orders.csv\(words)}\n", file: folder.path + "/one.yaml")
    }
    let one = try drill(2)
    #expect(one.orders.map(\.lines.count) == [2, 1] && one.orders[0].cutOff == 16 * 60 + 30)
    #expect(try drill(3).id != one.id && drill(2).id == one.id)
    #expect(try drill(2, ", first: 1").orders.count == 1)
    #expect(try drill(2, ", only: [X2]").orders[0].lines[0].sku == "S002")
    do {
      _ = try drill(2, ", only: [X9]")
      Issue.record("expected trouble")
    } catch let trouble as DrillTrouble {
      #expect(trouble.problems.contains { $0.line == 5 && $0.sentence.contains("orders.csv") })
    }
  }
}

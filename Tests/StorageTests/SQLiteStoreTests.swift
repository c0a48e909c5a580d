import Foundation
import Testing
import Warehouse

@testable import Storage

/// What is special about a store in a file.
@Suite struct SQLiteStoreTests {
  private func trouble(_ body: () throws -> Void) -> StoreTrouble? {
    #expect(throws: StoreTrouble.self, performing: body)
  }

  @Test func aStoreIsThereAgain() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      let store = try SQLiteStore.create(at: path)
      try Floor.bring(into: store)
      let before = (try store.read { try Snapshot($0) }, try store.head())
      try store.close()
      // Closed cleanly, the store is one file.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["floor.store"])
      let again = try SQLiteStore.open(at: path)
      #expect(try again.read { try Snapshot($0) } == before.0)
      #expect(try again.head() == before.1)
      try again.close()
    }
  }

  @Test func commitsAreOnTheDiskWhenTheyReturn() throws {
    try Engine.sqlite.withStore { store in
      guard let store = store as? SQLiteStore else { return }
      func pragma(_ name: String) throws -> [Row] {
        try store.write { books in
          .commit(try books.transaction.rows(Statement("PRAGMA \(name)"), []))
        }
      }
      try #expect(pragma("synchronous") == [Row([.int(2)])])
      try #expect(pragma("journal_mode") == [Row([.text("wal")])])
    }
  }

  @Test func nothingIsWrittenOver() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      try SQLiteStore.create(at: path).close()
      #expect(trouble { _ = try SQLiteStore.create(at: path) }?.code == .exists)
      #expect(trouble { _ = try SQLiteStore.create(at: folder + "/no/where") }?.code == .io)
    }
  }

  @Test func onlyStoresAreOpened() throws {
    try withFolder { folder in
      #expect(trouble { _ = try SQLiteStore.open(at: folder + "/none") }?.code == .notAStore)
      let text = folder + "/text"
      let words = String(repeating: "This is no store. ", count: 100)
      try words.write(toFile: text, atomically: true, encoding: .utf8)
      #expect(trouble { _ = try SQLiteStore.open(at: text) }?.code == .notAStore)
      #expect(try String(contentsOfFile: text, encoding: .utf8) == words)
      let empty = folder + "/empty"
      try Data().write(to: URL(fileURLWithPath: empty))
      #expect(trouble { _ = try SQLiteStore.open(at: empty) }?.code == .notAStore)
    }
  }

  @Test func aNewerStoreIsLeftAlone() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      let store = try SQLiteStore.create(at: path)
      try store.run("INSERT INTO migration (number, name) VALUES (99, 'serial numbers')")
      try store.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let told = trouble { _ = try SQLiteStore.open(at: path) }
      #expect(told?.code == .newerVersion)
      #expect(told?.sentence.contains("serial numbers") == true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func anOlderStoreIsBroughtUpToDate() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      let store = try SQLiteStore.create(at: path)
      try store.run("DROP TABLE chore")
      try store.run("DROP TABLE pick")
      try store.run("DROP INDEX pick_line_from")
      try store.run("ALTER TABLE site DROP COLUMN house_rules")
      try store.run("ALTER TABLE site DROP COLUMN walk_rules")
      try store.run("ALTER TABLE pick_line DROP COLUMN reached")
      try store.run("ALTER TABLE pick_list DROP COLUMN walk_after")
      try store.run("ALTER TABLE product DROP COLUMN fragile")
      for column in ["way", "zone", "after_list"] {
        try store.run("ALTER TABLE pick_list DROP COLUMN \(column)")
      }
      try store.run("ALTER TABLE pick_line DROP COLUMN seeded")
      try store.run("DROP INDEX tote_list")
      try store.run("ALTER TABLE tote DROP COLUMN list")
      for table in ["put_wall", "wall_slot"] { try store.run("DROP TABLE \(table)") }
      for table in StagingTable.all { try store.run("DROP TABLE \(table.name)") }
      try store.run("DROP TABLE import_file")
      try store.run("ALTER TABLE carton DROP COLUMN most_grams")
      for table in Table.door { try store.run("DROP TABLE \(table.name)") }
      try store.run("DROP INDEX parcel_carrier")
      try store.run("DELETE FROM migration WHERE number > 1")
      try store.close()
      let again = try SQLiteStore.open(at: path)
      try Floor.bring(into: again)
      #expect(try again.violations() == [])
      try again.close()
    }
  }

  /// A process that ends after its import was decided: the next one to open the store lands it.
  @Test func aDecidedImportRollsForward() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      let store = try SQLiteStore.create(at: path)
      let bins = (1...2500).map { number in
        ImportRecord.bin(
          Bin(
            code: Code("N-\(number)"), zone: "Z1", kind: .pickFace, aisle: 0, y: 0, side: .left,
            level: 1))
      }
      let ticket = try #require(try store.beginImport(.site, digest: "x", at: Floor.noon))
      try store.stage([.zone(Floor.zone)] + bins, for: ticket)
      #expect(try store.problems(of: ticket, limit: 1) == [])
      try store.write { books in
        try books.transaction.execute(.decide, [.int(ticket.number)])
        guard var file = try books.file(ticket.number) else { return .undo(()) }
        try books.landStep(&file)
        return .commit(())
      }
      #expect(try store.read { try $0.bin("N-999") } != nil)
      #expect(try store.read { try $0.bin("N-1000") } == nil)
      try store.close()

      let again = try SQLiteStore.open(at: path)
      #expect(try again.read { try $0.bin("N-2500") } != nil)
      #expect(try again.land(ticket) == ImportReport(added: 2501))
      #expect(try again.beginImport(.site, digest: "x", at: Floor.noon) == nil)
      try again.write { books in
        for table in StagingTable.all {
          let count = Statement("SELECT COUNT(*) FROM \(table.name)")
          try #expect(books.transaction.figure(count, []) == 0)
        }
        return .commit(())
      }
      #expect(try again.violations() == [])
      try again.close()
    }
  }

  /// The floor goes on working between check and landing: what became impossible is left out.
  @Test func whatBecameImpossibleIsLeftOut() throws {
    try Engine.sqlite.withStore { store in
      guard let store = store as? SQLiteStore else { return }
      try Floor.bring(into: store)
      let ticket = try #require(try store.beginImport(.stock, digest: "x", at: Floor.noon))
      let orders = [Floor.order("O1", [("CUP", 1)]), Floor.order("O2", [("CUP", 1)])]
      try store.stage(
        [.count(Floor.cups, quantity: 2), .count(Floor.teas, quantity: 2)] + orders, for: ticket)
      #expect(try store.problems(of: ticket, limit: 9) == [])
      try store.commit(
        "a",
        .allocate([
          OrderAllocation(
            order: "O2", parts: [.init(line: 1, from: Floor.cups, quantity: 3)])
        ]))
      #expect(try store.land(ticket) == ImportReport(changed: 2))
      #expect(try store.read { try $0.stock(at: Floor.cups) }?.quantity == 10)
      #expect(try store.read { try $0.stock(at: Floor.teas) }?.quantity == 2)
      #expect(try store.read { try $0.lines(of: "O1") }.map(\.quantity) == [1])
      #expect(try store.read { try $0.lines(of: "O2") }.map(\.quantity) == [3])
      let last = try store.entries(after: try store.head() - 1, limit: 1)
      #expect(last.first?.payload.contains(#""skipped":2"#) == true)
      #expect(try store.violations() == [])
    }
  }
}

import Foundation
import Testing

/// Every command as its user meets it: what it prints, how it ends, what bad input changes.
@Suite struct CommandTests {
  private static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  @Test func fromAnEmptyStoreToReleasedWaves() throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      #expect(try Program.pickway("init", store: store).status == 0)
      for kind in ["site", "products", "stock", "orders"] {
        let file = "\(Self.fixtures)/Demo/\(kind).\(kind == "site" ? "json" : "csv")"
        let run = try Program.pickway("import", kind, file, store: store)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("added"))
        let again = try Program.pickway("import", kind, file, store: store)
        #expect(again.status == 0)
        #expect(again.output.contains("nothing changed"))
      }
      let plan = try Program.pickway("wave", "plan", store: store)
      #expect(plan.status == 0, "\(plan.errors)")
      #expect(try Program.pickway("wave", "release", store: store).output.contains("W001"))
      let waves = try Program.pickway("wave", "list", "--json", store: store)
      let rows = try JSONSerialization.jsonObject(with: Data(waves.output.utf8))
      #expect((rows as? [[String: Any]])?.isEmpty == false)
      let lists = try Program.pickway("wave", "show", "W001", store: store)
      #expect(lists.output.contains("shortest"))
      #expect(try Program.pickway("check", store: store).status == 0)
    }
  }

  @Test(arguments: [
    (["import", "bins", "x.csv"], Int32(64), "bins: expected one of site"),
    (["import", "stock", "/nowhere/stock.csv"], 66, "/nowhere/stock.csv"),
    (["wave", "show", "W999"], 65, "no wave W999"),
    (["wave", "release", "W999"], 65, "Unknown W999"),
    (["operators", "add", "B900"], 64, "expected a name"),
    (["operators", "add", "B900", "--en", "Ann", "--role", "boss"], 64, "expected picker"),
    (["operators", "remove", "B900"], 65, "Unknown B900"),
    (["carts", "add", "C9", "--slots", "0"], 65, "slots"),
    (["carts", "remove", "C9"], 65, "Unknown C9"),
    (["totes", "remove", "T9"], 65, "Unknown T9"),
    (["printers", "add", "L9", "--address", "serial:0"], 64, "expected spool:"),
    (["printers", "add", "L9", "--address", "tcp:h:9100", "--format", "epl"], 64, "expected one"),
    (
      ["cartons", "add", "K", "--length", "0", "--width", "1", "--height", "1", "--grams", "1"], 64,
      "1 mm"
    ),
    (["orders", "list", "--state", "lost"], 64, "expected one of new"),
    (["labels", "reprint", "P9", "--reason", "torn"], 65, "Unknown P9"),
    (["init"], 73, "already"),
    (["console"], 65, "no site yet"),
    (["frobnicate"], 64, "frobnicate"),
  ])
  func badInputGetsOneClearLineAndChangesNothing(
    arguments: [String], status: Int32, words: String
  ) throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      _ = try Program.pickway("init", store: store)
      let before = try Program.pickway("journal", store: store).output
      let stored = arguments == ["frobnicate"] ? arguments : arguments + ["--store", store]
      let run = try Program.run(Program.path, stored)
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains(words), "\(run.errors)")
      let ours = run.errors.split(separator: "\n").filter { $0.hasPrefix("pickway: ") }
      #expect(ours.count == 1 || status == 64, "\(run.errors)")
      // A refusal is remembered as one; nothing else may be new.
      let after = try Program.pickway("journal", store: store).output
      #expect(after.hasPrefix(before))
      let news = after.dropFirst(before.count).split(separator: "\n")
      #expect(news.allSatisfy { $0.contains("refused") }, "\(news)")
    }
  }

  @Test func aFileWithProblemsLandsNotAtAllAndTellsThemAll() throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      let file = "\(folder)/products.csv"
      try Data(
        """
        sku,name_zh,name_en,barcodes,grams,length_mm,width_mm,height_mm,tracking
        S1,薯片,Chips,6901234567892,70,1,1,1,
        S2,酸奶,Yoghurt,6901234567891,x,1,1,1,
        ,水,Water,,500,1,1,1,
        """.utf8
      ).write(to: URL(fileURLWithPath: file))
      _ = try Program.pickway("init", store: store)
      let run = try Program.pickway("import", "products", file, store: store)
      #expect(run.status == 65)
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count == 4, "\(run.errors)")
      #expect(lines.allSatisfy { $0.contains("products.csv") })
      #expect(run.errors.contains(":3:"))
      #expect(run.errors.contains("grams"))
      #expect(try Program.pickway("journal", store: store).output.isEmpty)
    }
  }

  @Test func whatIsNoStoreIsRefusedByName() throws {
    try Program.inFolder { folder in
      let text = "\(folder)/notes.txt"
      try Data("hello".utf8).write(to: URL(fileURLWithPath: text))
      for (path, status) in [("\(folder)/none.sqlite", Int32(66)), (text, 66)] {
        let run = try Program.pickway("check", store: path)
        #expect(run.status == status || run.status == 65, "\(run.status) \(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
      }
      #expect(try String(contentsOfFile: text, encoding: .utf8) == "hello")
    }
  }

  @Test func peopleAndThingsAreAddedListedAndRemoved() throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      _ = try Program.pickway("init", store: store)
      let add = try Program.pickway(
        "operators", "add", "B900", "--zh", "孙洁", "--en", "Sun Jie", "--pin", input: "4711\n",
        store: store)
      #expect(add.status == 0, "\(add.errors)")
      let list = try Program.pickway("operators", "list", store: store).output
      #expect(list.contains("孙洁"))
      #expect(list.contains("yes"))
      #expect(!list.contains("4711"))
      // Of a known badge only what is given changes.
      let roles = try Program.pickway(
        "operators", "add", "B900", "--role", "packer", store: store)
      #expect(roles.output == "B900: changed\n", "\(roles.errors)")
      let changed = try Program.pickway("operators", "list", store: store).output
      #expect(changed.contains("孙洁 Sun Jie") && changed.contains("packer"))
      #expect(changed.contains("yes") && !changed.contains("picker"))
      _ = try Program.pickway("operators", "add", "B900", "--no-pin", store: store)
      #expect(try !Program.pickway("operators", "list", store: store).output.contains("yes"))
      #expect(try Program.pickway("carts", "add", "C9", "--slots", "4", store: store).status == 0)
      #expect(try Program.pickway("carts", "list", store: store).output.contains("C9"))
      #expect(try Program.pickway("carts", "remove", "C9", store: store).status == 0)
      #expect(try Program.pickway("carts", "list", store: store).output == "no carts\n")
      #expect(try Program.pickway("totes", "add", "T1", "T2", store: store).status == 0)
      let totes = try Program.pickway("totes", "list", "--json", store: store).output
      #expect(totes.contains("\"T2\""))
      let journal = try Program.pickway("journal", store: store).output
      #expect(!journal.contains("孙洁"))
      #expect(!journal.contains("Sun Jie"))
    }
  }

  @Test func theDemoPlaysWithoutATerminal() throws {
    let run = try Program.pickway("demo", "--size", "20x16", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Scan your badge"))
    #expect(run.output.contains("Closed, label prints"))
    #expect(run.output.contains("Wave board"))
  }

  @Test func theDemoFilesAreWhatTheGeneratorWrites() throws {
    try Program.inFolder { folder in
      let run = try Program.run(Program.path, ["fixture", "demo", "-o", folder])
      #expect(run.status == 0, "\(run.errors)")
      for file in ["site.json", "products.csv", "stock.csv", "orders.csv"] {
        let made = FileManager.default.contents(atPath: "\(folder)/\(file)")
        let kept = FileManager.default.contents(atPath: "\(Self.fixtures)/Demo/\(file)")
        let same = made == kept
        #expect(same, "\(file)")
      }
    }
  }
}

import Foundation
import Testing

/// Levers of the command line, and their ways back.
@Suite struct LeverCommandTests {
  private static let demo = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Demo").path

  private func state(of wave: String, _ store: String, _ options: String...) throws -> String? {
    let run = try Program.run(
      Program.path, ["wave", "list", "--json", "--store", store] + options)
    let rows = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    return rows?.first { $0["wave"] as? String == wave }?["state"] as? String
  }

  @Test func aLeverIsTakenBackByItsLineAndARefusalNamesIt() throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      func pickway(_ words: String...) throws -> (status: Int32, said: String) {
        let run = try Program.run(Program.path, words + ["--store", store])
        return (run.status, run.output + run.errors)
      }
      #expect(try pickway("init").status == 0)
      for kind in ["site", "products", "stock", "orders"] {
        let file = "\(Self.demo)/\(kind).\(kind == "site" ? "json" : "csv")"
        #expect(try pickway("import", kind, file).status == 0)
      }
      #expect(try pickway("wave", "plan").said.contains("back again: pickway wave dissolve WAVE"))
      let gone = try pickway("wave", "dissolve", "W001", "--reason", "r").said
      #expect(gone.hasPrefix("W001 is dissolved; back again: pickway undo "))
      let line = try #require(gone.split(whereSeparator: \.isWhitespace).last.map { String($0) })
      #expect(try state(of: "W001", store) == nil)
      #expect(try state(of: "W001", store, "--all") == "done")

      #expect(try pickway("undo", line).said == "taken back: pickway wave dissolve W001\n")
      #expect(try state(of: "W001", store) == "planned")
      let again = try pickway("undo", line)
      #expect(again.status == 65)
      #expect(again.said.contains("line \(line): Wave W001: is planned; nothing changed"))
      let back = try #require(Int(line)) + 1
      #expect(try pickway("undo", "\(back)").said.contains("line \(back): pickway undo has no way"))
      #expect(try pickway("undo", "1").said.contains("line 1: expected a lever, found import"))
      let nowhere = try pickway("undo", "0").said
      #expect(nowhere.contains("line 0: expected a line of the journal, 1 to \(back + 1)"))
      #expect(try pickway("check").status == 0)
    }
  }

  @Test func whatNobodyNeedsIsNotSaidOfAPolicyWithoutOrders() throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      #expect(try Program.pickway("init", store: store).status == 0)
      #expect(
        try Program.pickway("import", "site", "\(Self.demo)/site.json", store: store).status == 0)
      let told = try Program.pickway("wave", "plan", "--what-if", store: store)
      let needed = told.output.split(separator: "\n").first { $0.hasPrefix("more people needed") }
      #expect(needed?.last == "-", "\(told.output)")
    }
  }
}

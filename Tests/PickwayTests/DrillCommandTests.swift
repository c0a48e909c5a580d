import Foundation
import Testing

/// `pickway drill` as trainers meet it.
@Suite struct DrillCommandTests {
  private static let drills = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Drills").path

  @Test func aRunIsRecordedScoredAgainAndWrittenDown() throws {
    try Program.inFolder { folder in
      let run = try Program.pickway(
        "drill", "run", "exc-13-damaged-front", "--auto", "novice:careless", "--json", "--record",
        "\(folder)/one.jsonl", "--class", "\(folder)/class.jsonl", "--trainee", "wang", "--drills",
        Self.drills)
      #expect(run.status == 0, "\(run.errors)")
      let again = try Program.pickway(
        "drill", "score", "\(folder)/one.jsonl", "--json", "--drills", Self.drills)
      #expect(again.output == run.output)
      #expect(run.output.contains("\"doesNotLook\""))
      let board = try Program.pickway("drill", "board", "--class", "\(folder)/class.jsonl")
      #expect(board.output.contains("wang") && board.output.contains("100 |"))
    }
  }

  @Test func theListIsJSONToo() throws {
    let list = try Program.pickway("drill", "list", "--json", "--drills", Self.drills)
    let rows = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]]
    #expect((rows?.count ?? 0) >= 60)
    #expect(try Program.pickway("drill", "faults").output.contains("lookAlikeFront"))
  }

  @Test func aBadFileIsToldLineByLine() throws {
    try Program.inFolder { folder in
      let path = "\(folder)/bad.yaml"
      try Data(
        "title: {zh: a, en: b}\nlevel: lots\njob: cook\nsite: \(Self.drills)/school\n".utf8
      ).write(to: URL(fileURLWithPath: path))
      let check = try Program.pickway("drill", "check", path)
      #expect(check.status == 65)
      #expect(check.errors.contains("bad.yaml:3: job cook: expected one of picker"))
      let unmet = "\(folder)/unmet.yaml"
      try Data(
        """
        title: {zh: a, en: b}
        level: exceptions
        job: picker
        site: \(Self.drills)/school
        orders:
          - {S001: 1}
        faults:
          - binEmpty: {bin: F-06}
        """.utf8
      ).write(to: URL(fileURLWithPath: unmet))
      let told = try Program.pickway("drill", "check", unmet)
      #expect(told.status == 65)
      #expect(told.errors.contains("unmet.yaml:8: binEmpty: nobody meets it"))
    }
  }

  @Test(arguments: [
    (["drill", "run", "no-such-drill", "--auto", "expert"], Int32(66), "no drill no-such-drill"),
    (["drill", "run", "first-01-one-piece", "--auto", "novice:genius"], 64, "expected expert or"),
    (["drill", "run", "first-01-one-piece"], 69, "expected a terminal"),
    (["drill", "score", "/nowhere.jsonl"], 66, "/nowhere.jsonl"),
    (["drill", "list", "--drills", "/nowhere"], 66, "/nowhere: expected a folder"),
  ])
  func badInput(arguments: [String], status: Int32, words: String) throws {
    let own = arguments.contains("--drills") ? [] : ["--drills", Self.drills]
    let run = try Program.run(Program.path, arguments + own)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(words))
  }

  @Test func whatWasPassedOpensMenusOfTheStoreThatIsNamed() throws {
    try Program.inFolder { folder in
      let site = "\(folder)/site.json"
      let text = try String(contentsOfFile: "\(Self.drills)/school/site.json", encoding: .utf8)
      try Data(
        text.replacing(
          "\"slotsPerCart\"", with: "\"trainings\": \"packing=packing\", \"slotsPerCart\"",
          maxReplacements: 1
        ).utf8
      ).write(to: URL(fileURLWithPath: site))
      let store = "\(folder)/floor.sqlite"
      #expect(try Program.pickway("init", "--store", store).status == 0)
      #expect(try Program.pickway("import", "--store", store, "site", site).status == 0)
      let book = "\(folder)/class.jsonl"
      for (trainee, drill) in [
        ("B1", "pack-01-plain"), ("B1", "pack-02-stranger"), ("B1", "pack-13-weigh"),
        ("B2", "pack-01-plain"), ("B9", "pack-01-plain"),
      ] {
        let run = try Program.pickway(
          "drill", "run", drill, "--auto", "expert", "--class", book, "--trainee", trainee,
          "--drills", Self.drills)
        #expect(run.status == 0, "\(run.errors)")
      }
      let granted = try Program.pickway(
        "drill", "board", "--class", book, "--grant", "--store", store)
      #expect(
        granted.output == """
          B1: passed packing, opens packing
          B2: passed nothing
          B9: no such badge, nothing granted

          """)
      let missing = try Program.pickway(
        "drill", "board", "--class", book, "--grant", "--store", "\(folder)/none.sqlite")
      #expect(missing.status != 0 && missing.errors.contains("none.sqlite"))
    }
  }
}

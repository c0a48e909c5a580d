import Flows
import Foundation
import Terminal
import Testing
import Trips

/// A trip that goes wrong says where, what was expected, and what the person saw.
struct TripRunnerTests {
  private static let picking = """
    at 20x16 en
    as B001 with C01
    open picking

    """

  private func failure(_ text: String, killing: Bool = false) throws -> TripFailure? {
    let trip = try TripParser().parse(text, name: "t.trip")
    return try Floors.play(trip, .memory, killing: killing).failure
  }

  @Test(arguments: [
    ("see Wave board", 4, "expected to be seen, but it is not"),
    ("see-not W001-1", 4, "expected not to be seen, but it is"),
    ("hear bad", 4, "expected to hear bad, heard nothing"),
    ("key Enter\nhear bad", 5, "expected to hear bad, heard good"),
    ("open packing", 4, "expected a menu with 复核打包 or Packing"),
    ("stock A-01 TEA = 9", 4, "expected 9, found 10"),
    ("stock A-01 PEN = 1", 4, "expected 1, found 0"),
    ("stock Z-99 TEA = 9", 4, "there is no bin, tote or parcel Z-99"),
    ("order O-1001 = packed", 4, "expected packed, it is planned"),
    ("order O-9 = new", 4, "there is no order O-9"),
    ("parcel O-1001 = open", 4, "order O-1001 has no parcel"),
    ("labels P1 = 1", 4, "expected 1, printed 0"),
    ("labels P9 = 0", 4, "there is no printer P9"),
    ("printer P9 out", 4, "there is no printer P9"),
    ("scale S1 1kg", 4, "there is no bench S1"),
    ("clock 13:59", 4, "it is 14:00 already, and the clock of a trip only goes forward"),
    ("wait 90m\nclock 15:00", 5, "it is 15:30 already"),
    ("import orders none", 4, "none: expected one of orders ham"),
    ("person gu\nas B999", 5, "expected the badge to be taken, it was refused"),
    ("person gu\nas B004 with T-01", 5, "expected T-01 to be taken, it was refused"),
    ("desk release W009", 4, "W009"),
    ("at 20x11 en\nkill", 5, "expected a glass of 12 rows or more, it has 11"),
  ])
  func namesTheLine(_ lines: String, _ line: Int, _ sentence: String) throws {
    let failure = try failure(Self.picking + lines)
    #expect(failure?.line == line)
    #expect(failure?.sentence.contains(sentence) == true, "\(failure?.sentence ?? "passed")")
  }

  @Test func aFailureShowsTheWholeScreen() throws {
    let failure = try failure(Self.picking + "see nowhere")
    #expect(
      failure?.description == """
        t.trip:4: see nowhere: expected to be seen, but it is not
        first sees:
        +--------------------+
        |Pick W001-1         |
        |                    |
        |3 orders            |
        |      5 lines 13 pcs|
        |                    |
        |Walk 52m    shortest|
        |About 4 min         |
        |Swift       by 17:00|
        |Empty totes        3|
        |cluster             |
        |                    |
        |                    |
        |                    |
        |> Enter: take it    |
        |                    |
        |F3Back F5Find       |
        +--------------------+
        """)
  }

  @Test func aTripEndsAtItsFirstFailure() throws {
    let trip = try TripParser().parse("as B001\nsee nowhere\nscan T-01\n", name: "t.trip")
    let result = try Floors.play(trip, .memory)
    #expect(result.gestures == 2)
    #expect(!result.passed)
  }

  @Test func aStoreThatIsUnsoundFailsAtTheEnd() throws {
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let stage = InProcessStage(
      store: UnsoundStore(ground.store), folder: ground.folder, start: SmallWorld.start,
      seed: { "s" })
    let trip = try TripParser().parse("see 扫工牌\n", name: "t.trip")
    let failure = TripRunner().run(trip, on: stage).failure
    #expect(failure?.line == 1)
    #expect(failure?.step == "check at the end")
    #expect(failure?.sentence.contains("negative: bin:A-01 TEA: expected 0, found -1") == true)
  }

  @Test func killingCountsTheKills() throws {
    let trip = try TripParser().parse(
      Self.picking + "key Enter\nscan T-01 T-02\nsee Slot 3", name: "t.trip")
    let result = try Floors.play(trip, .memory, killing: true)
    #expect(result.passed, "\(result.failure?.description ?? "")")
    // Badge, cart, Enter, the menu's digit, Enter, and the scans as one.
    #expect(result.gestures == 6)
    #expect(result.kills == 6)
  }

  @Test func everyGestureIsShownAndPaced() throws {
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let stage = InProcessStage(
      store: ground.store, folder: ground.folder, start: SmallWorld.start, seed: { "s" })
    var shown: [String] = []
    var paces = 0
    let runner = TripRunner(
      shows: { step, person, frame in
        shown.append("\(step.line) \(person) \(frame.lines[0])")
      }, paces: { paces += 1 })
    let trip = try TripParser().parse("at 20x16 en\nperson li\nas B004\nkill\n", name: "t.trip")
    #expect(runner.run(trip, on: stage).passed)
    #expect(shown == ["3 li At work B004", "3 li Menu B004", "4 li Menu B004"])
    #expect(paces == 2)
  }
}

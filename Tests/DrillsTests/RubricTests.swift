import Drills
import Foundation
import Storage
import Testing

@Suite("What the rubric promises")
struct RubricTests {
  @Test(
    "A habit gets its weakness by name",
    arguments: [
      (Habit.noItemScan, "cart4-01-plain", ScoreCard.Weakness.doesNotScanItems),
      (.noItemScan, "single-04-look-alike", .doesNotLook),
      (.ignoresExpiry, "lots-02-expired-front", .ignoresDates),
      (.wrongTote, "cart12-01-plain", .wrongTotes),
      (.binOrder, "cart12-01-plain", .walksByNumber),
      (.careless, "exc-13-damaged-front", .doesNotLook),
      (.careless, "exc-10-foreign-barcode", .shortsTooSoon),
      (.careless, "cart4-08-list-taken", .leavesUndone),
      (.careless, "pack-10-label-twice", .wrongLabels),
      (.slow, "cart4-01-plain", .slow),
      (.careless, "sort-02-swapped-signs", .doesNotLook),
      (.careless, "sup-05-release-a-wave", .leavesUndone),
      (.careless, "sup-06-save-a-cut-off", .leavesUndone),
      (.careless, "sup-07-held-orders", .leavesUndone),
      (.careless, "sup-09-pause-a-wave", .leavesUndone),
      (.careless, "sup-10-give-a-list", .leavesUndone),
      (.careless, "sup-11-split-a-wave", .leavesUndone),
      (.careless, "pack-16-label-lost", .wrongLabels),
      (.careless, "lots-09-code-and-print-differ", .ignoresDates),
      (.ignoresExpiry, "lots-09-code-and-print-differ", .ignoresDates),
    ])
  func weakness(_ habit: Habit, _ name: String, _ weakness: ScoreCard.Weakness) throws {
    let drill = try Folder.drill(name)
    let card = try DrillRun.run(drill, by: habit).score()
    #expect(card.weaknesses.contains(weakness))
    #expect(card.total < 100)
    #expect(try !DrillRun.run(drill, by: .expert).score().weaknesses.contains(weakness))
  }

  @Test("One wrong unit that would have shipped caps the score")
  func escapes() throws {
    let card = try DrillRun.run(try Folder.drill("exc-04-all-damaged"), by: .careless).score()
    #expect(card.escapes == 1)
    #expect(card.cap == 60)
    #expect(card.total <= 60)
    #expect(card.parts.first { $0.id == "shipped" }?.points == 0)
  }

  @Test("A novice who always scans the right things is not charged for stock faults")
  func stockFaults() throws {
    // Shorts that are true, refusals that a wrong label made: an ignorer of dates does all else right.
    for name in ["exc-01-too-few", "exc-02-empty", "exc-11-wrong-sticker", "first-05-aim-again"] {
      let card = try DrillRun.run(try Folder.drill(name), by: .ignoresExpiry).score()
      #expect(card.total == 100, "\(name)")
    }
  }

  @Test("Work that is left lies under 50")
  func undone() throws {
    let floor = try DrillFloor(try Folder.drill("cart4-01-plain"))
    try floor.perform(.leave)
    let card = try floor.score()
    #expect(card.total == 50 && card.undone > 0)
  }

  @Test("Wrong scans cost points, and no more than there are")
  func wrongScans() throws {
    let floor = try DrillFloor(try Folder.drill("first-01-one-piece"))
    for _ in 0..<9 { try floor.perform(.code("NONSENSE")) }
    #expect(try floor.score().parts.first { $0.id == "scans" }?.points == 0)
  }

  @Test(
    "The same inputs give the same score bit for bit, on either store, and scored again",
    arguments: [
      "cart12-05-refund", "pack-11-bounce", "wall-05-totes-swapped", "mixed-04-bad-evening",
    ],
    [Habit.expert, .careless, .wrongTote])
  func again(_ name: String, _ habit: Habit) throws {
    let drill = try Folder.drill(name)
    let first = try DrillRun.run(drill, by: habit)
    let card = try first.score()
    let lines = try first.recording.lines()
    #expect(try DrillRun.run(drill, by: habit).recording.lines() == lines)
    let replayed = try DrillFloor(drill)
    try replayed.replay(try Recording(lines: lines, file: "test"))
    #expect(try replayed.score() == card)
  }

  @Test("A store in which anything was done is never taken for a drill")
  func liveStore() throws {
    let store = MemoryStore()
    let drill = try Folder.drill("first-01-one-piece")
    _ = try DrillRun.run(drill, by: .expert, in: store)
    let head = try store.head()
    #expect(throws: NotScratch.self) { try DrillFloor(drill, in: store) }
    #expect(try store.head() == head)
  }

  @Test("A SQLite store gives the same score")
  func onDisk() throws {
    try Scratch.folder { folder in
      let path = folder.appendingPathComponent("drill.sqlite").path
      let drill = try Folder.drill("single-07-power-cut")
      let there = try DrillRun.run(drill, by: .careless, in: SQLiteStore.create(at: path))
      #expect(try there.score() == DrillRun.run(drill, by: .careless).score())
    }
  }

  @Test("A recording of another drill is refused, and so is what is none")
  func otherDrill() throws {
    let first = try DrillRun.run(try Folder.drill("first-01-one-piece"), by: .expert)
    let other = try DrillFloor(try Folder.drill("first-02-two-bins"))
    #expect(throws: Recording.Trouble.self) { try other.replay(first.recording) }
    #expect(throws: Recording.Trouble.self) {
      try Recording(lines: Data("{}\n".utf8), file: "x.jsonl")
    }
  }
}

import Drills
import Flows
import Foundation
import Storage
import Terminal
import Testing

@Suite("A run gone through afterwards")
struct ReviewTests {
  @Test(
    "There is nothing to say to an expert but what was met",
    arguments: ["cart12-05-refund", "exc-13-damaged-front", "pack-11-bounce", "house-03-misplaced"])
  func expert(_ name: String) throws {
    let drill = try Folder.drill(name)
    let review = try Review(drill, try DrillRun.run(drill, by: .expert).recording)
    #expect(review.steps.allSatisfy { $0.cost.isEmpty && $0.right == nil })
    #expect(review.sights.count == review.steps.count + 1 && review.card.total == 100)
    let traps = review.steps.flatMap(\.traps)
    #expect(traps.allSatisfy { $0.isAnswered })
  }

  @Test("A careless step is told with its cost, the right answer and the fault that was met")
  func careless() throws {
    let drill = try Folder.drill("single-04-look-alike")
    let review = try Review(drill, try DrillRun.run(drill, by: .careless).recording)
    let step = try #require(review.steps.first { !$0.cost.isEmpty })
    #expect(step.right != nil)
    #expect(review.steps.contains { $0.traps.contains { $0.kind == .lookAlikeFront } })
    #expect(review.steps.contains { !$0.isTold })
  }

  @Test("Letters and the Enter behind them are one step")
  func typing() throws {
    let drill = try Folder.drill("first-01-one-piece")
    let floor = try DrillFloor(drill)
    for letter in "B1" { try floor.perform(.key(.character(letter))) }
    try floor.perform(.key(.enter))
    try floor.perform(.leave)
    let review = try Review(drill, floor.recording)
    #expect(review.steps.count == 2 && review.steps[0].did.en == "type B1")
    #expect(review.steps[1].index == 3)
  }

  @Test("Who tries again from a step does better, and the run is marked and passes nothing")
  func branch() throws {
    let drill = try Folder.drill("exc-13-damaged-front")
    let first = try DrillRun.run(drill, by: .careless)
    let review = try Review(drill, first.recording)
    let step = try #require(review.steps.first { $0.isOtherGoods || !$0.cost.isEmpty })
    let again = try DrillFloor(drill)
    try again.branch(off: first.recording, after: step.index)
    #expect(again.elapsed == (step.index == 0 ? 0 : first.recording.acts[step.index - 1].at))
    try DrillRun.finish(again, by: .expert)
    let card = try again.score()
    let before = try first.score()
    #expect(card.branch == step.index && card.total > before.total)
    // Scored again from its lines it is the same, mark and all.
    let read = try Recording(lines: try again.recording.lines(), file: "test")
    let replayed = try DrillFloor(drill)
    try replayed.replay(read)
    #expect(try replayed.score() == card)
    let line = try ClassBook.line(
      ClassBook.Attempt(trainee: "wang", at: 1, drill: drill, card: card))
    let standing = try #require(try ClassBook(lines: line, file: "class").standings.first)
    #expect(standing.attempts == 0 && standing.branches == 1 && standing.passed == 0)
  }

  @Test("The coach fades: all of it, first letters, nothing")
  func hints() throws {
    func hint(_ name: String, _ change: (inout Drill) -> Void = { _ in }) throws -> Text? {
      var drill = try Folder.drill(name)
      change(&drill)
      return try DrillFloor(drill).view.hint
    }
    #expect(try hint("first-01-one-piece")?.en == "Coach: scan your badge")
    #expect(try hint("cart4-01-plain")?.en == "Coach: s... y... b....")
    #expect(try hint("cart4-01-plain")?.zh == "教练: 先....")
    #expect(try hint("lots-01-plain") == nil)
    let wanted = try hint("lots-01-plain") { $0.hints = .full }
    let unwanted = try hint("first-01-one-piece") { $0.hints = Drill.Hints.none }
    #expect(wanted != nil && unwanted == nil)
  }

  @Test("On a large terminal the handheld is as large as the drill says")
  func size() {
    var around = Surroundings(site: Text("s"), person: Text("p"), clock: "14:00")
    around.glass = Size(columns: 20, rows: 16)
    let screen = Screen(
      title: Text("T"), prompt: .read(Text("R")), panes: [.list(Text("L"), [Fact(Text("f"))])])
    let frame = Renderer().frame(
      for: screen, entry: Entry(), surroundings: around, size: Size(columns: 140, rows: 40),
      language: .en, charset: .unicode)
    #expect(frame.text(row: 1).hasPrefix("┌" + String(repeating: "─", count: 22) + "┐"))
  }
}

import Drills
import Foundation
import Testing

@Suite("The class")
struct ClassBookTests {
  private func book() throws -> ClassBook {
    let one = try Folder.drill("first-01-one-piece")
    let two = try Folder.drill("exc-13-damaged-front")
    var data = Data()
    for (index, (trainee, drill, habit)) in [
      ("wang, min", two, Habit.careless), ("wang, min", one, .expert), ("zhao", two, .expert),
      ("zhao", one, .expert),
    ].enumerated() {
      let card = try DrillRun.run(drill, by: habit).score()
      data += try ClassBook.line(
        ClassBook.Attempt(trainee: trainee, at: Int64(index), drill: drill, card: card))
    }
    return try ClassBook(lines: data, file: "class")
  }

  @Test("The best stands first, with the level reached and what to practise")
  func standings() throws {
    let all = try book().standings
    #expect(all.map(\.trainee) == ["zhao", "wang, min"])
    #expect(all[0].passed == 2 && all[0].level == "exceptions" && all[0].recent == 100)
    #expect(all[1].passed == 1 && all[1].level == "firstScan" && all[1].totals.last == 100)
    #expect(all[1].practise == "doesNotLook" && all[0].practise.isEmpty)
  }

  @Test("The curve grows with the totals")
  func curve() {
    let rows = ClassBook.curve([10, 55, 100])
    #expect(rows.count == 10)
    #expect(rows[0] == "100 |  #")
    #expect(rows[5] == " 50 | ##")
    #expect(rows[9] == " 10 |###")
    #expect(ClassBook.curve([], width: 3)[0] == "100 |")
  }

  @Test("CSV quotes what needs it; a line that is none is told")
  func csv() throws {
    let lines = try book().csv.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("\"wang, min\",exc-13-damaged-front,exceptions,0,"))
    #expect(throws: Recording.Trouble.self) {
      try ClassBook(lines: Data("nonsense\n".utf8), file: "class")
    }
  }
}

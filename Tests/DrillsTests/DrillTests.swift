import Drills
import Flows
import Storage
import Terminal
import Testing
import Warehouse

@Suite("The drills of the fixtures")
struct DrillTests {
  @Test("There are at least 60, in every level, and all can be read")
  func enough() throws {
    let drills = try DrillCatalog(folder: Folder.drills).drills
    #expect(drills.count >= 60)
    #expect(Set(drills.map(\.level)) == Set(Drill.Level.allCases))
    #expect(Set(drills.map(\.id)).count == drills.count)
  }

  @Test(
    "A scripted expert, who sees only screens and the world view, gets 100", arguments: Folder.all)
  func expert(_ drill: Drill) throws {
    let floor = try DrillRun.run(drill, by: .expert)
    let card = try floor.score()
    #expect(card.total == 100, "\(drill.name): \(card.parts.filter { $0.points < $0.of })")
    #expect(card.weaknesses.isEmpty && card.missed.isEmpty)
    #expect(card.parts.reduce(0) { $0 + $1.of } == 100)
    #expect(try floor.violations().isEmpty)
  }

  @Test("A fault taken out changes the careless novice's score", arguments: FaultKind.allCases)
  func matters(_ kind: FaultKind) throws {
    let own = Folder.all.filter { $0.faults.contains { $0.kind == kind } }
      .min { $0.faults.count < $1.faults.count }
    let drill = try #require(own, "no drill has \(kind)")
    var without = drill
    without.faults.removeAll { $0.kind == kind }
    let with = try DrillRun.run(drill, by: .careless).score()
    #expect(with.missed.contains(kind.rawValue) || with.total < 100)
    #expect(try DrillRun.run(without, by: .careless).score().total != with.total)
    #expect(!kind.effect.zh.isEmpty && !kind.answer.en.isEmpty)
    #expect(kind.effect != kind.answer)
  }

  @Test("Effects and answers are short enough to be read beside a glass")
  func texts() {
    for kind in FaultKind.allCases {
      #expect(Width.of(kind.effect.zh) <= 40 && kind.effect.en.count <= 48, "\(kind)")
      #expect(Width.of(kind.answer.zh) <= 40 && kind.answer.en.count <= 48, "\(kind)")
    }
    #expect(Set(FaultKind.allCases.map(\.effect)).count == FaultKind.allCases.count)
    // Some kinds are answered alike; so many have an answer of their own.
    #expect(Set(FaultKind.allCases.map(\.answer)).count >= 55)
  }
}

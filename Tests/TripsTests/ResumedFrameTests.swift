import Terminal
import Testing

@testable import Trips

/// What counts as the exact step.
struct ResumedFrameTests {
  private func frame(_ rows: [String], cursor: Position? = nil) -> Frame {
    var frame = Frame(size: Size(columns: 24, rows: 4))
    for (row, text) in rows.enumerated() { frame.put(text, row: row, column: 0) }
    frame.cursor = cursor
    return frame
  }

  @Test(
    arguments: [
      (["Pick", "", "A-01"], ["Pick", "", "A-01"], nil),
      (["Pick", "", "A-01"], ["Pick", "Resumed: 1/5 saved", "A-01"], nil),
      (["Pick", "Resumed: 0/5 saved", "A-01"], ["Pick", "Resumed: 1/5 saved", "A-01"], nil),
      (["拣货", "", "A-01"], ["拣货", "已恢复: 已记录 1/5", "A-01"], nil),
      (["|Pick  | map", "|      | map"], ["|Pick  | map", "|Resumed| map"], 1),
      (["|Pick   | map", "|       | map"], ["|Pick   | map", "|Resumed| map"], nil),
      (["|Pick   | map", "|       | map"], ["|Pick   | map", "|Resumed| mop"], 1),
      (["Pick", "", "A-01"], ["Pick", "", "A-02"], 2),
      (["Pick", "word", "A-01"], ["Pick", "", "A-01"], 1),
      (["Pick", "", "A-01"], ["Pick", "", "Resumed", "A-01"], 2),
    ] as [([String], [String], Int?)])
  func differsAt(_ before: [String], _ after: [String], _ row: Int?) {
    #expect(ResumedFrame(before: frame(before), after: frame(after)).difference == row)
  }

  @Test func theCursorCounts() {
    let before = frame(["a"], cursor: Position(row: 2, column: 3))
    let after = frame(["a"], cursor: Position(row: 2, column: 4))
    #expect(ResumedFrame(before: before, after: after).difference == 2)
  }

  @Test func attributesCount() {
    var after = frame(["a"])
    after.add(.bold, to: Area(row: 0, column: 0, rows: 1, columns: 1))
    #expect(ResumedFrame(before: frame(["a"]), after: after).difference == 0)
  }
}

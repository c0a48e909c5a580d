import Drills
import Testing

@Suite("A drill on paper")
struct SheetTests {
  @Test(
    "The sheet is a PDF that is the same every time",
    arguments: ["cart4-01-plain", "wall-01-plain"])
  func pdf(_ name: String) throws {
    let drill = try Folder.drill(name)
    let bytes = try DrillSheet(drill).pdf()
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    #expect(bytes.count > 2_000)
    #expect(try DrillSheet(drill).pdf() == bytes)
  }
}

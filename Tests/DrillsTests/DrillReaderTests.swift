import Drills
import Testing

@Suite("Reading a drill's file")
struct DrillReaderTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try DrillReader().drill(text, file: Folder.drills + "/x.yaml")
      return []
    } catch let trouble as DrillTrouble {
      return trouble.problems.map { "\($0.line): \($0.sentence)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("All problems are told, each with its line")
  func all() {
    let told = problems(
      """
      title: {zh: 一, en: One}
      level: heaven
      job: picker
      size: 10x2
      colour: red
      orders:
        - {S001: 2, S999: 1}
        - {cutoff: "25:00", S002: 0}
      faults:
        - binShort: {bin: A-01}
        - binEmpty: {bin: Z-99}
        - gremlin
      """)
    for expected in [
      "2: level heaven: expected one of", "4: size 10x2: expected", "5: a drill has no colour",
      "7: order 1: no product S999", "8: cutoff 25:00: expected a time",
      "8: S002 0: expected a number from 1 to 1000", "10: binShort needs by",
      "11: binEmpty: no bin Z-99", "12: no fault gremlin",
    ] {
      #expect(told.contains { $0.hasPrefix(expected) }, "\(expected) in \(told)")
    }
  }

  @Test(
    "Each kind of wrong file is told by one line, with the line it is about",
    arguments: [
      ("orders: 5", "6: orders: expected a list"),
      ("orders:\n  - 5", "7: an order: expected keys with values"),
      ("orders:\n  - {S001: two}", "7: S001 two: expected a number from 1 to 1000"),
      ("orders:\n  - {S001: 2, S001: 3}", "7: S001: stands twice"),
      ("orders:\n  - {S001: 1}\nlevel: lots", "8: level: stands twice"),
      ("orders:\n  - {S002: 1}\n  - {S001: 900}", "8: order 2: S001 900: expected at most 14"),
      ("orders:\n  - {S002: 1}\n  - {S001: 1, carrier: X}", "8: order 2: no carrier X"),
      ("orders: {file: no.csv}", "6: orders: "),
      ("notes:\n  - {count: A-01}\n  - {count: Z-9}", "8: count: no bin Z-9"),
      (
        "orders:\n  - {S001: 1}\nfaults:\n  - totesSwapped: {slot: 1, by: 1}",
        "9: totesSwapped: by 1: expected another slot"
      ),
      (
        "orders:\n  - {S001: 1}\nfaults:\n  - beamReadsNeighbour: {bin: A-01, with: A-01}",
        "9: beamReadsNeighbour: with A-01: expected another one"
      ),
      (
        "stock:\n  - {bin: A-01, sku: S001, quantity: 2}\n  - {bin: Q-1, sku: S001, quantity: 2}\n"
          + "orders:\n  - {S001: 1}", "8: no bin Q-1"
      ),
    ])
  func one(_ rest: String, _ told: String) {
    let head = "title: {zh: 一, en: One}\nlevel: lots\njob: picker\nsite: school\nseed: 1\n"
    let problems = problems(head + rest + "\n")
    #expect(problems.count == 1 && problems.first?.hasPrefix(told) == true, "\(problems)")
  }

  @Test("What is no YAML is told with its line")
  func noYAML() {
    #expect(problems("title: {zh: a\nlevel: [\n").first?.contains("no YAML") == true)
    #expect(problems("").first?.hasPrefix("1: ") == true)
    #expect(problems("- 1\n- 2\n") == ["1: a drill: expected keys with values"])
  }

  @Test("The id follows the content and not the name, nor the ends of lines")
  func id() throws {
    let text = "title: {zh: 一, en: One}\nlevel: lots\njob: picker\norders:\n  - {S001: 1}\n"
    let reader = DrillReader()
    let one = try reader.drill(text, file: Folder.drills + "/one.yaml")
    let two = try reader.drill(
      text.replacing("\n", with: "\r\n"), file: Folder.drills + "/two.yaml")
    #expect(one.id == two.id && one.id.count == 16)
    let other = try reader.drill(
      text.replacing("S001: 1", with: "S001: 2"), file: Folder.drills + "/one.yaml")
    #expect(other.id != one.id)
  }

  @Test("There must be something to do")
  func nothing() {
    #expect(
      problems("title: {zh: 一, en: One}\nlevel: lots\njob: picker\n").first?.contains("nothing")
        == true)
  }
}

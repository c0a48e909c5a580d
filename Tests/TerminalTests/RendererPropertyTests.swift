import Flows
import Terminal
import Testing

/// What every screen keeps at every size.
struct RendererPropertyTests {
  /// Sizes round every threshold of the layouts, and some between.
  static let rows = [4, 5, 6, 7, 8, 11, 12, 13, 14, 16, 20, 21, 22, 23, 24, 30, 45]
  static let columns = [
    20, 21, 22, 23, 25, 28, 33, 39, 40, 41, 49, 51, 60, 73, 74, 75, 80, 100, 119, 120, 130,
  ]

  static func start(_ text: String, columns: Int) -> String {
    Width.prefix(text, columns: columns)
  }

  @Test(arguments: SampleScreens.all.map(\.name))
  func headlineMessageAndPromptAreAlwaysSeen(name: String) {
    let sample = SampleScreens.sample(name)
    var surroundings = SampleScreens.surroundings
    surroundings.mark = Text(zh: "演练", en: "DEMO")
    for language in Language.allCases {
      for columns in Self.columns {
        for rows in Self.rows {
          let frame = Renderer().frame(
            for: sample.screen, entry: sample.entry, surroundings: surroundings,
            size: Size(columns: columns, rows: rows), language: language, charset: .unicode)
          for fault in Self.faults(of: frame, sample, language) {
            Issue.record("\(name) \(language) \(columns)x\(rows): \(fault)\n\(frame.golden)")
            return
          }
        }
      }
    }
  }

  /// What is wrong with a frame.
  static func faults(
    of frame: Frame, _ sample: SampleScreens.Sample, _ language: Language
  ) -> [String] {
    var faults: [String] = []
    if !frame.isWhole { faults.append("a wide character is split") }
    for row in 0..<frame.size.rows where Width.of(frame.text(row: row)) != frame.size.columns {
      faults.append("row \(row) is not as wide as the screen")
    }
    for part in sample.screen.body {
      guard case .fact(let fact) = part, fact.weight == .headline else { continue }
      if !frame.shows(start(fact.leading[language], columns: 12)) { faults.append("no headline") }
    }
    if let message = sample.screen.message, let first = message.lines.first?[language] {
      let mark = message.tone == .bad || message.tone == .warn ? "! " : ""
      if !frame.shows(mark + start(first, columns: 9)) { faults.append("no message") }
    }
    // A label gives way to what is typed.
    let labelColumns = sample.entry.typed.isEmpty ? 9 : 4
    let label = start(sample.screen.prompt.label[language], columns: labelColumns)
    if case .scan = sample.screen.prompt, !frame.shows(sample.entry.typed) {
      faults.append("not what is typed")
    }
    let isWait = if case .wait = sample.screen.prompt { true } else { false }
    if !frame.shows((isWait ? "~ " : "> ") + label) { faults.append("no prompt") }
    if case .choose(_, let choices) = sample.screen.prompt {
      let number = "\(sample.entry.selected + 1) "
      let words = choices[sample.entry.selected].label[language]
      if !frame.shows(">" + number + start(words, columns: 8)) { faults.append("no choice") }
    }
    if !frame.shows(language == .zh ? "演练" : "DEMO") { faults.append("no mark") }
    if let cursor = frame.cursor {
      let inside =
        (0..<frame.size.rows).contains(cursor.row)
        && (0..<frame.size.columns).contains(cursor.column)
      if !inside { faults.append("the cursor is outside") }
    } else {
      faults.append("no cursor")
    }
    return faults
  }

  @Test func headlineStaysInItsPlace() {
    for size in [Size(columns: 20, rows: 16), Size(columns: 40, rows: 20)] {
      let places = ["bin", "refused", "quantity"].map { name in
        let sample = SampleScreens.sample(name)
        let frame = Renderer().frame(
          for: sample.screen, entry: sample.entry, surroundings: SampleScreens.surroundings,
          size: size, language: .en, charset: .unicode)
        return frame.lines.firstIndex { $0.hasPrefix("A-07-23-2") }
      }
      #expect(places == [2, 2, 2])
    }
  }

  @Test func tooSmallSaysOnlyHowLargeItMustBe() {
    for size in [Size(columns: 19, rows: 16), Size(columns: 80, rows: 3)] {
      let frame = Renderer().frame(
        for: SampleScreens.bin, entry: Entry(), surroundings: SampleScreens.surroundings,
        size: size, language: .zh, charset: .unicode)
      #expect(frame.lines.filter { !$0.isEmpty } == [">=20x4"])
    }
  }

  @Test func asciiUsesNoLineCharacters() {
    for sample in SampleScreens.all {
      let frame = Renderer().frame(
        for: sample.screen, entry: sample.entry, surroundings: SampleScreens.surroundings,
        size: Size(columns: 100, rows: 30), language: .zh, charset: .ascii)
      for row in 0..<30 {
        let text = frame.text(row: row)
        #expect(!Width.hasAmbiguousWidth(text), "\(sample.name) row \(row): \(text)")
      }
    }
  }

  @Test func secretsAreNeverShown() {
    let sample = SampleScreens.sample("secret")
    let frame = Renderer().frame(
      for: sample.screen, entry: Entry(typed: "8531"), surroundings: SampleScreens.surroundings,
      size: Size(columns: 80, rows: 24), language: .zh, charset: .unicode)
    #expect(!frame.shows("8531"))
    #expect(frame.shows("> 输密码 ****"))
  }

  @Test func pagesOfChoicesCoverAllOfThem() {
    for rows in [4, 8, 16] {
      var seen: Set<Int> = []
      for selected in 0..<23 {
        let frame = Renderer().frame(
          for: SampleScreens.menu(23), entry: Entry(selected: selected),
          surroundings: SampleScreens.surroundings, size: Size(columns: 20, rows: rows),
          language: .en, charset: .unicode)
        if frame.lines.contains(where: {
          $0.hasPrefix(">\(selected + 1) ") || $0.hasPrefix("> \(selected + 1) ")
        }) {
          seen.insert(selected)
        }
      }
      #expect(seen.count == 23, "at \(rows) rows")
    }
  }
}

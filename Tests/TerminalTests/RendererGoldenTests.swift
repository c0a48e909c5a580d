import Flows
import Terminal
import Testing

/// How screens look, as texts a reviewer can read.
struct RendererGoldenTests {
  struct Case: CustomTestStringConvertible {
    var sample: String
    var size: Size
    var language = Language.zh
    var charset = Charset.unicode
    var mark = false

    var name: String {
      "\(sample)-\(size.columns)x\(size.rows)-\(language)"
        + (charset == .ascii ? "-ascii" : "") + (mark ? "-mark" : "")
    }
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(sample: "bin", size: Size(columns: 20, rows: 16)),
    Case(sample: "bin", size: Size(columns: 20, rows: 16), language: .en),
    Case(sample: "refused", size: Size(columns: 20, rows: 16)),
    Case(sample: "refused", size: Size(columns: 20, rows: 16), language: .en),
    Case(sample: "refused", size: Size(columns: 20, rows: 4)),
    Case(sample: "bin", size: Size(columns: 20, rows: 4), language: .en),
    Case(sample: "typed", size: Size(columns: 20, rows: 8)),
    Case(sample: "quantity", size: Size(columns: 20, rows: 16)),
    Case(sample: "quantity", size: Size(columns: 40, rows: 20)),
    Case(sample: "long", size: Size(columns: 20, rows: 16)),
    Case(sample: "long", size: Size(columns: 20, rows: 4)),
    Case(sample: "long", size: Size(columns: 40, rows: 20), language: .en),
    Case(sample: "menu", size: Size(columns: 20, rows: 16)),
    Case(sample: "many", size: Size(columns: 20, rows: 16)),
    Case(sample: "many", size: Size(columns: 20, rows: 4), language: .en),
    Case(sample: "secret", size: Size(columns: 20, rows: 16)),
    Case(sample: "wait", size: Size(columns: 20, rows: 8)),
    Case(sample: "bench", size: Size(columns: 20, rows: 16)),
    Case(sample: "board", size: Size(columns: 20, rows: 16)),
    Case(sample: "bin", size: Size(columns: 80, rows: 24)),
    Case(sample: "refused", size: Size(columns: 80, rows: 24), language: .en),
    Case(sample: "bin", size: Size(columns: 80, rows: 24), charset: .ascii),
    Case(sample: "bin", size: Size(columns: 120, rows: 40)),
    Case(sample: "board", size: Size(columns: 80, rows: 24)),
    Case(sample: "board", size: Size(columns: 120, rows: 40), language: .en),
    Case(sample: "menu", size: Size(columns: 80, rows: 24)),
    Case(sample: "bench", size: Size(columns: 80, rows: 24)),
    Case(sample: "thirty", size: Size(columns: 76, rows: 22)),
    Case(sample: "thirty", size: Size(columns: 120, rows: 40)),
    Case(sample: "thirty", size: Size(columns: 80, rows: 20)),
    Case(sample: "bin", size: Size(columns: 100, rows: 30), mark: true),
    Case(sample: "board", size: Size(columns: 80, rows: 24), mark: true),
    Case(sample: "bin", size: Size(columns: 20, rows: 16), mark: true),
    Case(sample: "bin", size: Size(columns: 20, rows: 8), mark: true),
  ]

  @Test(arguments: cases)
  func screenLooksLikeItsGolden(test: Case) throws {
    let sample = SampleScreens.sample(test.sample)
    var surroundings = SampleScreens.surroundings
    if test.mark { surroundings.mark = Text(zh: "演练", en: "DEMO") }
    let frame = Renderer().frame(
      for: sample.screen, entry: sample.entry, surroundings: surroundings,
      size: test.size, language: test.language, charset: test.charset)
    try Goldens.expect(frame.golden, is: test.name)
  }
}

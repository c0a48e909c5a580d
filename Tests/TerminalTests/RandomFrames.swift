import Terminal

/// Frames of all kinds: Chinese and Latin texts over each other, boxes, shading, attributes.
enum RandomFrames {
  static let words = [
    "拣货 W0312-2", "A-07-23-2", "乐事薯片 原味 70g", "6924743915848", "! 商品不对", "扫到: 原味 40g",
    "> Scan the bin", "七巷", "取 2 件", "，。：", "F1帮助 F3返回", "│└┘─┌┐▒▒▒", "   ", "aaaaaaaaaaaaaaaa",
    "e\u{301}te\u{301}", "好", "鎷ｈ揣", "Ａ－０７", "~`{}|",
  ]

  static let styles: [Attributes] = [
    [], [], [.bold], [.dim], [.reverse], [.bold, .reverse], [.underline], [.accent],
    [.good, .bold], [.warn, .bold, .reverse], [.bad, .reverse],
  ]

  static func frame(
    _ size: Size, _ random: inout Seeded, base: Frame? = nil
  ) -> Frame {
    var frame = base ?? Frame(size: size)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let row = Int.random(in: -1...size.rows, using: &random)
      let column = Int.random(in: -2..<size.columns, using: &random)
      let style = styles.randomElement(using: &random) ?? []
      switch Int.random(in: 0...6, using: &random) {
      case 0:
        let area = Area(
          row: row, column: column, rows: Int.random(in: 1...8, using: &random),
          columns: Int.random(in: 1...20, using: &random))
        frame.box(area, title: words.randomElement(using: &random) ?? "", style)
      case 1:
        frame.fill(
          Area(
            row: row, column: column, rows: Int.random(in: 1...3, using: &random),
            columns: Int.random(in: 1...30, using: &random)),
          with: ["x", " ", "▒"].randomElement(using: &random) ?? " ", style)
      default:
        frame.put(
          words.randomElement(using: &random) ?? "", row: row, column: column,
          columns: Int.random(in: 0...30, using: &random), style)
      }
    }
    frame.cursor = Position(
      row: Int.random(in: 0..<size.rows, using: &random),
      column: Int.random(in: 0..<size.columns, using: &random))
    return frame
  }
}

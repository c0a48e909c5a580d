import Flows

/// What has just happened: the sentence with its mark, then its facts, each wrapped.
struct MessageBlock {
  private let text: String
  private let mark: String
  private let sentence: [String]
  private let facts: [String]
  private let tone: Tone
  private let columns: Int
  private let isGreen: Bool

  /// A message; where it is worth the bytes, what worked is green.
  init(_ message: Message, language: Language, columns: Int, isGreen: Bool = true) {
    tone = message.tone
    self.columns = columns
    self.isGreen = isGreen
    mark =
      switch message.tone {
      case .plain, .good: ""
      case .warn, .bad: "! "
      }
    text = message.lines.first?[language] ?? ""
    sentence = Width.wrap(text, columns: columns - mark.count)
    facts = message.lines.dropFirst().flatMap { Width.wrap($0[language], columns: columns) }
  }

  var block: Block {
    let count = sentence.count + facts.count
    return Block(
      rows: count,
      [
        .init(order: DropOrder.longMessage, rows: 4), .init(order: DropOrder.message, rows: 2),
        .init(order: DropOrder.messageWrap, rows: 1),
      ], lines: lines)
  }

  /// One row that is always there, for the last line of a message.
  static var row: Block { Block(rows: 1) { _ in [.empty] } }

  /// The rows it takes where it is written over others.
  var overlay: [Line] { lines(min(4, sentence.count + facts.count)) }

  private func lines(_ rows: Int) -> [Line] {
    let shown = Width.wrap(text, columns: columns - mark.count, rows: rows)
    let indent = String(repeating: " ", count: mark.count)
    let first = shown.enumerated().map { line(($0 == 0 ? mark : indent) + $1) }
    return Array((first + facts.map { Line($0) }).prefix(rows))
  }

  private func line(_ text: String) -> Line {
    switch tone {
    case .plain: Line(text)
    case .good: Line(text, isGreen ? [.bold, .good] : .bold)
    case .warn: Line(text, [.bold, .reverse, .warn])
    case .bad: Line([.init(text)], ground: [.bold, .reverse, .bad])
    }
  }
}

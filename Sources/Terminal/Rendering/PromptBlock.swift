import Flows

/// The prompt: what is asked, what is typed, and where the cursor stands.
struct PromptBlock {
  private let mark: String
  private let text: String
  private let label: [String]
  private let value: String
  private let isProposal: Bool
  private let takesInput: Bool
  private let choices: Int?
  private let selected: Int
  private let columns: Int

  init(_ prompt: Prompt, entry: Entry, language: Language, columns: Int) {
    self.columns = columns
    selected = entry.selected
    var value = entry.typed
    var proposal = false
    var mark = "> "
    var takesInput = true
    var choices: Int?
    switch prompt {
    case .scan, .text: break
    case .quantity(_, let proposed):
      proposal = value.isEmpty
      if proposal { value = String(proposed) }
    case .secret: value = String(repeating: "*", count: value.count)
    case .choose(_, let all): choices = all.count
    case .confirm, .read: takesInput = false
    case .wait:
      mark = "~ "
      takesInput = false
    }
    self.mark = mark
    self.value = takesInput ? value : ""
    self.takesInput = takesInput
    self.choices = choices
    isProposal = proposal
    text = prompt.label[language]
    label = Width.wrap(text, columns: columns - 2)
  }

  var block: Block {
    // Under what is typed, the label is the last to go: a person must see what it answers.
    let isApart = !value.isEmpty && !fits(beside: label.last ?? "")
    let order = isApart ? DropOrder.keys + 1 : DropOrder.promptWrap
    return Block(rows: natural, [.init(order: order, rows: 1)], lines: lines)
  }

  /// Whether what is typed, and the cursor after it, stand beside the last row of the label.
  private func fits(beside text: String) -> Bool {
    2 + Width.of(text) + 1 + Width.of(value) + 1 <= columns
  }

  private var natural: Int {
    label.count + (value.isEmpty || fits(beside: label.last ?? "") ? 0 : 1)
  }

  /// The rows as texts: label and what is typed.
  private func parts(_ rows: Int) -> [(label: String, value: String)] {
    if rows >= natural {
      var result = label.map { (label: $0, value: "") }
      if value.isEmpty || fits(beside: label.last ?? "") {
        result[result.count - 1].value = value
      } else {
        result.append((label: "", value: value))
      }
      return result
    }
    let room = columns - 2
    var result = Width.wrap(text, columns: room, rows: rows).map { (label: $0, value: "") }
    result[result.count - 1].label = Width.cut(result[result.count - 1].label, columns: room)
    guard !value.isEmpty else { return result }
    // The label gives way to what is typed.
    let last = result.count - 1
    let short = Width.cut(result[last].label, columns: max(0, room - Width.of(value) - 2))
    result[last] = (label: Width.of(short) >= 6 ? short : "", value: value)
    return result
  }

  /// What of a long text is shown: its end, and the columns before the cursor.
  private func shownValue(_ part: (label: String, value: String)) -> String {
    let room = columns - 2 - 1 - (part.label.isEmpty ? 0 : Width.of(part.label) + 1)
    guard Width.of(part.value) > room else { return part.value }
    return ".." + Width.suffix(part.value, columns: room - 2)
  }

  private func lines(_ rows: Int) -> [Line] {
    var lines = parts(rows).enumerated().map { index, part in
      var spans = [Line.Span(index == 0 ? mark : "  ", .bold)]
      if !part.label.isEmpty { spans.append(.init(part.label, .bold)) }
      if !part.value.isEmpty {
        if !part.label.isEmpty { spans.append(.init(" ")) }
        spans.append(.init(shownValue(part), isProposal ? .reverse : .bold))
      }
      return Line(spans)
    }
    if let pages = pages, !lines.isEmpty { lines[0].trailing = [.init(pages)] }
    return lines
  }

  /// The rows the choices have got, known once all blocks are fitted; for the page number.
  var choiceRows: Int?

  private var pages: String? {
    guard let choices, let choiceRows, choices > choiceRows, choiceRows > 0 else { return nil }
    let page = min(max(0, selected), choices - 1) / choiceRows
    return "\(page + 1)/\((choices + choiceRows - 1) / choiceRows)"
  }

  /// Where the cursor stands when the block's first row is `row`.
  func cursor(rows: Int, below row: Int) -> Position? {
    let parts = parts(rows)
    guard let last = parts.last else { return nil }
    var column = 2 + Width.of(last.label)
    if !last.value.isEmpty {
      column += (last.label.isEmpty ? 0 : 1) + Width.of(shownValue(last))
    } else if takesInput {
      column += 1
    }
    return Position(row: row + parts.count - 1, column: min(column, columns - 1))
  }
}

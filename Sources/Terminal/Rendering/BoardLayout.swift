import Flows

/// A board on a wide terminal: header, tables, the sentence in the middle, panes, prompt and keys.
struct BoardLayout {
  let screen: Screen
  let entry: Entry
  let surroundings: Surroundings
  let language: Language

  func draw(into frame: inout Frame) {
    let columns = frame.size.columns
    var prompt = PromptBlock(screen.prompt, entry: entry, language: language, columns: columns)
    var blocks = [banner]
    blocks +=
      BodyBlocks(
        screen: screen, entry: entry, language: language, columns: columns, tab: tab
      ).blocks
    if let message = screen.message {
      blocks.append(.gap(order: DropOrder.gap))
      blocks.append(MessageBlock(message, language: language, columns: columns).block)
    }
    blocks.append(.gap(order: DropOrder.gap + 1))
    let panesIndex = blocks.count
    let wanted = screen.panes.map(PaneLayout(language: language).rows).max() ?? 0
    let concession = Block.Concession(order: DropOrder.panes, rows: 0)
    var panes = Block(rows: min(8, wanted), [concession]) { _ in [] }
    panes.grows = true
    blocks.append(panes)
    var choicesIndex: Int?
    if let choices = ChoiceBlock(screen.prompt, entry: entry, language: language) {
      choicesIndex = blocks.count
      blocks.append(choices.block)
    }
    blocks.append(.gap(order: DropOrder.gap))
    let promptIndex = blocks.count
    blocks.append(prompt.block)
    blocks.append(.gap(order: DropOrder.gap - 1))
    blocks.append(
      KeyBlock(screen.keys, language: language, columns: columns, rows: 2, gap: 2).block)
    Block.fit(&blocks, into: frame.size.rows - 1)
    prompt.choiceRows = choicesIndex.map { blocks[$0].rows }
    blocks[promptIndex].lines = prompt.block.lines

    let progress = screen.progress.map { "\($0.done)/\($0.total)" } ?? ""
    HeaderLine(surroundings: surroundings, language: language)
      .draw(into: &frame, title: (screen.title[language], progress))
    var row = 1
    for (index, block) in blocks.enumerated() {
      if index == promptIndex { frame.cursor = prompt.cursor(rows: block.rows, below: row) }
      if index == panesIndex {
        let area = Area(row: row, column: 0, rows: block.rows, columns: columns)
        PaneLayout(language: language).drawBeside(screen.panes, into: &frame, area)
      } else if block.rows > 0 {
        for (offset, line) in block.lines(block.rows).prefix(block.rows).enumerated() {
          line.draw(into: &frame, row: row + offset, column: 0, columns: columns)
        }
      }
      row += block.rows
    }
  }

  private var banner: Block {
    let words = screen.banner.map { [Line.Span($0[language], .bold)] } ?? []
    let order = words.isEmpty ? DropOrder.gap : DropOrder.secondary
    return Block(rows: 1, [.init(order: order, rows: 0)]) { _ in [Line(words)] }
  }

  /// Where the words at the right of facts start: under each other, near those at the left.
  private var tab: Int? {
    let widths = screen.body.compactMap { part -> Int? in
      guard case .fact(let fact) = part, fact.trailing != nil else { return nil }
      return Width.of(fact.leading[language])
    }
    return widths.max().map { min($0 + 3, 40) }
  }
}

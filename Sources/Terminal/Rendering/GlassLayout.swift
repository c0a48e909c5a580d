import Flows

/// A screen on a glass of its own: everything between title and keys, from 20x4 up.
struct GlassLayout {
  let screen: Screen
  let entry: Entry
  let mark: Text?
  let language: Language
  /// Whether the cart's slots are shown elsewhere.
  var leavesOutGauges = false

  /// The rows from which the row under the title is kept for the banner, so that the headline
  /// never moves.
  static let bannerRows = 12

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let columns = size.columns
    var prompt = PromptBlock(screen.prompt, entry: entry, language: language, columns: columns)
    var blocks = [title, banner(rows: size.rows)]
    let body = BodyBlocks(
      screen: screen, entry: entry, language: language, columns: columns,
      leavesOutGauges: leavesOutGauges)
    blocks += body.blocks
    var choicesIndex: Int?
    if let choices = ChoiceBlock(screen.prompt, entry: entry, language: language) {
      if !body.blocks.isEmpty { blocks.append(.gap(order: DropOrder.gap)) }
      choicesIndex = blocks.count
      blocks.append(choices.block)
    }
    var filler = Block(rows: 0) { _ in [] }
    filler.grows = true
    filler.isCoverable = true
    blocks.append(filler)
    let messageIndex = blocks.count + 1
    var overlay: [Line] = []
    if keepsMessageRow(size) {
      overlay =
        screen.message.map {
          MessageBlock($0, language: language, columns: columns).overlay
        } ?? []
      blocks.append(.gap(order: DropOrder.gap))
      blocks.append(MessageBlock.row)
    } else if let message = screen.message, !covers(message, size) {
      blocks.append(.gap(order: DropOrder.messageGap))
      blocks.append(
        MessageBlock(message, language: language, columns: columns, isGreen: isRich(size)).block)
      blocks.append(.gap(order: DropOrder.gap + 1))
    } else {
      blocks.append(.gap(order: DropOrder.gap))
    }
    var promptIndex = blocks.count
    blocks.append(prompt.block)
    blocks += keyBlocks(size)
    Block.fit(&blocks, into: size.rows)
    var covering: [Line] = []
    if let message = screen.message, covers(message, size) {
      let block = MessageBlock(message, language: language, columns: columns)
      if Self.coverableRows(blocks, above: promptIndex) > 0 {
        covering = block.overlay
      } else {
        blocks.insert(block.block, at: promptIndex)
        promptIndex += 1
        Block.fit(&blocks, into: size.rows)
      }
    }
    if overlay.count > 1 + Self.coverableRows(blocks, above: messageIndex) {
      blocks[messageIndex].rows = overlay.count
      Block.fit(&blocks, into: size.rows)
    }
    prompt.choiceRows = choicesIndex.map { blocks[$0].rows }
    blocks[promptIndex].lines = prompt.block.lines
    var last = blocks[...messageIndex].reduce(-1) { $0 + $1.rows }
    if !covering.isEmpty {
      last = blocks[..<promptIndex].reduce(-1) { $0 + $1.rows }
      overlay = covering
    }
    draw(blocks, prompt: promptIndex, prompt, overlay: overlay, endingAt: last, into: &frame)
    return frame
  }

  /// Whether a row is kept for messages, so that nothing moves when one comes or goes.
  ///
  /// Longer ones are then written over what is least needed above that row.
  private func keepsMessageRow(_ size: Size) -> Bool {
    if case .choose = screen.prompt { return false }
    return size.rows >= Self.bannerRows
  }

  /// Whether a message of one row that is no refusal is written over the slots of the cart, where
  /// no row is kept for it: nothing moves when it comes or goes.
  private func covers(_ message: Message, _ size: Size) -> Bool {
    guard !keepsMessageRow(size), size.rows > 5, message.tone == .good || message.tone == .plain,
      case .gauge? = screen.body.last, !leavesOutGauges
    else { return false }
    if case .choose = screen.prompt { return false }
    return MessageBlock(message, language: language, columns: size.columns).overlay.count == 1
  }

  /// The keys; where one row is all but full, another is kept below it, so that nothing moves when
  /// a key comes.
  private func keyBlocks(_ size: Size) -> [Block] {
    let limit = size.rows >= 14 ? 2 : 1
    let keys = KeyBlock(
      screen.keys, language: language, columns: size.columns, rows: limit,
      page: entry.keyPage ?? 0, isBold: isRich(size))
    guard limit == 2, keys.isBrimming else {
      return [.gap(order: DropOrder.gap - 1), keys.block]
    }
    return keys.block.rows == 2
      ? [keys.block] : [keys.block, .gap(order: DropOrder.secondKeyRow)]
  }

  /// Whether a glass has decoration that costs bytes and tells nothing.
  private func isRich(_ size: Size) -> Bool { size.rows >= 8 }

  /// How many rows right above a block may be written over.
  private static func coverableRows(_ blocks: [Block], above index: Int) -> Int {
    blocks[..<index].reversed().prefix { $0.isCoverable || $0.rows == 0 }
      .reduce(0) { $0 + $1.rows }
  }

  private func draw(
    _ blocks: [Block], prompt index: Int, _ prompt: PromptBlock, overlay: [Line],
    endingAt last: Int, into frame: inout Frame
  ) {
    var lines: [Line] = []
    for (number, block) in blocks.enumerated() {
      if number == index { frame.cursor = prompt.cursor(rows: block.rows, below: lines.count) }
      let shown = block.rows > 0 ? block.lines(block.rows).prefix(block.rows) : []
      lines += shown + Array(repeating: .empty, count: block.rows - shown.count)
    }
    for (offset, line) in overlay.reversed().enumerated()
    where lines.indices.contains(last - offset) {
      lines[last - offset] = line
    }
    if frame.size.rows < Self.bannerRows, let mark, !lines.isEmpty {
      let last = min(lines.count, frame.size.rows) - 1
      let space = lines[last].trailing.isEmpty ? "" : " "
      lines[last].trailing += [.init(space), .init(mark[language], [.bold, .reverse])]
    }
    for (row, line) in lines.prefix(frame.size.rows).enumerated() {
      line.draw(into: &frame, row: row, column: 0, columns: frame.size.columns)
    }
  }

  private var title: Block {
    let progress = screen.progress.map { [Line.Span("\($0.done)/\($0.total)")] } ?? []
    let line = Line(
      [.init(screen.title[language], .bold)], trailing: progress, ground: .reverse)
    return Block(rows: 1, [.init(order: DropOrder.title, rows: 0)]) { _ in [line] }
  }

  private func banner(rows: Int) -> Block {
    let keeps = rows >= Self.bannerRows
    let mark = keeps ? mark.map { [Line.Span($0[language], [.bold, .reverse])] } ?? [] : []
    let words = screen.banner.map { [Line.Span($0[language], .bold)] } ?? []
    let line = Line(words, trailing: mark)
    return Block(
      rows: keeps || !words.isEmpty ? 1 : 0,
      keeps ? [] : [.init(order: DropOrder.secondary, rows: 0)]
    ) { _ in [line] }
  }
}

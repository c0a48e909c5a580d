import Flows

/// The live keys: each key's name, in bold where it is worth the bytes, and what it does.
///
/// Where not all fit, two dots say so, and Tab turns the page.
struct KeyBlock {
  private let hints: [(name: Line.Span, label: Line.Span)]
  private let columns: Int
  private let limit: Int
  private let gap: Int
  private let page: Int
  /// The columns a key takes with its word.
  private let usual: Int

  init(
    _ hints: [KeyHint], language: Language, columns: Int, rows limit: Int, gap: Int = 1,
    page: Int = 0, isBold: Bool = true
  ) {
    // On the narrowest glass a blank between key and word would cost a key a row.
    let space = language == .en && columns >= 26 ? " " : ""
    self.hints = hints.map { hint in
      (.init(hint.key.name + space, isBold ? .bold : []), .init(hint.label[language]))
    }
    self.columns = columns
    usual = language == .zh ? 4 : 7 + space.count
    self.limit = limit
    self.gap = gap
    self.page = page
  }

  var block: Block {
    Block(
      rows: filled(from: 0, rows: limit).rows.count,
      [.init(order: DropOrder.secondKeyRow, rows: 1), .init(order: DropOrder.keys, rows: 0)],
      lines: shown)
  }

  /// Whether there are so many keys that one more, as comes and goes with what was done, may want
  /// another row.
  var isBrimming: Bool { hints.count > 3 && (columns + gap) / (usual + gap) < 5 }

  /// All keys in one row.
  var line: Line { shown(1).first ?? .empty }

  /// The rows of the page that is turned to.
  private func shown(_ rows: Int) -> [Line] {
    var start = 0
    for _ in 0..<page {
      let next = filled(from: start, rows: rows).next
      start = next < hints.count ? next : 0
    }
    return filled(from: start, rows: rows).rows
  }

  /// The rows that begin with a key, and the first key that has no room any more.
  private func filled(from start: Int, rows limit: Int) -> (rows: [Line], next: Int) {
    var rows: [Line] = []
    var line = Line()
    var index = start
    while index < hints.count {
      let (name, label) = hints[index]
      let width = Width.of(name.text) + Width.of(label.text)
      let before = line.leading.isEmpty ? 0 : line.width + gap
      // On the last row, room is kept for the dots that say there are more.
      let isLast = rows.count == limit - 1
      let room = isLast && index < hints.count - 1 ? columns - 3 : columns
      if before + width <= room || (before == 0 && isLast) {
        if before > 0 { line.leading.append(.init(String(repeating: " ", count: gap))) }
        line.leading += [name, label]
        index += 1
      } else if isLast {
        line.leading.append(.init(" .."))
        break
      } else {
        rows.append(line)
        line = Line()
      }
    }
    if !line.leading.isEmpty { rows.append(line) }
    return (rows, index)
  }
}

import Flows

/// The live keys: each key's name in bold and what it does.
struct KeyBlock {
  private let rows: [Line]

  init(_ hints: [KeyHint], language: Language, columns: Int, rows limit: Int, gap: Int = 1) {
    let space = language == .en && gap > 1 ? " " : ""
    var rows: [Line] = []
    var line = Line()
    for (index, hint) in hints.enumerated() {
      let name = Line.Span(hint.key.name + (language == .en ? " " : space), .bold)
      let label = Line.Span(hint.label[language])
      let width = Width.of(name.text) + Width.of(label.text)
      let before = line.leading.isEmpty ? 0 : line.width + gap
      // On the last row, room is kept for the dots that say there are more.
      let isLast = rows.count == limit - 1
      let room = isLast && index < hints.count - 1 ? columns - 3 : columns
      if before + width <= room || (before == 0 && isLast) {
        if before > 0 { line.leading.append(.init(String(repeating: " ", count: gap))) }
        line.leading += [name, label]
      } else if isLast {
        line.leading.append(.init(" .."))
        break
      } else {
        rows.append(line)
        line = Line([name, label])
      }
    }
    if !line.leading.isEmpty { rows.append(line) }
    self.rows = rows
  }

  var block: Block {
    Block(
      rows: rows.count,
      [.init(order: DropOrder.secondKeyRow, rows: 1), .init(order: DropOrder.keys, rows: 0)]
    ) { count in
      var shown = Array(rows.prefix(count))
      if count < rows.count, let last = shown.indices.last {
        shown[last].leading.append(.init(" .."))
      }
      return shown
    }
  }

  /// All keys in one row.
  var line: Line { rows.first ?? .empty }
}

import Flows

/// A table in the columns and rows there are: columns go by rank, rows by pages.
struct TableBlock {
  private let table: Table
  private let selected: Int
  private let language: Language
  private let columns: Int
  private let shown: [(index: Int, width: Int)]
  private let gap: Int

  init(_ table: Table, entry: Entry, language: Language, columns: Int) {
    self.table = table
    self.language = language
    self.columns = columns
    selected = entry.selected
    (shown, gap) = Self.fit(table, language, columns)
  }

  var block: Block {
    let count = table.rows.isEmpty ? 2 : table.rows.count + 1
    return Block(
      rows: count,
      [
        .init(order: DropOrder.longList, rows: 8), .init(order: DropOrder.primary - 1, rows: 5),
        .init(order: DropOrder.list, rows: 3), .init(order: DropOrder.shortList, rows: 2),
        .init(order: DropOrder.table, rows: 1), .init(order: DropOrder.table + 1, rows: 0),
      ], lines: lines)
  }

  /// The columns that are shown with their widths, and the space between them.
  private static func fit(
    _ table: Table, _ language: Language, _ columns: Int
  ) -> ([(index: Int, width: Int)], Int) {
    var shown = table.columns.indices.map { index in
      let cells = table.rows.map { $0.cells.indices.contains(index) ? $0.cells[index] : Text("") }
      let widths = (cells + [table.columns[index].title]).map { Width.of($0[language]) }
      return (index: index, width: widths.max() ?? 0)
    }
    func total() -> Int { shown.reduce(0) { $0 + $1.width } + max(0, shown.count - 1) }
    while total() > columns,
      let worst = shown.indices.max(by: {
        (table.columns[shown[$0].index].rank, $0) < (table.columns[shown[$1].index].rank, $1)
      }), table.columns[shown[worst].index].rank > 0
    {
      shown.remove(at: worst)
    }
    while total() > columns,
      let widest = shown.indices.filter({ !table.columns[shown[$0].index].trailing })
        .max(by: { shown[$0].width < shown[$1].width }), shown[widest].width > 4
    {
      shown[widest].width -= 1
    }
    let spare = columns - total()
    let gaps = max(1, shown.count - 1)
    return (shown, min(columns < 60 ? 2 : 6, 1 + max(0, spare / gaps)))
  }

  private func lines(_ rows: Int) -> [Line] {
    guard !table.rows.isEmpty else {
      return Array([header, Line(table.empty[language], .dim)].suffix(rows))
    }
    if table.rows.count + 1 <= rows {
      return [header] + table.rows.map(line)
    }
    let size = max(1, rows >= 3 ? rows - 2 : rows - 1)
    let page = min(max(0, selected), table.rows.count - 1) / size
    let first = page * size
    let some = table.rows[first...].prefix(size)
    let rest = table.rows.count - first - some.count
    let more = Text(zh: "还有 \(rest) 行", en: "\(rest) more")[language]
    let foot = Line(
      [.init(rest > 0 ? more : "", .dim)],
      trailing: [.init("\(page + 1)/\((table.rows.count + size - 1) / size)")])
    return (rows >= 3 ? [header] : []) + some.map(line) + (rows >= 2 ? [foot] : [])
  }

  private var header: Line {
    let text = joined { table.columns[$0].title }
    let pad = String(repeating: " ", count: max(0, columns - Width.of(text)))
    return Line(text + pad, .underline)
  }

  private func line(_ row: Table.Row) -> Line {
    let attributes: Attributes =
      switch row.tone {
      case .plain: []
      case .good: .good
      case .warn: [.bold, .warn]
      case .bad: [.bold, .bad]
      }
    return Line(joined { row.cells.indices.contains($0) ? row.cells[$0] : Text("") }, attributes)
  }

  private func joined(_ cell: (Int) -> Text) -> String {
    var result = ""
    for (place, column) in shown.enumerated() {
      let text = Width.cut(cell(column.index)[language], columns: column.width)
      let pad = String(repeating: " ", count: max(0, column.width - Width.of(text)))
      let space = String(repeating: " ", count: gap)
      let isLast = place == shown.count - 1
      let isTrailing = table.columns[column.index].trailing
      result += (isTrailing ? pad + text : text + (isLast ? "" : pad)) + (isLast ? "" : space)
    }
    return result
  }
}

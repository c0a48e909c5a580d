import Flows

/// Several small bars in rows: `1[##-] 2[###]`, the number of the one that matters now in reverse.
struct GaugeBlock {
  private let rows: [Line]
  private let marked: Int

  init(_ gauges: [Gauge], language: Language, columns: Int) {
    // Bars become shorter before they take a second row.
    let fitting = (3...Self.longest).reversed().first { parts in
      let spans = Self.spans(gauges, language, parts: parts)
      return spans.reduce(0) { $0 + Width.of($1.text) } <= columns
    }
    var rows: [Line] = []
    var line = Line()
    var marked = 0
    for gauge in gauges {
      let spans = Self.spans(gauge, language, fitting ?? Self.longest)
      let width = spans.reduce(0) { $0 + Width.of($1.text) }
      if line.leading.isEmpty {
        line.leading = spans
      } else if line.width + 1 + width <= columns {
        line.leading += [.init(" ")] + spans
      } else {
        rows.append(line)
        line = Line(spans)
      }
      if gauge.marked { marked = rows.count }
    }
    if !line.leading.isEmpty { rows.append(line) }
    self.rows = rows
    self.marked = marked
  }

  var block: Block {
    Block(
      rows: rows.count,
      [.init(order: DropOrder.gauge, rows: 1), .init(order: DropOrder.secondary, rows: 0)]
    ) { count in
      let first = min(max(0, marked - count / 2), max(0, rows.count - count))
      return Array(rows[first...].prefix(count))
    }
  }

  /// The most parts of a bar.
  private static let longest = 8

  /// The bars as one run of words.
  static func spans(
    _ gauges: [Gauge], _ language: Language, parts: Int = longest
  ) -> [Line.Span] {
    Array(gauges.map { spans($0, language, parts) }.joined(separator: [.init(" ")]))
  }

  private static func spans(_ gauge: Gauge, _ language: Language, _ most: Int) -> [Line.Span] {
    let total = max(0, gauge.total)
    let done = min(max(0, gauge.done), total)
    let parts = min(total, most)
    // Begun is never shown as nothing, nor nearly done as done.
    let exact = total == 0 ? 0 : done * parts / total
    let filled = done > 0 && exact == 0 ? 1 : exact
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: parts - filled)
    return [.init(gauge.label[language], gauge.marked ? .reverse : []), .init("[\(bar)]")]
  }
}

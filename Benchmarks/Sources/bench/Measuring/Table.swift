/// A small table to read: the first column to the left, figures to the right.
struct Table {
  private var rows: [[String]]

  init(_ head: String...) {
    rows = [head]
  }

  mutating func add(_ cells: String...) {
    rows.append(cells)
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  func show() {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let blank = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + blank : "  " + blank + cell
      }
      print(line)
    }
  }
}

extension Table {
  /// The columns of a table of durations.
  static func durations(_ what: String, unit: String) -> Table {
    Table(what, "n", "p50 ms", "p99 ms", "worst ms", "p50/\(unit)", "p99/\(unit)")
  }

  /// Adds durations, and how many times another one their median and tail are.
  mutating func add(_ name: String, _ times: Durations, unit: Int64) {
    add(
      name, String(times.count), milliseconds(times.p50), milliseconds(times.p99),
      milliseconds(times.worst), ratio(times.p50, to: unit), ratio(times.p99, to: unit))
  }
}

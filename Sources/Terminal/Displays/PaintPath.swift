/// The cheapest way from one picture to another, in bytes: a shortest path.
///
/// A node is a cursor on a column of a row that differs, with a pen. From each, a character can be
/// written, whether it differs or not, characters that do not can be stepped over, the pen can
/// change, a run can be erased or repeated, the rest of the row erased; from where a row is done,
/// the next one is entered by the cheapest move. Rows go from top to bottom, so that every step
/// leads onwards and one pass finds the best path (Bellman's principle): the time is that of the
/// cells in rows that differ, times the pens.
struct PaintPath {
  /// A cursor with its pen; no row where nothing is known, no column where only the row is.
  struct Place: Hashable {
    var row: Int?
    var column: Int?
    var pen: PaintPen
  }

  /// What led to a node.
  private enum Act {
    case begin
    /// Goes to a cell of another row, or of this one.
    case enter
    case write
    /// Writes one character and repeats it.
    case repeats(Int)
    /// Steps over, or on from where the column was unknown.
    case jump
    /// Erases so many blanks and steps over them, unless the row ends there.
    case erase(Int)
    case eraseRest
    case change
  }

  private struct Node {
    var place: Place
    var pen: Int
    var cost: Int
    var from: Int
    var act: Act
  }

  let abilities: Painter.Abilities
  let encoding: TerminalEncoding
  private let rows: [PaintRow]

  init(
    _ abilities: Painter.Abilities, _ encoding: TerminalEncoding, from old: Frame, to new: Frame
  ) {
    self.abilities = abilities
    self.encoding = encoding
    rows = (0..<new.size.rows).compactMap {
      PaintRow($0, Array(old.row($0)), Array(new.row($0)), encoding)
    }
  }

  /// Adds the bytes of the way from a place; the answer is where it ends.
  func bytes(from start: Place, into output: inout [UInt8]) -> Place {
    guard !rows.isEmpty else { return start }
    var walk = Walk(path: self, start: start)
    for row in rows { walk.cross(row) }
    return walk.finish(into: &output)
  }

  /// The pass over the rows.
  private struct Walk {
    let path: PaintPath
    private var pens: [PaintPen]
    private var changes: [[Int]]
    private var nodes: [Node] = []
    /// The best nodes at which the row before was done.
    private var done: [Int]
    /// The best node of each column and pen of the row at hand.
    private var best: [Int] = []

    init(path: PaintPath, start: Place) {
      self.path = path
      var pens: Set<PaintPen> = [PaintPen()]
      for row in path.rows {
        for (index, cell) in row.cells.enumerated() where row.differs[index] && !cell.isTrailing {
          pens.insert(PaintPen(for: cell, path.abilities))
        }
      }
      pens.remove(start.pen)
      let all = [start.pen] + pens.sorted { $0.order < $1.order }
      self.pens = all
      changes = all.map { one in
        all.map { one == $0 ? 0 : one.change(to: $0, path.abilities).count }
      }
      nodes = [Node(place: start, pen: 0, cost: 0, from: -1, act: .begin)]
      done = [0]
    }

    // MARK: - One row

    mutating func cross(_ row: PaintRow) {
      best = Array(repeating: -1, count: (row.cells.count + 1) * pens.count)
      var ended: [Place: Int] = [:]
      for node in done { enter(row, from: node) }
      for column in 0..<row.cells.count where !row.cells[column].isTrailing {
        changePens(row, column)
        for pen in pens.indices {
          let node = best[column * pens.count + pen]
          if node >= 0 { leave(row, column, pen, node, &ended) }
        }
      }
      for pen in pens.indices {
        let node = best[row.cells.count * pens.count + pen]
        if node >= 0 { end(node, row, nil, &ended) }
      }
      done = ended.values.sorted()
    }

    /// From where the row before was done to the first cell that differs, or to one before it.
    private mutating func enter(_ row: PaintRow, from node: Int) {
      let place = nodes[node].place
      var targets = [row.first]
      if row.first > 0 { targets.append(0) }
      if let column = place.column, column > 0, column < row.first,
        !row.cells[column].isTrailing
      {
        targets.append(column)
      }
      for target in targets {
        let cost = PaintMove.steps(from: place, to: row.index, target, path.encoding)
          .count
        relax(row, target, nodes[node].pen, node, cost, .enter)
      }
    }

    private mutating func changePens(_ row: PaintRow, _ column: Int) {
      let cell = row.cells[column]
      for from in pens.indices {
        let node = best[column * pens.count + from]
        guard node >= 0 else { continue }
        if case .change = nodes[node].act { continue }
        if pens[from].writes(cell, path.abilities) { continue }
        for to in pens.indices where pens[to].writes(cell, path.abilities) {
          relax(row, column, to, node, changes[from][to], .change)
        }
      }
    }

    private mutating func leave(
      _ row: PaintRow, _ column: Int, _ pen: Int, _ node: Int, _ ended: inout [Place: Int]
    ) {
      let next = row.next[column]
      guard next < row.cells.count else { return end(node, row, column, &ended) }
      let cell = row.cells[column]
      if pens[pen].writes(cell, path.abilities) {
        write(row, column, pen, node)
        if !pens[pen].shows { erase(row, column, pen, node, &ended) }
      }
      if next > column {
        relax(row, next, pen, node, PaintMove.forward(next - column).count, .jump)
      }
    }

    private mutating func write(_ row: PaintRow, _ column: Int, _ pen: Int, _ node: Int) {
      let cell = row.cells[column]
      let after = column + max(1, cell.width)
      let cost = pens[pen].isInLineSet ? 1 : row.costs[column]
      if after < row.cells.count, !row.isSure(column) {
        // How wide the terminal drew it is not known.
        let next = row.next[after]
        guard next < row.cells.count else {
          return relax(row, row.cells.count, pen, node, cost, .write)
        }
        let jump = PaintPath.unsure(row.index, next)
        relax(row, next, pen, node, cost + jump.count, .write)
        return
      }
      relax(row, after, pen, node, cost, .write)
      let alike = row.alike[column]
      if path.abilities.repeats, alike > 4, cell.character.isASCII,
        column + alike < row.cells.count
      {
        relax(
          row, column + alike, pen, node, 1 + "\u{1B}[\(alike - 1)b".utf8.count, .repeats(alike))
      }
    }

    private mutating func erase(
      _ row: PaintRow, _ column: Int, _ pen: Int, _ node: Int, _ ended: inout [Place: Int]
    ) {
      guard row.cells[column].isBare else { return }
      if column >= row.bare {
        let place = Place(row: row.index, column: column, pen: pens[pen])
        let cost = nodes[node].cost + 3
        nodes.append(Node(place: place, pen: pen, cost: cost, from: node, act: .eraseRest))
        return end(nodes.count - 1, row, column, &ended)
      }
      let alike = row.alike[column]
      guard path.abilities.erases, alike > 4 else { return }
      let next = row.next[column + alike]
      let cost = "\u{1B}[\(alike)X".utf8.count
      if next < row.cells.count {
        let jump = PaintMove.forward(next - column).count
        relax(row, next, pen, node, cost + jump, .erase(alike))
      } else {
        let place = Place(row: row.index, column: column, pen: pens[pen])
        nodes.append(
          Node(
            place: place, pen: pen, cost: nodes[node].cost + cost, from: node, act: .erase(alike)))
        end(nodes.count - 1, row, column, &ended)
      }
    }

    private mutating func relax(
      _ row: PaintRow, _ column: Int, _ pen: Int, _ from: Int, _ step: Int, _ act: Act
    ) {
      let cost = nodes[from].cost + step
      let slot = column * pens.count + pen
      if best[slot] >= 0, nodes[best[slot]].cost <= cost { return }
      let known = column < row.cells.count ? column : nil
      best[slot] = nodes.count
      nodes.append(
        Node(
          place: Place(row: row.index, column: known, pen: pens[pen]), pen: pen, cost: cost,
          from: from, act: act))
    }

    private mutating func end(
      _ node: Int, _ row: PaintRow, _ column: Int?, _ ended: inout [Place: Int]
    ) {
      let place = Place(row: row.index, column: column, pen: nodes[node].place.pen)
      if let known = ended[place], nodes[known].cost <= nodes[node].cost { return }
      ended[place] = node
    }

    // MARK: - The way back

    func finish(into output: inout [UInt8]) -> Place {
      // A pen that shows must be put down at the end.
      let last = done.min { cost(atEnd: $0) < cost(atEnd: $1) } ?? 0
      var way: [Int] = []
      var node = last
      while nodes[node].from >= 0 {
        way.append(node)
        node = nodes[node].from
      }
      let cells = Dictionary(uniqueKeysWithValues: path.rows.map { ($0.index, $0) })
      for node in way.reversed() {
        guard let index = nodes[node].place.row, let row = cells[index] else { continue }
        output += bytes(of: nodes[node], from: nodes[nodes[node].from].place, row)
      }
      return nodes[last].place
    }

    private func cost(atEnd node: Int) -> Int {
      nodes[node].cost + (nodes[node].place.pen.shows ? 3 : 0)
    }

    private func bytes(of node: Node, from place: Place, _ row: PaintRow) -> [UInt8] {
      let column = place.column ?? 0
      switch node.act {
      case .begin: return []
      case .enter:
        return PaintMove.steps(
          from: place, to: row.index, node.place.column ?? 0, path.encoding)
      case .change: return place.pen.change(to: node.place.pen, path.abilities)
      case .jump: return PaintMove.forward((node.place.column ?? 0) - column)
      case .eraseRest: return Array("\u{1B}[K".utf8)
      case .repeats(let count):
        return row.bytes(column, path.encoding) + Array("\u{1B}[\(count - 1)b".utf8)
      case .erase(let count):
        return Array("\u{1B}[\(count)X".utf8)
          + PaintMove.forward((node.place.column ?? column) - column)
      case .write:
        let cell = row.cells[column]
        let letter = place.pen.isInLineSet ? CursesDisplay.lineSet[cell.character] : nil
        let text = letter.map { [$0] } ?? row.bytes(column, path.encoding)
        guard let next = node.place.column, next < row.cells.count, !row.isSure(column) else {
          return text
        }
        return text + PaintPath.unsure(row.index, next)
      }
    }
  }

  /// To a cell of the row from a column that is not known.
  private static func unsure(_ row: Int, _ column: Int) -> [UInt8] {
    let (home, absolute) = ([0x0D] + PaintMove.forward(column), PaintMove.absolute(row, column))
    return home.count < absolute.count ? home : absolute
  }
}

/// A part of a screen that can be shown in fewer rows than it would like.
///
/// When a glass is too small, blocks give up rows in the order of their concessions until all
/// fit: the lowest `order` first, and among equals the block further down.
struct Block {
  /// A number of rows a block can be brought down to.
  struct Concession {
    /// When it is made: lower is earlier.
    var order: Int
    /// The rows left.
    var rows: Int
  }

  /// The rows it has now; at first those it would like.
  var rows: Int
  /// What it gives up, by order.
  var concessions: [Concession]
  /// Whether it takes the rows nobody wants.
  var grows = false
  /// Whether a message may be written over it.
  var isCoverable = false
  /// The lines for a number of rows, at most that many.
  var lines: (Int) -> [Line]

  init(rows: Int, _ concessions: [Concession] = [], lines: @escaping (Int) -> [Line]) {
    self.rows = rows
    self.concessions = concessions
    self.lines = lines
  }

  /// An empty row that is given up early.
  static func gap(order: Int) -> Block {
    var gap = Block(rows: 1, [Concession(order: order, rows: 0)]) { _ in [.empty] }
    gap.isCoverable = true
    return gap
  }

  /// Brings blocks down to a number of rows in all; what is left over goes to the one that grows.
  static func fit(_ blocks: inout [Block], into rows: Int) {
    var total = blocks.reduce(0) { $0 + $1.rows }
    let all = blocks.indices.flatMap { index in
      blocks[index].concessions.map { (index: index, concession: $0) }
    }
    let sorted = all.sorted {
      ($0.concession.order, -$0.index, -$0.concession.rows)
        < ($1.concession.order, -$1.index, -$1.concession.rows)
    }
    for (index, concession) in sorted where total > rows {
      let target = max(concession.rows, blocks[index].rows - (total - rows))
      guard target < blocks[index].rows else { continue }
      total -= blocks[index].rows - target
      blocks[index].rows = target
    }
    if total < rows, let index = blocks.firstIndex(where: \.grows) {
      blocks[index].rows += rows - total
    }
  }
}

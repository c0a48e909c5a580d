/// A sparse matrix by rows: the numbers of row r stand at `start[r]..<start[r + 1]`.
///
/// Memory is owned by whoever made it and freed by `deallocate`.
struct WaveRows {
  let count: Int
  let start: UnsafeMutablePointer<Int32>
  /// The column of each entry.
  let column: UnsafeMutablePointer<Int32>
  /// The value of each entry.
  let quantity: UnsafeMutablePointer<Int32>

  var entries: Int { Int(start[count]) }

  /// A matrix with these rows of (column, value).
  init(_ rows: [[(Int32, Int)]]) {
    self.init(count: rows.count, entries: rows.reduce(0) { $0 + $1.count })
    var next = 0
    for (row, entries) in rows.enumerated() {
      for (column, quantity) in entries {
        self.column[next] = column
        self.quantity[next] = Int32(quantity)
        next += 1
      }
      start[row + 1] = Int32(next)
    }
  }

  private init(count: Int, entries: Int) {
    self.count = count
    start = .allocate(capacity: count + 1)
    column = .allocate(capacity: entries)
    quantity = .allocate(capacity: entries)
    start.initialize(repeating: 0, count: count + 1)
    column.initialize(repeating: 0, count: entries)
    quantity.initialize(repeating: 0, count: entries)
  }

  /// The same matrix by columns: each names its rows, ascending.
  func turned(columns: Int) -> WaveRows {
    let turned = WaveRows(count: columns, entries: entries)
    for entry in 0..<entries { turned.start[Int(column[entry]) + 1] += 1 }
    for column in 0..<columns { turned.start[column + 1] += turned.start[column] }
    var next = (0..<columns).map { turned.start[$0] }
    for row in 0..<count {
      for entry in self[row] {
        let column = Int(self.column[entry])
        turned.column[Int(next[column])] = Int32(row)
        turned.quantity[Int(next[column])] = quantity[entry]
        next[column] += 1
      }
    }
    return turned
  }

  /// Where the entries of a row stand.
  subscript(row: Int) -> Range<Int> {
    @inline(__always) get { Int(start[row])..<Int(start[row + 1]) }
  }

  func deallocate() {
    start.deallocate()
    column.deallocate()
    quantity.deallocate()
  }
}

/// Lists of moves, one after another in one piece of memory, each sorted by the class they lead to.
///
/// Kept for as long as the program: never freed.
struct MoveLists: @unchecked Sendable {
  private let moves: UnsafePointer<Move>
  /// Where each list begins; one more than lists.
  private let starts: UnsafePointer<Int>
  let count: Int

  init(_ lists: [[Move]]) {
    let moves = UnsafeMutablePointer<Move>.allocate(capacity: lists.reduce(1) { $0 + $1.count })
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: lists.count + 1)
    var next = 0
    for (number, list) in lists.enumerated() {
      starts[number] = next
      for move in list.sorted(by: { ($0.to, $0.from, $0.cost) < ($1.to, $1.from, $1.cost) }) {
        moves[next] = move
        next += 1
      }
    }
    starts[lists.count] = next
    self.moves = UnsafePointer(moves)
    self.starts = UnsafePointer(starts)
    count = lists.count
  }

  @inline(__always)
  subscript(number: Int) -> UnsafeBufferPointer<Move> {
    UnsafeBufferPointer(
      start: moves + starts[number], count: starts[number + 1] - starts[number])
  }

  /// The moves of a list that lead to a class.
  ///
  /// - Complexity: O(log moves + moves found).
  func moves(to target: Int, in number: Int) -> UnsafeBufferPointer<Move> {
    var low = starts[number]
    var high = starts[number + 1]
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].to < target { low = middle + 1 } else { high = middle }
    }
    while high < end, moves[high].to == target { high += 1 }
    return UnsafeBufferPointer(start: moves + low, count: high - low)
  }
}

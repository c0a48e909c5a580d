extension BatchExact {
  /// The most orders with cut-offs taken: 47,293 ways to put 7 into a row of batches.
  static let mostScheduled = 7

  /// The batches of a best answer for orders with cut-offs, in the order they are walked.
  static func schedule(_ lengths: BatchLengths) -> [[Int]] {
    let orders = lengths.request.orders
    let count = orders.count
    let tour = (0..<(1 << count)).map { set -> Int? in
      let members = (0..<count).filter { set >> $0 & 1 == 1 }
      let load = members.reduce(0) { $0 + orders[$1].size }
      return load > lengths.request.capacity ? nil : lengths.length(members)
    }
    var search = Row(lengths: lengths, tour: tour)
    search.extend(left: (1 << count) - 1, walked: 0, lateness: 0)
    return search.best.map { set in (0..<count).filter { set >> $0 & 1 == 1 } }
  }

  /// Tries every row of batches, leaving those that are worse than the best already.
  private struct Row {
    let lengths: BatchLengths
    let tour: [Int?]
    var sets: [Int] = []
    var best: [Int] = []
    var value = BatchSchedule.Value(lateness: .max, total: .max)

    mutating func extend(left: Int, walked: Int, lateness: Int) {
      let here = BatchSchedule.Value(lateness: lateness, total: walked)
      guard here < value else { return }
      guard left != 0 else {
        (value, best) = (here, sets)
        return
      }
      var set = left
      while set != 0 {
        if let length = tour[set] {
          let finished = (walked + length) * lengths.masks.unit
          var late = lateness
          for (order, each) in lengths.request.orders.enumerated() where set >> order & 1 == 1 {
            late = BatchLateness.sum(late, each.lateness(finishedAfter: finished))
          }
          sets.append(set)
          extend(left: left ^ set, walked: walked + length, lateness: late)
          sets.removeLast()
        }
        set = (set - 1) & left
      }
    }
  }
}

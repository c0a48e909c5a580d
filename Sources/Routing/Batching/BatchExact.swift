/// The best answer for a few orders, proven, by dynamic programming over sets of orders.
enum BatchExact {
  /// The most orders taken: 3^12 steps and 2^12 tours.
  static let mostOrders = 12

  /// The batch of each order in a best answer; without cut-offs.
  ///
  /// - Complexity: O(3^orders).
  static func assignment(_ lengths: BatchLengths) -> [Int] {
    let orders = lengths.request.orders
    let count = orders.count
    let never = Int.max / 4
    var tour = [Int](repeating: never, count: 1 << count)
    var least = tour
    var chosen = [Int](repeating: 0, count: 1 << count)
    least[0] = 0
    for set in 1..<(1 << count) {
      let members = (0..<count).filter { set >> $0 & 1 == 1 }
      guard members.reduce(0, { $0 + orders[$1].size }) <= lengths.request.capacity else {
        continue
      }
      tour[set] = lengths.length(members)
    }
    for set in 1..<(1 << count) {
      // The batch that holds the lowest order of the set.
      let lowest = set & -set
      let others = set ^ lowest
      var part = others
      while true {
        let batch = part | lowest
        if tour[batch] < never, least[set ^ batch] + tour[batch] < least[set] {
          least[set] = least[set ^ batch] + tour[batch]
          chosen[set] = batch
        }
        if part == 0 { break }
        part = (part - 1) & others
      }
    }
    var assignment = [Int](repeating: 0, count: count)
    var left = (1 << count) - 1
    var number = 0
    while left != 0 {
      for order in 0..<count where chosen[left] >> order & 1 == 1 { assignment[order] = number }
      number += 1
      left ^= chosen[left]
    }
    return assignment
  }
}

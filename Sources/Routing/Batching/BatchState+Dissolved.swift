extension BatchState {
  /// The batch of each order where those with the least load are dissolved and their orders put where
  /// there is most room, overloading the carts.
  func dissolved(keeping count: Int) -> [Int] {
    let ranked = batches.sorted {
      load[$0] != load[$1] ? load[$0] > load[$1] : $0 < $1
    }
    var assignment = assignment
    var loads = ranked.prefix(count).map { load[$0] }
    for batch in ranked.dropFirst(count) {
      for order in orders(of: batch).sorted(by: { size[$0] > size[$1] }) {
        let place = loads.indices.min { loads[$0] < loads[$1] } ?? 0
        loads[place] += size[order]
        assignment[order] = ranked[place]
      }
    }
    return assignment
  }
}
